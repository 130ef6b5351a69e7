package pyeval

import (
	"slices"

	"deploylint/internal/value"
)

// A Ranking says how near to production a module is by its path. A nil one prefers none.
type Ranking func(path string) int

// prefers reports whether the module that a trail's value comes from is nearer to production than that of another.
func (r Ranking) prefers(a, b *trail) bool {
	return r != nil && r.of(a) > r.of(b)
}

// order returns alternatives with those of modules nearer to production first.
func (r Ranking) order(alts []alternative) []alternative {
	if r == nil {
		return alts
	}
	return slices.SortedStableFunc(slices.Values(alts), func(a, b alternative) int { return r.of(b.v.trail) - r.of(a.v.trail) })
}

// of is the rank of the module that last set a value.
func (r Ranking) of(t *trail) int {
	for ; t != nil; t = t.prev {
		if t.step.How == value.Assigned && !t.step.Span.IsZero() {
			return r(t.step.Span.Path())
		}
	}
	return r("")
}
