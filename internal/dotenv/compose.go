package dotenv

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/value"
)

// compose does what Compose does with an env_file (compose-go's dotenv/parser.go of v2.16). What it refuses is recorded,
// and reading goes on at the next line.
func (r *reading) compose() {
	c := &composeReader{reading: r}
	if strings.HasPrefix(r.text, "\ufeff") {
		c.at = len("\ufeff")
	}
	for c.at < len(r.text) {
		char, n := utf8.DecodeRuneInString(r.text[c.at:])
		switch {
		case unicode.IsSpace(char):
			c.at += n
		case char == '#':
			c.at = lineEnd(r.text, c.at)
		default:
			c.statement()
		}
	}
}

type composeReader struct {
	*reading
	at int
}

func (c *composeReader) blanks() {
	c.at += len(c.text[c.at:]) - len(strings.TrimLeftFunc(c.text[c.at:], isBlank))
}

func (c *composeReader) statement() {
	start := c.at
	end := lineEnd(c.text, start)
	if rest := c.text[start:end]; strings.HasPrefix(rest, "export") && (len(rest) > 6 && unicode.IsSpace(rune(rest[6])) || len(rest) == 6 && end < len(c.text)) {
		c.at += len("export")
		c.blanks()
	}
	keyStart := c.at
	n := strings.IndexAny(c.text[min(c.at, end):end], "=:")
	keyEnd := end
	if n >= 0 {
		keyEnd = keyStart + n
	}
	keyEnd = trimRight(c.text, keyStart, max(keyStart, keyEnd))
	key := c.text[keyStart:keyEnd]
	switch {
	case strings.IndexFunc(key, func(r rune) bool { return !isBlank(r) && !isComposeName(r) }) >= 0:
		c.refuse(BadName, keyStart, keyEnd, "the name holds a character that no name has")
		c.at = end
		return
	case strings.Contains(key, " "):
		c.refuse(BadName, keyStart, keyEnd, "the name has a blank in it")
		c.at = end
		return
	case n < 0:
		c.at = end
		if end < len(c.text) {
			c.inherit(key, keyStart, keyEnd)
			return
		}
		// At the very end of the file the parser loses the name, and takes the text for the value of a name "".
		c.drop(key, keyStart, keyEnd, "it is the last line and has no line end, so the name is lost")
		return
	}
	c.at = keyStart + n + 1
	c.blanks()
	c.value(key, keyStart, keyEnd)
}

func isComposeName(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsNumber(c) || strings.ContainsRune("_.-[]", c)
}

// value reads the value of key.
func (c *composeReader) value(key string, keyStart, keyEnd int) {
	start := c.at
	if start < len(c.text) && (c.text[start] == '"' || c.text[start] == '\'') {
		quote := c.text[start]
		text, next := composeQuoted(c.text, start)
		if next < 0 {
			c.refuse(Unterminated, keyStart, trimRight(c.text, keyStart, lineEnd(c.text, start)), "the quote is not closed")
			c.at = lineEnd(c.text, start)
			return
		}
		c.at = next
		v := result{text: text}
		if quote == '"' {
			v = c.expand(composeEscapes(text), start, next)
		}
		c.set(c.add(key, keyStart, keyEnd, start, next), v)
		return
	}
	end := lineEnd(c.text, start)
	c.at = end
	value, _, _ := strings.Cut(c.text[start:end], " #")
	value = strings.TrimRightFunc(value, unicode.IsSpace)
	stop := start + len(value)
	c.set(c.add(key, keyStart, keyEnd, start, stop), c.expand(value, start, stop))
}

// composeQuoted returns the text of the quoted value at start and where it ends, or -1. A backslash goes only before the
// quote itself.
func composeQuoted(text string, start int) (string, int) {
	var b strings.Builder
	escape := false
	for i := start + 1; i < len(text); i++ {
		char := text[i]
		switch {
		case char != text[start] && !escape && char == '\\':
			escape = true
			continue
		case char != text[start] && escape:
			b.WriteByte('\\')
		case char == text[start] && !escape:
			return b.String(), i + 1
		}
		escape = false
		b.WriteByte(char)
	}
	return "", -1
}

// composeEscapes decodes \n and its like in a double-quoted value; "\$" becomes "$$", which the expansion takes for "$".
func composeEscapes(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 >= len(text) {
			b.WriteByte(text[i])
			continue
		}
		n := 2
		escape := text[i : i+n]
		switch c := text[i+1]; {
		case c == '$':
			b.WriteString("$$")
			i++
			continue
		case c == '0':
			for n < 5 && i+n < len(text) && '0' <= text[i+n] && text[i+n] <= '9' {
				n++
			}
			escape = `\` + text[i+2:i+n]
		case strings.IndexByte(`abcfnrtv"\`, c) < 0:
			b.WriteByte('\\')
			continue
		}
		if char, _, _, err := strconv.UnquoteChar(escape, '"'); err == nil {
			b.WriteRune(char)
		} else {
			b.WriteString(text[i : i+n])
		}
		i += n - 1
	}
	return b.String()
}

// expand resolves the references of a value that stands at the given bounds.
func (c *composeReader) expand(text string, start, end int) result {
	v, ok := c.scope.template(text, 0)
	if !ok {
		c.refuse(BadExpansion, start, end, "a reference with $ is not well-formed")
		return result{unknown: value.Because("it holds a reference that is not well-formed")}
	}
	return v
}

// template resolves $NAME, ${NAME} and ${NAME:-default} with its kin, and turns "$$" into "$" (compose-go's
// template/template.go). It is not ok where a brace is not closed, holds no name, or a required variable is missing.
func (s scope) template(text string, depth int) (v result, ok bool) {
	if depth > maxDepth {
		return result{unknown: value.Because("it nests too deeply")}, true
	}
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '$')
		if n < 0 {
			n = len(text) - i
		}
		v = v.join(result{text: text[i : i+n]})
		i += n
		if i >= len(text) {
			break
		}
		rest := text[i+1:]
		name := shellName(rest)
		switch {
		case strings.HasPrefix(rest, "$"):
			v = v.join(result{text: "$"})
			i += 2
		case name != "":
			v = v.join(s.reference(name))
			i += 1 + len(name)
		case strings.HasPrefix(rest, "{"):
			closing := closingBrace(rest)
			if closing < 0 {
				return v, false
			}
			w, ok := s.braced(rest[1:closing], depth)
			if !ok {
				return v, false
			}
			v = v.join(w)
			i += closing + 2
		default:
			v = v.join(result{text: "$"})
			i++
		}
	}
	return v, true
}

// braced resolves what stands between the braces.
func (s scope) braced(text string, depth int) (result, bool) {
	name := shellName(text)
	if name == "" {
		return result{}, false
	}
	operator := text[len(name):]
	if operator == "" {
		return s.reference(name), true
	}
	operator, empty := strings.CutPrefix(operator, ":")
	if operator == "" {
		return result{}, false
	}
	v, supply := s.lookup(name)
	missing := supply == Unset || supply == Open || empty && supply == Set && v.text == ""
	switch operator[0] {
	case '-':
		if missing {
			return s.template(operator[1:], depth+1)
		}
		return v, true
	case '+':
		if supply == Open {
			return s.reference(name), true
		}
		if missing {
			return result{}, true
		}
		return s.template(operator[1:], depth+1)
	case '?':
		if supply == Open {
			return s.reference(name), true
		}
		return v, !missing
	}
	return result{}, false
}

// shellName returns the variable's name that text begins with, or "".
func shellName(text string) string {
	n := 0
	for n < len(text) && isNameByte(rune(text[n])) && (n > 0 || text[0] < '0' || text[0] > '9') {
		n++
	}
	return text[:n]
}

// closingBrace returns the offset of the brace that closes the one at 0, or -1.
func closingBrace(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}
