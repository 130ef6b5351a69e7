package source

import "strings"

// After returns the part of a span behind a prefix of its text; all of it where the text is written otherwise, as in quotes.
func (s Span) After(prefix string) Span {
	if s.IsZero() || !strings.HasPrefix(s.Text(), prefix) {
		return s
	}
	return s.File.Span(s.Start+len(prefix), s.End)
}
