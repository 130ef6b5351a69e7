package python

// simple reads a simple statement, without the end of its line.
func (p *parser) simple() Stmt {
	from := p.from()
	switch p.kind {
	case tokName:
		if p.peek() == tokName && p.isSoft("type") {
			return p.typeAlias()
		}
		return p.expressionStmt()
	case tokImport:
		return p.importStmt()
	case tokFrom:
		return p.importFrom()
	case tokReturn:
		p.next()
		s := p.returns.next()
		if startsExpr(p.kind) {
			s.Value = p.starExpressions()
		}
		s.Pos = p.since(from)
		return s
	case tokRaise:
		return p.raiseStmt()
	case tokPass:
		p.next()
		return &Pass{p.since(from)}
	case tokBreak:
		p.next()
		return &Break{p.since(from)}
	case tokContinue:
		p.next()
		return &Continue{p.since(from)}
	case tokDel:
		return p.deleteStmt()
	case tokAssert:
		p.next()
		s := p.assert.next()
		s.Test = p.expression()
		if p.accept(tokComma) {
			s.Msg = p.expression()
		}
		s.Pos = p.since(from)
		return s
	case tokGlobal:
		return &Global{Names: p.nameList(), Pos: p.since(from)}
	case tokNonlocal:
		return &Nonlocal{Names: p.nameList(), Pos: p.since(from)}
	default:
		return p.expressionStmt()
	}
}

// nameList reads the names behind global or nonlocal.
func (p *parser) nameList() []string {
	p.next()
	mark := p.names.mark()
	for {
		name, _ := p.ident("invalid syntax")
		p.names.push(name)
		if !p.accept(tokComma) {
			return p.names.take(mark)
		}
	}
}

// expressionStmt reads an expression, or whatever kind of assignment it turns out to be the target of.
func (p *parser) expressionStmt() Stmt {
	from := p.from()
	group := p.kind == tokLParen
	first := p.rightSide()
	switch {
	case p.kind == tokEqual:
		return p.assignment(from, first)
	case p.kind == tokColon:
		return p.annotated(from, first, group)
	case p.kind >= tokPlusEqual && p.kind <= tokDoubleSlashEqual:
		p.checkSingleTarget(first, "'%s' is an illegal expression for augmented assignment")
		op := binaryOp(p.kind)
		p.next()
		value := p.rightSide()
		return &AugAssign{Pos: p.since(from), Target: first, Op: op, Value: value}
	default:
		s := p.exprStmt.next()
		s.Value = first
		s.Pos = p.since(from)
		return s
	}
}

// rightSide reads what may stand right of an =: a yield, or expressions.
func (p *parser) rightSide() Expr {
	if p.kind == tokYield {
		return p.yield()
	}
	return p.starExpressions()
}

// assignment reads the rest of: first = second = value.
func (p *parser) assignment(from uint32, first Expr) Stmt {
	mark := p.exprs.mark()
	value := first
	for p.kind == tokEqual {
		p.checkTarget(value)
		p.exprs.push(value)
		p.next()
		value = p.rightSide()
	}
	s := p.assign.next()
	s.Targets = p.exprs.take(mark)
	s.Value = value
	s.Pos = p.since(from)
	return s
}

// annotated reads the rest of: target: annotation = value. An annotated name in parentheses is not simple.
func (p *parser) annotated(from uint32, target Expr, group bool) Stmt {
	switch target.(type) {
	case *Name, *Attribute, *Subscript:
	case *ListExpr:
		p.failAt(target.Place(), "only single target (not list) can be annotated")
	case *TupleExpr:
		p.failAt(target.Place(), "only single target (not tuple) can be annotated")
	default:
		p.fail("invalid syntax")
	}
	p.next()
	_, name := target.(*Name)
	s := &AnnAssign{Target: target, Simple: name && !group}
	s.Annotation = p.expression()
	if p.accept(tokEqual) {
		s.Value = p.rightSide()
	}
	s.Pos = p.since(from)
	return s
}

func (p *parser) raiseStmt() Stmt {
	from := p.from()
	p.next()
	s := p.raise.next()
	if startsExpr(p.kind) {
		s.Exc = p.expression()
		if p.accept(tokFrom) {
			s.Cause = p.expression()
		}
	}
	s.Pos = p.since(from)
	return s
}

func (p *parser) deleteStmt() Stmt {
	from := p.from()
	p.next()
	mark := p.exprs.mark()
	for {
		target := p.binary(levelBitOr)
		p.checkDelete(target)
		p.exprs.push(target)
		if !p.accept(tokComma) || p.kind == tokNewline || p.kind == tokSemicolon {
			break
		}
	}
	targets := p.exprs.take(mark)
	return &Delete{Pos: p.since(from), Targets: targets}
}

// importStmt reads: import a.b as c, d.
func (p *parser) importStmt() Stmt {
	from := p.from()
	p.next()
	mark := p.aliases.mark()
	for {
		start := p.from()
		a := p.alias.next()
		a.Name = p.dottedName()
		p.asName(a, start)
		p.aliases.push(a)
		if !p.accept(tokComma) {
			break
		}
	}
	names := p.aliases.take(mark)
	return &Import{Pos: p.since(from), Names: names}
}

// dottedName reads a.b.c.
func (p *parser) dottedName() string {
	t := p.toks[p.at]
	name, _ := p.ident("invalid syntax")
	if p.kind != tokDot {
		return name
	}
	plain := t.flags&flagWide == 0
	end := t.to
	for p.kind == tokDot {
		dot := p.toks[p.at]
		p.next()
		t := p.toks[p.at]
		part, _ := p.ident("invalid syntax")
		// The usual name stands in the source in one piece.
		if plain && dot.from == end && t.from == dot.to && t.flags&flagWide == 0 {
			name = p.src[t.from-dot.to+end-uint32(len(name)) : t.to]
			end = t.to
			continue
		}
		plain = false
		name += "." + part
	}
	return name
}

// asName reads an alias's: as name, and ends the alias.
func (p *parser) asName(a *Alias, from uint32) {
	if p.accept(tokAs) {
		a.AsName, _ = p.ident("invalid syntax")
	}
	a.Pos = p.since(from)
}

// importFrom reads: from ..a import b as c, d.
func (p *parser) importFrom() Stmt {
	from := p.from()
	p.next()
	s := p.imports.next()
	for {
		if p.accept(tokDot) {
			s.Level++
			continue
		}
		if !p.accept(tokEllipsis) {
			break
		}
		s.Level += 3
	}
	if s.Level == 0 || p.kind != tokImport {
		s.Module = p.dottedName()
	}
	p.expect(tokImport, "invalid syntax")
	mark := p.aliases.mark()
	switch p.kind {
	case tokStar:
		a := p.alias.next()
		a.Name = "*"
		a.Pos = Pos{p.from(), p.from() + 1}
		p.next()
		p.aliases.push(a)
	case tokLParen:
		p.next()
		p.importNames(true)
		p.expect(tokRParen, "invalid syntax")
	default:
		p.importNames(false)
	}
	s.Names = p.aliases.take(mark)
	s.Pos = p.since(from)
	return s
}

// importNames reads: b as c, d. Only in parentheses may a comma end them.
func (p *parser) importNames(parens bool) {
	for {
		start := p.from()
		a := p.alias.next()
		if p.kind == tokNewline {
			p.fail("Expected one or more names after 'import'")
		}
		a.Name, _ = p.ident("invalid syntax")
		p.asName(a, start)
		p.aliases.push(a)
		if !p.accept(tokComma) || parens && p.kind == tokRParen {
			return
		}
		if p.kind == tokNewline {
			p.fail("trailing comma not allowed without surrounding parentheses")
		}
	}
}

// typeAlias reads: type X[T] = value.
func (p *parser) typeAlias() Stmt {
	from := p.from()
	p.next()
	s := &TypeAlias{Name: p.nameNode()}
	s.TypeParams = p.typeParameters()
	p.expect(tokEqual, "invalid syntax")
	s.Value = p.expression()
	s.Pos = p.since(from)
	return s
}

// nameNode reads a name as an expression.
func (p *parser) nameNode() *Name {
	n := p.name.next()
	n.ID, n.Pos = p.ident("invalid syntax")
	return n
}
