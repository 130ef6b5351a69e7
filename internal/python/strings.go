package python

import (
	"strings"
	"unicode/utf8"
)

// strings reads adjacent string literals, which make one constant, f-string or t-string.
func (p *parser) strings() Expr {
	from := p.from()
	t := p.toks[p.at]
	next := p.toks[p.at+1].kind
	if t.kind == tokString && next != tokString && next != tokFStart {
		c := p.stringLiteral(t)
		p.next()
		return c
	}
	mark := p.exprs.mark()
	var seen struct{ bytes, text, f, t bool }
	for p.kind == tokString || p.kind == tokFStart {
		t := p.toks[p.at]
		switch {
		case p.kind == tokString:
			seen.bytes = seen.bytes || t.flags&flagBytes != 0
			seen.text = seen.text || t.flags&flagBytes == 0
			p.exprs.push(p.stringLiteral(t))
			p.next()
		case t.flags&flagT != 0:
			seen.t = true
			p.fstring()
		default:
			seen.f = true
			p.fstring()
		}
	}
	all := p.since(from)
	switch {
	case seen.t && (seen.f || seen.text || seen.bytes):
		p.at--
		p.kind = p.toks[p.at].kind
		p.failAt(all, "cannot mix t-string literals with string or bytes literals")
	case seen.bytes && (seen.f || seen.text):
		p.at--
		p.kind = p.toks[p.at].kind
		p.failAt(all, "cannot mix bytes and nonbytes literals")
	}
	p.joinConstants(mark, seen.f || seen.t)
	switch {
	case seen.t:
		return &TemplateStr{Pos: all, Values: p.exprs.take(mark)}
	case seen.f:
		j := p.joined.next()
		j.Pos, j.Values = all, p.exprs.take(mark)
		return j
	}
	c, _ := p.exprs.stack[mark].(*Constant)
	p.exprs.stack = p.exprs.stack[:mark]
	c.Pos = all
	return c
}

// joinConstants makes one constant of each run of them among the expressions on the stack from mark on. In f-strings and
// t-strings, empty ones go.
func (p *parser) joinConstants(mark int, dropEmpty bool) {
	stack := p.exprs.stack
	out := stack[:mark]
	for i := mark; i < len(stack); {
		c, ok := stack[i].(*Constant)
		if !ok {
			out = append(out, stack[i])
			i++
			continue
		}
		j := i + 1
		for j < len(stack) {
			if _, ok := stack[j].(*Constant); !ok {
				break
			}
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, e := range stack[i:j] {
				part, _ := e.(*Constant)
				b.WriteString(part.Text)
				c.Opaque = c.Opaque || part.Opaque
				c.To = part.To
			}
			c.Text = b.String()
		}
		if !dropEmpty || c.Text != "" || c.Opaque {
			out = append(out, c)
		}
		i = j
	}
	p.exprs.stack = out
}

// stringLiteral returns the constant that t, a tokString, spells.
func (p *parser) stringLiteral(t token) *Constant {
	c := p.constant.next()
	c.Pos = Pos{t.from, t.to}
	c.Kind = ConstStr
	c.U = t.flags&flagU != 0
	from, to := t.from, t.to-1
	for p.src[from] != '"' && p.src[from] != '\'' {
		from++
	}
	from++
	if t.flags&flagTriple != 0 {
		from += 2
		to -= 2
	}
	if t.flags&flagBytes == 0 {
		c.Text, c.Opaque = p.textValue(from, to, t.flags)
		return c
	}
	c.Kind = ConstBytes
	raw := p.src[from:to]
	for i := range len(raw) {
		if raw[i] >= 0x80 {
			p.failAt(c.Pos, "bytes can only contain ASCII literal characters")
		}
	}
	if p.cr {
		raw = normalLines(raw)
	}
	c.Text = raw
	if t.flags&(flagRaw|flagEscape) == flagEscape {
		text, message := unescapeBytes(raw)
		if message != "" {
			p.failAt(c.Pos, message)
		}
		c.Text = text
	}
	return c
}

// textValue returns the value of the source from one offset to another, as part of a string with the given flags.
func (p *parser) textValue(from, to uint32, f flags) (text string, opaque bool) {
	raw := p.src[from:to]
	if p.latin1 {
		raw = fromLatin1(raw)
	}
	if p.cr {
		raw = normalLines(raw)
	}
	if f&(flagRaw|flagEscape) != flagEscape {
		return raw, false
	}
	text, opaque, message := unescape(raw)
	if message != "" {
		p.failAt(Pos{from, to}, message)
	}
	return text, opaque
}

// normalLines makes every line end a line feed, as CPython does before it looks at the source.
func normalLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// simpleEscape returns what a backslash before c stands for, where that is one byte.
func simpleEscape(c byte) (byte, bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'n':
		return '\n', true
	case 't':
		return '\t', true
	case 'r':
		return '\r', true
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'v':
		return '\v', true
	default:
		return 0, false
	}
}

// octal reads up to three octal digits.
func octal(s string) (value, n int) {
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '7' {
		value = 8*value + int(s[n]-'0')
		n++
	}
	return value, n
}

// hexDigits reads exactly n hexadecimal digits.
func hexDigits(s string, n int) (value int, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := range n {
		if !isDigit(s[i], 16) {
			return 0, false
		}
		d := int(s[i] - '0')
		if s[i] >= 'A' {
			d = int(s[i]|0x20-'a') + 10
		}
		value = 16*value + d
	}
	return value, true
}

// unescape returns the text that s, the inside of a string literal, stands for, or a message on what is wrong with it.
func unescape(s string) (text string, opaque bool, message string) {
	b := make([]byte, 0, len(s))
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 || i+1 == len(s) {
			return string(append(b, s...)), opaque, ""
		}
		b = append(b, s[:i]...)
		c := s[i+1]
		s = s[i+2:]
		if x, ok := simpleEscape(c); ok {
			b = append(b, x)
			continue
		}
		digits := 0
		switch c {
		case '\n':
			continue
		case '0', '1', '2', '3', '4', '5', '6', '7':
			value, n := octal(string(c) + s[:min(2, len(s))])
			b = utf8.AppendRune(b, rune(value))
			s = s[n-1:]
			continue
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		case 'N':
			end := strings.IndexByte(s, '}')
			if !strings.HasPrefix(s, "{") || end < 2 {
				return "", false, "(unicode error) malformed \\N character escape"
			}
			opaque = true
			s = s[end+1:]
			continue
		default:
			b = append(b, '\\', c) // CPython only warns
			continue
		}
		value, ok := hexDigits(s, digits)
		if !ok {
			return "", false, "(unicode error) truncated \\" + string(c) + " escape"
		}
		if value > utf8.MaxRune {
			return "", false, "(unicode error) illegal Unicode character"
		}
		b = appendRune(b, value)
		s = s[digits:]
	}
}

// appendRune appends the UTF-8 of r, which may be half of a surrogate pair.
func appendRune(b []byte, r int) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(b, 0xed, 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(b, rune(r))
}

// unescapeBytes is unescape for a bytes literal.
func unescapeBytes(s string) (value, message string) {
	b := make([]byte, 0, len(s))
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 || i+1 == len(s) {
			return string(append(b, s...)), ""
		}
		b = append(b, s[:i]...)
		c := s[i+1]
		s = s[i+2:]
		if x, ok := simpleEscape(c); ok {
			b = append(b, x)
			continue
		}
		switch c {
		case '\n':
		case '0', '1', '2', '3', '4', '5', '6', '7':
			value, n := octal(string(c) + s[:min(2, len(s))])
			b = append(b, byte(value))
			s = s[n-1:]
		case 'x':
			value, ok := hexDigits(s, 2)
			if !ok {
				return "", "(value error) invalid \\x escape"
			}
			b = append(b, byte(value))
			s = s[2:]
		default:
			b = append(b, '\\', c)
		}
	}
}
