package pyeval

import (
	"slices"

	"deploylint/internal/value"
)

// An iterObj is an iterator. What it gives is worked out when it is taken, as in CPython, so that it sees what happens
// between its making and its use.
type iterObj struct {
	birth int
	typ   string
	// take works out the next element; ok is false at the end.
	take  func(ev *evaluator, s *iterState) (v val, ok bool)
	state iterState
	// run executes the body of a generator function.
	run func()
}

// An iterState is how far an iterator is.
type iterState struct {
	at     int
	buffer []val
	filled bool
	end    bool
	writes int         // the writes when the buffer was filled
	raises *exception  // what is raised behind the buffer
	open   *unknownObj // set when what follows is not known
	lost   int         // how often a generator with effects of its own was asked
}

func (i *iterObj) typeName() string { return i.typ }

func (i *iterObj) born() int     { return i.birth }
func (i *iterObj) snapshot() any { return i.state }
func (i *iterObj) restore(c any) { i.state = c.(iterState) }
func (i *iterObj) havoc(_ *evaluator, why *unknownObj) {
	i.state = iterState{open: losingAll(why, i.state.buffer)}
}

func sameIterState(a, b iterState) bool {
	return a.at == b.at && a.lost == b.lost && a.filled == b.filled && a.end == b.end && a.open == b.open && a.raises == b.raises &&
		sameAll(a.buffer, b.buffer)
}

func (i *iterObj) merge(ev *evaluator, a, b any, f *fork) {
	x := a.(iterState)
	i.state = x
	if !sameIterState(x, b.(iterState)) {
		i.havoc(ev, &unknownObj{cause: value.Unread, reason: f.reason, waits: f.waits})
	}
}

func (i *iterObj) widen(ev *evaluator, a, b any, why *unknownObj) bool {
	was := a.(iterState)
	i.state = was
	if sameIterState(was, b.(iterState)) {
		return false
	}
	i.havoc(ev, why)
	return was.open == nil
}

// iterator makes an iterator over elements that are known now.
func (ev *evaluator) iterator(typ string, elems []val) val {
	it := ev.iterates(typ, takeBuffer)
	it.state.buffer = elems
	return of(it)
}

// iterates makes an iterator.
func (ev *evaluator) iterates(typ string, take func(*evaluator, *iterState) (val, bool)) *iterObj {
	return &iterObj{birth: ev.now(), typ: typ, take: take}
}

func takeBuffer(_ *evaluator, s *iterState) (val, bool) {
	if len(s.buffer) == 0 {
		return val{}, false
	}
	v := s.buffer[0]
	s.buffer = s.buffer[1:]
	return v, true
}

// advance takes the next element. An element for which isMany holds stands for any number of unknown ones.
func (ev *evaluator) advance(it *iterObj) (v val, ok bool) {
	if it.state.end || ev.exc != nil || ev.dead {
		return val{}, false
	}
	ev.touch(it)
	ev.charge(1)
	if u := it.state.open; u != nil {
		it.state.end = true
		return asMany(u), true
	}
	v, ok = it.take(ev, &it.state)
	if !ok || ev.exc != nil {
		it.state.end = it.state.lost == 0 || ev.exc != nil
		return val{}, false
	}
	return v, true
}

// drain takes everything that is left; an exception may have stopped it.
func (ev *evaluator) drain(it *iterObj) []val {
	if it.run != nil && !it.state.filled && it.state.lost == 0 && !it.state.end && it.state.open == nil && ev.exc == nil {
		ev.touch(it)
		it.state.end = true
		return ev.runGenerator(it.run)
	}
	var out []val
	for {
		v, ok := ev.advance(it)
		if !ok {
			return out
		}
		out = append(out, v)
		if len(out) > maxItems {
			u := &unknownObj{cause: value.Limit, reason: value.Because("it has more elements than are followed")}
			it.havoc(ev, u)
			return []val{asMany(u)}
		}
	}
}

// iter is iter(v). What it gives may be unknown elements, but it is never nil.
func (ev *evaluator) iter(v val) *iterObj {
	switch o := v.o.(type) {
	case *iterObj:
		return o
	case *listObj:
		return ev.iterates("list_iterator", func(ev *evaluator, s *iterState) (val, bool) { return ev.takeElem(o, s) })
	case *tupleObj:
		it := ev.iterates("tuple_iterator", takeBuffer)
		it.state.buffer = o.elems
		return it
	case *dictObj:
		return ev.iterDict(o, "keys")
	case *viewObj:
		return ev.iterDict(o.d, o.what)
	case *instObj:
		if m, ok := ev.classAttr(o.class, "__iter__"); ok {
			if it, isIter := ev.call(ev.bound(m, v), &call{span: ev.at, caller: ev.sc.mod}).o.(*iterObj); isIter {
				return it
			}
			return ev.openIterator(unread("iterating over it is not followed").o.(*unknownObj))
		}
	}
	elems, why := ev.elements(v)
	if why != nil {
		return ev.openIterator(why)
	}
	it := ev.iterates("iterator", takeBuffer)
	it.state.buffer = elems
	return it
}

func (ev *evaluator) openIterator(why *unknownObj) *iterObj {
	it := ev.iterates("iterator", takeBuffer)
	it.state.open = why
	return it
}

// takeElem takes the next element of a list, which may have changed since the last one.
func (ev *evaluator) takeElem(l *listObj, s *iterState) (val, bool) {
	if len(l.alts) > 1 {
		s.open = losingContents(&unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}, l)
		s.end = true
		return asMany(s.open), true
	}
	c := l.alts[0]
	if u, many := anyMany(c[:min(s.at, len(c))]); many && !s.filled {
		s.open, s.end = losingAll(u, c), true // how far it is cannot be told
		return asMany(s.open), true
	}
	if s.at < len(c) && isMany(c[s.at]) {
		s.filled = true // behind these it is at the same place again, unless the list changes
		s.writes = len(c)
	}
	if s.filled && s.writes != len(c) {
		s.open = losingAll(&unknownObj{cause: value.Unread, reason: value.Because("the list changes while it is gone through")}, c)
		s.end = true
		return asMany(s.open), true
	}
	if s.at >= len(c) {
		return val{}, false
	}
	s.at++
	return c[s.at-1], true
}

// iterDict goes through the entries that a dict has now. Where they change on the way, CPython refuses to go on.
func (ev *evaluator) iterDict(d *dictObj, what string) *iterObj {
	elems := viewElems(d, what)
	it := ev.iterates("dict_iterator", func(_ *evaluator, s *iterState) (val, bool) {
		if now := viewElems(d, what); s.at < len(elems) && len(now) != len(elems) {
			s.open = d.losing(&unknownObj{cause: value.Unread, reason: value.Because("the dict changes while it is gone through")})
			s.end = true
			return asMany(s.open), true
		} else if s.at < len(now) {
			s.at++
			return now[s.at-1], true
		}
		return val{}, false
	})
	return it
}

// A viewObj is d.keys(), d.values() or d.items(): it shows what the dict holds when it is looked at.
type viewObj struct {
	d    *dictObj
	what string
}

func (v *viewObj) typeName() string { return "dict_" + v.what }

// viewElems are the elements of a view; entries that are not known are one that stands for any number.
func viewElems(d *dictObj, what string) []val {
	if len(d.alts) != 1 {
		return []val{asMany(d.losing(&unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}))}
	}
	t := d.alts[0]
	if t.rest != nil {
		return []val{asMany(losingAll(t.rest, t.vals))} // the others may stand anywhere, and so may a key that was set again
	}
	out := make([]val, 0, len(t.keys))
	for i, k := range t.keys {
		switch what {
		case "keys":
			out = append(out, k)
		case "values":
			out = append(out, t.vals[i])
		default:
			item := tupleOf(k, t.vals[i])
			item.trail = t.vals[i].trail
			out = append(out, item)
		}
	}
	return out
}

// mayCall reckons with a function being called any number of times with arguments that are not known.
func (ev *evaluator) mayCall(fn val, c *call, why *unknownObj, args int) {
	switch f := fn.o.(type) {
	case noneObj:
		return
	case *nativeObj:
		if f.strict {
			ev.risk("Exception")
			return
		}
	}
	d := &call{span: c.span, caller: c.caller}
	for range args {
		d.args = append(d.args, derive(why))
	}
	ev.openLoop(why, nil, nil, func() { ev.call(fn, d) })
}

// takeAll takes one element of each iterator; open is set where one gives an unknown number of them.
func (ev *evaluator) takeAll(subs []*iterObj) (row []val, open *unknownObj, ok bool) {
	for _, s := range subs {
		v, more := ev.advance(s)
		if !more {
			return nil, nil, false
		}
		if u, unknown := v.o.(*unknownObj); unknown && u.many {
			open = u
		}
		row = append(row, v)
	}
	return row, open, true
}

func (ev *evaluator) iterAll(c *call, from int) []*iterObj {
	var out []*iterObj
	for _, a := range c.args[min(from, len(c.args)):] {
		out = append(out, ev.iter(a))
	}
	return out
}

func (ev *evaluator) zip(c *call) val {
	subs := ev.iterAll(c, 0)
	if c.rest != nil {
		return of(ev.openIterator(c.rest))
	}
	if len(subs) == 0 {
		return ev.iterator("zip", nil)
	}
	return of(ev.iterates("zip", func(ev *evaluator, s *iterState) (val, bool) {
		row, open, ok := ev.takeAll(subs)
		if open != nil {
			for _, sub := range subs {
				ev.touch(sub)
				sub.havoc(ev, open)
			}
			s.open, s.end = open, true
			return asMany(open), true
		}
		if !ok {
			return val{}, false
		}
		return tupleOf(row...), true
	}))
}

func (ev *evaluator) mapCall(c *call) val {
	if len(c.args) < 2 {
		return unread("the call of map is not followed")
	}
	fn, subs := c.args[0], ev.iterAll(c, 1)
	return of(ev.iterates("map", func(ev *evaluator, s *iterState) (val, bool) {
		row, open, ok := ev.takeAll(subs)
		switch {
		case open != nil:
			ev.mayCall(fn, c, open, len(subs))
			if len(subs) > 1 {
				s.open, s.end = open, true
			}
			return asMany(open), true
		case !ok:
			return val{}, false
		}
		v := ev.call(fn, &call{args: row, span: c.span, caller: c.caller})
		if v.trail == nil {
			v.trail = row[0].trail
		}
		return v, true
	}))
}

func (ev *evaluator) filter(c *call) val {
	fn, sub := c.args[0], ev.iter(c.args[1])
	return of(ev.iterates("filter", func(ev *evaluator, _ *iterState) (val, bool) {
		for {
			e, ok := ev.advance(sub)
			if !ok {
				return val{}, false
			}
			if u, unknown := e.o.(*unknownObj); unknown && u.many {
				ev.mayCall(fn, c, u, 1)
				return e, true
			}
			test := e
			if _, none := fn.o.(noneObj); !none {
				test = ev.call(fn, &call{args: []val{e}, span: c.span, caller: c.caller})
			}
			if ev.exc != nil {
				return val{}, false
			}
			switch ev.truth(test) {
			case value.True:
				return e, true
			case value.Undecided:
				return asMany(reasonOf(test)), true
			default:
			}
		}
	}))
}

func (ev *evaluator) enumerate(c *call) val {
	start := int64(0)
	if s, ok := c.arg(1, "start"); ok {
		n, isInt := asInt(s.o)
		if !isInt {
			return derive(reasonOf(s))
		}
		start = n
	}
	sub := ev.iter(c.args0())
	return of(ev.iterates("enumerate", func(ev *evaluator, s *iterState) (val, bool) {
		e, ok := ev.advance(sub)
		if !ok {
			return val{}, false
		}
		if u, unknown := e.o.(*unknownObj); unknown && u.many {
			s.filled, s.raises = true, nil
			s.buffer = []val{derive(u)} // the index from here on
			return asMany(u), true
		}
		s.at++
		if s.filled {
			return tupleOf(s.buffer[0], e), true
		}
		return tupleOf(of(intObj(start+int64(s.at)-1)), e), true
	}))
}

func (ev *evaluator) reversed(c *call) val {
	l, ok := c.args0().o.(*listObj)
	if !ok || len(l.alts) != 1 {
		elems, why := ev.elements(c.args0())
		if why != nil {
			return derive(why)
		}
		out := slices.Clone(elems)
		slices.Reverse(out)
		return ev.iterator("reversed", out)
	}
	it := ev.iterates("list_reverseiterator", func(_ *evaluator, s *iterState) (val, bool) {
		if s.at < 0 || len(l.alts) != 1 || s.at >= len(l.alts[0]) {
			return val{}, false
		}
		s.at--
		return l.alts[0][s.at+1], true
	})
	it.state.at = len(l.alts[0]) - 1
	return of(it)
}

// next is next(it, default).
func (ev *evaluator) next(c *call) val {
	it, ok := c.args0().o.(*iterObj)
	if !ok {
		if i, isInst := c.args0().o.(*instObj); isInst {
			if m, has := ev.classAttr(i.class, "__next__"); has {
				return ev.call(ev.bound(m, c.args0()), &call{span: c.span, caller: c.caller})
			}
		}
		return unread("the call of next is not followed")
	}
	v, more := ev.advance(it)
	switch {
	case ev.exc != nil:
		return unread("an exception was raised")
	case more && isMany(v):
		u := v.o.(*unknownObj)
		if it.state.lost == 0 {
			ev.touch(it)
			it.havoc(ev, u)
		} else {
			it.state.lost++
		}
		ev.risk("StopIteration")
		return derive(u)
	case more:
		return v
	case len(c.args) > 1:
		return c.args[1]
	}
	return ev.raiseAt("StopIteration", "the iterator is at its end", c.span)
}

// anyAll is any(v) and all(v), which stop at the first element that decides.
func (ev *evaluator) anyAll(name string, v val) val {
	stop := value.TriOf(name == "any")
	out := stop.Not()
	var why val
	seen := func(e val) bool {
		t := ev.truth(e)
		if isMany(e) {
			t = value.Undecided
		}
		if t == value.Undecided {
			out, why = value.Undecided, e
		}
		return t == stop
	}
	if s, ok := v.o.(*setObj); ok {
		if slices.ContainsFunc(s.elems, seen) {
			return ofBool(name == "any")
		}
		return ev.triValue(out, why)
	}
	it := ev.iter(v)
	for {
		e, ok := ev.advance(it)
		if !ok {
			return ev.triValue(out, why)
		}
		if seen(e) {
			if out == value.Undecided { // it may have stopped before
				ev.touch(it)
				it.havoc(ev, reasonOf(why))
			}
			return ofBool(name == "any")
		}
	}
}
