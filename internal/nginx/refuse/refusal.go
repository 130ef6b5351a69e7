package refuse

import (
	"fmt"
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// RefusalKind is why nginx refuses a configuration.
type RefusalKind uint8

// The kinds of refusals.
const (
	// Unexpected is text that cannot stand where it does: a brace too many, a file that ends in a block.
	Unexpected RefusalKind = iota
	// TooLong is a word that does not fit in nginx's buffer.
	TooLong
	// UnknownDirective is a name that no module has.
	UnknownDirective
	// NotAllowedHere is a directive in a block that does not take it.
	NotAllowedHere
	// ArgumentCount is a wrong number of parameters.
	ArgumentCount
	// NoOpening is a directive that lacks its block.
	NoOpening
	// NotTerminated is a block after a directive that takes none.
	NotTerminated
	// InvalidValue is a parameter that the directive does not take.
	InvalidValue
	// Duplicate is a directive that a block takes once.
	Duplicate
	// Misplaced is a location or directive in a location that cannot hold it.
	Misplaced
)

// A Refusal is something for which nginx refuses a configuration.
type Refusal struct {
	Kind RefusalKind
	// Message is what nginx says, in its own words.
	Message string
	// Line is the line that nginx names: that of the ";" or "{" at the directive's end, that of the file's end.
	Line int
	// Span is the place of the mistake.
	Span source.Span
}

// Source returns the refusal's span, so that a refusal is a place wherever one is asked for.
func (r Refusal) Source() source.Span { return r.Span }

// First returns the first thing for which nginx of version v refuses the file where it is included in a block of
// context c; MainContext is that of nginx.conf. It goes by what the file says alone: includes are not followed. A template
// has none, because nginx does not read it as it stands.
//
// Nothing is mended here as Parse does it, so that line and words are those of nginx -t: what lacks its ";" is one
// directive with the next.
func First(t *syntax.Tree, c syntax.Context, v syntax.Version) (Refusal, bool) {
	if t.Template || t.End-t.Start > syntax.MaxFile {
		return Refusal{}, false
	}
	s := &strictReader{file: t.File, text: t.File.Text[:t.End], pos: t.Start, line: 1, version: v}
	s.scopes = []scope{{context: c}}
	s.read()
	if s.refusal != nil {
		return *s.refusal, true
	}
	return Refusal{}, false
}

// A scope is a block that the strict reader is in.
type scope struct {
	context syntax.Context
	data    bool
	// seen are the directives that the block takes once and has.
	seen map[string]bool
	// outer is the location around, with its modifier in front: "~" and the like, "@" for a named one.
	modifier, path string
	servers        int // of an upstream
}

// A strictReader reads a file as ngx_conf_parse does, and stops at the first mistake.
type strictReader struct {
	file    *source.File
	text    string
	pos     int
	line    int
	version syntax.Version
	words   []string
	starts  []int // where each word begins
	scopes  []scope
	count   int
	refusal *Refusal
}

func (s *strictReader) refuse(kind RefusalKind, start, end int, format string, args ...any) {
	s.refusal = &Refusal{Kind: kind, Message: fmt.Sprintf(format, args...), Line: s.line, Span: s.file.Span(start, end)}
}

// The ends of a directive.
const (
	endOfFile = iota
	endOfDirective
	startOfBlock
	endOfBlock
	mistake
)

// read reads the file.
func (s *strictReader) read() {
	for s.count = 0; s.count < syntax.MaxDirectives; s.count++ {
		switch end := s.directive(); end {
		case mistake:
			return
		case endOfFile:
			if len(s.scopes) > 1 {
				s.refuse(Unexpected, s.pos, s.pos, `unexpected end of file, expecting "}"`)
			}
			return
		case endOfBlock:
			if len(s.scopes) == 1 {
				s.refuse(Unexpected, s.pos-1, s.pos, `unexpected "}"`)
				return
			}
			if s.close(); s.refusal != nil {
				return
			}
		default:
			if s.take(end == startOfBlock); s.refusal != nil {
				return
			}
		}
	}
}

// directive reads the words of the next directive and returns what ends it, as ngx_conf_read_token does.
func (s *strictReader) directive() int {
	s.words, s.starts = s.words[:0], s.starts[:0]
	for {
		if !s.skipSpace() {
			return mistake
		}
		if s.pos == len(s.text) {
			if len(s.words) > 0 {
				return s.unexpectedEnd()
			}
			return endOfFile
		}
		switch c := s.text[s.pos]; {
		case c == ';' || c == '{':
			s.pos++
			if len(s.words) == 0 {
				s.refuse(Unexpected, s.pos-1, s.pos, "unexpected %q", string(c))
				return mistake
			}
			if c == '{' {
				return startOfBlock
			}
			return endOfDirective
		case c == '}':
			s.pos++
			if len(s.words) > 0 {
				s.refuse(Unexpected, s.pos-1, s.pos, `unexpected "}"`)
				return mistake
			}
			return endOfBlock
		case !s.word():
			return mistake
		}
	}
}

func (s *strictReader) unexpectedEnd() int {
	s.refuse(Unexpected, s.pos, s.pos, `unexpected end of file, expecting ";" or "}"`)
	return mistake
}

// skipSpace moves to the next word, over comments too. It reports false for a comment that does not fit in the buffer.
func (s *strictReader) skipSpace() bool {
	for ; s.pos < len(s.text); s.pos++ {
		switch s.text[s.pos] {
		case '\n':
			s.line++
		case ' ', '\t', '\r':
		case '#':
			n := strings.IndexByte(s.text[s.pos:], '\n')
			if n < 0 {
				n = len(s.text) - s.pos
			}
			if n > syntax.MaxWord && len(s.text)-s.pos > syntax.MaxWord+1 {
				s.tooLong(s.pos, s.pos, s.line)
				return false
			}
			s.pos += n - 1
		default:
			return true
		}
	}
	return true
}

// word reads one word. It reports false where nginx stops.
func (s *strictReader) word() bool {
	start, line := s.pos, s.line
	quote := s.text[s.pos]
	if quote == '"' || quote == '\'' {
		s.pos++
	} else {
		quote = 0
	}
	begin := s.pos
	for variable := false; s.pos < len(s.text); s.pos++ {
		c := s.text[s.pos]
		if c == '\n' {
			s.line++
		}
		switch {
		case c == '{' && variable && (s.pos > begin || quote != 0):
			continue // ${ in a word; the brace after it does not end the word either
		case c == '\\':
			if s.pos++; s.pos < len(s.text) && s.text[s.pos] == '\n' {
				s.line++
			}
			variable = false
			continue
		case c == '$':
			variable = true
			continue
		case quote != 0 && c == quote:
			return s.closed(start, begin, line)
		case quote == 0 && strings.IndexByte(" \t\r\n;{", c) >= 0:
			if c == '\n' {
				s.line-- // counted again as space
			}
			return s.fits(start, begin, line, strings.IndexByte(";{", c) < 0)
		}
		variable = false
	}
	s.pos = min(s.pos, len(s.text))
	switch {
	case s.pos-begin <= syntax.MaxWord:
		s.unexpectedEnd()
	case quote != 0:
		s.line = line
		s.refuse(TooLong, start, start+1, `too long parameter, probably missing terminating "%c" character`, quote)
	default:
		s.tooLong(start, begin, line)
	}
	return false
}

// tooLong refuses the word or comment at start.
func (s *strictReader) tooLong(start, begin, line int) {
	s.line = line
	s.refuse(TooLong, start, start+10, `too long parameter "%s..." started`, s.text[begin:begin+10])
}

// fits notes the word that ends here, unless it does not fit in nginx's buffer. What follows it must fit too where nginx
// has to read on before it forgets the word, which is so for space.
func (s *strictReader) fits(start, begin, line int, space bool) bool {
	length := s.pos - begin
	if length > syntax.MaxWord || length == syntax.MaxWord && space && s.pos+1 < len(s.text) {
		s.tooLong(start, begin, line)
		return false
	}
	s.words = append(s.words, syntax.Unescape(s.text[begin:s.pos]))
	s.starts = append(s.starts, start)
	return true
}

// closed deals with the closing quote and what follows it.
func (s *strictReader) closed(start, begin, line int) bool {
	quote := s.text[s.pos]
	if s.pos-begin > syntax.MaxWord {
		s.line = line
		s.refuse(TooLong, start, start+1, `too long parameter, probably missing terminating "%c" character`, quote)
		return false
	}
	s.words = append(s.words, syntax.Unescape(s.text[begin:s.pos]))
	s.starts = append(s.starts, start)
	if s.pos++; s.pos == len(s.text) {
		s.unexpectedEnd()
		return false
	}
	c := s.text[s.pos]
	space := strings.IndexByte(" \t\r\n", c) >= 0
	if length := s.pos - begin; length > syntax.MaxWord || length == syntax.MaxWord && space && s.pos+1 < len(s.text) {
		s.tooLong(start, begin, line)
		return false
	}
	if !space && strings.IndexByte(";{)", c) < 0 { // a word of its own begins with ")"
		s.refuse(Unexpected, s.pos, s.pos+1, "unexpected \"%c\"", c)
		return false
	}
	return true
}

// span covers word i.
func (s *strictReader) span(i int) (start, end int) {
	start = s.starts[i]
	return start, min(start+len(s.words[i]), len(s.text))
}

// take deals with one directive, as ngx_conf_handler does.
func (s *strictReader) take(block bool) {
	in := &s.scopes[len(s.scopes)-1]
	if in.data {
		if block {
			s.refuse(Unexpected, s.pos-1, s.pos, `unexpected "{"`)
		}
		return
	}
	start, end := s.span(0)
	kind, message := judge(s.words, block, in.context, s.version)
	if message != "" {
		s.refuse(kind, start, end, "%s", message)
		return
	}
	if kind, message = in.repeated(s.words, s.version); message != "" {
		s.refuse(kind, start, end, "%s", message)
		return
	}
	inner := scope{}
	if block {
		d := &syntax.Directive{Name: syntax.Word{Text: s.words[0]}}
		inner = scope{context: syntax.Inside(in.context, d)}
		inner.data = inner.context == syntax.DataContext
	}
	if kind, message = in.special(s.words, &inner); message != "" {
		s.refuse(kind, start, end, "%s", message)
		return
	}
	switch {
	case block && strings.HasSuffix(s.words[0], "_by_lua_block"):
		s.skipLua()
	case block:
		s.scopes = append(s.scopes, inner)
	}
}

// skipLua moves behind a Lua block, which the Lua module reads by itself.
func (s *strictReader) skipLua() {
	end, closed := syntax.SkipLuaBlock(s.file, s.text, s.pos)
	s.line += strings.Count(s.text[s.pos:end], "\n")
	if s.pos = end; !closed {
		s.refuse(Unexpected, s.pos, s.pos, `unexpected end of file, expecting "}"`)
	}
}

// close deals with the end of a block.
func (s *strictReader) close() {
	in := s.scopes[len(s.scopes)-1]
	if in.context == syntax.UpstreamContext && in.servers == 0 {
		s.refuse(InvalidValue, s.pos-1, s.pos, "no servers are inside upstream")
		return
	}
	s.scopes = s.scopes[:len(s.scopes)-1]
}
