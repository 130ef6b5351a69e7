package pyeval

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
		return unread("the builtin " + name + " is not followed"), true
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
			return ev.triValue(ev.truth(c.args[0]), c.args[0])
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

func chrOrd(v val) val {
	switch o := v.o.(type) {
	case intObj:
		if o >= 1 && o < utf8.MaxRune && (o < 0xd800 || o > 0xdfff) {
			return ofStr(string(rune(o)))
		}
	case strObj:
		if r, n := utf8.DecodeRuneInString(string(o)); n == len(o) && r != utf8.RuneError && r != 0 {
			return ofInt(int(r))
		}
	}
	return unread("the character is not followed")
}

func (ev *evaluator) numeric(name string, c *call) val {
	x := c.args0()
	switch name {
	case "divmod":
		if len(c.args) == 2 {
			return tupleOf(ev.binary(x, python.FloorDiv, c.args[1], c.span), ev.binary(x, python.Mod, c.args[1], c.span))
		}
	case "pow":
		if len(c.args) == 2 {
			return ev.binary(x, python.Pow, c.args[1], c.span)
		}
	case "round":
		if i, ok := asInt(x.o); ok && len(c.args) == 1 {
			return of(intObj(i))
		}
		if f, ok := x.o.(floatObj); ok && len(c.args) == 1 && math.Abs(float64(f)) < 1<<53 {
			return of(intObj(math.RoundToEven(float64(f))))
		}
	case "hex":
		if i, ok := asInt(x.o); ok && i >= 0 {
			return ofStr("0x" + strconv.FormatInt(i, 16))
		}
	case "bytes":
		if s, ok := x.o.(strObj); ok && len(c.args)+len(c.kw) == 2 && plain(string(s)) && isASCII(string(s)) {
			return of(bytesObj(s))
		}
	}
	return unread("the call of " + name + " is not followed")
}

func (ev *evaluator) intCall(c *call) val {
	if len(c.args) == 0 {
		return ofInt(0)
	}
	base := 10
	if b, ok := c.arg(1, "base"); ok {
		n, isInt := asInt(b.o)
		if !isInt || n != 10 && n != 16 && n != 8 && n != 2 {
			return unread("the base of int is not followed")
		}
		base = int(n)
	}
	switch o := c.args[0].o.(type) {
	case intObj:
		return of(o)
	case boolObj:
		i, _ := asInt(o)
		return of(intObj(i))
	case floatObj:
		if math.Abs(float64(o)) < 1<<62 {
			return of(intObj(int64(o)))
		}
		return limited("the number needs more than 64 bits")
	case strObj:
		return ev.parseInt(string(o), base, c)
	case noneObj, *listObj, *dictObj, *tupleObj:
		return ev.raiseAt("TypeError", "int() argument must be a string or a number, not '"+o.typeName()+"'", c.span)
	}
	return unread("int is not followed for this type")
}

func (ev *evaluator) parseInt(s string, base int, c *call) val {
	if !isASCII(s) || !plain(s) {
		return unread("int is not followed for this text")
	}
	t := strings.Trim(s, blanks)
	digits := strings.TrimLeft(t, "+-")
	bad := len(t)-len(digits) > 1 || digits == "" || strings.HasPrefix(digits, "_") || strings.HasSuffix(digits, "_") ||
		strings.Contains(digits, "__")
	if base != 10 && len(digits) > 1 && digits[0] == '0' {
		return unread("int is not followed for this text")
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(t, "_", ""), base, 64)
	switch {
	case !bad && err == nil:
		return of(intObj(n))
	case !bad && strings.Trim(digits, "0123456789_") == "":
		return limited("the number needs more than 64 bits")
	}
	return ev.raiseAt("ValueError", "the text is not an integer", c.span)
}

func (ev *evaluator) floatCall(c *call) val {
	if len(c.args) == 0 {
		return of(floatObj(0))
	}
	if f, ok := asFloat(c.args[0].o); ok {
		return of(floatObj(f))
	}
	s, ok := c.args[0].o.(strObj)
	if !ok {
		if isBasic(c.args[0].o) {
			return ev.raiseAt("TypeError", "float() argument must be a string or a real number", c.span)
		}
		return unread("float is not followed for this type")
	}
	t := strings.Trim(string(s), blanks)
	if t == "" || !isASCII(t) || strings.Trim(t, "0123456789.eE+-") != "" {
		if isASCII(t) && strings.Trim(strings.ToLower(t), "inftya+-_0123456789.") != "" || t == "" {
			return ev.raiseAt("ValueError", "the text is not a number", c.span)
		}
		return unread("float is not followed for this text")
	}
	f, err := strconv.ParseFloat(t, 64)
	if err != nil {
		if math.IsInf(f, 0) {
			return unread("the number is too large")
		}
		return ev.raiseAt("ValueError", "the text is not a number", c.span)
	}
	return of(floatObj(f))
}

func (ev *evaluator) lenCall(c *call) val {
	count := func(elems []val) val {
		if u, many := anyMany(elems); many {
			return derive(u)
		}
		return ofInt(len(elems))
	}
	switch o := c.args0().o.(type) {
	case strObj:
		if !plain(string(o)) || !utf8.ValidString(string(o)) {
			return hostly("it depends on where the repository lies")
		}
		return ofInt(utf8.RuneCountInString(string(o)))
	case bytesObj:
		return ofInt(len(o))
	case *tupleObj:
		return count(o.elems)
	case *setObj:
		return count(o.elems)
	case *listObj:
		return ev.each(o, count)
	case *dictObj:
		if len(o.alts) == 1 && o.alts[0].rest == nil {
			return ofInt(len(o.alts[0].keys))
		}
		return unread("the size of the dict is not known")
	case noneObj, intObj, boolObj, floatObj:
		return ev.raiseAt("TypeError", "object of type '"+o.typeName()+"' has no len()", c.span)
	}
	return unread("its length is not followed")
}

func (ev *evaluator) extreme(c *call, largest bool) val {
	elems := c.args
	if _, ok := c.arg(-1, "key"); ok {
		return unread("min and max with a key are not followed")
	}
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
	best := elems[0]
	for _, e := range elems[1:] {
		o, ok := ev.order(e, best, c.span)
		if !ok {
			return unread("the values cannot be ordered here")
		}
		if o < 0 && !largest || o > 0 && largest {
			best = e
		}
	}
	return best
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
		return ev.list([]val{asMany(&unknownObj{cause: value.Unread, reason: "the values cannot be ordered here"})})
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
			return ev.convert(name, nil, c)
		}
		v := c.args0()
		if name == "filter" || name == "iter" && len(c.args) > 1 {
			if name == "filter" && len(c.args) == 2 {
				return ev.filter(c)
			}
			return unread("the call of " + name + " is not followed")
		}
		if name == "next" {
			return ev.next(v, c)
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
			return ev.convert(name, ev.spread(v), c)
		}
		elems, why := ev.elements(v)
		if why != nil {
			return derive(why)
		}
		return ev.convert(name, elems, c)
	})
}

func (ev *evaluator) convert(name string, elems []val, c *call) val {
	switch name {
	case "list":
		return ev.list(slices.Clone(elems))
	case "tuple":
		return tupleOf(slices.Clone(elems)...)
	case "set", "frozenset":
		return of(&setObj{birth: ev.now(), elems: elems, frozen: name == "frozenset"})
	case "enumerate":
		start := int64(0)
		if s, ok := c.arg(1, "start"); ok {
			n, isInt := asInt(s.o)
			if !isInt {
				return derive(reasonOf(s))
			}
			start = n
		}
		out := make([]val, len(elems))
		for i, e := range elems {
			out[i] = tupleOf(of(intObj(start+int64(i))), e)
		}
		return ev.iterator(name, out)
	case "reversed":
		out := slices.Clone(elems)
		slices.Reverse(out)
		return ev.iterator(name, out)
	case "iter":
		return ev.iterator("iterator", elems)
	default:
		return unread("the call of " + name + " is not followed")
	}
}

func (ev *evaluator) anyAll(name string, v val) val {
	var elems []val
	switch o := v.o.(type) {
	case *listObj, *tupleObj:
		elems = ev.spread(v)
	case *setObj:
		elems = o.elems
	case *iterObj:
		elems = o.elems
		ev.touch(o)
		o.elems = nil
	default:
		var why *unknownObj
		if elems, why = ev.elements(v); why != nil {
			return derive(why)
		}
	}
	stop := value.TriOf(name == "any")
	out := stop.Not()
	var why val
	for _, e := range elems {
		t := ev.truth(e)
		if isMany(e) {
			t = value.Undecided
		}
		if t == stop {
			return ofBool(name == "any")
		}
		if t == value.Undecided {
			out, why = value.Undecided, e
		}
	}
	return ev.triValue(out, why)
}

func (ev *evaluator) zip(c *call) val {
	var rows [][]val
	for i, a := range c.args {
		elems, why := ev.elements(a)
		if why != nil {
			return ev.iterator("zip", []val{asMany(why)})
		}
		if i == 0 {
			rows = make([][]val, len(elems))
		}
		rows = rows[:min(len(rows), len(elems))]
		for j := range rows {
			rows[j] = append(rows[j], elems[j])
		}
	}
	out := make([]val, len(rows))
	for i, r := range rows {
		out[i] = tupleOf(r...)
	}
	return ev.iterator("zip", out)
}

func (ev *evaluator) mapCall(c *call) val {
	if len(c.args) != 2 {
		return unread("the call of map is not followed")
	}
	elems, why := ev.elements(c.args[1])
	if why != nil {
		return ev.iterator("map", []val{asMany(why)})
	}
	out := make([]val, len(elems))
	for i, e := range elems {
		out[i] = ev.call(c.args[0], &call{args: []val{e}, span: c.span, caller: c.caller})
		if out[i].trail == nil {
			out[i].trail = e.trail
		}
		if ev.exc != nil {
			return out[i]
		}
	}
	return ev.iterator("map", out)
}

func (ev *evaluator) filter(c *call) val {
	elems, why := ev.elements(c.args[1])
	if why != nil {
		return ev.iterator("filter", []val{asMany(why)})
	}
	var out []val
	for _, e := range elems {
		test := e
		if _, none := c.args[0].o.(noneObj); !none {
			test = ev.call(c.args[0], &call{args: []val{e}, span: c.span, caller: c.caller})
		}
		switch ev.truth(test) {
		case value.True:
			out = append(out, e)
		case value.Undecided:
			out = append(out, asMany(reasonOf(test)))
		default:
		}
	}
	return ev.iterator("filter", out)
}

func (ev *evaluator) next(v val, c *call) val {
	it, ok := v.o.(*iterObj)
	if !ok {
		return unread("the call of next is not followed")
	}
	if u, many := anyMany(it.elems); many {
		if isMany(it.elems[0]) {
			ev.touch(it)
			it.elems = []val{asMany(u)}
			return derive(u)
		}
	}
	if len(it.elems) == 0 {
		if len(c.args) > 1 {
			return c.args[1]
		}
		return ev.raiseAt("StopIteration", "the iterator is at its end", c.span)
	}
	ev.touch(it)
	first := it.elems[0]
	it.elems = it.elems[1:]
	return first
}
