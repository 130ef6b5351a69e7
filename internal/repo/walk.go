package repo

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// A walk ends after so many files.
const walkLimit = 300_000

// walk lists the files below dir that no .gitignore on the way leaves out. Folders of tools and of installed packages
// are skipped, and symbolic links are listed but not followed.
func (r *Repo) walk(dir string) []source.Notification {
	w := walker{repo: r}
	w.skip = func(name string) bool { return r.skippedDir(name) }
	return w.run(dir)
}

// walkAssumed lists all files below the root as tracked, save those that Options.Assume names.
func (r *Repo) walkAssumed() []source.Notification {
	w := walker{repo: r, skip: func(name string) bool { return path.Base(name) == ".git" }, everything: true}
	notes := w.run("")
	aside := slices.Concat(r.assume.Untracked, r.assume.Ignored)
	for i := range aside {
		aside[i] = clean(aside[i])
	}
	r.files = slices.DeleteFunc(r.files, func(e Entry) bool { return slices.Contains(aside, e.Path) })
	for i := range r.files {
		r.files[i].Tracked = !r.assume.NoGit
	}
	return notes
}

type walker struct {
	repo *Repo
	skip func(dir string) bool
	// everything is set where .gitignore does not count.
	everything bool
	full       bool
	unread     []string
}

func (w *walker) run(dir string) []source.Notification {
	r := w.repo
	top := filepath.Join(r.root, filepath.FromSlash(dir))
	// The function returns no error but SkipDir and SkipAll.
	_ = filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		return w.visit(relative(r.root, name), d, err)
	})
	// WalkDir goes folder by folder, where "a/b" comes before "a.b"; paths compare otherwise.
	slices.SortFunc(r.files, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })

	var notes []source.Notification
	if w.full {
		notes = append(notes, source.Notification{
			Level:   source.Error,
			Message: fmt.Sprintf("there are more than %d files; the others were not looked at", walkLimit),
		})
	}
	for _, name := range w.unread {
		notes = append(notes, source.Notification{
			Level: source.Warning, Message: "cannot list the folder " + printable(name), Path: name,
		})
	}
	return notes
}

func (w *walker) visit(name string, d fs.DirEntry, err error) error {
	r := w.repo
	if err != nil {
		w.unread = append(w.unread, name)
		return nil
	}
	if d.IsDir() {
		if name == "" || name == r.scope {
			return nil
		}
		if w.skip(name) || r.excluded(name+"/") || !w.everything && r.ignored(name, true) {
			return fs.SkipDir
		}
		return nil
	}
	if !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0 || name == "" || r.excluded(name) {
		return nil
	}
	info, err := d.Info()
	if err != nil {
		return nil // gone since the folder was listed
	}
	entry := Entry{Path: name, Size: info.Size(), Mode: info.Mode()}
	if !w.everything && r.ignored(name, false) {
		r.present = append(r.present, entry)
		return nil
	}
	if len(r.files) >= walkLimit {
		w.full = true
		return fs.SkipAll
	}
	r.files = append(r.files, entry)
	return nil
}

// skippedDir reports whether a walk passes over a folder: what tools write, what installers fill, virtual environments
// by any name.
func (r *Repo) skippedDir(dir string) bool {
	switch base := path.Base(dir); base {
	case ".git", ".hg", ".svn", ".tox", ".nox", ".eggs", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".cache",
		".next", ".terraform", "htmlcov", "coverage", "target":
		return true
	case "env", "build", "dist", "media", "static_root", "staticfiles", "locale":
		return !r.looksLikeCode(dir)
	default:
		return isVendorDir(base) || strings.HasSuffix(base, ".egg-info") || r.isVirtualenv(dir)
	}
}

// isVendorDir reports whether a folder of that name holds other people's code.
func isVendorDir(base string) bool {
	switch base {
	case "node_modules", "bower_components", "__pycache__", "site-packages", "dist-packages", ".venv", "venv",
		"virtualenv", "__pypackages__", ".virtualenv":
		return true
	}
	return false
}

func (r *Repo) isVirtualenv(dir string) bool {
	return r.onDisk(dir+"/pyvenv.cfg") || r.onDisk(dir+"/conda-meta")
}

// looksLikeCode tells env/ and build/ that hold a part of the project from those that a tool wrote.
func (r *Repo) looksLikeCode(dir string) bool {
	if r.isVirtualenv(dir) {
		return false
	}
	for _, name := range []string{"manage.py", "settings.py", "__init__.py", "settings"} {
		if r.onDisk(dir + "/" + name) {
			return true
		}
	}
	return path.Base(dir) == "env" && !r.onDisk(dir+"/bin") && !r.onDisk(dir+"/Scripts")
}

// onDisk reports whether there is anything by that name.
func (r *Repo) onDisk(name string) bool {
	_, err := r.dir.Lstat(filepath.FromSlash(name))
	return err == nil
}
