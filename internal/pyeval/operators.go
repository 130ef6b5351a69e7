package pyeval

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// plain reports whether a string does not depend on where the repository lies.
func plain(s string) bool { return !strings.Contains(s, value.RootMark) }

func (ev *evaluator) binOp(e *python.BinOp) val {
	// A chain of operators leans to the left and may be long: walk down it in a loop.
	chain := []*python.BinOp{e}
	left := e.Left
	for {
		b, ok := left.(*python.BinOp)
		if !ok {
			break
		}
		chain = append(chain, b)
		left = b.Left
	}
	v := ev.eval(left)
	for _, b := range slices.Backward(chain) {
		if ev.exc != nil {
			return v
		}
		r := ev.eval(b.Right)
		if ev.exc != nil {
			return r
		}
		v = ev.binary(v, b.Op, r, ev.span(b))
	}
	return v
}

func (ev *evaluator) binary(a val, op python.Operator, b val, at source.Span) val {
	ev.at = at
	ev.chargeFor(a, b)
	return ev.lift(a, func(a val) val {
		return ev.lift(b, func(b val) val { return carry(ev.binaryOne(a, op, b, at), a, b) })
	})
}

func (ev *evaluator) binaryOne(a val, op python.Operator, b val, at source.Span) val {
	if op == python.Mod {
		if s, ok := a.o.(strObj); ok {
			return ev.percent(string(s), b, at)
		}
	}
	if l, ok := ev.containerOp(a, op, b); ok {
		return l
	}
	if u, ok := a.o.(*unknownObj); ok {
		ev.risk("Exception")
		return derive(u)
	}
	if u, ok := b.o.(*unknownObj); ok {
		ev.risk("Exception")
		return derive(u)
	}
	if v, ok := ev.pathOp(a, op, b); ok {
		return v
	}
	if x, ok := a.o.(strObj); ok {
		if y, ok := b.o.(strObj); ok && op == python.Add {
			return ev.str(string(x) + string(y))
		}
	}
	if x, ok := a.o.(bytesObj); ok {
		if y, ok := b.o.(bytesObj); ok && op == python.Add {
			return of(x + y)
		}
	}
	if v, ok := ev.repeat(a, op, b); ok {
		return v
	}
	if v, ok := ev.repeat(b, op, a); ok {
		return v
	}
	if isNumber(a.o) && isNumber(b.o) {
		return ev.arithmetic(a.o, op, b.o, at)
	}
	if isBasic(a.o) && isBasic(b.o) {
		return ev.raiseAt("TypeError", "unsupported operand types: '"+a.o.typeName()+"' and '"+b.o.typeName()+"'", at)
	}
	if a.o.typeName() == "timedelta" || b.o.typeName() == "timedelta" {
		return of(&opaqueObj{typ: "timedelta"})
	}
	return unread("the operator is not followed on these types")
}

// isBasic reports whether an object is of a built-in type whose operators are all known here.
func isBasic(o object) bool {
	switch o.(type) {
	case noneObj, boolObj, intObj, floatObj, strObj, bytesObj, *listObj, *tupleObj, *dictObj:
		return true
	default:
		return false
	}
}

// str makes a str within the limits.
func (ev *evaluator) str(s string) val {
	if len(s) > maxString || !ev.spend(len(s)) {
		return limited("the string is longer than is followed")
	}
	return ofStr(s)
}

func isNumber(o object) bool {
	switch o.(type) {
	case boolObj, intObj, floatObj:
		return true
	default:
		return false
	}
}

// asInt is the value of an int or a bool.
func asInt(o object) (int64, bool) {
	switch o := o.(type) {
	case intObj:
		return int64(o), true
	case boolObj:
		if o {
			return 1, true
		}
		return 0, true
	default:
		return 0, false
	}
}

func asFloat(o object) (float64, bool) {
	if f, ok := o.(floatObj); ok {
		return float64(f), true
	}
	i, ok := asInt(o)
	return float64(i), ok
}

// repeat is text * n and sequence * n.
func (ev *evaluator) repeat(a val, op python.Operator, b val) (val, bool) {
	n, ok := asInt(b.o)
	if op != python.Mult || !ok {
		return val{}, false
	}
	n = max(n, 0)
	switch o := a.o.(type) {
	case strObj:
		if n > maxString || int(n)*len(o) > maxString {
			return limited("the string is longer than is followed"), true
		}
		return ev.str(strings.Repeat(string(o), int(n))), true
	case bytesObj:
		if n > maxString || int(n)*len(o) > maxString {
			return limited("the bytes are longer than is followed"), true
		}
		return of(bytesObj(strings.Repeat(string(o), int(n)))), true
	case *listObj:
		if len(o.alts) != 1 {
			return unread("it is changed under conditions that are not decided here"), true
		}
		if n > maxItems || int(n)*len(o.alts[0]) > maxItems {
			return limited("the list is longer than is followed"), true
		}
		return ev.list(slices.Repeat(o.alts[0], int(n))), true
	case *tupleObj:
		if n > maxItems || int(n)*len(o.elems) > maxItems {
			return limited("the tuple is longer than is followed"), true
		}
		return tupleOf(slices.Repeat(o.elems, int(n))...), true
	}
	return val{}, false
}

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

// containerOp is + on lists and tuples, | on dicts, and the operators of sets.
func (ev *evaluator) containerOp(a val, op python.Operator, b val) (val, bool) {
	switch x := a.o.(type) {
	case *listObj:
		if op != python.Add {
			return val{}, false
		}
		if y, ok := b.o.(*listObj); ok {
			return ev.concatLists(x, y), true
		}
		if u, ok := b.o.(*unknownObj); ok {
			out := &listObj{birth: ev.now()}
			for _, c := range x.alts {
				out.alts = append(out.alts, append(slices.Clip(c), asMany(u)))
			}
			return of(out), true
		}
	case *tupleObj:
		if op != python.Add {
			return val{}, false
		}
		if y, ok := b.o.(*tupleObj); ok {
			if len(x.elems)+len(y.elems) > maxItems || !ev.spend(16*(len(x.elems)+len(y.elems))) {
				return limited("the tuple is longer than is followed"), true
			}
			return tupleOf(append(slices.Clip(x.elems), y.elems...)...), true
		}
		if u, ok := b.o.(*unknownObj); ok {
			return tupleOf(append(slices.Clip(x.elems), asMany(u))...), true
		}
	case *unknownObj:
		if op != python.Add {
			return val{}, false
		}
		switch y := b.o.(type) {
		case *listObj:
			if len(y.alts) == 1 {
				return ev.list(append([]val{asMany(x)}, y.alts[0]...)), true
			}
		case *tupleObj:
			return tupleOf(append([]val{asMany(x)}, y.elems...)...), true
		}
	case *dictObj:
		if op == python.BitOr {
			out := ev.copyDict(x)
			ev.updateDict(out, b)
			return of(out), true
		}
	case *setObj:
		return ev.setOp(x, op, b)
	}
	return val{}, false
}

func (ev *evaluator) concatLists(x, y *listObj) val {
	out := &listObj{birth: ev.now()}
	for _, c := range x.alts {
		for _, d := range y.alts {
			if len(c)+len(d) > maxItems || !ev.spend(16*(len(c)+len(d))) {
				return limited("the list is longer than is followed")
			}
			out.alts = append(out.alts, append(slices.Clip(c), d...))
		}
	}
	if len(out.alts) > maxAlternatives {
		u := &unknownObj{cause: value.Unread, reason: "it is changed under conditions that are not decided here"}
		out.alts = [][]val{common(out.alts, u)}
	}
	return of(out)
}

func (ev *evaluator) setOp(x *setObj, op python.Operator, b val) (val, bool) {
	y, ok := b.o.(*setObj)
	if !ok {
		return val{}, false
	}
	_, xMany := anyMany(x.elems)
	u, yMany := anyMany(y.elems)
	if (xMany || yMany) && op != python.BitOr {
		if u == nil {
			u, _ = anyMany(x.elems)
		}
		return of(&setObj{birth: ev.now(), elems: []val{asMany(u)}}), true
	}
	has := func(s *setObj, e val) bool {
		return slices.ContainsFunc(s.elems, func(o val) bool { return ev.equal(o, e) == value.True })
	}
	var out []val
	for _, e := range x.elems {
		if ev.dead {
			break
		}
		in := has(y, e)
		if op == python.BitOr || op == python.BitAnd && in || (op == python.Sub || op == python.BitXor) && !in {
			out = append(out, e)
		}
	}
	if op == python.BitOr || op == python.BitXor {
		for _, e := range y.elems {
			if !ev.dead && !has(x, e) {
				out = append(out, e)
			}
		}
	}
	return of(&setObj{birth: ev.now(), elems: out, frozen: x.frozen}), true
}

func (ev *evaluator) unaryOp(e *python.UnaryOp) val {
	v := ev.eval(e.Operand)
	if ev.exc != nil {
		return v
	}
	if e.Op == python.Not {
		if isUnion(v.o) && ev.truth(v) == value.Undecided {
			return ev.lift(v, func(a val) val { return carry(ev.triValue(ev.truth(a).Not(), a), a) })
		}
		return carry(ev.triValue(ev.truth(v).Not(), v), v)
	}
	return ev.lift(v, func(v val) val { return carry(unaryOne(e.Op, v), v) })
}

// unaryOne is +v, -v or ~v.
func unaryOne(op python.Operator, v val) val {
	if u, ok := v.o.(*unknownObj); ok {
		return derive(u)
	}
	if i, ok := asInt(v.o); ok {
		switch {
		case op == python.UAdd:
			return of(intObj(i))
		case op == python.Invert:
			return of(intObj(^i))
		case i == math.MinInt64:
			return limited("the number needs more than 64 bits")
		}
		return of(intObj(-i))
	}
	if f, ok := v.o.(floatObj); ok && op != python.Invert {
		if op == python.UAdd {
			return v
		}
		return of(-f)
	}
	return unread("the operator is not followed on this type")
}

// triValue is a bool, or unknown for the reason that v is.
func (ev *evaluator) triValue(t value.Tri, why ...val) val {
	switch t {
	case value.True:
		return ofBool(true)
	case value.False:
		return ofBool(false)
	default:
		u := reasonOf(why...)
		if u.cause == value.Several {
			return val{o: &unionObj{
				alts:   []alternative{{v: ofBool(true)}, {v: ofBool(false)}},
				reason: u.reason, waits: u.waits,
			}}
		}
		return derive(u)
	}
}

func (ev *evaluator) comparison(e *python.Compare) val {
	left := ev.eval(e.Left)
	out := ofBool(true)
	for i, op := range e.Ops {
		if ev.exc != nil {
			return left
		}
		right := ev.eval(e.Comparators[i])
		if ev.exc != nil {
			return right
		}
		r := ev.compare(left, op, right, ev.span(e))
		switch ev.truth(r) {
		case value.False:
			return r
		case value.Undecided:
			out = r
		default:
			if i == 0 {
				out = r
			}
		}
		left = right
	}
	return out
}

func (ev *evaluator) compare(a val, op python.Operator, b val, at source.Span) val {
	ev.at = at
	ev.chargeFor(a, b)
	if op == python.In || op == python.NotIn {
		return ev.lift(b, func(b val) val {
			t := ev.contains(b, a)
			if op == python.NotIn {
				t = t.Not()
			}
			return carry(ev.triValue(t, b, a, containerReason(b)), a, b)
		})
	}
	return ev.lift(a, func(a val) val {
		return ev.lift(b, func(b val) val {
			return carry(ev.triValue(ev.compareOne(a, op, b, at), a, b), a, b)
		})
	})
}

// containerReason is an unknown element of a container, whose reason explains an undecided membership.
func containerReason(v val) val {
	for _, e := range elemsOf(v) {
		if _, ok := e.o.(*unknownObj); ok {
			return e
		}
	}
	return val{o: noneObj{}}
}

func elemsOf(v val) []val {
	switch o := v.o.(type) {
	case *listObj:
		return o.alts[0]
	case *tupleObj:
		return o.elems
	case *setObj:
		return o.elems
	default:
		return nil
	}
}

func (ev *evaluator) compareOne(a val, op python.Operator, b val, at source.Span) value.Tri {
	switch op {
	case python.Eq:
		return ev.equal(a, b)
	case python.NotEq:
		return ev.equal(a, b).Not()
	case python.Is, python.IsNot:
		t := ev.identical(a, b)
		if op == python.IsNot {
			t = t.Not()
		}
		return t
	default:
	}
	c, ok := ev.order(a, b, at)
	if !ok {
		return value.Undecided
	}
	switch op {
	case python.Lt:
		return value.TriOf(c < 0)
	case python.LtE:
		return value.TriOf(c <= 0)
	case python.Gt:
		return value.TriOf(c > 0)
	case python.GtE:
		return value.TriOf(c >= 0)
	default:
		return value.Undecided
	}
}

// order compares two values for < and its like; false where that is not decided.
func (ev *evaluator) order(a, b val, at source.Span) (int, bool) {
	if isNumber(a.o) && isNumber(b.o) {
		x, xInt := asInt(a.o)
		y, yInt := asInt(b.o)
		if xInt && yInt {
			return compareOrdered(x, y), true
		}
		f, _ := asFloat(a.o)
		g, _ := asFloat(b.o)
		return compareOrdered(f, g), true
	}
	if x, ok := a.o.(strObj); ok {
		if y, ok := b.o.(strObj); ok && plain(string(x)) && plain(string(y)) {
			return strings.Compare(string(x), string(y)), true // UTF-8 keeps the order of code points
		}
		return 0, false
	}
	if x, ok := a.o.(*tupleObj); ok {
		if y, ok := b.o.(*tupleObj); ok {
			for i := range min(len(x.elems), len(y.elems)) {
				switch ev.equal(x.elems[i], y.elems[i]) {
				case value.True:
					continue
				case value.False:
					return ev.order(x.elems[i], y.elems[i], at)
				default:
					return 0, false
				}
			}
			return len(x.elems) - len(y.elems), true
		}
		return 0, false
	}
	if isBasic(a.o) && isBasic(b.o) && a.o.typeName() != b.o.typeName() {
		ev.raiseAt("TypeError", "'"+a.o.typeName()+"' and '"+b.o.typeName()+"' cannot be ordered", at)
	}
	return 0, false
}

func compareOrdered[T int64 | float64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// identical is a is b: decided for None, True and False, and for heap objects.
func (ev *evaluator) identical(a, b val) value.Tri {
	if isUnknown(a.o) || isUnknown(b.o) {
		return value.Undecided
	}
	singleton := func(o object) bool {
		switch o.(type) {
		case noneObj, boolObj, ellipsisObj:
			return true
		default:
			return false
		}
	}
	if singleton(a.o) || singleton(b.o) {
		if _, ok := a.o.(*opaqueObj); ok {
			return value.False
		}
		return value.TriOf(a.o == b.o)
	}
	switch a.o.(type) {
	case *listObj, *dictObj, *setObj, *funcObj, *classObj, *moduleObj, *instObj:
		return value.TriOf(a.o == b.o)
	default:
		return value.Undecided
	}
}

// equal is a == b.
func (ev *evaluator) equal(a, b val) value.Tri {
	return ev.equalTo(a, b, 0)
}

func (ev *evaluator) equalTo(a, b val, depth int) value.Tri {
	ev.charge(1)
	if depth > 50 || ev.dead {
		return value.Undecided
	}
	if isUnknown(a.o) || isUnknown(b.o) {
		return value.Undecided
	}
	if u, ok := a.o.(*unionObj); ok {
		return ev.equalAll(u, b, depth)
	}
	if u, ok := b.o.(*unionObj); ok {
		return ev.equalAll(u, a, depth)
	}
	switch a.o.(type) {
	case *argvObj, *argObj:
		return isArgument(b)
	}
	switch b.o.(type) {
	case *argvObj, *argObj:
		return isArgument(a)
	}
	if isNumber(a.o) && isNumber(b.o) {
		x, xInt := asInt(a.o)
		y, yInt := asInt(b.o)
		if xInt && yInt {
			return value.TriOf(x == y)
		}
		f, _ := asFloat(a.o)
		g, _ := asFloat(b.o)
		return value.TriOf(f == g)
	}
	switch x := a.o.(type) {
	case strObj:
		if y, ok := b.o.(strObj); ok {
			return equalText(string(x), string(y))
		}
	case *pathObj:
		if y, ok := b.o.(*pathObj); ok {
			return equalText(x.p, y.p)
		}
	case noneObj, bytesObj:
		if isBasic(b.o) {
			return value.TriOf(a.o == b.o)
		}
	case *listObj:
		if y, ok := b.o.(*listObj); ok {
			if len(x.alts) != 1 || len(y.alts) != 1 {
				return value.Undecided
			}
			return ev.equalElems(x.alts[0], y.alts[0], depth)
		}
	case *tupleObj:
		if y, ok := b.o.(*tupleObj); ok {
			return ev.equalElems(x.elems, y.elems, depth)
		}
	case *dictObj:
		if y, ok := b.o.(*dictObj); ok {
			if x == y {
				return value.True
			}
			if len(x.alts) == 1 && len(y.alts) == 1 && x.alts[0].rest == nil && y.alts[0].rest == nil {
				return ev.equalTables(x.alts[0], y.alts[0], depth)
			}
			return value.Undecided
		}
	}
	if isBasic(a.o) && isBasic(b.o) {
		return value.False
	}
	if same(a.o, b.o) {
		if _, ok := a.o.(*opaqueObj); ok {
			return value.Undecided
		}
		return value.True
	}
	return value.Undecided
}

func isUnknown(o object) bool {
	_, ok := o.(*unknownObj)
	return ok
}

func (ev *evaluator) equalAll(u *unionObj, b val, depth int) value.Tri {
	out := value.Undecided
	for i, a := range u.alts {
		t := ev.equalTo(a.v, b, depth+1)
		if i > 0 && t != out {
			return value.Undecided
		}
		out = t
	}
	return out
}

func (ev *evaluator) equalElems(a, b []val, depth int) value.Tri {
	if _, ok := anyMany(a); ok {
		return value.Undecided
	}
	if _, ok := anyMany(b); ok {
		return value.Undecided
	}
	if len(a) != len(b) {
		return value.False
	}
	out := value.True
	for i := range a {
		out = out.And(ev.equalTo(a[i], b[i], depth+1))
	}
	return out
}

func (ev *evaluator) equalTables(a, b *table, depth int) value.Tri {
	if len(a.keys) != len(b.keys) {
		return value.False
	}
	out := value.True
	for i, k := range a.keys {
		h, _ := hashOf(k.o)
		v, ok := b.get(h)
		if !ok {
			return value.False
		}
		out = out.And(ev.equalTo(a.vals[i], v, depth+1))
	}
	return out
}

// equalText compares two strings of which either may depend on where the repository lies.
func equalText(a, b string) value.Tri {
	if a == b {
		return value.True
	}
	if plain(a) && plain(b) {
		return value.False
	}
	ra, aRoot := strings.CutPrefix(a, value.RootMark)
	rb, bRoot := strings.CutPrefix(b, value.RootMark)
	switch {
	case aRoot && bRoot && plain(ra) && plain(rb):
		return value.False
	case aRoot && plain(b) && !strings.HasPrefix(b, "/"), bRoot && plain(a) && !strings.HasPrefix(a, "/"):
		return value.False // the root is absolute
	}
	return value.Undecided
}

// contains is item in container.
func (ev *evaluator) contains(container, item val) value.Tri {
	switch c := container.o.(type) {
	case *listObj:
		out := ev.containsElem(c.alts[0], item)
		for _, alt := range c.alts[1:] {
			if ev.containsElem(alt, item) != out {
				return value.Undecided
			}
		}
		return out
	case *tupleObj:
		return ev.containsElem(c.elems, item)
	case *setObj:
		return ev.containsElem(c.elems, item)
	case *iterObj:
		return ev.containsElem(c.elems, item)
	case *dictObj:
		return ev.containsKey(c, item)
	case strObj:
		s, ok := item.o.(strObj)
		if !ok || !plain(string(c)) || !plain(string(s)) {
			return value.Undecided
		}
		return value.TriOf(strings.Contains(string(c), string(s)))
	case *nsObj:
		if s, ok := item.o.(strObj); ok {
			return ev.hasName(c.ns, string(s))
		}
	case *environObj:
		if s, ok := item.o.(strObj); ok {
			return ev.environHas(string(s))
		}
	case *argvObj, *argObj:
		return isArgument(item)
	}
	return value.Undecided
}

func (ev *evaluator) containsElem(elems []val, item val) value.Tri {
	out := value.False
	for _, e := range elems {
		if ev.dead {
			return value.Undecided
		}
		switch ev.equal(e, item) {
		case value.True:
			return value.True
		case value.Undecided:
			out = value.Undecided
		default:
		}
	}
	return out
}

func (ev *evaluator) containsKey(d *dictObj, item val) value.Tri {
	out := value.Undecided
	for i, t := range d.alts {
		is := value.Undecided
		if h, ok := hashOf(item.o); ok {
			_, found := t.get(h)
			switch {
			case found:
				is = value.True
			case t.rest == nil:
				is = value.False
			}
		}
		if i > 0 && is != out {
			return value.Undecided
		}
		out = is
	}
	return out
}

func (ev *evaluator) hasName(ns *namespace, name string) value.Tri {
	b, ok := ns.get(name)
	if !ok {
		if ns.open != nil {
			return value.Undecided
		}
		return value.False
	}
	if u, ok := b.v.o.(*unionObj); ok && hasAbsent(u) {
		return value.Undecided
	}
	_, gone := b.v.o.(absentObj)
	return value.TriOf(!gone)
}
