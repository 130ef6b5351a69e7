package python

// primary reads an atom and the attributes, calls and subscripts behind it.
func (p *parser) primary() Expr {
	from := p.from()
	x := p.atom()
	for n := 0; ; n++ {
		switch p.kind {
		case tokDot:
			a := p.attribute.next()
			a.Value = x
			p.next()
			a.Attr, a.AttrPos = p.ident("invalid syntax")
			a.Pos = p.since(from)
			x = a
		case tokLParen:
			x = p.callOf(from, x)
		case tokLBracket:
			s := p.subscript.next()
			s.Value = x
			p.next()
			s.Index = p.subscripts()
			p.expect(tokRBracket, "invalid syntax")
			s.Pos = p.since(from)
			x = s
		default:
			return x
		}
		if n == maxChain {
			p.fail("too long a chain to analyse")
		}
	}
}

func (p *parser) atom() Expr {
	t := p.toks[p.at]
	switch t.kind {
	case tokName:
		n := p.name.next()
		n.ID = p.src[t.from:t.to]
		if t.flags&flagWide != 0 {
			n.ID = p.identifier(t)
		}
		n.Pos = Pos{t.from, t.to}
		p.next()
		return n
	case tokString, tokFStart:
		return p.strings()
	case tokNumber:
		return p.numberLiteral()
	case tokNone:
		return p.literal(ConstNone)
	case tokTrue:
		return p.literal(ConstTrue)
	case tokFalse:
		return p.literal(ConstFalse)
	case tokEllipsis:
		return p.literal(ConstEllipsis)
	case tokLParen:
		return p.group()
	case tokLBracket:
		return p.listDisplay()
	case tokLBrace:
		return p.braces()
	default:
		p.fail("invalid syntax")
		return nil
	}
}

func (p *parser) literal(k ConstantKind) *Constant {
	c := p.constant.next()
	c.Kind = k
	c.Pos = Pos{p.toks[p.at].from, p.toks[p.at].to}
	p.next()
	return c
}

// group reads what stands in parentheses: an expression, a tuple, a generator or a yield. Only a tuple and a generator
// cover the parentheses.
func (p *parser) group() Expr {
	from := p.from()
	p.next()
	if p.kind == tokYield {
		y := p.yield()
		p.expect(tokRParen, "invalid syntax")
		return y
	}
	mark := p.exprs.mark()
	if p.kind != tokRParen {
		first := p.starNamed()
		switch p.kind {
		case tokFor, tokAsync:
			return p.comprehension(GeneratorExp, from, first, nil, tokRParen)
		case tokComma:
		default:
			if _, star := first.(*Starred); star {
				p.failAt(first.Place(), "cannot use starred expression here")
			}
			p.expect(tokRParen, "invalid syntax. Perhaps you forgot a comma?")
			return first
		}
		p.exprs.push(first)
		p.elements(tokRParen)
	}
	p.expect(tokRParen, "invalid syntax. Perhaps you forgot a comma?")
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	return t
}

// elements reads further elements, each behind a comma, onto the stack of expressions.
func (p *parser) elements(end kind) {
	for p.accept(tokComma) && p.kind != end {
		p.exprs.push(p.starNamed())
	}
}

func (p *parser) listDisplay() Expr {
	from := p.from()
	p.next()
	mark := p.exprs.mark()
	if p.kind != tokRBracket {
		first := p.starNamed()
		if p.kind == tokFor || p.kind == tokAsync {
			return p.comprehension(ListComp, from, first, nil, tokRBracket)
		}
		p.exprs.push(first)
		p.elements(tokRBracket)
	}
	p.expect(tokRBracket, "invalid syntax. Perhaps you forgot a comma?")
	l := p.listExpr.next()
	l.Elts = p.exprs.take(mark)
	l.Pos = p.since(from)
	return l
}

// braces reads a dict, a set, or a comprehension of either.
func (p *parser) braces() Expr {
	from := p.from()
	p.next()
	if p.kind == tokRBrace || p.kind == tokDoubleStar {
		return p.dictDisplay(from, nil)
	}
	inner := p.kind == tokLParen
	first := p.starNamed()
	switch p.kind {
	case tokColon:
		switch first.(type) {
		case *Starred, *NamedExpr:
			if !inner {
				p.fail("invalid syntax")
			}
		}
		return p.dictDisplay(from, first)
	case tokFor, tokAsync:
		return p.comprehension(SetComp, from, first, nil, tokRBrace)
	default:
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	p.elements(tokRBrace)
	p.expect(tokRBrace, "invalid syntax. Perhaps you forgot a comma?")
	s := &SetExpr{Elts: p.exprs.take(mark)}
	s.Pos = p.since(from)
	return s
}

// dictDisplay reads the rest of {a: b, **c}. If first is set, it was read already.
func (p *parser) dictDisplay(from uint32, first Expr) Expr {
	mark := p.exprs.mark()
	for p.kind != tokRBrace {
		if first == nil && p.accept(tokDoubleStar) {
			p.exprs.push(nil)
			p.exprs.push(p.binary(levelBitOr))
		} else {
			key := first
			if key == nil {
				key = p.expression()
			}
			p.expect(tokColon, "':' expected after dictionary key")
			value := p.expression()
			if first != nil && (p.kind == tokFor || p.kind == tokAsync) {
				return p.comprehension(DictComp, from, key, value, tokRBrace)
			}
			first = nil
			p.exprs.push(key)
			p.exprs.push(value)
		}
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(tokRBrace, "invalid syntax. Perhaps you forgot a comma?")
	d := p.dict.next()
	// Keys and values lie on the stack in turn.
	pairs := p.exprs.stack[mark:]
	n := len(pairs) / 2
	if n > 0 {
		both := make([]Expr, 2*n)
		d.Keys, d.Values = both[:n:n], both[n:]
		for i := range n {
			d.Keys[i], d.Values[i] = pairs[2*i], pairs[2*i+1]
		}
	}
	p.exprs.stack = p.exprs.stack[:mark]
	d.Pos = p.since(from)
	return d
}

// comprehension reads the rest of a comprehension, from its for to the bracket that ends it.
func (p *parser) comprehension(k CompKind, from uint32, elt, value Expr, end kind) Expr {
	if s, star := elt.(*Starred); star {
		p.failAt(s.Pos, "iterable unpacking cannot be used in comprehension")
	}
	c := p.comp.next()
	c.Kind, c.Elt, c.Value = k, elt, value
	mark := p.generators.mark()
	for p.kind == tokFor || p.kind == tokAsync {
		p.generators.push(p.generator())
	}
	c.Generators = p.generators.take(mark)
	p.expect(end, "invalid syntax")
	c.Pos = p.since(from)
	return c
}

// generator reads: for a in b if c if d.
func (p *parser) generator() Generator {
	var g Generator
	g.Async = p.accept(tokAsync)
	p.expect(tokFor, "invalid syntax")
	g.Target = p.targets()
	p.expect(tokIn, "'in' expected after for-loop variables")
	g.Iter = p.binary(levelOr)
	mark := p.exprs.mark()
	for p.accept(tokIf) {
		p.exprs.push(p.binary(levelOr))
	}
	g.Ifs = p.exprs.take(mark)
	return g
}

// callOf reads the arguments of a call of f.
func (p *parser) callOf(from uint32, f Expr) Expr {
	c := p.call.next()
	c.Func = f
	open := p.from()
	p.next()
	var closed bool
	c.Args, c.Keywords, closed = p.callArguments(open, true)
	if !closed {
		p.expect(tokRParen, "invalid syntax. Perhaps you forgot a comma?")
	}
	c.Pos = p.since(from)
	return c
}

// callArguments reads arguments up to ")". If genexp is set, a generator may stand alone in the parentheses that open at
// offset open; it covers them, so that the ")" is read too, and closed is set.
func (p *parser) callArguments(open uint32, genexp bool) (args []Expr, keywords []*Keyword, closed bool) {
	mark, named := p.exprs.mark(), p.keywords.mark()
	unpacked := false // a ** was seen
	for p.kind != tokRParen {
		switch {
		case p.kind == tokStar:
			if unpacked {
				p.fail("iterable argument unpacking follows keyword argument unpacking")
			}
			p.exprs.push(p.star(0))
		case p.kind == tokDoubleStar || p.kind == tokName && p.toks[p.at+1].kind == tokEqual:
			k := p.keyword.next()
			k.From = p.from()
			if p.accept(tokDoubleStar) {
				unpacked = true
			} else {
				k.Name, _ = p.ident("")
				p.next()
			}
			k.Value = p.expression()
			k.To = p.to()
			p.keywords.push(k)
		default:
			from := p.at
			x := p.namedExpression()
			if p.kind == tokFor || p.kind == tokAsync {
				if !genexp || p.exprs.mark() > mark || p.keywords.mark() > named {
					p.fail("Generator expression must be parenthesized")
				}
				c := p.comprehension(GeneratorExp, open, x, nil, tokRParen)
				return p.exprs.one(c), nil, true
			}
			if p.keywords.mark() > named {
				p.at, p.kind = from, p.toks[from].kind
				message := "positional argument follows keyword argument"
				if unpacked {
					message += " unpacking"
				}
				p.failAt(x.Place(), message)
			}
			if p.kind == tokEqual {
				p.failAt(x.Place(), "expression cannot contain assignment, perhaps you meant \"==\"?")
			}
			p.exprs.push(x)
		}
		if !p.accept(tokComma) {
			break
		}
	}
	return p.exprs.take(mark), p.keywords.take(named), false
}

// subscripts reads what stands in the brackets of a subscript. A comma makes it a tuple, and so does a lone star.
func (p *parser) subscripts() Expr {
	from := p.from()
	first := p.subscriptItem()
	_, star := first.(*Starred)
	if p.kind != tokComma && !star {
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(tokComma) && p.kind != tokRBracket {
		p.exprs.push(p.subscriptItem())
	}
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	return t
}

// subscriptItem reads a, *a, a := b or a:b:c.
func (p *parser) subscriptItem() Expr {
	if p.kind == tokStar {
		return p.star(0)
	}
	from := p.from()
	var lower Expr
	if p.kind != tokColon {
		named := p.kind == tokName && p.toks[p.at+1].kind == tokColonEqual
		lower = p.namedExpression()
		if p.kind != tokColon || named {
			return lower
		}
	}
	s := p.slices.next()
	s.Lower = lower
	p.next()
	if p.kind != tokColon && p.kind != tokComma && p.kind != tokRBracket {
		s.Upper = p.expression()
	}
	if p.accept(tokColon) && p.kind != tokComma && p.kind != tokRBracket {
		s.Step = p.expression()
	}
	s.Pos = p.since(from)
	return s
}
