package load

import (
	"slices"

	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// inProduction returns the answers of an evaluated settings module without what only a developer's machine or a test can
// make of a setting: the settings may import settings.local or settings.ci under a condition that nothing decides, and
// production is neither.
func (c choice) inProduction(given func(string) (value.Value, bool)) func(string) (value.Value, bool) {
	dir := c.dir()
	if !roleOfModule(dir, c.file).Deployed() {
		return given // the user asked for these, or there are no others
	}
	role := func(v value.Value) repo.Role { return conditionalRole(dir, v) }
	return func(name string) (value.Value, bool) {
		v, ok := given(name)
		if !ok || v.Known() || len(v.Alternatives) < 2 {
			return v, ok
		}
		kept := slices.DeleteFunc(slices.Clone(v.Alternatives), func(a value.Value) bool { return !role(a).Deployed() })
		switch len(kept) {
		case 0:
			return v, ok
		case 1:
			kept[0].Overridable = v.Overridable
			return kept[0], ok
		}
		v.Alternatives = kept
		return v, ok
	}
}

// ranks returns how near to production a module of the project is. It remembers, and is for one evaluation alone.
func (c choice) ranks() func(path string) int {
	known := map[string]int{}
	return func(path string) int {
		r, ok := known[path]
		if !ok && path != "" {
			r = rank(roleOfModule(c.dir(), path))
			known[path] = r
		}
		return r
	}
}

// rank puts what is named for production before everything else, and what is not deployed behind.
func rank(r repo.Role) int {
	switch {
	case r == repo.Production:
		return 1
	case !r.Deployed():
		return -1
	}
	return 0
}

// dir is the folder of the project.
func (c choice) dir() string {
	if c.project == nil {
		return ""
	}
	return c.project.dir
}

// conditionalRole is the role of the module that gives an alternative, where a condition in another module decides whether
// that one is imported. What a module decides within itself says nothing about where it runs.
func conditionalRole(dir string, v value.Value) repo.Role {
	var set source.Span
	for _, s := range v.Trail {
		if (s.How == value.Assigned || s.How == value.Fallback || s.How == value.Settled) && !s.Span.IsZero() {
			set = s.Span
		}
	}
	if set.IsZero() || !slices.ContainsFunc(v.Trail, func(s value.Step) bool {
		return s.How == value.Joined && !s.Span.IsZero() && s.Span.File != set.File
	}) {
		return repo.UnknownRole
	}
	return roleOfModule(dir, set.Path())
}
