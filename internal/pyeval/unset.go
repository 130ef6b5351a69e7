package pyeval

import (
	"slices"

	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A test of whether a variable is there is a default in other words:
//
//	if "HOST" in os.environ: …            HOST = os.environ["HOST"] if "HOST" in os.environ else "localhost"
//	value = os.environ.get("HOST")
//	if value is None: value = "localhost"
//
// What the test gives is not known, but it is known what it gives where nothing supplies the variable (unknownObj.unset).
// There the branch for the missing variable is taken, as any default is. The other one is followed for what it reads.

// presence returns the variable on whose presence alone a value hangs, and what the value is where it is missing.
func (ev *evaluator) presence(v val) (*unknownObj, bool) {
	u, ok := v.o.(*unknownObj)
	if !ok || u.unset == nil || len(u.waits) == 0 || ev.variable(u.waits[0]).state != env.External {
		return nil, false
	}
	return u, true
}

// ifUnset is a copy of u whose value is o where the variable is missing.
func (u *unknownObj) ifUnset(o object) val {
	c := *u
	c.raw, c.many, c.lib, c.home, c.unset, c.use = false, false, "", nil, o, value.Computed
	return val{o: &c}
}

// absence is whether a variable is in os.environ, when nothing supplies it.
func absence(name string, in bool) val {
	u := external(name)
	u.unset, u.use = boolObj(!in), value.Computed
	return of(u)
}

// testOf is what a comparison of a variable that nothing supplies with None gives.
func (ev *evaluator) testOf(a val, op python.Operator, b val, at source.Span) (val, bool) {
	u, ok := ev.presence(a)
	if _, none := b.o.(noneObj); !ok || !none {
		return val{}, false
	}
	switch op {
	case python.Eq, python.NotEq, python.Is, python.IsNot:
		if t := ev.compareOne(of(u.unset), op, b, at); t != value.Undecided {
			return u.ifUnset(boolObj(t == value.True)), true
		}
	default:
	}
	return val{}, false
}

// compared notes on what a comparison gives that it is whether a variable is one of some texts, which None is not.
func (ev *evaluator) compared(out, a val, op python.Operator, b val) val {
	if op == python.Eq && !isText(b) {
		a, b = b, a
	}
	u, ok := ev.presence(a)
	result, unknown := out.o.(*unknownObj)
	if !ok || !u.raw || !unknown || len(u.waits) != 1 {
		return out
	}
	if op == python.Eq && isText(b) || op == python.In && ev.contains(b, ofNone()) == value.False {
		c := *result
		c.use = value.Compared
		out.o = &c
	}
	return out
}

// usedAs notes on the truth of a variable that it is used as the variable is.
func usedAs(truth, variable val) val {
	u, ok := variable.o.(*unknownObj)
	if out, unknown := truth.o.(*unknownObj); ok && unknown {
		c := *out
		c.use = u.use
		truth.o = &c
	}
	return truth
}

// boolOfTests is a and b, or a or b, when a is a test of a variable.
func (ev *evaluator) boolOfTests(u *unknownObj, op python.Operator, rest python.Expr) val {
	stops := ev.truth(of(u.unset)) == value.TriOf(op == python.Or)
	var right val
	if stops {
		ev.maybe(u, func() { right = ev.eval(rest) })
		return u.ifUnset(u.unset)
	}
	if right = ev.eval(rest); ev.exc != nil {
		return right
	}
	if r, ok := ev.presence(right); ok {
		out := u.ifUnset(r.unset)
		o := out.o.(*unknownObj)
		o.waits = append(slices.Clip(o.waits), r.waits...)
		return out
	}
	if t := ev.truth(right); t != value.Undecided {
		return u.ifUnset(boolObj(t == value.True))
	}
	return derive(reasonOf(right))
}

// whereUnset follows the branch for a missing variable, and the other one only for what it reads.
func (ev *evaluator) whereUnset(u *unknownObj, at source.Span, missing, there func() flow) flow {
	f := ev.openFrame()
	from := len(ev.pending)
	fl := missing()
	exc := ev.exc
	ev.exc = nil
	taken := f.capture()
	ev.rebase(from, f)
	left := slices.Clone(ev.pending[from:])
	ev.pending = ev.pending[:from:from]
	f.rollback()

	other := there()
	raised := ev.exc
	ev.exc = nil
	if exc != nil && raised == nil {
		// The code insists on the variable.
		ev.riskOf(exc)
		ev.rebase(from, f)
		ev.pending = append(ev.pending, left...)
		ev.release(f)
		return other
	}
	instead := f.capture()
	ev.pending = ev.pending[:from:from]
	f.rollback()
	f.install(taken)
	for _, m := range slices.Clone(f.order) {
		if ns, ok := m.(*namespace); ok && raised == nil {
			ev.markDefaults(ns, f.content(instead, m).(nsContent), u, at)
		}
	}
	ev.pending = append(ev.pending, left...)
	ev.release(f)
	ev.exc = exc
	if fl.kind == flowReturn {
		fl.v = ev.defaultFor(fl.v, u, at)
	}
	if ev.sc.fn != nil {
		ev.tests = append(ev.tests, ev.fallback(ofBool(false), u.waits[0], at))
		ev.missing = u
	}
	return fl
}

// markDefaults notes, on the names that the other branch would have set otherwise, that their values are defaults.
func (ev *evaluator) markDefaults(ns *namespace, instead nsContent, u *unknownObj, at source.Span) {
	for _, name := range differing(ns.snapshot().(nsContent).bindings, instead.bindings) {
		b, ok := ns.get(name)
		if _, set := instead.get(name); !ok || !set {
			continue
		}
		if _, gone := b.v.o.(absentObj); gone {
			continue
		}
		ev.touch(ns)
		b.v = ev.defaultFor(b.v, u, at)
		ns.set(name, b)
	}
}

// defaultFor notes that a value is the default of a variable. None is no default: the environment must supply the variable.
func (ev *evaluator) defaultFor(v val, u *unknownObj, at source.Span) val {
	variable := u.waits[0]
	switch v.o.(type) {
	case noneObj:
		x := external(variable)
		x.raw, x.unset = true, noneObj{}
		v.o = x
		return v
	case *unknownObj, nil:
		return v
	}
	if v.trail.reads(variable) {
		return v
	}
	place := v.trail.span()
	if place.IsZero() {
		place = at
	}
	v = ev.fallback(v, variable, place)
	v.trail.read = at
	return v
}

// ifExpUnset is a if test else b, for a test of whether a variable is there.
func (ev *evaluator) ifExpUnset(e *python.IfExp, u *unknownObj) val {
	missing, there := e.OrElse, e.Body
	if ev.truth(of(u.unset)) == value.True {
		missing, there = there, missing
	}
	var a, b val
	insists := false
	fl := ev.whereUnset(u, ev.span(e.Test),
		func() flow { a = ev.element(missing); insists = ev.exc != nil; return ev.flowNow() },
		func() flow { b = ev.element(there); return ev.flowNow() })
	switch {
	case fl.kind == flowRaise:
		return a
	case insists:
		return b
	case a.o == nil, isUnknown(a.o):
		if b.o != nil && isUnknown(b.o) {
			return b
		}
		return a
	}
	return ev.defaultFor(a, u, ev.span(e.Test))
}
