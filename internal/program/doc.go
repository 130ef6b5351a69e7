// Package program knows the programs that serve a site or work for it: under which names they are started, and how each reads
// its own command line, its configuration and its environment.
//
// Each program is a row of the table in [Find], made in a file of its own. What a program finds where it is started (variables,
// files, the evaluation of a configuration that is Python) comes through a [World], so that no program knows who starts it.
package program
