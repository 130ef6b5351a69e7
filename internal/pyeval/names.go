package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A dunderObj is one of the names that Python itself gives to modules and classes, such as "__doc__". Which there are
// depends on its version.
type dunderObj struct{}

func (dunderObj) typeName() string { return "str" }

// dunders stands, among the names that dir() lists, for those that Python adds.
func dunders() val {
	return asMany(&unknownObj{
		cause: value.Unread, reason: value.Because("the names that Python adds are not followed"), each: dunderObj{},
	})
}

// eachOf is what a loop's target is while it goes through unknown elements.
func eachOf(u *unknownObj) val {
	if u.each != nil {
		return of(u.each)
	}
	return derive(u)
}

// dunderMethod is a method of such a name.
func dunderMethod(name string, c *call) val {
	arg, ok := c.text(0, "")
	switch {
	case name == "isupper", name == "isdigit", name == "isalpha":
		return ofBool(false)
	case name == "startswith" && ok && !strings.HasPrefix("__", arg), name == "endswith" && ok && !strings.HasSuffix("__", arg):
		if strings.HasPrefix(arg, "__") || strings.HasSuffix(arg, "__") {
			return unread("the names that Python adds are not followed")
		}
		return ofBool(false)
	case name == "startswith" && ok, name == "endswith" && ok:
		return ofBool(true)
	}
	return unread("the names that Python adds are not followed")
}

// dir lists the names of a module, a class or an object of the repository.
func (ev *evaluator) dir(c *call) val {
	var names []bindings
	ns := ev.sc.ns
	open := ns.open
	if len(c.args) == 1 {
		switch o := c.args[0].o.(type) {
		case *moduleObj:
			ns, open = o.ns, o.ns.open
		case *classObj:
			ns, open = o.ns, o.opaque
			for _, k := range o.mro {
				names = append(names, k.ns.bindings)
			}
		case *instObj:
			ns, open = o.ns, o.class.opaque
			for _, k := range append([]*classObj{o.class}, o.class.mro...) {
				names = append(names, k.ns.bindings)
			}
			if open == nil {
				open = o.ns.open
			}
		case *unknownObj:
			return derive(o)
		default:
			return unread("the call of dir is not followed")
		}
	}
	if open != nil {
		return derive(open)
	}
	names = append(names, ns.bindings)
	out := []val{dunders()}
	for _, n := range sortedNames(names...) {
		if strings.HasPrefix(n, "__") {
			continue
		}
		switch certainty(names, n) {
		case value.True:
			out = append(out, ofStr(n))
		case value.Undecided:
			out = append(out, asMany(&unknownObj{
				cause: value.Unread, reason: value.Why(value.SetUndecided, n), each: strObj(n),
			}))
		default:
		}
	}
	return ev.list(out)
}

// certainty is whether one of several namespaces binds a name.
func certainty(in []bindings, name string) value.Tri {
	out := value.False
	for _, n := range in {
		b, ok := n.get(name)
		if !ok {
			continue
		}
		u, union := b.v.o.(*unionObj)
		if _, gone := b.v.o.(absentObj); gone {
			continue
		}
		if !union || !hasAbsent(u) {
			return value.True
		}
		out = value.Undecided
	}
	return out
}

// typeMember is a member of a built-in type: a method that is called with its receiver, or one of the type's own.
func (ev *evaluator) typeMember(typ, name string) (val, bool) {
	switch typ {
	case "str", "list", "tuple", "dict", "set", "int", "float", "bytes":
	default:
		return val{}, false
	}
	if typ == "dict" && name == "fromkeys" {
		return native("dict.fromkeys", func(ev *evaluator, c *call) val {
			v, ok := c.arg(1, "")
			if !ok {
				v = ofNone()
			}
			d := &dictObj{birth: ev.now(), alts: []*table{newTable()}}
			for _, k := range ev.spread(c.args0()) {
				if ev.exc != nil {
					break
				}
				if unhashable(k.o) {
					return ev.raiseAt("TypeError", "unhashable type: '"+k.o.typeName()+"'", c.span)
				}
				ev.setKey(d, k, v)
			}
			return of(d)
		}), true
	}
	if strings.HasPrefix(name, "_") || !slices.Contains([]string{
		"lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "split", "join", "append", "get", "keys", "values",
		"items", "startswith", "endswith", "casefold", "copy", "encode", "decode", "format", "replace",
	}, name) {
		return val{}, false
	}
	return native(typ+"."+name, func(ev *evaluator, c *call) val {
		return ev.lift(c.args0(), func(recv val) val {
			if u, ok := recv.o.(*unknownObj); ok {
				ev.risk("Exception")
				return derive(u)
			}
			if recv.o.typeName() != typ {
				return ev.raiseAt("TypeError", "the method "+name+" of "+typ+" takes a "+typ, c.span)
			}
			return ev.callMethod(recv, name, c.without(1))
		})
	}), true
}
