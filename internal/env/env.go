package env

import (
	"slices"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// An Environment is what a process is given, as layers from the strongest to the weakest. It is immutable; the zero
// Environment, and nil, are empty and open.
type Environment struct {
	layers []Layer
	closed bool
	left   []string
}

// A Layer is the variables that one origin supplies.
type Layer struct {
	// Origin says for people where the layer comes from: "supervisor program web", "--set".
	Origin string
	// Vars are the variables in order; of several with one name the last counts.
	Vars []Var
}

// A Var is one variable.
type Var struct {
	Name string
	// Value is a str, or unknown with a reason where the text is not known.
	// A variable that is taken away (unset X) has the kind None.
	Value value.Value
	// Span is the variable's place; zero where it was given on the command line.
	Span source.Span
}

// State says what an environment knows of a variable.
type State uint8

// The states.
const (
	// External: nothing supplies it here, but something outside the repository may.
	External State = iota
	// Unset: it is certainly not there.
	Unset
	// Supplied: a layer supplies it.
	Supplied
)

// An Answer is what an environment knows of one variable.
type Answer struct {
	State State
	// Value is set for a supplied variable: a str, or unknown with a reason.
	Value value.Value
	// Span is the place of a supplied variable.
	Span source.Span
	// Origin is the layer's.
	Origin string
}

// New returns an environment of the given layers, strongest first. In a closed one, what no layer supplies is unset.
func New(closed bool, layers ...Layer) *Environment {
	return &Environment{layers: slices.Clone(layers), closed: closed}
}

// Leaving returns the environment with variables that something outside may supply although it is closed.
func (e *Environment) Leaving(names ...string) *Environment {
	if len(names) == 0 {
		return e
	}
	return &Environment{layers: e.layers, closed: e.closed, left: slices.Concat(e.left, names)}
}

// Open returns the environment with everything that no layer supplies left to what is outside.
func (e *Environment) Open() *Environment { return &Environment{layers: e.Layers()} }

// Over returns the environment below layers that are stronger; complete says that nothing else can supply a variable.
func (e *Environment) Over(complete bool, layers ...Layer) *Environment {
	made := &Environment{layers: slices.Concat(layers, e.Layers()), closed: complete || e.Closed()}
	if e != nil && !complete {
		made.left = e.left
	}
	return made
}

// Closed reports whether a variable that no layer supplies is certainly unset.
func (e *Environment) Closed() bool { return e != nil && e.closed }

// Layers returns the layers, strongest first. The caller must not change them.
func (e *Environment) Layers() []Layer {
	if e == nil {
		return nil
	}
	return e.layers
}

// Lookup answers for one variable.
func (e *Environment) Lookup(name string) Answer {
	for _, l := range e.Layers() {
		for _, v := range slices.Backward(l.Vars) {
			if v.Name != name {
				continue
			}
			if v.Value.Kind() == value.None {
				return Answer{State: Unset, Span: v.Span, Origin: l.Origin}
			}
			return Answer{State: Supplied, Value: v.Value, Span: v.Span, Origin: l.Origin}
		}
	}
	if e.Closed() && !slices.Contains(e.left, name) {
		return Answer{State: Unset}
	}
	return Answer{}
}

// With returns the environment with a layer that is stronger than all others, as when code assigns to os.environ.
func (e *Environment) With(l Layer) *Environment {
	layers := append([]Layer{l}, e.Layers()...)
	made := &Environment{layers: layers, closed: e.Closed()}
	if e != nil {
		made.left = e.left
	}
	return made
}

// WithWeakest returns the environment with a layer that counts only where no other has the variable, as setdefault does.
func (e *Environment) WithWeakest(l Layer) *Environment {
	layers := append(slices.Clone(e.Layers()), l)
	made := &Environment{layers: layers, closed: e.Closed()}
	if e != nil {
		made.left = e.left
	}
	return made
}

// Names returns the names of all variables that a layer knows, sorted, each once.
func (e *Environment) Names() []string {
	var names []string
	for _, l := range e.Layers() {
		for _, v := range l.Vars {
			names = append(names, v.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
