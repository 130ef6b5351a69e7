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
		{"said in other words", Fail(at, "off unless CACHE_URL is set, so it is sent").Via(fallback), "off unless CACHE_URL is set, so it is sent"},
		{"a name that ends in the variable's", Fail(at, "OTHER_CACHE_URL is local").Via(fallback), "unless CACHE_URL is set, OTHER_CACHE_URL is local"},
		{"on another condition", Fail(at, "it is open, unless a proxy guards it").Via(fallback), "unless CACHE_URL is set, it is open, unless a proxy guards it"},
		{"whatever the variable is", regardless, "the setting is gone"},
		{"a condition", Fail(at, "depending on `a`, it is off").Via(fallback), "depending on `a`, it is off"},
		{"a pass", Pass(at, "fine").Via(fallback), "fine"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.result.unlessSet().Message; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
