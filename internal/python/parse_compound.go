package python

// compound reads a compound statement onto the stack of statements. It reports false if there is none.
func (p *parser) compound() bool {
	var s Stmt
	switch p.kind {
	case tokIf:
		s = p.ifStatement()
	case tokFor:
		s = p.forStatement(p.from(), false)
	case tokWhile:
		s = p.whileStatement()
	case tokTry:
		s = p.tryStatement()
	case tokWith:
		s = p.withStatement(p.from(), false)
	case tokDef:
		s = p.functionDef(p.from(), nil, false)
	case tokClass:
		s = p.classDef(nil)
	case tokAt:
		s = p.decorated()
	case tokAsync:
		s = p.asyncStatement(nil)
	case tokName:
		if !p.isSoft("match") || !p.startsMatch() {
			return false
		}
		s = p.matchStatement()
	default:
		return false
	}
	p.stmts.push(s)
	return true
}

// block reads ":" and what it governs: an indented block, or simple statements on the same line.
func (p *parser) block(what string) []Stmt {
	p.expect(tokColon, "expected ':'")
	p.enter()
	var body []Stmt
	if p.kind == tokNewline {
		body = p.indentedBlock(what)
	} else {
		body = p.inlineBlock()
	}
	p.leave()
	return body
}

// indentedBlock reads the block under a line that ended with a colon.
func (p *parser) indentedBlock(what string) []Stmt {
	i := p.at + 1
	for p.toks[i].kind == tokBad && p.badToken(i).soft {
		i++
	}
	if p.toks[i].kind != tokIndent {
		p.fail("expected an indented block after " + what)
	}
	for p.next(); p.kind == tokBad; p.next() {
		p.recordBad()
	}
	p.next()
	body := p.suite()
	p.accept(tokDedent)
	return body
}

// inlineBlock reads simple statements behind a colon.
func (p *parser) inlineBlock() []Stmt {
	mark := p.stmts.mark()
	for {
		p.stmts.push(p.simple())
		if !p.accept(tokSemicolon) || p.kind == tokNewline {
			break
		}
	}
	p.endLine()
	return p.stmts.take(mark)
}

// clauseOf marks the start of a further clause of s, which is complete without it.
func (p *parser) clauseOf(s Stmt) {
	p.partial, p.clause = s, p.at
}

// ifStatement reads an if with all its elifs. They nest in the tree, but are read in a loop.
func (p *parser) ifStatement() Stmt {
	top := p.ifStmt.next()
	last, elifs := top, 0
	p.ifClause(top, "'if' statement")
	for p.kind == tokElif {
		top.To = p.lineEnd
		p.clauseOf(top)
		if elifs++; elifs > maxChain {
			p.fail("too many elif clauses to analyse")
		}
		s := p.ifStmt.next()
		p.ifClause(s, "'elif' statement")
		last.OrElse = p.stmts.one(s)
		last = s
	}
	top.To = p.lineEnd
	p.clauseOf(top)
	last.OrElse = p.orElse()
	if last.OrElse != nil {
		last.To = p.lineEnd
	}
	top.endAt(p.lineEnd)
	return top
}

// endAt makes s and all its elifs end at an offset.
func (s *If) endAt(to uint32) {
	for s != nil {
		s.To = to
		if len(s.OrElse) != 1 {
			return
		}
		s, _ = s.OrElse[0].(*If)
	}
}

func (p *parser) ifClause(s *If, what string) {
	s.From = p.from()
	p.next()
	s.Test = p.namedExpression()
	s.Body = p.block(what)
	s.To = p.lineEnd
}

// orElse reads an else clause, if there is one.
func (p *parser) orElse() []Stmt {
	if !p.accept(tokElse) {
		return nil
	}
	return p.block("'else' statement")
}

func (p *parser) forStatement(from uint32, async bool) Stmt {
	p.next()
	s := p.forStmt.next()
	s.From, s.Async = from, async
	s.Target = p.targets()
	p.expect(tokIn, "invalid syntax")
	s.Iter = p.starExpressions()
	s.Body = p.block("'for' statement")
	s.To = p.lineEnd
	p.clauseOf(s)
	s.OrElse = p.orElse()
	s.To = p.lineEnd
	return s
}

func (p *parser) whileStatement() Stmt {
	s := &While{Pos: Pos{From: p.from()}}
	p.next()
	s.Test = p.namedExpression()
	s.Body = p.block("'while' statement")
	s.To = p.lineEnd
	p.clauseOf(s)
	s.OrElse = p.orElse()
	s.To = p.lineEnd
	return s
}

func (p *parser) tryStatement() Stmt {
	s := p.try.next()
	s.From = p.from()
	p.next()
	s.Body = p.block("'try' statement")
	s.To = p.lineEnd
	for p.kind == tokExcept {
		p.clauseOf(s)
		h := p.exceptClause(s)
		s.Handlers = append(s.Handlers, h)
		s.To = h.To
	}
	p.clauseOf(s)
	if s.Handlers != nil {
		s.OrElse = p.orElse()
		s.To = p.lineEnd
	}
	p.clauseOf(s)
	if p.accept(tokFinally) {
		s.Final = p.block("'finally' statement")
		s.To = p.lineEnd
	}
	if s.Handlers == nil && s.Final == nil {
		p.errors = append(p.errors, SyntaxError{Pos: Pos{s.From, s.From + uint32(len("try"))}, Message: "expected 'except' or 'finally' block"})
	}
	return s
}

// exceptClause reads: except E as name:, except A, B:, or except* E:.
func (p *parser) exceptClause(s *Try) *ExceptHandler {
	h := p.handler.next()
	h.From = p.from()
	p.next()
	star := p.accept(tokStar)
	if s.Handlers != nil && star != s.Star {
		p.fail("cannot have both 'except' and 'except*' on the same 'try'")
	}
	s.Star = star
	if p.kind != tokColon || star {
		from := p.from()
		h.Type = p.expression()
		switch {
		case p.kind == tokComma:
			h.Type = p.exceptTypes(from, h.Type)
		case p.accept(tokAs):
			h.Name, _ = p.ident("invalid syntax")
		}
	}
	h.Body = p.block("'except' statement")
	h.To = p.lineEnd
	return h
}

// exceptTypes reads the rest of: A, B, without parentheses (PEP 758).
func (p *parser) exceptTypes(from uint32, first Expr) Expr {
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(tokComma) && p.kind != tokColon {
		p.exprs.push(p.expression())
	}
	if p.kind == tokAs {
		p.fail("multiple exception types must be parenthesized when using 'as'")
	}
	t := p.tuple.next()
	t.Elts = p.exprs.take(mark)
	t.Pos = p.since(from)
	return t
}

// asyncStatement reads: async def, async for or async with.
func (p *parser) asyncStatement(decorators []Expr) Stmt {
	from := p.from()
	p.next()
	switch {
	case p.kind == tokDef:
		return p.functionDef(from, decorators, true)
	case p.kind == tokFor && decorators == nil:
		return p.forStatement(from, true)
	case p.kind == tokWith && decorators == nil:
		return p.withStatement(from, true)
	}
	p.fail("invalid syntax")
	return nil
}

func (p *parser) withStatement(from uint32, async bool) Stmt {
	p.next()
	s := p.with.next()
	s.From, s.Async = from, async
	mark := p.items.mark()
	if p.kind == tokLParen && p.parenthesisedItems() {
		p.next()
		for p.kind != tokRParen {
			p.withItem()
			if !p.accept(tokComma) {
				break
			}
		}
		p.expect(tokRParen, "invalid syntax")
	} else {
		p.withItem()
		for p.accept(tokComma) {
			p.withItem()
		}
	}
	s.Items = p.items.take(mark)
	s.Body = p.block("'with' statement")
	s.To = p.lineEnd
	return s
}

// withItem reads: context as target.
func (p *parser) withItem() {
	item := WithItem{Context: p.expression()}
	if p.accept(tokAs) {
		item.Vars = p.target()
		p.checkTarget(item.Vars)
	}
	p.items.push(item)
}

// parenthesisedItems reports whether the "(" behind with encloses with items, and not an expression. It does if the
// ")" that closes it stands before the colon and what is between could be items: neither empty, nor a generator, nor
// with an element that only a tuple can have.
func (p *parser) parenthesisedItems() bool {
	depth, item, lambda := 0, 0, false
	for i := p.at; ; i++ {
		t := p.toks[i]
		switch t.kind {
		case tokLParen, tokLBracket, tokLBrace:
			depth++
		case tokRParen, tokRBracket, tokRBrace:
			if depth--; depth == 0 {
				return p.toks[i+1].kind == tokColon && i > p.at+1
			}
		case tokComma:
			if depth == 1 && !lambda {
				item = i
			}
		case tokLambda:
			lambda = lambda || depth == 1
		case tokColon:
			lambda = lambda && depth != 1
		case tokStar:
			if depth == 1 && (i == p.at+1 || i == item+1) {
				return false
			}
		case tokYield, tokColonEqual, tokFor, tokAsync:
			if depth == 1 {
				return false
			}
		case tokNewline, tokEOF:
			return false
		default:
		}
	}
}
