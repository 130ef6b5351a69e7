package launch

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// vassal adds a process for a configuration file of uWSGI that no launcher names, as uWSGI's emperor or a person starts it.
// Where something else serves the site, the file is an alternative to that, and says nothing of what runs.
func (r *reader) vassal(f File) {
	serves := func(p *deploy.Process) bool {
		return p.Kind == deploy.Web && p.Launcher != deploy.UWSGI && !isDevelopment(p.Role)
	}
	if r.seen[f.File] || slices.ContainsFunc(r.result.Processes, serves) {
		return
	}
	section, ok := ini.ParseAs(f.File, ini.UWSGI).Section("uwsgi")
	if !ok {
		return
	}
	word := shell.Known(f.File.Path, section.Source())
	c := &command{
		name: "uWSGI configuration " + f.File.Path, key: "uwsgi:" + f.File.Path, launcher: deploy.UWSGI, declared: section.Source(),
		role: serverRole(f), doubtful: f.Doubtful, life: leftOpen(), argv: []shell.Word{shell.Known("uwsgi", section.Source()), word},
		locate: func(serverPath, _ string) *source.File {
			if serverPath == f.File.Path {
				return f.File
			}
			return nil
		},
	}
	if p := r.process(c); p.Server != nil && p.Server.App.Text != "" {
		if dir, given := p.Server.Options.Given("chdir"); given && p.Directory.Kind() == value.None {
			p.Directory = dir
		}
		r.remember(f.File)
		r.result.Processes = append(r.result.Processes, p)
	}
}
