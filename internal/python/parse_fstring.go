package python

import (
	"slices"
	"strings"
)

// fstring reads one f-string or t-string and pushes its parts onto the stack of expressions.
func (p *parser) fstring() {
	template := p.toks[p.at].flags&flagT != 0
	p.next()
	p.fstringParts(template, tokFEnd)
	p.expect(tokFEnd, "f-string: expecting '}'")
}

// fstringParts reads literal text and replacement fields up to end.
func (p *parser) fstringParts(template bool, end kind) {
	for p.kind != end {
		switch p.kind {
		case tokFMiddle:
			p.fstringText()
		case tokLBrace:
			p.replacementField(template)
		default:
			p.fail("f-string: expecting '}'")
		}
	}
}

// fstringText reads literal text. Outside of format specs, {{ and }} stand for one brace each.
func (p *parser) fstringText() {
	t := p.toks[p.at]
	p.next()
	c := p.constant.next()
	c.Kind = ConstStr
	c.Pos = Pos{t.from, t.to}
	if t.flags&flagSpec != 0 {
		c.Text, c.Opaque = p.textValue(t.from, t.to, t.flags)
		p.exprs.push(c)
		return
	}
	raw := p.src[t.from:t.to]
	if strings.IndexByte(raw, '{') < 0 && strings.IndexByte(raw, '}') < 0 {
		c.Text, c.Opaque = p.textValue(t.from, t.to, t.flags)
		p.exprs.push(c)
		return
	}
	// As in CPython the text is cut behind each first brace, and each piece decoded on its own.
	var b strings.Builder
	for from := t.from; from < t.to; {
		to, skip := p.brace(from, t)
		text, opaque := p.textValue(from, to, t.flags)
		b.WriteString(text)
		c.Opaque = c.Opaque || opaque
		from = to + skip
	}
	c.Text = b.String()
	p.exprs.push(c)
}

// brace returns the offset behind the first brace that is doubled, at or after from in t, and 1; or the end of t, and 0.
func (p *parser) brace(from uint32, t token) (to, skip uint32) {
	for i := from; i < t.to; i++ {
		switch p.src[i] {
		case '\\':
			if t.flags&flagRaw == 0 && strings.HasPrefix(p.src[i:t.to], `\N{`) {
				if n := strings.IndexByte(p.src[i:t.to], '}'); n >= 0 {
					i += uint32(n)
				}
			}
		case '{', '}':
			if i+1 < t.to && p.src[i+1] == p.src[i] {
				return i + 1, 1
			}
		}
	}
	return t.to, 0
}

// replacementField reads {x = !r : spec}.
func (p *parser) replacementField(template bool) {
	from := p.from()
	p.next()
	switch p.kind {
	case tokRBrace, tokColon, tokExclamation, tokEqual:
		p.fail("f-string: valid expression required before '" + p.text(p.toks[p.at]) + "'")
	default:
	}
	value := p.rightSide()
	textEnd := p.to()
	debug := p.accept(tokEqual)
	debugEnd := p.from()
	var conversion byte
	if p.kind == tokExclamation {
		conversion = p.conversion()
	}
	var spec *JoinedStr
	if p.kind == tokColon {
		spec = p.formatSpec()
	}
	if debug {
		p.pushDebugText(from+1, debugEnd)
		if conversion == 0 && spec == nil {
			conversion = 'r'
		}
	}
	p.expect(tokRBrace, "f-string: expecting '}'")
	if template {
		p.exprs.push(&Interpolation{
			Pos: p.since(from), Value: value, Str: p.expressionText(from+1, textEnd), Conversion: conversion, Spec: spec,
		})
		return
	}
	v := p.formatted.next()
	v.Pos, v.Value, v.Conversion, v.Spec = p.since(from), value, conversion, spec
	p.exprs.push(v)
}

// conversion reads !s, !r or !a.
func (p *parser) conversion() byte {
	bang := p.toks[p.at]
	p.next()
	t := p.toks[p.at]
	if p.kind != tokName {
		p.fail("f-string: invalid conversion character")
	}
	if t.from != bang.to {
		p.fail("f-string: conversion type must come right after the exclamation mark")
	}
	switch text := p.text(t); text {
	case "s", "r", "a":
		p.next()
		return text[0]
	}
	p.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'")
	return 0
}

// formatSpec reads a colon and the format spec behind it, which may hold fields of its own.
func (p *parser) formatSpec() *JoinedStr {
	p.enter()
	from := p.from()
	p.next()
	mark := p.exprs.mark()
	p.fstringParts(false, tokRBrace)
	p.joinConstants(mark, true)
	j := p.joined.next()
	j.Values = p.exprs.take(mark)
	j.Pos = p.since(from)
	p.leave()
	return j
}

// pushDebugText pushes the constant that {x=} puts in front of the value: the source, without comments.
func (p *parser) pushDebugText(from, to uint32) {
	c := p.constant.next()
	c.Kind = ConstStr
	c.Pos = Pos{from, to}
	c.Text = p.expressionText(from, to)
	p.exprs.push(c)
}

// expressionText returns the source of an expression in a replacement field, without comments.
func (p *parser) expressionText(from, to uint32) string {
	n, _ := slices.BinarySearchFunc(p.comments, from, func(c Pos, from uint32) int { return int(c.From) - int(from) })
	raw := p.src[from:to]
	if n < len(p.comments) && p.comments[n].From < to {
		var b strings.Builder
		for ; n < len(p.comments) && p.comments[n].From < to; n++ {
			b.WriteString(p.src[from:p.comments[n].From])
			from = min(p.comments[n].To, to)
		}
		b.WriteString(p.src[from:to])
		raw = b.String()
	}
	if p.latin1 {
		raw = fromLatin1(raw)
	}
	if p.cr {
		raw = normalLines(raw)
	}
	return raw
}
