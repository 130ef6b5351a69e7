package env_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/source"
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

func TestOver(t *testing.T) {
	e := env.New(true).Leaving("A")
	if got := e.Over(false).Lookup("A").State; got != env.External {
		t.Errorf("what is left to the outside is %v", got)
	}
	if got := e.Over(true).Lookup("A").State; got != env.Unset {
		t.Errorf("below a complete environment it is %v", got)
	}
	var none *env.Environment
	if none.Over(false).Closed() || !none.Over(true).Closed() {
		t.Error("no environment is open, and closed below a complete one")
	}
}

func TestFromFile(t *testing.T) {
	f := source.NewFile("prod.env", "A=1\nB=x${OUTER}\nC='$OUTER'\nD=${A}2\nE=\\$OUTER\nF=a$lower\nG\nA=3\n")
	for _, test := range []struct {
		dialect dotenv.Dialect
		want    map[string]string
	}{
		{dotenv.Godotenv, map[string]string{"A": "3", "B": "External OUTER", "C": "$OUTER", "D": "12", "E": "$OUTER", "F": "External lower"}},
		{dotenv.Compose, map[string]string{"A": "3", "B": "External OUTER", "C": "$OUTER", "D": "12", "E": `External OUTER`, "F": "External lower"}},
		{dotenv.Docker, map[string]string{"A": "3", "B": "x${OUTER}", "C": "'$OUTER'", "D": "${A}2", "E": `\$OUTER`, "F": "a$lower"}},
		{dotenv.Bash, map[string]string{}},
	} {
		got := map[string]string{}
		e := env.New(true, env.FromFile(f, test.dialect, "--env-file prod.env"))
		for _, name := range e.Names() {
			answer := e.Lookup(name)
			text, ok := answer.Value.Text()
			if !ok && answer.Value.Cause == value.External {
				text = "External " + strings.Join(answer.Value.Waits, " ")
			}
			if answer.State == env.Supplied {
				got[name] = text
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.dialect, diff)
		}
	}
	if v := env.FromFile(source.NewFile("x.env", "A=a\x00b\n"), dotenv.Docker, "x").Vars; len(v) == 1 && v[0].Value.Known() {
		t.Errorf("a NUL byte is no root mark: %v", v)
	}
	exported := env.FromFile(source.NewFile(".envrc", "export A=1\nB=2\n"), dotenv.Bash, ".envrc")
	if len(exported.Vars) != 1 || exported.Vars[0].Name != "A" {
		t.Errorf("bash hands on what is exported: %v", exported.Vars)
	}
}
