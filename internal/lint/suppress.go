package lint

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/spell"
)

// The meta rules, which Run answers itself.
const (
	// MalformedSuppression is the id of the rule about suppressions that cannot be read or name no rule.
	MalformedSuppression = "DPL001"
	// UnusedSuppression is the id of the rule about suppressions that suppress nothing.
	UnusedSuppression = "DPL002"
)

// suppressionMark is the word that a suppression begins with, behind the comment's own mark.
const suppressionMark = "deploylint:"

// A suppression is one comment that silences results: # deploylint: ignore[DPL101] -- reason.
type suppression struct {
	span   source.Span
	ids    []string
	reason string
	// line is the line that it is about: its own, or the one below where it stands alone.
	line int
	used map[string]bool
}

// suppressions are those of one file, with the layout that says what each covers.
type suppressions struct {
	layout *layout
	all    []*suppression
}

// suppress marks the results that comments silence, and returns what the meta rules say about the comments.
func (j *judge) suppress(results []Reported) []Reported {
	var meta []Reported
	byPath := map[string]*suppressions{}
	files := j.files(results)
	for _, f := range files {
		if strings.Contains(f.Text, suppressionMark) {
			found, malformed := j.read(f)
			byPath[f.Path] = found
			meta = append(meta, malformed...)
		}
	}
	for i := range results {
		if r := &results[i]; r.Kind != KindPass && r.Suppressed == nil {
			for _, s := range silencing(r, byPath) {
				s.used[r.Rule.ID] = true
				if r.Suppressed == nil {
					r.Suppressed = &Suppressed{Kind: Inline, Reason: Visible(s.reason)}
				}
			}
		}
	}
	for _, f := range files {
		if found := byPath[f.Path]; found != nil {
			meta = append(meta, j.unused(found.all)...)
		}
	}
	return meta
}

// files returns all files that a suppression may stand in: those that were read and those of the results, each path
// once.
func (j *judge) files(results []Reported) []*source.File {
	var files []*source.File
	seen := map[string]bool{}
	add := func(f *source.File) {
		if f != nil && !seen[f.Path] {
			seen[f.Path] = true
			files = append(files, f)
		}
	}
	for _, f := range j.options.Files {
		add(f)
	}
	for i := range results {
		add(results[i].Span.File)
		for _, rel := range results[i].Related {
			add(rel.Span.File)
		}
	}
	return files
}

// silencing returns the suppressions that cover the result, at its own place or at a related one.
func silencing(r *Reported, byPath map[string]*suppressions) []*suppression {
	var covering []*suppression
	look := func(span source.Span) {
		found := byPath[span.Path()]
		if found == nil {
			return
		}
		for _, s := range found.all {
			if slices.Contains(s.ids, r.Rule.ID) && found.layout.covers(s.line, span) {
				covering = append(covering, s)
			}
		}
	}
	look(r.Span)
	for _, rel := range r.Related {
		look(rel.Span)
	}
	return covering
}

// read finds the suppressions of a file, and what is wrong with them.
func (j *judge) read(f *source.File) (*suppressions, []Reported) {
	found := &suppressions{layout: layoutOf(f)}
	var malformed []Reported
	report := func(span source.Span, ids, format string, args ...any) {
		malformed = append(malformed, j.meta(MalformedSuppression, span, ids, format, args...)...)
	}
	for _, c := range found.layout.comments {
		text, span, ok := directive(c.span)
		if !ok {
			continue
		}
		ids, reason, problem := parseSuppression(text)
		if problem != "" {
			report(span, text, "%s: write `%s ignore[DPL101] -- the reason`", problem, suppressionMark)
			continue
		}
		s := &suppression{span: span, reason: reason, line: c.line, used: map[string]bool{}}
		if c.alone {
			s.line = below(f, c.line)
		}
		for _, id := range ids {
			if slices.ContainsFunc(j.report.Rules, func(r Rule) bool { return r.ID == id }) {
				s.ids = append(s.ids, id)
				continue
			}
			report(span, id, "%s is not the id of a rule%s", id, j.didYouMean(id))
		}
		found.all = append(found.all, s)
	}
	return found, malformed
}

// directive returns what a comment says to deploylint, with its place: the whole comment, or the last part of one that
// several tools share ("# noqa  # deploylint: …").
func directive(comment source.Span) (text string, span source.Span, ok bool) {
	whole := comment.Text()
	for at := 0; ; at += len(suppressionMark) {
		n := strings.Index(whole[at:], suppressionMark)
		if n < 0 {
			return "", source.Span{}, false
		}
		at += n
		// Comment marks stand in front of ours, and a blank or nothing in front of those.
		prose := len(strings.TrimRight(whole[:at], "#; \t"))
		marks := strings.TrimLeft(whole[prose:at], " \t")
		if marks == "" || prose > 0 && len(marks) == at-prose {
			continue
		}
		// What another comment mark brings behind ours is not ours: a reason ends there.
		rest, _, _ := strings.Cut(whole[at+len(suppressionMark):], " #")
		end := comment.Start + at + len(suppressionMark) + len(rest)
		return strings.TrimSpace(rest), comment.File.Span(comment.Start+at-len(marks), end), true
	}
}

// parseSuppression reads "ignore[DPL101, DPL102] -- reason".
func parseSuppression(text string) (ids []string, reason, problem string) {
	rest, found := strings.CutPrefix(text, "ignore")
	if !found {
		return nil, "", "this is no suppression"
	}
	list, rest, closed := strings.Cut(strings.TrimSpace(rest), "]")
	list, opened := strings.CutPrefix(list, "[")
	if !opened || !closed {
		return nil, "", "this suppression names no rule"
	}
	for id := range strings.SplitSeq(list, ",") {
		id = strings.TrimSpace(id)
		if id == "" {
			return nil, "", "this suppression names no rule"
		}
		ids = append(ids, id)
	}
	reason, found = strings.CutPrefix(strings.TrimSpace(rest), "--")
	if reason = strings.TrimSpace(reason); !found || reason == "" {
		return nil, "", "this suppression has no reason"
	}
	return ids, reason, ""
}

func (j *judge) didYouMean(id string) string {
	for i := range j.report.Rules {
		if r := &j.report.Rules[i]; r.Name == id {
			return ", did you mean " + r.ID + "?"
		}
	}
	ids := make([]string, len(j.report.Rules))
	for i := range j.report.Rules {
		ids[i] = j.report.Rules[i].ID
	}
	return spell.DidYouMean(id, ids)
}

// unused reports the ids that suppress nothing. A rule that was not asked may have had something to say.
func (j *judge) unused(all []*suppression) []Reported {
	var results []Reported
	for _, s := range all {
		for _, id := range s.ids {
			if !s.used[id] && slices.ContainsFunc(j.rules, func(r *Rule) bool { return r.ID == id }) {
				results = append(results, j.meta(UnusedSuppression, s.span, id,
					"%s is suppressed here, but there is no such finding here", id)...)
			}
		}
	}
	return results
}

// meta returns a finding of a meta rule, if that rule is asked.
func (j *judge) meta(id string, span source.Span, subject, format string, args ...any) []Reported {
	at := slices.IndexFunc(j.rules, func(r *Rule) bool { return r.ID == id })
	if at < 0 {
		return nil
	}
	result := Fail(span, "%s", fmt.Sprintf(format, args...)).About("suppression:" + subject)
	var sites []string
	for _, s := range j.report.Sites {
		sites = append(sites, s.Name)
	}
	return []Reported{finish(result, j.rules[at], sites...)}
}
