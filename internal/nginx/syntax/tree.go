package syntax

import (
	"iter"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// A Word is a directive's name or one of its parameters.
type Word struct {
	// Text is the word as nginx has it: without quotes, with escapes resolved.
	Text string
	// Quote is the quote character around the word, 0 for none.
	Quote byte
	// Span covers the word with its quotes.
	Span source.Span
	// Hole means that something else fills the word in before nginx reads it, a template or envsubst, so that its value is
	// not known. Text holds it as written, placeholder included.
	Hole bool
}

// Source returns the word's span, so that a word is a place wherever one is asked for.
func (w Word) Source() source.Span { return w.Span }

// Literal returns the word's text where it is the same for every request: no hole and no variable in it.
func (w Word) Literal() (text string, ok bool) {
	return w.Text, !w.Hole && !strings.Contains(w.Text, "$")
}

// Variables yields the names of the nginx variables in the word, without "$" and braces, in order.
// The captures of a regular expression count: $1 gives "1".
func (w Word) Variables() iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		ReplaceVariables(w.Text, func(name string) string {
			more = more && yield(name)
			return ""
		})
	}
}

// ReplaceVariables replaces each variable in text by what value gives for its name. A capture has one digit, as
// ngx_http_script_compile has it: $10 is $1 and a zero.
func ReplaceVariables(text string, value func(name string) string) string {
	if !strings.Contains(text, "$") {
		return text
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name := strings.TrimPrefix(after, "{")
		end := 0
		for end < len(name) && isVariableByte(name[end]) {
			if end++; '1' <= name[0] && name[0] <= '9' {
				break
			}
		}
		if end == 0 {
			b.WriteByte('$')
			text = after
			continue
		}
		b.WriteString(value(name[:end]))
		text = name[end:]
		if name != after {
			text = strings.TrimPrefix(text, "}")
		}
	}
}

// Uses reports whether the word holds the nginx variable of that name, given without "$".
func (w Word) Uses(variable string) bool {
	for name := range w.Variables() {
		if strings.EqualFold(name, variable) {
			return true
		}
	}
	return false
}

func isVariableByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// A Directive is one directive, simple or with a block:
//
//	proxy_set_header Host $host;
//	location /static/ { … }
//
// The entries of a map, types or similar block are directives too, with Data set.
type Directive struct {
	Name Word
	Args []Word
	// Block holds the directives between the braces, in order, without those of included files.
	Block []*Directive
	// HasBlock tells an empty block from none.
	HasBlock bool
	// Lua means that the block holds Lua code, which is not read.
	Lua bool
	// Data means that this is an entry of a block such as map or types, so that its name is a value.
	Data bool
	// Conditional means that a template's {% if %} or the like decides whether the directive is there at all.
	Conditional bool
	// Span covers the whole directive, from its name to its ";" or "}".
	Span source.Span
	// Opener covers a block's opening, from its name to its "{". It equals Span where there is no block.
	Opener source.Span
	// Parent is the directive around it in the same file, nil at the top.
	Parent *Directive
	// File is the file that the directive stands in.
	File *source.File
	// Builtin means that the file is not of the repository but one that nginx or its packages bring along.
	Builtin bool
}

// Source returns the place of the directive for a message: all of a simple one, the opening of a block.
func (d *Directive) Source() source.Span { return d.Opener }

// Is reports whether the directive has one of names. The entries of data blocks have none.
func (d *Directive) Is(names ...string) bool {
	return !d.Data && slices.Contains(names, d.Name.Text)
}

// Arg returns the parameter at index i, or the zero Word where there is none.
func (d *Directive) Arg(i int) Word {
	if i < 0 || i >= len(d.Args) {
		return Word{}
	}
	return d.Args[i]
}

// Value returns the first parameter's text where it is literal.
func (d *Directive) Value() (text string, ok bool) {
	if len(d.Args) == 0 {
		return "", false
	}
	return d.Args[0].Literal()
}

// HasArg reports whether one of the parameters is text.
func (d *Directive) HasArg(text string) bool {
	for _, a := range d.Args {
		if a.Text == text {
			return true
		}
	}
	return false
}

// ArgsSpan covers the parameters, or the name where there are none.
func (d *Directive) ArgsSpan() source.Span {
	if len(d.Args) == 0 {
		return d.Name.Span
	}
	return d.Args[0].Span.Join(d.Args[len(d.Args)-1].Span)
}

// Hole reports whether the name or a parameter is not known.
func (d *Directive) Hole() bool {
	if d.Name.Hole {
		return true
	}
	for _, a := range d.Args {
		if a.Hole {
			return true
		}
	}
	return false
}

// An Error is something that nginx refuses to read or takes for something else than was meant (a missing ";" after
// server_name makes names of what follows), or that is beyond this package's limits.
type Error struct {
	Span    source.Span
	Message string
	// Limit means that this package gave up, not that nginx would.
	Limit bool
}

// Source returns the error's span, so that an error is a place wherever one is asked for.
func (e Error) Source() source.Span { return e.Span }

// A Tree is one file.
type Tree struct {
	File       *source.File
	Directives []*Directive
	// Comments are the spans of the comments, "#" included, in order. Template comments are among them.
	Comments []source.Span
	Errors   []Error
	// Template means that the file is a template, which something fills in before nginx reads it.
	Template bool
	// Builtin means that the file is one that nginx or its packages bring along.
	Builtin bool

	Start, End int // the part of the file that is read: a dump of nginx -T holds several
}

// All yields every directive of the tree, each before those of its block. Entries of data blocks are among them.
func (t *Tree) All() iter.Seq[*Directive] {
	return func(yield func(*Directive) bool) { each(t.Directives, yield) }
}

func each(ds []*Directive, yield func(*Directive) bool) bool {
	for _, d := range ds {
		if !yield(d) || !each(d.Block, yield) {
			return false
		}
	}
	return true
}

// String returns the tree as S-expressions, one line for each directive at the top:
//
//	(server (listen 80) (location / (return 404)))
//
// A hole is written ?…?, a word that needs it in quotes. It serves tests.
func (t *Tree) String() string {
	var b strings.Builder
	for _, d := range t.Directives {
		d.write(&b)
		b.WriteByte('\n')
	}
	return b.String()
}

func (d *Directive) write(b *strings.Builder) {
	b.WriteByte('(')
	d.Name.write(b)
	for _, a := range d.Args {
		b.WriteByte(' ')
		a.write(b)
	}
	if d.HasBlock {
		b.WriteString(" {")
		for i, child := range d.Block {
			if i > 0 {
				b.WriteByte(' ')
			}
			child.write(b)
		}
		b.WriteByte('}')
	}
	b.WriteByte(')')
}

func (w Word) write(b *strings.Builder) {
	text := w.Text
	if text == "" || strings.ContainsAny(text, " \t\r\n(){}\"") {
		text = "`" + strings.NewReplacer("\t", `\t`, "\r", `\r`, "\n", `\n`).Replace(text) + "`"
	}
	if w.Hole {
		text = "?" + text + "?"
	}
	b.WriteString(text)
}

// LogLevel returns the level of an error_log directive, "error" by default.
func (d *Directive) LogLevel() string {
	if level := d.Arg(1).Text; level != "" {
		return level
	}
	return "error"
}
