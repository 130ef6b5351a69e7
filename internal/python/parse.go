package python

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/source"
)

// Limits of the parser, so that no input makes it, or what walks its trees, run out of stack. An input beyond them is an
// error of the statement that holds it.
const (
	maxDepth  = 400
	maxChain  = 2_000
	maxErrors = 1_000
)

// A parser reads tokens by recursive descent. An error unwinds it to the statement, by a panic with a bailout.
type parser struct {
	src  string
	toks []token
	bad  []badToken
	at   int  // index of the next token
	kind kind // of the next token

	// lineEnd is where the last statement's line ended, a semicolon included: a compound statement ends there too.
	lineEnd uint32

	latin1   bool
	cr       bool
	comments []Pos
	depth    int
	errors   []SyntaxError

	// partial is the compound statement that stands complete before the clause (else, except, case …) that is being
	// read, which starts at token clause: if the clause fails, this is kept.
	partial Stmt
	clause  int
	// blocks counts the indented blocks of match statements that are open: they hold no statements, only cases.
	blocks int

	slabs
}

// A bailout is what the parser panics with on an error, after recording it.
type bailout struct{}

// Parse reads f. It never fails: what CPython would refuse is in the module's Errors, and costs a statement each.
func Parse(f *source.File) *Module {
	m := &Module{File: f}
	if len(f.Text) > maxFileSize {
		m.Errors = []SyntaxError{{Pos: Pos{0, 0}, Message: "file too big to analyse: more than 1 MB"}}
		m.Body = []Stmt{&BadStmt{Pos{0, uint32(min(len(f.Text), 1<<32-1))}}}
		return m
	}
	at, latin1, errs := decode(f.Text)
	s := scan(f.Text, at, latin1)
	p := &parser{src: f.Text, toks: s.toks, bad: s.bad, comments: s.comments, latin1: latin1, cr: s.cr, errors: errs}
	p.kind = p.toks[0].kind
	m.Body = p.suite()
	m.Comments = s.comments
	m.Errors = p.errors
	slices.SortStableFunc(m.Errors, func(a, b SyntaxError) int { return int(a.Pos.From) - int(b.Pos.From) })
	m.Doc = docstring(m.Body)
	return m
}

// docstring returns the string that a body starts with, or nil.
func docstring(body []Stmt) *Constant {
	if len(body) == 0 {
		return nil
	}
	if e, ok := body[0].(*ExprStmt); ok {
		if c, ok := e.Value.(*Constant); ok && c.Kind == ConstStr {
			return c
		}
	}
	return nil
}

// next moves to the next token. It is never called on tokEOF.
func (p *parser) next() {
	p.at++
	p.kind = p.toks[p.at].kind
}

// peek returns the kind of the token after the next one.
func (p *parser) peek() kind {
	return p.toks[min(p.at+1, len(p.toks)-1)].kind
}

// from returns where the next token starts.
func (p *parser) from() uint32 { return p.toks[p.at].from }

// to returns where the last token ended.
func (p *parser) to() uint32 {
	if p.at == 0 {
		return 0
	}
	return p.toks[p.at-1].to
}

// since returns the range from an offset to the end of the last token.
func (p *parser) since(from uint32) Pos { return Pos{from, p.to()} }

// text returns the source of t.
func (p *parser) text(t token) string { return p.src[t.from:t.to] }

// accept moves past a token of kind k, if that is next.
func (p *parser) accept(k kind) bool {
	if p.kind != k {
		return false
	}
	p.next()
	return true
}

// expect moves past a token of kind k.
func (p *parser) expect(k kind, message string) {
	if p.kind != k {
		p.fail(message)
	}
	p.next()
}

// isSoft reports whether the next token is the soft keyword word.
func (p *parser) isSoft(word string) bool {
	return p.kind == tokName && p.text(p.toks[p.at]) == word
}

// enter counts one more level of the tree; leave takes it back.
func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		p.fail("too deeply nested to analyse")
	}
}

func (p *parser) leave() { p.depth-- }

// fail reports message at the next token, and unwinds.
func (p *parser) fail(message string) {
	t := p.toks[p.at]
	p.failAt(Pos{t.from, t.to}, message)
}

// failAt reports message and unwinds. If the next token is one that the scanner could not read, that is the error.
func (p *parser) failAt(pos Pos, message string) {
	e := SyntaxError{Pos: pos, Message: message}
	if p.kind == tokBad {
		bad := p.badToken(p.at)
		e = SyntaxError{Pos: bad.pos, Message: bad.message, Python2: bad.python2, Template: bad.holes}
	}
	p.errors = append(p.errors, e)
	panic(bailout{})
}

// badToken returns what is wrong with token i.
func (p *parser) badToken(i int) badToken {
	n, _ := slices.BinarySearchFunc(p.bad, i, func(b badToken, i int) int { return b.index - i })
	return p.bad[n]
}

// ident moves past a name and returns it.
func (p *parser) ident(message string) (string, Pos) {
	if p.kind != tokName {
		p.fail(message)
	}
	t := p.toks[p.at]
	p.next()
	return p.identifier(t), Pos{t.from, t.to}
}

// identifier returns the name that t spells.
func (p *parser) identifier(t token) string {
	text := p.text(t)
	if t.flags&flagWide != 0 {
		if p.latin1 {
			text = fromLatin1(text)
		}
		return fold(text)
	}
	return text
}

// decode finds the encoding of a file: where its text starts, and whether each byte is a character. An encoding that is
// not known is read as Latin-1, which at least has the same ASCII.
func decode(text string) (at int, latin1 bool, errs []SyntaxError) {
	refuse := func(i int, message string) {
		errs = append(errs, SyntaxError{Pos: Pos{uint32(i), uint32(min(i+1, len(text)))}, Message: message})
	}
	bom := strings.HasPrefix(text, "\uFEFF")
	if bom {
		at = len("\uFEFF")
	}
	encoding, place := cookie(text[at:])
	switch {
	case encoding == "utf-8", encoding == "utf8" && !bom:
	case bom:
		refuse(at+place, "encoding problem: "+printable(encoding)+" with BOM")
	case encoding == "ascii":
		if i := strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }); i >= 0 {
			refuse(i, "'ascii' codec can't decode this byte")
		}
	case encoding == "latin-1":
		latin1 = true
	default:
		refuse(at+place, "unknown encoding: "+printable(encoding))
		latin1 = true
	}
	if !latin1 && !utf8.ValidString(text) {
		i := 0
		for {
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		refuse(i, "Non-UTF-8 code, and no encoding declared")
		latin1 = true
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		refuse(i, "source code cannot contain null bytes")
	}
	return at, latin1, errs
}

func fromLatin1(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}
