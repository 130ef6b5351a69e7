package python

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Printer writes a tree as an S-expression, for tests: (Assign [(Name "a")] (Constant 1)). A node stands with CPython's
// name and fields, in CPython's order, without contexts and type comments. What is absent is "-".
type Printer struct {
	// Place, if it is set, is asked what to print behind the name of a node, given its place.
	Place func(Pos) string

	out strings.Builder
}

// Module returns the statements of m, each on its own line.
func (p *Printer) Module(m *Module) string {
	p.out.Reset()
	for _, s := range m.Body {
		p.stmt(s)
		p.out.WriteByte('\n')
	}
	return p.out.String()
}

// Expr returns one expression.
func (p *Printer) Expr(e Expr) string {
	p.out.Reset()
	p.expr(e)
	return p.out.String()
}

// open starts a node.
func (p *Printer) open(name string, pos Pos) {
	p.out.WriteByte('(')
	p.out.WriteString(name)
	if p.Place != nil {
		p.out.WriteString(p.Place(pos))
	}
}

func (p *Printer) close() { p.out.WriteByte(')') }

// space separates what comes next from what stands before.
func (p *Printer) space() {
	if s := p.out.String(); s != "" && s[len(s)-1] != '[' {
		p.out.WriteByte(' ')
	}
}

func (p *Printer) raw(s string) {
	p.space()
	p.out.WriteString(s)
}

func (p *Printer) number(n int) { p.raw(strconv.Itoa(n)) }

func (p *Printer) flag(b bool) {
	if b {
		p.raw("1")
		return
	}
	p.raw("0")
}

// ident prints a name, or that there is none.
func (p *Printer) ident(s string) {
	if s == "" {
		p.raw("-")
		return
	}
	p.raw(quote(s))
}

// node prints an expression, or that there is none.
func (p *Printer) node(e Expr) {
	if e == nil {
		p.raw("-")
		return
	}
	p.space()
	p.expr(e)
}

// list prints n children in brackets.
func (p *Printer) list(n int, item func(i int)) {
	p.raw("[")
	for i := range n {
		item(i)
	}
	p.out.WriteString("]")
}

func (p *Printer) exprs(list []Expr) {
	p.list(len(list), func(i int) { p.node(list[i]) })
}

func (p *Printer) idents(list []string) {
	p.list(len(list), func(i int) { p.ident(list[i]) })
}

func (p *Printer) body(list []Stmt) {
	p.list(len(list), func(i int) { p.space(); p.stmt(list[i]) })
}

func (p *Printer) patterns(list []Pattern) {
	p.list(len(list), func(i int) { p.space(); p.pattern(list[i]) })
}

// quote returns s in quotes, with everything but plain ASCII as \u escapes of UTF-16, as JSON has them. Unlike JSON's, a
// lone surrogate stays what it is.
func quote(s string) string {
	b := append(make([]byte, 0, len(s)+2), '"')
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
			i++
		case c >= 0x20 && c < 0x7f:
			b = append(b, c)
			i++
		case c < 0x80:
			b = fmt.Appendf(b, `\u%04x`, c)
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 && c == 0xed && i+2 < len(s) {
				r, size = rune(c&0xf)<<12|rune(s[i+1]&0x3f)<<6|rune(s[i+2]&0x3f), 3
			}
			if r > 0xffff {
				r -= 0x10000
				b = fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
			} else {
				b = fmt.Appendf(b, `\u%04x`, r)
			}
			i += size
		}
	}
	return string(append(b, '"'))
}

// value prints what a constant is.
func (p *Printer) value(c *Constant) {
	switch c.Kind {
	case ConstNone:
		p.raw("None")
	case ConstTrue:
		p.raw("True")
	case ConstFalse:
		p.raw("False")
	case ConstEllipsis:
		p.raw("...")
	case ConstInt:
		n := c.Big
		if n == nil {
			n = big.NewInt(c.Int)
		}
		if n.BitLen() > 63 {
			p.raw("0x" + n.Text(16))
		} else {
			p.raw(n.Text(10))
		}
	case ConstFloat:
		p.raw("float:" + strconv.FormatFloat(c.Float, 'g', 17, 64))
	case ConstComplex:
		p.raw("imaginary:" + strconv.FormatFloat(c.Float, 'g', 17, 64))
	case ConstBytes:
		p.space()
		b := append(make([]byte, 0, len(c.Text)+3), 'b', '"')
		for i := range len(c.Text) {
			if x := c.Text[i]; x >= 0x20 && x < 0x7f && x != '"' && x != '\\' {
				b = append(b, x)
			} else {
				b = fmt.Appendf(b, `\x%02x`, x)
			}
		}
		p.out.Write(append(b, '"'))
	case ConstStr:
		text := quote(c.Text)
		if c.Opaque {
			text = "opaque"
		}
		if c.U {
			text = "u" + text
		}
		p.raw(text)
	}
}
