package meta

import "deploylint/internal/lint"

// suppressionMalformed reports a comment that is meant to suppress a finding and does not: it has no rule's id, an id
// that no rule has, or no reason.
//
// # Why it matters
//
// A suppression with a slip in it suppresses nothing, and a suppression without a reason cannot be judged by the next
// person who reads it. Nobody may suppress everything at once: the findings to come would go with it.
//
// # Example
//
//	DEBUG = True  # deploylint: ignore[DPL101]
//
// # Use instead
//
//	DEBUG = True  # deploylint: ignore[DPL101] -- this host is a public demo without data
//
// # When it stays silent
//
// Comments that name deploylint in a sentence are no suppressions. In env files, Dockerfiles, systemd units and uWSGI
// files a mark behind a value belongs to the value, so only comments on a line of their own count there.
func suppressionMalformed() lint.Rule {
	return lint.Rule{
		ID: "DPL001", Name: "suppression-malformed",
		Summary: "A suppression that cannot be read or names no rule",
		Help:    "write the rule's id in brackets and the reason behind two dashes",
		Level:   lint.Warning,
		Since:   "0.1.0",
	}
}
