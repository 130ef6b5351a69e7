package pyeval

import (
	"slices"
	"strings"
	"unicode"

	"deploylint/internal/value"
)

// classOf is type(v), without an object where that is not followed.
func (ev *evaluator) classOf(v val) val {
	switch o := v.o.(type) {
	case boolObj, intObj, floatObj, strObj, bytesObj, *listObj, *tupleObj, *dictObj, *setObj:
		c, _ := ev.builtin(o.typeName())
		return c
	case *pathObj:
		return pathClass(o.lib)
	default:
		return val{}
	}
}

// castName names a cast for the record of a read.
func castName(cast val) string {
	switch o := cast.o.(type) {
	case *nativeObj:
		return o.name[strings.LastIndexByte(o.name, '.')+1:]
	case *listObj:
		return "list"
	case *tupleObj:
		return "tuple"
	case *dictObj:
		return "dict"
	case *funcObj:
		return o.name
	}
	return ""
}

// castIs reports whether a cast is the built-in class of that name.
func castIs(cast val, name string) bool {
	n, ok := cast.o.(*nativeObj)
	return ok && n.name == name
}

// environParse is Env.parse_value.
func (ev *evaluator) environParse(v, cast val, c *call) val {
	if u, ok := v.o.(*unknownObj); ok {
		return derive(u)
	}
	s, isText := v.o.(strObj)
	if isText && !plain(string(s)) && !castIs(cast, "str") {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	apply := func(f, x val) val {
		if text, ok := x.o.(strObj); ok && castIs(f, "int") {
			return ev.scalarCast("int", string(text), c)
		}
		return ev.call(f, &call{args: []val{x}, span: c.span, caller: c.caller})
	}
	if castIs(cast, "bool") {
		return ev.environBool(v, c)
	}
	if !isText {
		switch cast.o.(type) {
		case *listObj, *tupleObj, *dictObj:
			return ev.raiseAt("AttributeError", "the value is cast a second time and is no text any more", c.span)
		}
		switch {
		case castIs(cast, "list"), castIs(cast, "tuple"), castIs(cast, "dict"):
			return ev.raiseAt("AttributeError", "the value is cast a second time and is no text any more", c.span)
		case castIs(cast, "float"):
			return ev.raiseAt("TypeError", "the value is cast a second time and is no text any more", c.span)
		case castIs(cast, "urllib.parse.urlparse") && ev.truth(v) == value.False:
			return of(&opaqueObj{typ: "ParseResultBytes"}) // which is what urlparse takes anything empty for
		case castIs(cast, "urllib.parse.urlparse"):
			return ev.raiseAt("AttributeError", "the URL is no text", c.span)
		}
		return apply(cast, v)
	}
	text := string(s)
	items := func(s string, f val) []val {
		var out []val
		for x := range strings.SplitSeq(s, ",") {
			if x == "" {
				continue
			}
			e := ofStr(x)
			if f.o != nil && ev.exc == nil {
				e = apply(f, e)
			}
			out = append(out, e)
		}
		return out
	}
	inner := strings.Trim(strings.Trim(text, "("), ")")
	switch o := cast.o.(type) {
	case *listObj:
		if len(o.alts) == 1 && len(o.alts[0]) > 0 {
			return ev.list(items(text, o.alts[0][0]))
		}
	case *tupleObj:
		if len(o.elems) > 0 {
			return tupleOf(items(inner, o.elems[0])...)
		}
	case *dictObj:
		return ev.environTypedDict(text, o, c)
	case *unknownObj:
		return derive(o)
	}
	switch {
	case castIs(cast, "list"):
		return ev.list(items(text, val{}))
	case castIs(cast, "tuple"):
		return tupleOf(items(inner, val{})...)
	case castIs(cast, "dict"):
		return ev.environDict(text, c)
	case castIs(cast, "float"):
		return ev.environFloat(text, c)
	}
	return apply(cast, v)
}

// environBool is django-environ's idea of truth: any number but 0, or one of six words.
func (ev *evaluator) environBool(v val, c *call) val {
	s, ok := v.o.(strObj)
	if !ok {
		n := ev.intCall(&call{args: []val{v}, span: c.span})
		if i, isInt := n.o.(intObj); isInt {
			return ofBool(i != 0)
		}
		return n
	}
	t := strings.TrimFunc(string(s), unicode.IsSpace)
	if strings.ContainsFunc(t, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsDigit(r) }) {
		return unread("digits beyond ASCII are not followed")
	}
	if zero, isInt := intText(t); isInt {
		return ofBool(!zero)
	}
	word := strings.ToLower(string(s))
	if !ev.libVersion("django-environ").before(0, 11) {
		word = strings.TrimFunc(word, unicode.IsSpace)
	}
	return ofBool(slices.Contains([]string{"true", "on", "ok", "y", "yes", "1"}, word))
}

// intText reports whether int() takes a text, and whether it is zero.
func intText(t string) (zero, ok bool) {
	digits := strings.TrimLeft(t, "+-")
	if len(t)-len(digits) > 1 || digits == "" || strings.HasPrefix(digits, "_") || strings.HasSuffix(digits, "_") ||
		strings.Contains(digits, "__") || strings.Trim(digits, "0123456789_") != "" {
		return false, false
	}
	return strings.Trim(digits, "0_") == "", true
}

// environFloat leaves out what is no part of a number and takes the last comma or dot for the decimal one.
func (ev *evaluator) environFloat(s string, c *call) val {
	signs := "-"
	if ev.libVersion("django-environ").before(0, 5) {
		signs = ""
	}
	var b strings.Builder
	for _, r := range s {
		if r > unicode.MaxASCII && unicode.IsDigit(r) {
			return unread("digits beyond ASCII are not followed")
		}
		if r >= '0' && r <= '9' || strings.ContainsRune(",."+signs, r) {
			b.WriteRune(r)
		}
	}
	text := strings.ReplaceAll(b.String(), ",", ".")
	if i := strings.LastIndexByte(text, '.'); i >= 0 {
		text = strings.ReplaceAll(text[:i], ".", "") + text[i:]
	}
	return ev.floatCall(&call{args: []val{ofStr(text)}, span: c.span, caller: c.caller})
}

func (ev *evaluator) environDict(s string, c *call) val {
	t := newTable()
	for part := range strings.SplitSeq(s, ",") {
		if part == "" {
			continue
		}
		k, v, ok := strings.Cut(part, "=")
		if !ok || ev.libVersion("django-environ").before(0, 10) && strings.Contains(v, "=") {
			return ev.raiseAt("ValueError", "the text is no dict", c.span)
		}
		t.setStr(k, ofStr(v))
	}
	return ev.dict(t)
}

// environTypedDict is a cast such as {"value": int, "cast": {"port": int}}.
func (ev *evaluator) environTypedDict(s string, cast *dictObj, c *call) val {
	if len(cast.alts) != 1 || cast.alts[0].rest != nil {
		return unread("the cast is not followed")
	}
	part := func(key string) val {
		if v, ok := cast.alts[0].get("s" + key); ok {
			return v
		}
		v, _ := ev.builtin("str")
		return v
	}
	byKey, _ := cast.alts[0].get("scast")
	t := newTable()
	for item := range strings.SplitSeq(s, ";") {
		if item == "" {
			continue
		}
		fields := strings.Split(item, "=")
		if len(fields) < 2 {
			return ev.raiseAt("IndexError", "the text is no dict", c.span)
		}
		valueCast := part("value")
		if d, ok := byKey.o.(*dictObj); ok && len(d.alts) == 1 {
			if v, found := d.alts[0].get("s" + fields[0]); found {
				valueCast = v
			}
		}
		k := ev.call(part("key"), &call{args: []val{ofStr(fields[0])}, span: c.span, caller: c.caller})
		if ev.exc != nil {
			return k
		}
		v := ev.environParse(ofStr(fields[1]), valueCast, c)
		if ev.exc != nil {
			return v
		}
		h, ok := hashOf(k.o)
		if !ok {
			return unread("the cast is not followed")
		}
		t.set(h, k, v)
	}
	return ev.dict(t)
}

// scalarCast is int(s) or float(s).
func (ev *evaluator) scalarCast(name, s string, c *call) val {
	d := &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller}
	if !isASCII(s) && plain(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) }) {
		return ev.raiseAt("ValueError", "the text is no number", c.span)
	}
	if name == "int" {
		return ev.intCall(d)
	}
	return ev.floatCall(d)
}
