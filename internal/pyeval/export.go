package pyeval

import (
	"cmp"
	"slices"

	"deploylint/internal/value"
)

// An exporter turns objects into values.
type exporter struct {
	ev     *evaluator
	seen   map[object]bool // containers being exported, against cycles
	done   map[object]exported
	items  int  // how many values the present name has
	partly bool // a cycle or the limit cut the present container short
}

// An exported container, which several names may share, and how many values it has.
type exported struct {
	v     value.Value
	items int
}

// maxExport bounds the values of one name, which shared containers could multiply.
const maxExport = 20_000

func newExporter(ev *evaluator) *exporter {
	return &exporter{ev: ev, seen: map[object]bool{}, done: map[object]exported{}}
}

func (x *exporter) binding(b binding) value.Value {
	x.items, x.partly = 0, false
	v := x.value(b.v)
	if len(b.history) > 0 {
		v.Trail = append(slices.Clip(b.history), v.Trail...)
	}
	return v
}

func (x *exporter) value(v val) value.Value {
	out := x.object(v)
	out.Trail = v.trail.steps()
	if step := chosenBy(v.o); step != nil && len(out.Alternatives) > 0 {
		out.Trail = append([]value.Step{*step}, out.Trail...)
		for i := range out.Alternatives {
			out.Alternatives[i].Trail = out.Trail
		}
	}
	out.Overridable = v.over
	return out
}

// chosenBy is the condition that chooses among the contents of a list or dict.
func chosenBy(o object) *value.Step {
	switch o := o.(type) {
	case *listObj:
		return o.chosen
	case *dictObj:
		return o.chosen
	default:
		return nil
	}
}

func (x *exporter) values(vs []val) []value.Value {
	out := make([]value.Value, len(vs))
	for i, v := range vs {
		out[i] = x.value(v)
	}
	return out
}

func (x *exporter) object(v val) value.Value {
	x.items++
	if x.items > maxExport {
		x.partly = true
		return value.NotKnown(value.Limit, "it is too large")
	}
	switch o := v.o.(type) {
	case nil:
		return value.Value{}
	case noneObj:
		return value.OfNone()
	case boolObj:
		return value.OfBool(bool(o))
	case intObj:
		return value.OfInt(int64(o))
	case floatObj:
		return value.OfFloat(float64(o))
	case deltaObj:
		return value.OfDuration(int64(o))
	case strObj:
		return value.OfStr(string(o))
	case bytesObj:
		return value.OfBytes(string(o))
	case *pathObj:
		return value.OfPath(o.p)
	case absentObj:
		return value.NotKnown(value.Absent, "it is not set")
	case *unknownObj:
		u := value.NotKnownFor(o.cause, o.reason)
		if o.cause == value.Several { // made of one of several values, of which nothing is left
			u.Cause = value.Unread
			if len(o.waits) > 0 {
				u.Cause = value.External
			}
		}
		u.Waits, u.Many, u.Use = o.waits, o.many, o.use
		return u
	case *unionObj:
		return x.union(o)
	case *tupleObj, *listObj, *dictObj, *setObj, *nsObj, *instObj:
		return x.container(v.o)
	case *argvObj, *argObj:
		return value.NotKnownFor(value.Host, value.DependsOn("the arguments of the process"))
	default:
		return value.OfObject(v.o.typeName())
	}
}

func (x *exporter) container(o object) value.Value {
	if was, ok := x.done[o]; ok && x.items+was.items <= maxExport {
		x.items += was.items
		return was.v
	}
	if x.seen[o] || len(x.seen) > maxDepth {
		x.partly = true
		return value.NotKnown(value.Unread, "it contains itself")
	}
	x.seen[o] = true
	before, partly := x.items, x.partly
	x.partly = false
	v := x.contents(o)
	if !x.partly {
		x.done[o] = exported{v, x.items - before}
	}
	x.partly = x.partly || partly
	delete(x.seen, o)
	return v
}

func (x *exporter) contents(o object) value.Value {
	switch o := o.(type) {
	case *tupleObj:
		return value.OfSequence(value.Tuple, x.values(o.elems)...)
	case *listObj:
		alts := make([]value.Value, len(o.alts))
		for i, c := range o.alts {
			alts[i] = value.OfSequence(value.List, x.values(c)...)
		}
		return oneOf(alts, value.Reason{})
	case *setObj:
		elems := x.values(o.elems)
		slices.SortStableFunc(elems, compareValues)
		return value.OfSequence(value.Set, elems...)
	case *dictObj:
		alts := make([]value.Value, len(o.alts))
		for i, t := range o.alts {
			alts[i] = x.table(t)
		}
		return oneOf(alts, value.Reason{})
	case *instObj:
		return value.OfObject(o.class.name)
	default:
		return value.OfObject(o.typeName())
	}
}

func (x *exporter) table(t *table) value.Value {
	keys, vals := x.values(t.keys), x.values(t.vals)
	if t.rest != nil {
		keys = append(keys, x.value(asMany(t.rest)))
		vals = append(vals, x.value(derive(t.rest)))
	}
	return value.OfDict(keys, vals)
}

func (x *exporter) union(u *unionObj) value.Value {
	var alts []value.Value
	for _, a := range x.ev.opt.Rank.order(u.alts) {
		alts = append(alts, x.value(a.v))
	}
	out := oneOf(alts, u.reason)
	if !out.Known() && out.Cause == value.Several {
		out.Waits = u.waits
	}
	return out
}

// oneOf is the value that is one of alts, with those that are equal or alternatives themselves taken together.
func oneOf(alts []value.Value, reason value.Reason) value.Value {
	var flat []value.Value
	for _, a := range alts {
		more := []value.Value{a}
		if a.Cause == value.Several && len(a.Alternatives) > 0 {
			more = a.Alternatives
		}
		for _, m := range more {
			at := slices.IndexFunc(flat, func(f value.Value) bool { return sameValue(f, m) })
			switch {
			case at < 0:
				flat = append(flat, m)
			case flat[at].Use != m.Use:
				flat[at].Use = value.Computed
			}
		}
	}
	if len(flat) == 1 {
		return flat[0]
	}
	if len(flat) > maxAlternatives {
		return value.NotKnown(value.Limit, "it can have more values than are followed")
	}
	v := value.OneOf(flat...)
	if !reason.IsZero() {
		v.Reason = reason
	}
	return v
}

// sameValue reports whether two values are equal, or unknown for the same reason.
func sameValue(a, b value.Value) bool {
	if a.Known() || b.Known() {
		return value.Equal(a, b)
	}
	return a.Cause == b.Cause && a.Reason.Equal(b.Reason) && a.Many == b.Many && len(a.Alternatives) == 0 &&
		len(b.Alternatives) == 0
}

// compareValues orders the elements of a set, which Python keeps in no order.
func compareValues(a, b value.Value) int {
	if c := cmp.Compare(a.Kind(), b.Kind()); c != 0 {
		return c
	}
	if f, ok := a.Number(); ok {
		g, _ := b.Number()
		return cmp.Compare(f, g)
	}
	return cmp.Compare(a.Payload(), b.Payload())
}
