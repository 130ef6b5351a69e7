// Package meta knows what can be wrong with the suppressions of a project. Its rules have no check of their own: what
// they find comes up while other rules' findings are suppressed, and internal/lint reports it under their ids.
package meta
