// Package inspect knows what the commands settings and env show of a site: which settings and which variables, with what is
// secret in them redacted before any writer sees it.
package inspect
