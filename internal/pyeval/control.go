package pyeval

import (
	"slices"

	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// joined is the step of a condition whose branches were joined.
func joined(at source.Span) value.Step {
	return value.Step{How: value.Joined, Span: at, Text: "this condition is not decided here"}
}

func (ev *evaluator) ifStmt(s *python.If) flow {
	// An elif chain is walked in a loop when its tests are decided, since generated code may have hundreds.
	var decided *trail // the defaults that led here
	for {
		reads := len(ev.reads)
		test := ev.eval(s.Test)
		if ev.exc != nil {
			return flow{kind: flowRaise}
		}
		if ev.sc.fn != nil && test.trail != nil && test.trail.carries {
			ev.tests = append(ev.tests, test)
		}
		switch ev.truth(test) {
		case value.True:
			decided = ev.byDefault(decided, s.Test, test)
			fl := ev.insisting(s.Test, reads, s.Body, s.OrElse)
			ev.markDecided(s.Body, decided)
			return fl
		case value.False:
			decided = ev.byDefault(decided, s.Test, test)
			if next, ok := elif(s); ok {
				s = next
				continue
			}
			fl := ev.insisting(s.Test, reads, s.OrElse, s.Body)
			ev.markDecided(s.OrElse, decided)
			return fl
		default:
		}
		if u, ok := ev.presence(test); ok {
			missing, there := s.OrElse, s.Body
			if ev.truth(of(u.unset)) == value.True {
				missing, there = there, missing
			}
			return ev.whereUnset(u, ev.span(s.Test),
				func() flow { return ev.block(missing) }, func() flow { return ev.block(there) })
		}
		why := reasonOf(test)
		fk := ev.newFork(why, joined(ev.span(s.Test)))
		return ev.branch(fk,
			func() flow {
				ev.assume(s.Test, true)
				ev.guards = append(ev.guards, why)
				fl := ev.block(s.Body)
				ev.guards = ev.guards[:len(ev.guards)-1]
				return fl
			},
			func() flow { ev.assume(s.Test, false); return ev.block(s.OrElse) })
	}
}

// insisting runs the branch that a decided test leads to. Where the test rests on a variable that nothing supplies and
// the branch does nothing but refuse to go on, the code insists on that variable: the environment must supply it, and the
// default is not what will run.
func (ev *evaluator) insisting(test python.Expr, reads int, taken, other []python.Stmt) flow {
	names, variables := ev.fallbacks(test, reads)
	if len(variables) == 0 || !refuses(taken) {
		return ev.block(taken)
	}
	for _, v := range variables {
		ev.touch(ev.environ)
		ev.environ.remember(v)
		u := external(v)
		ev.environ.loaded[v] = of(u)
		for _, n := range names {
			ns := ev.sc.target(n)
			if b, ok := ns.get(n); ok && b.v.trail.reads(v) {
				ev.touch(ns)
				b.v.o = u
				ns.set(n, b)
			}
		}
	}
	return ev.block(other)
}

// refuses reports whether statements end in raise, or in sys.exit().
func refuses(body []python.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *python.Raise:
		return true
	case *python.ExprStmt:
		c, ok := s.Value.(*python.Call)
		return ok && (exceptionName(c.Func) == "exit" || exceptionName(c.Func) == "_exit")
	default:
		return false
	}
}

// fallbacks returns the names in a test, and the variables that nothing supplies on whose defaults it rests.
func (ev *evaluator) fallbacks(test python.Expr, reads int) (names, variables []string) {
	if ev.opt.Env.Closed() {
		return nil, nil
	}
	add := func(v string) {
		if v != "" && !slices.Contains(variables, v) && ev.variable(v).state == env.External {
			variables = append(variables, v)
		}
	}
	for _, r := range ev.reads[reads:] {
		add(r.Name)
	}
	python.Walk(test, func(n python.Node) bool {
		name, ok := n.(*python.Name)
		if !ok {
			return true
		}
		b, ok := ev.sc.target(name.ID).get(name.ID)
		if !ok && ev.sc.mod != nil {
			b, _ = ev.sc.mod.ns.get(name.ID)
		}
		if u, isUnknown := b.v.o.(*unknownObj); isUnknown && u.raw && len(u.waits) == 1 {
			names = append(names, name.ID)
			add(u.waits[0])
		}
		for t := b.v.trail; t != nil; t = t.prev {
			if t.step.How == value.Fallback {
				names = append(names, name.ID)
				add(t.step.Name)
			}
		}
		return true
	})
	return names, variables
}

// reads reports whether a value is the default of a variable.
func (t *trail) reads(variable string) bool {
	for ; t != nil; t = t.prev {
		if t.step.How == value.Fallback && t.step.Name == variable {
			return true
		}
	}
	return false
}

// guarded reports whether this place is reached only if a file is on the server that is not in the repository.
func (ev *evaluator) guarded() bool {
	return slices.ContainsFunc(ev.guards, func(u *unknownObj) bool { return u.file != "" })
}

func elif(s *python.If) (*python.If, bool) {
	if len(s.OrElse) != 1 {
		return nil, false
	}
	next, ok := s.OrElse[0].(*python.If)
	return next, ok
}

// assume narrows a name in a branch by the test that leads there: its alternatives that contradict are dropped.
func (ev *evaluator) assume(test python.Expr, truth bool) {
	switch t := test.(type) {
	case *python.UnaryOp:
		if t.Op == python.Not {
			ev.assume(t.Operand, !truth)
		}
	case *python.BoolOp:
		if (t.Op == python.And) == truth {
			for _, v := range t.Values {
				ev.assume(v, truth)
			}
		}
	case *python.Name:
		ev.narrow(t, func(v val) value.Tri { return ev.truth(v) }, truth)
	case *python.Compare:
		name, ok := t.Left.(*python.Name)
		if !ok || len(t.Ops) != 1 {
			return
		}
		if _, ok := t.Comparators[0].(*python.Constant); !ok {
			return
		}
		other := ev.eval(t.Comparators[0])
		ev.narrow(name, func(v val) value.Tri { return ev.truth(ev.compare(v, t.Ops[0], other, ev.span(t))) }, truth)
	}
}

// narrow drops the alternatives of a name for which a test gives the other answer.
func (ev *evaluator) narrow(n *python.Name, ask func(val) value.Tri, truth bool) {
	ns := ev.sc.target(n.ID)
	b, ok := ns.get(n.ID)
	if !ok {
		return
	}
	u, ok := b.v.o.(*unionObj)
	if !ok {
		return
	}
	var alts []alternative
	for _, a := range u.alts {
		if _, gone := a.v.o.(absentObj); !gone && ask(a.v) == value.TriOf(!truth) {
			continue
		}
		alts = append(alts, a)
	}
	if len(alts) == 0 || len(alts) == len(u.alts) || ev.exc != nil {
		return
	}
	ev.touch(ns)
	if len(alts) == 1 {
		b.v.o, b.v.trail = alts[0].v.o, alts[0].v.trail
	} else {
		b.v.o = &unionObj{alts: alts, reason: u.reason, waits: u.waits}
	}
	ns.set(n.ID, b)
}

func (ev *evaluator) withStmt(s *python.With) flow {
	for i, item := range s.Items {
		if handlers, ok := ev.suppressed(item.Context); ok {
			rest := &python.With{Pos: s.Pos, Items: s.Items[i+1:], Body: s.Body}
			body := []python.Stmt{rest}
			if len(rest.Items) == 0 {
				body = s.Body
			}
			return ev.tryStmt(&python.Try{Pos: s.Pos, Body: body, Handlers: []*python.ExceptHandler{{Pos: s.Pos, Type: handlers}}})
		}
		v := ev.eval(item.Context)
		if ev.exc != nil {
			return flow{kind: flowRaise}
		}
		if n, ok := v.o.(*nativeObj); ok {
			if l, leaves := n.data.(leaver); leaves {
				defer l.leave()
			}
		}
		if item.Vars != nil {
			ev.assign(item.Vars, ev.entered(v), ev.span(item.Context))
		}
	}
	return ev.block(s.Body)
}

// entered is what a context manager gives to as.
func (ev *evaluator) entered(v val) val {
	switch o := v.o.(type) {
	case *fileObj, *unionObj:
		return v
	case *unknownObj:
		return derive(o)
	case *nativeObj:
		if o.attrs != nil {
			return v // environs' env.prefixed and its like give themselves
		}
	}
	return unread("the context manager is not followed")
}

// suppressed returns the classes of with contextlib.suppress(…).
func (ev *evaluator) suppressed(e python.Expr) (python.Expr, bool) {
	c, ok := e.(*python.Call)
	if !ok || exceptionName(c.Func) != "suppress" || len(c.Args) == 0 {
		return nil, false
	}
	return &python.TupleExpr{Pos: c.Pos, Elts: c.Args}, true
}
