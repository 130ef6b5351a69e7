package pyeval

import (
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func isLoopEnd(k flowKind) bool { return k == flowContinue }

func isLeft(k flowKind) bool { return k == flowLeft }

// forStmt executes a for loop turn by turn, as far as it is known what it goes through; see openLoop for the rest.
func (ev *evaluator) forStmt(s *python.For) flow {
	iter := ev.eval(s.Iter)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	it := ev.iter(iter)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	if s.Async {
		it.havoc(ev, &unknownObj{cause: value.Unread, reason: value.Because("it is set in an asynchronous loop")})
	}
	mark := len(ev.pending)
	for i := 0; ; i++ {
		e, ok := ev.advance(it)
		if ev.exc != nil {
			return ev.leaveLoop(mark, flow{kind: flowRaise})
		}
		if !ok {
			break
		}
		if !ev.step() {
			return flow{}
		}
		u, _ := e.o.(*unknownObj)
		if i >= maxLoop {
			u = &unknownObj{cause: value.Limit, reason: value.Because("the loop has more turns than are followed"), many: true}
		}
		if u != nil && u.many {
			if i < maxLoop && it.state.lost == 0 && !it.state.end && !leaves(s.Body) {
				// What follows is gone through behind them.
				ev.openLoop(u, s.Body, nil, func() { ev.assign(s.Target, eachOf(u), ev.span(s.Iter)) })
				if ev.exc != nil {
					return ev.leaveLoop(mark, flow{kind: flowRaise})
				}
				continue
			}
			ev.breakOut(mark)
			fl := ev.openLoop(u, s.Body, s.OrElse, func() {
				next, ok := ev.advance(it)
				if v, isUnknown := next.o.(*unknownObj); ok && isUnknown {
					u = losing(u, of(v))
				} else if ok {
					u = losing(u, next)
				}
				ev.assign(s.Target, derive(u), ev.span(s.Iter))
			})
			return ev.leaveLoop(mark, fl)
		}
		ev.assign(s.Target, e, elementSpan(e, ev.span(s.Iter)))
		if fl, left := ev.turn(s.Body); left {
			if fl.kind == flowBreak {
				fl.kind = flowLeft
			}
			ev.breakOut(mark)
			return ev.leaveLoop(mark, fl)
		}
	}
	ev.breakOut(mark)
	return ev.leaveLoop(mark, ev.block(s.OrElse))
}

// turn executes a loop's body once. It reports whether the loop is certainly left, and how.
func (ev *evaluator) turn(body []python.Stmt) (fl flow, left bool) {
	mark := len(ev.pending)
	fl = ev.block(body)
	if ev.exc != nil {
		fl = flow{kind: flowRaise}
	}
	fl = ev.settle(mark, isLoopEnd, fl)
	return fl, fl.kind == flowBreak || fl.kind == flowReturn || fl.kind == flowRaise
}

// elementSpan is where an element stands, which says more than where the loop does.
func elementSpan(e val, loop source.Span) source.Span {
	if s := e.trail.span(); !s.IsZero() {
		return s
	}
	return loop
}

// breakOut marks the paths that left this loop by break, so that a break in its else clause is not taken for one of them.
func (ev *evaluator) breakOut(mark int) {
	for _, p := range ev.pending[mark:] {
		if p.flow.kind == flowBreak {
			p.flow.kind = flowLeft
		}
	}
}

// leaveLoop joins the paths that left a loop by break with the present one.
func (ev *evaluator) leaveLoop(mark int, fl flow) flow {
	fl = ev.settle(mark, isLeft, fl)
	if fl.kind == flowLeft {
		fl.kind = flowNext
	}
	return fl
}

// whileStmt executes a while loop turn by turn, as long as its test is decided and it does not take too many.
func (ev *evaluator) whileStmt(s *python.While) flow {
	mark := len(ev.pending)
	for i := 0; ; i++ {
		test := ev.eval(s.Test)
		if ev.exc != nil {
			return ev.leaveLoop(mark, flow{kind: flowRaise})
		}
		if !ev.step() {
			return flow{}
		}
		t := ev.truth(test)
		if t == value.False {
			break
		}
		if t == value.Undecided || i >= maxLoop {
			why := reasonOf(test)
			if t == value.True {
				why = &unknownObj{cause: value.Limit, reason: value.Because("it is set in a while loop of more turns than are followed")}
			}
			ev.breakOut(mark)
			fl := ev.openLoop(why, s.Body, s.OrElse, func() { ev.eval(s.Test) })
			return ev.leaveLoop(mark, fl)
		}
		if fl, left := ev.turn(s.Body); left {
			if fl.kind == flowBreak {
				fl.kind = flowLeft
			}
			ev.breakOut(mark)
			return ev.leaveLoop(mark, fl)
		}
	}
	ev.breakOut(mark)
	return ev.leaveLoop(mark, ev.block(s.OrElse))
}

// openLoop executes a loop whose number of turns is not known: its body is followed, and what it changes is forgotten,
// until another turn would change nothing more.
func (ev *evaluator) openLoop(why *unknownObj, body, orElse []python.Stmt, head func()) flow {
	f := ev.openFrame()
	mark := len(ev.pending)
	stable, broken := false, false
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
				if ev.exc != nil {
					return flow{kind: flowRaise}
				}
				fl := ev.block(body)
				fl = ev.settle(turn, func(k flowKind) bool {
					broken = broken || k == flowBreak
					return k == flowContinue || k == flowBreak
				}, fl)
				if fl.kind == flowBreak || fl.kind == flowContinue {
					broken = broken || fl.kind == flowBreak
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
			outer := ev.looping
			ev.looping = f.serial
			if m.widen(ev, was, is, why) {
				changed = true
			}
			ev.looping = outer
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
	if broken && len(orElse) > 0 {
		// A loop that is left by break passes its else clause.
		return ev.branch(&fork{serial: ev.now(), reason: why.reason, waits: why.waits},
			func() flow { return ev.block(orElse) }, func() flow { return flow{} })
	}
	return ev.block(orElse)
}

// leaves reports whether a loop's body may leave the loop.
func leaves(body []python.Stmt) bool {
	found := false
	for _, s := range body {
		python.Walk(s, func(n python.Node) bool {
			switch n.(type) {
			case *python.Break, *python.Return:
				found = true
			}
			return !found
		})
	}
	return found
}
