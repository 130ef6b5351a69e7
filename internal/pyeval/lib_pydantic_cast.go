package pyeval

import (
	"regexp"
	"strings"

	"deploylint/internal/python"
)

// pydanticInt is what stands for a whole number beyond doubt.
var pydanticInt = regexp.MustCompile(`^\s*[-+]?\d+\s*$`)

// isOptional reports whether an annotation lets None pass.
func isOptional(e python.Expr) bool {
	switch e := e.(type) {
	case *python.Name:
		return e.ID == "Any"
	case *python.Subscript:
		return exceptionName(e.Value) == "Optional"
	case *python.BinOp:
		c, ok := e.Right.(*python.Constant)
		return ok && c.Kind == python.ConstNone
	}
	return false
}

// settingsCast validates what a variable holds: types with elements are read as JSON first.
func (ev *evaluator) settingsCast(kind python.Expr, v val, c *call) (out val, bad string) {
	s, ok := v.o.(strObj)
	if !ok {
		return v, ""
	}
	switch annotationText(kind) {
	case "list", "set", "dict", "tuple":
		parsed := ev.parseJSON(string(s), c)
		if ev.exc != nil {
			ev.exc = nil
			return parsed, "SettingsError"
		}
		parsed.trail = v.trail
		v = parsed
	}
	return ev.settingsCheck(kind, v, c)
}

// settingsCheck is the validation of a value in pydantic's lax mode, which defaults of settings undergo as well.
func (ev *evaluator) settingsCheck(kind python.Expr, v val, c *call) (out val, bad string) {
	const invalid = "ValidationError"
	unclear := unread("the type of the field is not followed")
	if isUnknown(v.o) || isUnion(v.o) {
		return v, ""
	}
	if isNone(v) {
		if isOptional(kind) {
			return v, ""
		}
		if annotationText(kind) == "" {
			return unclear, ""
		}
		return v, invalid
	}
	is := func(o object) val { return val{o: o, trail: v.trail} }
	text, isStr := v.o.(strObj)
	switch name := annotationText(kind); name {
	case "any":
		return v, ""
	case "str":
		if !isStr {
			return v, invalid
		}
		return v, ""
	case "bool":
		return settingsBool(v)
	case "int", "float":
		return ev.settingsNumber(name, v, c)
	case "secretstr":
		if !isStr {
			return v, invalid
		}
		return is(&opaqueObj{typ: "SecretStr", attrs: map[string]val{
			"get_secret_value": native("SecretStr.get_secret_value", func(*evaluator, *call) val { return v }),
		}}), ""
	case "path":
		if _, isPath := v.o.(*pathObj); isPath {
			return v, ""
		}
		if !isStr {
			return v, invalid
		}
		return is(ofPath(pathPathlib, string(text)).o), ""
	case "list", "set", "dict", "tuple":
		return ev.settingsElements(kind, name, v, c)
	}
	return unclear, ""
}

func settingsBool(v val) (out val, bad string) {
	is := func(b bool) (val, string) { return val{o: boolObj(b), trail: v.trail}, "" }
	switch o := v.o.(type) {
	case boolObj:
		return v, ""
	case intObj:
		if o == 0 || o == 1 {
			return is(o == 1)
		}
	case strObj:
		switch strings.ToLower(string(o)) {
		case "0", "off", "f", "false", "n", "no":
			return is(false)
		case "1", "on", "t", "true", "y", "yes":
			return is(true)
		}
	case floatObj:
		if o == 0 || o == 1 {
			return is(o == 1)
		}
	}
	return v, "ValidationError"
}

// settingsNumber validates an int or a float. Texts in unusual forms stay open.
func (ev *evaluator) settingsNumber(name string, v val, c *call) (out val, bad string) {
	switch o := v.o.(type) {
	case boolObj, intObj, floatObj:
		if f, isFloat := o.(floatObj); isFloat && name == "int" && f != floatObj(int64(f)) {
			return v, "ValidationError"
		}
		f, _ := ev.builtin(name)
		out := ev.call(f, &call{args: []val{v}, span: c.span, caller: c.caller})
		out.trail = v.trail
		return out, ""
	case strObj:
		text := string(o)
		if pydanticInt.MatchString(text) {
			out := ev.scalarCast(name, strings.TrimSpace(text), c)
			out.trail = v.trail
			return out, ""
		}
		if strings.Trim(text, "0123456789_.,eE+- infatyINFATY\t") != "" || !strings.ContainsAny(text, "0123456789nN") {
			return v, "ValidationError"
		}
		return unread("numbers of this form are not followed"), ""
	}
	return v, "ValidationError"
}

// elementType is the annotation of the elements, or of the values of a dict; "" for any, "?" where it is not followed.
func elementType(kind python.Expr, name string) string {
	if b, ok := kind.(*python.BinOp); ok {
		kind = b.Left
	}
	sub, ok := kind.(*python.Subscript)
	if ok && annotationText(sub.Value) == "optional" {
		sub, ok = sub.Index.(*python.Subscript)
	}
	if !ok {
		return ""
	}
	elts := []python.Expr{sub.Index}
	if t, isTuple := sub.Index.(*python.TupleExpr); isTuple {
		elts = t.Elts
	}
	switch {
	case name == "dict" && len(elts) == 2 && annotationText(elts[0]) == "str":
		return cmpText(annotationText(elts[1]), "?")
	case name == "tuple" && len(elts) == 2:
		if e, isConst := elts[1].(*python.Constant); isConst && e.Kind == python.ConstEllipsis {
			return cmpText(annotationText(elts[0]), "?")
		}
	case name != "dict" && name != "tuple" && len(elts) == 1:
		return cmpText(annotationText(elts[0]), "?")
	}
	return "?"
}

// settingsElements validates a type with elements.
func (ev *evaluator) settingsElements(kind python.Expr, name string, v val, c *call) (out val, bad string) {
	inner := elementType(kind, name)
	elems := elemsOf(v)
	switch o := v.o.(type) {
	case *dictObj:
		if name != "dict" || len(o.alts) != 1 {
			return v, "ValidationError"
		}
		elems = o.alts[0].vals
	case *listObj, *tupleObj, *setObj:
		if name == "dict" {
			return v, "ValidationError"
		}
	default:
		return v, "ValidationError"
	}
	for _, e := range elems {
		switch inner {
		case "", "any":
		case "str":
			if !isText(e) {
				return v, "ValidationError"
			}
		default:
			return unread("the elements of the field are not followed"), ""
		}
	}
	made := v
	switch name {
	case "list":
		if _, isList := v.o.(*listObj); !isList {
			made = ev.list(elems)
		}
	case "set":
		made = ev.makeSet(elems, c.span)
	case "tuple":
		made = tupleOf(elems...)
	}
	made.trail = v.trail
	return made, ""
}
