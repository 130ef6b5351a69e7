package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// defineClass executes: class C(B): ….
func (ev *evaluator) defineClass(s *python.ClassDef) {
	c := &classObj{name: s.Name, ns: ev.namespace()}
	var bases []*classObj
	for _, b := range s.Bases {
		v := ev.eval(b)
		if k, ok := v.o.(*classObj); ok {
			bases = append(bases, k)
		}
		ev.addBase(c, v, exceptionName(b))
	}
	ev.at = ev.spanOf(s.NamePos)
	ev.linearize(c, bases)
	for _, k := range s.Keywords {
		ev.eval(k.Value)
		if k.Name == "metaclass" {
			c.opaque = &unknownObj{cause: value.Unread, reason: value.Why(value.ClassByMetaclass, s.Name)}
		}
	}
	if ev.exc != nil {
		return
	}
	outer := ev.sc
	ev.sc = &scope{ns: c.ns, mod: outer.mod, parent: outer, class: true, fn: outer.fn, globals: map[string]bool{}}
	if outer.ns == outer.mod.ns {
		ev.sc.parent = nil
	}
	ev.block(s.Body)
	ev.sc = outer
	if ev.exc != nil {
		return
	}
	c.annotated = ev.fieldsOf(c, s.Body)
	switch {
	case slices.ContainsFunc(c.names, isEnum):
		ev.enumerated(c, s.Body)
	case slices.Contains(c.names, "typing.NamedTuple"):
		c.form, c.fields = formTuple, c.annotated
	}
	v := of(c)
	for _, d := range slices.Backward(s.Decorators) {
		deco := ev.eval(d)
		if n, ok := deco.o.(*nativeObj); ok && (strings.HasPrefix(n.name, "dataclasses.dataclass") || n.name == "enum.unique") {
			v = ev.call(deco, &call{args: []val{v}, span: ev.span(d), caller: ev.sc.mod})
			continue
		}
		if name := exceptionName(d); name == "total_ordering" || name == "override" || name == "final" {
			continue
		}
		v = notKnown(value.Unread, value.Why(value.ClassByDecorator, s.Name))
	}
	ev.bind(ev.sc.target(s.Name), s.Name, v, ev.spanOf(s.NamePos))
}

// isEnum reports whether a base class is one of those of the module enum.
func isEnum(name string) bool {
	return name == "enum.Enum" || name == "enum.StrEnum" || name == "enum.IntEnum"
}

// linearize sets a class's method resolution order: CPython's merge of the orders of its bases.
func (ev *evaluator) linearize(c *classObj, bases []*classObj) {
	var lists [][]*classObj
	for _, b := range bases {
		lists = append(lists, append([]*classObj{b}, b.mro...))
	}
	lists = append(lists, slices.Clone(bases))
	for {
		lists = slices.DeleteFunc(lists, func(l []*classObj) bool { return len(l) == 0 })
		if len(lists) == 0 {
			return
		}
		at := slices.IndexFunc(lists, func(l []*classObj) bool {
			return !slices.ContainsFunc(lists, func(o []*classObj) bool { return slices.Contains(o[1:], l[0]) })
		})
		if at < 0 {
			ev.raiseAt("TypeError", "the bases of "+c.name+" have no consistent order", ev.at)
			return
		}
		head := lists[at][0]
		c.mro = append(c.mro, head)
		for i, l := range lists {
			if l[0] == head {
				lists[i] = l[1:]
			}
		}
	}
}

// addBase adds what a class inherits besides its method resolution order.
func (ev *evaluator) addBase(c *classObj, b val, name string) {
	switch o := b.o.(type) {
	case *classObj:
		c.names = append(c.names, o.names...)
		if o.form != formPlain {
			c.form, c.fields = o.form, o.fields
		}
		if c.opaque == nil {
			c.opaque = o.opaque
		}
		return
	case *nativeObj:
		if o.name == "object" || isException(o.name) {
			c.names = append(c.names, canonicalException(o.name))
			return
		}
		name = o.name
	case *unknownObj:
		if isEnum(o.lib) || o.lib == "typing.NamedTuple" {
			c.names = append(c.names, o.lib)
			return
		}
	}
	c.names = append(c.names, name)
	if name == "str" || name == "int" {
		return // as in class Kind(str, Enum)
	}
	if isException(name) || name == "object" || name == "ImproperlyConfigured" {
		return
	}
	c.opaque = &unknownObj{cause: value.Unread, reason: value.Why(value.ClassInherits, c.name, name)}
}

// classAttr finds an attribute in a class and the classes above it.
func (ev *evaluator) classAttr(c *classObj, name string) (val, bool) {
	for _, x := range append([]*classObj{c}, c.mro...) {
		if b, ok := x.ns.get(name); ok {
			if v, some := withoutAbsent(b.v); some {
				return v, true
			}
		}
	}
	return val{}, false
}

// bound binds a function found in a class to its receiver.
func (ev *evaluator) bound(f, self val) val {
	fn, ok := f.o.(*funcObj)
	if !ok || fn.kind == "static" {
		return f
	}
	g := *fn
	if fn.kind == "class" {
		if i, ok := self.o.(*instObj); ok {
			self = of(i.class)
		}
	}
	g.self = &self
	f.o = &g
	return f
}

// instantiate calls a class.
func (ev *evaluator) instantiate(c *classObj, call *call) val {
	if c.opaque != nil {
		for _, a := range call.all() {
			ev.havoc(a, c.opaque)
		}
		return of(c.opaque)
	}
	if slices.Contains(c.names, baseSettings) {
		return ev.newSettings(c, call)
	}
	switch init, has := ev.classAttr(c, "__init__"); {
	case c.form == formEnum && len(c.members) > 0:
		return ev.ofValue(c, call)
	case c.form == formEnum, (c.form == formPlain) && (slices.Contains(c.names, "str") || slices.Contains(c.names, "int")):
		return notKnown(value.Unread, value.Why(value.ClassMakesObjects, c.name))
	case c.form == formTuple, c.form == formData && (!has || isUnknown(init.o)):
		return ev.record(c, call)
	}
	if _, ok := ev.classAttr(c, "__new__"); ok {
		return notKnown(value.Unread, value.Why(value.ClassMakesObjects, c.name))
	}
	i := &instObj{class: c, ns: ev.namespace(), args: call.args}
	v := of(i)
	if init, ok := ev.classAttr(c, "__init__"); ok {
		ev.call(ev.bound(init, v), call)
	}
	return v
}

// superOf is super() in a method: self, as the classes behind the method's own see it.
func (ev *evaluator) superOf() val {
	fn := ev.sc.fn
	if fn == nil || fn.def == nil || fn.self == nil {
		return unread("super() is not followed here")
	}
	var class *classObj
	switch o := fn.self.o.(type) {
	case *instObj:
		class = o.class
	case *classObj:
		class = o
	default:
		return unread("super() is not followed here")
	}
	chain := append([]*classObj{class}, class.mro...)
	for i, c := range chain {
		b, _ := c.ns.get(fn.def.Name)
		if f, ok := b.v.o.(*funcObj); ok && f.def == fn.def {
			return of(&superObj{self: *fn.self, mro: chain[i+1:], from: class})
		}
	}
	return unread("super() is not followed here")
}

// ofSuper is super().name.
func (ev *evaluator) ofSuper(s *superObj, name string, at source.Span) val {
	for _, c := range s.mro {
		b, ok := c.ns.get(name)
		if !ok {
			continue
		}
		v, some := withoutAbsent(b.v)
		if !some {
			continue
		}
		if f, isFunc := v.o.(*funcObj); isFunc && f.kind == "property" {
			return ev.property(f, s.self, at)
		}
		return ev.bound(v, s.self)
	}
	if s.from.opaque != nil {
		return derive(s.from.opaque)
	}
	if name == "__init__" || name == "__init_subclass__" {
		return ignored("object." + name)
	}
	return notKnown(value.Unread, value.Why(value.NotFollowed, "super()."+name))
}

// getAttr is recv.name.
func (ev *evaluator) getAttr(recv val, name string, at source.Span) val {
	ev.at = at
	return ev.lift(recv, func(r val) val { return ev.getAttrOne(r, name, at) })
}

func (ev *evaluator) getAttrOne(recv val, name string, at source.Span) val {
	switch o := recv.o.(type) {
	case *unknownObj:
		ev.risk("Exception")
		if o.lib != "" {
			return ev.foreign(o.lib, name)
		}
		return derive(o)
	case *moduleObj:
		return ev.moduleAttr(o, name, at)
	case *libObj:
		if v, ok := ev.member(o.name, name); ok {
			return v
		}
		return ev.foreign(o.name, name)
	case *nativeObj:
		if v, ok := ev.typeMember(o.name, name); ok && o.attrs == nil {
			return v
		}
		if o.attrs != nil {
			if v, ok := o.attrs(ev, name); ok {
				return v
			}
		}
		return ev.foreign(o.name, name)
	case *superObj:
		return ev.ofSuper(o, name, at)
	case *classObj:
		return ev.ofClass(o, name, at)
	case *instObj:
		return ev.ofInstance(recv, o, name, at)
	case *opaqueObj:
		if v, ok := o.attrs[name]; ok {
			return v
		}
		return notKnown(value.Unread, value.Why(value.AttributeOfNotFollowed, name, "a "+o.typ))
	case deltaObj:
		if v, ok := deltaAttr(o, name); ok {
			return v
		}
		return notKnown(value.Unread, value.Why(value.AttributeOfNotFollowed, name, "a timedelta"))
	case *pathObj:
		return ev.pathAttr(recv, o, name)
	case *tupleObj:
		if o.class != nil {
			return ev.ofRecord(recv, o, name, at)
		}
	case *funcObj:
		if name == "__name__" {
			return ofStr(o.name)
		}
		return unread("the attribute of a function is not followed")
	}
	if lacksMethod(recv.o, name) {
		return ev.raiseAt("AttributeError", "'"+recv.o.typeName()+"' object has no attribute '"+name+"'", at)
	}
	if hasMethod(recv.o, name) {
		return of(&methodObj{recv: recv, name: name})
	}
	return notKnown(value.Unread, value.Why(value.AttributeNotFollowed, name))
}

// hasMethod reports whether a built-in type's method may be bound without being called.
func hasMethod(o object, name string) bool {
	switch o.(type) {
	case strObj, bytesObj, *listObj, *tupleObj, *dictObj, *setObj, *nsObj, *environObj, *fileObj, *iniFile, *iniSection:
		return !strings.HasPrefix(name, "_")
	default:
		return false
	}
}

func (ev *evaluator) moduleAttr(m *moduleObj, name string, at source.Span) val {
	if name == "DEBUG" && ev.readsDebug(m.ns) {
		return ev.debugOff()
	}
	if name == "__dict__" {
		return of(&nsObj{ns: m.ns})
	}
	if b, ok := m.ns.get(name); ok {
		if v, some := withoutAbsent(b.v); some {
			return v
		}
	}
	if sub := ev.modules[m.name+"."+name]; sub != nil {
		return of(sub)
	}
	if m.ns.open != nil {
		return derive(m.ns.open)
	}
	if m.tree == nil || len(m.tree.Errors) > 0 {
		return notKnown(value.Unread, value.Why(value.ModuleUnset, m.name))
	}
	if g, ok := m.ns.get("__getattr__"); ok {
		return ev.call(g.v, &call{args: []val{ofStr(name)}, span: at, caller: ev.sc.mod})
	}
	return ev.raiseAt("AttributeError", "module '"+m.name+"' has no attribute '"+name+"'", at)
}

func (ev *evaluator) ofClass(c *classObj, name string, at source.Span) val {
	if c.opaque != nil {
		return derive(c.opaque)
	}
	switch name {
	case "__name__", "__qualname__":
		return ofStr(c.name)
	case "__dict__":
		return of(&nsObj{ns: c.ns})
	}
	v, ok := ev.classAttr(c, name)
	if !ok {
		if strings.HasPrefix(name, "__") || slices.ContainsFunc(c.names, func(n string) bool { return n != "object" }) {
			return notKnown(value.Unread, value.Why(value.AttributeNotFollowed, name))
		}
		return ev.raiseAt("AttributeError", "type object '"+c.name+"' has no attribute '"+name+"'", at)
	}
	if f, isFunc := v.o.(*funcObj); isFunc && f.kind == "class" {
		return ev.bound(v, of(c))
	}
	return v
}

func (ev *evaluator) ofInstance(self val, i *instObj, name string, at source.Span) val {
	if b, ok := i.ns.get(name); ok {
		if v, some := withoutAbsent(b.v); some {
			return v
		}
	}
	if i.ns.open != nil {
		return derive(i.ns.open)
	}
	if name == "args" && len(i.class.names) > 0 {
		return tupleOf(i.args...)
	}
	if v, ok := ev.classAttr(i.class, name); ok {
		if f, isFunc := v.o.(*funcObj); isFunc && f.kind == "property" {
			return ev.property(f, self, at)
		}
		return ev.bound(v, self)
	}
	if g, ok := ev.classAttr(i.class, "__getattr__"); ok {
		return ev.call(ev.bound(g, self), &call{args: []val{ofStr(name)}, span: at, caller: ev.sc.mod})
	}
	if i.class.opaque != nil {
		return derive(i.class.opaque)
	}
	switch {
	case name == "__class__":
		return of(i.class)
	case name == "__dict__":
		return of(&nsObj{ns: i.ns})
	case strings.HasPrefix(name, "__"), slices.ContainsFunc(i.class.names, func(n string) bool { return n != "object" }):
		return notKnown(value.Unread, value.Why(value.AttributeNotFollowed, name))
	}
	return ev.raiseAt("AttributeError", "'"+i.class.name+"' object has no attribute '"+name+"'", at)
}

// property reads a property. What it returns stands in it, as far as that has no place of its own.
func (ev *evaluator) property(f *funcObj, self val, at source.Span) val {
	g := *f
	g.self = &self
	v := ev.callFunc(&g, &call{span: at, caller: ev.sc.mod})
	if v.trail.span().IsZero() && f.def != nil && f.scope.mod.tree != nil {
		v.trail = v.trail.add(value.Step{How: value.Assigned, Span: f.scope.mod.tree.File.Span(int(f.def.NamePos.From), int(f.def.NamePos.To))})
	}
	return v
}

// setAttr is recv.name = v.
func (ev *evaluator) setAttr(recv val, name string, v val, at source.Span) {
	ev.mutate(recv, func(r val) {
		switch o := r.o.(type) {
		case *instObj:
			ev.bind(o.ns, name, v, at)
		case *classObj:
			ev.bind(o.ns, name, v, at)
		case *moduleObj:
			ev.bind(o.ns, name, v, at)
		case *nativeObj:
			if s, ok := o.data.(settable); ok {
				s.setAttr(ev, name, v)
			}
		case *unknownObj:
			ev.changeThrough(o, v)
		case noneObj, strObj, intObj, boolObj, *listObj, *dictObj, *tupleObj:
			ev.raiseAt("AttributeError", "'"+o.typeName()+"' object has no attribute '"+name+"'", at)
		}
	})
}
