package pyeval

import (
	"slices"

	"deploylint/internal/value"
)

func (l *listObj) born() int     { return l.birth }
func (l *listObj) snapshot() any { return l.alts }
func (l *listObj) restore(c any) { l.alts = c.([][]val) }
func (l *listObj) havoc(_ *evaluator, why *unknownObj) {
	for _, c := range l.alts {
		why = losingAll(why, c)
	}
	l.alts = [][]val{{asMany(why)}}
}

func (l *listObj) merge(ev *evaluator, a, b any, f *fork) {
	l.alts = joinContents(ev, a.([][]val), b.([][]val), f)
	if len(l.alts) > 1 && f.step.How == value.Joined {
		l.chosen = &f.step
	}
}

func (l *listObj) widen(_ *evaluator, a, b any, why *unknownObj) bool {
	was, is := a.([][]val), b.([][]val)
	if sameContents(was, is) {
		l.alts = was
		return false
	}
	next := was[0]
	for _, c := range append(slices.Clip(was[1:]), is...) {
		next = widenElems(next, c, why)
	}
	l.alts = [][]val{next}
	return !sameContents(was, l.alts)
}

func (s *setObj) born() int                           { return s.birth }
func (s *setObj) snapshot() any                       { return s.elems }
func (s *setObj) restore(c any)                       { s.elems = c.([]val) }
func (s *setObj) havoc(_ *evaluator, why *unknownObj) { s.elems = []val{asMany(why)} }

func (s *setObj) merge(_ *evaluator, a, b any, f *fork) {
	x, y := a.([]val), b.([]val)
	if sameAll(x, y) {
		s.elems = x
		return
	}
	var out []val
	for _, e := range x {
		if slices.ContainsFunc(y, func(o val) bool { return same(o.o, e.o) }) {
			out = append(out, e)
		}
	}
	s.elems = append(out, asMany(&unknownObj{cause: value.Unread, reason: f.reason, waits: f.waits}))
}

func (s *setObj) widen(_ *evaluator, a, b any, why *unknownObj) bool {
	was := a.([]val)
	s.elems = widenElems(was, b.([]val), why)
	return !sameAll(was, s.elems)
}

func (d *dictObj) born() int { return d.birth }

func cloneTables(ts []*table) []*table {
	out := make([]*table, len(ts))
	for i, t := range ts {
		out[i] = t.clone()
	}
	return out
}

// snapshot shares the tables with the journal; own copies them before they change again.
func (d *dictObj) snapshot() any {
	d.shared = true
	return d.alts
}

func (d *dictObj) restore(c any) { d.alts, d.shared = c.([]*table), true }

// own makes the tables free to change.
func (d *dictObj) own() {
	if d.shared {
		d.alts, d.shared = cloneTables(d.alts), false
	}
}

func (d *dictObj) havoc(_ *evaluator, why *unknownObj) {
	t := newTable()
	t.rest = d.losing(why)
	d.alts = []*table{t}
}

// losing is the reason for forgetting the values of a dict.
func (d *dictObj) losing(why *unknownObj) *unknownObj {
	for _, t := range d.alts {
		why = losingAll(why, t.vals)
	}
	return why
}

func sameTables(a, b *table) bool {
	return sameAll(a.keys, b.keys) && sameAll(a.vals, b.vals) && (a.rest == nil) == (b.rest == nil)
}

func (d *dictObj) merge(ev *evaluator, a, b any, f *fork) {
	x, y := a.([]*table), b.([]*table)
	out := slices.Clone(x)
	for _, t := range y {
		if slices.ContainsFunc(out, func(o *table) bool { return sameTables(o, t) }) {
			continue
		}
		if len(out) == 1 && len(y) == 1 && (out[0].rest == nil) == (t.rest == nil) && sameAll(out[0].keys, t.keys) {
			one := out[0].clone()
			for i := range one.vals {
				one.vals[i] = ev.join(one.vals[i], t.vals[i], f)
			}
			out[0] = one
			continue
		}
		out = append(out, t)
	}
	if len(out) > maxAlternatives {
		out = []*table{ev.commonTable(out, f)}
	}
	if len(out) > 1 && f.step.How == value.Joined {
		d.chosen = &f.step
	}
	d.alts, d.shared = out, true
}

// commonTable keeps the keys that all tables have; there may be others.
func (ev *evaluator) commonTable(ts []*table, f *fork) *table {
	out := newTable()
	out.rest = &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
	for _, t := range ts {
		out.rest = losingAll(out.rest, t.vals)
	}
	for i, k := range ts[0].keys {
		h, ok := hashOf(k.o)
		if !ok {
			continue
		}
		v, everywhere := ts[0].vals[i], true
		for _, t := range ts[1:] {
			w, ok := t.get(h)
			if !ok {
				everywhere = false
				break
			}
			v = ev.join(v, w, f)
		}
		if everywhere {
			out.set(h, k, v)
		}
	}
	return out
}

func (d *dictObj) widen(_ *evaluator, a, b any, why *unknownObj) bool {
	was, is := a.([]*table), b.([]*table)
	if slices.EqualFunc(was, is, sameTables) {
		d.alts, d.shared = was, true
		return false
	}
	next := newTable()
	for i, k := range was[0].keys {
		h, ok := hashOf(k.o)
		if !ok {
			continue
		}
		v, everywhere := was[0].vals[i], true
		for _, t := range append(slices.Clip(was[1:]), is...) {
			w, ok := t.get(h)
			everywhere = everywhere && ok
			if ok && !same(v.o, w.o) {
				v = derive(losing(why, v, w))
			}
		}
		if everywhere {
			next.set(h, k, v)
		}
	}
	for _, t := range append(slices.Clip(was), is...) {
		why = losingAll(why, t.vals)
	}
	next.rest = why
	d.alts = []*table{next}
	return len(was) != 1 || !sameTables(was[0], next)
}
