package pyeval

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/pytext"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// textOf returns str(o) for the types whose text is known.
func textOf(o object) (string, bool) {
	switch o := o.(type) {
	case strObj:
		return string(o), true
	case *pathObj:
		return o.p, true
	default:
		return reprOf(o)
	}
}

// reprOf returns repr(o).
func reprOf(o object) (string, bool) {
	var w reprWriter
	ok := w.write(o, 0)
	return w.String(), ok
}

// maxReprDepth bounds how deep the containers of a text are.
const maxReprDepth = 20

// A reprWriter writes a text up to the limit, which containers that share their parts would go beyond.
type reprWriter struct{ strings.Builder }

// write adds repr(o); false where it is not known or too long.
func (w *reprWriter) write(o object, depth int) bool {
	if depth > maxReprDepth || w.Len() > maxString {
		return false
	}
	switch o := o.(type) {
	case noneObj:
		w.WriteString("None")
	case boolObj:
		if o {
			w.WriteString("True")
		} else {
			w.WriteString("False")
		}
	case intObj:
		w.WriteString(strconv.FormatInt(int64(o), 10))
	case floatObj:
		w.WriteString(pytext.ReprFloat(float64(o)))
	case strObj:
		w.WriteString(pytext.Repr(string(o), false))
		return plain(string(o)) && pytext.Certain(string(o))
	case bytesObj:
		w.WriteString(pytext.ReprBytes(string(o)))
		return plain(string(o))
	case *tupleObj:
		if len(o.elems) == 1 {
			return o.class == nil && w.elems("(", o.elems, ",)", depth)
		}
		return o.class == nil && w.elems("(", o.elems, ")", depth)
	case *listObj:
		return len(o.alts) == 1 && w.elems("[", o.alts[0], "]", depth)
	case *dictObj:
		return w.dict(o, depth)
	default:
		return false
	}
	return true
}

func (w *reprWriter) elems(open string, elems []val, end string, depth int) bool {
	w.WriteString(open)
	for i, e := range elems {
		if i > 0 {
			w.WriteString(", ")
		}
		if !w.write(e.o, depth+1) {
			return false
		}
	}
	w.WriteString(end)
	return true
}

func (w *reprWriter) dict(d *dictObj, depth int) bool {
	if len(d.alts) != 1 || d.alts[0].rest != nil || d.typ != "" {
		return false
	}
	w.WriteString("{")
	for i, k := range d.alts[0].keys {
		if i > 0 {
			w.WriteString(", ")
		}
		if !w.write(k.o, depth+1) {
			return false
		}
		w.WriteString(": ")
		if !w.write(d.alts[0].vals[i].o, depth+1) {
			return false
		}
	}
	w.WriteString("}")
	return true
}

// strOf is str(v).
func (ev *evaluator) strOf(v val) val {
	return ev.lift(v, func(v val) val {
		switch o := v.o.(type) {
		case *unknownObj:
			return derive(o)
		case strObj:
			return v
		}
		if s, ok := textOf(v.o); ok {
			return ev.str(s)
		}
		return notKnown(value.Unread, value.Why(value.TextNotFollowed, v.o.typeName()))
	})
}

// joinedStr evaluates an f-string.
func (ev *evaluator) joinedStr(e *python.JoinedStr) val {
	out := ofStr("")
	for _, part := range e.Values {
		var v val
		switch p := part.(type) {
		case *python.Constant:
			v = ev.constant(p)
		case *python.FormattedValue:
			v = ev.formatted(p)
		default:
			v = unread("the f-string is not followed")
		}
		if ev.exc != nil {
			return v
		}
		out = ev.binary(out, python.Add, v, ev.span(e))
	}
	return out
}

func (ev *evaluator) formatted(p *python.FormattedValue) val {
	v := ev.eval(p.Value)
	spec := ofStr("")
	if p.Spec != nil {
		spec = ev.joinedStr(p.Spec)
	}
	at := ev.span(p)
	return ev.lift(v, func(v val) val {
		return ev.lift(spec, func(spec val) val {
			s, ok := spec.o.(strObj)
			if !ok {
				return derive(reasonOf(spec))
			}
			return carry(ev.formatOne(v, p.Conversion, string(s), at), v)
		})
	})
}

// formatOne is format(v, spec) after a conversion.
func (ev *evaluator) formatOne(v val, conversion byte, spec string, at source.Span) val {
	if u, ok := v.o.(*unknownObj); ok {
		return derive(u)
	}
	switch conversion {
	case 'r', 'a':
		s, ok := reprOf(v.o)
		if !ok {
			return notKnown(value.Unread, value.Why(value.TextNotFollowed, v.o.typeName()))
		}
		v = ofStr(s)
	case 's':
		v = ev.strOf(v)
	}
	if spec == "" {
		return ev.strOf(v)
	}
	return ev.formatSpec(v, spec, at)
}

func (ev *evaluator) formatSpec(v val, spec string, at source.Span) val {
	f, ok := pytext.ParseSpec(spec)
	if !ok {
		return unread("the format is not followed")
	}
	var s string
	switch o := v.o.(type) {
	case strObj:
		if plain(string(o)) && utf8.ValidString(string(o)) {
			s, ok = f.Text(string(o))
		} else {
			ok = false
		}
	case boolObj:
		n, _ := asInt(o)
		s, ok = f.Int(n)
		ok = ok && f.Type != 0
	case intObj:
		s, ok = f.Int(int64(o))
		if f.Precision >= 0 && (f.Type == 0 || f.Type == 'd') {
			return ev.raiseAt("ValueError", "precision not allowed in integer format specifier", at)
		}
	case floatObj:
		s, ok = f.Float(float64(o))
	default:
		ok = false
	}
	if !ok {
		return unread("the format is not followed")
	}
	return ev.str(s)
}

// formatMethod is text.format(…).
func (ev *evaluator) formatMethod(s string, c *call) val {
	if c.rest != nil {
		return derive(c.rest)
	}
	out := ofStr("")
	add := func(v val) { out = ev.binary(out, python.Add, v, c.span) }
	next := 0
	for s != "" && ev.exc == nil {
		i := strings.IndexAny(s, "{}")
		if i < 0 {
			add(ofStr(s))
			break
		}
		add(ofStr(s[:i]))
		if i+1 < len(s) && s[i+1] == s[i] {
			add(ofStr(s[i : i+1]))
			s = s[i+2:]
			continue
		}
		end := strings.IndexByte(s[i:], '}')
		if s[i] == '}' || end < 0 {
			return ev.raiseAt("ValueError", "a single brace in the format string", c.span)
		}
		field := s[i+1 : i+end]
		s = s[i+end+1:]
		if strings.Contains(field, "{") {
			return unread("the format is not followed")
		}
		add(ev.formatField(field, &next, c))
	}
	return out
}

func (ev *evaluator) formatField(field string, next *int, c *call) val {
	name, spec, _ := strings.Cut(field, ":")
	name, conversion, converted := strings.Cut(name, "!")
	var conv byte
	if converted {
		if len(conversion) != 1 {
			return unread("the format is not followed")
		}
		conv = conversion[0]
	}
	first, rest := name, ""
	if i := strings.IndexAny(name, ".["); i >= 0 {
		first, rest = name[:i], name[i:]
	}
	var v val
	var ok bool
	if first == "" {
		v, ok = c.arg(*next, "")
		*next++
	} else if n, err := strconv.Atoi(first); err == nil {
		v, ok = c.arg(n, "")
	} else {
		v, ok = c.arg(-1, first)
	}
	if !ok {
		return ev.raiseAt("IndexError", "a replacement field has no argument", c.span)
	}
	for rest != "" {
		if rest[0] == '.' {
			rest = rest[1:]
			j := strings.IndexAny(rest, ".[")
			if j < 0 {
				j = len(rest)
			}
			v = ev.getAttr(v, rest[:j], c.span)
			rest = rest[j:]
			continue
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return unread("the format is not followed")
		}
		key := ofStr(rest[1:end])
		if n, err := strconv.Atoi(rest[1:end]); err == nil {
			key = ofInt(n)
		}
		v = ev.getItem(v, key, c.span)
		rest = rest[end+1:]
	}
	return ev.lift(v, func(v val) val { return ev.formatOne(v, conv, spec, c.span) })
}
