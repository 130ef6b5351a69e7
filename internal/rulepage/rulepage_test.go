package rulepage

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/lint"
	"deploylint/internal/rulelist"
)

func TestPage(t *testing.T) {
	rule := lint.Rule{
		ID: "DPL101", Name: "debug-enabled", Summary: "DEBUG is on in production", Help: "set DEBUG to False", Level: lint.Error, Since: "0.1",
		Django: []string{"security.W018"}, Tags: []string{"security"}, Links: []string{"https://docs.djangoproject.com/"},
	}
	doc := `debugEnabled reports a deployment that runs with DEBUG on.

# Why it matters

Error pages show ` + "`ALLOWED_HOSTS`" + ` and more:
  - settings
  - source

# Example

	DEBUG = True

# When it stays silent

Where [DEBUG] is off. See https://example.com/a_b_c for more.
`
	want := "# DPL101 debug-enabled\n\nDEBUG is on in production.\n\n" +
		"Level: error; since 0.1; Django's own check: security.W018; tags: security.\n\n" +
		"Reports a deployment that runs with DEBUG on.\n\n" +
		"## Why it matters\n\nError pages show `ALLOWED_HOSTS` and more:\n\n- settings\n- source\n\n" +
		"## Example\n\n```\nDEBUG = True\n```\n\n" +
		"## When it stays silent\n\nWhere [DEBUG] is off. See <https://example.com/a_b_c> for more.\n\n" +
		"## Fix\n\nSet DEBUG to False.\n\n" +
		"## What it prints\n\n```text\nout\n```\n\n" +
		"## References\n\n- <https://docs.djangoproject.com/>\n"
	got := page(rule, rulelist.Declaration{Func: "debugEnabled", Doc: doc}, "out\n\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
}
