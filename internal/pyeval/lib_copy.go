package pyeval

// The module copy. A copy keeps the aliasing that CPython's keeps: what is one object twice, or holds itself, does so in
// the copy, which also bounds the work.

// A copier makes one copy.
type copier struct {
	ev *evaluator
	// made are the copies of what was met, by what they copy; nil where each mention is copied on its own, as
	// dataclasses.asdict does.
	made map[object]val
}

func copyLibrary() library {
	return library{
		modules: "copy",
		member:  func(ev *evaluator, _, name string) (val, bool) { return ev.copyMember(name) },
	}
}

func (ev *evaluator) copyMember(name string) (val, bool) {
	switch name {
	case "copy":
		return native("copy.copy", func(ev *evaluator, c *call) val { return ev.copied(c.args0()) }), true
	case "deepcopy":
		return native("copy.deepcopy", func(ev *evaluator, c *call) val {
			return (&copier{ev, map[object]val{}}).copy(c.args0(), 0)
		}), true
	}
	return val{}, false
}

// copied is copy.copy.
func (ev *evaluator) copied(v val) val {
	switch o := v.o.(type) {
	case *unionObj:
		return ev.lift(v, ev.copied)
	case *listObj:
		ev.chargeFor(v)
		v.o = &listObj{birth: ev.now(), alts: cloneAll(o.alts)}
	case *setObj:
		ev.chargeFor(v)
		v.o = &setObj{birth: ev.now(), elems: o.elems, frozen: o.frozen}
	case *dictObj:
		v.o = ev.copyDict(o)
	case *nsObj, *instObj, *iterObj:
		return unread("copying it is not followed")
	}
	return v
}

func cloneAll(contents [][]val) [][]val {
	out := make([][]val, len(contents))
	for i, c := range contents {
		out[i] = append([]val(nil), c...)
	}
	return out
}

// copy is copy.deepcopy.
func (k *copier) copy(v val, depth int) val {
	k.ev.charge(1)
	if depth > maxDepth || k.ev.dead {
		return limited("it is nested too deeply to be copied")
	}
	if was, ok := k.made[v.o]; ok {
		v.o = was.o
		return v
	}
	switch o := v.o.(type) {
	case *unionObj:
		return k.ev.lift(v, func(v val) val { return k.copy(v, depth+1) })
	case *tupleObj:
		copied := tupleOf(k.all(o.elems, depth)...)
		if was, ok := k.made[o]; ok { // something in it led back to it
			copied = was
		}
		if t, ok := copied.o.(*tupleObj); ok {
			t.class = o.class
		}
		v.o = copied.o
		k.note(o, v)
	case *listObj:
		l := &listObj{birth: k.ev.now(), alts: make([][]val, len(o.alts))}
		v.o = l
		k.note(o, v)
		for i, c := range o.alts {
			l.alts[i] = k.all(c, depth)
		}
	case *setObj:
		v.o = &setObj{birth: k.ev.now(), elems: o.elems, frozen: o.frozen}
		k.note(o, v)
	case *dictObj:
		d := k.ev.copyDict(o)
		v.o = d
		k.note(o, v)
		d.own()
		for _, t := range d.alts {
			t.vals = k.all(t.vals, depth)
		}
	case *nsObj, *instObj, *iterObj:
		return unread("copying it is not followed")
	}
	return v
}

func (k *copier) note(o object, copied val) {
	if k.made != nil {
		k.made[o] = copied
	}
}

func (k *copier) all(vs []val, depth int) []val {
	out := make([]val, len(vs))
	for i, e := range vs {
		out[i] = k.copy(e, depth+1)
	}
	return out
}
