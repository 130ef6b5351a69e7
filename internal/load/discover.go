package load

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/repo"
)

// A project is one Django project: a folder with manage.py or with the package of the entry points.
type project struct {
	// dir is the folder that modules are imported from.
	dir string
	// entries are what its entry files say about the settings and the environment, wsgi.py and asgi.py first, manage.py last.
	entries []entry
	// files are all its entry files.
	files []repo.Found
}

// discover finds the projects below the path that was given, or else upward to the repository's root.
func (l *loader) discover() ([]*project, error) {
	for dir := l.repo.Scope(); ; dir = parent(dir) {
		l.dir, l.inventory = dir, l.repo.InventoryOf(dir)
		if projects := l.projectsIn(); len(projects) > 0 {
			for _, p := range projects {
				l.readEntries(p)
			}
			return projects, nil
		}
		if dir == "" {
			return nil, ErrNoProject
		}
	}
}

// projectsIn makes the projects out of the inventory: by manage.py, else by the entry points, else by settings modules.
func (l *loader) projectsIn() []*project {
	dirs := foldersOf(l.inventory.Manage, func(name string) string { return path.Dir(name) })
	if len(dirs) == 0 {
		dirs = foldersOf(l.inventory.Entry, func(name string) string { return path.Dir(path.Dir(name)) })
	}
	if len(dirs) == 0 {
		dirs = foldersOf(l.settingsOfDjango(), settingsRoot)
	}
	var projects []*project
	for _, dir := range dirs {
		projects = append(projects, &project{dir: clean(dir)})
	}
	for _, f := range slices.Concat(l.inventory.Entry, l.inventory.Manage) {
		if p := l.holder(projects, f.Path); p != nil {
			p.files = append(p.files, f)
		}
	}
	return projects
}

// settingsOfDjango returns the files that make a project where nothing else does. A file that only has the name of a
// settings module is of another program.
func (l *loader) settingsOfDjango() []repo.Found {
	if l.options.Settings != "" {
		return l.inventory.Settings // the user says that one of them is
	}
	return slices.DeleteFunc(slices.Clone(l.inventory.Settings), func(f repo.Found) bool { return !l.setsUpDjango(f.Path) })
}

// foldersOf returns the folders of files that can take part in a deployment, each once and sorted. When every file is of
// development, a sample or a test, all count: the user pointed at them.
func foldersOf(files []repo.Found, folder func(string) string) []string {
	var live, all []string
	for _, f := range files {
		dir := folder(f.Path)
		all = append(all, dir)
		if f.Role != repo.Sample && f.Role != repo.Test && f.Role != repo.Documentation {
			live = append(live, dir)
		}
	}
	if len(live) > 0 {
		all = live
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// settingsRoot returns the folder that a settings module is imported from: that of shop/settings.py or
// shop/settings/production.py.
func settingsRoot(name string) string {
	dir := path.Dir(name)
	if base := path.Base(dir); base == "settings" || base == "conf" {
		dir = path.Dir(dir)
	}
	return path.Dir(dir)
}

// holder returns the project that an entry file belongs to: the one whose folder the file's outermost package lies in,
// else the innermost around it.
func (l *loader) holder(projects []*project, name string) *project {
	dir := clean(path.Dir(name))
	for dir != "" && l.repo.Exists(path.Join(dir, "__init__.py")) && path.Base(name) != "manage.py" {
		dir = parent(dir)
	}
	for _, p := range projects {
		if p.dir == dir {
			return p
		}
	}
	return innermost(projects, name)
}

// innermost returns the project whose folder holds the path, the deepest where several do.
func innermost(projects []*project, name string) *project {
	var best *project
	for _, p := range projects {
		if within(p.dir, name) && (best == nil || len(p.dir) > len(best.dir)) {
			best = p
		}
	}
	return best
}

// readEntries reads what the entry files say about the settings module.
func (l *loader) readEntries(p *project) {
	for _, f := range p.files {
		file, err := l.open(f.Path)
		if err != nil {
			l.notify(repo.Unread(f.Path, err))
			continue
		}
		if e, ok := readEntry(file, l.parse); ok {
			p.entries = append(p.entries, e)
		}
	}
	slices.SortStableFunc(p.entries, func(a, b entry) int { return entryRank(a) - entryRank(b) })
}

// entryRank puts wsgi.py and asgi.py before other entry files, and manage.py last; of equals the nearest to the project.
func entryRank(e entry) int {
	depth := 2 * strings.Count(e.path, "/")
	switch kindOfEntry(e.path) {
	case "wsgi":
		return depth
	case "asgi":
		return depth + 1
	case "manage":
		return 1000 + depth
	default:
		return 500 + depth
	}
}

// paths returns the folders that the project's processes import modules from, besides their working directories.
func (p *project) paths() pythonPath {
	paths := pythonPath{p.dir}
	for _, dir := range []string{path.Join(p.dir, "src"), parent(p.dir), ""} {
		if dir = clean(dir); !slices.Contains(paths, dir) {
			paths = append(paths, dir)
		}
	}
	return paths
}

func clean(dir string) string {
	if dir = path.Clean(dir); dir == "." || dir == "/" {
		return ""
	}
	return dir
}
