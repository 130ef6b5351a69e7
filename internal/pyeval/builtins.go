package pyeval

import (
	"math"
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

func native(name string, f func(*evaluator, *call) val) val {
	return of(&nativeObj{name: name, call: f})
}

func strict(name string, f func(*evaluator, *call) val) val {
	return of(&nativeObj{name: name, strict: true, call: f})
}

// ignored is a function whose call changes nothing that matters here.
func ignored(name string) val {
	return native(name, func(*evaluator, *call) val { return ofNone() })
}

// isBuiltin reports whether a name is one of Python's builtins, known here or not.
func (ev *evaluator) isBuiltin(name string) bool {
	_, ok := ev.builtin(name)
	return ok
}

// builtin returns a builtin.
func (ev *evaluator) builtin(name string) (val, bool) {
	switch name {
	case "str", "int", "float", "bool", "len", "min", "max", "sum", "abs", "round", "ord", "chr", "repr", "hex", "divmod",
		"bytes", "sorted", "range", "format", "ascii", "pow":
		return ev.scalarBuiltin(name), true
	case "list", "tuple", "dict", "set", "frozenset", "enumerate", "zip", "map", "filter", "reversed", "any", "all", "next",
		"iter":
		return ev.containerBuiltin(name), true
	case "isinstance":
		return native(name, (*evaluator).isInstance), true
	case "issubclass", "callable", "id", "hash", "vars", "dir", "type", "hasattr", "getattr", "setattr", "globals", "locals",
		"delattr":
		return ev.reflectBuiltin(name), true
	case "print", "input", "breakpoint", "memoryview", "staticmethod", "classmethod", "property", "object", "super":
		if name == "input" {
			return native(name, func(*evaluator, *call) val { return unread("it is typed in") }), true
		}
		return ignored(name), true
	case "open":
		return native(name, (*evaluator).openCall), true
	case "exec", "eval", "compile", "execfile":
		return ev.codeBuiltin(name), true
	case "__import__":
		return native(name, (*evaluator).importCall), true
	case "exit", "quit":
		return native(name, func(ev *evaluator, c *call) val {
			return ev.raiseAt("SystemExit", "the module ends the process", c.span)
		}), true
	case "NotImplemented", "__debug__", "__builtins__", "complex", "bytearray", "slice", "oct", "bin", "unicode", "long",
		"basestring", "unichr", "xrange", "raw_input", "reduce", "reload", "aiter", "anext", "copyright", "credits", "license",
		"help", "__spec__", "__loader__", "__cached__", "__annotations__", "WindowsError", "Ellipsis":
		return notKnown(value.Unread, value.Why(value.BuiltinNotFollowed, name)), true
	}
	if isException(name) || name == "BaseException" || name == "Exception" || name == "StopIteration" ||
		name == "GeneratorExit" || name == "BaseExceptionGroup" || name == "ExceptionGroup" || name == "StopAsyncIteration" {
		if isBuiltinException(name) {
			return ev.exceptionClass(name), true
		}
	}
	return val{}, false
}

func isBuiltinException(name string) bool {
	switch canonicalException(name) {
	case "BaseException", "Exception", "SystemExit", "KeyboardInterrupt", "GeneratorExit", "StopIteration",
		"ArithmeticError", "AssertionError", "AttributeError", "BufferError", "EOFError", "ImportError", "ModuleNotFoundError",
		"LookupError", "IndexError", "KeyError", "MemoryError", "NameError", "UnboundLocalError", "OSError",
		"BlockingIOError", "ChildProcessError", "ConnectionError", "BrokenPipeError", "ConnectionAbortedError",
		"ConnectionRefusedError", "ConnectionResetError", "FileExistsError", "FileNotFoundError", "InterruptedError",
		"IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError", "ReferenceError",
		"RuntimeError", "NotImplementedError", "RecursionError", "SyntaxError", "IndentationError", "TabError", "SystemError",
		"TypeError", "ValueError", "UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError",
		"ZeroDivisionError", "OverflowError", "FloatingPointError", "Warning", "DeprecationWarning", "UserWarning",
		"PendingDeprecationWarning", "SyntaxWarning", "RuntimeWarning", "FutureWarning", "ImportWarning", "UnicodeWarning",
		"BytesWarning", "ResourceWarning", "EncodingWarning", "StopAsyncIteration", "BaseExceptionGroup", "ExceptionGroup":
		return true
	}
	return false
}

func (ev *evaluator) exceptionClass(name string) val {
	return native(name, func(_ *evaluator, _ *call) val { return of(&opaqueObj{typ: name}) })
}

func (ev *evaluator) scalarBuiltin(name string) val {
	switch name {
	case "str":
		return strict(name, func(ev *evaluator, c *call) val {
			if len(c.args) == 0 {
				return ofStr("")
			}
			if b, ok := c.args[0].o.(bytesObj); ok && len(c.args) > 1 {
				return ofStr(string(b))
			}
			return ev.strOf(c.args[0])
		})
	case "repr", "ascii":
		return strict(name, func(ev *evaluator, c *call) val { return ev.formatOne(c.args0(), 'r', "", c.span) })
	case "format":
		return strict(name, func(ev *evaluator, c *call) val {
			spec, _ := c.text(1, "")
			return ev.formatOne(c.args0(), 0, spec, c.span)
		})
	case "int":
		return strict(name, (*evaluator).intCall)
	case "float":
		return strict(name, (*evaluator).floatCall)
	case "bool":
		return native(name, func(ev *evaluator, c *call) val {
			if len(c.args) == 0 {
				return ofBool(false)
			}
			truth := ev.triValue(ev.truth(c.args[0]), c.args[0])
			if u, ok := ev.presence(c.args[0]); ok {
				truth = u.ifUnset(boolObj(ev.truth(of(u.unset)) == value.True))
			}
			return usedAs(truth, c.args[0])
		})
	case "len":
		return strict(name, (*evaluator).lenCall)
	case "min", "max":
		return native(name, func(ev *evaluator, c *call) val { return ev.extreme(c, name == "max") })
	case "sum":
		return native(name, func(ev *evaluator, c *call) val {
			elems, why := ev.elements(c.args0())
			if why != nil {
				return derive(why)
			}
			out, ok := c.arg(1, "start")
			if !ok {
				out = ofInt(0)
			}
			for _, e := range elems {
				out = ev.binary(out, python.Add, e, c.span)
			}
			return out
		})
	case "abs":
		return strict(name, func(_ *evaluator, c *call) val {
			switch o := c.args0().o.(type) {
			case floatObj:
				return of(floatObj(math.Abs(float64(o))))
			case intObj, boolObj:
				if i, _ := asInt(o); i >= 0 {
					return of(intObj(i))
				} else if i != math.MinInt64 {
					return of(intObj(-i))
				}
			}
			return unread("abs is not followed for this type")
		})
	case "chr", "ord":
		return strict(name, func(_ *evaluator, c *call) val { return chrOrd(c.args0()) })
	case "round", "divmod", "hex", "bytes", "pow":
		return strict(name, func(ev *evaluator, c *call) val { return ev.numeric(name, c) })
	case "sorted":
		return native(name, func(ev *evaluator, c *call) val {
			return ev.sorted(c.args0(), c.without(1))
		})
	default: // range
		return strict(name, (*evaluator).rangeCall)
	}
}

// args0 is the first argument; unknown where there is none, which Python would refuse.
func (c *call) args0() val {
	if len(c.args) == 0 {
		return unread("the call is not followed")
	}
	return c.args[0]
}

func (ev *evaluator) extreme(c *call, largest bool) val {
	elems := c.args
	if len(c.args) == 1 {
		var why *unknownObj
		if elems, why = ev.elements(c.args[0]); why != nil {
			return derive(why)
		}
		if len(elems) == 0 {
			if d, ok := c.arg(-1, "default"); ok {
				return d
			}
			return ev.raiseAt("ValueError", "the sequence is empty", c.span)
		}
	}
	if u, ok := reasonUnknown(elems...); ok {
		return derive(u)
	}
	if len(elems) == 0 {
		return unread("the call is not followed")
	}
	keys := elems
	if k, ok := c.arg(-1, "key"); ok {
		keys = make([]val, len(elems))
		for i, e := range elems {
			keys[i] = ev.call(k, &call{args: []val{e}, span: c.span, caller: c.caller})
		}
		if u, unknown := reasonUnknown(keys...); unknown || ev.exc != nil {
			if u == nil {
				u = reasonOf()
			}
			return derive(u)
		}
	}
	best := 0
	for i := range elems {
		if i == 0 {
			continue
		}
		o, ok := ev.order(keys[i], keys[best], c.span)
		if !ok {
			return unread("the values cannot be ordered here")
		}
		if o < 0 && !largest || o > 0 && largest {
			best = i
		}
	}
	return elems[best]
}

func (ev *evaluator) sorted(v val, c *call) val {
	elems := setElems(ev, v)
	if u, many := anyMany(elems); many {
		return ev.list([]val{asMany(u)})
	}
	if u, ok := reasonUnknown(elems...); ok {
		return ev.list([]val{asMany(u)})
	}
	keys := elems
	if k, ok := c.arg(-1, "key"); ok {
		if _, none := k.o.(noneObj); !none {
			keys = make([]val, len(elems))
			for i, e := range elems {
				keys[i] = ev.call(k, &call{args: []val{e}, span: c.span, caller: c.caller})
			}
		}
	}
	reverse := false
	if r, ok := c.arg(-1, "reverse"); ok {
		t := ev.truth(r)
		if t == value.Undecided {
			return ev.list([]val{asMany(reasonOf(r))})
		}
		reverse = t == value.True
	}
	at := make([]int, len(elems))
	for i := range at {
		at[i] = i
	}
	decided := true
	slices.SortStableFunc(at, func(i, j int) int {
		o, ok := ev.order(keys[i], keys[j], c.span)
		decided = decided && ok
		if reverse {
			return -o
		}
		return o
	})
	if !decided && len(elems) > 1 || ev.exc != nil {
		return ev.list([]val{asMany(&unknownObj{cause: value.Unread, reason: value.Because("the values cannot be ordered here")})})
	}
	out := make([]val, len(elems))
	for i, j := range at {
		out[i] = elems[j]
	}
	return ev.list(out)
}

func (ev *evaluator) rangeCall(c *call) val {
	var n [3]int64
	n[2] = 1
	for i, a := range c.args {
		x, ok := asInt(a.o)
		if !ok || i > 2 {
			return unread("the call of range is not followed")
		}
		n[i] = x
	}
	if len(c.args) == 1 {
		n[0], n[1] = 0, n[0]
	}
	if n[2] == 0 || absInt(n[0]) > 1<<40 || absInt(n[1]) > 1<<40 || absInt(n[2]) > 1<<40 || len(c.args) == 0 {
		return unread("the call of range is not followed")
	}
	var out []val
	for i := n[0]; n[2] > 0 && i < n[1] || n[2] < 0 && i > n[1]; i += n[2] {
		out = append(out, of(intObj(i)))
		if len(out) > maxItems {
			return limited("the range is longer than is followed")
		}
	}
	// A range is no iterator: it can be gone through again, as a tuple can.
	return tupleOf(out...)
}

func (ev *evaluator) containerBuiltin(name string) val {
	return native(name, func(ev *evaluator, c *call) val {
		switch name {
		case "dict":
			d := &dictObj{birth: ev.now(), alts: []*table{newTable()}}
			for _, a := range c.args {
				ev.updateDict(d, a)
			}
			for _, k := range c.kw {
				ev.setKey(d, ofStr(k.name), k.v)
			}
			if c.rest != nil {
				ev.updateUnknown(d, c.rest)
			}
			return of(d)
		case "zip":
			return ev.zip(c)
		case "map":
			return ev.mapCall(c)
		}
		if len(c.args) == 0 {
			return ev.convert(name, nil)
		}
		v := c.args0()
		if name == "filter" || name == "iter" && len(c.args) > 1 {
			if name == "filter" && len(c.args) == 2 {
				return ev.filter(c)
			}
			return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
		}
		switch name {
		case "next":
			return ev.next(c)
		case "iter":
			return of(ev.iter(v))
		case "enumerate":
			return ev.enumerate(c)
		case "reversed":
			return ev.reversed(c)
		}
		if name == "set" || name == "frozenset" {
			s := ev.makeSet(setElems(ev, v), c.span)
			if o, ok := s.o.(*setObj); ok {
				o.frozen = name == "frozenset"
			}
			return s
		}
		if name == "list" {
			if l, ok := v.o.(*listObj); ok {
				return of(&listObj{birth: ev.now(), alts: slices.Clone(l.alts)})
			}
		}
		if (name == "any" || name == "all") && !isUnknown(v.o) {
			return ev.anyAll(name, v)
		}
		if name == "list" || name == "tuple" {
			if u, ok := v.o.(*unknownObj); ok {
				ev.risk("Exception")
				return derive(u)
			}
			return ev.convert(name, ev.spread(v))
		}
		elems, why := ev.elements(v)
		if why != nil {
			return derive(why)
		}
		return ev.convert(name, elems)
	})
}

func (ev *evaluator) convert(name string, elems []val) val {
	switch name {
	case "list":
		return ev.list(slices.Clone(elems))
	case "tuple":
		return tupleOf(slices.Clone(elems)...)
	case "set", "frozenset":
		return of(&setObj{birth: ev.now(), elems: elems, frozen: name == "frozenset"})
	default:
		return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
	}
}
