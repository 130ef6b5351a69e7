// Package shell knows what a shell script would start, with which words, in which directory and environment, without
// running any of it.
//
// [Evaluate] walks a script in the order in which a shell would, with constants folded: assignments, cd, export, set,
// shift, source, functions, tests and case branches whose words are known. What it cannot decide it does not guess: both
// branches of an undecided condition are walked and joined, so a variable may have several values or an unknown one, and
// several commands may be the last one. Commands are taken to succeed, since a deployment is judged as it is meant to
// work; whether a failure would be noticed is an answer of its own (see [Result.StopsOnError] and [Result.Unguarded]).
//
// A value that the environment may supply and that has a default in the script (${WORKERS:-3}) is the default.
package shell
