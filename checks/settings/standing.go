package settings

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A standing is where the text of a value stands in the code.
type standing struct {
	// place is the tightest expression of the value's history that holds the text.
	place source.Span
	// text is the text itself, or place where the code spells it otherwise.
	text source.Span
	// variable is the environment variable whose default the text is, "" for a plain literal.
	variable string
}

// Source returns the place.
func (s standing) Source() source.Span { return s.place }

// stands finds the place where the code holds a text that v is, or is made of. A value that was put together from others,
// or that a variable supplied, stands nowhere: what the code holds of it is not the secret.
func stands(v value.Value, text string) (standing, bool) {
	found := standing{}
	for _, step := range v.Trail {
		if step.How != value.Assigned && step.How != value.Fallback && step.How != value.Settled || step.Span.IsZero() {
			continue
		}
		exact, ok := within(step.Span, text)
		if ok && (found.place.IsZero() || size(step.Span) < size(found.place)) {
			found.place, found.text = step.Span, exact
		}
	}
	if found.place.IsZero() {
		return standing{}, false
	}
	if _, supplied := v.FromEnv(); supplied {
		return standing{}, false
	}
	found.variable, _ = v.FromDefault()
	return found, true
}

func size(s source.Span) int { return s.End - s.Start }

// within finds text in a place: as it is, or as string literals that spell it with escapes or in several pieces.
func within(place source.Span, text string) (source.Span, bool) {
	code := place.Text()
	if at := strings.Index(code, text); at >= 0 {
		return place.File.Span(place.Start+at, place.Start+at+len(text)), true
	}
	bare := strings.NewReplacer(`\n`, "", `\t`, "", `"`, "", "'", "", `\`, "", " ", "", "\n", "", "\t", "", "(", "", ")", "").Replace
	if literal := strings.TrimLeft(code, "( \t\n"); literal != "" && (literal[0] == '"' || literal[0] == '\'') && bare(code) == bare(text) {
		return place, true
	}
	return source.Span{}, false
}

// settle gives a value that is taken from outside the repository where it can be, and else from the code, as what the code
// says: a default, however it is spelled.
//
//	SECRET_KEY = os.environ.get("SECRET_KEY")
//	if not SECRET_KEY:
//	    SECRET_KEY = "…"
//
// A value that depends on anything else is returned as it is.
func settle(v value.Value) value.Value {
	if v.Known() || len(v.Alternatives) < 2 {
		return v
	}
	var outside, inside []value.Value
	for _, a := range v.Alternatives {
		switch {
		case a.Known():
			inside = append(inside, a)
		case a.Cause == value.External:
			outside = append(outside, a)
		default:
			return v
		}
	}
	if len(inside) == 0 || len(outside) == 0 {
		return v
	}
	variable := ""
	for _, a := range outside {
		if !decides(v, a.Waits) {
			return v
		}
		if len(a.Waits) > 0 {
			variable = a.Waits[0]
		}
	}
	for i, a := range inside {
		if _, ok := a.FromDefault(); !ok {
			inside[i] = a.With(value.Step{How: value.Fallback, Name: variable})
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	settled := value.OneOf(inside...)
	settled.Trail, settled.Overridable = v.Trail, v.Overridable
	return settled
}

// decides reports whether what chooses between the alternatives of v is nothing but whether the variables are there; none
// stands for a file on the server.
func decides(v value.Value, variables []string) bool {
	for _, w := range v.Waits {
		if !slices.Contains(variables, w) {
			return false
		}
	}
	for _, s := range v.Trail {
		if s.How != value.Joined || len(v.Waits) > 0 {
			continue
		}
		condition := s.Span.Text()
		names := func(variable string) bool { return strings.Contains(condition, variable) }
		if len(variables) > 0 && !strings.HasPrefix(condition, "try") && !slices.ContainsFunc(variables, names) {
			return false
		}
	}
	return true
}

// element returns what a dict holds under a key. The parts of a URL have the URL's place; where that is a default, so are
// they.
func element(dict value.Value, key string) value.Value {
	if !dict.Known() && len(dict.Alternatives) > 0 {
		elems := make([]value.Value, 0, len(dict.Alternatives))
		for _, a := range dict.Alternatives {
			elems = append(elems, element(a, key))
		}
		one := value.OneOf(elems...)
		one.Trail, one.Overridable, one.Waits = dict.Trail, dict.Overridable, dict.Waits
		return one
	}
	if e, found, _ := dict.Lookup(key); found && !e.Known() {
		return e // where other keys are not known, that is why
	}
	return inherit(dict.At(key), dict)
}

// inherit gives a part of a container the container's history, where the part has no other place than one of that.
func inherit(part, container value.Value) value.Value {
	last, ok := container.Last()
	if !ok || last.How != value.Fallback && last.How != value.Env {
		return part
	}
	own, ok := part.Last()
	if ok && own.How == value.Assigned && slices.ContainsFunc(container.Trail, func(s value.Step) bool { return s.Span == own.Span }) {
		part.Trail = container.Trail
	}
	return part
}
