package pyeval

import "slices"

// losing returns u as the reason why vs are no longer told apart: what is changed through the unknown value may be any of
// them. It is u itself where nothing among them can change.
func losing(u *unknownObj, vs ...val) *unknownObj {
	var may []object
	for _, v := range vs {
		switch o := v.o.(type) {
		case *unknownObj:
			for _, m := range o.may {
				may = addObject(may, u.may, m)
			}
		default:
			if changeable(v.o) {
				may = addObject(may, u.may, v.o)
			}
		}
	}
	if may == nil {
		return u
	}
	c := *u
	c.may = append(slices.Clip(u.may), may...)
	c.home = nil
	return &c
}

func addObject(to, there []object, o object) []object {
	if slices.Contains(to, o) || slices.Contains(there, o) {
		return to
	}
	return append(to, o)
}

// losingAll is losing for a whole content, which is kept as it is where something in it can change.
func losingAll(u *unknownObj, vs []val) *unknownObj {
	n := 0
	for _, v := range vs {
		if changeable(v.o) {
			n++
		}
	}
	switch {
	case n == 0:
		return u
	case n <= 8:
		return losing(u, vs...)
	}
	return losing(u, of(&tupleObj{elems: vs, size: 1}))
}

// changeable reports whether a change through a reference to o may be seen through another one.
func changeable(o object) bool {
	switch o := o.(type) {
	case *listObj, *dictObj, *iterObj, *nsObj, *instObj, *methodObj, *viewObj:
		return true
	case *setObj:
		return !o.frozen
	case *classObj, *moduleObj:
		return true
	case *tupleObj:
		for _, e := range o.elems {
			if _, nested := e.o.(*tupleObj); nested || changeable(e.o) {
				return true
			}
		}
	case *unionObj:
		for _, a := range o.alts {
			if changeable(a.v.o) {
				return true
			}
		}
	case *unknownObj:
		return o.may != nil
	}
	return false
}

// changeThrough reckons with a change of an unknown value, perhaps to hold vs: what it may be has changed.
func (ev *evaluator) changeThrough(u *unknownObj, vs ...val) {
	if u.may == nil || ev.exc != nil || ev.dead {
		return
	}
	ev.havoc(of(u), losing(&unknownObj{cause: u.cause, reason: u.reason, waits: u.waits}, vs...))
}

// oneUnknown joins two unknown values that cannot be told apart but for what they may be.
func oneUnknown(a, b object) object {
	x, ok := a.(*unknownObj)
	if y, also := b.(*unknownObj); ok && also && x != y && y.may != nil {
		return losing(x, of(y))
	}
	return a
}

// mayBe counts the objects that unknown values in o may be, of those that were there before a loop: it makes others anew at
// each turn.
func mayBe(o object, since int) int {
	n := 0
	switch o := o.(type) {
	case *unknownObj:
		for _, m := range o.may {
			if x, ok := m.(mutable); ok && x.born() <= since {
				n++
			}
		}
	case *unionObj:
		for _, a := range o.alts {
			n += mayBe(a.v.o, since)
		}
	}
	return n
}

// losingContents is losing for what is in an object.
func losingContents(u *unknownObj, o object) *unknownObj {
	switch o := o.(type) {
	case *listObj:
		for _, c := range o.alts {
			u = losingAll(u, c)
		}
	case *tupleObj:
		u = losingAll(u, o.elems)
	case *dictObj:
		u = o.losing(u)
	case *unionObj:
		u = losing(u, of(o))
	}
	return u
}

// manyOf is why it is not known what all elements are; nil where it is.
func manyOf(elems []val) *unknownObj {
	u, many := anyMany(elems)
	if !many {
		return nil
	}
	return losingAll(u, elems)
}
