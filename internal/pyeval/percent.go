package pyeval

import (
	"math"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

// percent is text % operand.
func (ev *evaluator) percent(format string, operand val, at source.Span) val {
	args := []val{operand}
	var named *dictObj
	switch o := operand.o.(type) {
	case *tupleObj:
		args = o.elems
	case *dictObj:
		named = o
	case *unknownObj:
		return derive(o)
	case *nsObj:
		return unread("formatting with all names of the module is not followed")
	}
	out := ofStr("")
	add := func(s string) { out = ev.binary(out, python.Add, ofStr(s), at) }
	next := 0
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			add(format)
			break
		}
		add(format[:i])
		format = format[i+1:]
		if strings.HasPrefix(format, "%") {
			add("%")
			format = format[1:]
			continue
		}
		var v val
		if strings.HasPrefix(format, "(") {
			end := strings.IndexByte(format, ')')
			if end < 0 || named == nil {
				return unread("the format is not followed")
			}
			v = ev.dictItem(named, ofStr(format[1:end]), at)
			format = format[end+1:]
		} else {
			if strings.Trim(format, "-+ #.0123456789") == "" {
				return ev.raiseAt("ValueError", "incomplete format", at)
			}
			if next >= len(args) {
				return ev.raiseAt("TypeError", "not enough arguments for format string", at)
			}
			v = args[next]
			next++
		}
		j := strings.IndexAny(format, "diouxXeEfFgGcrsa")
		if j < 0 || j > 8 || ev.exc != nil {
			return unread("the format is not followed")
		}
		spec, kind := format[:j], format[j]
		format = format[j+1:]
		out = ev.binary(out, python.Add, ev.percentOne(v, spec, kind, at), at)
	}
	if next < len(args) && named == nil && ev.exc == nil {
		if _, ok := operand.o.(*tupleObj); ok || isBasic(operand.o) && operand.o.typeName() != "list" {
			return ev.raiseAt("TypeError", "not all arguments converted during string formatting", at)
		}
	}
	return out
}

func (ev *evaluator) percentOne(v val, flags string, kind byte, at source.Span) val {
	spec, ok := percentSpec(flags, kind)
	if !ok {
		return unread("the format is not followed")
	}
	return ev.lift(v, func(v val) val {
		if u, ok := v.o.(*unknownObj); ok {
			return derive(u)
		}
		switch kind {
		case 's', 'r', 'a':
			text := ev.strOf(v)
			if kind != 's' {
				text = ev.formatOne(v, kind, "", at)
			}
			if spec == "" {
				return text
			}
			return ev.lift(text, func(s val) val {
				if u, ok := s.o.(*unknownObj); ok {
					return derive(u)
				}
				return ev.formatSpec(s, spec, at)
			})
		case 'd', 'i', 'x', 'X', 'o':
			i, ok := asInt(v.o)
			if f, isFloat := v.o.(floatObj); isFloat && (kind == 'd' || kind == 'i') && math.Abs(float64(f)) < 1<<53 {
				i, ok = int64(f), true
			}
			if !ok {
				if isBasic(v.o) {
					return ev.raiseAt("TypeError", "%d format: a real number is required", at)
				}
				break
			}
			return ev.formatSpec(of(intObj(i)), spec, at)
		case 'e', 'E', 'f', 'F', 'g', 'G':
			if f, ok := asFloat(v.o); ok {
				return ev.formatSpec(of(floatObj(f)), spec, at)
			}
		}
		return unread("the format is not followed")
	})
}

// percentSpec is the specification of format() that does the same as the flags of a percent conversion.
func percentSpec(flags string, kind byte) (string, bool) {
	set := strings.TrimLeft(flags, "-+ 0")
	width, precision, dotted := strings.Cut(set, ".")
	if strings.Trim(width+precision, "0123456789") != "" || strings.Contains(flags, "#") {
		return "", false
	}
	set = flags[:len(flags)-len(set)]
	text := kind == 's' || kind == 'r' || kind == 'a'
	spec := ""
	switch {
	case strings.Contains(set, "-"):
		spec = "<"
	case width != "" && (text || !strings.Contains(set, "0")):
		spec = ">"
	}
	if !text {
		if strings.Contains(set, "+") {
			spec += "+"
		} else if strings.Contains(set, " ") {
			spec += " "
		}
		if strings.Contains(set, "0") && !strings.Contains(set, "-") {
			spec += "0"
		}
	}
	spec += width
	if dotted {
		if strings.IndexByte("dixXo", kind) >= 0 || precision == "" {
			return "", false
		}
		spec += "." + precision
	}
	switch {
	case text:
		return spec, true
	case kind == 'i':
		return spec + "d", true
	}
	return spec + string(kind), true
}
