// Package composeoracle asks the real parser of compose files, in a module of its own, so that the program does not depend on it.
package composeoracle
