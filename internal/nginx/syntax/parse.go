package syntax

import (
	"fmt"
	"strings"

	"deploylint/internal/source"
)

// Limits on one file. nginx has none of them; they keep a hostile file from exhausting memory or the stack.
const (
	MaxFile       = 1 << 20
	MaxDirectives = 100_000
	maxDepth      = 32
	maxErrors     = 100 // of nginx's; one is enough for it to refuse the file
)

// byteOrderMark is U+FEFF, which some editors put at a file's beginning.
const byteOrderMark = "\ufeff"

// Parse reads one file. It never fails: what it could make sense of is in the tree, the rest in its Errors.
func Parse(f *source.File) *Tree { return ParseRange(f, 0, len(f.Text)) }

// ParseRange reads the part of f from start to end as a file of its own.
func ParseRange(f *source.File, start, end int) *Tree {
	tree := &Tree{File: f, Start: start, End: end}
	if end-start > MaxFile {
		tree.Errors = []Error{{
			Span: f.Span(start, start), Message: "file is larger than 1 MB and was not read", Limit: true,
		}}
		return tree
	}
	p := &parser{
		lexer: lexer{file: f, text: f.Text[:end], pos: start},
		tree:  tree,
	}
	p.template.on = isTemplate(f.Path, f.Text[start:end])
	if strings.HasPrefix(p.text[start:], byteOrderMark) {
		p.pos += len(byteOrderMark)
		p.fail(start, p.pos, "byte order mark: nginx takes it for a part of the first directive's name")
	}
	p.parse()
	tree.Comments = p.comments
	tree.Errors = p.errors
	tree.Template = p.template.on
	return tree
}

// A parser builds the tree. It has a stack of its own in place of recursion, because Go's cannot be guarded.
type parser struct {
	lexer
	tree *Tree
	// open are the blocks that are not closed yet, and kinds what they may hold.
	open  []*Directive
	kinds []Context
	// pending are the words since the last ; { or }.
	pending     []Word
	conditional bool // pending began inside a conditional of the template
	tagsBefore  int  // how many of the template's tags came before pending
	count       int
	tooDeep     bool
	directives  []Directive // chunks to allocate from
	words       []Word
}

func (p *parser) parse() {
	for p.count < MaxDirectives {
		t := p.next()
		switch t.kind {
		case wordToken:
			p.word(t)
		case semicolonToken:
			if len(p.pending) == 0 {
				p.fail(t.start, t.end, `unexpected ";"`)
				continue
			}
			p.finish(t.end)
		case openToken:
			p.openBlock(t)
		case closeToken:
			p.closeBlock(t)
		case holeToken:
			if len(p.pending) == 0 {
				p.pending = append(p.pending, Word{Text: p.text[t.start:t.end], Span: p.span(t.start, t.end), Hole: true})
				p.conditional = p.template.depth > 0
				p.finish(t.end)
			}
		case endToken:
			p.atEnd()
			return
		}
	}
	p.errors = append(p.errors, Error{
		Span: p.span(p.pos, p.pos), Limit: true, Message: "file has more than 100,000 directives; the rest was not read",
	})
	for _, d := range p.open {
		d.Span.End = p.pos
	}
}

// context returns what the innermost open block may hold.
func (p *parser) context() Context {
	if len(p.kinds) == 0 {
		return MainContext
	}
	return p.kinds[len(p.kinds)-1]
}

// word adds a word to the pending ones, unless it shows that a ; or { is missing before it.
func (p *parser) word(t token) {
	if len(p.pending) > 0 && t.newline {
		switch {
		case p.isLoneHole():
			// A value of the template that stands for whole directives has no ; of its own.
			p.finish(p.pending[0].Span.End)
		case p.startsDirective(t.word):
			p.missing()
		}
	}
	if len(p.pending) == 0 {
		p.conditional = p.template.depth > 0
		p.tagsBefore = p.template.tags
	} else if p.template.tags != p.tagsBefore {
		t.word.Hole = true // a conditional inside the directive decides whether the word is there
	}
	p.pending = append(p.pending, t.word)
}

func (p *parser) isLoneHole() bool {
	return len(p.pending) == 1 && p.pending[0].Hole && p.pending[0].Quote == 0 && strings.HasPrefix(p.pending[0].Text, "{{")
}

// startsDirective reports whether w, the first word on its line, is the name of a directive, so that the pending one
// must have ended before.
func (p *parser) startsDirective(w Word) bool {
	const enough = 64 // words of one directive; a longer list is not worth a look-up for each
	kind := p.context()
	if w.Quote != 0 || w.Hole || kind == DataContext || len(p.pending) > enough || !Known(w.Text) {
		return false
	}
	switch p.pending[0].Text {
	case "listen": // listen 443⏎ ssl⏎ http2
		return w.Text != "ssl" && w.Text != "http2"
	case "random": // random two⏎ least_conn
		return w.Text != "least_conn"
	}
	return len(p.open) == 0 || kind.Allows(w.Text)
}

// missing reports that the pending words lack their end, and ends them: with a block where their directive wants one.
func (p *parser) missing() {
	last := p.pending[len(p.pending)-1].Span
	name := p.pending[0]
	line := p.file.Position(last.End).Line
	if opensBlock(name.Text) && name.Quote == 0 && (name.Text != "server" || len(p.pending) == 1) && p.context() != DataContext {
		p.fail(last.Start, last.End, fmt.Sprintf("missing { at the end of line %d", line))
		p.push(last.End)
		return
	}
	p.fail(last.Start, last.End, fmt.Sprintf("missing ; at the end of line %d", line))
	p.finish(last.End)
}

// finish makes a directive of the pending words and adds it to the innermost open block.
func (p *parser) finish(end int) *Directive {
	d := p.newDirective()
	*d = Directive{
		Name: p.pending[0], File: p.file, Conditional: p.conditional,
		Span: p.span(p.pending[0].Span.Start, end),
	}
	d.Opener = d.Span
	if n := len(p.pending) - 1; n > 0 {
		if len(p.words) < n {
			p.words = make([]Word, max(n, 128))
		}
		d.Args = p.words[:n:n]
		p.words = p.words[n:]
		copy(d.Args, p.pending[1:])
	}
	p.pending = p.pending[:0]
	p.count++
	d.Data = p.context() == DataContext && !isDirectiveInData(d.Name.Text)
	switch n := len(p.open); {
	case n == 0:
		p.tree.Directives = append(p.tree.Directives, d)
	case n <= maxDepth:
		d.Parent = p.open[n-1]
		d.Parent.Block = append(d.Parent.Block, d)
	case !p.tooDeep:
		p.tooDeep = true
		p.errors = append(p.errors, Error{
			Span: d.Span, Limit: true, Message: "blocks are nested more than 32 deep; what is deeper was not read",
		})
	}
	return d
}

func (p *parser) newDirective() *Directive {
	if len(p.directives) == 0 {
		p.directives = make([]Directive, 64)
	}
	d := &p.directives[0]
	p.directives = p.directives[1:]
	return d
}

// openBlock deals with a "{".
func (p *parser) openBlock(t token) {
	if len(p.pending) == 0 {
		p.fail(t.start, t.end, `unexpected "{"`)
		p.pending = append(p.pending, Word{Span: p.span(t.start, t.start)})
	}
	p.push(t.end)
}

// push makes the pending words a directive whose block begins at end.
func (p *parser) push(end int) {
	kind := p.context()
	d := p.finish(end)
	d.HasBlock = true
	if strings.HasSuffix(d.Name.Text, "_by_lua_block") && !d.Data {
		d.Lua = true
		if !p.skipLua() {
			p.fail(d.Opener.Start, d.Opener.End, `missing "}": the Lua block is not closed`)
		}
		d.Span.End = p.pos
		return
	}
	p.open = append(p.open, d)
	p.kinds = append(p.kinds, Inside(kind, d))
}

// closeBlock deals with a "}".
func (p *parser) closeBlock(t token) {
	if len(p.pending) > 0 {
		if p.isLoneHole() {
			p.finish(p.pending[0].Span.End)
		} else {
			p.missing()
		}
		if len(p.pending) > 0 {
			p.pending = p.pending[:0]
		}
	}
	n := len(p.open) - 1
	if n < 0 {
		p.unbalanced(t.start, t.end, `unexpected "}": no block is open here`)
		return
	}
	p.open[n].Span.End = t.end
	p.open, p.kinds = p.open[:n], p.kinds[:n]
}

// unbalanced reports a brace that is too many or too few. A template with conditionals may hold both branches' braces.
func (p *parser) unbalanced(start, end int, message string) {
	if p.template.tags == 0 {
		p.fail(start, end, message)
	}
}

// atEnd deals with the end of the file.
func (p *parser) atEnd() {
	if len(p.pending) > 0 {
		if p.isLoneHole() {
			p.finish(p.pending[0].Span.End)
		} else {
			p.missing()
		}
	}
	for _, d := range p.open {
		p.unbalanced(d.Opener.Start, d.Opener.End, fmt.Sprintf(`missing "}": the block of %q is not closed`, d.Name.Text))
		d.Span.End = len(p.text)
	}
}
