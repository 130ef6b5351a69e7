package deploy

import (
	"path"
	"strings"

	"deploylint/internal/value"
)

// ImportRoot returns the folder that the project's modules are imported from, as the place of the settings tells.
func (s *Settings) ImportRoot() (folder string, ok bool) {
	if s == nil || s.File == nil || s.Module == "" {
		return "", false
	}
	file := strings.TrimSuffix(strings.TrimSuffix(s.File.Path, ".py"), "/__init__")
	root, ok := strings.CutSuffix("/"+file, "/"+strings.ReplaceAll(s.Module, ".", "/"))
	return strings.TrimPrefix(root, "/"), ok
}

// HasModule reports whether the repository has a dotted module. It is undecided for a package that is not beside the
// settings' own, since anything may be installed.
func (s *Site) HasModule(module string) value.Tri {
	root, ok := s.Settings.ImportRoot()
	repo := s.Repository
	top, _, dotted := strings.Cut(module, ".")
	if !ok || repo == nil || repo.Tracked == nil || repo.IsDir == nil || !dotted || !repo.Tracked(path.Join(root, top, "__init__.py")) {
		return value.Undecided
	}
	file := path.Join(root, strings.ReplaceAll(module, ".", "/"))
	switch {
	case repo.Tracked(file+".py") || repo.IsDir(file):
		return value.True
	case repo.Tracked(".gitmodules") || repo.Ignored != nil && (repo.Ignored(file+".py") || repo.Ignored(file+"/__init__.py")):
		return value.Undecided
	}
	for dir := path.Dir(file); dir != path.Join(root, top) && len(dir) > len(root); dir = path.Dir(dir) {
		if repo.Tracked(dir + ".py") {
			return value.Undecided // a module that may pass for a package
		}
	}
	return value.False
}
