package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A choice is the settings module that a process runs, and how that is known.
type choice struct {
	project *project
	// module is the dotted name; file its file, "" where it is not in the repository.
	module, file string
	// by says how the module was chosen, for people; span is where it is written.
	by   string
	span source.Span
	// assumed is set when it rests on names alone.
	assumed bool
	// configuration is the class of django-configurations, "" for other settings or where nothing names one.
	configuration string
	// entry is the entry file that is run before the settings for what it does to the environment, "" for none.
	entry string
}

// forProcess chooses the settings module of one process: an assignment in the file that it imports, what the environment
// says, else what stands in the repository.
func (l *loader) forProcess(owner *project, own entry, p *deploy.Process, paths func(*project) pythonPath) (choice, bool) {
	if own.assigned {
		return l.chosen(owner, own.module, paths, "assignment in "+l.near(own.path), own.span), true
	}
	if p.Manage != nil {
		if module, ok := settingsOption(p.Manage.Args); ok {
			return l.chosen(owner, module.Text, paths, "--settings of "+p.Name, module.Span), true
		}
	}
	if a := l.over(p.Environment).Lookup(settingsVariable); a.State == env.Supplied {
		if module, ok := a.Value.Text(); ok {
			return l.chosen(owner, module, paths, "environment of "+giver(p, a.Origin), a.Span), true
		}
	}
	return l.forProject(owner, own, nil, paths)
}

// giver names what gave a process a variable: the process itself, or the layer's own origin where that is another one. A
// shell or env on the process's own command line is none.
func giver(p *deploy.Process, origin string) string {
	ofProcess := origin == "" || strings.Contains(p.Name, origin) ||
		slices.ContainsFunc(p.Wrappers, func(w *deploy.Wrapper) bool { return path.Base(w.Name.Text) == path.Base(origin) && !isFile(w) })
	if ofProcess {
		return p.Name
	}
	return origin
}

// isFile reports whether a wrapper is a script of the repository.
func isFile(w *deploy.Wrapper) bool {
	return w.Script != nil && w.Script.File != nil && !w.Script.Inline
}

// forProject chooses by what stands in the repository: an assignment in an entry file, what the user or the image gives all
// processes, a module named for production beside the entry file's default, that default, manage.py's, or the only settings module
// there is.
func (l *loader) forProject(p *project, own entry, image *env.Environment, paths func(*project) pythonPath) (choice, bool) {
	var entries []entry
	for _, e := range append([]entry{own}, p.entries...) {
		if e.module != "" {
			entries = append(entries, e)
		}
	}
	if len(entries) == 0 || !entries[0].assigned {
		if a := l.over(image).Lookup(settingsVariable); a.State == env.Supplied {
			if module, ok := a.Value.Text(); ok {
				return l.chosen(p, module, paths, "environment of "+a.Origin, a.Span), true
			}
		}
	}
	for _, e := range entries {
		c := l.chosen(p, e.module, paths, "default in "+l.near(e.path), e.span)
		if c.file == "" {
			continue
		}
		if e.assigned {
			c.by = "assignment in " + l.near(e.path)
			return c, true
		}
		if kindOfEntry(e.path) == "manage" && roleOfModule(p.dir, c.file) == repo.Test {
			l.onlyTests = fmt.Errorf("%s names %s, which are test settings: no production settings found; pass --settings", l.near(e.path), e.module)
			return choice{}, false
		}
		if l.isForDevelopment(p, c.file) {
			if file, ok := productionSibling(l.repo, p.dir, c.file); ok {
				if module, ok := paths(p).module(file); ok {
					c.module, c.file, c.assumed = module, file, true
					c.by = fmt.Sprintf("it is named for production, and %s defaults to %s", l.near(e.path), e.module)
				}
			}
		}
		return c, true
	}
	if len(entries) > 0 {
		e := entries[0]
		return l.chosen(p, e.module, paths, "default in "+l.near(e.path), e.span), true
	}
	return l.onlyModule(p, paths)
}

// chosen makes a choice out of a module's name.
func (l *loader) chosen(p *project, module string, paths func(*project) pythonPath, by string, span source.Span) choice {
	c := choice{project: p, module: module, by: by, span: span}
	c.file, _ = paths(p).file(l.isThere, module)
	return c
}

// isForDevelopment reports whether a default is a base, dev or local module, or a package that is only the folder of its
// modules, so that production can hardly mean it.
func (l *loader) isForDevelopment(p *project, file string) bool {
	switch roleOfModule(p.dir, file) {
	case repo.Base, repo.Development, repo.Local, repo.Test:
		return true
	default:
	}
	if path.Base(file) != "__init__.py" {
		return false
	}
	f, err := l.open(file)
	return err == nil && !strings.Contains(f.Text, "import") && !strings.Contains(f.Text, "INSTALLED_APPS")
}

// onlyModule chooses the only settings module that is not of tests, development or a sample.
func (l *loader) onlyModule(p *project, paths func(*project) pythonPath) (choice, bool) {
	var live []string
	for _, f := range l.inventory.Settings {
		role := roleOfModule(p.dir, f.Path)
		if within(p.dir, f.Path) && (role.Deployed() || role == repo.Base) && l.setsUpDjango(f.Path) {
			live = append(live, f.Path)
		}
	}
	slices.SortStableFunc(live, func(a, b string) int { return productionRank(path.Base(b)) - productionRank(path.Base(a)) })
	for _, file := range live {
		module, ok := paths(p).module(file)
		if !ok {
			continue
		}
		by := "the only settings module there is"
		if len(live) > 1 {
			by = "no entry file names a settings module, and this one is nearest to production"
		}
		return choice{project: p, module: module, file: file, by: by, assumed: len(live) > 1}, true
	}
	return choice{}, false
}

// setsUpDjango reports whether a file looks like a whole settings module rather than another application's own.
func (l *loader) setsUpDjango(name string) bool {
	f, err := l.open(name)
	return err == nil && (strings.Contains(f.Text, "INSTALLED_APPS") || strings.Contains(f.Text, "import *"))
}

// owner returns the project that a process runs: the one that holds the module it serves, else the only one. A server of
// a module that no project holds serves something else.
func (l *loader) owner(projects []*project, p *deploy.Process) *project {
	if app := appModule(p); app != "" {
		for _, candidate := range projects {
			if _, ok := candidate.paths().file(l.isThere, app); ok {
				return candidate
			}
		}
		if p.Server != nil && p.Declared.Path() != "" && !strings.Contains(app, "wsgi") && !strings.Contains(app, "asgi") {
			return nil
		}
	}
	if len(projects) == 1 {
		return projects[0]
	}
	return innermost(projects, p.Declared.Path())
}

// entryOf returns what the entry file that the process imports says.
func (p *project) entryOf(process *deploy.Process) entry {
	if process.Manage != nil {
		for _, e := range p.entries {
			if kindOfEntry(e.path) == "manage" {
				return e
			}
		}
		return entry{}
	}
	app := appModule(process)
	if app == "" {
		return entry{}
	}
	below := "/" + strings.ReplaceAll(app, ".", "/")
	for _, suffix := range []string{".py", "/celery.py", "/__init__.py"} {
		for _, e := range p.entries {
			if strings.HasSuffix("/"+e.path, below+suffix) {
				return e
			}
		}
	}
	return entry{}
}

// appModule returns the module that a server or celery is told to import.
func appModule(p *deploy.Process) string {
	app := ""
	switch {
	case p.Server != nil && p.Server.App.Known:
		app = p.Server.App.Text
	case p.Celery != nil && p.Celery.App.Known:
		app = p.Celery.App.Text
	}
	module, _, _ := strings.Cut(app, ":")
	if !isDotted(module) {
		return ""
	}
	return module
}

// settingsOption returns the module of manage.py's --settings option.
func settingsOption(args []deploy.Word) (deploy.Word, bool) {
	for i, w := range args {
		if text, ok := strings.CutPrefix(w.Text, "--settings="); ok && w.Known {
			w.Text = text
			return w, true
		}
		if w.Text == "--settings" && i+1 < len(args) && args[i+1].Known {
			return args[i+1], true
		}
	}
	return deploy.Word{}, false
}

// sameVariables reports whether two environments supply the same for all variables that the settings read. What an image
// alone leaves open is given by whoever starts it, so that it does not differ from what somebody gives.
func sameVariables(a, b *env.Environment, reads []deploy.EnvRead, image bool) bool {
	for _, r := range reads {
		x, y := a.Lookup(r.Name), b.Lookup(r.Name)
		if image && y.State == env.External {
			continue
		}
		if x.State != y.State || x.State == env.Supplied && !value.Equal(x.Value, y.Value) {
			return false
		}
	}
	return true
}
