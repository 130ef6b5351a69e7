package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

// stdlibMember is a member of the modules that make functions, containers and classes.
func (ev *evaluator) stdlibMember(module, name string) (val, bool) {
	full := module + "." + name
	switch full {
	case "collections.defaultdict":
		return native(full, (*evaluator).defaultDict), true
	case "collections.Counter":
		return native(full, (*evaluator).counter), true
	case "collections.OrderedDict":
		return ev.containerBuiltin("dict"), true
	case "collections.namedtuple":
		return native(full, (*evaluator).namedTuple), true
	case "functools.reduce", "six.moves.reduce":
		return native(full, (*evaluator).reduce), true
	case "functools.partial":
		return native(full, (*evaluator).partial), true
	case "functools.lru_cache", "functools.cache":
		return native(full, (*evaluator).cached), true
	case "itertools.chain":
		return of(&nativeObj{name: full, call: (*evaluator).chain, attrs: func(_ *evaluator, name string) (val, bool) {
			if name != "from_iterable" {
				return val{}, false
			}
			return native(full+"."+name, (*evaluator).chainOf), true
		}}), true
	case "dataclasses.dataclass":
		return native(full, (*evaluator).dataclass), true
	case "dataclasses.field":
		return native(full, func(_ *evaluator, c *call) val { return of(&nativeObj{name: full + "()", data: c}) }), true
	case "dataclasses.asdict":
		return native(full, (*evaluator).asDict), true
	case "enum.unique":
		return native(full, func(_ *evaluator, c *call) val { return c.args0() }), true
	case "re.compile":
		return strict(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: "re.Pattern"}) }), true
	case "distutils.util.strtobool", "setuptools._distutils.util.strtobool":
		return strict(full, (*evaluator).strtobool), true
	case "inspect.getmembers":
		return native(full, (*evaluator).getMembers), true
	case "importlib.import_module":
		return native(full, (*evaluator).importCall), true
	case "contextlib.suppress", "functools.wraps", "functools.cached_property":
		return decoratorMember(full), true
	case "typing.TYPE_CHECKING":
		return ofBool(false), true
	case "typing.cast":
		return native(full, func(_ *evaluator, c *call) val {
			if len(c.args) == 2 {
				return c.args[1]
			}
			return unread("the call of cast is not followed")
		}), true
	case "string.ascii_letters":
		return ofStr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), true
	case "string.ascii_lowercase":
		return ofStr("abcdefghijklmnopqrstuvwxyz"), true
	case "string.digits":
		return ofStr("0123456789"), true
	}
	if module == "builtins" || module == "__builtin__" {
		return ev.builtin(name)
	}
	return val{}, false
}

// defaultDict is collections.defaultdict(factory, …).
func (ev *evaluator) defaultDict(c *call) val {
	d := &dictObj{birth: ev.now(), alts: []*table{newTable()}, typ: "defaultdict"}
	if f, ok := c.arg(0, ""); ok {
		d.factory = f
		if _, none := f.o.(noneObj); none {
			d.typ = ""
		}
	}
	for _, a := range c.args[min(1, len(c.args)):] {
		ev.updateDict(d, a)
	}
	for _, k := range c.kw {
		ev.setKey(d, ofStr(k.name), k.v)
	}
	if c.rest != nil {
		ev.updateUnknown(d, c.rest)
	}
	return of(d)
}

// counter is collections.Counter of something that is gone through.
func (ev *evaluator) counter(c *call) val {
	d := &dictObj{birth: ev.now(), alts: []*table{newTable()}, typ: "Counter"}
	if len(c.args) == 1 && len(c.kw) == 0 {
		if _, isDict := c.args[0].o.(*dictObj); !isDict {
			for _, e := range ev.spread(c.args[0]) {
				if u, unknown := e.o.(*unknownObj); unknown {
					ev.updateUnknown(d, u)
					continue
				}
				ev.setKey(d, e, ev.binary(ev.dictGet(d, e, ofInt(0)), python.Add, ofInt(1), c.span))
			}
			return of(d)
		}
	}
	if len(c.args) > 0 || len(c.kw) > 0 {
		return unread("the call of Counter is not followed")
	}
	return of(d)
}

// missingKey is what a dict of a subclass gives for a key that it does not hold.
func (ev *evaluator) missingKey(d *dictObj, key val, c *call) val {
	switch {
	case d.typ == "Counter":
		return ofInt(0)
	case d.factory.o != nil:
		v := ev.call(d.factory, c)
		if ev.exc == nil {
			ev.setKey(d, key, v)
		}
		return v
	}
	v := notKnown(value.Unread, value.Why(value.MissingKeysNotFollowed, d.typ))
	ev.setKey(d, key, v)
	return v
}

// reduce is functools.reduce(f, items, initial).
func (ev *evaluator) reduce(c *call) val {
	if len(c.args) < 2 {
		return unread("the call of reduce is not followed")
	}
	it := ev.iter(c.args[1])
	out, ok := c.arg(2, "initial")
	if !ok {
		if out, ok = ev.advance(it); !ok {
			return ev.raiseAt("TypeError", "reduce() of empty iterable with no initial value", c.span)
		}
	}
	for ev.exc == nil {
		e, more := ev.advance(it)
		if !more {
			return out
		}
		if u, unknown := e.o.(*unknownObj); unknown && u.many || isMany(out) {
			ev.mayCall(c.args[0], c, reasonOf(e, out), 2)
			ev.drain(it)
			return derive(reasonOf(e, out))
		}
		out = ev.call(c.args[0], &call{args: []val{out, e}, span: c.span, caller: c.caller})
	}
	return out
}

// partial is functools.partial(f, …).
func (ev *evaluator) partial(first *call) val {
	if len(first.args) == 0 || first.rest != nil {
		return unread("the call of partial is not followed")
	}
	return native("functools.partial()", func(ev *evaluator, c *call) val {
		d := &call{args: slices.Concat(first.args[1:], c.args), span: c.span, caller: c.caller, rest: c.rest}
		for _, k := range first.kw {
			if !slices.ContainsFunc(c.kw, func(o kwarg) bool { return o.name == k.name }) {
				d.kw = append(d.kw, k)
			}
		}
		d.kw = append(d.kw, c.kw...)
		return ev.call(first.args[0], d)
	})
}

// cached is functools.cache and lru_cache: what a function returned for some arguments is returned again, the very object.
func (ev *evaluator) cached(c *call) val {
	if len(c.args) != 1 || len(c.kw) > 0 {
		return native("functools.lru_cache()", (*evaluator).cached)
	}
	f, ok := c.args[0].o.(*funcObj)
	if !ok {
		if _, isInt := c.args[0].o.(intObj); isInt {
			return native("functools.lru_cache()", (*evaluator).cached)
		}
		return c.args[0]
	}
	if ev.sc.class {
		return c.args[0] // a method's receiver is part of the key
	}
	memo := &dictObj{birth: ev.now(), alts: []*table{newTable()}}
	return of(&nativeObj{name: f.name, data: memo, attrs: func(_ *evaluator, name string) (val, bool) {
		if name == "cache_clear" {
			return native(name, func(ev *evaluator, _ *call) val {
				ev.touch(memo)
				memo.alts = []*table{newTable()}
				return ofNone()
			}), true
		}
		return val{}, false
	}, call: func(ev *evaluator, c *call) val {
		key := tupleOf(c.args...)
		if _, ok := hashOf(key.o); !ok || len(c.kw) > 0 || c.rest != nil {
			return ev.call(of(f), c)
		}
		if ev.containsKey(memo, key) == value.True {
			return ev.dictItem(memo, key, c.span)
		}
		v := ev.call(of(f), c)
		if ev.exc == nil {
			ev.setKey(memo, key, v)
		}
		return v
	}})
}

func (ev *evaluator) chain(c *call) val {
	return ev.chained(tupleOf(c.args...))
}

func (ev *evaluator) chainOf(c *call) val {
	return ev.chained(c.args0())
}

// chained goes through the elements of the elements of v.
func (ev *evaluator) chained(v val) val {
	outer := ev.iter(v)
	var inner *iterObj
	return of(ev.iterates("chain", func(ev *evaluator, s *iterState) (val, bool) {
		for ev.exc == nil {
			if s.filled {
				if e, ok := ev.advance(inner); ok {
					return e, true
				}
			}
			next, ok := ev.advance(outer)
			if !ok {
				return val{}, false
			}
			if isMany(next) {
				s.filled = false
				return next, true
			}
			if inner, s.filled = ev.iter(next), true; ev.exc != nil {
				return val{}, false
			}
			s.at++
		}
		return val{}, false
	}))
}

// namedTuple is collections.namedtuple(name, fields).
func (ev *evaluator) namedTuple(c *call) val {
	var names []string
	fields, _ := c.arg(1, "field_names")
	if s, ok := fields.o.(strObj); ok {
		names = strings.Fields(strings.ReplaceAll(string(s), ",", " "))
	} else if listed, complete := strElems(fields); complete {
		names = listed
	} else {
		return unread("the fields of the namedtuple are not known")
	}
	if len(c.args)+len(c.kw) > 2 {
		return unread("the call of namedtuple is not followed")
	}
	class := &classObj{name: "namedtuple", ns: ev.namespace(), form: formTuple}
	for _, n := range names {
		class.fields = append(class.fields, field{name: n})
	}
	return of(class)
}
