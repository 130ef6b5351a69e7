// Package cli knows the command line: what flags and variables there are, which work they ask for, and which exit
// status the outcome has. It is the only package that knows the command line library, and it trusts it with little:
// arguments are brought into order before the library sees them, as it drops flags behind a path without a word.
package cli
