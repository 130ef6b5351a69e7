package launch

import (
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

// Models returns the images as rules see them.
func Models(images []Image) []*deploy.Image {
	var models []*deploy.Image
	for _, i := range images {
		if i.Model != nil {
			models = append(models, i.Model)
		}
	}
	return models
}

// model makes the model's image of the stage of a Dockerfile that is built.
func (r *reader) model(tree *dockerfile.File, m *images, role role.Role) *deploy.Image {
	name := tree.Source.Path
	stage, target := tree.Final(), m.targets[name]
	if named, ok := tree.Stage(target); ok && target != "" {
		stage = named
	} else {
		target = ""
	}
	made := &deploy.Image{File: tree.Source, Tree: tree, Final: stage.Image(tree.Escape), Target: target, Role: role}
	dir, known := m.contexts[name]
	if !known && r.options.Exists != nil {
		dir = r.contextOf(made.Final, contexts(name))
	}
	made.Context, made.ContextKnown = cleanPath(dir), known
	made.PlainBase = setsNothing(made.Final)
	made.Copies = r.imageCopies(made)
	r.ignore(made)
	return made
}

// imageCopies returns what COPY and ADD bring from the build's folder.
func (r *reader) imageCopies(made *deploy.Image) []deploy.ImageCopy {
	var all []deploy.ImageCopy
	b := placer{reader: r, image: made.Final, dir: "/"}
	for _, stage := range made.Final.Stages {
		for _, i := range stage.Instructions {
			switch i.Name {
			case "WORKDIR":
				if text, ok := b.expand(i.Text); ok {
					b.dir = strings.TrimSuffix(absolute(b.dir, text), "/")
				}
			case "COPY", "ADD":
				spans := i.Sources()
				for n, one := range copiesOf(i, b.dir) {
					if strings.Contains(one.from, "://") || strings.Contains(one.from, ":/") || len(all) >= maxPlacements {
						continue // ADD of an address
					}
					from, ok := b.expand(one.from)
					if !ok {
						continue
					}
					to, _ := b.expand(one.to)
					copied := deploy.ImageCopy{Instruction: i, From: one.from, Path: cleanPath(from), To: to, Span: i.Span}
					if n < len(spans) {
						copied.From, copied.Span = spans[n].Text, spans[n].Span
					}
					all = append(all, copied)
				}
			}
		}
	}
	return all
}

// ignore finds the .dockerignore of a build: the Dockerfile's own, which stands beside it, else that of the build's folder.
//
// https://docs.docker.com/build/concepts/context/#dockerignore-files
func (r *reader) ignore(made *deploy.Image) {
	for _, name := range []string{made.File.Path + ".dockerignore", path.Join(made.Context, ".dockerignore")} {
		f := r.open(name)
		if f == nil {
			continue
		}
		made.Ignore = f
		made.Excludes = excludes(f)
		if made.Excludes == nil {
			r.notify(source.Warning, f.Span(0, 0), "docker cannot read the patterns of this file")
		}
		return
	}
}

// maxPatterns is how many patterns of a .dockerignore are tried on each path.
const maxPatterns = 2000

// excludes makes the question that a .dockerignore answers, as docker's own library does; nil where a pattern is refused.
func excludes(f *source.File) func(name string) bool {
	patterns, err := ignorefile.ReadAll(strings.NewReader(f.Text))
	if err != nil || len(patterns) > maxPatterns {
		return nil
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return nil
	}
	var compiling sync.Mutex // the library makes a pattern's expression when it is first asked for
	return func(name string) bool {
		compiling.Lock()
		defer compiling.Unlock()
		matches, err := matcher.MatchesOrParentMatches(name)
		return matches && err == nil
	}
}

// named returns the Dockerfiles that launchers build although their names do not say that they are some.
func (m *images) named() []string {
	listed := map[string]bool{}
	for _, f := range m.list {
		listed[f.File.Path] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(m.files)), func(name string) bool { return listed[name] || !m.used[name] })
}
