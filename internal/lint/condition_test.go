package lint

import (
	"testing"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// TestUnlessSet is about findings over a value that is the default of an environment variable.
func TestUnlessSet(t *testing.T) {
	at := source.NewFile("settings.py", "A = 1\n").LineSpan(1)
	fallback := value.OfStr("memory://").With(value.Step{How: value.Fallback, Name: "CACHE_URL", Span: at})
	again := fallback.With(value.Step{How: value.Assigned, Span: at})
	supplied := fallback.With(value.Step{How: value.Env, Name: "CACHE_URL", Span: at})
	nameless := value.OfStr("x").With(value.Step{How: value.Fallback, Span: at})
	regardless := Fail(at, "the setting is gone").Via(fallback)
	regardless.Regardless = true
	for _, c := range []struct {
		name   string
		result Result
		want   string
	}{
		{"a default of a variable", Fail(at, "each worker has its own").Via(fallback), "unless CACHE_URL is set, each worker has its own"},
		{"assigned after", Fail(at, "each worker has its own").Via(again), "unless CACHE_URL is set, each worker has its own"},
		{"supplied", Fail(at, "each worker has its own").Via(supplied), "each worker has its own"},
		{"a default of a file that has no name", Fail(at, "each worker has its own").Via(nameless), "each worker has its own"},
		{"a literal", Fail(at, "each worker has its own"), "each worker has its own"},
		{"a setting of the same name", Fail(at, "CACHE_URL is local").Via(fallback), "unless the variable CACHE_URL is set, CACHE_URL is local"},
		{"said in other words", Fail(at, "off unless CACHE_URL is set, so it is sent").Via(fallback).InOwnWords(), "off unless CACHE_URL is set, so it is sent"},
		{"a name that ends in the variable's", Fail(at, "OTHER_CACHE_URL is local").Via(fallback), "unless CACHE_URL is set, OTHER_CACHE_URL is local"},
		{"on another condition", Fail(at, "it is open, unless a proxy guards it").Via(fallback), "unless CACHE_URL is set, it is open, unless a proxy guards it"},
		{"whatever the variable is", regardless, "the setting is gone"},
		{"a condition", Fail(at, "it is off").Via(fallback).Under(DependingOn, "`a`"), "depending on `a`, it is off"},
		{"a pass", Pass(at, "fine").Via(fallback), "fine"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.result.conditioned().sentence(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestSentence is about how conditions stand around a message.
func TestSentence(t *testing.T) {
	at := source.NewFile("settings.py", "A = 1\n").LineSpan(1)
	local := value.OfStr("x").With(value.Step{How: value.Fallback, Name: "B", Span: at})
	local.Overridable = &value.Step{Name: "local_settings", Span: at}
	for _, c := range []struct {
		name   string
		result Result
		want   string
	}{
		{"none", Fail(at, "it is off"), "it is off"},
		{"several variables", Fail(at, "it is off").UnlessSet("A", "B").Via(local), "unless A or B is set, it is off"},
		{"another variable's default", Fail(at, "it is off").UnlessSet("A").Via(local), "unless B is set, unless A is set, it is off"},
		{"a setting of the same name", Fail(at, "A does not name it").UnlessSet("A"), "unless the variable A is set, A does not name it"},
		{"a module", Fail(at, "it is off").Unless(local, "A"), "it is off, unless local_settings, which is not in the repository, changes it"},
		{"a branch and a module", Fail(at, "it is off").Unless(local, "A").Under(DependingOn, "`a`"), "depending on `a`, it is off, unless local_settings, which is not in the repository, changes it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.result.conditioned().sentence(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
