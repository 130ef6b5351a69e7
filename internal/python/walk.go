package python

// Walk calls visit for n and everything in it, parents first and otherwise in the order of the tree's fields. Where visit
// returns false, it does not go deeper. A nil n is nothing.
//
// The elifs of one if, each of which lies inside the one before, are walked in a loop.
func Walk(n Node, visit func(Node) bool) {
	for n != nil {
		if !visit(n) {
			return
		}
		n = walkChildren(n, visit)
	}
}

// walkChildren walks what n holds, but for the last child of a long chain: that one it returns.
func walkChildren(n Node, visit func(Node) bool) Node {
	switch n := n.(type) {
	case Stmt:
		return walkStmt(n, visit)
	case Expr:
		return walkExpr(n, visit)
	case Pattern:
		walkPattern(n, visit)
	case *ExceptHandler:
		walkExprOrNil(n.Type, visit)
		walkBody(n.Body, visit)
	case *Arg:
		walkExprOrNil(n.Annotation, visit)
	case *Keyword:
		walkExprOrNil(n.Value, visit)
	case *TypeParam:
		walkExprOrNil(n.Bound, visit)
		walkExprOrNil(n.Default, visit)
	}
	return nil
}

func walkBody(body []Stmt, visit func(Node) bool) {
	for _, s := range body {
		Walk(s, visit)
	}
}

func walkExprs(list []Expr, visit func(Node) bool) {
	for _, e := range list {
		walkExprOrNil(e, visit)
	}
}

func walkExprOrNil(e Expr, visit func(Node) bool) {
	if e != nil {
		Walk(e, visit)
	}
}

func walkAll[N Node](list []N, visit func(Node) bool) {
	for _, n := range list {
		Walk(n, visit)
	}
}

func walkStmt(s Stmt, visit func(Node) bool) Node {
	switch s := s.(type) {
	case *BadStmt, *Global, *Nonlocal, *Pass, *Break, *Continue:
	case *ExprStmt:
		return s.Value
	case *Assign:
		walkExprs(s.Targets, visit)
		return s.Value
	case *AugAssign:
		Walk(s.Target, visit)
		return s.Value
	case *AnnAssign:
		Walk(s.Target, visit)
		Walk(s.Annotation, visit)
		walkExprOrNil(s.Value, visit)
	case *TypeAlias:
		Walk(s.Name, visit)
		walkAll(s.TypeParams, visit)
		return s.Value
	case *If:
		Walk(s.Test, visit)
		walkBody(s.Body, visit)
		if len(s.OrElse) == 1 {
			return s.OrElse[0]
		}
		walkBody(s.OrElse, visit)
	case *For:
		Walk(s.Target, visit)
		Walk(s.Iter, visit)
		walkBody(s.Body, visit)
		walkBody(s.OrElse, visit)
	case *While:
		Walk(s.Test, visit)
		walkBody(s.Body, visit)
		walkBody(s.OrElse, visit)
	case *With:
		for _, item := range s.Items {
			Walk(item.Context, visit)
			walkExprOrNil(item.Vars, visit)
		}
		walkBody(s.Body, visit)
	case *Try:
		walkBody(s.Body, visit)
		walkAll(s.Handlers, visit)
		walkBody(s.OrElse, visit)
		walkBody(s.Final, visit)
	case *Match:
		Walk(s.Subject, visit)
		for _, c := range s.Cases {
			Walk(c.Pattern, visit)
			walkExprOrNil(c.Guard, visit)
			walkBody(c.Body, visit)
		}
	case *FunctionDef:
		walkExprs(s.Decorators, visit)
		walkAll(s.TypeParams, visit)
		walkArguments(s.Args, visit)
		walkExprOrNil(s.Returns, visit)
		walkBody(s.Body, visit)
	case *ClassDef:
		walkExprs(s.Decorators, visit)
		walkAll(s.TypeParams, visit)
		walkExprs(s.Bases, visit)
		walkAll(s.Keywords, visit)
		walkBody(s.Body, visit)
	case *Return:
		walkExprOrNil(s.Value, visit)
	case *Delete:
		walkExprs(s.Targets, visit)
	case *Raise:
		walkExprOrNil(s.Exc, visit)
		walkExprOrNil(s.Cause, visit)
	case *Assert:
		Walk(s.Test, visit)
		walkExprOrNil(s.Msg, visit)
	case *Import:
		walkAll(s.Names, visit)
	case *ImportFrom:
		walkAll(s.Names, visit)
	}
	return nil
}

func walkArguments(a *Arguments, visit func(Node) bool) {
	walkAll(a.PosOnly, visit)
	walkAll(a.Args, visit)
	if a.VarArg != nil {
		Walk(a.VarArg, visit)
	}
	walkAll(a.KwOnly, visit)
	walkExprs(a.KwDefaults, visit)
	if a.KwArg != nil {
		Walk(a.KwArg, visit)
	}
	walkExprs(a.Defaults, visit)
}

func walkExpr(e Expr, visit func(Node) bool) Node {
	switch e := e.(type) {
	case *Constant, *Name:
	case *BoolOp:
		walkExprs(e.Values, visit)
	case *NamedExpr:
		Walk(e.Target, visit)
		return e.Value
	case *BinOp:
		Walk(e.Left, visit)
		return e.Right
	case *UnaryOp:
		return e.Operand
	case *Lambda:
		walkArguments(e.Args, visit)
		return e.Body
	case *IfExp:
		Walk(e.Test, visit)
		Walk(e.Body, visit)
		return e.OrElse
	case *DictExpr:
		for i, key := range e.Keys {
			walkExprOrNil(key, visit)
			Walk(e.Values[i], visit)
		}
	case *SetExpr:
		walkExprs(e.Elts, visit)
	case *ListExpr:
		walkExprs(e.Elts, visit)
	case *TupleExpr:
		walkExprs(e.Elts, visit)
	case *Comp:
		Walk(e.Elt, visit)
		walkExprOrNil(e.Value, visit)
		for _, g := range e.Generators {
			Walk(g.Target, visit)
			Walk(g.Iter, visit)
			walkExprs(g.Ifs, visit)
		}
	case *Await:
		return e.Value
	case *Yield:
		walkExprOrNil(e.Value, visit)
	case *YieldFrom:
		return e.Value
	case *Compare:
		Walk(e.Left, visit)
		walkExprs(e.Comparators, visit)
	case *Call:
		Walk(e.Func, visit)
		walkExprs(e.Args, visit)
		walkAll(e.Keywords, visit)
	case *JoinedStr:
		walkExprs(e.Values, visit)
	case *TemplateStr:
		walkExprs(e.Values, visit)
	case *FormattedValue:
		Walk(e.Value, visit)
		if e.Spec != nil {
			Walk(e.Spec, visit)
		}
	case *Interpolation:
		Walk(e.Value, visit)
		if e.Spec != nil {
			Walk(e.Spec, visit)
		}
	case *Attribute:
		return e.Value
	case *Subscript:
		Walk(e.Value, visit)
		return e.Index
	case *Starred:
		return e.Value
	case *Slice:
		walkExprOrNil(e.Lower, visit)
		walkExprOrNil(e.Upper, visit)
		walkExprOrNil(e.Step, visit)
	}
	return nil
}

func walkPattern(n Pattern, visit func(Node) bool) {
	switch n := n.(type) {
	case *MatchStar:
	case *MatchValue:
		Walk(n.Value, visit)
	case *MatchSingleton:
		Walk(n.Value, visit)
	case *MatchSequence:
		walkAll(n.Patterns, visit)
	case *MatchMapping:
		for i, key := range n.Keys {
			Walk(key, visit)
			Walk(n.Patterns[i], visit)
		}
	case *MatchClass:
		Walk(n.Cls, visit)
		walkAll(n.Patterns, visit)
		walkAll(n.KwdPatterns, visit)
	case *MatchAs:
		if n.Pattern != nil {
			Walk(n.Pattern, visit)
		}
	case *MatchOr:
		walkAll(n.Patterns, visit)
	}
}
