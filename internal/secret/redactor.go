package secret

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Redact returns what a report may show of a secret: the first four characters and the length, of one that is shorter
// than 12 characters only the length.
func Redact(s string) string {
	n := utf8.RuneCountInString(s)
	if n < longest {
		return fmt.Sprintf("•••• (%d chars)", n)
	}
	return fmt.Sprintf("%s… (%d chars)", string([]rune(s)[:4]), n)
}

// The lengths from which the text of a secret is looked for inside other texts. A short one counts if it is no word of lower
// case letters and the like, which may stand for something else: where the password is the project's name, all dotted paths
// hold it.
const (
	shortest = 6
	longest  = 12
)

// lowercase are the characters of words, and of names made of words.
const lowercase = "abcdefghijklmnopqrstuvwxyz-_./"

// The places of a secret inside a text: between the colon and the last @ of a URL's authority, and behind a parameter whose
// name says so. A password may hold anything, so that too much is hidden rather than too little.
var (
	urlPassword = regexp.MustCompile(`(://[^\s:@/]*:)(\S+)@`)
	reference   = regexp.MustCompile(`^\$\{\w+\}$`)
	parameter   = regexp.MustCompile(`(?i)((?:password|passwd|pwd|secret|token|api_?key|access_?key|signature|sig)=)([^\s&;,'"]+)`)
)

// A Redactor hides the secrets of sites, in values, in texts and in the lines of their files. It is the only one that
// does, so that no way of showing a site shows more than another. The zero Redactor hides what gives itself away, a nil
// one nothing.
type Redactor struct {
	places  map[string][]source.Span // by path; sorted, apart from each other
	texts   []string                 // the secrets' own texts, the longest first
	replace *strings.Replacer        // of the texts by what may be shown of them
}

// NewRedactor collects the secrets of sites: those in their settings and in what they are given, and the places that
// somebody names besides.
func NewRedactor(sites []*deploy.Site, named ...source.Span) *Redactor {
	r := &Redactor{places: map[string][]source.Span{}}
	for _, site := range sites {
		for _, span := range Places(site) {
			r.learn(r.mark(span))
		}
		r.collectSite(site)
	}
	for _, span := range named {
		// Whoever names a place may be careful about an ordinary word in it.
		if text := r.mark(span); utf8.RuneCountInString(text) >= longest {
			r.learn(text)
		}
	}
	for path, spans := range r.places {
		r.places[path] = apart(spans)
	}
	slices.SortFunc(r.texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	r.texts = slices.Compact(r.texts)
	var pairs []string
	for _, text := range r.texts {
		pairs = append(pairs, text, Redact(text))
	}
	r.replace = strings.NewReplacer(pairs...)
	return r
}

// mark notes a place that is not shown, and returns the text there.
func (r *Redactor) mark(span source.Span) string {
	if span = unquoted(span); span.Start < span.End {
		r.places[span.Path()] = append(r.places[span.Path()], span)
	}
	return span.Text()
}

// learn notes the text of a secret, to hide it wherever it turns up.
func (r *Redactor) learn(text string) {
	n := utf8.RuneCountInString(text)
	if !reference.MatchString(text) && !isVariable(text) && (n >= longest || n >= shortest && strings.Trim(text, lowercase) != "") {
		r.texts = append(r.texts, text)
	}
}

// collectSite learns the secrets that are values under the names of settings and variables, and words of commands.
func (r *Redactor) collectSite(site *deploy.Site) {
	if site.Settings != nil {
		for _, name := range site.Settings.Names() {
			if v, ok := site.Settings.Given(name); ok {
				r.collect(sensitivityOf(name), name, v)
			}
		}
		for _, f := range site.Settings.EnvFiles {
			for _, e := range f.Entries {
				r.collect(sensitivityOf(e.Key), e.Key, e.Value)
			}
		}
	}
	layers := slices.Clone(site.Given)
	for _, p := range site.Processes {
		layers = append(layers, p.Environment.Layers()...)
		eachSecretWord(p.Argv, func(_ int, text string) { r.learn(text) })
	}
	for _, layer := range layers {
		for _, v := range layer.Vars {
			r.collect(sensitivityOf(v.Name), v.Name, v.Value)
		}
	}
}

// collect learns the texts that are hidden in a value.
func (r *Redactor) collect(s sensitivity, name string, v value.Value) {
	text := v.Payload()
	switch _, password, isURL := URLPassword(text); {
	case v.Kind() != value.Str && v.Kind() != value.Bytes:
	case isURL:
		r.learn(password)
	case s != sounding && conceals(s, name, text):
		r.learn(text)
	}
	for i, e := range v.Elems() {
		under, key := s, name
		if v.Kind() == value.Dict {
			under, key = within(s, name, v.Keys()[i])
		}
		r.collect(under, key, e)
	}
	for _, a := range v.Alternatives {
		r.collect(s, name, a)
	}
}

// Text redacts the secrets inside a text that is none itself.
func (r *Redactor) Text(text string) string {
	if r == nil || text == "" {
		return text
	}
	if strings.Contains(text, "://") {
		text = urlPassword.ReplaceAllStringFunc(text, func(m string) string {
			parts := urlPassword.FindStringSubmatch(m)
			if strings.Contains(parts[2], "://") { // several URLs: the first password ends somewhere in there
				return parts[1] + "••••@"
			}
			if reference.MatchString(parts[2]) {
				return m
			}
			return parts[1] + Redact(parts[2]) + "@"
		})
	}
	if strings.Contains(text, "=") {
		text = parameter.ReplaceAllStringFunc(text, func(m string) string {
			parts := parameter.FindStringSubmatch(m)
			if strings.HasSuffix(parts[2], "…") || strings.HasPrefix(parts[2], "••••") {
				return m // it has been redacted before
			}
			return parts[1] + Redact(parts[2])
		})
	}
	if r.replace == nil {
		return text
	}
	return r.replace.Replace(text)
}

// Within returns the places in [start, end) of a file that no frame may show, sorted and apart from each other: those of
// secrets, and every other place with the text of one.
func (r *Redactor) Within(f *source.File, start, end int) []source.Span {
	if r == nil {
		return nil
	}
	var spans []source.Span
	for _, s := range r.places[f.Path] {
		if s.Start < end && s.End > start {
			spans = append(spans, f.Span(s.Start, s.End))
		}
	}
	for _, hidden := range r.texts {
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

// Words returns the words of a command, with the values of secret options and the passwords of URLs redacted.
func (r *Redactor) Words(argv []deploy.Word) []string {
	var texts []string
	for _, w := range argv {
		texts = append(texts, w.Text)
	}
	if r == nil {
		return texts
	}
	eachSecretWord(argv, func(i int, text string) {
		at := strings.LastIndex(texts[i], text)
		texts[i] = texts[i][:at] + Redact(text) + texts[i][at+len(text):]
	})
	for i := range texts {
		texts[i] = r.Text(texts[i])
	}
	return texts
}

// eachSecretWord calls do for the secret in each word of a command that holds one: what stands behind --password or
// --password=, and the password of a URL.
func eachSecretWord(argv []deploy.Word, do func(i int, text string)) {
	hidden := false
	for i, w := range argv {
		name, inline, joined := strings.Cut(w.Text, "=")
		_, password, isURL := URLPassword(w.Text)
		switch {
		case hidden && w.Known && w.Text != "":
			do(i, w.Text)
		case joined && w.Known && inline != "" && IsName(strings.TrimLeft(name, "-")):
			do(i, inline)
		case isURL && strings.Contains(w.Text, password):
			do(i, password)
		}
		hidden = i > 0 && !joined && strings.HasPrefix(w.Text, "-") && IsName(strings.TrimLeft(w.Text, "-"))
	}
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
