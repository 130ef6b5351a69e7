package value

import (
	"slices"
	"strings"
)

// A Reason says why a value is unknown: what kind of thing is in the way, and the names that it is about. It is data, so
// that code asks the kind and never the words; String makes the sentence, here and nowhere else.
type Reason struct {
	Kind ReasonKind
	// Names are what the kind is about, in the order of its sentence: a variable, a module, a call, a file.
	Names []string
}

// A Clause is the whole reason where nothing has a name: "the script is too deep or too long". Only constants are meant to
// become one: what is put together at run time is a kind with names.
type Clause string

// Why returns a reason of a kind about names.
func Why(kind ReasonKind, names ...string) Reason { return Reason{Kind: kind, Names: names} }

// Because returns a reason that is a clause of its own; none for the empty one.
func Because(c Clause) Reason {
	if c == "" {
		return Reason{}
	}
	return Why(InWords, string(c))
}

// DependsOn returns the reason that something decides which nothing here can tell: "where the repository lies".
func DependsOn(what Clause) Reason { return Why(Dependent, string(what)) }

// IsZero reports whether no reason is given.
func (r Reason) IsZero() bool { return r.Kind == NoReason }

// Equal reports whether two reasons are the same.
func (r Reason) Equal(other Reason) bool {
	return r.Kind == other.Kind && slices.Equal(r.Names, other.Names)
}

// String returns the reason as a clause: "it comes from DJANGO_ALLOWED_HOSTS, which no file in the repository supplies".
func (r Reason) String() string {
	what := r.render()
	if r.Kind.sentence().depends {
		return "it depends on " + what
	}
	return what
}

// Deciding returns what decides the value, where the reason is that it depends on something.
func (r Reason) Deciding() (what string, depends bool) {
	if !r.Kind.sentence().depends {
		return "", false
	}
	return r.render(), true
}

// Map returns the reason with every name replaced, as redaction does.
func (r Reason) Map(replace func(string) string) Reason {
	names := make([]string, 0, len(r.Names))
	for _, n := range r.Names {
		names = append(names, replace(n))
	}
	r.Names = names
	return r
}

// render fills the names into the kind's sentence: "{}" takes the next one, "{, }" all that are left with ", " between them.
func (r Reason) render() string {
	var b strings.Builder
	rest, names := r.Kind.sentence().text, r.Names
	for {
		before, hole, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		between, after, _ := strings.Cut(hole, "}")
		switch {
		case between != "":
			b.WriteString(strings.Join(names, between))
			names = nil
		case len(names) > 0:
			b.WriteString(names[0])
			names = names[1:]
		}
		rest = after
	}
}
