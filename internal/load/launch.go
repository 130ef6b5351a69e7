package load

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/launch"
	"deploylint/internal/pathmap"
	"deploylint/internal/pyeval"
	"deploylint/internal/repo"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// launched is what the launchers start in production.
type launched struct {
	processes   []*deploy.Process
	supervisors []*deploy.SupervisorConfig
	places      []*deploy.Place
	// directories are the folders of the repository that processes work in, by the project that they run.
	directories map[*project][]string
	// images are those of production, and placements all that launchers put where, whatever for.
	images     []launch.Image
	placements []launch.Placement
}

// launch reads all launchers and keeps what is of production.
func (l *loader) launch(projects []*project) launched {
	result := l.readLaunchers(func(repo.Found) bool { return true })
	live, developed := l.withoutDevelopment(projects, result.Processes)
	images := liveImages(result.Images)
	l.placeFiles(mounted(images, live))
	intoImages(live, images)
	tellApart(live)
	started := launched{
		processes:   live,
		supervisors: result.Supervisors,
		places:      result.Places,
		directories: map[*project][]string{},
		images:      images,
	}
	for _, p := range result.Placements {
		if developed[p.Span.Path()] {
			p.Role = "dev"
		}
		started.placements = append(started.placements, p)
	}
	for _, i := range result.Images {
		started.placements = append(started.placements, i.Placements...)
	}
	return started
}

// tellApart gives processes that are called alike names of their own; what has nothing to do with the project keeps its
// name.
func tellApart(processes []*deploy.Process) {
	launch.TellApart(slices.DeleteFunc(slices.Clone(processes), func(p *deploy.Process) bool { return p.Kind == deploy.OtherProcess }))
}

// launchOnly reads one launcher's file on its own facts.
func (l *loader) launchOnly(name string) launched {
	result := l.readLaunchers(func(f repo.Found) bool { return f.Path == name })
	return launched{processes: result.Processes, supervisors: result.Supervisors, images: result.Images}
}

// readLaunchers reads the launchers' files that are wanted.
func (l *loader) readLaunchers(wanted func(repo.Found) bool) *launch.Result {
	open := func(found []repo.Found) []launch.File {
		return l.launcherFiles(slices.DeleteFunc(slices.Clone(found), func(f repo.Found) bool { return !wanted(f) }))
	}
	files := launch.Files{
		deploy.Dockerfile:  open(l.inventory.Dockerfiles),
		deploy.Compose:     open(l.inventory.Compose),
		deploy.ShellScript: open(l.inventory.Shell),
		launch.TestCompose: l.testCompose(wanted),
	}
	for name, found := range l.inventory.Launchers { // each list by itself, so the order is of no account
		files[deploy.Launcher(name)] = open(found)
	}
	result := &launch.Result{}
	l.guard("the launchers", "", func() {
		result = launch.Read(files, launch.Options{
			Open:       l.open,
			Glob:       l.repo.Glob,
			Exists:     func(name string) (file, dir bool) { return l.repo.Exists(name), l.repo.HasDir(name) },
			Find:       l.finder(),
			EvalConfig: l.evalConfig,
			Given:      l.layers,
			Closed:     l.options.EnvComplete,
		})
	})
	for _, f := range result.Read {
		l.remember(f)
	}
	l.notify(result.Notifications...)
	return result
}

// finder finds the repository's file for a path of the server: among the files of the deployment first, since a repository
// may hold several, then among all.
func (l *loader) finder() func(serverPath, cwd string) (*source.File, bool, bool) {
	find := func(dir string) func(string, string) (*source.File, bool, bool) {
		var below []string
		for _, e := range l.repo.FilesIn(dir) {
			below = append(below, strings.TrimPrefix(strings.TrimPrefix(e.Path, dir), "/"))
		}
		open := func(name string) (*source.File, error) { return l.open(path.Join(dir, name)) }
		executable := func(name string) bool {
			e, ok := l.repo.Find(path.Join(dir, name))
			return ok && e.Executable()
		}
		return launch.NewFinder(below, open, executable)
	}
	near := find(l.dir)
	if l.dir == "" {
		return near
	}
	all := find("")
	return func(serverPath, cwd string) (*source.File, bool, bool) {
		if f, executable, ok := near(serverPath, cwd); ok {
			return f, executable, ok
		}
		return all(serverPath, cwd)
	}
}

// evalConfig evaluates a gunicorn.conf.py.
func (l *loader) evalConfig(f *source.File, e *env.Environment) map[string]value.Value {
	made := &evaluation{unread: unreadModules{loader: l}, result: &pyeval.Result{}}
	made.broke = !attempt(func() {
		made.result = pyeval.Config(f.Path, pyeval.Options{
			Open:    made.unread.open,
			Exists:  l.exists,
			Path:    []string{clean(path.Dir(f.Path)), ""},
			Env:     l.over(e),
			Version: l.pinned,
			Parse:   l.parse,
		})
	})
	l.take(made, "gunicorn's configuration", choice{file: f.Path})
	return made.result.All()
}

// launcherFiles opens the files of one launcher. Files of tests and documentation are not among what production runs.
func (l *loader) launcherFiles(found []repo.Found) []launch.File {
	var files []launch.File
	for _, f := range found {
		if f.Role == repo.Test || f.Role == repo.Documentation {
			continue
		}
		file, err := l.open(f.Path)
		if err != nil {
			l.notify(repo.Unread(f.Path, err))
			continue
		}
		files = append(files, launch.File{File: file, Role: roleOf(f.Role), Doubtful: f.Doubtful, Executable: f.Executable})
	}
	return files
}

// testCompose opens the compose files of tests.
func (l *loader) testCompose(wanted func(repo.Found) bool) []launch.File {
	var files []launch.File
	for _, f := range l.inventory.Compose {
		if f.Role != repo.Test || !wanted(f) {
			continue
		}
		if file, err := l.open(f.Path); err == nil { // one that cannot be read mounts nothing of production's
			files = append(files, launch.File{File: file, Role: roleOf(f.Role)})
		}
	}
	return files
}

func isProduction(r role.Role) bool {
	return r == role.Production || r == role.Base || r == role.Unknown
}

// importPaths returns the folders that a project's processes import modules from: their working directories first.
func (s launched) importPaths(p *project) pythonPath {
	paths := pythonPath(slices.Clone(s.directories[p]))
	for _, dir := range p.paths() {
		if !slices.Contains(paths, dir) {
			paths = append(paths, dir)
		}
	}
	return paths
}

// paths gathers the evidence about where on the server the repository lies, and the folders that processes work in.
func (l *loader) paths(projects []*project, started launched) *pathmap.Map {
	var names []string
	for _, e := range l.repo.FilesIn(l.dir) {
		names = append(names, e.Path)
	}
	b := pathmap.NewBuilder(names)
	for _, p := range started.processes {
		dir, known := p.Directory.Text()
		if owner := l.owner(projects, p); known && owner != nil && path.IsAbs(dir) {
			if holds := l.imported(owner, p); holds != "" {
				b.AddDirectory(dir, holds, "working directory of "+p.Name, p.Directory.Source())
			}
		}
		l.addHoled(b, projects, p)
		for _, w := range p.Wrappers {
			if w.Name.Known && path.IsAbs(w.Name.Text) {
				b.AddPath(w.Name.Text, "command of "+p.Name, w.Name.Span)
			}
		}
	}
	addImages(b, started.images, projects)
	addMounts(b, started.processes)
	shareFolders(b, b.Map(), started.processes, started.images, projects)
	m := b.Map()
	for _, p := range started.processes {
		for _, w := range p.Wrappers {
			placeSources(m, w)
		}
		dir, known := p.Directory.Text()
		owner := l.owner(projects, p)
		if !known || owner == nil {
			continue
		}
		if below, _, ok := m.ToRepo(dir); ok && (below == "" || l.repo.HasDir(below)) && !slices.Contains(started.directories[owner], below) {
			started.directories[owner] = append(started.directories[owner], below)
		}
	}
	return m
}

// addHoled adds the working directory of a process as a template writes it.
func (l *loader) addHoled(b *pathmap.Builder, projects []*project, p *deploy.Process) {
	dir := p.WorkingDirectory()
	if p.Server != nil && !dir.Known() {
		if chdir, given := p.Server.Options.Given("chdir"); given {
			dir = chdir
		}
	}
	if dir.Known() || dir.Source().IsZero() {
		return
	}
	if owner := l.owner(projects, p); owner != nil {
		written := strings.Trim(dir.Source().Text(), `"'`)
		b.AddHoled(written, l.imported(owner, p), "working directory of "+p.Name, dir.Source())
	}
}

// placeSources finds out where in the repository the files would lie that a wrapper sources and that are not there.
func placeSources(m *pathmap.Map, w *deploy.Wrapper) {
	if w.Script == nil {
		return
	}
	for i := range w.Script.Sources {
		s := &w.Script.Sources[i]
		if s.Path != "" || s.Server == "" {
			continue
		}
		if name, _, ok := m.ToRepo(s.Server); ok {
			s.Path = name
		}
	}
}

// imported returns what a process imports or runs, as a path below its working directory: "shop/wsgi.py", "manage.py".
func (l *loader) imported(owner *project, p *deploy.Process) string {
	if p.Manage != nil {
		return "manage.py"
	}
	below := strings.ReplaceAll(appModule(p), ".", "/")
	if p.Server != nil && strings.Contains(p.Server.App.Text, "/") {
		below = path.Clean(strings.TrimSuffix(p.Server.App.Text, ".py")) // as gunicorn_django took it
	}
	if below == "" {
		return ""
	}
	for _, suffix := range []string{".py", "/celery.py", "/__init__.py"} {
		for _, dir := range owner.paths() {
			if l.repo.Exists(path.Join(dir, below+suffix)) {
				return below + suffix
			}
		}
	}
	return ""
}

// locator finds the files of the repository for an absolute path of the server in an nginx include.
func locator(m *pathmap.Map) func(absolute string) []string {
	return func(absolute string) []string {
		if strings.ContainsAny(absolute, "*?[") {
			return nil
		}
		if name, _, ok := m.ToRepo(absolute); ok {
			return []string{name}
		}
		return nil
	}
}

// requirements opens the files that name packages, lock files included: first those that something installs with
// pip install -r, as far as it says which.
func (l *loader) requirements() []*source.File {
	installed := l.installed()
	var live []repo.Found
	for _, f := range l.inventory.Requirements {
		if f.Role != repo.Test && f.Role != repo.Documentation && f.Role != repo.Sample {
			live = append(live, f)
		}
	}
	slices.SortStableFunc(live, func(a, b repo.Found) int { return installed[b.Path] - installed[a.Path] })
	return l.read(live)
}

// installed returns the requirements files that Dockerfiles and scripts install, as 1 each.
func (l *loader) installed() map[string]int {
	files := map[string]int{}
	for _, f := range slices.Concat(l.inventory.Dockerfiles, l.inventory.Shell) {
		if !f.Role.Deployed() {
			continue
		}
		file, err := l.open(f.Path)
		if err != nil {
			continue // whoever needs the file says so
		}
		for rest := file.Text; ; {
			_, after, found := strings.Cut(rest, "-r ")
			if !found {
				break
			}
			rest = after
			name, _, _ := strings.Cut(strings.TrimSpace(after), "\n")
			name, _, _ = strings.Cut(name, " ")
			for _, dir := range []string{path.Dir(f.Path), l.dir} {
				if full := clean(path.Join(dir, strings.TrimPrefix(name, "/"))); strings.HasSuffix(full, ".txt") {
					files[full] = 1
				}
			}
		}
	}
	return files
}
