package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// unquotedArguments reports a wrapper script that passes its arguments on without quotes.
//
// # Why it matters
//
// A shell splits an unquoted $@ or $* again at every blank and expands wildcards in it. A log format with blanks
// arrives in pieces, "*" becomes a list of files, and the program fails with an option that nobody wrote, or quietly runs
// with another one.
//
// # Example
//
//	exec $@
//
// # Use instead
//
//	exec "$@"
//
// # When it stays silent
//
// In scripts that no production process starts through.
func unquotedArguments() lint.Rule {
	return lint.Rule{
		ID:      "DPL415",
		Name:    "unquoted-arguments",
		Summary: "A wrapper passes its arguments on without quotes",
		Help:    "Write \"$@\" with the quotes",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "shell"},
		Links: []string{
			"https://www.gnu.org/software/bash/manual/html_node/Special-Parameters.html",
			"https://www.shellcheck.net/wiki/SC2068",
		},
		Since: "0.1.0",
		Check: lint.OfScript(checkUnquotedArguments),
	}
}

func checkUnquotedArguments(use deploy.ScriptUse, _ *deploy.Site) lint.Answer {
	spans := use.Script.UnquotedArgs
	if len(spans) == 0 {
		return nil
	}
	r := lint.Fail(spans[0], "an unquoted %s is split at blanks and expanded as a pattern: the program gets other arguments than were written", spans[0].Text()).
		About(use.Key() + "#\"$@\"").
		Fix("\"$@\"")
	for _, s := range spans[1:] {
		r = r.With(s, "unquoted here too")
	}
	return startedBy(r, use)
}
