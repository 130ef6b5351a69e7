package value

import (
	"fmt"
	"slices"
)

// Walk calls visit for v and everything in it, containers first. The path of an element is its container's path and a
// dict's str key ("DATABASES.default.PASSWORD") or a sequence's index ("ALLOWED_HOSTS[0]"). An element whose key is not a
// known str is visited under "*".
func (v Value) Walk(path string, visit func(path string, v Value)) {
	visit(path, v)
	switch v.kind {
	case Dict:
		for i, e := range v.elems {
			key := "*"
			if k := v.keys[i]; k.kind == Str {
				key = k.text
			}
			e.Walk(path+"."+key, visit)
		}
	case List, Tuple, Set:
		for i, e := range v.elems {
			e.Walk(fmt.Sprintf("%s[%d]", path, i), visit)
		}
	default:
		for _, a := range v.Alternatives {
			a.Walk(path, visit)
		}
	}
}

// Find returns the first element of a container that is a text which is meant.
func (v Value) Find(is func(string) bool) (elem Value, found bool) {
	for _, e := range v.elems {
		if text, ok := e.Text(); ok && is(text) {
			return e, true
		}
	}
	return Value{}, false
}

// FindAll returns the elements of a container that are texts which are meant.
func (v Value) FindAll(is func(string) bool) []Value {
	var found []Value
	for _, e := range v.elems {
		if text, ok := e.Text(); ok && is(text) {
			found = append(found, e)
		}
	}
	return found
}

// Literal reports whether the value stands in the code as it is: neither an environment variable nor a default of one
// gave it. A default in the code is literal text as well; see FromDefault.
func (v Value) Literal() bool {
	last, ok := v.Last()
	if !ok || !v.Known() || last.How != Assigned {
		return false
	}
	_, fallback := v.FromDefault()
	_, supplied := v.FromEnv()
	return !fallback && !supplied
}

// FromDefault returns the environment variable whose default in the code the value is, where something may supply the variable.
func (v Value) FromDefault() (variable string, ok bool) {
	for _, step := range slices.Backward(v.Trail) {
		switch step.How {
		case Fallback:
			return step.Name, true
		case Env, Default:
			return "", false
		default:
		}
	}
	return "", false
}

// FromEnv returns the environment variable that supplied the value.
func (v Value) FromEnv() (variable string, ok bool) {
	for _, step := range slices.Backward(v.Trail) {
		switch step.How {
		case Env:
			return step.Name, true
		case Fallback, Default:
			return "", false
		default:
		}
	}
	return "", false
}

// At returns the element of a dict under a str key, looking into the alternatives of an undecided dict. What is not there
// is unknown with cause Absent; what cannot be told is unknown with the dict's reason.
func (v Value) At(key string) Value {
	if v.kind == Unknown && len(v.Alternatives) > 0 {
		alternatives := make([]Value, 0, len(v.Alternatives))
		for _, a := range v.Alternatives {
			alternatives = append(alternatives, a.At(key))
		}
		one := OneOf(alternatives...)
		one.Trail = v.Trail
		return one
	}
	elem, found, decided := v.Lookup(key)
	switch {
	case found && decided:
		if elem.Overridable == nil {
			elem.Overridable = v.Overridable
		}
		return elem
	case decided:
		return NotKnownFor(Absent, Why(KeyMissing, key))
	case v.kind == Unknown:
		return Value{Cause: v.Cause, Reason: v.Reason, Waits: v.Waits, Trail: v.Trail, Overridable: v.Overridable}
	}
	return Value{Cause: Unread, Reason: Because("not all of its keys are known"), Trail: v.Trail}
}
