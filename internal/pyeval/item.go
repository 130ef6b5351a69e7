package pyeval

import (
	"slices"
	"unicode/utf8"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// getItem is recv[index].
func (ev *evaluator) getItem(recv, index val, at source.Span) val {
	ev.at = at
	return ev.lift(recv, func(r val) val {
		if d, ok := r.o.(*dictObj); ok && d.typ != "" && isUnion(index.o) {
			why := d.losing(reasonOf(index)) // a missing key may be added
			ev.setKey(d, index, derive(why))
			return derive(why)
		}
		return ev.lift(index, func(i val) val {
			since := ev.serial
			out := ev.getItemOne(r, i, at)
			if _, ok := r.o.(strObj); ok || isSlice(i.o) {
				return ev.carryInto(since, out, r, i)
			}
			return carry(out, i)
		})
	})
}

func (ev *evaluator) getItemOne(recv, index val, at source.Span) val {
	if u, ok := recv.o.(*unknownObj); ok {
		ev.risk("Exception")
		return derive(u)
	}
	if s, ok := index.o.(*sliceObj); ok {
		return ev.slice(recv, s)
	}
	switch o := recv.o.(type) {
	case *argvObj:
		ev.risk("IndexError")
		return of(&argObj{})
	case *dictObj:
		return ev.dictItem(o, index, at)
	case *environObj:
		return ev.environItem(index, at)
	case modulesObj:
		return ev.modulesItem(index)
	case *nsObj:
		if s, ok := index.o.(strObj); ok {
			return ev.nameItem(o.ns, string(s), at)
		}
		return derive(reasonOf(index))
	case *listObj:
		return ev.each(o, func(c []val) val { return ev.elemAt(c, index, "list", at) })
	case *tupleObj:
		return ev.elemAt(o.elems, index, "tuple", at)
	case strObj:
		return ev.charAt(string(o), index, at)
	case *classObj:
		if s, ok := index.o.(strObj); ok && o.form == formEnum {
			return ev.getAttr(recv, string(s), at)
		}
		return of(&opaqueObj{typ: "type"})
	case *libObj, *nativeObj:
		return of(&opaqueObj{typ: "type"}) // list[str] and its like
	case *iniSection:
		return ev.iniItem(o, index, at)
	case *iniFile:
		return ev.iniItem(&iniSection{file: o, name: "DEFAULT"}, index, at)
	}
	ev.risk("Exception")
	return unread("indexing it is not followed")
}

func isSlice(o object) bool {
	_, ok := o.(*sliceObj)
	return ok
}

// each applies f to each content of a list and joins what comes out. A content for which it raises is not the one, unless
// it raises for all.
func (ev *evaluator) each(l *listObj, f func([]val) val) val {
	var out val
	var failed *exception
	fk := &fork{serial: ev.serial, reason: value.Because("it is changed under conditions that are not decided here")}
	for _, c := range l.alts {
		v := f(c)
		switch {
		case ev.exc != nil:
			failed, ev.exc = ev.exc, nil
			ev.riskOf(failed)
		case out.o == nil:
			out = v
		default:
			out = ev.join(out, v, fk)
		}
	}
	if out.o == nil {
		ev.exc = failed
		return notKnown(value.Unread, value.Why(value.Raises, failedName(failed)))
	}
	return out
}

func (ev *evaluator) elemAt(elems []val, index val, typ string, at source.Span) val {
	n, ok := asInt(index.o)
	if !ok {
		if u, unk := index.o.(*unknownObj); unk {
			ev.risk("IndexError")
			return derive(losingAll(u, elems))
		}
		return ev.raiseAt("TypeError", typ+" indices must be integers", at)
	}
	if u, many := anyMany(elems); many {
		if n >= 0 {
			for i, e := range elems {
				if isMany(e) {
					break
				}
				if int64(i) == n {
					return e
				}
			}
		} else if i := len(elems) + int(max(n, -maxItems)); i >= 0 && !slices.ContainsFunc(elems[i:], isMany) {
			return elems[i]
		}
		ev.risk("IndexError")
		return derive(losingAll(u, elems))
	}
	if n < 0 {
		n += int64(len(elems))
	}
	if n < 0 || n >= int64(len(elems)) {
		return ev.raiseAt("IndexError", typ+" index out of range", at)
	}
	return elems[n]
}

func (ev *evaluator) charAt(s string, index val, at source.Span) val {
	n, ok := asInt(index.o)
	if !ok {
		return derive(reasonOf(index))
	}
	if !plain(s) || !utf8.ValidString(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	rs := []rune(s)
	if n < 0 {
		n += int64(len(rs))
	}
	if n < 0 || n >= int64(len(rs)) {
		return ev.raiseAt("IndexError", "string index out of range", at)
	}
	return ofStr(string(rs[n]))
}

func (ev *evaluator) slice(recv val, s *sliceObj) val {
	if u, ok := reasonUnknown(s.lower, s.upper, s.stepBy); ok {
		return derive(losingContents(u, recv.o))
	}
	switch o := recv.o.(type) {
	case *argvObj:
		return recv
	case strObj:
		if !plain(string(o)) || !utf8.ValidString(string(o)) {
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
		}
		rs := []rune(string(o))
		at, ok := sliceIndexes(len(rs), s)
		if !ok {
			return unread("the slice is not followed")
		}
		out := make([]rune, len(at))
		for i, j := range at {
			out[i] = rs[j]
		}
		return ofStr(string(out))
	case *listObj:
		return ev.each(o, func(c []val) val {
			elems, why := sliceElems(c, s)
			if why != nil {
				return ev.list([]val{asMany(why)})
			}
			return ev.list(elems)
		})
	case *tupleObj:
		elems, why := sliceElems(o.elems, s)
		if why != nil {
			return tupleOf(asMany(why))
		}
		return tupleOf(elems...)
	}
	return unread("slicing it is not followed")
}

func sliceElems(c []val, s *sliceObj) ([]val, *unknownObj) {
	if u, many := anyMany(c); many {
		_, noLower := s.lower.o.(noneObj)
		_, noUpper := s.upper.o.(noneObj)
		_, noStep := s.stepBy.o.(noneObj)
		if noLower && noUpper && noStep {
			return slices.Clone(c), nil
		}
		return nil, losingAll(u, c)
	}
	at, ok := sliceIndexes(len(c), s)
	if !ok {
		return nil, losingAll(&unknownObj{cause: value.Unread, reason: value.Because("the slice is not followed")}, c)
	}
	out := make([]val, len(at))
	for i, j := range at {
		out[i] = c[j]
	}
	return out, nil
}

// sliceIndexes are the indexes that a slice of something of length n takes, as PySlice_AdjustIndices does.
func sliceIndexes(n int, s *sliceObj) ([]int, bool) {
	step := 1
	if _, none := s.stepBy.o.(noneObj); !none {
		i, ok := asInt(s.stepBy.o)
		if !ok || i == 0 || i > maxString || i < -maxString {
			return nil, false
		}
		step = int(i)
	}
	bound := func(v val, forward, backward int) (int, bool) {
		if _, none := v.o.(noneObj); none {
			if step > 0 {
				return forward, true
			}
			return backward, true
		}
		i64, ok := asInt(v.o)
		if !ok {
			return 0, false
		}
		i := int(max(min(i64, 1<<40), -(1 << 40)))
		if i < 0 {
			i += n
		}
		if step > 0 {
			return max(0, min(i, n)), true
		}
		return max(-1, min(i, n-1)), true
	}
	from, ok := bound(s.lower, 0, n-1)
	to, ok2 := bound(s.upper, n, -1)
	if !ok || !ok2 {
		return nil, false
	}
	var out []int
	for i := from; step > 0 && i < to || step < 0 && i > to; i += step {
		out = append(out, i)
	}
	return out, true
}

// reasonUnknown returns the first reason why one of vs is not one known value.
func reasonUnknown(vs ...val) (*unknownObj, bool) {
	for _, v := range vs {
		switch o := v.o.(type) {
		case *unknownObj:
			return o, true
		case *unionObj:
			return &unknownObj{cause: value.Unread, reason: o.reason, waits: o.waits}, true
		}
	}
	return nil, false
}

func (ev *evaluator) dictItem(d *dictObj, index val, at source.Span) val {
	h, ok := hashOf(index.o)
	if !ok {
		if d.typ != "" {
			ev.updateUnknown(d, reasonOf(index))
		}
		if unhashable(index.o) {
			return ev.raiseAt("TypeError", "unhashable type: '"+index.o.typeName()+"'", at)
		}
		ev.risk("KeyError")
		return derive(d.losing(reasonOf(index)))
	}
	var out val
	missing := false
	fk := &fork{serial: ev.serial, reason: value.Because("it is changed under conditions that are not decided here")}
	for _, t := range d.alts {
		v, found := t.get(h)
		if !found {
			if t.rest == nil {
				missing = true
				continue
			}
			ev.risk("KeyError")
			v = ev.restItem(t.rest, index, val{})
		}
		if out.o == nil {
			out = v
		} else {
			out = ev.join(out, v, fk)
		}
	}
	if out.o == nil {
		if d.typ != "" {
			return ev.missingKey(d, index, &call{span: at, caller: ev.sc.mod})
		}
		return ev.raiseAt("KeyError", "the key "+keyName(index)+" is not in the dict", at)
	}
	if missing {
		if d.typ != "" {
			ev.maybe(reasonOf(out), func() { ev.setKey(d, index, derive(reasonOf(out))) })
			return derive(reasonOf(out))
		}
		ev.risk("KeyError")
	}
	return out
}

// keyName names a key for a message: a str of an identifier's form, else its type.
func keyName(k val) string {
	s, ok := k.o.(strObj)
	if !ok || len(s) > 40 {
		return "of type " + k.o.typeName()
	}
	for _, r := range s {
		if r != '_' && r != '-' && r != '.' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return "of type str"
		}
	}
	return "'" + string(s) + "'"
}

func (ev *evaluator) nameItem(ns *namespace, name string, at source.Span) val {
	b, ok := ns.get(name)
	if ok {
		if v, some := withoutAbsent(b.v); some {
			return v
		}
	}
	if ns.open != nil {
		ev.risk("KeyError")
		return derive(ns.open)
	}
	return ev.raiseAt("KeyError", "the name '"+shorten(name)+"' is not defined", at)
}
