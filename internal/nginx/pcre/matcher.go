package pcre

import (
	"regexp"
	"strings"

	"deploylint/internal/value"
)

// A Matcher matches what PCRE would, where Go can tell. Go has no lookaround, so one lookahead at the top of the pattern,
// as in /\.(?!well-known/), is taken apart: what is before it, what it looks for, what is behind it.
type Matcher struct {
	whole *regexp.Regexp // nil where Go cannot compile the pattern
	// For a pattern with one lookahead.
	before, ahead, behind *regexp.Regexp
	negative              bool
}

// Compile makes a matcher of a pattern; one that Go cannot tell the meaning of answers Undecided.
func Compile(pattern string, insensitive bool) *Matcher {
	flags := ""
	if insensitive {
		flags = "(?i)"
	}
	m := &Matcher{}
	var err error
	if m.whole, err = regexp.Compile(flags + pattern); err == nil {
		return m
	}
	m.whole = nil
	before, ahead, behind, negative, ok := cutLookahead(pattern)
	if !ok {
		return m
	}
	var errs [3]error
	m.before, errs[0] = regexp.Compile(flags + "(?:" + before + ")$")
	m.ahead, errs[1] = regexp.Compile(flags + "^(?:" + ahead + ")")
	m.behind, errs[2] = regexp.Compile(flags + "^(?:" + behind + ")")
	m.negative = negative
	for _, err := range errs {
		if err != nil {
			return &Matcher{}
		}
	}
	return m
}

// cutLookahead takes apart a pattern with one lookahead that is in no group and no alternative.
func cutLookahead(pattern string) (before, ahead, behind string, negative, ok bool) {
	start, depth, class := -1, 0, false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '|' && depth == 0:
			return "", "", "", false, false
		case c == '(':
			if depth == 0 && start < 0 && (strings.HasPrefix(pattern[i:], "(?!") || strings.HasPrefix(pattern[i:], "(?=")) {
				start = i
			}
			depth++
		case c == ')':
			depth--
			if depth == 0 && start >= 0 && !ok {
				before, ahead, behind = pattern[:start], pattern[start+3:i], pattern[i+1:]
				negative, ok = pattern[start+2] == '!', true
			}
		}
	}
	return before, ahead, behind, negative, ok
}

// Find returns the captures of the match in text, that of the whole pattern first; nil where they are not known.
func (m *Matcher) Find(text string) (captures []string, found value.Tri) {
	if strings.HasSuffix(text, "\n") {
		return nil, value.Undecided // PCRE's $ matches before it, Go's does not
	}
	if m.whole == nil {
		return nil, m.Match(text)
	}
	captures = m.whole.FindStringSubmatch(text)
	return captures, value.TriOf(captures != nil)
}

// Match reports whether text holds a match.
func (m *Matcher) Match(text string) value.Tri {
	switch {
	case m.whole != nil:
		return value.TriOf(m.whole.MatchString(text))
	case m.before == nil:
		return value.Undecided
	}
	for i := range len(text) + 1 {
		if m.before.MatchString(text[:i]) && m.ahead.MatchString(text[i:]) != m.negative && m.behind.MatchString(text[i:]) {
			return value.True
		}
	}
	return value.False
}

// Known reports whether Go can tell what the whole pattern captures.
func (m *Matcher) Known() bool { return m.whole != nil }

// Names returns the names of the groups by their number, that of the whole pattern first; "" where a group has none.
func (m *Matcher) Names() []string {
	if m.whole == nil {
		return nil
	}
	return m.whole.SubexpNames()
}
