package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

// A generating is a call of a generator function whose body is being executed.
type generating struct {
	frames, lifted int
	elems          []val
}

// yield gives an element. Where other paths are being followed at the same time, it may be given or not.
func (ev *evaluator) yield(v val) {
	g := ev.generating
	if len(ev.frames) > g.frames || ev.lifted > g.lifted || len(g.elems) > maxItems {
		why := &unknownObj{cause: value.Unread, reason: value.Because("it is given under a condition that is not decided here")}
		if n := len(g.elems); n == 0 || !isMany(g.elems[n-1]) {
			g.elems = append(g.elems, asMany(why))
		}
		return
	}
	g.elems = append(g.elems, v)
}

// yieldExpr evaluates yield and yield from; nothing is sent into generators.
func (ev *evaluator) yieldExpr(e python.Expr) val {
	if ev.generating == nil {
		return unread("it comes from a generator that is not followed")
	}
	switch e := e.(type) {
	case *python.Yield:
		v := ofNone()
		if e.Value != nil {
			v = ev.element(e.Value)
		}
		if ev.exc == nil {
			ev.yield(v)
		}
	case *python.YieldFrom:
		v := ev.eval(e.Value)
		if ev.exc != nil {
			break
		}
		for _, x := range ev.drain(ev.iter(v)) {
			ev.yield(x)
		}
	}
	return ofNone()
}

// generator is a call of a generator function: run executes its body, with the arguments bound.
//
// The body is executed as a whole when the first element is taken. That is the same as CPython's stopping at each yield as
// long as it changes nothing around it, and as long as it would give the same when it is executed again for each element.
func (ev *evaluator) generator(run func(), locals *namespace) val {
	it := ev.iterates("generator", func(ev *evaluator, s *iterState) (val, bool) {
		if s.filled && s.writes == ev.writes && s.lost == 0 {
			return ev.takeGenerated(s)
		}
		elems, exc, pure := ev.generate(run, locals)
		if !pure || s.filled && !agrees(elems, s) {
			// Its effects may come with any element, so that they are reckoned with each time.
			why := &unknownObj{cause: value.Unread, reason: value.Because("it is given by a generator whose body has effects of its own")}
			s.lost++
			return asMany(why), s.lost%2 == 1
		}
		s.buffer, s.raises, s.filled, s.writes = elems, exc, true, ev.writes
		return ev.takeGenerated(s)
	})
	it.run = run
	return of(it)
}

// runGenerator executes a generator's body for a consumer that takes all it gives at once.
func (ev *evaluator) runGenerator(run func()) []val {
	outer := ev.generating
	g := &generating{frames: len(ev.frames), lifted: ev.lifted}
	ev.generating = g
	run()
	ev.generating = outer
	return g.elems
}

// agrees reports whether a generator's body gives again what has been taken of it.
func agrees(elems []val, s *iterState) bool {
	return s.at <= len(elems) && sameAll(elems[:s.at], s.buffer[:s.at])
}

func (ev *evaluator) takeGenerated(s *iterState) (val, bool) {
	if s.at < len(s.buffer) {
		s.at++
		return s.buffer[s.at-1], true
	}
	if s.raises != nil {
		ev.exc = s.raises
	}
	return val{}, false
}

// generate executes a generator's body, whose own names are in locals. It is pure when it changes nothing else that was
// there before; what it changes is forgotten.
func (ev *evaluator) generate(run func(), locals *namespace) (elems []val, exc *exception, pure bool) {
	f := ev.openFrame()
	outer := ev.generating
	ev.generating = &generating{frames: len(ev.frames), lifted: ev.lifted}
	writes := ev.writes
	run()
	elems, exc = ev.generating.elems, ev.exc
	ev.generating, ev.exc = outer, nil
	f.rollback()
	why := &unknownObj{cause: value.Unread, reason: value.Because("it is changed by a generator, which is followed in one go")}
	pure = true
	for _, m := range slices.Clone(f.order) {
		if m == mutable(locals) {
			continue
		}
		pure = false
		ev.touch(m)
		m.havoc(ev, why)
	}
	ev.release(f)
	if pure {
		ev.writes = writes
	}
	return elems, exc, pure
}
