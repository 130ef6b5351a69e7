package pyeval

import (
	"strings"
	"unicode"
)

func castOfValue(class string) string {
	switch class {
	case "BooleanValue":
		return "bool"
	case "IntegerValue", "PositiveIntegerValue":
		return "int"
	case "FloatValue":
		return "float"
	case "DecimalValue":
		return "decimal"
	case "ListValue", "BackendsValue", "SingleNestedListValue":
		return "list"
	case "TupleValue", "SingleNestedTupleValue":
		return "tuple"
	case "SetValue":
		return "set"
	case "DictValue":
		return "dict"
	case "PathValue":
		return "path"
	case "DatabaseURLValue":
		return "db_url"
	case "CacheURLValue":
		return "cache_url"
	case "EmailURLValue":
		return "email_url"
	case "SearchURLValue":
		return "search_url"
	}
	return ""
}

// defaultOfValue is a default as the class keeps it: sequences are made of their own type, URLs are taken apart, the rest
// stays what it is.
func (ev *evaluator) defaultOfValue(v *configValue, def val, given bool) val {
	if !given {
		def = ofNone()
	}
	_, none := def.o.(noneObj)
	name := castOfValue(v.class)
	switch {
	case v.isURL() && none:
		return ev.dict(newTable())
	case v.isURL():
		return ev.lift(def, func(d val) val { return carry(ev.convertValue(v.class, d, v.call), d) })
	case name == "dict" && none:
		return ev.dict(newTable())
	case name != "list" && name != "tuple" && name != "set" && name != "dict":
		return def
	case none:
		def = tupleOf()
	}
	made := def
	kinds := []string{name}
	if name == "set" {
		kinds = []string{"list", "set"}
	}
	for _, k := range kinds {
		f, _ := ev.builtin(k)
		made = ev.call(f, &call{args: []val{made}, span: ev.here(), caller: ev.sc.mod})
	}
	if conv, has := v.call.arg(-1, "converter"); has && ev.exc == nil {
		made = ev.convertItems(name, elemsOf(made), conv, v.call)
	}
	if made.trail == nil {
		made.trail = def.trail
	}
	return made
}

// convertItems makes a sequence of its elements, each of them converted.
func (ev *evaluator) convertItems(name string, elems []val, converter val, c *call) val {
	if converter.o != nil {
		out := make([]val, len(elems))
		for i, e := range elems {
			out[i] = ev.call(converter, &call{args: []val{e}, span: c.span, caller: c.caller})
			if ev.exc != nil {
				if ev.exc.class == "TypeError" {
					ev.exc.class = "ValueError"
				}
				return out[i]
			}
		}
		elems = out
	}
	switch name {
	case "tuple":
		return tupleOf(elems...)
	case "set":
		return ev.makeSet(elems, c.span)
	}
	return ev.list(elems)
}

// convertValue is Value.to_python.
func (ev *evaluator) convertValue(class string, v val, c *call) val {
	s, ok := v.o.(strObj)
	if !ok {
		if isUnknown(v.o) {
			ev.risk("ValueError")
			return derive(reasonOf(v))
		}
		return unread("converting a value that is no text is not followed")
	}
	invalid := func() val { return ev.raiseAt("ValueError", "the variable is not valid", c.span) }
	switch name := castOfValue(class); name {
	case "bool":
		switch strings.ToLower(strings.TrimFunc(string(s), unicode.IsSpace)) {
		case "yes", "y", "true", "1":
			return ofBool(true)
		case "no", "n", "false", "0", "":
			return ofBool(false)
		}
		return invalid()
	case "int", "float":
		n := ev.scalarCast(name, string(s), c)
		if i, isInt := n.o.(intObj); isInt && i < 0 && class == "PositiveIntegerValue" {
			return invalid()
		}
		return n
	case "decimal":
		out, bad := environsObject("decimal", v)
		if bad {
			return invalid()
		}
		return out
	case "list", "tuple", "set":
		return ev.sequenceValue(class, name, string(s), v, c)
	case "dict":
		if s == "" {
			return ev.dict(newTable())
		}
		out := ev.literalEval(string(s), c)
		if _, isDict := out.o.(*dictObj); !isDict && !isUnknown(out.o) && ev.exc == nil {
			return invalid()
		}
		return out
	case "db_url", "cache_url", "email_url":
		out := ev.parsedURL("dj_"+name, v, &call{span: c.span, caller: c.caller, kw: urlOptions(c)})
		if ev.exc != nil && isSubclass(ev.exc.class, "ValueError") {
			ev.exc.class = "ValueError"
		}
		if name == "email_url" || ev.exc != nil || isUnknown(out.o) {
			return out
		}
		alias, given := c.text(-1, "alias")
		if !given {
			alias = "default"
		}
		t := newTable()
		t.setStr(alias, out)
		return ev.dict(t)
	case "search_url":
		return unread("URLs of dj-search-url are not followed")
	}
	switch class {
	case "URLValue", "EmailValue", "IPValue", "RegexValue":
		ev.risk("ValueError") // whether it is valid is not asked: a site that runs has a valid one
	}
	return v
}

// urlOptions are the keyword arguments that a URL value hands on to the function that takes it apart.
func urlOptions(c *call) []kwarg {
	return without(c.kw, "default", "environ", "environ_name", "environ_prefix", "environ_required", "late_binding", "alias")
}

// sequenceValue splits a text at its separators and leaves out what is empty.
func (ev *evaluator) sequenceValue(class, name, s string, v val, c *call) val {
	option := func(key, def string) (string, bool) {
		sep, given := c.arg(-1, key)
		if !given {
			return def, true
		}
		text, isText := sep.o.(strObj)
		return string(text), isText && text != ""
	}
	separator, ok := option("separator", ",")
	outer, ok2 := option("seq_separator", ";")
	if !ok || !ok2 {
		return unread("the separator of the value is not followed")
	}
	converter, _ := c.arg(-1, "converter")
	split := func(s, separator string) []val {
		var elems []val
		for part := range strings.SplitSeq(s, separator) {
			if part = strings.TrimFunc(part, unicode.IsSpace); part != "" {
				elems = append(elems, val{o: strObj(part), trail: v.trail})
			}
		}
		return elems
	}
	if class == "BackendsValue" {
		ev.risk("ValueError")
	}
	if !strings.HasPrefix(class, "SingleNested") {
		return ev.convertItems(name, split(s, separator), converter, c)
	}
	var rows []val
	for _, row := range split(s, outer) {
		text, _ := row.o.(strObj)
		made := ev.convertItems(name, split(string(text), separator), converter, c)
		if ev.exc != nil {
			return made
		}
		rows = append(rows, made)
	}
	return ev.convertItems(name, rows, val{}, c)
}
