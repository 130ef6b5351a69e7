// Package python reads Python source: scanner, parser, syntax tree and walk. It knows the whole grammar of Python 3.14,
// keeps the exact span of every node, and recovers from errors, so that one bad statement costs that statement. It knows
// nothing of Django and evaluates nothing.
package python
