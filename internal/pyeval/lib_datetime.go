package pyeval

import (
	"math"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

func datetimeLibrary() library {
	return library{
		modules: "datetime",
		all:     []exports{{"datetime", "timedelta"}},
		member: func(_ *evaluator, _, name string) (val, bool) {
			return strict("datetime."+name, timedelta), name == "timedelta"
		},
	}
}

// A deltaObj is a datetime.timedelta, in microseconds, which is how finely Python keeps it. One of more than 292,000 years
// is an opaqueObj.
type deltaObj int64

func (deltaObj) typeName() string { return "timedelta" }

// someDelta is a duration of which the length is not known.
func someDelta() val { return of(&opaqueObj{typ: "timedelta"}) }

// timedelta is datetime.timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks).
func timedelta(ev *evaluator, c *call) val {
	units := []struct {
		name   string
		micros int64
	}{
		{"days", 24 * 3600e6},
		{"seconds", 1e6},
		{"microseconds", 1},
		{"milliseconds", 1e3},
		{"minutes", 60e6},
		{"hours", 3600e6},
		{"weeks", 7 * 24 * 3600e6},
	}
	total, given := ofInt(0), 0
	for i, u := range units {
		v, ok := c.arg(i, u.name)
		if !ok {
			continue
		}
		given++
		if !isNumber(v.o) {
			return someDelta()
		}
		total = ev.binaryOne(total, python.Add, ev.binaryOne(v, python.Mult, of(intObj(u.micros)), c.span), c.span)
	}
	if given != len(c.args)+len(c.kw) {
		return someDelta()
	}
	return deltaOf(total)
}

// deltaOf is the duration of so many microseconds, rounded half to even as Python rounds them.
func deltaOf(micros val) val {
	if i, ok := asInt(micros.o); ok {
		return of(deltaObj(i))
	}
	if f, ok := micros.o.(floatObj); ok && math.Abs(float64(f)) < 1<<53 {
		return of(deltaObj(math.RoundToEven(float64(f))))
	}
	return someDelta()
}

// deltaOp is an operation on durations; false where neither is one.
func (ev *evaluator) deltaOp(a val, op python.Operator, b val) (val, bool) {
	x, left := a.o.(deltaObj)
	y, right := b.o.(deltaObj)
	at := ev.here()
	switch {
	case left && right && (op == python.Add || op == python.Sub):
		return deltaOf(ev.binaryOne(of(intObj(x)), op, of(intObj(y)), at)), true
	case left && right && (op == python.Div || op == python.FloorDiv) && y != 0:
		return ev.binaryOne(of(intObj(x)), op, of(intObj(y)), at), true
	case left && isNumber(b.o) && (op == python.Mult || op == python.Div && ev.truth(b) == value.True):
		return deltaOf(ev.binaryOne(of(intObj(x)), op, b, at)), true
	case right && isNumber(a.o) && op == python.Mult:
		return deltaOf(ev.binaryOne(a, op, of(intObj(y)), at)), true
	}
	return val{}, false
}

// deltaAttr is an attribute of a duration: Python keeps days, and seconds and microseconds that are never negative.
func deltaAttr(d deltaObj, name string) (val, bool) {
	const day = 24 * 3600e6
	days := int64(d) / day
	rest := int64(d) % day
	if rest < 0 {
		days, rest = days-1, rest+day
	}
	switch name {
	case "days":
		return of(intObj(days)), true
	case "seconds":
		return of(intObj(rest / 1e6)), true
	case "microseconds":
		return of(intObj(rest % 1e6)), true
	case "total_seconds":
		return strict("timedelta.total_seconds", func(*evaluator, *call) val { return of(floatObj(float64(d) / 1e6)) }), true
	}
	return val{}, false
}
