package python

// startsMatch reports whether the name match, the next token, starts a match statement: then its logical line ends with a
// colon and a block follows.
func (p *parser) startsMatch() bool {
	if !startsExpr(p.peek()) {
		return false
	}
	for i := p.at + 1; ; i++ {
		switch p.toks[i].kind {
		case tokNewline:
			return p.toks[i-1].kind == tokColon && p.toks[i+1].kind == tokIndent
		case tokEOF:
			return false
		default:
		}
	}
}

func (p *parser) matchStatement() Stmt {
	s := &Match{Pos: Pos{From: p.from()}}
	p.next()
	s.Subject = p.matchSubject()
	p.expect(tokColon, "expected ':'")
	p.expect(tokNewline, "invalid syntax")
	p.expect(tokIndent, "expected an indented block after 'match' statement")
	p.enter()
	p.blocks++
	for {
		p.partial = nil
		if s.Cases != nil {
			s.To = p.lineEnd
			p.clauseOf(s)
			if p.kind == tokDedent || p.kind == tokEOF {
				break
			}
		}
		s.Cases = append(s.Cases, p.matchCase())
	}
	p.blocks--
	p.leave()
	p.accept(tokDedent)
	return s
}

func (p *parser) matchSubject() Expr {
	from := p.from()
	first := p.starNamed()
	if p.kind != tokComma {
		if _, star := first.(*Starred); star {
			p.fail("invalid syntax")
		}
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(tokComma) && startsExpr(p.kind) {
		p.exprs.push(p.starNamed())
	}
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	return t
}

func (p *parser) matchCase() *MatchCase {
	if !p.isSoft("case") {
		p.fail("invalid syntax")
	}
	p.next()
	c := &MatchCase{Pattern: p.openPattern()}
	if p.accept(tokIf) {
		c.Guard = p.namedExpression()
	}
	c.Body = p.block("'case' statement")
	return c
}

// openPattern reads what stands behind case: a pattern, or a sequence without brackets.
func (p *parser) openPattern() Pattern {
	from := p.from()
	first := p.starPattern()
	if p.kind != tokComma {
		if _, star := first.(*MatchStar); star {
			p.fail("invalid syntax")
		}
		return first
	}
	mark := p.patterns.mark()
	p.patterns.push(first)
	for p.accept(tokComma) && p.kind != tokColon && p.kind != tokIf {
		p.patterns.push(p.starPattern())
	}
	list := p.patterns.take(mark)
	return &MatchSequence{Pos: p.since(from), Patterns: list}
}

// starPattern reads *name or a pattern.
func (p *parser) starPattern() Pattern {
	if p.kind != tokStar {
		return p.pattern()
	}
	s := &MatchStar{Pos: Pos{From: p.from()}}
	p.next()
	s.Name, _ = p.ident("invalid syntax")
	if s.Name == "_" {
		s.Name = ""
	}
	s.To = p.to()
	return s
}

// pattern reads a | b as name.
func (p *parser) pattern() Pattern {
	p.enter()
	from := p.from()
	x := p.closedPattern()
	if p.kind == tokBar {
		mark := p.patterns.mark()
		p.patterns.push(x)
		for p.accept(tokBar) {
			p.patterns.push(p.closedPattern())
		}
		list := p.patterns.take(mark)
		x = &MatchOr{Pos: p.since(from), Patterns: list}
	}
	if p.accept(tokAs) {
		name := p.captureName()
		x = &MatchAs{Pos: p.since(from), Pattern: x, Name: name}
	}
	p.leave()
	return x
}

// captureName reads a name that a pattern binds.
func (p *parser) captureName() string {
	if p.isSoft("_") {
		p.fail("cannot use '_' as a target")
	}
	name, _ := p.ident("invalid pattern target")
	switch p.kind {
	case tokDot, tokLParen, tokEqual:
		p.fail("invalid pattern target")
	default:
	}
	return name
}

func (p *parser) closedPattern() Pattern {
	from := p.from()
	switch p.kind {
	case tokNumber, tokMinus, tokString, tokFStart:
		value := p.literalKey()
		return &MatchValue{Pos: p.since(from), Value: value}
	case tokNone:
		return p.singleton(ConstNone)
	case tokTrue:
		return p.singleton(ConstTrue)
	case tokFalse:
		return p.singleton(ConstFalse)
	case tokName:
		return p.namePattern()
	case tokLParen:
		return p.groupPattern()
	case tokLBracket:
		p.next()
		list := p.patternList(tokRBracket)
		return &MatchSequence{Pos: p.since(from), Patterns: list}
	case tokLBrace:
		return p.mappingPattern()
	default:
	}
	p.fail("invalid syntax")
	return nil
}

func (p *parser) singleton(k ConstantKind) Pattern {
	c := p.literal(k)
	return &MatchSingleton{Pos: c.Pos, Value: c}
}

// namePattern reads a capture, a wildcard, a dotted value or a class.
func (p *parser) namePattern() Pattern {
	from := p.from()
	if next := p.peek(); next != tokDot && next != tokLParen || p.isSoft("_") {
		name, _ := p.ident("")
		if name == "_" {
			name = ""
		} else if p.kind == tokEqual {
			p.fail("invalid syntax")
		}
		return &MatchAs{Pos: p.since(from), Name: name}
	}
	value := p.dottedValue()
	if p.kind == tokLParen {
		return p.classPattern(from, value)
	}
	return &MatchValue{Pos: p.since(from), Value: value}
}

// dottedValue reads a or a.b.c as an expression.
func (p *parser) dottedValue() Expr {
	from := p.from()
	var x Expr = p.nameNode()
	for n := 0; p.accept(tokDot); n++ {
		if n == maxChain {
			p.fail("too long a chain to analyse")
		}
		a := p.attribute.next()
		a.Value = x
		a.Attr, a.AttrPos = p.ident("invalid syntax")
		a.Pos = p.since(from)
		x = a
	}
	return x
}

// patternList reads patterns up to end, and past it.
func (p *parser) patternList(end kind) []Pattern {
	mark := p.patterns.mark()
	for p.kind != end {
		p.patterns.push(p.starPattern())
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(end, "invalid syntax")
	return p.patterns.take(mark)
}

// groupPattern reads a pattern in parentheses, or a sequence, which needs a comma or no element at all.
func (p *parser) groupPattern() Pattern {
	from := p.from()
	p.next()
	if p.accept(tokRParen) {
		return &MatchSequence{Pos: p.since(from)}
	}
	first := p.starPattern()
	_, star := first.(*MatchStar)
	if p.kind != tokComma {
		if star {
			p.fail("invalid syntax")
		}
		p.expect(tokRParen, "invalid syntax")
		return first
	}
	mark := p.patterns.mark()
	p.patterns.push(first)
	for p.accept(tokComma) && p.kind != tokRParen {
		p.patterns.push(p.starPattern())
	}
	p.expect(tokRParen, "invalid syntax")
	list := p.patterns.take(mark)
	return &MatchSequence{Pos: p.since(from), Patterns: list}
}

// literalKey reads a number, a complex number, strings, None, True or False.
func (p *parser) literalKey() Expr {
	switch p.kind {
	case tokString, tokFStart:
		return p.strings()
	case tokNone:
		return p.literal(ConstNone)
	case tokTrue:
		return p.literal(ConstTrue)
	case tokFalse:
		return p.literal(ConstFalse)
	default:
	}
	from := p.from()
	x, kind := p.signedNumber()
	if p.kind != tokPlus && p.kind != tokMinus {
		return x
	}
	if kind == ConstComplex {
		p.fail("real number required in complex literal")
	}
	b := p.binOp.next()
	b.Left, b.Op = x, binaryOp(p.kind)
	p.next()
	if p.kind != tokNumber {
		p.fail("invalid syntax")
	}
	imaginary := p.numberLiteral()
	if imaginary.Kind != ConstComplex {
		p.failAt(imaginary.Pos, "imaginary number required in complex literal")
	}
	b.Right = imaginary
	b.Pos = p.since(from)
	return b
}

// signedNumber reads a number or -number, and returns what kind it is.
func (p *parser) signedNumber() (Expr, ConstantKind) {
	from := p.from()
	minus := p.accept(tokMinus)
	if p.kind != tokNumber {
		p.fail("invalid syntax")
	}
	c := p.numberLiteral()
	if !minus {
		return c, c.Kind
	}
	n := p.unaryOp.next()
	n.Op, n.Operand = USub, c
	n.Pos = p.since(from)
	return n, c.Kind
}

// mappingPattern reads {key: pattern, **rest}.
func (p *parser) mappingPattern() Pattern {
	m := &MatchMapping{Pos: Pos{From: p.from()}}
	p.next()
	keys, patterns := p.exprs.mark(), p.patterns.mark()
	for p.kind != tokRBrace {
		if p.accept(tokDoubleStar) {
			m.Rest = p.captureName()
			p.accept(tokComma)
			break
		}
		if p.kind == tokName {
			if p.peek() != tokDot {
				p.fail("invalid syntax")
			}
			p.exprs.push(p.dottedValue())
		} else {
			p.exprs.push(p.literalKey())
		}
		p.expect(tokColon, "invalid syntax")
		p.patterns.push(p.pattern())
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(tokRBrace, "invalid syntax")
	m.Keys = p.exprs.take(keys)
	m.Patterns = p.patterns.take(patterns)
	m.To = p.to()
	return m
}

// classPattern reads the rest of C(a, key=b).
func (p *parser) classPattern(from uint32, class Expr) Pattern {
	m := &MatchClass{Cls: class}
	p.next()
	mark, names := p.patterns.mark(), p.names.mark()
	named := false
	for p.kind != tokRParen {
		if p.kind == tokName && p.peek() == tokEqual {
			if !named {
				m.Patterns = p.patterns.take(mark)
				named = true
			}
			name, _ := p.ident("")
			p.names.push(name)
			p.next()
		} else if named {
			p.fail("positional patterns follow keyword patterns")
		}
		p.patterns.push(p.pattern())
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(tokRParen, "invalid syntax")
	if named {
		m.KwdAttrs = p.names.take(names)
		m.KwdPatterns = p.patterns.take(mark)
	} else {
		m.Patterns = p.patterns.take(mark)
	}
	m.Pos = p.since(from)
	return m
}
