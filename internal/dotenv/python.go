package dotenv

import (
	"regexp"
	"strings"
)

// pythonDotenv does what python-dotenv's parser.py and resolve_variables do.
func (r *reading) pythonDotenv(how Reader) {
	p := &pythonReader{reading: r, text: r.text, literal: how.Literal, old: how.Old}
	if strings.HasPrefix(r.text, "\ufeff") && !p.old {
		p.at = len("\ufeff")
	}
	for p.at < len(p.text) {
		p.binding()
	}
}

type pythonReader struct {
	*reading
	text string
	at   int
	// literal is set where references are left as they are.
	literal bool
	// old is set for the parser before 1.2.3.
	old bool
}

// skip moves on over all characters of which is says so.
func (p *pythonReader) skip(is func(rune) bool) {
	p.at += len(p.text[p.at:]) - len(strings.TrimLeftFunc(p.text[p.at:], is))
}

func (p *pythonReader) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func isInlineSpace(c rune) bool { return isSpace(c) && c != '\r' && c != '\n' }

// binding reads one statement. Where it is broken the rest of the line is left out, which is counted from the place of
// the fault: an open quote swallows what lies before it only.
func (p *pythonReader) binding() {
	p.skip(isSpace)
	if p.at >= len(p.text) {
		return
	}
	start := p.at
	if rest := p.text[p.at:]; strings.HasPrefix(rest, "export") {
		if blanks := strings.TrimLeftFunc(rest[len("export"):], isInlineSpace); len(blanks) < len(rest)-len("export") {
			p.at = len(p.text) - len(blanks)
		}
	}
	key, keyStart, keyEnd, ok := p.key()
	if !ok {
		p.broken(key, start, "the line is no assignment")
		return
	}
	p.skip(isInlineSpace)
	null := p.peek() != '='
	value, valueStart, valueEnd := "", p.at, p.at
	if !null {
		p.at++
		from := p.at
		p.skip(isInlineSpace)
		valueStart, valueEnd = p.at, p.at
		// "KEY= # comment" has no value, and "KEY=#x" has.
		if p.at == from || p.peek() != '#' || p.old {
			if value, ok = p.value(); !ok {
				p.broken(key, start, "the quote is not closed")
				return
			}
			valueEnd = valueStart + len(strings.TrimRightFunc(p.text[valueStart:p.at], isSpace))
		}
	}
	if !p.end() {
		p.broken(key, start, "something stands behind the closing quote")
		return
	}
	if keyStart == keyEnd {
		return // a comment
	}
	e := p.add(key, keyStart, keyEnd, valueStart, valueEnd)
	if null {
		e.Null, e.Exported = true, false
		p.scope.vars[key] = result{}
		return
	}
	if p.literal {
		p.set(e, result{text: value})
		return
	}
	p.set(e, p.interpolate(value))
}

// key reads the name, which is empty at a comment.
func (p *pythonReader) key() (key string, start, end int, ok bool) {
	start = p.at
	switch p.peek() {
	case '#':
		return "", start, start, true
	case '\'':
		n := strings.IndexByte(p.text[start+1:], '\'')
		if n <= 0 {
			return "", start, start, false
		}
		p.at = start + n + 2
		return p.text[start+1 : p.at-1], start, p.at, true
	}
	p.skip(func(c rune) bool { return c != '=' && c != '#' && !isSpace(c) })
	return p.text[start:p.at], start, p.at, p.at > start
}

// value reads and decodes a value and leaves out a comment behind an unquoted one.
func (p *pythonReader) value() (string, bool) {
	start := p.at
	switch quote := p.peek(); quote {
	case '\'', '"':
		if p.old {
			return p.oldQuoted(quote)
		}
		for i := start + 1; i < len(p.text); i++ {
			switch p.text[i] {
			case '\\':
				i++
			case quote:
				p.at = i + 1
				return decodePython(universal(p.text[start+1:i]), quote), true
			}
		}
		return "", false
	}
	p.skip(func(c rune) bool { return c != '\r' && c != '\n' })
	part := p.text[start:p.at]
	blank := false
	for i, c := range part {
		if c == '#' && blank {
			p.at = start + i
			part = part[:i]
			break
		}
		blank = isSpace(c)
	}
	return strings.TrimRightFunc(part, isSpace), true
}

// oldQuoted reads a value in quotes: up to the first quote that no backslash stands before, or else the last that one does.
func (p *pythonReader) oldQuoted(quote byte) (string, bool) {
	start, end := p.at, -1
	for i := start + 1; i < len(p.text); i++ {
		if p.text[i] != quote {
			continue
		}
		end = i
		if p.text[i-1] != '\\' || i-1 == start {
			break
		}
	}
	if end < 0 {
		return "", false
	}
	p.at = end + 1
	return decodePython(universal(p.text[start+1:end]), quote), true
}

// end reads a comment and the end of the line.
func (p *pythonReader) end() bool {
	p.skip(isInlineSpace)
	if p.peek() == '#' {
		p.skip(func(c rune) bool { return c != '\r' && c != '\n' })
	}
	if p.at >= len(p.text) {
		return true
	}
	if strings.HasPrefix(p.text[p.at:], "\r\n") {
		p.at += 2
		return true
	}
	if c := p.peek(); c == '\r' || c == '\n' {
		p.at++
		return true
	}
	return false
}

// broken leaves out the rest of the line.
func (p *pythonReader) broken(key string, start int, why string) {
	p.skip(func(c rune) bool { return c != '\r' && c != '\n' })
	p.drop(key, start, p.at, why)
	if p.at < len(p.text) {
		p.at++
	}
}

// universal gives a text the line ends that Python's text mode gives it.
func universal(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// decodePython decodes the escapes that python-dotenv knows in a quoted value.
func decodePython(text string, quote byte) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	from, to := `\'`, "\\'"
	if quote == '"' {
		from, to = `\'"abfnrtv`, "\\'\"\a\b\f\n\r\t\v"
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			if n := strings.IndexByte(from, text[i+1]); n >= 0 {
				b.WriteByte(to[n])
				i++
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// pythonReference is python-dotenv's own expression for a reference (variables.py).
var pythonReference = regexp.MustCompile(`\$\{([^\}:]*)(:-([^\}]*))?\}`)

// interpolate resolves ${NAME} and ${NAME:-default}, which python-dotenv does in single quotes too. The default counts
// only where the variable is not there; an empty one stays empty.
func (p *pythonReader) interpolate(value string) result {
	var v result
	at := 0
	for _, m := range pythonReference.FindAllStringSubmatchIndex(value, -1) {
		v = v.join(result{text: value[at:m[0]]})
		at = m[1]
		name := value[m[2]:m[3]]
		if m[4] < 0 {
			v = v.join(p.scope.reference(name))
			continue
		}
		w, supply := p.scope.lookup(name)
		if supply == Open || supply == Unset {
			w = result{text: value[m[6]:m[7]]}
		}
		v = v.join(w)
	}
	return v.join(result{text: value[at:]})
}
