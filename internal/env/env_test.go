package env_test

import (
	"slices"
	"testing"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

func TestLookup(t *testing.T) {
	str := func(name, text string) env.Var { return env.Var{Name: name, Value: value.OfStr(text)} }
	e := env.New(false,
		env.Layer{Origin: "program", Vars: []env.Var{str("A", "1"), str("A", "2"), {Name: "GONE", Value: value.OfNone()}}},
		env.Layer{Origin: "file", Vars: []env.Var{str("A", "3"), str("B", "4"), str("GONE", "5"), {Name: "HOLE", Value: value.NotKnown(value.Unread, "a template's hole")}}},
	)
	for _, c := range []struct {
		name, text, origin string
		state              env.State
	}{
		{"A", "2", "program", env.Supplied},
		{"B", "4", "file", env.Supplied},
		{"GONE", "", "program", env.Unset},
		{"HOLE", "", "file", env.Supplied},
		{"OTHER", "", "", env.External},
	} {
		got := e.Lookup(c.name)
		if text, _ := got.Value.Text(); got.State != c.state || text != c.text || got.Origin != c.origin {
			t.Errorf("%s: %+v, want %+v", c.name, got, c)
		}
	}
	if got := env.New(true).Lookup("OTHER").State; got != env.Unset {
		t.Errorf("a closed environment answers %v for a variable that nothing supplies", got)
	}
	var none *env.Environment
	if got := none.Lookup("OTHER").State; got != env.External {
		t.Errorf("no environment answers %v", got)
	}
	if want := []string{"A", "B", "GONE", "HOLE"}; !slices.Equal(e.Names(), want) {
		t.Errorf("names %q, want %q", e.Names(), want)
	}
}

func TestWith(t *testing.T) {
	layer := func(text string) env.Layer {
		return env.Layer{Origin: text, Vars: []env.Var{{Name: "A", Value: value.OfStr(text)}}}
	}
	e := env.New(true, layer("launcher"))
	if got := e.With(layer("code")).Lookup("A").Origin; got != "code" {
		t.Errorf("an assignment gives %q", got)
	}
	if got := e.WithWeakest(layer("setdefault")).Lookup("A").Origin; got != "launcher" {
		t.Errorf("a default gives %q", got)
	}
	if !e.With(layer("code")).Closed() || e.Lookup("A").Origin != "launcher" {
		t.Error("With changed the environment")
	}
}
