package load

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/pyeval"
	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// givenLayers are the layers that the user gave on the command line: --set, and the --env-file files, later ones first.
type givenLayers []env.Layer

// readGiven makes layers out of --set and --env-file.
func readGiven(set, files []string, r *repo.Repo) (givenLayers, error) {
	var layers givenLayers
	if len(set) > 0 {
		layer := env.Layer{Origin: "--set"}
		for _, pair := range set {
			name, text, ok := strings.Cut(pair, "=")
			if !ok || name == "" {
				return nil, fmt.Errorf("--set wants KEY=VALUE")
			}
			v := value.OfStr(text).With(value.Step{How: value.Env, Name: name, Text: name + " is given with --set"})
			layer.Vars = append(layer.Vars, env.Var{Name: name, Value: v})
		}
		layers = append(layers, layer)
	}
	for _, name := range slices.Backward(files) {
		f, err := r.ReadGiven(name)
		if err != nil {
			return nil, fmt.Errorf("--env-file %s: %w", name, err)
		}
		layers = append(layers, fileLayer(f, "--env-file "+name))
	}
	return layers, nil
}

// fileLayer makes a layer out of an env file whose reader is not known.
func fileLayer(f *source.File, origin string) env.Layer {
	layer := env.Layer{Origin: origin}
	for _, e := range entriesOf(f) {
		v := e.Value.With(value.Step{How: value.Env, Name: e.Key, Span: e.Span, Text: e.Key + " is given in " + origin})
		layer.Vars = append(layer.Vars, env.Var{Name: e.Key, Value: v, Span: e.Span})
	}
	return layer
}

// entriesOf returns the assignments of an env file, read as godotenv does because the real reader is not known. What
// bash alone can read is read as bash does.
func entriesOf(f *source.File) []deploy.EnvEntry {
	dialect := dotenv.Godotenv
	if strings.HasSuffix(f.Path, "envrc") {
		dialect = dotenv.Bash
	}
	return entriesAs(f, dialect)
}

// loadedEntries returns the assignments of an env file that the code loads, nil where it was not read.
func (l *loader) loadedEntries(name string, load pyeval.EnvFileLoad) []deploy.EnvEntry {
	if !load.Found || name == "" {
		return nil
	}
	f, err := l.openShared(name)
	if err != nil {
		return nil // the evaluation says so
	}
	return entriesAs(f, load.Dialect)
}

// entriesAs returns the assignments of an env file as one of its readers takes them.
func entriesAs(f *source.File, dialect dotenv.Dialect) []deploy.EnvEntry {
	var entries []deploy.EnvEntry
	for _, e := range dotenv.Parse(f).Values(dialect) {
		if e.Dropped != "" || e.Null || e.Inherited {
			continue
		}
		v := value.OfStr(e.Value)
		if !e.Known {
			v = value.NotKnown(value.Unread, e.Reason)
		}
		entries = append(entries, deploy.EnvEntry{Key: e.Key, Value: v, Span: e.ValueSpan, KeySpan: e.KeySpan})
	}
	return entries
}

// over returns the environment of a process under what the user gave.
func (l *loader) over(process *env.Environment) *env.Environment {
	layers := append([]env.Layer(nil), l.layers...)
	layers = append(layers, process.Layers()...)
	return env.New(l.options.EnvComplete, layers...)
}
