package pyeval

import (
	"math"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

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
	if v, ok := ev.testOf(a, op, b, at); ok {
		return v
	}
	if op == python.In || op == python.NotIn {
		return ev.lift(b, func(b val) val {
			t := ev.contains(b, a)
			if _, isEnv := b.o.(*environObj); isEnv && t == value.Undecided {
				if s, ok := a.o.(strObj); ok && ev.variable(string(s)).state == env.External {
					return absence(string(s), op == python.In)
				}
			}
			if op == python.NotIn {
				t = t.Not()
			}
			return ev.compared(carry(ev.triValue(t, b, a, containerReason(b)), a, b), a, op, b)
		})
	}
	return ev.lift(a, func(a val) val {
		return ev.lift(b, func(b val) val {
			return ev.compared(carry(ev.triValue(ev.compareOne(a, op, b, at), a, b), a, b), a, op, b)
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
		return compareOrdered(f, g), !math.IsNaN(f) && !math.IsNaN(g) // NaN is in no order
	}
	if x, ok := a.o.(strObj); ok {
		if y, ok := b.o.(strObj); ok && plain(string(x)) && plain(string(y)) {
			return strings.Compare(string(x), string(y)), true // UTF-8 keeps the order of code points
		}
		return 0, false
	}
	if x, ok := a.o.(deltaObj); ok {
		if y, ok := b.o.(deltaObj); ok {
			return compareOrdered(int64(x), int64(y)), true
		}
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
			if manyOf(x.elems) != nil || manyOf(y.elems) != nil {
				return 0, false
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
	a.o, b.o = plainOf(a.o), plainOf(b.o)
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
	case deltaObj:
		if y, ok := b.o.(deltaObj); ok || isBasic(b.o) {
			return value.TriOf(ok && x == y)
		}
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
	if x, ok := a.o.(*instObj); ok {
		return ev.equalObjects(x, b, depth)
	}
	if y, ok := b.o.(*instObj); ok {
		return ev.equalObjects(y, a, depth)
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

// equalObjects compares an object of a class of the repository: by identity, or by the fields of a dataclass.
func (ev *evaluator) equalObjects(x *instObj, other val, depth int) value.Tri {
	if _, own := ev.classAttr(x.class, "__eq__"); own || x.class.opaque != nil {
		return value.Undecided
	}
	y, ok := other.o.(*instObj)
	if !ok {
		if isBasic(other.o) && len(x.class.names) == 0 {
			return value.False
		}
		return value.Undecided
	}
	if _, own := ev.classAttr(y.class, "__eq__"); own || y.class.opaque != nil {
		return value.Undecided
	}
	if x == y {
		return value.True
	}
	if x.class.form != formData || x.class != y.class {
		return value.False
	}
	out := value.True
	for _, f := range x.class.fields {
		p, inX := x.ns.get(f.name)
		q, inY := y.ns.get(f.name)
		if !inX || !inY {
			return value.Undecided
		}
		out = out.And(ev.equalTo(p.v, q.v, depth+1))
	}
	return out
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
		return ev.containsNext(c, item)
	case *viewObj:
		if c.what == "keys" {
			return ev.containsKey(c.d, item)
		}
		return ev.containsElem(viewElems(c.d, c.what), item)
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
	case *nativeObj:
		h, holds := c.data.(holder)
		if s, ok := item.o.(strObj); ok && holds {
			return h.has(ev, string(s))
		}
	}
	return value.Undecided
}

// containsNext is item in an iterator, which is taken up to the item.
func (ev *evaluator) containsNext(it *iterObj, item val) value.Tri {
	out := value.False
	for {
		e, ok := ev.advance(it)
		if !ok {
			return out
		}
		switch ev.equal(e, item) {
		case value.True:
			if out == value.Undecided {
				ev.touch(it)
				it.havoc(ev, reasonOf(e))
			}
			return value.True
		case value.Undecided:
			out = value.Undecided
		default:
		}
	}
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
