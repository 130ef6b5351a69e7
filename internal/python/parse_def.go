package python

// decorated reads decorators and the function or class under them.
func (p *parser) decorated() Stmt {
	mark := p.exprs.mark()
	for p.accept(tokAt) {
		p.exprs.push(p.namedExpression())
		p.endLine()
	}
	decorators := p.exprs.take(mark)
	switch p.kind {
	case tokDef:
		return p.functionDef(p.from(), decorators, false)
	case tokClass:
		return p.classDef(decorators)
	case tokAsync:
		return p.asyncStatement(decorators)
	default:
	}
	// The error belongs to the decorator's line, not to the one below it.
	p.at--
	p.kind = p.toks[p.at].kind
	p.fail("invalid syntax")
	return nil
}

func (p *parser) functionDef(from uint32, decorators []Expr, async bool) Stmt {
	p.next()
	s := p.function.next()
	s.From, s.Async, s.Decorators = from, async, decorators
	s.Name, s.NamePos = p.ident("invalid syntax")
	s.TypeParams = p.typeParameters()
	p.expect(tokLParen, "expected '('")
	s.Args = p.parameters(tokRParen)
	p.expect(tokRParen, "invalid syntax")
	if p.accept(tokArrow) {
		s.Returns = p.expression()
	}
	s.Body = p.block("function definition")
	s.To = p.lineEnd
	return s
}

func (p *parser) classDef(decorators []Expr) Stmt {
	s := &ClassDef{Pos: Pos{From: p.from()}, Decorators: decorators}
	p.next()
	s.Name, s.NamePos = p.ident("invalid syntax")
	s.TypeParams = p.typeParameters()
	if p.accept(tokLParen) {
		s.Bases, s.Keywords, _ = p.callArguments(0, false)
		p.expect(tokRParen, "invalid syntax")
	}
	s.Body = p.block("class definition")
	s.To = p.lineEnd
	return s
}

// parameters reads a function's or lambda's parameters up to end, which is ")" or ":".
func (p *parser) parameters(end kind) *Arguments {
	a := p.arguments.next()
	args, defaults := p.args.mark(), p.exprs.mark()
	annotated := end == tokRParen
	for p.kind != end {
		switch p.kind {
		case tokSlash:
			if a.PosOnly != nil || p.args.mark() == args {
				p.fail("at least one argument must precede /")
			}
			p.next()
			a.PosOnly = p.args.take(args)
		case tokStar:
			a.Args = p.args.take(args)
			a.Defaults = p.exprs.take(defaults)
			p.starParameters(a, end)
			return a
		case tokDoubleStar:
			a.Args = p.args.take(args)
			a.Defaults = p.exprs.take(defaults)
			p.lastParameter(a, end)
			return a
		default:
			p.args.push(p.parameter(annotated, false))
			if p.accept(tokEqual) {
				p.exprs.push(p.expression())
			} else if p.exprs.mark() > defaults {
				p.fail("parameter without a default follows parameter with a default")
			}
		}
		if p.kind != end {
			p.expect(tokComma, "invalid syntax")
		}
	}
	a.Args = p.args.take(args)
	a.Defaults = p.exprs.take(defaults)
	return a
}

// parameter reads one name with its annotation.
func (p *parser) parameter(annotated, star bool) *Arg {
	from := p.from()
	arg := p.arg.next()
	arg.Name, _ = p.ident("invalid syntax")
	if annotated && p.accept(tokColon) {
		if star {
			arg.Annotation = p.starExpression()
		} else {
			arg.Annotation = p.expression()
		}
	}
	arg.Pos = p.since(from)
	return arg
}

// starParameters reads *args or a bare *, and what follows.
func (p *parser) starParameters(a *Arguments, end kind) {
	annotated := end == tokRParen
	p.next()
	if p.kind != tokComma {
		a.VarArg = p.parameter(annotated, true)
	}
	args, defaults := p.args.mark(), p.exprs.mark()
	for p.kind != end {
		p.expect(tokComma, "invalid syntax")
		if p.kind == end || p.kind == tokDoubleStar {
			break
		}
		p.args.push(p.parameter(annotated, false))
		var value Expr
		if p.accept(tokEqual) {
			value = p.expression()
		}
		p.exprs.push(value)
	}
	a.KwOnly = p.args.take(args)
	a.KwDefaults = p.exprs.take(defaults)
	if a.VarArg == nil && a.KwOnly == nil {
		p.fail("named arguments must follow bare *")
	}
	if p.kind == tokDoubleStar {
		p.lastParameter(a, end)
	}
}

// lastParameter reads **kwargs.
func (p *parser) lastParameter(a *Arguments, end kind) {
	p.next()
	a.KwArg = p.parameter(end == tokRParen, false)
	if p.kind != end {
		p.expect(tokComma, "invalid syntax")
	}
}

// typeParameters reads [T: bound = default, *Ts, **P], if there is one.
func (p *parser) typeParameters() []*TypeParam {
	if !p.accept(tokLBracket) {
		return nil
	}
	mark := p.typeParams.mark()
	for {
		p.typeParams.push(p.typeParameter())
		if !p.accept(tokComma) || p.kind == tokRBracket {
			break
		}
	}
	p.expect(tokRBracket, "invalid syntax")
	return p.typeParams.take(mark)
}

func (p *parser) typeParameter() *TypeParam {
	from := p.from()
	t := &TypeParam{}
	switch {
	case p.accept(tokStar):
		t.Kind = TypeVarTuple
	case p.accept(tokDoubleStar):
		t.Kind = ParamSpec
	}
	t.Name, _ = p.ident("invalid syntax")
	if t.Kind == TypeVar && p.accept(tokColon) {
		t.Bound = p.expression()
	}
	if p.accept(tokEqual) {
		if t.Kind == TypeVarTuple {
			t.Default = p.starExpression()
		} else {
			t.Default = p.expression()
		}
	}
	t.Pos = p.since(from)
	return t
}
