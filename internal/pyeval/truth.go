package pyeval

import (
	"deploylint/internal/value"
)

// truth is bool(v).
func (ev *evaluator) truth(v val) value.Tri {
	switch o := v.o.(type) {
	case noneObj:
		return value.False
	case boolObj:
		return value.TriOf(bool(o))
	case intObj:
		return value.TriOf(o != 0)
	case floatObj:
		return value.TriOf(o != 0)
	case deltaObj:
		return value.TriOf(o != 0)
	case strObj:
		return value.TriOf(o != "")
	case bytesObj:
		return value.TriOf(o != "")
	case *tupleObj:
		return truthOfElems(o.elems)
	case *listObj:
		out := truthOfElems(o.alts[0])
		for _, c := range o.alts[1:] {
			if truthOfElems(c) != out {
				return value.Undecided
			}
		}
		return out
	case *setObj:
		return truthOfElems(o.elems)
	case *dictObj:
		out := truthOfTable(o.alts[0])
		for _, t := range o.alts[1:] {
			if truthOfTable(t) != out {
				return value.Undecided
			}
		}
		return out
	case *unionObj:
		out := value.Undecided
		for i, a := range o.alts {
			t := ev.truth(a.v)
			if i > 0 && t != out {
				return value.Undecided
			}
			out = t
		}
		return out
	case *pathObj, *funcObj, *classObj, *moduleObj, *libObj, *nativeObj, *methodObj, *fileObj, ellipsisObj:
		return value.True
	case *nsObj:
		return value.True
	default:
		return value.Undecided
	}
}

func truthOfElems(elems []val) value.Tri {
	for _, e := range elems {
		if !isMany(e) {
			return value.True
		}
	}
	if len(elems) > 0 {
		return value.Undecided
	}
	return value.False
}

func truthOfTable(t *table) value.Tri {
	switch {
	case len(t.keys) > 0:
		return value.True
	case t.rest != nil:
		return value.Undecided
	}
	return value.False
}
