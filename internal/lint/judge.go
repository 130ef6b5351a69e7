package lint

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Question is one thing that a rule asks of one value. It is an Answer, which decides once for all rules what
// alternatives, unknown values and overrides mean for the verdict.
type Question struct {
	// Value is what is judged.
	Value value.Value
	// Name is how people call the value: "DEBUG", "the number of workers".
	Name string
	// Subject is what the results are about.
	Subject string
	// Place is where results stand when the value has no place of its own, such as Django's default.
	Place Placed
	// Bad answers for one known value whether it is the defect.
	Bad func(value.Value) value.Tri
	// Fail makes the finding for a bad value. Its place is already right where the value has one.
	Fail func(v value.Value, at Placed) Result
	// Pass says what is good about a value that is not bad; nil where there is nothing to say.
	Pass func(v value.Value, at Placed) Result
	// Decides is set when readiness hangs on the value: what cannot be read is then an open result, else silence.
	Decides bool
	// Supply is what a person should do about an open result: "set it in the environment, or pass --env-file".
	Supply string
}

// Results answers q: all possible values bad is a fail; some bad and the others fine is a fail one level lower, that says on
// what it depends; some bad and others unknown is open; unknown is open.
func (q Question) Results() Results {
	candidates := q.Value.Alternatives
	if q.Value.Known() || len(candidates) == 0 {
		candidates = []value.Value{q.Value}
	}
	var bad, fine, unread []value.Value
	for _, v := range candidates {
		switch q.verdict(v) {
		case value.True:
			bad = append(bad, v)
		case value.False:
			fine = append(fine, v)
		default:
			unread = append(unread, v)
		}
	}
	switch {
	case len(bad) > 0 && len(unread) > 0:
		return q.open(fmt.Sprintf("%s is bad in one case and not known in another: %s", q.Name, reason(unread[0])), bad[0])
	case len(bad) > 0:
		r := q.about(q.Fail(bad[0], q.place(bad[0])), bad[0])
		if len(fine) > 0 {
			r = r.Under(DependingOn, Deciding(bad[0], q.Value))
			r.Lowered = true
			r.Trail = underConditions(r.Trail, q.Value.Trail)
		}
		return Results{r.Unless(q.Value, q.Name)}
	case len(unread) > 0:
		return q.open(fmt.Sprintf("%s cannot be judged: %s", q.Name, reason(unread[0])), unread[0])
	case len(fine) > 0 && q.Pass != nil:
		return Results{q.about(q.Pass(fine[0], q.place(fine[0])), fine[0])}
	}
	return nil
}

func (q Question) verdict(v value.Value) value.Tri {
	if !v.Known() {
		return value.Undecided
	}
	return q.Bad(v)
}

func (q Question) open(message string, v value.Value) Results {
	if !q.Decides {
		return nil
	}
	r := q.about(Open(q.place(v), "%s", message), v)
	if waits(v) || waits(q.Value) {
		r.Hint = q.Supply
	}
	return Results{r}
}

func (q Question) about(r Result, v value.Value) Result {
	if r.Subject == "" {
		r.Subject = q.Subject
	}
	if len(r.Trail) == 0 {
		r.Trail = v.Trail
	}
	return r
}

// underConditions returns the trail of an alternative with the conditions under which its value met the others, which a
// default of Django's does not know of.
func underConditions(trail, all []value.Step) []value.Step {
	var conditions []value.Step
	for _, s := range all {
		if s.How == value.Joined && !slices.Contains(trail, s) {
			conditions = append(conditions, s)
		}
	}
	return append(conditions, trail...)
}

// place is where a result about v stands: at v, else at the judged value, else at the question's place.
func (q Question) place(v value.Value) Placed {
	for _, p := range []Placed{v, q.Value} {
		if span := p.Source(); !span.IsZero() {
			return span
		}
	}
	if q.Place != nil {
		return q.Place
	}
	return source.Span{}
}

// reason says why v cannot be judged: for a known container that is the reason of what is unknown in it.
func reason(v value.Value) string {
	if !v.Reason.IsZero() {
		return v.Reason.String()
	}
	for _, e := range v.Elems() {
		if !e.Complete() {
			return reason(e)
		}
	}
	return "it could not be read"
}

// waits reports whether an environment variable from outside would make v known.
func waits(v value.Value) bool {
	if len(v.Waits) > 0 {
		return true
	}
	return slices.ContainsFunc(v.Elems(), waits) || slices.ContainsFunc(v.Alternatives, waits)
}

// Deciding names what decides between the alternatives of a value: the test that chose the given alternative, else the
// one where the alternatives met.
func Deciding(alternative, all value.Value) string {
	for _, trail := range [][]value.Step{alternative.Trail, all.Trail} {
		for _, s := range slices.Backward(trail) {
			if s.How != value.Joined || s.Span.IsZero() {
				continue
			}
			text, _, cut := strings.Cut(s.Span.Text(), "\n")
			if cut || len(text) > 60 {
				return fmt.Sprintf("the condition at line %d", s.Span.From().Line)
			}
			return "`" + text + "`"
		}
	}
	if what, depends := all.Reason.Deciding(); depends {
		return what
	}
	return "a condition that is not decided here"
}
