package env

import (
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Given returns a variable that origin gives, with a known text.
func Given(name, text string, at source.Span, origin string) Var {
	return Var{
		Name: name, Span: at,
		Value: value.OfStr(text).With(value.Step{How: value.Env, Span: at, Name: name, Text: name + " is given by " + origin}),
	}
}
