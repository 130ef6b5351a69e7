package syntax

import (
	"strings"

	"deploylint/internal/source"
)

// MaxWord is the longest word that fits in nginx's read buffer (NGX_CONF_BUFFER) together with what ends it.
const MaxWord = 4095

type tokenKind uint8

const (
	endToken tokenKind = iota
	wordToken
	semicolonToken
	openToken
	closeToken
	// holeToken is a template tag that brings in text of its own: {% include "x" %}.
	holeToken
)

// A token is a word or one of ; { }.
type token struct {
	kind       tokenKind
	start, end int
	word       Word // for wordToken
	newline    bool // first on its line
}

// A lexer splits text into tokens as ngx_conf_read_token does.
type lexer struct {
	file     *source.File
	text     string // ends where the lexer must
	pos      int
	comments []source.Span
	errors   []Error
	template template
}

func (l *lexer) span(start, end int) source.Span { return l.file.Span(start, end) }

func (l *lexer) fail(start, end int, message string) {
	if len(l.errors) < maxErrors {
		l.errors = append(l.errors, Error{Span: l.span(start, end), Message: message})
	}
}

// next returns the next token. The lexer stands behind it afterwards.
func (l *lexer) next() token {
	newline := l.pos == 0
	for l.pos < len(l.text) {
		c := l.text[l.pos]
		switch c {
		case '\n':
			newline = true
			l.pos++
			continue
		case ' ', '\t', '\r':
			l.pos++
			continue
		case '#':
			l.comment()
			continue
		}
		if h, ok := l.template.at(l.text, l.pos); ok {
			switch start := l.pos; h.kind {
			case templateComment:
				l.pos = h.end
				l.comments = append(l.comments, l.span(start, h.end))
				continue
			case templateTag:
				l.pos = h.end
				l.template.count(h)
				if h.brings {
					return token{kind: holeToken, start: start, end: h.end, newline: newline}
				}
				continue
			case templateValue:
				return l.word(newline)
			}
		}
		switch c {
		case ';':
			return l.punctuation(semicolonToken, newline)
		case '{':
			return l.punctuation(openToken, newline)
		case '}':
			return l.punctuation(closeToken, newline)
		}
		return l.word(newline)
	}
	return token{kind: endToken, start: l.pos, end: l.pos, newline: newline}
}

func (l *lexer) punctuation(kind tokenKind, newline bool) token {
	l.pos++
	return token{kind: kind, start: l.pos - 1, end: l.pos, newline: newline}
}

// comment skips a comment up to its line end. A template's tags in it count, because the template engine knows no
// nginx comments.
func (l *lexer) comment() {
	start := l.pos
	end := len(l.text)
	if n := strings.IndexByte(l.text[start:], '\n'); n >= 0 {
		end = start + n
	}
	for l.template.on {
		n := strings.IndexAny(l.text[l.pos:end], "{<")
		if n < 0 {
			break
		}
		l.pos += n
		h, ok := l.template.at(l.text, l.pos)
		if !ok {
			l.pos++
			continue
		}
		l.template.count(h)
		l.pos = h.end
		if h.end > end {
			// The template's piece reaches over the line end, and what follows it there is still commented out.
			if end = len(l.text); strings.IndexByte(l.text[h.end:], '\n') >= 0 {
				end = h.end + strings.IndexByte(l.text[h.end:], '\n')
			}
		}
	}
	l.pos = end
	if end-start > MaxWord {
		l.fail(start, start+20, "comment longer than 4096 bytes, which nginx refuses")
	}
	if end > start && l.text[end-1] == '\r' {
		end--
	}
	l.comments = append(l.comments, l.span(start, end))
}

// word reads a word, quoted or not.
func (l *lexer) word(newline bool) token {
	start := l.pos
	tags := l.template.tags
	t := token{kind: wordToken, start: start, newline: newline}
	hole := false
	if c := l.text[start]; c == '"' || c == '\'' {
		t.word.Quote = c
		t.word.Text, hole = l.quoted(c)
	} else {
		hole = l.bare()
		t.word.Text = Unescape(l.text[start:l.pos])
	}
	t.end = l.pos
	t.word.Span = l.span(start, l.pos)
	t.word.Hole = hole || l.template.tags != tags || hasPlaceholder(t.word.Text, t.word.Quote != 0)
	limit := MaxWord
	if t.word.Quote != 0 {
		limit++ // the opening quote does not count, the closing one does
	}
	if l.pos-start > limit {
		l.fail(start, start+min(20, l.pos-start), "parameter longer than 4096 bytes, which nginx refuses")
	}
	return t
}

// bare moves behind an unquoted word. Quotes, "}" and "#" are ordinary characters in it.
func (l *lexer) bare() (hole bool) {
	for l.pos < len(l.text) {
		switch c := l.text[l.pos]; c {
		case ' ', '\t', '\r', '\n', ';':
			return hole
		case '\\':
			l.pos = min(l.pos+2, len(l.text))
		case '$':
			l.pos++
			for l.pos < len(l.text) && l.text[l.pos] == '{' && !l.skipHole() {
				l.pos++
			}
		case '{', '<':
			switch {
			case l.skipHole():
				hole = true
			case c == '{':
				return hole
			default:
				l.pos++
			}
		default:
			l.pos++
		}
	}
	return hole
}

// skipHole moves behind the piece of a template that begins here, if one does.
func (l *lexer) skipHole() bool {
	h, ok := l.template.at(l.text, l.pos)
	if !ok {
		return false
	}
	l.template.count(h)
	l.pos = h.end
	return true
}

// quoted moves behind a quoted word and returns its text.
func (l *lexer) quoted(quote byte) (text string, hole bool) {
	start := l.pos
	for l.pos++; l.pos < len(l.text); {
		switch c := l.text[l.pos]; {
		case c == '\\':
			l.pos = min(l.pos+2, len(l.text))
		case (c == '{' || c == '<') && l.skipHole():
			hole = true
		case c == quote:
			l.pos++
			return l.afterQuote(start, hole)
		default:
			l.pos++
		}
	}
	l.fail(start, start+1, "quote is not closed")
	l.resync(start)
	return Unescape(l.text[start+1 : l.pos]), hole
}

// afterQuote deals with what follows the closing quote of the word at start: nginx wants a space, ; { or ).
func (l *lexer) afterQuote(start int, hole bool) (text string, holes bool) {
	text = Unescape(l.text[start+1 : l.pos-1])
	if l.pos == len(l.text) || strings.IndexByte(" \t\r\n;{)}", l.text[l.pos]) >= 0 {
		return text, hole // "}" is an error too, but the parser will say that ";" is missing
	}
	if _, ok := l.template.at(l.text, l.pos); ok {
		return text, hole
	}
	if strings.Contains(text, "\n") {
		// The quote that closes this word most likely opens another one, and this one was forgotten.
		end := l.pos
		if l.resync(start); l.pos < end {
			l.fail(start, start+1, "quote is not closed")
			return Unescape(l.text[start+1 : l.pos]), hole
		}
		l.pos = end
	}
	l.fail(l.pos, l.pos+1, `unexpected text after the closing quote: a space, ";" or "{" must follow`)
	rest := l.pos
	if l.text[rest] != '#' {
		hole = l.bare() || hole
	}
	return text + Unescape(l.text[rest:l.pos]), hole
}

// resync moves to the first of ; { } that ends a line, from start on, or to the end of the text.
func (l *lexer) resync(start int) {
	for at := start; at < len(l.text); {
		line, _, _ := strings.Cut(l.text[at:], "\n")
		if trimmed := strings.TrimRight(line, " \t\r"); trimmed != "" && at+len(trimmed) > start+1 {
			if strings.IndexByte(";{}", trimmed[len(trimmed)-1]) >= 0 {
				l.pos = at + len(trimmed) - 1
				return
			}
		}
		at += len(line) + 1
	}
	l.pos = len(l.text)
}

// Unescape resolves the escapes that nginx knows; every other backslash stays, for regular expressions.
func Unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\\' && i+1 < len(text) {
			switch text[i+1] {
			case '"', '\'', '\\':
				i++
				c = text[i]
			case 't':
				i++
				c = '\t'
			case 'r':
				i++
				c = '\r'
			case 'n':
				i++
				c = '\n'
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// SkipLuaBlock returns where the Lua block that is open at pos ends, behind its "}", and whether it does.
func SkipLuaBlock(f *source.File, text string, pos int) (end int, closed bool) {
	l := lexer{file: f, text: text, pos: pos}
	closed = l.skipLua()
	return l.pos, closed
}

// skipLua moves behind the "}" that closes a Lua block and reports whether there is one. The lexer stands behind the "{".
// Braces in Lua's strings and comments do not count.
func (l *lexer) skipLua() bool {
	for depth := 1; l.pos < len(l.text); {
		switch c := l.text[l.pos]; {
		case c == '{':
			depth++
			l.pos++
		case c == '}':
			l.pos++
			if depth--; depth == 0 {
				return true
			}
		case c == '"' || c == '\'':
			l.skipLuaString(c)
		case c == '[':
			if !l.skipLuaLong() {
				l.pos++
			}
		case strings.HasPrefix(l.text[l.pos:], "--"):
			l.pos += 2
			if l.pos < len(l.text) && l.text[l.pos] == '[' && l.skipLuaLong() {
				continue
			}
			for l.pos < len(l.text) && l.text[l.pos] != '\n' {
				l.pos++
			}
		default:
			l.pos++
		}
	}
	return false
}

func (l *lexer) skipLuaString(quote byte) {
	for l.pos++; l.pos < len(l.text); l.pos++ {
		switch l.text[l.pos] {
		case '\\':
			l.pos++
		case quote, '\n':
			l.pos++
			return
		}
	}
	l.pos = min(l.pos, len(l.text))
}

// skipLuaLong moves behind a long bracket, [[ … ]] or [=[ … ]=], if one begins here.
func (l *lexer) skipLuaLong() bool {
	at := l.pos + 1
	for at < len(l.text) && l.text[at] == '=' {
		at++
	}
	if at >= len(l.text) || l.text[at] != '[' {
		return false
	}
	closing := "]" + l.text[l.pos+1:at] + "]"
	if n := strings.Index(l.text[at:], closing); n >= 0 {
		l.pos = at + n + len(closing)
	} else {
		l.pos = len(l.text)
	}
	return true
}
