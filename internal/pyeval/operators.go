package pyeval

import (
	"math"
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
	if v, ok := ev.deltaOp(a, op, b); ok {
		return v
	}
	if a.o.typeName() == "timedelta" || b.o.typeName() == "timedelta" {
		return someDelta()
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
		u := &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
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
		if u, ok := ev.presence(v); ok {
			return u.ifUnset(boolObj(ev.truth(of(u.unset)) != value.True))
		}
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
	if d, ok := v.o.(deltaObj); ok && op != python.Invert {
		if op == python.UAdd {
			return v
		}
		return of(-d)
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
