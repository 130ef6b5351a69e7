// Package pyeval knows what a Python module leaves behind when it is imported: it is a partial evaluator that turns
// settings modules into namespaces of value.Value without running anything.
//
// It walks the statements in order as CPython would. Where a condition cannot be decided it follows both branches from
// the same state and joins what they leave: equal values stay known, different ones become alternatives. A branch that
// certainly raises is left out of the join, because a process that took it does not start. Whatever the evaluator cannot
// follow becomes unknown with a reason; nothing unknown ever becomes known again by guessing.
//
// Lists, dicts, sets and namespaces are heap objects that names share, so an alias sees a change made through another
// name. Their contents are kept in a journal while branches are explored, which makes a branch cost what it changes:
// contents are shared with the journal until they change again.
//
// Each reference to a value has a trail of how it came to be. What an operation makes of a variable's value, or of its
// default, keeps the variable's step (carry), so that rules can say which variable would change a setting. A try statement
// that catches the absence of a variable, and gives what its body would have given, is a default like any other (excuse).
//
// The libraries that settings modules lean on (os, pathlib, django-environ, python-decouple and so on) are written out
// again in Go, a file each, from their sources.
package pyeval
