package python

import (
	"strings"
)

// The classes of bytes. classWide is every byte of a character beyond ASCII.
const (
	classBad = iota
	classLetter
	classDigit
	classWide
	classSpace
	classNewline
	classQuote
	classHash
	classBackslash
	classOperator
)

// classes holds the class of each byte.
const classes = "" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x04\x05\x00\x04\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x04\x09\x06\x07\x00\x09\x09\x06\x09\x09\x09\x09\x09\x09\x09\x09\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x09\x09\x09\x09\x09\x00" +
	"\x09\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x09\x08\x09\x09\x01" +
	"\x00\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x09\x09\x09\x09\x00" +
	"\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03" +
	"\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03" +
	"\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03" +
	"\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03"

// Limits of the scanner. The bracket and indentation limits are CPython's own.
const (
	maxFileSize  = 1 << 20
	maxTokens    = 400_000
	maxBrackets  = 200
	maxIndents   = 100
	maxFString   = 10
	maxSpec      = 3 // replacement fields in one another's format specs; CPython's own
	tabSize      = 8
	tokensPerRow = 5 // bytes of source per token, roughly: sizes the first slice of tokens
)

// A scanner cuts a file into tokens. Trouble becomes a tokBad in the stream, with its reason in bad: the parser reports
// it if it gets there.
type scanner struct {
	src      string
	at       int
	toks     []token
	bad      []badToken
	comments []Pos

	brackets []token // the open ones
	indents  []indent
	fstrings int // how many f-strings are open

	latin1 bool // a byte is a character
	cr     bool // the file holds a carriage return
	// desperate is set once a bracket was found to be never closed: from there on, a line that looks like a
	// statement ends one.
	desperate bool
	// aborted makes all open f-strings end.
	aborted bool
	full    bool // the limit of tokens is reached
}

// An indent is one level of indentation, with tabs as eight columns and as one.
type indent struct{ col, alt int }

// scan cuts src, from offset at on, into tokens. The last one is always a tokEOF.
func scan(src string, at int, latin1 bool) *scanner {
	s := &scanner{src: src, at: at, latin1: latin1, cr: strings.IndexByte(src, '\r') >= 0}
	s.toks = make([]token, 0, (len(src)-at)/tokensPerRow+16)
	s.indents = append(make([]indent, 0, 16), indent{})
	s.brackets = make([]token, 0, 16)
	s.line()
	s.run(0)
	s.finish()
	return s
}

func (s *scanner) emit(k kind, from, to int) {
	s.toks = append(s.toks, token{kind: k, from: uint32(from), to: uint32(to)})
}

// fail puts a tokBad into the stream.
func (s *scanner) fail(from, to int, message string) *badToken {
	s.bad = append(s.bad, badToken{
		index: len(s.toks), pos: Pos{uint32(from), uint32(to)}, message: message,
	})
	s.emit(tokBad, s.lastEnd(from), max(to, s.lastEnd(from)))
	return &s.bad[len(s.bad)-1]
}

// lastEnd returns at, or the end of the last token if that is later: an error may be about a place further up.
func (s *scanner) lastEnd(at int) int {
	if n := len(s.toks); n > 0 {
		return max(at, int(s.toks[n-1].to))
	}
	return at
}

// finish ends the last line, closes all blocks and emits tokEOF.
func (s *scanner) finish() {
	end := len(s.src)
	if n := len(s.toks); n > 0 && s.toks[n-1].kind != tokNewline && s.toks[n-1].kind != tokDedent && s.toks[n-1].kind != tokIndent {
		s.emit(tokNewline, end, end)
	}
	for ; len(s.indents) > 1; s.indents = s.indents[:len(s.indents)-1] {
		s.emit(tokDedent, end, end)
	}
	s.emit(tokEOF, end, end)
}

// run scans tokens until the end of the file. Inside a replacement field of an f-string, base is the number of brackets
// that are open there (so it is never 0), and run ends in front of the "}", ":" or "!" that belongs to the field.
func (s *scanner) run(base int) {
	for !s.scanUntil(base) {
		if s.at < len(s.src) {
			continue
		}
		if base > 0 || len(s.brackets) == 0 {
			return
		}
		s.unclosed()
	}
}

// scanUntil scans tokens for run. It reports true where run has to end, and false at the end of the file.
func (s *scanner) scanUntil(base int) (ended bool) {
	src := s.src
	for s.at < len(src) {
		i := s.at
		c := src[i]
		switch classes[c] {
		case classSpace:
			s.at = i + 1
			continue
		case classLetter:
			for i++; i < len(src) && classes[src[i]]-classLetter <= classDigit-classLetter; i++ {
			}
			if i < len(src) && classes[src[i]] >= classWide && s.notPlain(i) {
				break
			}
			k := tokName
			if n := i - s.at; n >= 2 && n <= 8 {
				k = keyword(src[s.at:i])
			}
			s.toks = append(s.toks, token{kind: k, from: uint32(s.at), to: uint32(i)})
			s.at = i
			continue
		case classDigit:
			s.number()
			continue
		case classOperator:
			if base > 0 && len(s.brackets) == base && s.endsField(c) {
				return true
			}
			s.operator(c)
			if len(s.brackets) < base {
				s.aborted = true // a wrong bracket closed the field
			}
		case classQuote:
			s.str(i, 0)
		case classNewline:
			s.newline(base)
		case classWide:
			s.wideName()
		case classHash:
			s.comment()
		case classBackslash:
			s.continuation()
		default:
			s.badByte(c)
		}
		if len(s.toks) >= maxTokens {
			s.overflow()
		}
		if s.aborted {
			return true
		}
	}
	return false
}

// notPlain scans what turns out, at offset i, to be a string with a prefix or a name with characters beyond ASCII. It
// reports false if it is a plain name.
func (s *scanner) notPlain(i int) bool {
	switch classes[s.src[i]] {
	case classWide:
		s.wideName()
		return true
	case classQuote:
		if i-s.at > 2 {
			return false
		}
		f, ok := prefixFlags(s.src[s.at:i])
		if ok {
			s.str(i, f)
		}
		return ok
	default:
		return false
	}
}

// overflow gives up on a file with too many tokens.
func (s *scanner) overflow() {
	if !s.full {
		s.full = true
		s.fail(s.at, s.at, "file too big to analyse: too many tokens")
	}
	s.at = len(s.src)
	s.aborted = s.fstrings > 0
	s.brackets = s.brackets[:0]
}

func (s *scanner) badByte(c byte) {
	bad := s.fail(s.at, s.at+1, "invalid character")
	bad.python2 = c == '`'
	s.at++
}

func (s *scanner) comment() {
	from := s.at
	s.at = s.lineEnd(from)
	s.comments = append(s.comments, Pos{uint32(from), uint32(s.at)})
}

// lineEnd returns the offset of the next line end at or after i.
func (s *scanner) lineEnd(i int) int {
	if s.cr {
		for i < len(s.src) && classes[s.src[i]] != classNewline {
			i++
		}
		return i
	}
	if n := strings.IndexByte(s.src[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.src)
}

// skipLineEnd moves past a line end at s.at, if there is one.
func (s *scanner) skipLineEnd() {
	if s.at < len(s.src) && s.src[s.at] == '\r' {
		s.at++
		if s.at < len(s.src) && s.src[s.at] == '\n' {
			s.at++
		}
		return
	}
	if s.at < len(s.src) && s.src[s.at] == '\n' {
		s.at++
	}
}

// newline ends the logical line, or inside brackets just the line.
func (s *scanner) newline(base int) {
	from := s.at
	s.skipLineEnd()
	if len(s.brackets) == 0 {
		s.emit(tokNewline, from, s.at)
		s.line()
		return
	}
	if !s.startsStatement() {
		return
	}
	if base > 0 {
		s.aborted = true
		return
	}
	s.closeBrackets(from)
	s.line()
}

// closeBrackets ends a statement at offset from whose brackets are not closed.
func (s *scanner) closeBrackets(from int) {
	open := s.brackets[0]
	s.fail(int(open.from), int(open.to), "'"+s.src[open.from:open.to]+"' was never closed")
	s.emit(tokNewline, s.lastEnd(from), max(s.at, s.lastEnd(from)))
	s.brackets = s.brackets[:0]
}

// unclosed is called at the end of the file with brackets open. Whatever was read since the outermost of them is
// thrown away once, and read again with the question at each line whether a statement starts there.
func (s *scanner) unclosed() {
	if s.desperate {
		s.closeBrackets(len(s.src))
		return
	}
	s.desperate = true
	open := s.brackets[0]
	i := len(s.toks)
	for i > 0 && s.toks[i-1].from >= open.to {
		i--
	}
	s.toks = s.toks[:i]
	for n := len(s.bad); n > 0 && s.bad[n-1].index >= i; n-- {
		s.bad = s.bad[:n-1]
	}
	for n := len(s.comments); n > 0 && s.comments[n-1].From >= open.to; n-- {
		s.comments = s.comments[:n-1]
	}
	s.brackets = s.brackets[:1]
	s.at = int(open.to)
	s.templateComment()
}

// templateComment reads the rest of {# … #}, which to Python is a brace and a comment.
func (s *scanner) templateComment() {
	if s.src[s.at-1] != '{' || !strings.HasPrefix(s.src[s.at:], "#") {
		return
	}
	end := s.lineEnd(s.at)
	if n := strings.Index(s.src[s.at+1:end], "#}"); n >= 0 {
		s.brackets = s.brackets[:0]
		s.fail(s.at, s.at+1+n+2, "invalid syntax").holes = true
		s.at += 1 + n + 2
	}
}

// startsStatement reports whether the line at s.at, inside brackets, must be a new statement because some bracket before
// was never closed. In a valid file no line inside brackets starts with one of the first keywords.
func (s *scanner) startsStatement() bool {
	i := s.at
	for i < len(s.src) && (s.src[i] == ' ' || s.src[i] == '\t') {
		i++
	}
	if i == len(s.src) || classes[s.src[i]] != classLetter && (s.src[i] != '@' || !s.desperate) {
		return false
	}
	word := i
	for i < len(s.src) && (classes[s.src[i]] == classLetter || classes[s.src[i]] == classDigit) {
		i++
	}
	switch keyword(s.src[word:i]) {
	case tokDef, tokClass, tokImport, tokReturn, tokTry, tokWhile, tokWith, tokRaise, tokDel, tokPass, tokAssert, tokGlobal,
		tokNonlocal, tokBreak, tokContinue, tokExcept, tokFinally, tokElif:
		return true
	case tokIf, tokFor, tokFrom, tokElse:
		return s.desperate && s.outdented(word)
	case tokName:
		return s.desperate && s.outdented(word) && s.assigns(i)
	default:
		return false
	}
}

// outdented reports whether a line whose first word is at offset i stands no deeper than the statement it is part of.
func (s *scanner) outdented(i int) bool {
	col := 0
	for _, c := range []byte(s.src[s.at:i]) {
		if c == '\t' {
			col = (col/tabSize + 1) * tabSize
			continue
		}
		col++
	}
	return col <= s.indents[len(s.indents)-1].col
}

// assigns reports whether what follows a name, at offset i, makes it an assignment: = or .name =. A decorator's @ in
// place of a name does too.
func (s *scanner) assigns(i int) bool {
	line := s.src[i:s.lineEnd(i)]
	if strings.HasPrefix(line, "@") {
		return true
	}
	n := 0
	for n < len(line) && (line[n] == '.' || classes[line[n]] == classLetter || classes[line[n]] == classDigit) {
		n++
	}
	line = strings.TrimLeft(line[n:], " \t")
	if line == "" {
		return false
	}
	if strings.IndexByte("+-*/|&", line[0]) >= 0 {
		line = line[1:]
	}
	return strings.HasPrefix(line, "=") && !strings.HasPrefix(line, "==")
}

// continuation reads a backslash outside of strings.
func (s *scanner) continuation() {
	from := s.at
	s.at++
	if s.at < len(s.src) && classes[s.src[s.at]] == classNewline {
		s.skipLineEnd()
		if s.at == len(s.src) {
			s.fail(from, s.at, "unexpected EOF while parsing")
		}
		return
	}
	s.fail(from, from+1, "unexpected character after line continuation character")
	s.at = s.lineEnd(s.at)
}
