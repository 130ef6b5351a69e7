package load

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/launch"
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
			c.file, found = pathsOf(p).file(l.isThere, name)
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

// choice is what a process runs. What --settings names holds for all processes of the projects that have such a module.
func (l *loader) choice(projects []*project, p *deploy.Process, pathsOf func(*project) pythonPath) (choice, bool) {
	owner := l.owner(projects, p)
	if owner == nil {
		return choice{}, false
	}
	own := owner.entryOf(p)
	c, ok := l.asked[owner]
	if l.asked == nil {
		c, ok = l.forProcess(owner, own, p, pathsOf)
	}
	return l.configured(c, own, p.Environment), ok
}

// choiceOf is what a project runs that nothing launches, in the environment of its image, if one is there.
func (l *loader) choiceOf(p *project, image *launch.Image, pathsOf func(*project) pythonPath) (choice, bool) {
	var e *env.Environment
	if image != nil {
		e = image.Environment
	}
	c, ok := l.asked[p]
	if l.asked == nil {
		c, ok = l.forProject(p, entry{}, e, pathsOf)
	}
	return l.configured(c, entry{}, e), ok
}
