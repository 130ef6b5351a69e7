package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// lacksMethod reports whether a built-in type certainly has no such attribute.
func lacksMethod(o object, name string) bool {
	var names string
	switch o.(type) {
	case noneObj:
	case strObj:
		names = "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha " +
			"isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower " +
			"lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split " +
			"splitlines startswith strip swapcase title translate upper zfill decode"
	case *listObj:
		names = "append clear copy count extend index insert pop remove reverse sort"
	case *tupleObj:
		names = "count index"
	case *dictObj:
		names = "clear copy fromkeys get items keys pop popitem setdefault update values has_key iteritems iterkeys itervalues"
	case intObj, boolObj:
		names = "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes"
	default:
		return false
	}
	if t, ok := o.(*tupleObj); ok && t.class != nil {
		return false
	}
	if d, ok := o.(*dictObj); ok && d.typ != "" || strings.HasPrefix(name, "__") {
		return false
	}
	return !slices.Contains(strings.Fields(names), name)
}

// callMethod is recv.name(…).
func (ev *evaluator) callMethod(recv val, name string, c *call) val {
	ev.chargeFor(recv)
	if lacksMethod(recv.o, name) {
		return ev.raiseAt("AttributeError", "'"+recv.o.typeName()+"' object has no attribute '"+name+"'", c.span)
	}
	if u, ok := recv.o.(*unionObj); ok {
		return ev.callMethodOfAny(recv, u, name, c)
	}
	switch o := recv.o.(type) {
	case strObj:
		since := ev.serial
		out := ev.callNative(&nativeObj{name: "str." + name, strict: true, call: func(ev *evaluator, c *call) val {
			return ev.strMethod(string(o), name, c)
		}}, c)
		return ev.carryInto(since, out, recv)
	case dunderObj:
		return dunderMethod(name, c)
	case bytesObj:
		if name == "decode" && plain(string(o)) {
			return carry(ofStr(string(o)), recv)
		}
		return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "bytes"))
	case *listObj:
		return ev.listMethod(recv, o, name, c)
	case *tupleObj:
		if o.class == nil || name == "index" || name == "count" {
			return ev.tupleMethod(o, name, c)
		}
	case *dictObj:
		out := ev.dictMethod(recv, o, name, c)
		if len(c.args) > 0 {
			out = carry(out, c.args[0]) // the key that chose it
		}
		return out
	case *setObj:
		return ev.setMethod(recv, o, name, c)
	case *nsObj:
		return ev.nsMethod(o, name, c)
	case *environObj:
		return ev.environMethod(name, c)
	case modulesObj:
		if key, ok := c.arg(0, ""); ok && (name == "get" || name == "__getitem__") {
			return ev.modulesItem(key)
		}
		return notKnown(value.Unread, value.DependsOn("what has been imported"))
	case *pathObj:
		return carry(ev.pathMethod(recv, o, name, c), append(c.all(), recv)...)
	case *fileObj:
		return ev.fileMethod(o, name)
	case *iniFile:
		return ev.iniMethod(o, name, c)
	case *iniSection:
		return ev.iniSectionMethod(o, name, c)
	case *opaqueObj:
		if o.attrs == nil {
			for _, a := range c.all() {
				ev.havoc(a, &unknownObj{cause: value.Unread, reason: value.Because("it was handed to code that is not read")})
			}
			return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a "+o.typ))
		}
	case intObj, floatObj, boolObj:
		return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a number"))
	case *unknownObj:
		if o.lib == "" {
			if makesFolder(name) {
				ev.makes(true, recv, c)
			}
			ev.risk("Exception")
			// The call may change its receiver and its arguments, and give either back.
			ev.changeThrough(o, c.all()...)
			for _, a := range c.all() {
				ev.havoc(a, &unknownObj{cause: value.Unread, reason: value.Because("it was handed to code that is not read")})
			}
			return derive(losing(o, c.all()...))
		}
	}
	fn := ev.getAttr(recv, name, c.span)
	if ev.exc != nil {
		return fn
	}
	switch recv.o.(type) {
	case *classObj, *instObj:
		if u, ok := fn.o.(*unknownObj); ok {
			ev.mayExport(c, u)
		}
	}
	return ev.call(fn, c)
}

// callMethodOfAny calls a method of one of several receivers, of which one in truth is called.
func (ev *evaluator) callMethodOfAny(recv val, u *unionObj, name string, c *call) val {
	pure := !slices.ContainsFunc(u.alts, func(a alternative) bool {
		switch a.v.o.(type) {
		case strObj, *pathObj, *tupleObj, noneObj, *unknownObj, intObj, boolObj:
			return false
		default:
			return true
		}
	})
	if pure {
		return ev.lift(recv, func(r val) val { return ev.callMethod(r, name, c) })
	}
	var out val
	fk := &fork{serial: ev.serial, reason: u.reason, waits: u.waits}
	ev.mutate(recv, func(r val) {
		v := ev.callMethod(r, name, c)
		if ev.exc != nil {
			return
		}
		if out.o == nil {
			out = v
		} else {
			out = ev.join(out, v, fk)
		}
	})
	return out
}

// change applies f to each content of a list.
func (ev *evaluator) change(l *listObj, f func([]val) []val) {
	if ev.exc != nil || ev.dead {
		return
	}
	ev.touch(l)
	out := make([][]val, 0, len(l.alts))
	var failed *exception
	for _, c := range l.alts {
		n := f(c)
		if ev.exc != nil { // it is not this content, unless it raises for all
			failed, ev.exc = ev.exc, nil
			ev.riskOf(failed)
			continue
		}
		if len(n) > maxItems || !ev.spend(16*len(n)) {
			n = []val{asMany(&unknownObj{cause: value.Limit, reason: value.Because("the list is longer than is followed")})}
		}
		if !slices.ContainsFunc(out, func(x []val) bool { return sameAll(x, n) }) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		ev.exc = failed
		return
	}
	l.alts = out
}

func (ev *evaluator) extend(l *listObj, more val, at source.Span) {
	if t, ok := more.o.(*listObj); ok && len(t.alts) > 1 || isUnion(more.o) {
		var contents [][]val
		for _, a := range alternatives(more) {
			if m, isList := a.o.(*listObj); isList {
				contents = append(contents, m.alts...)
				continue
			}
			contents = append(contents, ev.spread(a))
		}
		ev.touch(l)
		var out [][]val
		for _, c := range l.alts {
			for _, d := range contents {
				out = append(out, append(slices.Clip(c), d...))
			}
		}
		if len(out) > maxAlternatives {
			u := &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
			out = [][]val{common(out, u)}
		}
		l.alts = out
		return
	}
	ev.at = at
	elems := ev.spread(more)
	ev.change(l, func(c []val) []val { return append(slices.Clip(c), elems...) })
}

func isUnion(o object) bool {
	_, ok := o.(*unionObj)
	return ok
}

func (ev *evaluator) listMethod(recv val, l *listObj, name string, c *call) val {
	one, _ := c.arg(0, "")
	if c.rest != nil {
		ev.havoc(recv, c.rest)
		return derive(c.rest)
	}
	switch name {
	case "append":
		ev.change(l, func(x []val) []val { return append(slices.Clip(x), one) })
		return ofNone()
	case "extend":
		ev.extend(l, one, c.span)
		return ofNone()
	case "insert":
		ev.insert(l, c)
		return ofNone()
	case "remove":
		ev.change(l, func(x []val) []val { return ev.removeElem(x, one, c) })
		return ofNone()
	case "pop":
		index := ofInt(-1)
		if len(c.args) > 0 {
			index = one
		}
		return ev.popElem(l, index, c.span)
	case "clear":
		ev.change(l, func([]val) []val { return nil })
		return ofNone()
	case "reverse":
		ev.change(l, func(x []val) []val {
			y := slices.Clone(x)
			slices.Reverse(y)
			return y
		})
		return ofNone()
	case "sort":
		sorted := ev.sorted(recv, c.without(0))
		if s, ok := sorted.o.(*listObj); ok {
			ev.touch(l)
			l.alts = s.alts
		} else {
			ev.havoc(recv, reasonOf(sorted))
		}
		return ofNone()
	case "copy":
		return of(&listObj{birth: ev.now(), alts: slices.Clone(l.alts)})
	case "index":
		return ev.each(l, func(x []val) val { return ev.indexOf(x, one, c) })
	case "count":
		return ev.each(l, func(x []val) val { return ev.countOf(x, one) })
	}
	ev.havoc(recv, &unknownObj{reason: value.Why(value.MethodNotFollowed, name, "a list")})
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a list"))
}

func (ev *evaluator) insert(l *listObj, c *call) {
	index, _ := c.arg(0, "")
	v, _ := c.arg(1, "")
	n, ok := asInt(index.o)
	if !ok || v.o == nil {
		u := reasonOf(index)
		ev.change(l, func(x []val) []val { return []val{asMany(losing(losingAll(u, x), v))} })
		return
	}
	ev.change(l, func(x []val) []val {
		u, many := anyMany(x)
		at := n
		if many && at != 0 {
			first := slices.IndexFunc(x, isMany)
			if at < 0 || at > int64(first) {
				return []val{asMany(u)}
			}
		}
		if at < 0 {
			at = max(0, at+int64(len(x)))
		}
		at = min(at, int64(len(x)))
		return slices.Insert(slices.Clone(x), int(at), v)
	})
}

// removeElem is list.remove: the first equal element goes.
func (ev *evaluator) removeElem(x []val, v val, c *call) []val {
	for i, e := range x {
		switch ev.equal(e, v) {
		case value.True:
			return slices.Delete(slices.Clone(x), i, i+1)
		case value.Undecided:
			u := reasonOf(e, v)
			ev.risk("ValueError")
			// Some element from here on may be gone.
			return append(slices.Clone(x[:i]), asMany(u))
		default:
		}
	}
	ev.raiseAt("ValueError", "list.remove(x): x not in list", c.span)
	return x
}

func (ev *evaluator) popElem(l *listObj, index val, at source.Span) val {
	out := ev.each(l, func(x []val) val { return ev.elemAt(x, index, "pop", at) })
	if ev.exc != nil {
		return out
	}
	n, ok := asInt(index.o)
	ev.change(l, func(x []val) []val {
		u, many := anyMany(x)
		if !ok {
			return []val{asMany(losingAll(reasonOf(index), x))}
		}
		i := n
		if many {
			last := len(x) - 1
			if i == -1 && !isMany(x[last]) {
				return slices.Clone(x[:last])
			}
			if i == 0 && !isMany(x[0]) {
				return slices.Clone(x[1:])
			}
			return []val{asMany(losingAll(u, x))}
		}
		if i < 0 {
			i += int64(len(x))
		}
		if i < 0 || i >= int64(len(x)) {
			ev.raiseAt("IndexError", "pop index out of range", at)
			return x
		}
		return slices.Delete(slices.Clone(x), int(i), int(i)+1)
	})
	return out
}

func (ev *evaluator) indexOf(x []val, v val, c *call) val {
	for i, e := range x {
		switch ev.equal(e, v) {
		case value.True:
			return ofInt(i)
		case value.Undecided:
			ev.risk("ValueError")
			return derive(reasonOf(e, v))
		default:
		}
	}
	return ev.raiseAt("ValueError", "the value is not in the list", c.span)
}

func (ev *evaluator) countOf(x []val, v val) val {
	n := 0
	for _, e := range x {
		switch ev.equal(e, v) {
		case value.True:
			n++
		case value.Undecided:
			return derive(reasonOf(e, v))
		default:
		}
	}
	return ofInt(n)
}

func (ev *evaluator) tupleMethod(t *tupleObj, name string, c *call) val {
	one, ok := c.arg(0, "")
	switch {
	case name == "index" && ok:
		return ev.indexOf(t.elems, one, c)
	case name == "count" && ok:
		return ev.countOf(t.elems, one)
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a tuple"))
}

func (ev *evaluator) setMethod(recv val, s *setObj, name string, c *call) val {
	one, _ := c.arg(0, "")
	switch name {
	case "add":
		if ev.contains(recv, one) == value.True {
			return ofNone()
		}
		ev.touch(s)
		if _, ok := hashOf(one.o); !ok {
			one = asMany(reasonOf(one))
		}
		s.elems = append(slices.Clip(s.elems), one)
		return ofNone()
	case "update", "discard", "remove":
		ev.touch(s)
		if name != "update" {
			s.elems = slices.DeleteFunc(slices.Clone(s.elems), func(e val) bool { return ev.equal(e, one) == value.True })
			return ofNone()
		}
		for _, a := range c.args {
			for _, e := range setElems(ev, a) {
				if ev.contains(recv, e) != value.True {
					s.elems = append(slices.Clip(s.elems), e)
				}
			}
		}
		return ofNone()
	case "union", "copy":
		out := ev.set(slices.Clone(s.elems))
		for _, a := range c.args {
			ev.setMethod(out, out.o.(*setObj), "update", &call{args: []val{a}, span: c.span})
		}
		return out
	}
	ev.havoc(recv, &unknownObj{reason: value.Why(value.MethodNotFollowed, name, "a set")})
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a set"))
}

// setElems are the elements that something gives to a set, for which the order does not matter.
func setElems(ev *evaluator, v val) []val {
	if s, ok := v.o.(*setObj); ok {
		return s.elems
	}
	elems := ev.spread(v)
	out := make([]val, len(elems))
	for i, e := range elems {
		out[i] = e
		if _, ok := hashOf(e.o); !ok {
			out[i] = asMany(reasonOf(e))
		}
	}
	return out
}

// makeSet makes a set of elements, each once.
func (ev *evaluator) makeSet(elems []val, at source.Span) val {
	s := &setObj{birth: ev.now()}
	seen := map[string]bool{}
	for _, e := range elems {
		h, ok := hashOf(e.o)
		switch {
		case !ok && isBasic(e.o):
			return ev.raiseAt("TypeError", "unhashable type: '"+e.o.typeName()+"'", at)
		case !ok:
			s.elems = append(s.elems, asMany(reasonOf(e)))
		case !seen[h]:
			seen[h] = true
			s.elems = append(s.elems, e)
		}
	}
	return of(s)
}
