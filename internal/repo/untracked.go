package repo

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Folders that are looked at for untracked files, and files listed per folder of env files.
const (
	probeDirs  = 256
	probeFiles = 128
)

// Untracked returns files that matter to a deployment and that are there without git tracking them, sorted by path: env
// files, keys, SQLite databases, local settings. Only folders that hold a part of the deployment are looked at. Ignored
// tells which of them git would leave alone. Where there is no git it holds those that a .gitignore names.
func (r *Repo) Untracked() []Entry { return r.probeNotTrack() }

func (r *Repo) probeUntracked() []Entry {
	var list []Entry
	if r.assume != nil {
		list = r.assumedUntracked()
	} else {
		for _, dir := range r.probedDirs() {
			list = append(list, r.probeDir(dir, 0)...)
		}
	}
	slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(list, func(a, b Entry) bool { return a.Path == b.Path })
}

func (r *Repo) assumedUntracked() []Entry {
	var list []Entry
	for _, name := range slices.Concat(r.assume.Untracked, r.assume.Ignored) {
		if e, err := r.Stat(name); err == nil && !e.Mode.IsDir() {
			list = append(list, e)
		}
	}
	return list
}

// probedDirs returns the folders where untracked files matter.
func (r *Repo) probedDirs() []string {
	inv := r.Inventory()
	dirs := []string{"", r.scope}
	for _, list := range [][]Found{inv.Manage, inv.Settings, inv.Compose, inv.Dockerfiles, inv.Env, inv.Launchers["supervisor"], inv.Launchers["Procfile"]} {
		for _, f := range list {
			dir := path.Dir(f.Path)
			if dir == "." {
				dir = ""
			}
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	dirs = slices.Compact(dirs)
	return dirs[:min(len(dirs), probeDirs)]
}

func (r *Repo) probeDir(dir string, depth int) []Entry {
	f, err := r.dir.Open(filepath.FromSlash(path.Clean("./" + dir)))
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	children, _ := f.ReadDir(20_000) // what could be listed is listed
	slices.SortFunc(children, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	var list []Entry
	for _, d := range children {
		name := path.Join(dir, d.Name())
		if d.IsDir() {
			if depth < 2 && (depth > 0 || isEnvFolder(d.Name())) && !r.isVirtualenv(name) {
				list = append(list, r.probeDir(name, depth+1)...)
			}
			continue
		}
		if depth == 0 && !matters(d.Name()) || !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0 || r.IsTracked(name) {
			continue
		}
		if r.state != Tracked && r.Exists(name) {
			continue // counts as the project's already
		}
		if info, err := d.Info(); err == nil {
			list = append(list, Entry{Path: name, Size: info.Size(), Mode: info.Mode()})
		}
		if depth > 0 && len(list) >= probeFiles {
			break
		}
	}
	return list
}

func isEnvFolder(base string) bool { return base == ".envs" || base == "envs" || base == ".env" }

// matters reports whether an untracked file of that name is worth knowing.
func matters(base string) bool {
	lower := strings.ToLower(base)
	if isEnvName(lower) {
		return true
	}
	switch path.Ext(lower) {
	case ".sqlite3", ".sqlite", ".db", ".pem", ".key":
		return true
	case ".py":
		return lower == "local.py" || strings.Contains(lower, "local_settings") || strings.Contains(lower, "settings_local")
	}
	return false
}
