package meta

import "deploylint/internal/lint"

// suppressionUnused reports a suppression of a finding that is not there.
//
// # Why it matters
//
// The fault was mended, or the line moved. A suppression that stays behind hides the fault when it comes back.
//
// # Example
//
//	DEBUG = False  # deploylint: ignore[DPL101] -- this host is a public demo without data
//
// # Use instead
//
//	DEBUG = False
//
// # When it stays silent
//
// A rule that was not asked in this run, because of --select or --ignore, may have had a finding there.
func suppressionUnused() lint.Rule {
	return lint.Rule{
		ID: "DPL002", Name: "suppression-unused",
		Summary: "A suppression that suppresses nothing",
		Help:    "remove the suppression",
		Level:   lint.Warning,
		Since:   "0.1.0",
	}
}
