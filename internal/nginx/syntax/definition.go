package syntax

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/version"
)

// A Version is a version of nginx: 1.22.1.
type Version [3]int

// DefaultVersion returns the version that is taken where none is known: that of a stable distribution.
func DefaultVersion() Version { return Version{1, 22, 1} }

// ParseVersion parses "1.25.3" or "1.25".
func ParseVersion(text string) (v Version, ok bool) {
	numbers, rest := version.Numbers(text)
	if len(numbers) < 2 || len(numbers) > len(v) || rest != "" {
		return Version{}, false
	}
	copy(v[:], numbers)
	return v, true
}

// AtLeast reports whether v is w or a later version.
func (v Version) AtLeast(w Version) bool { return v.compare(w) >= 0 }

// String returns the version as nginx -v prints it.
func (v Version) String() string {
	return strconv.Itoa(v[0]) + "." + strconv.Itoa(v[1]) + "." + strconv.Itoa(v[2])
}

func (v Version) compare(w Version) int { return slices.CompareFunc(v[:], w[:], cmp.Compare[int]) }

// A Definition is one way in which nginx takes a directive.
type Definition struct {
	// Arguments are the numbers of parameters: "0", "12" for one or two, "1+", "2+", "f" for on or off, "*" for any.
	Arguments string
	// Block means that a block must follow.
	Block bool
	// Value says how the parameter is read where many directives read theirs alike: flag, num, size, off, msec, sec, str,
	// bufs, access, enum or mask; once where nothing is known but that a block may hold it once; "" otherwise.
	Value string
	// Words are the words that an enum or mask takes.
	Words []string
	// Since is the first version that has it, Until the first that has it no more; zero where that is not known or not so.
	Since, Until Version
	// ThirdParty means that the directive is not one of nginx's own modules, so that little is known of it.
	ThirdParty bool

	contexts string // letters
}

// In reports whether a block of context c takes the directive this way.
func (d Definition) In(c Context) bool {
	letter := c.letter()
	return letter != 0 && strings.IndexByte(d.contexts, letter) >= 0
}

// At reports whether version v has it.
func (d Definition) At(v Version) bool {
	return v.AtLeast(d.Since) && (d.Until == Version{} || !v.AtLeast(d.Until))
}

// Takes reports whether the directive may have n parameters.
func (d Definition) Takes(n int) bool {
	switch d.Arguments {
	case "*":
		return true
	case "f":
		return n == 1
	case "1+":
		return n >= 1
	case "2+":
		return n >= 2
	default:
		return n < 8 && strings.IndexByte(d.Arguments, byte('0'+n)) >= 0
	}
}

// Definitions returns the ways in which nginx takes the named directive, none where it is not known.
func Definitions(name string) []Definition {
	if isLua(name) {
		return []Definition{{Arguments: "*", Block: strings.HasSuffix(name, "_block"), ThirdParty: true, contexts: "mhslj"}}
	}
	line, ok := vocabularyLine(name)
	if !ok {
		return nil
	}
	var all []Definition
	for variant := range strings.SplitSeq(line, " | ") {
		words := strings.Fields(variant)
		d := Definition{contexts: words[0]}
		d.Arguments, d.Block = strings.CutSuffix(words[1], "{")
		d.ThirdParty = d.Arguments == "*"
		for _, word := range words[2:] {
			switch rest := word[1:]; word[0] {
			case '>':
				d.Since, _ = ParseVersion(rest)
			case '<':
				d.Until, _ = ParseVersion(rest)
			default:
				var list string
				if d.Value, list, _ = strings.Cut(word, "="); list != "" {
					d.Words = strings.Split(list, ",")
				}
			}
		}
		all = append(all, d)
	}
	return all
}
