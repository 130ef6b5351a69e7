package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

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
	if len(s.Final) == 0 {
		return ev.tryBody(s)
	}
	f := ev.openFrame()
	defer func() { ev.release(f) }()
	mark := len(ev.pending)
	fl := ev.tryBody(s)
	exc := ev.exc
	ev.exc = nil
	ev.finallyPending(s, f, mark)
	final := ev.block(s.Final)
	if ev.exc != nil || final.kind != flowNext {
		return final
	}
	ev.exc = exc
	return fl
}

// finallyPending executes a finally clause for the paths that have left its try statement by break, continue or return.
func (ev *evaluator) finallyPending(s *python.Try, f *frame, mark int) {
	if len(ev.pending) == mark {
		return
	}
	ev.rebase(mark, f)
	mine := f.capture()
	waiting := slices.Clone(ev.pending[mark:])
	ev.pending = ev.pending[:mark:mark]
	for _, p := range waiting {
		f.install(p.delta)
		from := len(ev.pending)
		final := ev.block(s.Final)
		ev.rebase(from, f)
		if ev.exc != nil {
			ev.riskOf(ev.exc)
			ev.exc = nil
			continue
		}
		if final.kind != flowNext {
			p.flow = final
		}
		p.delta = f.capture()
		ev.pending = append(ev.pending, p)
	}
	f.install(mine)
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
	}
	risky, passed := riskyHandlers(s, block)
	raised := ev.exc
	ev.exc = nil
	for _, r := range passed {
		ev.risk(r) // for a try statement around this one
	}
	ev.exc = raised
	if exc := ev.exc; exc != nil && (exc.tolerated || exc.overrides != nil || exc.variable != "") {
		risky = nil // it says more than what may have been raised before
	}
	if len(risky) == 0 || ev.dead {
		if fl.kind == flowRaise {
			return ev.caught(s)
		}
		if fl.kind == flowNext {
			return ev.block(s.OrElse)
		}
		return fl
	}
	fk := ev.newFork(&unknownObj{reason: value.Why(value.DependsOnRaised, block.risks...)}, value.Step{
		How: value.Joined, Span: ev.span(s).FirstLine(), Text: "whether this raises is not decided here",
	})
	exc := ev.exc
	ev.exc = nil
	paths := []func() flow{func() flow {
		switch fl.kind {
		case flowNext:
			return ev.block(s.OrElse)
		case flowRaise:
			ev.exc = exc
			return ev.caught(s)
		default:
			return fl
		}
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

// riskyHandlers are the handlers that something in the body may lead to, and what no handler certainly catches.
func riskyHandlers(s *python.Try, block *tryBlock) (out []*python.ExceptHandler, left []string) {
	left = slices.Clone(block.risks)
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
	return out, left
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
	fk := ev.newFork(&unknownObj{reason: value.DependsOn("a module that is not in the repository")}, joined(exc.span))
	return ev.branch(fk,
		func() flow { return ev.handle(h, exc) },
		func() flow {
			why := &unknownObj{cause: value.External, reason: value.Because("it may come from a module that is not in the repository")}
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
