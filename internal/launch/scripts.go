package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/program"
	"deploylint/internal/shell"
)

// script adds a process for a shell script that no launcher starts, but whose name says that a person or a server does,
// and that ends with a server or a worker.
func (r *reader) script(f File) {
	if r.started[f.File.Path] || !namedToStart(f.File.Path) {
		return
	}
	name := shell.Known("./"+path.Base(f.File.Path), f.File.Span(0, 0))
	c := &command{
		name: "script " + f.File.Path, key: "script:" + f.File.Path, launcher: deploy.ShellScript,
		declared: f.File.LineSpan(1), role: serverRole(f), life: leftOpen(),
	}
	text := shell.FromFile(f.File)
	c.code, c.shellWord, c.argv = &text, name, []shell.Word{name}
	c.wrappers = []*deploy.Wrapper{{Name: deploy.WordOf(name), Script: &deploy.Script{File: f.File, Executable: f.Executable}}}
	others := r.follow(c)
	for _, one := range append([]*command{c}, others...) {
		if one != c {
			r.follow(one)
		}
		kind, development := program.KindOf(one.argv)
		if development && !saysProduction(f.File.Path) {
			continue
		}
		switch kind {
		case deploy.Web, deploy.Worker, deploy.Beat:
			p := r.process(one)
			if one != c {
				p.Key += "&" + p.Executable()
			}
			if len(one.argv) > 0 {
				p.Declared = one.argv[0].Span
			}
			r.result.Processes = append(r.result.Processes, p)
		default:
		}
	}
}

// namedToStart reports whether a script's name says that it starts something.
func namedToStart(name string) bool {
	starts := []string{
		"start", "run", "serve", "server", "entrypoint", "gunicorn", "uwsgi", "uvicorn", "daphne", "celery", "web", "worker",
		"beat", "prod", "production", "boot", "launch", "up", "app",
	}
	for _, w := range nameWords(name) {
		if slices.Contains(starts, w) || strings.HasPrefix(w, "gunicorn") || strings.HasPrefix(w, "runserver") {
			return true
		}
	}
	return false
}

// saysProduction reports whether a script's name leaves no doubt about what it is for.
func saysProduction(name string) bool {
	for _, w := range nameWords(name) {
		switch w {
		case "prod", "production", "deploy", "entrypoint", "live":
			return true
		}
	}
	return false
}

// nameWords returns the words of a file's name.
func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(path.Base(name)), func(c rune) bool { return strings.ContainsRune("._- ", c) })
}
