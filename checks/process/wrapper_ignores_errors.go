package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// wrapperIgnoresErrors reports a wrapper script that starts its program although a step before failed.
//
// # Why it matters
//
// A shell goes on after an error unless it is told to stop. When the folder was renamed or the file with the environment is
// missing, the script prints a line that nobody reads, and starts the site from the wrong folder, without its
// variables or with the system's Python. Supervisor sees a running process and reports that all is well.
//
// # Example
//
//	#!/bin/bash
//	cd /srv/shop
//	source /etc/shop/env
//	exec "$@"
//
// # Use instead
//
//	#!/bin/bash
//	set -euo pipefail
//	cd /srv/shop
//	source /etc/shop/env
//	exec "$@"
//
// # When it stays silent
//
// With set -e before the step, in the script or as bash -e, or when each step ends in || exit or is joined to the program
// by &&. When the only such step is to change to the script's own folder, which is certainly there.
// It is a note where the script names the folder that it changes to, and reads no variables from there.
func wrapperIgnoresErrors() lint.Rule {
	return lint.Rule{
		ID:      "DPL416",
		Name:    "wrapper-ignores-errors",
		Summary: "A wrapper starts its program although a step before failed",
		Help:    "Begin the script with set -euo pipefail",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "shell"},
		Links:   []string{"https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html"},
		Since:   "0.1.0",
		Check:   lint.OfScript(checkWrapperIgnoresErrors),
	}
}

func checkWrapperIgnoresErrors(use deploy.ScriptUse, _ *deploy.Site) lint.Answer {
	s := use.Script
	if s.StopsOnError || s.Unguarded.IsZero() || goesHome(s) {
		return nil
	}
	r := lint.Fail(s.Unguarded.FirstLine(), "when this step fails the script goes on, and the program runs in the wrong folder or without its environment").
		About(use.Key() + "#errexit")
	if entersFixedFolder(s) {
		r = r.At(lint.Note)
	}
	if s.Inline {
		r = r.Fix("join the steps with &&")
	} else {
		r = r.Fix("begin the script with set -e, or end this line with || exit 1")
	}
	return startedBy(r, use)
}

// goesHome reports whether all that may fail is cd "$(dirname "$0")".
func goesHome(s *deploy.Script) bool {
	step := s.Unguarded.Text()
	own := strings.Contains(step, "$0") || strings.Contains(step, "BASH_SOURCE") || strings.Contains(step, "${0")
	return own && strings.HasPrefix(step, "cd") && len(s.Sources) == 0
}

// entersFixedFolder reports whether all that may fail is a cd to a folder that the script names: it is there, or the program
// has never run. Variables that are read from that folder are another matter.
func entersFixedFolder(s *deploy.Script) bool {
	step := s.Unguarded.Text()
	return strings.HasPrefix(step, "cd ") && !strings.ContainsAny(step, "$`*?") && !slices.ContainsFunc(s.Sources, func(f deploy.Sourced) bool {
		return !strings.HasPrefix(f.Name.Text, "/") && path.Base(f.Name.Text) != "activate"
	})
}
