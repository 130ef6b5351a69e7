// Package value holds what a static evaluation found out about a value: what it is, how it came to be, and, where it is
// not known, why. Unknown is the zero Value, so nothing that was not computed can pass for known.
package value

import (
	"slices"
	"strings"

	"deploylint/internal/source"
)

// Kind is the Python type of a value, as far as rules tell types apart.
type Kind uint8

// The kinds. Unknown is the zero Kind, on purpose.
const (
	Unknown Kind = iota
	None
	Bool
	Int
	Float
	Str
	Bytes
	// Path is a pathlib.Path or another library's path object.
	Path
	List
	Tuple
	Set
	Dict
	// Duration is a datetime.timedelta.
	Duration
	// Object is a known object of a type that rules do not look into, such as a lambda.
	Object
)

// String returns the kind's name in JSON reports.
func (k Kind) String() string {
	switch k {
	case None:
		return "none"
	case Bool:
		return "bool"
	case Int:
		return "int"
	case Float:
		return "float"
	case Str:
		return "str"
	case Bytes:
		return "bytes"
	case Path:
		return "path"
	case List:
		return "list"
	case Tuple:
		return "tuple"
	case Set:
		return "set"
	case Dict:
		return "dict"
	case Duration:
		return "timedelta"
	case Object:
		return "object"
	case Unknown:
		return "unknown"
	default:
		return "unknown"
	}
}

// Cause says why a value is unknown. Rules use it to tell a value that production must supply from one that only the
// tool could not follow.
type Cause uint8

// The causes.
const (
	// Unread: the evaluator could not follow the code.
	Unread Cause = iota
	// External: an environment variable or a file that lives outside the repository supplies it; Value.Waits names them.
	External
	// Generated: made anew at each start, such as a random key.
	Generated
	// Host: depends on the machine, such as its name or number of cores.
	Host
	// Limit: one of the evaluator's limits was reached.
	Limit
	// Several: one of Value.Alternatives, undecided which.
	Several
	// Absent: it is not set at all.
	Absent
)

// Use says what code made of the text of a variable from outside.
type Use uint8

// The uses.
const (
	// Computed: something that depends on it.
	Computed Use = iota
	// Taken: the text as it is, or its truth.
	Taken
	// Compared: whether it is one of some texts, which it is not where the variable is missing.
	Compared
)

// RootMark stands, inside a Str or Path payload, for the absolute path of the repository root, which is never known and
// never printed: "\x00/shop/static" is <root>/shop/static and "\x00/.." the folder around the root.
const RootMark = "\x00"

// A Value is what is known of a value. The zero Value is unknown.
type Value struct {
	kind    Kind
	boolean bool
	integer int64
	float   float64
	text    string // Str, Bytes, Path; for Object a short description of the type
	elems   []Value
	keys    []Value // Dict only, parallel to elems

	// Trail is how the value came to be, oldest step first. It never influences equality.
	Trail []Step
	// Alternatives are the values it may have, when Cause is Several. Some of them may be unknown.
	Alternatives []Value
	// Reason says why the value is unknown, and about what; Cause says what follows from it.
	Reason Reason
	Cause  Cause
	// Waits names what the environment must supply, when Cause is External.
	Waits []string
	// Use is what the code made of the variable that it waits for.
	Use Use
	// Many marks an unknown element that stands for any number of elements ([*hosts, "a"]) or, as a dict's key, of entries.
	Many bool
	// Overridable names the tolerated, untracked module that may replace the value
	// (try: from .local_settings import *), with the place of the import.
	Overridable *Step
}

// A Step is one step of how a value came to be.
type Step struct {
	How  How
	Span source.Span
	// Text says what happened, for people: "DEBUG is not set: the default in the code".
	Text string
	// Name is the environment variable, for Env and Fallback steps.
	Name string
}

// How says what a step did.
type How uint8

// The steps.
const (
	// Default: Django's own default; no span.
	Default How = iota
	// Assigned: given by code.
	Assigned
	// Overridden: assigned before, and replaced by the next step.
	Overridden
	// Env: taken from an environment variable.
	Env
	// Fallback: the default in the code, because the variable is not supplied.
	Fallback
	// Joined: branches of an undecided condition met here.
	Joined
	// Assumed: taken to be so without proof.
	Assumed
	// Settled: a Fallback where nothing can supply the variable, so that the default is what runs.
	Settled
)

// String returns the step's name in JSON reports.
func (h How) String() string {
	switch h {
	case Assigned:
		return "assigned"
	case Overridden:
		return "overridden"
	case Env:
		return "env"
	case Fallback, Settled:
		return "fallback"
	case Joined:
		return "joined"
	case Assumed:
		return "assumed"
	default:
		return "default"
	}
}

// OfNone returns None.
func OfNone() Value { return Value{kind: None} }

// OfBool returns a bool.
func OfBool(b bool) Value { return Value{kind: Bool, boolean: b} }

// OfInt returns an int.
func OfInt(i int64) Value { return Value{kind: Int, integer: i} }

// OfFloat returns a float.
func OfFloat(f float64) Value { return Value{kind: Float, float: f} }

// OfDuration returns a duration of so many microseconds, which is how finely Python keeps it.
func OfDuration(micros int64) Value { return Value{kind: Duration, integer: micros} }

// OfStr returns a str, which may hold RootMark.
func OfStr(s string) Value { return Value{kind: Str, text: s} }

// OfBytes returns a bytes.
func OfBytes(s string) Value { return Value{kind: Bytes, text: s} }

// OfPath returns a path object, which may begin with RootMark.
func OfPath(s string) Value { return Value{kind: Path, text: s} }

// OfObject returns a known object of the described type.
func OfObject(description string) Value { return Value{kind: Object, text: description} }

// OfSequence returns a List, Tuple or Set of elems, which it keeps.
func OfSequence(k Kind, elems ...Value) Value {
	if k != List && k != Tuple && k != Set {
		panic("value: not a sequence kind: " + k.String())
	}
	return Value{kind: k, elems: elems}
}

// OfDict returns a dict with the keys and values, in order. It keeps both slices, which must be of one length.
func OfDict(keys, values []Value) Value {
	if len(keys) != len(values) {
		panic("value: a dict needs as many keys as values")
	}
	return Value{kind: Dict, keys: keys, elems: values}
}

// NotKnown returns an unknown value whose reason is about nothing that has a name.
func NotKnown(cause Cause, reason Clause) Value { return NotKnownFor(cause, Because(reason)) }

// NotKnownFor returns an unknown value with its reason.
func NotKnownFor(cause Cause, reason Reason) Value { return Value{Cause: cause, Reason: reason} }

// OneOf returns an unknown value that is one of alternatives.
func OneOf(alternatives ...Value) Value {
	return Value{Cause: Several, Alternatives: alternatives, Reason: DependsOn("a condition that is not decided here")}
}

// Kind returns the value's kind; Unknown when it is not known.
func (v Value) Kind() Kind { return v.kind }

// Known reports whether the value itself is known; a container is known though an element may not be (see Complete).
func (v Value) Known() bool { return v.kind != Unknown }

// Complete reports whether the value and everything in it is known.
func (v Value) Complete() bool {
	if v.kind == Unknown {
		return false
	}
	for _, e := range v.elems {
		if !e.Complete() {
			return false
		}
	}
	for _, k := range v.keys {
		if !k.Complete() {
			return false
		}
	}
	return true
}

// Bool returns the payload of a bool.
func (v Value) Bool() (b, ok bool) { return v.boolean, v.kind == Bool }

// Int returns the payload of an int.
func (v Value) Int() (int64, bool) { return v.integer, v.kind == Int }

// Float returns the payload of a float.
func (v Value) Float() (float64, bool) { return v.float, v.kind == Float }

// Seconds returns how long a duration is.
func (v Value) Seconds() (float64, bool) { return float64(v.integer) / 1e6, v.kind == Duration }

// Number returns the payload of a bool, int or float, as Python compares them.
func (v Value) Number() (float64, bool) {
	switch v.kind {
	case Bool:
		if v.boolean {
			return 1, true
		}
		return 0, true
	case Int:
		return float64(v.integer), true
	case Float:
		return v.float, true
	default:
		return 0, false
	}
}

// Text returns a str that does not depend on where the repository lies.
func (v Value) Text() (string, bool) {
	return v.text, v.kind == Str && !strings.Contains(v.text, RootMark)
}

// Payload returns the raw payload of a Str, Bytes or Path, RootMark included, or an Object's description.
func (v Value) Payload() string { return v.text }

// Elems returns the elements of a List, Tuple or Set, or the values of a Dict. The caller must not change them.
func (v Value) Elems() []Value { return v.elems }

// Keys returns the keys of a Dict, parallel to Elems. The caller must not change them.
func (v Value) Keys() []Value { return v.keys }

// IsSequence reports whether v is a known List, Tuple or Set.
func (v Value) IsSequence() bool { return v.kind == List || v.kind == Tuple || v.kind == Set }

// Lookup returns a Dict's value under a str key. Absent from a dict all of whose keys are known is (Value{}, false, true);
// when v is not a known dict or has unknown keys, decided is false.
func (v Value) Lookup(key string) (elem Value, found, decided bool) {
	if v.kind != Dict {
		return Value{}, false, false
	}
	decided = true
	for i, k := range slices.Backward(v.keys) {
		if k.kind == Unknown {
			decided = false
			continue
		}
		if k.kind == Str && k.text == key {
			return v.elems[i], true, decided
		}
	}
	return Value{}, false, decided
}

// Truth is Python's bool(v).
func (v Value) Truth() Tri {
	switch v.kind {
	case None:
		return False
	case Bool:
		return TriOf(v.boolean)
	case Int, Duration:
		return TriOf(v.integer != 0)
	case Float:
		return TriOf(v.float != 0)
	case Str, Bytes:
		return TriOf(v.text != "")
	case List, Tuple, Set, Dict:
		return TriOf(len(v.elems) > 0)
	case Path:
		return True
	case Object:
		return Undecided
	case Unknown:
		return v.each(Value.Truth)
	default:
		return Undecided
	}
}

// each asks all alternatives and answers where they agree.
func (v Value) each(ask func(Value) Tri) Tri {
	if len(v.Alternatives) == 0 {
		return Undecided
	}
	first := ask(v.Alternatives[0])
	for _, a := range v.Alternatives[1:] {
		if ask(a) != first {
			return Undecided
		}
	}
	return first
}

// Equal reports whether two values are known, of the same kinds and equal throughout; trails do not count.
func Equal(a, b Value) bool {
	if a.kind != b.kind || a.kind == Unknown || a.kind == Object ||
		a.boolean != b.boolean || a.integer != b.integer || a.float != b.float || a.text != b.text ||
		len(a.elems) != len(b.elems) || len(a.keys) != len(b.keys) {
		return false
	}
	for i := range a.elems {
		if !Equal(a.elems[i], b.elems[i]) {
			return false
		}
	}
	for i := range a.keys {
		if !Equal(a.keys[i], b.keys[i]) {
			return false
		}
	}
	return true
}

// Span returns the place that decided the value: that of the last step that has one.
func (v Value) Span() source.Span {
	for _, step := range slices.Backward(v.Trail) {
		if !step.Span.IsZero() {
			return step.Span
		}
	}
	return source.Span{}
}

// Source returns Span, so that a Value is a place wherever one is asked for.
func (v Value) Source() source.Span { return v.Span() }

// Last returns the last step of the trail.
func (v Value) Last() (Step, bool) {
	if len(v.Trail) == 0 {
		return Step{}, false
	}
	return v.Trail[len(v.Trail)-1], true
}

// With returns v with a step added to its trail. The trail of v is not changed.
func (v Value) With(s Step) Value {
	v.Trail = append(slices.Clip(v.Trail), s)
	return v
}
