package proxy_test

import (
	"slices"
	"testing"

	"deploylint/checks/proxy"
	"deploylint/checks/stack"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
)

// TestRecommended judges what gunicorn's documentation recommends: rules that call it an error are wrong. What its readers
// should know all the same are warnings and notes, such as a limit of 4 GB on uploads.
func TestRecommended(t *testing.T) {
	d, err := linttest.Load("testdata/gunicorn", linttest.Config{NoGit: true})
	if err != nil {
		t.Fatal(err)
	}
	rep := lint.Run(slices.Concat(proxy.Rules(), stack.Rules()), d.Sites, lint.Options{Files: d.Files})
	seen := false
	for _, r := range rep.Results {
		if r.Kind == lint.KindFail && r.Level == lint.Error {
			t.Errorf("%s:%d: %s %s", r.Span.Path(), r.Span.From().Line, r.Rule.ID, r.Message)
		}
		seen = seen || r.Rule.ID == "DPL304"
	}
	if !seen {
		t.Error("the configuration was not judged: nothing is said of its client_max_body_size")
	}
}
