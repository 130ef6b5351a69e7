package pyeval

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func (ev *evaluator) copyDict(d *dictObj) *dictObj {
	d.shared = true // they part when one of them changes
	return &dictObj{birth: ev.now(), alts: d.alts, typ: d.typ, factory: d.factory, shared: true}
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
		return of(&viewObj{d: d, what: name})
	}
	ev.havoc(recv, &unknownObj{reason: value.Why(value.MethodNotFollowed, name, "a dict")})
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a dict"))
}

func (ev *evaluator) dictGet(d *dictObj, key, def val) val {
	h, ok := hashOf(key.o)
	if !ok {
		return derive(losing(d.losing(reasonOf(key)), def))
	}
	var out val
	fk := &fork{serial: ev.serial, reason: value.Because("it is changed under conditions that are not decided here")}
	for _, t := range d.alts {
		v, found := t.get(h)
		switch {
		case !found && t.rest != nil:
			v = ev.restItem(t.rest, key, def)
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
	case *environObj:
		ev.updateFromEnviron(d)
	case *nsObj:
		ev.updateUnknown(d, &unknownObj{cause: value.Unread, reason: value.Because("it is filled from a namespace")})
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
				ev.updateUnknown(d, &unknownObj{reason: value.Because("it is filled with pairs that are not followed")})
				return
			}
			ev.setKey(d, pair[0], pair[1])
		}
	}
}

// allVariables stands for the variables of the process, of which only those that are asked for by name are known.
func allVariables() *unknownObj {
	return &unknownObj{cause: value.External, reason: value.DependsOn("all variables of the environment"), environ: true}
}

// updateFromEnviron is d.update(os.environ): what is supplied replaces what is there, and there may be anything else.
func (ev *evaluator) updateFromEnviron(d *dictObj) {
	ev.touch(d)
	d.own()
	for _, t := range d.alts {
		for i, k := range t.keys {
			s, ok := k.o.(strObj)
			if !ok {
				continue
			}
			switch x := ev.variable(string(s)); x.state {
			case env.Supplied:
				t.vals[i] = x.v
			case env.External:
				t.vals[i] = ev.fallback(t.vals[i], string(s), ev.at)
			default:
			}
		}
		t.rest = allVariables()
	}
}

// restItem is what an entry that is not known holds: def, or an unknown value, where def.o is nil. One of the variables of
// the process is read by its name.
func (ev *evaluator) restItem(rest *unknownObj, key, def val) val {
	name, ok := key.o.(strObj)
	if !rest.environ || !ok {
		return derive(rest)
	}
	return ev.getVariable(read{name: string(name), span: ev.at, library: "os", def: def, hasDef: def.o != nil, required: def.o == nil})
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
			return ev.join(b.v, def, &fork{serial: ev.serial, reason: value.Because("it is set on some paths only")})
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
	ev.havocNamespace(n.ns, &unknownObj{reason: value.Because("the names of the module are changed in a way that is not followed")})
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a namespace"))
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
	t.rest = &unknownObj{cause: value.Unread, reason: value.DependsOn("all names of the module")}
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
