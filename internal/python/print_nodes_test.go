package python

func (p *Printer) stmt(s Stmt) {
	switch s := s.(type) {
	case *BadStmt:
		p.open("BadStmt", s.Pos)
	case *ExprStmt:
		p.open("Expr", s.Pos)
		p.node(s.Value)
	case *Assign:
		p.open("Assign", s.Pos)
		p.exprs(s.Targets)
		p.node(s.Value)
	case *AugAssign:
		p.open("AugAssign", s.Pos)
		p.node(s.Target)
		p.raw(s.Op.String())
		p.node(s.Value)
	case *AnnAssign:
		p.open("AnnAssign", s.Pos)
		p.node(s.Target)
		p.node(s.Annotation)
		p.node(s.Value)
		p.flag(s.Simple)
	case *TypeAlias:
		p.open("TypeAlias", s.Pos)
		p.node(s.Name)
		p.typeParams(s.TypeParams)
		p.node(s.Value)
	case *Return:
		p.open("Return", s.Pos)
		p.node(s.Value)
	case *Delete:
		p.open("Delete", s.Pos)
		p.exprs(s.Targets)
	case *Raise:
		p.open("Raise", s.Pos)
		p.node(s.Exc)
		p.node(s.Cause)
	case *Assert:
		p.open("Assert", s.Pos)
		p.node(s.Test)
		p.node(s.Msg)
	case *Import:
		p.open("Import", s.Pos)
		p.aliases(s.Names)
	case *ImportFrom:
		p.open("ImportFrom", s.Pos)
		p.ident(s.Module)
		p.aliases(s.Names)
		p.number(s.Level)
	case *Global:
		p.open("Global", s.Pos)
		p.idents(s.Names)
	case *Nonlocal:
		p.open("Nonlocal", s.Pos)
		p.idents(s.Names)
	case *Pass:
		p.open("Pass", s.Pos)
	case *Break:
		p.open("Break", s.Pos)
	case *Continue:
		p.open("Continue", s.Pos)
	default:
		p.compound(s)
	}
	p.close()
}

// async returns the name of a statement that has an async form.
func async(is bool, name string) string {
	if is {
		return "Async" + name
	}
	return name
}

func (p *Printer) compound(s Stmt) {
	switch s := s.(type) {
	case *If:
		p.open("If", s.Pos)
		p.node(s.Test)
		p.body(s.Body)
		p.body(s.OrElse)
	case *For:
		p.open(async(s.Async, "For"), s.Pos)
		p.node(s.Target)
		p.node(s.Iter)
		p.body(s.Body)
		p.body(s.OrElse)
	case *While:
		p.open("While", s.Pos)
		p.node(s.Test)
		p.body(s.Body)
		p.body(s.OrElse)
	case *With:
		p.open(async(s.Async, "With"), s.Pos)
		p.list(len(s.Items), func(i int) {
			p.raw("(withitem")
			p.node(s.Items[i].Context)
			p.node(s.Items[i].Vars)
			p.close()
		})
		p.body(s.Body)
	case *Try:
		name := "Try"
		if s.Star {
			name = "TryStar"
		}
		p.open(name, s.Pos)
		p.body(s.Body)
		p.list(len(s.Handlers), func(i int) { p.handler(s.Handlers[i]) })
		p.body(s.OrElse)
		p.body(s.Final)
	case *Match:
		p.open("Match", s.Pos)
		p.node(s.Subject)
		p.list(len(s.Cases), func(i int) {
			p.raw("(match_case")
			p.space()
			p.pattern(s.Cases[i].Pattern)
			p.node(s.Cases[i].Guard)
			p.body(s.Cases[i].Body)
			p.close()
		})
	case *FunctionDef:
		p.open(async(s.Async, "FunctionDef"), s.Pos)
		p.ident(s.Name)
		p.arguments(s.Args)
		p.body(s.Body)
		p.exprs(s.Decorators)
		p.node(s.Returns)
		p.typeParams(s.TypeParams)
	case *ClassDef:
		p.open("ClassDef", s.Pos)
		p.ident(s.Name)
		p.exprs(s.Bases)
		p.keywords(s.Keywords)
		p.body(s.Body)
		p.exprs(s.Decorators)
		p.typeParams(s.TypeParams)
	}
}

func (p *Printer) handler(h *ExceptHandler) {
	p.space()
	p.open("ExceptHandler", h.Pos)
	p.node(h.Type)
	p.ident(h.Name)
	p.body(h.Body)
	p.close()
}

func (p *Printer) aliases(list []*Alias) {
	p.list(len(list), func(i int) {
		p.space()
		p.open("alias", list[i].Pos)
		p.ident(list[i].Name)
		p.ident(list[i].AsName)
		p.close()
	})
}

func (p *Printer) keywords(list []*Keyword) {
	p.list(len(list), func(i int) {
		p.space()
		p.open("keyword", list[i].Pos)
		p.ident(list[i].Name)
		p.node(list[i].Value)
		p.close()
	})
}

func (p *Printer) typeParams(list []*TypeParam) {
	p.list(len(list), func(i int) {
		t := list[i]
		p.space()
		switch t.Kind {
		case TypeVarTuple:
			p.open("TypeVarTuple", t.Pos)
			p.ident(t.Name)
		case ParamSpec:
			p.open("ParamSpec", t.Pos)
			p.ident(t.Name)
		default:
			p.open("TypeVar", t.Pos)
			p.ident(t.Name)
			p.node(t.Bound)
		}
		p.node(t.Default)
		p.close()
	})
}

func (p *Printer) args(list []*Arg) {
	p.list(len(list), func(i int) { p.arg(list[i]) })
}

func (p *Printer) arg(a *Arg) {
	if a == nil {
		p.raw("-")
		return
	}
	p.space()
	p.open("arg", a.Pos)
	p.ident(a.Name)
	p.node(a.Annotation)
	p.close()
}

func (p *Printer) arguments(a *Arguments) {
	p.raw("(arguments")
	p.args(a.PosOnly)
	p.args(a.Args)
	p.arg(a.VarArg)
	p.args(a.KwOnly)
	p.exprs(a.KwDefaults)
	p.arg(a.KwArg)
	p.exprs(a.Defaults)
	p.close()
}

func (p *Printer) expr(e Expr) {
	switch e := e.(type) {
	case *Name:
		p.open("Name", e.Pos)
		p.ident(e.ID)
	case *Constant:
		p.open("Constant", e.Pos)
		p.value(e)
	case *Attribute:
		p.open("Attribute", e.Pos)
		p.node(e.Value)
		p.ident(e.Attr)
	case *Subscript:
		p.open("Subscript", e.Pos)
		p.node(e.Value)
		p.node(e.Index)
	case *Slice:
		p.open("Slice", e.Pos)
		p.node(e.Lower)
		p.node(e.Upper)
		p.node(e.Step)
	case *Starred:
		p.open("Starred", e.Pos)
		p.node(e.Value)
	case *Call:
		p.open("Call", e.Pos)
		p.node(e.Func)
		p.exprs(e.Args)
		p.keywords(e.Keywords)
	case *BoolOp:
		p.open("BoolOp", e.Pos)
		p.raw(e.Op.String())
		p.exprs(e.Values)
	case *BinOp:
		p.open("BinOp", e.Pos)
		p.node(e.Left)
		p.raw(e.Op.String())
		p.node(e.Right)
	case *UnaryOp:
		p.open("UnaryOp", e.Pos)
		p.raw(e.Op.String())
		p.node(e.Operand)
	case *Compare:
		p.open("Compare", e.Pos)
		p.node(e.Left)
		p.list(len(e.Ops), func(i int) { p.raw(e.Ops[i].String()) })
		p.exprs(e.Comparators)
	case *IfExp:
		p.open("IfExp", e.Pos)
		p.node(e.Test)
		p.node(e.Body)
		p.node(e.OrElse)
	case *Lambda:
		p.open("Lambda", e.Pos)
		p.arguments(e.Args)
		p.node(e.Body)
	case *NamedExpr:
		p.open("NamedExpr", e.Pos)
		p.node(e.Target)
		p.node(e.Value)
	case *Await:
		p.open("Await", e.Pos)
		p.node(e.Value)
	case *Yield:
		p.open("Yield", e.Pos)
		p.node(e.Value)
	case *YieldFrom:
		p.open("YieldFrom", e.Pos)
		p.node(e.Value)
	default:
		p.display(e)
	}
	p.close()
}

func (p *Printer) display(e Expr) {
	switch e := e.(type) {
	case *DictExpr:
		p.open("Dict", e.Pos)
		p.exprs(e.Keys)
		p.exprs(e.Values)
	case *SetExpr:
		p.open("Set", e.Pos)
		p.exprs(e.Elts)
	case *ListExpr:
		p.open("List", e.Pos)
		p.exprs(e.Elts)
	case *TupleExpr:
		p.open("Tuple", e.Pos)
		p.exprs(e.Elts)
	case *Comp:
		p.comp(e)
	case *JoinedStr:
		p.open("JoinedStr", e.Pos)
		p.exprs(e.Values)
	case *TemplateStr:
		p.open("TemplateStr", e.Pos)
		p.exprs(e.Values)
	case *FormattedValue:
		p.open("FormattedValue", e.Pos)
		p.node(e.Value)
		p.conversion(e.Conversion, e.Spec)
	case *Interpolation:
		p.open("Interpolation", e.Pos)
		p.node(e.Value)
		p.raw(quote(e.Str))
		p.conversion(e.Conversion, e.Spec)
	}
}

func (p *Printer) conversion(c byte, spec *JoinedStr) {
	if c == 0 {
		p.raw("-1")
	} else {
		p.number(int(c))
	}
	if spec == nil {
		p.raw("-")
		return
	}
	p.node(spec)
}

func (p *Printer) comp(c *Comp) {
	name := "GeneratorExp"
	switch c.Kind {
	case ListComp:
		name = "ListComp"
	case SetComp:
		name = "SetComp"
	case DictComp:
		name = "DictComp"
	case GeneratorExp:
	}
	p.open(name, c.Pos)
	p.node(c.Elt)
	if c.Value != nil {
		p.node(c.Value)
	}
	p.list(len(c.Generators), func(i int) {
		g := c.Generators[i]
		p.raw("(comprehension")
		p.node(g.Target)
		p.node(g.Iter)
		p.exprs(g.Ifs)
		p.flag(g.Async)
		p.close()
	})
}

func (p *Printer) pattern(n Pattern) {
	switch n := n.(type) {
	case *MatchValue:
		p.open("MatchValue", n.Pos)
		p.node(n.Value)
	case *MatchSingleton:
		p.open("MatchSingleton", n.Pos)
		p.value(n.Value)
	case *MatchSequence:
		p.open("MatchSequence", n.Pos)
		p.patterns(n.Patterns)
	case *MatchMapping:
		p.open("MatchMapping", n.Pos)
		p.exprs(n.Keys)
		p.patterns(n.Patterns)
		p.ident(n.Rest)
	case *MatchClass:
		p.open("MatchClass", n.Pos)
		p.node(n.Cls)
		p.patterns(n.Patterns)
		p.idents(n.KwdAttrs)
		p.patterns(n.KwdPatterns)
	case *MatchStar:
		p.open("MatchStar", n.Pos)
		p.ident(n.Name)
	case *MatchAs:
		p.open("MatchAs", n.Pos)
		if n.Pattern == nil {
			p.raw("-")
		} else {
			p.space()
			p.pattern(n.Pattern)
		}
		p.ident(n.Name)
	case *MatchOr:
		p.open("MatchOr", n.Pos)
		p.patterns(n.Patterns)
	}
	p.close()
}
