package pyeval

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

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
		} else if ok && len(c.args) == 1 && math.IsNaN(float64(f)) {
			return ev.raiseAt("ValueError", "cannot convert float NaN to integer", c.span)
		} else if ok && len(c.args) == 1 && math.IsInf(float64(f), 0) {
			return ev.raiseAt("OverflowError", "cannot convert float infinity to integer", c.span)
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
	return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
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
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
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
