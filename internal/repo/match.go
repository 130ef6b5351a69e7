package repo

import "strings"

// Matching gives up after so many steps: stars can make it exponential.
const matchSteps = 100_000

// wildmatch matches as git's wildmatch.c does. With paths set, stars and classes do not match a slash, and ** as a whole
// element stands for any number of folders.
func wildmatch(pattern, name string, paths bool) bool {
	m := matcher{paths: paths, steps: matchSteps}
	return m.match(pattern, name, true)
}

// globMatch matches a path as a shell does: as wildmatch, and a leading dot must be written.
func globMatch(pattern, name string) bool {
	m := matcher{paths: true, hideDots: true, steps: matchSteps}
	return m.match(pattern, name, true)
}

type matcher struct {
	paths    bool
	hideDots bool
	steps    int
	// over is set when a star has tried all places that it may reach. A star before it would only have it try fewer of
	// them, so the match has failed and not just this attempt; without this, stars in a row cost exponential time.
	over extent
}

// extent is how far a star that failed has looked.
type extent uint8

const (
	nowhere extent = iota
	// elementEnd: to the end of the path's element. A ** before it may still try the next elements.
	elementEnd
	// nameEnd: to the end of the name.
	nameEnd
)

// match reports whether all of name matches. atElement is set where a path's element begins.
func (m *matcher) match(pattern, name string, atElement bool) bool {
	for pattern != "" {
		if m.steps--; m.steps < 0 {
			return false
		}
		hidden := m.hideDots && atElement && strings.HasPrefix(name, ".")
		switch pattern[0] {
		case '*':
			return m.star(pattern, name, atElement, hidden)
		case '?':
			if name == "" || m.paths && name[0] == '/' || hidden {
				return false
			}
			pattern = pattern[1:]
		case '[':
			matched, rest, ok := matchClass(pattern, name)
			if !ok || !matched || m.paths && name[0] == '/' || hidden {
				return false
			}
			pattern = rest
		case '\\':
			if len(pattern) == 1 || name == "" || name[0] != pattern[1] {
				return false
			}
			pattern = pattern[2:]
		default:
			if name == "" || name[0] != pattern[0] {
				return false
			}
			pattern = pattern[1:]
		}
		atElement = name[0] == '/'
		name = name[1:]
	}
	return name == ""
}

// star matches a pattern that begins with one star or more.
func (m *matcher) star(pattern, name string, atElement, hidden bool) bool {
	rest := strings.TrimLeft(pattern, "*")
	wholeElement := len(pattern)-len(rest) >= 2 && atElement && (rest == "" || rest[0] == '/')
	if m.paths && wholeElement {
		if rest == "" {
			return !m.hideDots || !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.")
		}
		// "**/" stands for no folder as well.
		if m.match(rest[1:], name, true) {
			return true
		}
		for i := range len(name) {
			if m.over == nameEnd || m.steps < 0 || m.hideDots && name[i] == '.' && (i == 0 || name[i-1] == '/') {
				return false
			}
			m.over = nowhere
			if name[i] == '/' && m.match(rest[1:], name[i+1:], true) {
				return true
			}
		}
		m.over = nameEnd
		return false
	}
	if hidden {
		return false
	}
	for i := 0; ; i++ {
		if m.match(rest, name[i:], atElement && i == 0) {
			return true
		}
		switch {
		case m.over != nowhere || m.steps < 0:
			return false
		case i == len(name):
			m.over = nameEnd
			return false
		case m.paths && name[i] == '/':
			m.over = elementEnd
			return false
		}
	}
}

// matchClass matches the first byte of name against a bracket expression. ok is false for one that does not end.
func matchClass(pattern, name string) (matched bool, rest string, ok bool) {
	if name == "" {
		return false, "", false
	}
	c := name[0]
	at := 1
	negated := at < len(pattern) && (pattern[at] == '!' || pattern[at] == '^')
	if negated {
		at++
	}
	for first := true; ; first = false {
		if at >= len(pattern) {
			return false, "", false
		}
		if pattern[at] == ']' && !first {
			return matched != negated, pattern[at+1:], true
		}
		if class, found := strings.CutPrefix(pattern[at:], "[:"); found {
			word, _, closed := strings.Cut(class, ":]")
			if closed && !strings.Contains(word, "]") {
				is, known := inClass(word, c)
				if !known {
					return false, "", false
				}
				matched = matched || is
				at += len(word) + 4
				continue
			}
		}
		low, next, ok := classByte(pattern, at)
		if !ok {
			return false, "", false
		}
		at = next
		high := low
		if at+1 < len(pattern) && pattern[at] == '-' && pattern[at+1] != ']' {
			if high, at, ok = classByte(pattern, at+1); !ok {
				return false, "", false
			}
		}
		matched = matched || low <= c && c <= high
	}
}

// classByte returns the byte at a place in a bracket expression, where a backslash quotes the next one.
func classByte(pattern string, at int) (c byte, next int, ok bool) {
	if pattern[at] == '\\' {
		if at++; at >= len(pattern) {
			return 0, at, false
		}
	}
	return pattern[at], at + 1, true
}

// inClass reports whether c is in a class such as [:alpha:].
func inClass(word string, c byte) (is, known bool) {
	lower, upper, digit := c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9'
	graph := c > ' ' && c < 0x7f
	switch word {
	case "alnum":
		return lower || upper || digit, true
	case "alpha":
		return lower || upper, true
	case "blank":
		return c == ' ' || c == '\t', true
	case "cntrl":
		return c < ' ' || c == 0x7f, true
	case "digit":
		return digit, true
	case "graph":
		return graph, true
	case "lower":
		return lower, true
	case "print":
		return graph || c == ' ', true
	case "punct":
		return graph && !lower && !upper && !digit, true
	case "space":
		return c == ' ' || c >= '\t' && c <= '\r', true
	case "upper":
		return upper, true
	case "xdigit":
		return digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F', true
	}
	return false, false
}
