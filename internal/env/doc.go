// Package env knows what an environment holds: ordered layers of variables, each answer with its place. What no layer
// supplies is unset in a closed environment and external in an open one.
package env
