// Package pcre knows what a regular expression matches that nginx hands to PCRE, where Go's engine can tell, and what can be
// said of it without a text: its groups, its anchors, which characters it takes, whether it may take exponential time.
//
// What only PCRE can run (back references, most lookaround) is unknown: an Undecided value.Tri, a false ok.
package pcre
