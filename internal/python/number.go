package python

import (
	"math/big"
	"strconv"
	"strings"
)

// maxDigits is how long a decimal integer CPython reads from source, by default.
const maxDigits = 4300

// numberLiteral reads a number.
func (p *parser) numberLiteral() *Constant {
	t := p.toks[p.at]
	text := p.text(t)
	c := p.constant.next()
	c.Pos = Pos{t.from, t.to}
	if len(text) < 18 {
		n := int64(0)
		for i := 0; ; i++ {
			if i == len(text) {
				c.Kind, c.Int = ConstInt, n
				p.next()
				return c
			}
			d := text[i] - '0'
			if d > 9 {
				break
			}
			n = 10*n + int64(d)
		}
	}
	if !c.setNumber(strings.ReplaceAll(text, "_", "")) {
		p.failAt(c.Pos, "Exceeds the limit (4300 digits) for integer string conversion")
	}
	p.next()
	return c
}

// setNumber gives c the value that text, a number without underscores, spells. It reports false for one with too many
// digits.
func (c *Constant) setNumber(text string) bool {
	last := text[len(text)-1] | 0x20
	base := 10
	if len(text) > 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
	}
	switch {
	case base != 10:
		text = text[2:]
	case last == 'j':
		c.Kind = ConstComplex
		c.Float, _ = strconv.ParseFloat(text[:len(text)-1], 64) // out of range is an infinity, as in Python
		return true
	case strings.ContainsAny(text, ".eE"):
		c.Kind = ConstFloat
		c.Float, _ = strconv.ParseFloat(text, 64)
		return true
	case len(text) > maxDigits:
		return false
	}
	c.Kind = ConstInt
	if n, err := strconv.ParseInt(text, base, 64); err == nil {
		c.Int = n
		return true
	}
	c.Big, _ = new(big.Int).SetString(text, base)
	return true
}
