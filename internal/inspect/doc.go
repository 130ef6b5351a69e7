// Package inspect knows what the commands settings, env and topology show of sites: which settings, which variables, what runs
// where, with what is secret in them redacted before any writer sees it.
package inspect
