// Package oracle314 asks CPython 3.14 itself what it thinks of the parser's tests. It is a module of its own, so that the
// interpreter that it embeds is no dependency of the linter: run go test in this directory.
package oracle314
