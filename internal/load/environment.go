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
		layers = append(layers, env.FromFile(f, dialectOf(f), "--env-file "+name))
	}
	return layers, nil
}

// readAs returns the layers with the files that the settings load themselves as the library reads them that they load them with:
// no two agree on quotes. differ is not set where there is none of these.
func (g givenLayers) readAs(loads []deploy.EnvFile) (layers givenLayers, differ bool) {
	layers = slices.Clone(g)
	for i, layer := range layers {
		if len(layer.Vars) == 0 || layer.Vars[0].Span.File == nil {
			continue
		}
		f := layer.Vars[0].Span.File
		for _, load := range loads {
			if load.Path == f.Path && load.Dialect != dialectOf(f) {
				layers[i], differ = env.FromFile(f, load.Dialect, layer.Origin), true
			}
		}
	}
	return layers, differ
}

// dialectOf returns the dialect in which a file is read whose reader is not known: godotenv's, and for what bash alone can
// read bash's.
func dialectOf(f *source.File) dotenv.Dialect {
	if strings.HasSuffix(f.Path, "envrc") {
		return dotenv.Bash
	}
	return dotenv.Godotenv
}

// entriesOf returns the assignments that stand in an env file, whoever reads it. What they refer to outside counts as
// empty: that is not what the file holds.
func entriesOf(f *dotenv.File) []deploy.EnvEntry {
	dialect := dialectOf(f.Source)
	if dialect == dotenv.Bash {
		return entries(f.Values(dialect))
	}
	return entries(f.Read(dialect, func(string) (string, dotenv.Supply) { return "", dotenv.Unset }, false).Entries)
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
	return entries(dotenv.Parse(f).Values(load.Dialect))
}

// entries returns the assignments of an env file as one of its readers takes them.
func entries(read []dotenv.Entry) []deploy.EnvEntry {
	var all []deploy.EnvEntry
	for _, e := range read {
		if e.Supplies() {
			all = append(all, deploy.EnvEntry{Key: e.Key, Value: e.Value(), Span: e.ValueSpan, KeySpan: e.KeySpan})
		}
	}
	return all
}

// over returns the environment of a process under what the user gave.
func (l *loader) over(process *env.Environment) *env.Environment {
	return process.Over(l.options.EnvComplete, l.layers...)
}
