package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/secret"
	"deploylint/internal/source"
)

// Redact returns what a report may show of a secret: the first four characters and the length, of one that is shorter
// than 12 characters only the length.
func Redact(s string) string {
	n := utf8.RuneCountInString(s)
	if n < 12 {
		return fmt.Sprintf("•••• (%d chars)", n)
	}
	return fmt.Sprintf("%s… (%d chars)", string([]rune(s)[:4]), n)
}

// longSecret is the length from which a secret's text is hidden wherever it turns up, not only at its own place. A
// shorter one may be a common word.
const longSecret = 12

// secrets are the places of a report that must not be shown.
type secrets struct {
	places map[string][]source.Span // by path; sorted, apart from each other
	texts  []string                 // the longest first
}

// hideSecrets collects the secrets of all results and removes them from all texts of the report.
func (rep *Report) hideSecrets() {
	s := secrets{places: map[string][]source.Span{}}
	for _, span := range rep.secretPlaces() {
		span = unquoted(span)
		if span.Start == span.End {
			continue
		}
		s.places[span.Path()] = append(s.places[span.Path()], span)
		if text := span.Text(); utf8.RuneCountInString(text) >= longSecret && !slices.Contains(s.texts, text) {
			s.texts = append(s.texts, text)
		}
	}
	for path, spans := range s.places {
		s.places[path] = apart(spans)
	}
	slices.SortFunc(s.texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	rep.secrets = s
	for i := range rep.Results {
		r := &rep.Results[i]
		r.Message, r.Hint = rep.Hide(r.Message), rep.Hide(r.Hint)
		for k := range r.Related {
			r.Related[k].Message = rep.Hide(r.Related[k].Message)
		}
		for k := range r.Trail {
			r.Trail[k].Text = rep.Hide(r.Trail[k].Text)
		}
	}
}

// secretPlaces returns the places of all secrets that were read. A rule hides those that it judges; what it does not judge,
// or what a rule that was not asked would, must not be printed either.
func (rep *Report) secretPlaces() []source.Span {
	var places []source.Span
	for _, site := range rep.Sites {
		places = append(places, secret.Places(site)...)
	}
	for i := range rep.Results {
		places = append(places, rep.Results[i].Secrets...)
	}
	return places
}

// Hide returns text with the report's long secrets redacted.
func (rep *Report) Hide(text string) string {
	for _, hidden := range rep.secrets.texts {
		if strings.Contains(text, hidden) {
			text = strings.ReplaceAll(text, hidden, Redact(hidden))
		}
	}
	return text
}

// Hidden returns the places of a file that no frame may show, sorted and apart from each other: those that rules named,
// and every other place in [start, end) with the text of one of the report's long secrets.
func (rep *Report) Hidden(f *source.File, start, end int) []source.Span {
	var spans []source.Span
	for _, s := range rep.secrets.places[f.Path] {
		if s.Start < end && s.End > start {
			spans = append(spans, f.Span(s.Start, s.End))
		}
	}
	for _, hidden := range rep.secrets.texts {
		for at := start; at < end; {
			n := strings.Index(f.Text[at:end], hidden)
			if n < 0 {
				break
			}
			spans = append(spans, f.Span(at+n, at+n+len(hidden)))
			at += n + len(hidden)
		}
	}
	return apart(spans)
}

// apart returns the spans of one file sorted, with overlapping ones joined.
func apart(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	var joined []source.Span
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.Start < joined[last].End {
			joined[last].End = max(joined[last].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// unquoted returns s without the quotes around it, so that the hint of four characters is not spent on them.
func unquoted(s source.Span) source.Span {
	text := s.Text()
	for _, quote := range []string{`"""`, "'''", `"`, "'"} {
		if len(text) >= 2*len(quote) && strings.HasPrefix(text, quote) && strings.HasSuffix(text, quote) {
			return source.Span{File: s.File, Start: s.Start + len(quote), End: s.End - len(quote)}
		}
	}
	return s
}
