package pyeval

import (
	"slices"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// mutate applies a change to a receiver: strongly where it is certain which object is meant, else as one that may have
// happened.
func (ev *evaluator) mutate(recv val, change func(val)) {
	u, ok := recv.o.(*unionObj)
	if !ok {
		change(recv)
		return
	}
	var failed *exception
	good := 0
	for _, a := range u.alts {
		if a.own {
			change(a.v)
		} else {
			ev.maybe(&unknownObj{reason: u.reason, waits: u.waits}, func() { change(a.v) })
		}
		if ev.exc != nil {
			failed, ev.exc = ev.exc, nil
			ev.riskOf(failed)
			continue
		}
		good++
	}
	if good == 0 {
		ev.exc = failed
	}
}

// maybe does something that may not happen.
func (ev *evaluator) maybe(why *unknownObj, do func()) {
	ev.branch(ev.newFork(why, value.Step{How: value.Joined}),
		func() flow { do(); return ev.flowNow() },
		func() flow { return flow{} })
}

// setItem is recv[index] = v.
func (ev *evaluator) setItem(recv, index, v val, at source.Span) {
	ev.at = at
	ev.mutate(recv, func(r val) { ev.setItemOne(r, index, v, at) })
}

func (ev *evaluator) setItemOne(recv, index, v val, at source.Span) {
	if ev.exc != nil || ev.dead {
		return
	}
	switch o := recv.o.(type) {
	case *dictObj:
		ev.setKey(o, index, v)
	case *environObj:
		ev.setEnviron(index, v, at)
	case *nsObj:
		ev.setNameItem(o.ns, index, v, at)
	case *listObj:
		ev.setElem(o, index, v, at)
	case *unknownObj:
		ev.changeThrough(o, v)
		ev.risk("Exception")
	case *tupleObj, strObj, intObj, noneObj, boolObj:
		ev.raiseAt("TypeError", "'"+o.typeName()+"' object does not support item assignment", at)
	}
}

func (ev *evaluator) setKey(d *dictObj, index, v val) {
	if u, ok := index.o.(*unionObj); ok {
		for _, a := range u.alts {
			ev.maybe(&unknownObj{reason: u.reason, waits: u.waits}, func() { ev.setKey(d, a.v, v) })
		}
		return
	}
	ev.touch(d)
	ev.charge(4)
	d.own()
	h, ok := hashOf(index.o)
	for _, t := range d.alts {
		if !ev.spend(64) || len(t.keys) > maxItems {
			d.havoc(ev, &unknownObj{cause: value.Limit, reason: value.Because("the dict has more entries than are followed")})
			return
		}
		if ok {
			t.set(h, index, v)
			continue
		}
		// A key that is not known may be any of those that are there.
		why := losing(reasonOf(index), v)
		for j := range t.vals {
			t.vals[j] = ev.join(t.vals[j], v, &fork{serial: ev.serial, reason: why.reason, waits: why.waits})
		}
		t.rest = why
	}
}

func (ev *evaluator) setNameItem(ns *namespace, index, v val, at source.Span) {
	if s, ok := index.o.(strObj); ok {
		ev.bind(ns, string(s), v, at)
		return
	}
	if _, dunder := index.o.(dunderObj); dunder {
		return // no setting
	}
	ev.havocNamespace(ns, reasonOf(index))
}

func (ev *evaluator) setElem(l *listObj, index, v val, at source.Span) {
	ev.touch(l)
	if s, ok := index.o.(*sliceObj); ok {
		ev.setSlice(l, s, v)
		return
	}
	n, ok := asInt(index.o)
	if !ok {
		l.havoc(ev, losing(reasonOf(index), v))
		return
	}
	alts := slices.Clone(l.alts)
	for i, c := range alts {
		at64 := n
		u, many := anyMany(c)
		if many {
			l.havoc(ev, losing(u, v))
			return
		}
		if at64 < 0 {
			at64 += int64(len(c))
		}
		if at64 < 0 || at64 >= int64(len(c)) {
			if len(alts) == 1 {
				ev.raiseAt("IndexError", "list assignment index out of range", at)
			}
			return
		}
		c = slices.Clone(c)
		c[at64] = v
		alts[i] = c
	}
	l.alts = alts
}

func (ev *evaluator) setSlice(l *listObj, s *sliceObj, v val) {
	elems := ev.spread(v)
	if ev.exc != nil {
		return
	}
	if _, unknown := reasonUnknown(s.lower, s.upper, s.stepBy); !unknown && len(l.alts) == 1 {
		c := l.alts[0]
		_, many := anyMany(c)
		from, to, ok := sliceBounds(len(c), s)
		if ok && (!many || from == 0 && to == len(c)) {
			l.alts = [][]val{slices.Concat(c[:from], elems, c[max(from, to):])}
			return
		}
	}
	l.havoc(ev, losingAll(&unknownObj{cause: value.Unread, reason: value.Because("the slice assignment is not followed")}, elems))
}

// sliceBounds are the bounds of a slice whose step is one.
func sliceBounds(n int, s *sliceObj) (from, to int, ok bool) {
	if _, none := s.stepBy.o.(noneObj); !none {
		return 0, 0, false
	}
	bound := func(v val, open int) int {
		if _, none := v.o.(noneObj); none {
			return open
		}
		i, isInt := asInt(v.o)
		ok = ok && isInt
		i = max(min(i, maxString), -maxString)
		if i < 0 {
			i += int64(n)
		}
		return max(0, min(int(i), n))
	}
	ok = true
	from, to = bound(s.lower, 0), bound(s.upper, n)
	return from, to, ok
}

// delSlice is del l[a:b:c].
func (ev *evaluator) delSlice(l *listObj, s *sliceObj) {
	ev.change(l, func(c []val) []val {
		u, unknown := reasonUnknown(s.lower, s.upper, s.stepBy)
		if !unknown {
			u, unknown = anyMany(c)
		}
		at, ok := sliceIndexes(len(c), s)
		if unknown || !ok {
			if u == nil {
				u = &unknownObj{cause: value.Unread, reason: value.Because("the slice is not followed")}
			}
			return []val{asMany(losingAll(u, c))}
		}
		var out []val
		for i, e := range c {
			if !slices.Contains(at, i) {
				out = append(out, e)
			}
		}
		return out
	})
}

// delItem is del recv[index].
func (ev *evaluator) delItem(recv, index val, at source.Span) {
	ev.mutate(recv, func(r val) {
		switch o := r.o.(type) {
		case *dictObj:
			ev.popKey(o, index, val{}, at)
		case *listObj:
			if s, ok := index.o.(*sliceObj); ok {
				ev.delSlice(o, s)
				return
			}
			ev.popElem(o, index, at)
		case *environObj:
			ev.delEnviron(index)
		case *nsObj:
			if s, ok := index.o.(strObj); ok {
				ev.touch(o.ns)
				o.ns.remove(string(s))
				return
			}
			ev.havocNamespace(o.ns, reasonOf(index))
		case *unknownObj:
			ev.changeThrough(o)
			ev.risk("Exception")
		}
	})
}
