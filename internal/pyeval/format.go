package pyeval

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

// textOf returns str(o) for the types whose text is known.
func textOf(o object) (string, bool) {
	switch o := o.(type) {
	case strObj:
		return string(o), true
	case *pathObj:
		return o.p, true
	default:
		return reprOf(o, 0)
	}
}

// reprOf returns repr(o).
func reprOf(o object, depth int) (string, bool) {
	if depth > 20 {
		return "", false
	}
	switch o := o.(type) {
	case noneObj:
		return "None", true
	case boolObj:
		if o {
			return "True", true
		}
		return "False", true
	case intObj:
		return strconv.FormatInt(int64(o), 10), true
	case floatObj:
		return reprFloat(float64(o)), true
	case strObj:
		return reprStr(string(o))
	case *tupleObj:
		s, ok := reprElems(o.elems, depth)
		if len(o.elems) == 1 {
			s += ","
		}
		return "(" + s + ")", ok
	case *listObj:
		if len(o.alts) != 1 {
			return "", false
		}
		s, ok := reprElems(o.alts[0], depth)
		return "[" + s + "]", ok
	case *dictObj:
		if len(o.alts) != 1 || o.alts[0].rest != nil || o.typ != "" {
			return "", false
		}
		var parts []string
		for i, k := range o.alts[0].keys {
			a, ok := reprOf(k.o, depth+1)
			b, ok2 := reprOf(o.alts[0].vals[i].o, depth+1)
			if !ok || !ok2 {
				return "", false
			}
			parts = append(parts, a+": "+b)
		}
		return "{" + strings.Join(parts, ", ") + "}", true
	default:
		return "", false
	}
}

func reprElems(elems []val, depth int) (string, bool) {
	parts := make([]string, len(elems))
	size := 0
	for i, e := range elems {
		s, ok := reprOf(e.o, depth+1)
		size += len(s)
		if !ok || size > maxString {
			return "", false
		}
		parts[i] = s
	}
	return strings.Join(parts, ", "), true
}

// reprStr is repr of a str of printable characters.
func reprStr(s string) (string, bool) {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte(quote)
	for _, c := range s {
		switch {
		case c == rune(quote) || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == utf8.RuneError || c > 0x2fff || !unicode.IsPrint(c):
			return "", false // which characters are printable depends on the version of Unicode
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte(quote)
	return b.String(), true
}

// reprFloat is Python's repr of a float: the shortest text that reads back, with an exponent from 1e16 on.
func reprFloat(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		s := strconv.FormatFloat(f, 'e', -1, 64)
		return s
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
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
		return unread("the text of a " + v.o.typeName() + " is not followed")
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
		s, ok := reprOf(v.o, 0)
		if !ok {
			return unread("the text of a " + v.o.typeName() + " is not followed")
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

// A formatSpec is a parsed format specification: [[fill]align][sign][0][width][,][.precision][type].
type formatSpec struct {
	fill      rune
	align     byte
	zero      bool
	comma     bool
	width     int
	precision int
	typ       byte
}

func parseSpec(s string) (formatSpec, bool) {
	f := formatSpec{fill: ' ', precision: -1}
	if r, n := utf8.DecodeRuneInString(s); n > 0 && len(s) > n && strings.IndexByte("<>=^", s[n]) >= 0 {
		f.fill, f.align = r, s[n]
		s = s[n+1:]
	} else if s != "" && strings.IndexByte("<>=^", s[0]) >= 0 {
		f.align = s[0]
		s = s[1:]
	}
	if strings.HasPrefix(s, "0") {
		f.zero = true
		s = s[1:]
	}
	digits := func() int {
		i := 0
		for i < len(s) && i < 5 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		n, _ := strconv.Atoi(s[:i])
		s = s[i:]
		return n
	}
	f.width = digits()
	if strings.HasPrefix(s, ",") {
		f.comma = true
		s = s[1:]
	}
	if strings.HasPrefix(s, ".") {
		s = s[1:]
		f.precision = digits()
	}
	if s != "" {
		f.typ = s[0]
		s = s[1:]
	}
	return f, s == "" && f.width < 10_000 && f.precision < 1_000
}

func (ev *evaluator) formatSpec(v val, spec string, at source.Span) val {
	f, ok := parseSpec(spec)
	if !ok || f.align == '=' || f.align == '^' || f.comma {
		return unread("the format is not followed")
	}
	var s string
	right := false
	switch o := v.o.(type) {
	case strObj:
		if f.typ != 0 && f.typ != 's' || f.zero || !plain(string(o)) || !utf8.ValidString(string(o)) {
			return unread("the format is not followed")
		}
		s = string(o)
		if rs := []rune(s); f.precision >= 0 && len(rs) > f.precision {
			s = string(rs[:f.precision])
		}
	case intObj:
		right = true
		switch f.typ {
		case 0, 'd':
			s = strconv.FormatInt(int64(o), 10)
		case 'x':
			s = strconv.FormatInt(int64(o), 16)
		case 'f':
			s = strconv.FormatFloat(float64(o), 'f', precision(f), 64)
		default:
			return unread("the format is not followed")
		}
		if f.precision >= 0 && f.typ != 'f' {
			return ev.raiseAt("ValueError", "precision not allowed in integer format specifier", at)
		}
	case floatObj:
		right = true
		if f.typ != 'f' {
			return unread("the format is not followed")
		}
		s = strconv.FormatFloat(float64(o), 'f', precision(f), 64)
	default:
		return unread("the format is not followed")
	}
	return ev.str(f.pad(s, right))
}

func precision(f formatSpec) int {
	if f.precision < 0 {
		return 6
	}
	return f.precision
}

func (f formatSpec) pad(s string, right bool) string {
	n := f.width - utf8.RuneCountInString(s)
	if n <= 0 {
		return s
	}
	if f.zero && f.align == 0 {
		if strings.HasPrefix(s, "-") {
			return "-" + strings.Repeat("0", n) + s[1:]
		}
		return strings.Repeat("0", n) + s
	}
	if f.align != 0 {
		right = f.align == '>'
	}
	if right {
		return strings.Repeat(string(f.fill), n) + s
	}
	return s + strings.Repeat(string(f.fill), n)
}

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

func (ev *evaluator) percentOne(v val, spec string, kind byte, at source.Span) val {
	return ev.lift(v, func(v val) val {
		if u, ok := v.o.(*unknownObj); ok {
			return derive(u)
		}
		switch kind {
		case 's':
			if spec == "" {
				return ev.strOf(v)
			}
			if width := strings.TrimPrefix(spec, "-"); strings.Trim(width, "0123456789") == "" && !strings.HasPrefix(width, "0") {
				align := ">"
				if width != spec {
					align = "<"
				}
				return ev.lift(ev.strOf(v), func(s val) val {
					if u, ok := s.o.(*unknownObj); ok {
						return derive(u)
					}
					return ev.formatSpec(s, align+width, at)
				})
			}
		case 'r':
			if spec == "" {
				return ev.formatOne(v, 'r', "", at)
			}
		case 'd', 'i':
			i, ok := asInt(v.o)
			if f, isFloat := v.o.(floatObj); isFloat && math.Abs(float64(f)) < 1<<53 {
				i, ok = int64(f), true
			}
			if !ok {
				if isBasic(v.o) {
					return ev.raiseAt("TypeError", "%d format: a real number is required", at)
				}
				break
			}
			if strings.Trim(spec, "0123456789") == "" {
				return ev.formatSpec(of(intObj(i)), spec+"d", at)
			}
		case 'f':
			if f, ok := asFloat(v.o); ok && strings.Trim(spec, "0123456789.") == "" {
				return ev.formatSpec(of(floatObj(f)), spec+"f", at)
			}
		}
		return unread("the format is not followed")
	})
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
