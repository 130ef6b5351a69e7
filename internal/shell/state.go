package shell

import (
	"maps"
	"slices"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// maxAlternatives is how many values a variable may have before it is simply unknown.
const maxAlternatives = 8

// A variable never changes once it is made, so that states can share it and compare by pointer.
type variable struct {
	val    value.Value
	list   []Word // the elements of an array
	isList bool
	// parts are what the text is made of where not all of it is known: the shell still splits what is known at its blanks.
	parts    []part
	exported bool
	span     source.Span
}

// state is a shell at one point of a run.
type state struct {
	vars map[string]*variable
	// exports is a log: it only grows, so that a snapshot is a slice.
	exports    []Export
	dir        value.Value
	args       []Word
	argsKnown  bool
	errexit    bool
	allexport  bool
	virtualenv Word
	// dead is set behind exec and exit.
	dead bool
	// tail are the starts that are the last one so far, background those behind "&".
	tail, background []int
}

func (s *state) fork() *state {
	f := *s
	f.vars = maps.Clone(s.vars)
	f.exports = slices.Clip(s.exports)
	f.args = slices.Clip(s.args)
	f.tail = slices.Clip(s.tail)
	f.background = slices.Clip(s.background)
	return &f
}

// assign sets a variable and exports it where the shell would.
func (s *state) assign(name string, v *variable) {
	s.vars[name] = v
	if v.exported {
		s.exports = append(s.exports, Export{Name: name, Value: v.val, Span: v.span})
	}
}

// unset removes a variable.
func (s *state) unset(name string, at source.Span) {
	absent := value.NotKnown(value.Absent, "it is unset")
	s.vars[name] = &variable{val: absent, span: at}
	s.exports = append(s.exports, Export{Name: name, Value: absent, Span: at})
}

// become makes s the join of the states that a condition leaves open. The condition stands at place.
func (s *state) become(branches []*state, place source.Span) {
	alive := slices.DeleteFunc(branches, func(b *state) bool { return b.dead })
	if len(alive) == 0 {
		s.dead = true
		return
	}
	common := len(s.exports)
	joined := alive[0]
	for _, b := range alive[1:] {
		joined = join(joined, b, common, place)
	}
	*s = *joined
}

func join(a, b *state, common int, place source.Span) *state {
	j := a.fork()
	names := slices.Sorted(maps.Keys(a.vars))
	for name := range b.vars {
		if _, ok := a.vars[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	j.exports = append(j.exports, b.exports[min(common, len(b.exports)):]...)
	for _, name := range names {
		va, vb := a.vars[name], b.vars[name]
		if va == vb {
			continue
		}
		v := either(va, vb, place)
		if !v.val.Known() && !v.isList {
			v.parts = joinParts(name, va, vb)
		}
		j.vars[name] = v
		if v.exported {
			j.exports = append(j.exports, Export{Name: name, Value: v.val, Span: v.span})
		}
	}
	if !value.Equal(a.dir, b.dir) {
		j.dir = value.NotKnownFor(value.Several, value.DependsOn("a condition"))
	}
	if !slices.EqualFunc(a.args, b.args, func(x, y Word) bool { return x.Known && y.Known && x.Text == y.Text }) &&
		(len(a.args) != len(b.args) || len(a.args) > 0) {
		j.argsKnown = a.argsKnown && b.argsKnown && len(a.args) == len(b.args)
	}
	j.errexit = a.errexit && b.errexit
	j.allexport = a.allexport || b.allexport
	if j.virtualenv.Text == "" {
		j.virtualenv = b.virtualenv
	}
	j.tail = union(a.tail, b.tail)
	j.background = union(a.background, b.background)
	return j
}

// either returns a variable that is one of two; nil stands for one that the script has not touched.
func either(a, b *variable, place source.Span) *variable {
	untouched := &variable{val: value.NotKnown(value.Absent, "the script sets it in one branch only")}
	if a == nil {
		a = untouched
	}
	if b == nil {
		b = untouched
	}
	v := &variable{exported: a.exported || b.exported, span: b.span}
	if v.span.IsZero() {
		v.span = a.span
	}
	if value.Equal(a.val, b.val) && !a.isList && !b.isList {
		v.val = b.val
		return v
	}
	alternatives := distinct(append(flatten(a.val), flatten(b.val)...))
	switch {
	case len(alternatives) == 1:
		v.val = alternatives[0]
	case len(alternatives) > maxAlternatives:
		v.val = value.NotKnown(value.Limit, "it has too many possible values")
	default:
		v.val = value.OneOf(alternatives...)
	}
	v.val.Trail = append(slices.Clip(b.val.Trail), value.Step{
		How: value.Joined, Span: place.FirstLine(), Text: "it depends on a condition that is not decided here",
	})
	return v
}

func flatten(v value.Value) []value.Value {
	if v.Cause == value.Several && len(v.Alternatives) > 0 && !v.Known() {
		return slices.Clone(v.Alternatives)
	}
	return []value.Value{v}
}

// distinct drops equal values, and unknown ones of one cause but for the first.
func distinct(values []value.Value) []value.Value {
	var kept []value.Value
	for _, v := range values {
		if !slices.ContainsFunc(kept, func(k value.Value) bool {
			return value.Equal(k, v) || (!k.Known() && !v.Known() && k.Cause == v.Cause && k.Reason.Equal(v.Reason))
		}) {
			kept = append(kept, v)
		}
	}
	return kept
}

func union(a, b []int) []int {
	u := slices.Concat(a, b)
	slices.Sort(u)
	return slices.Compact(u)
}
