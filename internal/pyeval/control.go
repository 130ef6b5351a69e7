package pyeval

import (
	"slices"
	"strings"

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
			return ev.insisting(s.Test, reads, s.Body, s.OrElse)
		case value.False:
			if next, ok := elif(s); ok {
				s = next
				continue
			}
			return ev.insisting(s.Test, reads, s.OrElse, s.Body)
		default:
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

func isLoopEnd(k flowKind) bool { return k == flowContinue }

func isBreak(k flowKind) bool { return k == flowBreak }

func (ev *evaluator) forStmt(s *python.For) flow {
	iter := ev.eval(s.Iter)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	elems, why := ev.elements(iter)
	if why == nil && len(elems) > maxLoop {
		why = &unknownObj{cause: value.Limit, reason: "the loop has more turns than are followed"}
	}
	if why != nil || s.Async {
		if why == nil {
			why = &unknownObj{cause: value.Unread, reason: "it is set in an asynchronous loop"}
		}
		return ev.openLoop(why, s.Body, s.OrElse, func() { ev.assign(s.Target, derive(why), ev.span(s.Iter)) })
	}
	mark := len(ev.pending)
	list, _ := iter.o.(*listObj)
	for i := 0; ; i++ {
		if list != nil {
			// The body may change the list that it goes through.
			if u, many := anyMany(list.alts[0]); many || len(list.alts) > 1 || i > maxLoop {
				if u == nil {
					u = &unknownObj{cause: value.Unread, reason: "the loop changes the list that it goes through"}
				}
				fl := ev.openLoop(u, s.Body, s.OrElse, func() { ev.assign(s.Target, derive(u), ev.span(s.Iter)) })
				return ev.leaveLoop(mark, fl)
			}
			elems = list.alts[0]
		}
		if i >= len(elems) {
			break
		}
		e := elems[i]
		if !ev.step() {
			return flow{}
		}
		ev.assign(s.Target, e, elementSpan(e, ev.span(s.Iter)))
		turn := len(ev.pending)
		fl := ev.block(s.Body)
		fl = ev.settle(turn, isLoopEnd, fl)
		switch fl.kind {
		case flowBreak:
			return ev.leaveLoop(mark, flow{kind: flowBreak})
		case flowReturn, flowRaise:
			return ev.leaveLoop(mark, fl)
		default:
		}
	}
	fl := ev.block(s.OrElse)
	return ev.leaveLoop(mark, fl)
}

// elementSpan is where an element stands, which says more than where the loop does.
func elementSpan(e val, loop source.Span) source.Span {
	if s := e.trail.span(); !s.IsZero() {
		return s
	}
	return loop
}

// leaveLoop joins the paths that left a loop by break.
func (ev *evaluator) leaveLoop(mark int, fl flow) flow {
	fl = ev.settle(mark, isBreak, fl)
	if fl.kind == flowBreak || fl.kind == flowContinue {
		fl.kind = flowNext
	}
	return fl
}

func (ev *evaluator) whileStmt(s *python.While) flow {
	test := ev.eval(s.Test)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	if ev.truth(test) == value.False {
		return ev.block(s.OrElse)
	}
	why := &unknownObj{cause: value.Unread, reason: "it is set in a while loop, which is not run here"}
	return ev.openLoop(why, s.Body, s.OrElse, func() { ev.eval(s.Test) })
}

// openLoop executes a loop whose number of turns is not known: its body is followed, and what it changes is forgotten,
// until another turn would change nothing more.
func (ev *evaluator) openLoop(why *unknownObj, body, orElse []python.Stmt, head func()) flow {
	f := ev.openFrame()
	mark := len(ev.pending)
	stable := false
	for range maxLoopTurns {
		before := make(map[mutable]any, len(f.order))
		for _, m := range f.order {
			before[m] = m.snapshot()
		}
		fk := &fork{serial: ev.now(), reason: why.reason, waits: why.waits}
		ev.branch(fk,
			func() flow {
				head()
				turn := len(ev.pending)
				fl := ev.block(body)
				fl = ev.settle(turn, func(k flowKind) bool { return k == flowContinue || k == flowBreak }, fl)
				if fl.kind == flowBreak || fl.kind == flowContinue {
					fl.kind = flowNext
				}
				return fl
			},
			func() flow { return flow{} })
		changed := false
		for _, m := range append([]mutable(nil), f.order...) {
			was, ok := before[m]
			if !ok {
				was = f.old[m]
			}
			is := m.snapshot()
			ev.touch(m)
			if m.widen(ev, was, is, why) {
				changed = true
			}
		}
		if !changed {
			stable = true
			break
		}
		if ev.dead {
			break
		}
	}
	if !stable {
		for _, m := range append([]mutable(nil), f.order...) {
			ev.touch(m)
			m.havoc(ev, why)
		}
	}
	ev.rebase(mark, f)
	ev.release(f)
	return ev.block(orElse)
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

// handlerClasses are the names of the classes that a handler catches; "" is every class.
func handlerClasses(h *python.ExceptHandler) []string {
	if h.Type == nil {
		return []string{""}
	}
	var out []string
	elts := []python.Expr{h.Type}
	if t, ok := h.Type.(*python.TupleExpr); ok {
		elts = t.Elts
	}
	for _, e := range elts {
		out = append(out, canonicalException(exceptionName(e)))
	}
	return out
}

func (ev *evaluator) tryStmt(s *python.Try) flow {
	fl := ev.tryBody(s)
	if len(s.Final) == 0 {
		return fl
	}
	exc := ev.exc
	ev.exc = nil
	final := ev.block(s.Final)
	if ev.exc != nil || final.kind != flowNext {
		return final
	}
	ev.exc = exc
	return fl
}

func (ev *evaluator) tryBody(s *python.Try) flow {
	block := &tryBlock{}
	for _, h := range s.Handlers {
		block.handlers = append(block.handlers, handlerClasses(h)...)
	}
	f := ev.openFrame()
	defer func() { ev.release(f) }()
	block.frames, block.lifted = len(ev.frames), ev.lifted
	ev.tries = append(ev.tries, block)
	fl := ev.block(s.Body)
	ev.tries = ev.tries[:len(ev.tries)-1]
	if fl.kind == flowRaise {
		if ev.exc != nil && ev.exc.excuse == block {
			return ev.defaulted(s, f, ev.exc)
		}
		return ev.caught(s)
	}
	risky := ev.riskyHandlers(s, block)
	if len(risky) == 0 || ev.dead {
		if fl.kind == flowNext {
			return ev.block(s.OrElse)
		}
		return fl
	}
	fk := ev.newFork(&unknownObj{reason: "it depends on whether " + strings.Join(block.risks, " or ") + " is raised"}, value.Step{
		How: value.Joined, Span: ev.span(s).FirstLine(), Text: "whether this raises is not decided here",
	})
	paths := []func() flow{func() flow {
		if fl.kind == flowNext {
			return ev.block(s.OrElse)
		}
		return fl
	}}
	for _, h := range risky {
		paths = append(paths, func() flow {
			ev.halfway(f, fk)
			return ev.handle(h, &exception{class: block.risks[0], span: ev.span(s)})
		})
	}
	return ev.branch(fk, paths...)
}

// halfway is the state in which a handler starts when it is not known where the body raised: each change may have been
// made or not.
func (ev *evaluator) halfway(f *frame, fk *fork) {
	for _, m := range append([]mutable(nil), f.order...) {
		is := m.snapshot()
		ev.touch(m)
		m.merge(ev, f.old[m], is, fk)
	}
}

// riskyHandlers are the handlers that something in the body may lead to.
func (ev *evaluator) riskyHandlers(s *python.Try, block *tryBlock) []*python.ExceptHandler {
	var out []*python.ExceptHandler
	left := slices.Clone(block.risks)
	for _, h := range s.Handlers {
		classes := handlerClasses(h)
		hit := false
		var rest []string
		for _, r := range left {
			caught := false
			for _, c := range classes {
				if c == "" || isSubclass(r, c) {
					hit, caught = true, true
				} else if r == "Exception" && !isSubclass(c, "ImportError") {
					hit = true // code that is not known may raise it
				}
			}
			if !caught {
				rest = append(rest, r)
			}
		}
		left = rest
		if hit {
			out = append(out, h)
		}
	}
	return out
}

// caught runs the handler of an exception that certainly was raised in the body, or lets it pass.
func (ev *evaluator) caught(s *python.Try) flow {
	exc := ev.exc
	for _, h := range s.Handlers {
		for _, c := range handlerClasses(h) {
			if c != "" && !isSubclass(exc.class, c) && !slices.Contains(exc.bases, c) {
				continue
			}
			ev.exc = nil
			var fl flow
			if exc.tolerated {
				fl = ev.tolerate(s, h, exc)
			} else {
				fl = ev.handle(h, exc)
			}
			if exc.overrides != nil {
				ev.markOverridable(exc)
			}
			return fl
		}
	}
	return flow{kind: flowRaise}
}

// tolerate joins the handler with what the body would do if the missing module were there.
func (ev *evaluator) tolerate(s *python.Try, h *python.ExceptHandler, exc *exception) flow {
	fk := ev.newFork(&unknownObj{reason: "it depends on a module that is not in the repository"}, joined(exc.span))
	return ev.branch(fk,
		func() flow { return ev.handle(h, exc) },
		func() flow {
			why := &unknownObj{cause: value.External, reason: "it may come from a module that is not in the repository"}
			if fl := ev.assumeAssigned(s.Body, why); fl.kind != flowNext {
				return fl
			}
			return ev.block(s.OrElse)
		})
}

// assumeAssigned forgets the names that statements bind.
func (ev *evaluator) assumeAssigned(body []python.Stmt, why *unknownObj) flow {
	for _, s := range body {
		switch s := s.(type) {
		case *python.Assign:
			for _, t := range s.Targets {
				if n, ok := t.(*python.Name); ok {
					ev.bind(ev.sc.target(n.ID), n.ID, of(why), ev.span(s))
				}
			}
		case *python.Import:
			for _, a := range s.Names {
				top, _, _ := strings.Cut(a.Name, ".")
				ev.bindImport(bound(a, top), of(why), a)
			}
		case *python.ImportFrom:
			for _, a := range s.Names {
				if a.Name != "*" {
					ev.bindImport(bound(a, a.Name), of(why), a)
				}
			}
		case *python.Return:
			return flow{kind: flowReturn, v: of(why)}
		default:
			ev.havocAssigned(s, why)
		}
	}
	return flow{}
}

// havocAssigned forgets what a statement may change, by following it as a loop that may run.
func (ev *evaluator) havocAssigned(s python.Stmt, why *unknownObj) {
	ev.openLoop(why, []python.Stmt{s}, nil, func() {})
}

// handle runs a handler's body.
func (ev *evaluator) handle(h *python.ExceptHandler, exc *exception) flow {
	if h.Name != "" {
		v := exc.obj
		if v.o == nil {
			v = of(&opaqueObj{typ: exc.class})
		}
		ev.bind(ev.sc.target(h.Name), h.Name, v, ev.span(h))
	}
	ev.handled = append(ev.handled, exc)
	fl := ev.block(h.Body)
	ev.handled = ev.handled[:len(ev.handled)-1]
	if h.Name != "" && ev.exc == nil {
		ns := ev.sc.target(h.Name)
		ev.touch(ns)
		ns.remove(h.Name)
	}
	return fl
}

func (ev *evaluator) handling() *exception {
	if len(ev.handled) == 0 {
		return nil
	}
	e := *ev.handled[len(ev.handled)-1]
	return &e
}

// markOverridable notes, on every name there is, that a module that is not in the repository may replace it.
func (ev *evaluator) markOverridable(exc *exception) {
	ns := exc.namespace
	ev.touch(ns)
	for name, b := range ns.all() { // each name on its own
		if !strings.HasPrefix(name, "_") {
			b.v.over = exc.overrides
			ns.set(name, b)
		}
	}
}

// matchStmt follows the cases whose patterns are values; others are not decided.
func (ev *evaluator) matchStmt(s *python.Match) flow {
	subject := ev.eval(s.Subject)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	return ev.matchCases(s, subject, s.Cases)
}

func (ev *evaluator) matchCases(s *python.Match, subject val, cases []*python.MatchCase) flow {
	for i, c := range cases {
		hit := ev.matches(c.Pattern, subject)
		if ev.exc != nil {
			return flow{kind: flowRaise}
		}
		if hit == value.True && c.Guard != nil {
			ev.bindPattern(c.Pattern, subject)
			hit = ev.truth(ev.eval(c.Guard))
		} else if hit == value.Undecided && c.Guard != nil {
			ev.bindPattern(c.Pattern, subject)
		}
		switch hit {
		case value.False:
			continue
		case value.True:
			ev.bindPattern(c.Pattern, subject)
			return ev.block(c.Body)
		default:
		}
		fk := ev.newFork(reasonOf(subject), joined(ev.span(s.Subject)))
		return ev.branch(fk,
			func() flow { ev.bindPattern(c.Pattern, subject); return ev.block(c.Body) },
			func() flow { return ev.matchCases(s, subject, cases[i+1:]) })
	}
	return flow{}
}

func (ev *evaluator) matches(p python.Pattern, subject val) value.Tri {
	switch p := p.(type) {
	case *python.MatchValue:
		return ev.truth(ev.compare(subject, python.Eq, ev.eval(p.Value), ev.span(p.Value)))
	case *python.MatchSingleton:
		return ev.truth(ev.compare(subject, python.Is, ev.eval(p.Value), ev.span(p.Value)))
	case *python.MatchAs:
		if p.Pattern == nil {
			return value.True
		}
		return ev.matches(p.Pattern, subject)
	case *python.MatchOr:
		out := value.False
		for _, q := range p.Patterns {
			out = out.Or(ev.matches(q, subject))
		}
		return out
	default:
		return value.Undecided
	}
}

// bindPattern binds the names that a pattern captures.
func (ev *evaluator) bindPattern(p python.Pattern, subject val) {
	why := &unknownObj{cause: value.Unread, reason: "it is taken apart by a pattern that is not followed"}
	bind := func(name string, v val) {
		if name != "" {
			ev.bind(ev.sc.target(name), name, v, ev.span(p))
		}
	}
	switch p := p.(type) {
	case *python.MatchAs:
		if p.Pattern != nil {
			ev.bindPattern(p.Pattern, subject)
		}
		bind(p.Name, subject)
	case *python.MatchStar:
		bind(p.Name, of(why))
	case *python.MatchSequence:
		for _, q := range p.Patterns {
			ev.bindPattern(q, of(why))
		}
	case *python.MatchMapping:
		for _, q := range p.Patterns {
			ev.bindPattern(q, of(why))
		}
		bind(p.Rest, of(why))
	case *python.MatchClass:
		for _, q := range append(slices.Clone(p.Patterns), p.KwdPatterns...) {
			ev.bindPattern(q, of(why))
		}
	case *python.MatchOr:
		for _, q := range p.Patterns {
			ev.bindPattern(q, of(why))
		}
	}
}
