// Package refuse knows what nginx -t would refuse of a configuration, and in which words.
//
// [All] judges the directives of a whole configuration, [First] one file as nginx reads it, up to the first mistake. Both go by
// syntax's table of directives; where nginx judges a value by code of its own, so does this package.
package refuse
