// Package rulelist knows which rules there are, by reading the source of the rules' packages: every function without
// parameters that returns a lint.Rule. It writes the lists that the program is built from, so that adding a rule is
// adding a file, and the first draft of such a file.
package rulelist
