package pyeval

import (
	"math"
	"math/bits"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

func (ev *evaluator) arithmetic(a object, op python.Operator, b object, at source.Span) val {
	x, xInt := asInt(a)
	y, yInt := asInt(b)
	if xInt && yInt {
		return ev.intOp(a, x, op, b, y, at)
	}
	f, _ := asFloat(a)
	g, _ := asFloat(b)
	var r float64
	switch op {
	case python.Add:
		r = f + g
	case python.Sub:
		r = f - g
	case python.Mult:
		r = f * g
	case python.Div, python.FloorDiv, python.Mod:
		if g == 0 {
			return ev.raiseAt("ZeroDivisionError", "division by zero", at)
		}
		r = f / g
		if op == python.FloorDiv {
			r = math.Floor(r)
		}
		if op == python.Mod {
			return unread("the remainder of floats is not followed")
		}
	case python.Pow:
		return unread("powers of floats are not followed")
	default:
		return ev.raiseAt("TypeError", "unsupported operand types", at)
	}
	if math.IsInf(r, 0) || math.IsNaN(r) {
		return limited("the number is too large")
	}
	return of(floatObj(r))
}

func (ev *evaluator) intOp(a object, x int64, op python.Operator, b object, y int64, at source.Span) val {
	tooLarge := limited("the number needs more than 64 bits")
	switch op {
	case python.Add:
		if r := x + y; (r > x) == (y > 0) {
			return of(intObj(r))
		}
		return tooLarge
	case python.Sub:
		if r := x - y; (r < x) == (y > 0) {
			return of(intObj(r))
		}
		return tooLarge
	case python.Mult:
		return multiply(x, y)
	case python.Div:
		if y == 0 {
			return ev.raiseAt("ZeroDivisionError", "division by zero", at)
		}
		if absInt(x) > 1<<53 || absInt(y) > 1<<53 {
			return limited("the quotient is not exact")
		}
		return of(floatObj(float64(x) / float64(y)))
	case python.FloorDiv, python.Mod:
		if y == 0 {
			return ev.raiseAt("ZeroDivisionError", "integer division or modulo by zero", at)
		}
		if y == -1 {
			if x == math.MinInt64 {
				return tooLarge
			}
			if op == python.Mod {
				return of(intObj(0))
			}
			return of(intObj(-x))
		}
		q, r := x/y, x%y
		if r != 0 && (r < 0) != (y < 0) {
			q, r = q-1, r+y
		}
		if op == python.Mod {
			return of(intObj(r))
		}
		return of(intObj(q))
	case python.Pow:
		return ev.power(x, y, at)
	case python.LShift:
		if y < 0 || y > 62 || x != 0 && bits.Len64(absInt(x))+int(y) > 63 {
			return tooLarge
		}
		return of(intObj(x << y))
	case python.RShift:
		if y < 0 {
			return ev.raiseAt("ValueError", "negative shift count", at)
		}
		return of(intObj(x >> min(y, 63)))
	case python.BitAnd, python.BitOr, python.BitXor:
		return bitwise(a, x, op, b, y)
	default:
		return unread("the operator is not followed on numbers")
	}
}

func absInt(x int64) uint64 {
	if x < 0 {
		return uint64(-(x + 1)) + 1
	}
	return uint64(x)
}

func multiply(x, y int64) val {
	if x == 0 || y == 0 {
		return of(intObj(0))
	}
	hi, lo := bits.Mul64(absInt(x), absInt(y))
	if hi != 0 || lo > math.MaxInt64 {
		return limited("the number needs more than 64 bits")
	}
	r := int64(lo)
	if (x < 0) != (y < 0) {
		r = -r
	}
	return of(intObj(r))
}

func (ev *evaluator) power(x, y int64, at source.Span) val {
	if y < 0 {
		if x == 0 {
			return ev.raiseAt("ZeroDivisionError", "0 cannot be raised to a negative power", at)
		}
		return unread("negative powers are not followed")
	}
	if y > 64 && x != 0 && x != 1 && x != -1 {
		return limited("the number needs more than 64 bits")
	}
	if x == -1 {
		if y%2 == 0 {
			return of(intObj(1))
		}
		return of(intObj(-1))
	}
	r := ofInt(1)
	for range min(y, 64) {
		n, ok := r.o.(intObj)
		if !ok {
			return r
		}
		r = multiply(int64(n), x)
	}
	return r
}

func bitwise(a object, x int64, op python.Operator, b object, y int64) val {
	var r int64
	switch op {
	case python.BitAnd:
		r = x & y
	case python.BitOr:
		r = x | y
	default:
		r = x ^ y
	}
	_, aBool := a.(boolObj)
	_, bBool := b.(boolObj)
	if aBool && bBool {
		return ofBool(r != 0)
	}
	return of(intObj(r))
}
