package pyeval

import (
	"slices"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// link puts a step on top of a trail.
func link(step value.Step, read source.Span, prev *trail) *trail {
	t := &trail{step: step, read: read, prev: prev, n: 1}
	t.env = step.How == value.Env || step.How == value.Fallback
	t.carries = t.env || step.How == value.Joined
	if prev != nil {
		t.n += prev.n
		t.env = t.env || prev.env
		t.carries = t.carries || prev.carries
	}
	return t
}

// within reports whether one place lies in another.
func within(inner, outer source.Span) bool {
	return !inner.IsZero() && inner.File == outer.File && inner.Start >= outer.Start && inner.End <= outer.End
}

// insert adds the step of an assignment below the reads that stand within it, because the place that supplies a variable
// decides and so comes last.
func (t *trail) insert(step value.Step) *trail {
	if t == nil || !within(t.read, step.Span) {
		return t.add(step)
	}
	return link(t.step, t.read, t.prev.insert(step))
}

// carry gives the result of an operation the steps of its operands that say which variable or condition decided: the
// result changes with the variable as they do. With several variables the first operand's step is the last of the trail.
func carry(out val, from ...val) val {
	if out.trail != nil && out.trail.env {
		return out
	}
	var origins []*trail
	for _, v := range from {
		origins = appendOrigins(origins, v)
	}
	switch {
	case len(origins) == 0:
		return out
	case len(origins) == 1 && out.trail == nil:
		out.trail = origins[0]
		return out
	}
	var nodes []*trail
	for _, o := range origins {
		for t := o; t != nil && t.carries; t = t.prev {
			if t.step.How != value.Env && t.step.How != value.Fallback && t.step.How != value.Joined {
				continue
			}
			if !slices.ContainsFunc(nodes, func(n *trail) bool { return n.step == t.step }) {
				nodes = append(nodes, t)
			}
		}
	}
	var base *trail
	for _, n := range slices.Backward(nodes) {
		base = link(n.step, n.read, base)
	}
	out.trail = out.trail.onto(base)
	return out
}

// onto returns t with the steps of base below its own, so that a value which has a place of its own keeps it.
func (t *trail) onto(base *trail) *trail {
	switch {
	case t == nil:
		return base
	case t.n >= maxTrail:
		return t
	}
	return link(t.step, t.read, t.prev.onto(base))
}

// appendOrigins adds the trails that decide a value: its own, or those of its elements.
func appendOrigins(origins []*trail, v val) []*trail {
	if v.trail != nil && v.trail.carries {
		if !slices.Contains(origins, v.trail) {
			origins = append(origins, v.trail)
		}
		return origins
	}
	for _, e := range elemsOf(v) {
		if e.trail != nil && e.trail.carries && !slices.Contains(origins, e.trail) {
			origins = append(origins, e.trail)
		}
	}
	return origins
}

// carryInto is carry for a call that may have made a container: what is in it and has no trail of its own comes from the
// operands as well. Since is the serial number when the call began, so that only what it made is touched.
func (ev *evaluator) carryInto(since int, out val, from ...val) val {
	out = carry(out, from...)
	if out.trail != nil && out.trail.carries {
		i := imbuer{ev: ev, t: out.trail, since: since}
		out.o = i.imbue(out.o, 0)
	}
	return out
}

// An imbuer gives the elements of a new container that have no trail the given one.
type imbuer struct {
	ev    *evaluator
	t     *trail
	since int
	seen  map[object]bool // containers that were met, since one may hold another twice, or itself
}

// isNew reports whether a container was made by the call and is met for the first time.
func (i *imbuer) isNew(o object, birth int) bool {
	if birth <= i.since || i.seen[o] {
		return false
	}
	if i.seen == nil {
		i.seen = map[object]bool{}
	}
	i.seen[o] = true
	return true
}

func (i *imbuer) all(vs []val, depth int) []val {
	i.ev.charge(len(vs))
	if !slices.ContainsFunc(vs, func(v val) bool { return v.trail == nil }) {
		return vs
	}
	vs = slices.Clone(vs)
	for at, v := range vs {
		if v.trail == nil {
			vs[at] = val{o: i.imbue(v.o, depth+1), trail: i.t, over: v.over}
		}
	}
	return vs
}

func (i *imbuer) imbue(o object, depth int) object {
	if depth > maxTrail {
		return o
	}
	switch x := o.(type) {
	case *tupleObj:
		return &tupleObj{elems: i.all(x.elems, depth), size: x.size, class: x.class}
	case *listObj:
		if i.isNew(x, x.birth) {
			alts := make([][]val, len(x.alts))
			for at, c := range x.alts {
				alts[at] = i.all(c, depth)
			}
			x.alts = alts
		}
	case *setObj:
		if i.isNew(x, x.birth) {
			x.elems = i.all(x.elems, depth)
		}
	case *iterObj:
		if i.isNew(x, x.birth) {
			x.state.buffer = i.all(x.state.buffer, depth)
		}
	case *dictObj:
		if i.isNew(x, x.birth) {
			x.own()
			for _, c := range x.alts {
				c.vals = i.all(c.vals, depth)
			}
		}
	}
	return o
}
