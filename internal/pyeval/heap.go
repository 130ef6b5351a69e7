package pyeval

import (
	"slices"

	"deploylint/internal/value"
)

// A mutable is anything whose content can change. Its content can be copied out and put back, which is how branches are
// explored one after the other from the same state.
type mutable interface {
	born() int
	snapshot() any
	restore(content any)
	// merge sets the content to what is known when it is a or b.
	merge(ev *evaluator, a, b any, f *fork)
	// widen sets the content to what is known when it may go on changing from a as it changed to b. It reports whether
	// the content that it sets differs from a.
	widen(ev *evaluator, a, b any, why *unknownObj) bool
	// havoc forgets the content.
	havoc(ev *evaluator, why *unknownObj)
}

// A frame remembers the content that mutables had when it was opened, for those that have changed since.
type frame struct {
	serial int
	old    map[mutable]any
	order  []mutable
}

// A fork is one condition that was not decided: why, and where it stands.
type fork struct {
	serial int
	step   value.Step
	reason value.Reason
	waits  []string
}

// now returns the next serial number; everything that is made or opened has one.
func (ev *evaluator) now() int {
	ev.serial++
	return ev.serial
}

func (ev *evaluator) openFrame() *frame {
	f := &frame{serial: ev.now(), old: map[mutable]any{}}
	ev.frames = append(ev.frames, f)
	return f
}

func (ev *evaluator) closeFrame(f *frame) {
	if i := slices.Index(ev.frames, f); i >= 0 {
		ev.frames = append(ev.frames[:i:i], ev.frames[i+1:]...)
	}
}

// touch must be called before m changes. A frame that is younger than m keeps m's content; once one has it, all older
// ones have.
func (ev *evaluator) touch(m mutable) {
	if _, ok := m.(*iterObj); !ok {
		ev.writes++
	}
	for _, f := range slices.Backward(ev.frames) {
		if f.serial < m.born() {
			return
		}
		if _, ok := f.old[m]; ok {
			return
		}
		ev.charge(3 * weightOf(m)) // it is copied, put back and joined
		f.old[m] = m.snapshot()
		f.order = append(f.order, m)
	}
}

// capture returns the present content of everything that changed since f was opened.
func (f *frame) capture() map[mutable]any {
	out := make(map[mutable]any, len(f.order))
	for _, m := range f.order {
		out[m] = m.snapshot()
	}
	return out
}

// rollback puts everything back to where it was when f was opened.
func (f *frame) rollback() {
	for _, m := range f.order {
		m.restore(f.old[m])
	}
}

// install moves the state from f's opening to the state that delta describes.
func (f *frame) install(delta map[mutable]any) {
	for _, m := range f.order {
		if c, ok := delta[m]; ok {
			m.restore(c)
		} else {
			m.restore(f.old[m])
		}
	}
}

// content returns m's content in the state that is delta over f's opening.
func (f *frame) content(delta map[mutable]any, m mutable) any {
	if c, ok := delta[m]; ok {
		return c
	}
	if c, ok := f.old[m]; ok {
		return c
	}
	return m.snapshot()
}

// A flow says how a statement ended.
type flow struct {
	kind flowKind
	v    val // of a return
}

type flowKind uint8

const (
	flowNext flowKind = iota
	flowBreak
	flowContinue
	flowReturn
	flowRaise
	// flowLeft is a break that has reached its loop.
	flowLeft
)

// A pending is a path that has left the statements being executed by break, continue or return while another path goes
// on. It waits for the end of its loop or function, where it is joined.
type pending struct {
	frame *frame
	delta map[mutable]any
	flow  flow
	fork  *fork
}

func (ev *evaluator) newFork(why *unknownObj, step value.Step) *fork {
	f := &fork{serial: ev.now(), step: step}
	if why != nil {
		f.reason, f.waits = why.reason, why.waits
	}
	return f
}

// branch runs each path from the present state and joins the states in which they end.
func (ev *evaluator) branch(fk *fork, paths ...func() flow) flow {
	f := ev.openFrame()
	fk.serial = f.serial
	type end struct {
		delta map[mutable]any
		flow  flow
		exc   *exception
	}
	var next, left, raised []end
	mark := len(ev.pending)
	for _, path := range paths {
		from := len(ev.pending)
		fl := path()
		e := end{flow: fl, exc: ev.exc}
		ev.exc = nil
		for _, m := range f.order {
			ev.charge(2 * weightOf(m))
		}
		e.delta = f.capture()
		ev.rebase(from, f)
		f.rollback()
		switch fl.kind {
		case flowRaise:
			raised = append(raised, e)
			if e.exc != nil {
				ev.riskOf(e.exc) // a handler around may catch it
			}
		case flowNext:
			next = append(next, e)
		default:
			left = append(left, e)
		}
	}
	var out flow
	switch {
	case len(next) > 0:
		f.install(next[0].delta)
		for _, e := range next[1:] {
			ev.mergeState(f, e.delta, fk)
		}
	case len(left) > 0:
		last := left[len(left)-1]
		left = left[:len(left)-1]
		f.install(last.delta)
		out = last.flow
	default:
		// Every path raises, but those that left earlier may go on.
		f.install(raised[0].delta)
		ev.exc = raised[0].exc
		out = raised[0].flow
	}
	for _, e := range left {
		ev.pending = append(ev.pending, &pending{frame: f, delta: e.delta, flow: e.flow, fork: fk})
	}
	if len(ev.pending) == mark {
		ev.closeFrame(f)
	}
	return out
}

// mergeState joins the present state with the one that delta describes over f.
func (ev *evaluator) mergeState(f *frame, delta map[mutable]any, fk *fork) {
	ms := append([]mutable(nil), f.order...)
	for _, m := range ms {
		a, b := m.snapshot(), f.content(delta, m)
		ev.touch(m)
		m.merge(ev, a, b, fk)
	}
}

// rebase makes the pendings from index from on relative to f, which is older than their own frames.
func (ev *evaluator) rebase(from int, f *frame) {
	for i := len(ev.pending) - 1; i >= from; i-- {
		p := ev.pending[i]
		if p.frame == f {
			continue
		}
		ev.charge(len(f.order) + len(p.frame.order))
		delta := make(map[mutable]any, len(f.order))
		for _, m := range f.order {
			delta[m] = p.frame.content(p.delta, m)
		}
		for _, m := range p.frame.order {
			delta[m] = p.frame.content(p.delta, m)
		}
		old := p.frame
		p.frame, p.delta = f, delta
		ev.release(old)
	}
}

// release closes f if no pending path needs it any more.
func (ev *evaluator) release(f *frame) {
	for _, p := range ev.pending {
		if p.frame == f {
			return
		}
	}
	ev.closeFrame(f)
}

// settle joins the pending paths from index mark on that ended as accept says with the present path, which ended as cur.
// The present path counts as accepted when it ended so itself or went on.
func (ev *evaluator) settle(mark int, accept func(flowKind) bool, cur flow) flow {
	for i := len(ev.pending) - 1; i >= mark; i-- {
		if i >= len(ev.pending) {
			continue
		}
		p := ev.pending[i]
		if !accept(p.flow.kind) {
			continue
		}
		switch {
		case cur.kind == flowNext || accept(cur.kind):
			ev.removePending(i)
			ev.mergeState(p.frame, p.delta, p.fork)
			if cur.kind == flowNext && p.flow.kind == flowReturn {
				cur = flow{kind: flowReturn, v: ofNone()}
			}
			if p.flow.kind == flowReturn {
				cur.v = ev.join(cur.v, p.flow.v, p.fork)
			}
		case cur.kind == flowRaise:
			ev.exc = nil
			ev.rebase(i+1, p.frame)
			ev.removePending(i)
			p.frame.install(p.delta)
			cur = p.flow
		default:
			ev.rebase(i+1, p.frame)
			mine := p.frame.capture()
			p.frame.install(p.delta)
			cur, p.flow = p.flow, cur
			p.delta = mine
		}
		ev.release(p.frame)
	}
	return cur
}

func (ev *evaluator) removePending(i int) {
	ev.pending = append(ev.pending[:i:i], ev.pending[i+1:]...)
}
