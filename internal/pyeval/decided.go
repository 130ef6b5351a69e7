package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

// A condition that is decided by the default of a variable decides what its branch sets: with the variable supplied, the
// values may be others. So they have a step that names the variable:
//
//	STAGE = os.environ.get("STAGE", "production")
//	if STAGE == "production":
//	    SECURE_SSL_REDIRECT = True

// byDefault adds the defaults that decide a test to those that decided the ones before it. A test of DEBUG adds none, since
// everything is judged with DEBUG off.
func (ev *evaluator) byDefault(before *trail, expr python.Expr, test val) *trail {
	if ev.sc.fn != nil || test.trail == nil || !test.trail.env || names(expr, "DEBUG") {
		return before
	}
	for t := test.trail; t != nil && t.env; t = t.prev {
		if t.step.How == value.Fallback && !before.reads(t.step.Name) {
			before = link(t.step, t.read, before)
		}
	}
	return before
}

func names(e python.Expr, name string) bool {
	found := false
	python.Walk(e, func(n python.Node) bool {
		x, ok := n.(*python.Name)
		found = found || ok && x.ID == name
		return !found
	})
	return found
}

// markDecided gives the names that a branch binds the defaults that led to it, but for those that another variable gave.
func (ev *evaluator) markDecided(body []python.Stmt, decided *trail) {
	if decided == nil || ev.exc != nil || ev.dead {
		return
	}
	bound, _ := boundNames(body)
	for _, n := range bound {
		if !isSettingName(n) {
			continue
		}
		ns := ev.sc.target(n)
		b, ok := ns.get(n)
		if !ok || b.v.trail == nil || b.v.trail.env || !slices.ContainsFunc(body, func(s python.Stmt) bool { return within(b.v.trail.span(), ev.span(s)) }) {
			continue
		}
		if isUnknown(b.v.o) {
			continue
		}
		ev.touch(ns)
		b.v.trail = b.v.trail.onto(decided)
		ns.set(n, b)
	}
}
