package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A form is what makes the objects of a class when it is not Python's own way.
type form uint8

const (
	formPlain form = iota
	// formData: dataclasses.dataclass gives it an __init__ and an __eq__ of its fields.
	formData
	// formTuple: a namedtuple.
	formTuple
	// formEnum: its attributes are its members.
	formEnum
)

// A field is an annotated attribute of a dataclass or a NamedTuple.
type field struct {
	name    string
	def     val // its default, if it has one
	factory val // what makes its default
	kind    python.Expr
}

// fieldsOf are the annotated attributes in a class's body, whose values are bound in its namespace by then.
func (ev *evaluator) fieldsOf(c *classObj, body []python.Stmt) []field {
	var out []field
	for _, s := range body {
		a, ok := s.(*python.AnnAssign)
		if !ok {
			continue
		}
		n, ok := a.Target.(*python.Name)
		if !ok || namesClassVar(a.Annotation) {
			continue
		}
		f := field{name: n.ID, kind: a.Annotation}
		if b, bound := c.ns.get(n.ID); bound && a.Value != nil {
			f.def = b.v
			if spec, isNative := b.v.o.(*nativeObj); isNative && spec.name == "dataclasses.field()" {
				args := spec.data.(*call)
				f.def, _ = args.arg(-1, "default")
				f.factory, _ = args.arg(-1, "default_factory")
			}
		}
		out = append(out, f)
	}
	return out
}

func namesClassVar(annotation python.Expr) bool {
	if s, ok := annotation.(*python.Subscript); ok {
		annotation = s.Value
	}
	return annotation != nil && exceptionName(annotation) == "ClassVar"
}

// dataclass is the decorator dataclasses.dataclass, with or without arguments.
func (ev *evaluator) dataclass(c *call) val {
	if len(c.args) == 0 {
		for _, k := range c.kw {
			if t := ev.truth(k.v); k.name == "init" && t != value.True || k.name == "eq" && t != value.True {
				return native("dataclass()", func(*evaluator, *call) val { return unread("the dataclass is not followed") })
			}
		}
		return native("dataclasses.dataclass()", (*evaluator).dataclass)
	}
	class, ok := c.args[0].o.(*classObj)
	if !ok || class.opaque != nil {
		return unread("the dataclass is not followed")
	}
	var fields []field
	for _, k := range append(slices.Clone(class.mro), class) { // what stands nearer replaces, in the place of the first
		for _, f := range k.annotated {
			if i := slices.IndexFunc(fields, func(o field) bool { return o.name == f.name }); i >= 0 {
				fields[i] = f
				continue
			}
			fields = append(fields, f)
		}
	}
	if len(class.mro) > 1 {
		return unread("a dataclass of several bases is not followed")
	}
	class.form, class.fields = formData, fields
	for _, f := range class.annotated {
		if f.factory.o != nil {
			ev.touch(class.ns)
			class.ns.remove(f.name)
		} else if f.def.o != nil {
			ev.touch(class.ns)
			class.ns.set(f.name, binding{v: f.def})
		}
	}
	return c.args[0]
}

// fill gives an object of a class its fields.
func (ev *evaluator) fill(class *classObj, c *call) ([]val, bool) {
	if c.rest != nil || len(c.args) > len(class.fields) {
		return nil, false
	}
	out := slices.Clone(c.args)
	for _, f := range class.fields[len(c.args):] {
		v, ok := c.arg(-1, f.name)
		switch {
		case ok:
		case f.factory.o != nil:
			v = ev.call(f.factory, &call{span: c.span, caller: c.caller})
		case f.def.o != nil:
			v = f.def
		default:
			ev.raiseAt("TypeError", class.name+"() misses an argument", c.span)
			return nil, true
		}
		out = append(out, v)
	}
	for _, k := range c.kw {
		at := slices.IndexFunc(class.fields, func(f field) bool { return f.name == k.name })
		if at < 0 || at < len(c.args) {
			ev.raiseAt("TypeError", class.name+"() got an unexpected keyword argument", c.span)
			return nil, true
		}
	}
	return out, true
}

// record makes an object of a dataclass or a namedtuple.
func (ev *evaluator) record(class *classObj, c *call) val {
	values, ok := ev.fill(class, c)
	switch {
	case !ok:
		return notKnown(value.Unread, value.Why(value.ArgumentsUnknown, class.name))
	case ev.exc != nil:
		return unread("an exception was raised")
	}
	if class.form == formTuple {
		v := tupleOf(values...)
		if t, isTuple := v.o.(*tupleObj); isTuple {
			t.class = class
		}
		return v
	}
	i := &instObj{class: class, ns: ev.namespace(), args: c.args}
	for n, f := range class.fields {
		i.ns.set(f.name, binding{v: values[n]})
	}
	if post, has := ev.classAttr(class, "__post_init__"); has {
		ev.call(ev.bound(post, of(i)), &call{span: c.span, caller: c.caller})
	}
	return of(i)
}

// ofRecord is an attribute of an object of a namedtuple.
func (ev *evaluator) ofRecord(recv val, t *tupleObj, name string, at source.Span) val {
	for i, f := range t.class.fields {
		if f.name == name && i < len(t.elems) {
			return t.elems[i]
		}
	}
	switch name {
	case "_replace":
		return native(name, func(ev *evaluator, c *call) val {
			d := &call{span: c.span, caller: c.caller, rest: c.rest}
			for i, f := range t.class.fields {
				v, ok := c.arg(-1, f.name)
				if !ok {
					v = t.elems[i]
				}
				d.args = append(d.args, v)
			}
			return ev.record(t.class, d)
		})
	case "_asdict":
		return native(name, func(ev *evaluator, _ *call) val {
			out := newTable()
			for i, f := range t.class.fields {
				out.setStr(f.name, t.elems[i])
			}
			return ev.dict(out)
		})
	case "index", "count":
		return of(&methodObj{recv: recv, name: name})
	}
	if v, ok := ev.classAttr(t.class, name); ok {
		if f, isFunc := v.o.(*funcObj); isFunc && f.kind == "property" {
			return ev.property(f, recv, at)
		}
		return ev.bound(v, recv)
	}
	return notKnown(value.Unread, value.Why(value.AttributeOfNotFollowed, name, "a namedtuple"))
}

// asDict is dataclasses.asdict.
func (ev *evaluator) asDict(c *call) val {
	i, ok := c.args0().o.(*instObj)
	if !ok || i.class.form != formData {
		return unread("the call of asdict is not followed")
	}
	out := newTable()
	for _, f := range i.class.fields {
		v := ev.getAttr(c.args[0], f.name, c.span)
		if _, nested := v.o.(*instObj); nested {
			v = unread("nested dataclasses are not followed")
		}
		out.setStr(f.name, (&copier{ev: ev}).copy(v, 0))
	}
	return ev.dict(out)
}

// enumerated turns the attributes of a class into its members.
func (ev *evaluator) enumerated(c *classObj, body []python.Stmt) {
	c.form = formEnum
	for _, s := range body {
		a, ok := s.(*python.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		n, ok := a.Targets[0].(*python.Name)
		if !ok || len(n.ID) > 0 && n.ID[0] == '_' {
			continue
		}
		b, bound := c.ns.get(n.ID)
		if !bound {
			continue
		}
		if isUnknown(b.v.o) || isUnion(b.v.o) {
			c.opaque = &unknownObj{cause: value.Unread, reason: value.Why(value.MembersUnknown, c.name)}
			return
		}
		if at := slices.IndexFunc(c.members, func(m *instObj) bool { return ev.equal(m.args[0], b.v) == value.True }); at >= 0 {
			c.ns.set(n.ID, binding{v: of(c.members[at])}) // another name of the same member
			continue
		}
		m := &instObj{class: c, ns: ev.namespace(), args: []val{b.v}}
		m.ns.set("name", binding{v: ofStr(n.ID)})
		m.ns.set("value", b)
		m.ns.set("_value_", b)
		c.members = append(c.members, m)
		c.ns.set(n.ID, binding{v: val{o: m, trail: b.v.trail}})
	}
}

// ofValue is the member of an enumeration that has a value: Color("red").
func (ev *evaluator) ofValue(c *classObj, call *call) val {
	v := call.args0()
	for _, m := range c.members {
		if v.o == object(m) {
			return v
		}
		switch ev.equal(m.args[0], v) {
		case value.True:
			return of(m)
		case value.Undecided:
			ev.risk("ValueError")
			return derive(reasonOf(v))
		default:
		}
	}
	if _, lenient := ev.classAttr(c, "_missing_"); lenient {
		return notKnown(value.Unread, value.Why(value.MissingValuesNotFollowed, c.name))
	}
	return ev.raiseAt("ValueError", "the value is not one of "+c.name, call.span)
}

// plainOf is the str or int that a member of an enumeration is as well, for class Kind(str, Enum).
func plainOf(o object) object {
	if i, ok := o.(*instObj); ok && i.class.form == formEnum && (slices.Contains(i.class.names, "str") || slices.Contains(i.class.names, "int")) {
		return i.args[0].o
	}
	return o
}
