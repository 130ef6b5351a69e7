package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/value"
)

// maxAlternatives bounds the values that one thing may have before it counts as unknown.
const maxAlternatives = 8

// join returns what is known of a value that is a or b.
func (ev *evaluator) join(a, b val, fk *fork) val {
	if same(a.o, b.o) {
		a.o = oneUnknown(a.o, b.o)
		if a.trail == b.trail {
			return a
		}
		if ev.opt.Rank.prefers(b.trail, a.trail) {
			a.trail = b.trail
		}
		a.trail = a.trail.under(fk.step)
		if a.over == nil {
			a.over = b.over
		}
		return a
	}
	alts := make([]alternative, 0, 4)
	add := func(v val) {
		if u, ok := v.o.(*unionObj); ok {
			for _, x := range u.alts {
				alts = ev.addAlternative(alts, alternative{v: fk.chose(x.v), own: x.own && bornAfter(x.v.o, fk.serial)})
			}
			return
		}
		alts = ev.addAlternative(alts, alternative{v: fk.chose(v), own: bornAfter(v.o, fk.serial)})
	}
	add(a)
	add(b)
	if len(alts) == 1 {
		return alts[0].v
	}
	over := a.over
	if over == nil {
		over = b.over
	}
	if len(alts) > maxAlternatives {
		return val{o: ev.tooMany(alts), over: over}
	}
	u := &unionObj{alts: alts, reason: fk.reason, waits: fk.waits}
	var t *trail
	if fk.step.How == value.Joined {
		t = t.add(fk.step)
	}
	return val{o: u, trail: t, over: over}
}

// chose notes in an alternative's trail that the condition chose it. A condition around the one that chose it in the first
// place comes before that one.
func (f *fork) chose(v val) val {
	if f.step.How == value.Joined {
		v.trail = v.trail.under(f.step)
	}
	return v
}

// addAlternative adds a unless it cannot be told from one that is there.
func (ev *evaluator) addAlternative(alts []alternative, a alternative) []alternative {
	for i, x := range alts {
		if same(x.v.o, a.v.o) {
			alts[i].own = alts[i].own && a.own
			alts[i].v.o = oneUnknown(x.v.o, a.v.o)
			if ev.opt.Rank.prefers(a.v.trail, x.v.trail) {
				alts[i].v.trail = a.v.trail
			}
			return alts
		}
	}
	return append(alts, a)
}

func bornAfter(o object, serial int) bool {
	m, ok := o.(mutable)
	return ok && m.born() > serial
}

// tooMany is what is left of more alternatives than are kept: for lists what they have in common, else nothing.
func (ev *evaluator) tooMany(alts []alternative) object {
	u := &unknownObj{cause: value.Limit, reason: value.Because("it can have more values than are followed")}
	var contents [][]val
	for _, a := range alts {
		l, ok := a.v.o.(*listObj)
		if !ok {
			return losing(u, of(&unionObj{alts: alts}))
		}
		contents = append(contents, l.alts...)
	}
	u = losing(u, of(&unionObj{alts: alts}))
	return &listObj{birth: ev.now(), alts: [][]val{common(contents, u)}}
}

// common is a list that stands for all contents: the elements that they share in order, with unknown ones in the gaps.
func common(contents [][]val, u *unknownObj) []val {
	out := contents[0]
	for _, c := range contents {
		u = losingAll(u, c)
	}
	for _, c := range contents[1:] {
		out = commonOfTwo(out, c, u)
	}
	return out
}

// maxCommon bounds the table of the longest common subsequence.
const maxCommon = 500

func commonOfTwo(a, b []val, u *unknownObj) []val {
	equal := func(x, y val) bool { return !isMany(x) && !isMany(y) && same(x.o, y.o) }
	start, end := 0, 0
	for start < min(len(a), len(b)) && equal(a[start], b[start]) {
		start++
	}
	for end < min(len(a), len(b))-start && equal(a[len(a)-1-end], b[len(b)-1-end]) {
		end++
	}
	if start+end == 0 {
		return commonBetween(a, b, u, equal)
	}
	between := commonBetween(a[start:len(a)-end], b[start:len(b)-end], u, equal)
	return slices.Concat(a[:start], between, a[len(a)-end:])
}

// commonBetween is commonOfTwo for contents that begin and end differently.
func commonBetween(a, b []val, u *unknownObj, equal func(x, y val) bool) []val {
	if len(a) > maxCommon || len(b) > maxCommon {
		return []val{asMany(u)}
	}
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := range slices.Backward(a) {
		for j := len(b) - 1; j >= 0; j-- {
			if equal(a[i], b[j]) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var out []val
	gap := func() {
		if len(out) == 0 || !isMany(out[len(out)-1]) {
			out = append(out, asMany(u))
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case equal(a[i], b[j]):
			out = append(out, a[i])
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			gap()
			i++
		default:
			gap()
			j++
		}
	}
	if i < len(a) || j < len(b) {
		gap()
	}
	return out
}

// joinContents adds the contents of b to those of a, up to the limit.
func joinContents(ev *evaluator, a, b [][]val, f *fork) [][]val {
	out := slices.Clip(a)
	for _, c := range b {
		if slices.ContainsFunc(out, func(x []val) bool { return sameAll(x, c) }) {
			continue
		}
		if len(out) == 1 && len(b) == 1 {
			if one, ok := ev.joinOne(out[0], c, f); ok {
				return [][]val{one}
			}
		}
		out = append(out, c)
	}
	if len(out) > maxAlternatives {
		u := &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
		for _, c := range out {
			ev.charge(len(c))
		}
		return [][]val{common(out, u)}
	}
	return out
}

// joinOne joins two contents that differ in one element in place.
func (ev *evaluator) joinOne(a, b []val, f *fork) ([]val, bool) {
	if len(a) != len(b) {
		return nil, false
	}
	at := -1
	for i := range a {
		if isMany(a[i]) != isMany(b[i]) {
			return nil, false
		}
		if !same(a[i].o, b[i].o) {
			if at >= 0 {
				return nil, false
			}
			at = i
		}
	}
	out := slices.Clone(a)
	if at >= 0 && !isMany(a[at]) {
		out[at] = ev.join(a[at], b[at], f)
	}
	return out, true
}

func sameContents(a, b [][]val) bool {
	return slices.EqualFunc(a, b, sameAll)
}

// widenElems returns what a list is when it may go on growing from a as it grew to b.
func widenElems(a, b []val, why *unknownObj) []val {
	if sameAll(a, b) {
		return a
	}
	if n := len(a) - 1; n >= 0 && isMany(a[n]) && len(b) >= n && sameAll(a[:n], b[:n]) {
		return a // whatever follows is covered by the last element
	}
	if len(b) >= len(a) && sameAll(a, b[:len(a)]) {
		return append(slices.Clone(a), asMany(losingAll(why, b[len(a):])))
	}
	return []val{asMany(losingAll(losingAll(why, a), b))}
}

func hasAbsent(u *unionObj) bool {
	return slices.ContainsFunc(u.alts, func(a alternative) bool { _, ok := a.v.o.(absentObj); return ok })
}

// withoutAbsent drops the alternative that a name is not bound; ok is false when nothing else is left.
func withoutAbsent(v val) (val, bool) {
	switch o := v.o.(type) {
	case absentObj:
		return val{}, false
	case *unionObj:
		if !hasAbsent(o) {
			return v, true
		}
		var alts []alternative
		for _, a := range o.alts {
			if _, ok := a.v.o.(absentObj); !ok {
				alts = append(alts, a)
			}
		}
		if len(alts) == 1 {
			return alts[0].v, true
		}
		v.o = &unionObj{alts: alts, reason: o.reason, waits: o.waits}
	}
	return v, true
}

// alternatives returns the values that v may have; one, mostly.
func alternatives(v val) []val {
	u, ok := v.o.(*unionObj)
	if !ok {
		return []val{v}
	}
	out := make([]val, len(u.alts))
	for i, a := range u.alts {
		out[i] = a.v
	}
	return out
}

// lift applies f to each value that v may have and joins what comes out.
func (ev *evaluator) lift(v val, f func(val) val) val {
	u, ok := v.o.(*unionObj)
	if !ok {
		return f(v)
	}
	fk := &fork{reason: u.reason, waits: u.waits, serial: ev.serial}
	var out val
	var failed *exception
	for _, a := range u.alts {
		ev.lifted++
		r := f(a.v)
		ev.lifted--
		if ev.exc != nil {
			// The process does not get past here with this alternative, so the rest need not reckon with it.
			failed, ev.exc = ev.exc, nil
			ev.riskOf(failed)
			continue
		}
		if out.o == nil {
			out = r
		} else {
			out = ev.join(out, r, fk)
		}
	}
	if out.o == nil {
		ev.exc = failed
		return notKnown(value.Unread, value.Why(value.Raises, failedName(failed)))
	}
	return out
}

func failedName(e *exception) string {
	if e == nil {
		return "an exception"
	}
	return e.class
}

// havoc forgets all that can be reached from v, because code that cannot be followed had it in its hands.
func (ev *evaluator) havoc(v val, why *unknownObj) {
	seen := map[object]bool{}
	ev.havocInto(v, why, seen, 0)
}

func (ev *evaluator) havocInto(v val, why *unknownObj, seen map[object]bool, depth int) {
	if depth > maxDepth {
		return
	}
	inner := func(vs []val) {
		for _, e := range vs {
			ev.havocInto(e, why, seen, depth+1)
		}
	}
	switch o := v.o.(type) {
	case *unionObj:
		for _, a := range o.alts {
			ev.havocInto(a.v, why, seen, depth+1)
		}
	case *tupleObj:
		inner(o.elems)
	case *listObj:
		if seen[o] {
			return
		}
		seen[o] = true
		for _, c := range o.alts {
			inner(c)
		}
		ev.touch(o)
		o.havoc(ev, why)
	case *setObj:
		if !o.frozen {
			ev.touch(o)
			o.havoc(ev, why)
		}
	case *iterObj:
		ev.touch(o)
		o.havoc(ev, why)
	case *dictObj:
		if seen[o] {
			return
		}
		seen[o] = true
		for _, t := range o.alts {
			inner(t.vals)
		}
		ev.touch(o)
		o.havoc(ev, why)
	case *nsObj:
		ev.havocNamespace(o.ns, why)
	case *moduleObj:
		if o.running {
			ev.havocNamespace(o.ns, why)
		}
	case *instObj:
		if seen[o] {
			return
		}
		seen[o] = true
		ev.havocNamespace(o.ns, why)
	case *methodObj:
		ev.havocInto(o.recv, why, seen, depth+1)
	case *viewObj:
		ev.havocInto(of(o.d), why, seen, depth+1)
	case *unknownObj:
		if o.may == nil || seen[o] {
			return
		}
		seen[o] = true
		for _, m := range o.may {
			ev.havocInto(of(m), why, seen, depth+1)
		}
	}
}

func (ev *evaluator) havocNamespace(ns *namespace, why *unknownObj) {
	ev.touch(ns)
	ns.havoc(ev, why)
}

// reasonOf returns the first reason why one of vs is not known.
func reasonOf(vs ...val) *unknownObj {
	for _, v := range vs {
		switch o := v.o.(type) {
		case *unknownObj:
			return o
		case *unionObj:
			return &unknownObj{cause: value.Several, reason: o.reason, waits: o.waits}
		}
	}
	return &unknownObj{cause: value.Unread, reason: value.Because("the condition cannot be decided here")}
}

// shorten keeps reasons to one clause.
func shorten(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	if len(s) > 60 {
		s = s[:57] + "..."
	}
	return s
}
