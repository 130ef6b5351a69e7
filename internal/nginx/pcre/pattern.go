package pcre

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Pattern is a regular expression of the configuration, parsed, so that questions about it do not depend on how it is
// spelled.
type Pattern struct {
	whole  *syntax.Regexp
	groups []*syntax.Regexp // by number, from 1 on
	match  *regexp.Regexp
}

// Parse parses a regular expression that nginx hands to PCRE. It is not ok where Go cannot tell what it means:
// lookaround, back references, possessive repeats.
func Parse(text string, insensitive bool) (p Pattern, ok bool) {
	const longest = 1000 // bytes; what people write is far below
	if len(text) > longest {
		return Pattern{}, false
	}
	flags := syntax.Perl
	prefix := ""
	if insensitive {
		flags |= syntax.FoldCase
		prefix = "(?i)"
	}
	whole, err := syntax.Parse(text, flags)
	if err != nil {
		return Pattern{}, false
	}
	p.whole = whole
	if p.match, err = regexp.Compile(prefix + text); err != nil {
		return Pattern{}, false
	}
	p.groups = make([]*syntax.Regexp, whole.MaxCap()+1)
	p.collect(whole)
	return p, true
}

func (p *Pattern) collect(re *syntax.Regexp) {
	if re.Op == syntax.OpCapture {
		p.groups[re.Cap] = re
	}
	for _, sub := range re.Sub {
		p.collect(sub)
	}
}

// Groups returns the number of groups that capture.
func (p Pattern) Groups() int { return len(p.groups) - 1 }

// Group returns the number of a group by its name or digit, 0 where there is none.
func (p Pattern) Group(name string) int {
	if len(name) == 1 && '1' <= name[0] && name[0] <= '9' {
		if n := int(name[0] - '0'); n <= p.Groups() {
			return n
		}
		return 0
	}
	return max(0, p.match.SubexpIndex(name))
}

// Matches reports whether text holds a match.
func (p Pattern) Matches(text string) bool { return p.match.MatchString(text) }

// MayHold reports whether what the group captures may hold the character.
func (p Pattern) MayHold(group int, c rune) bool {
	return group > 0 && group < len(p.groups) && p.groups[group] != nil && mayHold(p.groups[group], c)
}

// mayHold reports whether a match of re may hold the character. PCRE's dot does not match a line end.
func mayHold(re *syntax.Regexp, c rune) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return slices.Contains(re.Rune, c)
	case syntax.OpCharClass:
		return inClass(re.Rune, c)
	case syntax.OpAnyChar:
		return true
	case syntax.OpAnyCharNotNL:
		return c != '\n'
	default:
		return slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return mayHold(sub, c) })
	}
}

// inClass reports whether a character class, given as pairs of bounds, holds the character.
func inClass(bounds []rune, c rune) bool {
	for i := 0; i+1 < len(bounds); i += 2 {
		if bounds[i] <= c && c <= bounds[i+1] {
			return true
		}
	}
	return false
}

// Begins reports whether every match begins at the start of the text.
func (p Pattern) Begins() bool {
	return anchored(p.whole, syntax.OpBeginText, func(subs []*syntax.Regexp) *syntax.Regexp { return subs[0] })
}

// Ends reports whether every match reaches to the end of the text.
func (p Pattern) Ends() bool {
	return anchored(p.whole, syntax.OpEndText, func(subs []*syntax.Regexp) *syntax.Regexp { return subs[len(subs)-1] })
}

// anchored reports whether the side of re that pick chooses is an anchor in every alternative. An open end that takes any
// text, as in .*, is no anchor.
func anchored(re *syntax.Regexp, anchor syntax.Op, pick func([]*syntax.Regexp) *syntax.Regexp) bool {
	switch re.Op {
	case anchor:
		return true
	case syntax.OpBeginLine:
		return anchor == syntax.OpBeginText
	case syntax.OpEndLine:
		return anchor == syntax.OpEndText
	case syntax.OpConcat, syntax.OpCapture:
		return len(re.Sub) > 0 && anchored(pick(re.Sub), anchor, pick)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !anchored(sub, anchor, pick) {
				return false
			}
		}
		return true
	default:
		return false
	}
}

// Example returns a text that the pattern matches as a whole, each repeat as short as can be; what is before a pattern
// without an anchor is left out. It is not ok where none is found within reason.
func (p Pattern) Example() (text string, ok bool) {
	var b strings.Builder
	if !shortest(p.whole, &b) || !p.match.MatchString(b.String()) {
		return "", false
	}
	return b.String(), true
}

// shortest writes a short text that re matches.
func shortest(re *syntax.Regexp, b *strings.Builder) bool {
	const enough = 200 // bytes of an example
	if b.Len() > enough {
		return false
	}
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			b.WriteRune(lower(r))
		}
		return true
	case syntax.OpCharClass:
		return writeMember(re.Rune, b)
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('a')
		return true
	case syntax.OpStar, syntax.OpQuest, syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	case syntax.OpRepeat:
		for range re.Min {
			if !shortest(re.Sub[0], b) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		return shortest(re.Sub[0], b)
	case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
		for _, sub := range re.Sub {
			if !shortest(sub, b) {
				return false
			}
		}
		return true
	default:
		return false
	}
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// writeMember writes a character of a class: a letter or digit where it has one, else its first.
func writeMember(bounds []rune, b *strings.Builder) bool {
	for _, c := range "a0w-./z" {
		if inClass(bounds, c) {
			b.WriteRune(c)
			return true
		}
	}
	if len(bounds) == 0 || !utf8.ValidRune(bounds[0]) {
		return false
	}
	b.WriteRune(bounds[0])
	return true
}
