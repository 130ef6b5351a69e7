package env

import (
	"deploylint/internal/dotenv"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// FromFile makes a layer of what a reader of an env file puts into the environment. Origin says who gives it.
func FromFile(f *source.File, d dotenv.Dialect, origin string) Layer {
	layer := Layer{Origin: origin}
	for _, e := range dotenv.Parse(f).Values(d) {
		if e.Supplies() && e.Exported {
			v := e.Value().With(value.Step{How: value.Env, Span: e.ValueSpan, Name: e.Key, Text: e.Key + " is given in " + origin})
			layer.Vars = append(layer.Vars, Var{Name: e.Key, Value: v, Span: e.ValueSpan})
		}
	}
	return layer
}
