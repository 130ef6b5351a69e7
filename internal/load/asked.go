package load

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"deploylint/internal/deploy"
)

// askedFor finds what --settings names, by the project that holds it: several may have a module of one name.
func (l *loader) askedFor(projects []*project, pathsOf func(*project) pythonPath) (map[*project]choice, error) {
	name := l.options.Settings
	if name == "" {
		return nil, nil
	}
	asked := map[*project]choice{}
	for _, p := range projects {
		c := choice{project: p, module: name, by: "--settings"}
		found := false
		if strings.HasSuffix(name, ".py") {
			if c.file, found = l.settingsFile(name); found {
				c.module, found = pathsOf(p).module(c.file)
			}
		} else {
			c.file, found = pathsOf(p).file(l.repo, name)
		}
		if holder := innermost(projects, c.file); found && (holder == nil || holder == p) {
			asked[p] = c
		}
	}
	if len(asked) == 0 {
		return nil, fmt.Errorf("--settings %s: the project has no such settings module", name)
	}
	return asked, nil
}

// settingsFile returns the file that --settings names: relative to the working directory, as a shell completes it, else to
// the deployment's folder or to the repository's root.
func (l *loader) settingsFile(name string) (string, bool) {
	var candidates []string
	if abs, err := filepath.Abs(name); err == nil {
		if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil { // as the root is
			if rel, err := filepath.Rel(l.repo.Root(), filepath.Join(dir, filepath.Base(abs))); err == nil {
				candidates = append(candidates, filepath.ToSlash(rel))
			}
		}
	}
	candidates = append(candidates, path.Join(l.dir, filepath.ToSlash(name)), path.Clean(filepath.ToSlash(name)))
	for _, c := range candidates {
		if l.repo.Exists(c) {
			return c, true
		}
	}
	return "", false
}

// choice is forProcess under --settings, which holds for all processes of the projects that have such a module.
func (l *loader) choice(projects []*project, p *deploy.Process, pathsOf func(*project) pythonPath) (choice, bool) {
	if l.asked == nil {
		return l.forProcess(projects, p, pathsOf)
	}
	c, ok := l.asked[l.owner(projects, p)]
	return c, ok
}

// choiceOf is forProject under --settings.
func (l *loader) choiceOf(p *project, pathsOf func(*project) pythonPath) (choice, bool) {
	if l.asked == nil {
		return l.forProject(p, entry{}, pathsOf)
	}
	c, ok := l.asked[p]
	return c, ok
}
