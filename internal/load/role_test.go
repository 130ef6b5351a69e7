package load

import (
	"testing"

	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// TestConditionalRole is about who decides that a module counts: only where another module does, its name says where it runs.
func TestConditionalRole(t *testing.T) {
	test, base := source.NewFile("shop/settings/test.py", "X = 1\n"), source.NewFile("shop/settings/base.py", "if a:\n")
	assigned := value.Step{How: value.Assigned, Span: test.Span(0, 5)}
	for _, c := range []struct {
		name  string
		trail []value.Step
		want  repo.Role
	}{
		{"another module decides", []value.Step{assigned, {How: value.Joined, Span: base.Span(0, 5)}}, repo.Test},
		{"the module itself decides", []value.Step{assigned, {How: value.Joined, Span: test.Span(0, 5)}}, repo.UnknownRole},
		{"another module has a say, and decides nothing", []value.Step{{How: value.Env, Span: base.Span(0, 5)}, assigned}, repo.UnknownRole},
		{"nobody knows where it is decided", []value.Step{assigned, {How: value.Joined}}, repo.UnknownRole},
		{"nothing is assigned", []value.Step{{How: value.Joined, Span: base.Span(0, 5)}}, repo.UnknownRole},
	} {
		v := value.OfInt(1)
		v.Trail = c.trail
		if got := conditionalRole("", v); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
