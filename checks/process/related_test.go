package process

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

// TestUnquotedArgumentsEverywhere: one result for a script, with each of its places.
func TestUnquotedArgumentsEverywhere(t *testing.T) {
	f := source.NewFile("run.sh", "a $@\nb $@\nc $@\n")
	use := deploy.ScriptUse{Script: &deploy.Script{File: f, UnquotedArgs: []source.Span{f.Span(2, 4), f.Span(7, 9), f.Span(12, 14)}}}
	results := checkUnquotedArguments(use, nil).Results()
	if len(results) != 1 || len(results[0].Related) != 2 || results[0].Related[1].Span.From().Line != 3 {
		t.Errorf("%+v", results)
	}
}
