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
	case bytesObj:
		if name == "decode" && plain(string(o)) {
			return carry(ofStr(string(o)), recv)
		}
		return unread("the method " + name + " of bytes is not followed")
	case *listObj:
		return ev.listMethod(recv, o, name, c)
	case *tupleObj:
		return ev.tupleMethod(o, name, c)
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
		return unread("it depends on what has been imported")
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
				ev.havoc(a, &unknownObj{cause: value.Unread, reason: "it was handed to code that is not read"})
			}
			return unread("the method " + name + " of a " + o.typ + " is not followed")
		}
	case intObj, floatObj, boolObj:
		return unread("the method " + name + " of a number is not followed")
	case *unknownObj:
		if o.lib == "" {
			ev.risk("Exception")
			// The call may change its receiver, which is unknown anyway, and its arguments.
			for _, a := range c.all() {
				ev.havoc(a, &unknownObj{cause: value.Unread, reason: "it was handed to code that is not read"})
			}
			return derive(o)
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
	for _, c := range l.alts {
		n := f(c)
		if len(n) > maxItems || !ev.spend(16*len(n)) {
			n = []val{asMany(&unknownObj{cause: value.Limit, reason: "the list is longer than is followed"})}
		}
		if !slices.ContainsFunc(out, func(x []val) bool { return sameAll(x, n) }) {
			out = append(out, n)
		}
	}
	if ev.exc == nil {
		l.alts = out
	}
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
			u := &unknownObj{cause: value.Unread, reason: "it is changed under conditions that are not decided here"}
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
	ev.havoc(recv, &unknownObj{reason: "the method " + name + " of a list is not followed"})
	return unread("the method " + name + " of a list is not followed")
}

func (ev *evaluator) insert(l *listObj, c *call) {
	index, _ := c.arg(0, "")
	v, _ := c.arg(1, "")
	n, ok := asInt(index.o)
	if !ok || v.o == nil {
		u := reasonOf(index)
		ev.change(l, func([]val) []val { return []val{asMany(u)} })
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
			return []val{asMany(reasonOf(index))}
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
			return []val{asMany(u)}
		}
		if i < 0 {
			i += int64(len(x))
		}
		if i < 0 || i >= int64(len(x)) {
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
	return unread("the method " + name + " of a tuple is not followed")
}

func (ev *evaluator) copyDict(d *dictObj) *dictObj {
	d.shared = true // they part when one of them changes
	return &dictObj{birth: ev.now(), alts: d.alts, typ: d.typ, shared: true}
}

func (ev *evaluator) dictMethod(recv val, d *dictObj, name string, c *call) val {
	key, _ := c.arg(0, "")
	if c.rest != nil && name != "get" {
		ev.havoc(recv, c.rest)
		return derive(c.rest)
	}
	switch name {
	case "get":
		def, ok := c.arg(1, "default")
		if !ok {
			def = ofNone()
		}
		return ev.lift(key, func(k val) val { return ev.dictGet(d, k, def) })
	case "setdefault":
		def, ok := c.arg(1, "default")
		if !ok {
			def = ofNone()
		}
		switch ev.containsKey(d, key) {
		case value.True:
			return ev.dictItem(d, key, c.span)
		case value.False:
			ev.setKey(d, key, def)
			return def
		default:
		}
		old := ev.dictGet(d, key, def)
		ev.setKey(d, key, old)
		return old
	case "pop":
		def, _ := c.arg(1, "default")
		return ev.popKey(d, key, def, c.span)
	case "update":
		for _, a := range c.args {
			ev.updateDict(d, a)
		}
		for _, k := range c.kw {
			ev.setKey(d, ofStr(k.name), k.v)
		}
		return ofNone()
	case "copy":
		return of(ev.copyDict(d))
	case "clear":
		ev.touch(d)
		d.alts = []*table{newTable()}
		return ofNone()
	case "keys", "values", "items":
		return ev.dictView(d, name)
	}
	ev.havoc(recv, &unknownObj{reason: "the method " + name + " of a dict is not followed"})
	return unread("the method " + name + " of a dict is not followed")
}

func (ev *evaluator) dictView(d *dictObj, name string) val {
	if len(d.alts) != 1 {
		return ev.iterator("dict_"+name, []val{asMany(&unknownObj{
			cause: value.Unread, reason: "it is changed under conditions that are not decided here",
		})})
	}
	t := d.alts[0]
	var out []val
	for i, k := range t.keys {
		switch name {
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
	if t.rest != nil {
		out = append(out, asMany(t.rest))
	}
	return ev.iterator("dict_"+name, out)
}

func (ev *evaluator) dictGet(d *dictObj, key, def val) val {
	h, ok := hashOf(key.o)
	if !ok {
		return derive(reasonOf(key))
	}
	var out val
	fk := &fork{serial: ev.serial, reason: "it is changed under conditions that are not decided here"}
	for _, t := range d.alts {
		v, found := t.get(h)
		switch {
		case !found && t.rest != nil:
			v = derive(t.rest)
		case !found:
			v = def
		}
		if out.o == nil {
			out = v
		} else {
			out = ev.join(out, v, fk)
		}
	}
	return out
}

// popKey removes a key; def.o is nil where a missing key raises.
func (ev *evaluator) popKey(d *dictObj, key, def val, at source.Span) val {
	if ev.exc != nil || ev.dead {
		return def
	}
	var out val
	if def.o == nil {
		out = ev.dictItem(d, key, at)
	} else {
		out = ev.dictGet(d, key, def)
	}
	if ev.exc != nil {
		return out
	}
	h, ok := hashOf(key.o)
	if !ok {
		ev.havoc(of(d), reasonOf(key))
		return out
	}
	ev.touch(d)
	d.own()
	for _, t := range d.alts {
		t.del(h)
	}
	return out
}

// updateDict is d.update(more).
func (ev *evaluator) updateDict(d *dictObj, more val) {
	if ev.exc != nil || ev.dead {
		return
	}
	switch m := more.o.(type) {
	case *dictObj:
		if len(m.alts) > 1 {
			ev.updateAny(d, m.alts)
			return
		}
		t := m.alts[0]
		if t.rest != nil {
			ev.updateUnknown(d, t.rest)
		}
		for i, k := range t.keys {
			ev.setKey(d, k, t.vals[i])
		}
	case *nsObj:
		ev.updateUnknown(d, &unknownObj{cause: value.Unread, reason: "it is filled from a namespace"})
	case *unionObj:
		var tables []*table
		for _, a := range m.alts {
			x, ok := a.v.o.(*dictObj)
			if !ok {
				ev.updateUnknown(d, reasonOf(more))
				return
			}
			tables = append(tables, x.alts...)
		}
		ev.updateAny(d, tables)
	case *unknownObj:
		ev.risk("Exception")
		ev.updateUnknown(d, m)
	default:
		elems, why := ev.elements(more)
		if why != nil {
			ev.updateUnknown(d, why)
			return
		}
		for _, e := range elems {
			pair, why := ev.elements(e)
			if why != nil || len(pair) != 2 {
				ev.updateUnknown(d, &unknownObj{reason: "it is filled with pairs that are not followed"})
				return
			}
			ev.setKey(d, pair[0], pair[1])
		}
	}
}

// updateAny updates a dict with one of several contents.
func (ev *evaluator) updateAny(d *dictObj, with []*table) {
	ev.touch(d)
	var out []*table
	for _, t := range d.alts {
		for _, w := range with {
			n := t.clone()
			for i, k := range w.keys {
				if h, ok := hashOf(k.o); ok {
					n.set(h, k, w.vals[i])
				}
			}
			if w.rest != nil {
				n.rest = w.rest
			}
			out = append(out, n)
		}
	}
	if len(out) > maxAlternatives {
		out = []*table{ev.commonTable(out, &fork{serial: ev.serial})}
	}
	d.alts = out
}

// updateUnknown updates a dict with entries that are not known: any of its own may be replaced.
func (ev *evaluator) updateUnknown(d *dictObj, why *unknownObj) {
	ev.touch(d)
	fk := &fork{serial: ev.serial, reason: why.reason, waits: why.waits}
	d.own()
	for _, t := range d.alts {
		for j := range t.vals {
			t.vals[j] = ev.join(t.vals[j], derive(why), fk)
		}
		t.rest = why
	}
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
	ev.havoc(recv, &unknownObj{reason: "the method " + name + " of a set is not followed"})
	return unread("the method " + name + " of a set is not followed")
}

// setElems are the elements that something gives to a set, for which the order does not matter.
func setElems(ev *evaluator, v val) []val {
	if s, ok := v.o.(*setObj); ok {
		return s.elems
	}
	elems, why := ev.elements(v)
	if why != nil {
		return []val{asMany(why)}
	}
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

// nsMethod is a method of globals() and its like.
func (ev *evaluator) nsMethod(n *nsObj, name string, c *call) val {
	key, _ := c.text(0, "")
	switch name {
	case "get":
		if v, ok := c.arg(0, ""); ok && key == "" {
			return derive(reasonOf(v))
		}
		def, ok := c.arg(1, "")
		if !ok {
			def = ofNone()
		}
		switch ev.hasName(n.ns, key) {
		case value.True:
			return ev.nameItem(n.ns, key, c.span)
		case value.False:
			return def
		default:
		}
		if b, ok := n.ns.get(key); ok {
			return ev.join(b.v, def, &fork{serial: ev.serial, reason: "it is set on some paths only"})
		}
		return derive(n.ns.open)
	case "setdefault":
		if ev.hasName(n.ns, key) == value.False && len(c.args) == 2 {
			ev.bind(n.ns, key, c.args[1], c.span)
			return c.args[1]
		}
		if ev.hasName(n.ns, key) == value.True {
			return ev.nameItem(n.ns, key, c.span)
		}
	case "update":
		for _, a := range c.args {
			ev.updateNames(n.ns, a, c.span)
		}
		for _, k := range c.kw {
			ev.bind(n.ns, k.name, k.v, c.span)
		}
		return ofNone()
	case "items", "keys", "values", "copy":
		return ev.namesView(n.ns, name)
	case "pop":
		if ev.hasName(n.ns, key) == value.True {
			v := ev.nameItem(n.ns, key, c.span)
			ev.touch(n.ns)
			n.ns.remove(key)
			return v
		}
		if ev.hasName(n.ns, key) == value.False && len(c.args) == 2 {
			return c.args[1]
		}
	}
	ev.havocNamespace(n.ns, &unknownObj{reason: "the names of the module are changed in a way that is not followed"})
	return unread("the method " + name + " of a namespace is not followed")
}

func (ev *evaluator) namesView(ns *namespace, name string) val {
	t := newTable()
	for _, n := range sortedNames(ns.bindings) {
		b, _ := ns.get(n)
		if v, ok := withoutAbsent(b.v); ok && !strings.HasPrefix(n, "__") {
			t.setStr(n, v)
		}
	}
	// The order of a namespace is not kept, and the names with two underscores are left out.
	t.rest = &unknownObj{cause: value.Unread, reason: "it depends on all names of the module"}
	d := &dictObj{birth: ev.now(), alts: []*table{t}}
	if name == "copy" {
		return of(d)
	}
	return ev.iterator("dict_"+name, []val{asMany(t.rest)})
}

func (ev *evaluator) updateNames(ns *namespace, v val, at source.Span) {
	switch d := v.o.(type) {
	case *dictObj:
		if len(d.alts) == 1 {
			t := d.alts[0]
			if t.rest != nil {
				ev.havocNamespace(ns, t.rest)
			}
			for i, k := range t.keys {
				ev.setNameItem(ns, k, t.vals[i], at)
			}
			return
		}
	case *nsObj:
		ev.touch(ns)
		for _, n := range sortedNames(d.ns.bindings) {
			b, _ := d.ns.get(n)
			ns.set(n, b)
		}
		return
	}
	ev.havocNamespace(ns, reasonOf(v))
}
