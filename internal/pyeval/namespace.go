package pyeval

import (
	"maps"
	"slices"

	"deploylint/internal/value"
)

// A namespace holds the names of a module, a class, a function call or an instance.
type namespace struct {
	birth int
	bindings
	// open is set when names may be bound that are not in bindings.
	open *unknownObj
	// shared is set while the journal holds the bindings as well.
	shared bool
}

// A binding is a name's value and the earlier assignments that it replaced.
type binding struct {
	v       val
	history []value.Step
}

// bindings are names with their values in two layers, so that a branch copies only what changed lately: a base that never
// changes, and what has been bound since. A name that has been removed since has no object there.
type bindings struct {
	base  *layer
	since map[string]binding
}

type layer struct{ names map[string]binding }

// maxSince is how many names are copied at a branch before they become a base of their own.
const maxSince = 24

func (b bindings) get(name string) (binding, bool) {
	if x, ok := b.since[name]; ok {
		return x, x.v.o != nil
	}
	if b.base == nil {
		return binding{}, false
	}
	x, ok := b.base.names[name]
	return x, ok
}

// all returns the bindings as one map, which must not be changed.
func (b bindings) all() map[string]binding {
	switch {
	case b.base == nil:
		return b.since // nothing is marked as removed where there is no base
	case len(b.since) == 0:
		return b.base.names
	}
	out := maps.Clone(b.base.names)
	for k, x := range b.since { // each name on its own
		if x.v.o == nil {
			delete(out, k)
		} else {
			out[k] = x
		}
	}
	return out
}

// nsContent is a namespace's content as the journal keeps it.
type nsContent struct {
	bindings
	open *unknownObj
}

func (ev *evaluator) namespace() *namespace {
	return &namespace{birth: ev.now(), bindings: bindings{since: map[string]binding{}}}
}

func (n *namespace) born() int { return n.birth }

// snapshot shares the bindings with the journal; own copies them before they change again.
func (n *namespace) snapshot() any {
	if len(n.since) > maxSince {
		n.bindings = bindings{base: &layer{n.all()}}
	}
	n.shared = true
	return nsContent{bindings: n.bindings, open: n.open}
}

func (n *namespace) restore(c any) {
	content := c.(nsContent)
	n.bindings, n.open, n.shared = content.bindings, content.open, true
}

// own makes the bindings free to change.
func (n *namespace) own() {
	if !n.shared {
		return
	}
	since := make(map[string]binding, len(n.since)+1)
	maps.Copy(since, n.since)
	n.since, n.shared = since, false
}

// set binds a name. The journal must have been told by touch.
func (n *namespace) set(name string, b binding) {
	n.own()
	n.since[name] = b
}

func (n *namespace) remove(name string) {
	n.own()
	if n.base == nil {
		delete(n.since, name)
		return
	}
	n.since[name] = binding{}
}

func (n *namespace) havoc(_ *evaluator, why *unknownObj) {
	all := n.all()
	names := make(map[string]binding, len(all))
	for k, b := range all { // each name on its own
		names[k] = binding{v: derive(losing(why, b.v)), history: b.history}
	}
	n.bindings, n.open, n.shared = bindings{since: names}, why, false
}

// sortedNames returns all names of some namespaces in order.
func sortedNames(of ...bindings) []string {
	var out []string
	for _, b := range of {
		for k := range b.all() { // sorted below
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (n *namespace) merge(ev *evaluator, a, b any, f *fork) {
	x, y := a.(nsContent), b.(nsContent)
	n.bindings, n.open, n.shared = x.bindings, x.open, true
	for _, k := range differing(x.bindings, y.bindings) {
		p, inX := x.get(k)
		q, inY := y.get(k)
		if !inX {
			p = missing(x)
		}
		if !inY {
			q = missing(y)
		}
		r := binding{v: ev.join(p.v, q.v, f), history: p.history}
		if len(q.history) > len(p.history) {
			r.history = q.history
		}
		n.set(k, r)
	}
	if n.open == nil {
		n.open = y.open
	}
}

// differing returns the names that are not bound to the very same in both, in order.
func differing(x, y bindings) []string {
	var out []string
	add := func(k string) {
		p, inX := x.get(k)
		q, inY := y.get(k)
		if inX != inY || inX && (p.v.o != q.v.o || p.v.trail != q.v.trail || p.v.over != q.v.over) {
			out = append(out, k)
		}
	}
	from, to := x.since, y.since
	if x.base != y.base {
		from, to = x.all(), y.all()
	}
	for k := range from { // sorted below
		add(k)
	}
	for k := range to { // sorted below
		if _, did := from[k]; !did {
			add(k)
		}
	}
	slices.Sort(out)
	return out
}

func missing(c nsContent) binding {
	if c.open != nil {
		return binding{v: derive(c.open)}
	}
	return binding{v: of(absentObj{})}
}

func (n *namespace) widen(ev *evaluator, a, b any, why *unknownObj) bool {
	was, is := a.(nsContent), b.(nsContent)
	n.bindings, n.open, n.shared = was.bindings, is.open, true
	changed := false
	for _, k := range differing(was.bindings, is.bindings) {
		p, inWas := was.get(k)
		q, inIs := is.get(k)
		if !inWas {
			p = missing(was)
		}
		if !inIs {
			q = missing(is)
		}
		f := &fork{serial: ev.serial, reason: why.reason, waits: why.waits}
		if same(p.v.o, q.v.o) {
			was := mayBe(p.v.o, ev.looping)
			p.v.o = oneUnknown(p.v.o, q.v.o)
			changed = changed || mayBe(p.v.o, ev.looping) > was
			n.set(k, p)
			continue
		}
		next := ev.join(p.v, q.v, f)
		if !stays(q.v.o, ev.looping) {
			next = derive(losing(why, p.v, q.v))
			u, isUnion := p.v.o.(*unionObj)
			if _, gone := p.v.o.(absentObj); gone || isUnion && hasAbsent(u) {
				next = ev.join(of(absentObj{}), next, f)
			}
		}
		changed = changed || !same(next.o, p.v.o) || mayBe(next.o, ev.looping) > mayBe(p.v.o, ev.looping)
		n.set(k, binding{v: next, history: q.history})
	}
	return changed || (was.open == nil) != (is.open == nil)
}

// stays reports whether an object that a turn of a loop bound a name to was there before the loop, so that there are only
// so many that further turns can bind it to.
func stays(o object, since int) bool {
	if u, ok := o.(*unionObj); ok {
		for _, a := range u.alts {
			if _, gone := a.v.o.(absentObj); !gone && !stays(a.v.o, since) {
				return false
			}
		}
		return true
	}
	m, ok := o.(mutable)
	return ok && m.born() <= since
}
