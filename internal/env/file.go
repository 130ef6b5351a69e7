package env

import (
	"deploylint/internal/dotenv"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// FromFile makes a layer of what a reader of an env file puts into the environment. Origin says who gives it.
func FromFile(f *source.File, d dotenv.Dialect, origin string) Layer {
	return FromFileIn(f, d, origin, nil)
}

// FromFileIn is FromFile for a reader that looks up in an environment what the file refers to.
func FromFileIn(f *source.File, d dotenv.Dialect, origin string, outside *Environment) Layer {
	layer := Layer{Origin: origin}
	for _, e := range dotenv.Parse(f).Read(d, outside.supply, false).Entries {
		if e.Supplies() && e.Exported {
			v := e.Value().With(value.Step{How: value.Env, Span: e.ValueSpan, Name: e.Key, Text: e.Key + " is given in " + origin})
			layer.Vars = append(layer.Vars, Var{Name: e.Key, Value: v, Span: e.ValueSpan})
		}
	}
	return layer
}

// supply answers the reader of an env file.
func (e *Environment) supply(name string) (string, dotenv.Supply) {
	a := e.Lookup(name)
	text, known := a.Value.Text()
	switch {
	case a.State == Unset:
		return "", dotenv.Unset
	case a.State != Supplied:
		return "", dotenv.Open
	case known:
		return text, dotenv.Set
	default:
		return "", dotenv.Opaque
	}
}
