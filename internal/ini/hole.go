package ini

import "strings"

// A Hole is a part of a text that something else fills in.
type Hole struct {
	// Kind is the language of the hole.
	Kind HoleKind
	// Start and End are offsets in the text that holds it.
	Start, End int
	// Name is the bare name in it, or "" where it holds more than a name.
	Name string
}

// HoleKind is the language of a hole.
type HoleKind uint8

// The kinds of hole.
const (
	// Template is {{ name }} or {% … %} (Jinja, Django) or <%= name %> (ERB, Mako).
	Template HoleKind = iota
	// Marker is __NAME__ or @NAME@ in capitals, which an install script replaces.
	Marker
	// Foreign is %(name)s with a name that supervisor does not know: a template of Fabric's or of a recipe.
	Foreign
	// Reference is ${NAME}, for a shell or envsubst. Supervisor itself leaves it alone.
	Reference
)

// holes finds all holes of a text, in order.
func holes(text string) []Hole {
	var found []Hole
	for i := 0; i < len(text); {
		h, ok := holeAt(text, i)
		if !ok {
			i++
			continue
		}
		found = append(found, h)
		i = h.End
	}
	return found
}

func holeAt(text string, i int) (Hole, bool) {
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "{{"):
		return closed(text, i, "}}", Template)
	case strings.HasPrefix(rest, "{%"):
		return closed(text, i, "%}", Template)
	case strings.HasPrefix(rest, "<%"):
		return closed(text, i, "%>", Template)
	case strings.HasPrefix(rest, "${"):
		return closed(text, i, "}", Reference)
	case strings.HasPrefix(rest, "%%"):
		return Hole{}, false
	case strings.HasPrefix(rest, "%("):
		h, ok := closed(text, i, ")", Foreign)
		if !ok || i > 0 && escaped(text, i) || KnownName(h.Name) {
			return Hole{}, false
		}
		if h.End < len(text) && isLetter(text[h.End]) {
			h.End++
		}
		return h, true
	case strings.HasPrefix(rest, "__"):
		return marker(text, i, "__")
	case rest[0] == '@':
		return marker(text, i, "@")
	}
	return Hole{}, false
}

// escaped reports whether the percent sign at i is the second of a pair.
func escaped(text string, i int) bool {
	n := 0
	for n < i && text[i-1-n] == '%' {
		n++
	}
	return n%2 == 1
}

// closed returns the hole that begins at i with an opener of two bytes and runs up to its closer on one line.
func closed(text string, i int, closer string, kind HoleKind) (Hole, bool) {
	const opener = 2
	const most = 512 // so that a line of nothing but openers costs no more than any other
	body, _, _ := strings.Cut(text[i+opener:min(len(text), i+opener+most)], "\n")
	n := strings.Index(body, closer)
	if n < 0 {
		return Hole{}, false
	}
	name := strings.TrimSpace(strings.TrimLeft(body[:n], "=-"))
	if strings.ContainsAny(name, " \t|:(") {
		name = ""
	}
	return Hole{Kind: kind, Start: i, End: i + opener + n + len(closer), Name: name}, true
}

// marker returns the hole __NAME__ or @NAME@ at i: capitals, digits and underscores between two marks, standing alone, so
// that neither __init__ nor an address such as USER@HOST is one.
func marker(text string, i int, mark string) (Hole, bool) {
	if i > 0 && (isWordByte(text[i-1]) || text[i-1] == mark[0]) {
		return Hole{}, false
	}
	from := i + len(mark)
	end := from
	for end < len(text) && (isUpper(text[end]) || text[end] == '_' || isDigit(text[end])) {
		end++
	}
	name := text[from:end]
	if mark == "@" {
		if end >= len(text) || text[end] != '@' {
			return Hole{}, false
		}
		end++
	} else {
		var ok bool
		if name, ok = strings.CutSuffix(name, mark); !ok {
			return Hole{}, false
		}
	}
	if name == "" || !isUpper(name[0]) || strings.Contains(name, "__") || end < len(text) && isWordByte(text[end]) {
		return Hole{}, false
	}
	return Hole{Kind: Marker, Start: i, End: end, Name: name}, true
}

func isUpper(c byte) bool    { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isLetter(c byte) bool   { return isUpper(c) || 'a' <= c && c <= 'z' }
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }
