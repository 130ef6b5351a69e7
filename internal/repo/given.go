package repo

import (
	"path/filepath"

	"deploylint/internal/source"
)

// ReadGiven reads a file that the user named, relative to the working directory: it may lie outside the project, and need
// not be tracked. Its path is the user's own spelling, or the one below the root where it lies there.
func (r *Repo) ReadGiven(name string) (*source.File, error) {
	if abs, err := filepath.Abs(name); err == nil {
		if rel, err := filepath.Rel(r.root, abs); err == nil && filepath.IsLocal(rel) {
			return r.Read(filepath.ToSlash(rel))
		}
	}
	f, info, err := openRegular(name)
	if err != nil {
		return nil, cause(err)
	}
	defer func() { _ = f.Close() }()
	text, err := readUpTo(f, info.Size(), configLimit)
	if err != nil {
		return nil, cause(err)
	}
	if text, err = decode(text); err != nil {
		return nil, err
	}
	return source.NewFile(filepath.ToSlash(name), text), nil
}
