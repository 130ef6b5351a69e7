package python

// starExpressions reads a, *b, c: a tuple if there is a comma.
func (p *parser) starExpressions() Expr {
	from := p.from()
	first := p.starExpression()
	if p.kind != tokComma {
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(tokComma) && startsExpr(p.kind) {
		p.exprs.push(p.starExpression())
	}
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	return t
}

// starExpression reads *a or an expression.
func (p *parser) starExpression() Expr {
	if p.kind == tokStar {
		return p.star(levelBitOr)
	}
	return p.expression()
}

// starNamed reads *a, a := b or an expression: an element of a list, set or tuple.
func (p *parser) starNamed() Expr {
	if p.kind == tokStar {
		return p.star(levelBitOr)
	}
	return p.namedExpression()
}

// star reads *a, where a binds at least as strongly as level. Level 0 is any expression.
func (p *parser) star(level int) Expr {
	s := p.starred.next()
	s.From = p.from()
	p.next()
	if level == 0 {
		s.Value = p.expression()
	} else {
		s.Value = p.binary(level)
	}
	s.To = p.to()
	return s
}

// namedExpression reads an expression, or a := b.
func (p *parser) namedExpression() Expr {
	if p.kind == tokName && p.toks[p.at+1].kind == tokColonEqual {
		n := &NamedExpr{Target: p.nameNode()}
		p.next()
		n.Value = p.expression()
		n.Pos = p.since(n.Target.From)
		return n
	}
	return p.expression()
}

// expression reads a conditional expression or a lambda.
func (p *parser) expression() Expr {
	p.enter()
	from := p.from()
	if p.kind == tokLambda {
		x := p.lambdaExpr()
		p.leave()
		return x
	}
	x := p.binary(levelOr)
	if p.kind == tokIf {
		p.next()
		n := p.ifExp.next()
		n.Body = x
		n.Test = p.binary(levelOr)
		p.expect(tokElse, "expected 'else' after 'if' expression")
		n.OrElse = p.expression()
		n.Pos = p.since(from)
		x = n
	}
	p.leave()
	return x
}

func (p *parser) lambdaExpr() Expr {
	n := p.lambda.next()
	n.From = p.from()
	p.next()
	n.Args = p.parameters(tokColon)
	p.expect(tokColon, "invalid syntax")
	n.Body = p.expression()
	n.To = p.to()
	return n
}

// yield reads yield, yield a, b or yield from a.
func (p *parser) yield() Expr {
	from := p.from()
	p.next()
	if p.accept(tokFrom) {
		n := &YieldFrom{Value: p.expression()}
		n.Pos = p.since(from)
		return n
	}
	n := &Yield{}
	if startsExpr(p.kind) {
		n.Value = p.starExpressions()
	}
	n.Pos = p.since(from)
	return n
}

// binary reads operators that bind at least as strongly as the level least.
func (p *parser) binary(least int) Expr {
	from := p.from()
	x := p.unary(least)
	for n := 0; ; n++ {
		strength := level(p.kind)
		if strength < least || strength == 0 {
			return x
		}
		if n == maxChain {
			p.fail("too many operators to analyse")
		}
		switch strength {
		case levelOr, levelAnd:
			x = p.boolean(from, x, strength)
		case levelCompare:
			if p.kind == tokNot && p.toks[p.at+1].kind != tokIn {
				return x
			}
			x = p.comparison(from, x)
		default:
			b := p.binOp.next()
			b.Left = x
			b.Op = binaryOp(p.kind)
			p.next()
			b.Right = p.binary(strength + 1)
			b.Pos = p.since(from)
			x = b
		}
	}
}

// boolean reads the rest of: x and y and z.
func (p *parser) boolean(from uint32, x Expr, strength int) Expr {
	b := p.boolOp.next()
	k := p.kind
	b.Op = binaryOp(k)
	mark := p.exprs.mark()
	p.exprs.push(x)
	for p.accept(k) {
		p.exprs.push(p.binary(strength + 1))
	}
	b.Values = p.exprs.take(mark)
	b.Pos = p.since(from)
	return b
}

// comparison reads the rest of: x < y <= z.
func (p *parser) comparison(from uint32, x Expr) Expr {
	c := p.compare.next()
	c.Left = x
	mark, ops := p.exprs.mark(), p.ops.mark()
	for level(p.kind) == levelCompare {
		op := binaryOp(p.kind)
		if p.kind == tokNot && p.toks[p.at+1].kind != tokIn {
			break
		}
		p.next()
		switch {
		case op == NotIn:
			p.next()
		case op == Is && p.accept(tokNot):
			op = IsNot
		}
		p.ops.push(op)
		p.exprs.push(p.binary(levelCompare + 1))
	}
	c.Ops = p.ops.take(ops)
	c.Comparators = p.exprs.take(mark)
	c.Pos = p.since(from)
	return c
}

// unary reads a prefix operator with its operand, or a power. Not binds weaker than a comparison, so it cannot stand
// right of one.
func (p *parser) unary(least int) Expr {
	var op Operator
	operand := levelTerm + 1
	switch p.kind {
	case tokNot:
		if least > levelNot {
			p.fail("invalid syntax")
		}
		op, operand = Not, levelNot
	case tokMinus:
		op = USub
	case tokPlus:
		op = UAdd
	case tokTilde:
		op = Invert
	default:
		return p.power()
	}
	p.enter()
	n := p.unaryOp.next()
	n.From = p.from()
	n.Op = op
	p.next()
	n.Operand = p.binary(operand)
	n.To = p.to()
	p.leave()
	return n
}

// power reads a ** b.
func (p *parser) power() Expr {
	from := p.from()
	x := p.awaited()
	if p.kind != tokDoubleStar {
		return x
	}
	p.enter()
	b := p.binOp.next()
	b.Left, b.Op = x, Pow
	p.next()
	b.Right = p.unary(levelTerm + 1)
	b.Pos = p.since(from)
	p.leave()
	return b
}

func (p *parser) awaited() Expr {
	if p.kind != tokAwait {
		return p.primary()
	}
	n := &Await{Pos: Pos{From: p.from()}}
	p.next()
	n.Value = p.primary()
	n.To = p.to()
	return n
}

// targets reads what a for loop assigns to.
func (p *parser) targets() Expr {
	from := p.from()
	first := p.target()
	if p.kind != tokComma {
		p.checkTarget(first)
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(tokComma) && startsExpr(p.kind) {
		p.exprs.push(p.target())
	}
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	p.checkTarget(t)
	return t
}

// target reads one target, leaving an "in" behind it alone.
func (p *parser) target() Expr {
	if p.kind == tokStar {
		return p.star(levelBitOr)
	}
	return p.binary(levelBitOr)
}
