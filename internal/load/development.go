package load

import (
	"maps"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/repo"
	"deploylint/internal/value"
)

// withoutDevelopment leaves out what does not run in production. A compose file without a word about its purpose is for
// development when one of its services is something that only developers run: projects keep it beside the real launcher.
// Those files are returned as well.
func (l *loader) withoutDevelopment(projects []*project, processes []*deploy.Process) (live []*deploy.Process, develops map[string]bool) {
	develops = map[string]bool{}
	// gives are those of the files whose environment is a developer's for certain: production has another.
	gives := map[string]bool{}
	for _, p := range processes {
		name := p.Declared.Path()
		if p.Launcher != deploy.Compose || repo.RoleOf(path.Base(name)) != repo.UnknownRole {
			continue
		}
		named := namesDevelopment(p)
		if named || forDevelopers(p) {
			develops[name] = true
			gives[name] = gives[name] || !named || l.hasProductionSibling(projects, p)
		}
	}
	live = slices.DeleteFunc(slices.Clone(processes), func(p *deploy.Process) bool {
		name := p.Declared.Path()
		return !isProduction(p.Role) || develops[name] || p.OneShot || path.Base(name) == "Procfile.windows"
	})
	given := l.givenBy(processes, gives)
	for _, p := range live {
		if p.Launcher == deploy.Supervisor && p.Container {
			withoutEnvironmentOf(p, given)
		}
	}
	return live, develops
}

// givenBy returns the files in which the environment stands that some compose files give: themselves, and env files.
func (l *loader) givenBy(processes []*deploy.Process, compose map[string]bool) map[string]bool {
	given := maps.Clone(compose)
	for _, p := range processes {
		if !compose[p.Declared.Path()] {
			continue
		}
		for _, layer := range p.Environment.Layers() {
			for _, v := range layer.Vars {
				if name := v.Span.Path(); isEnvFile(name) {
					given[name] = true
				}
			}
		}
	}
	return given
}

// namesDevelopment reports whether a process runs with settings, or with a class of django-configurations, that are named
// for development or tests.
func namesDevelopment(p *deploy.Process) bool {
	for _, v := range []value.Value{p.SettingsModule, p.Environment.Lookup("DJANGO_CONFIGURATION").Value} {
		name, _ := v.Text()
		switch repo.RoleOf(snakeCase(strings.ReplaceAll(name, ".", "/"))) {
		case repo.Development, repo.Test:
			return true
		default:
		}
	}
	return false
}

// forDevelopers reports whether only a developer would run the process like that: with Django's own server, reloading at
// every change, or through a script that is named for it.
func forDevelopers(p *deploy.Process) bool {
	if p.Server != nil {
		reload := p.Server.Options.Get("reload")
		// An image's own entrypoint is what production runs as well, so only the compose file's word counts.
		asks := reload.Truth() == value.True && reload.Source().Path() == p.Declared.Path()
		if asks || p.Server.Traits.Development {
			return true
		}
	}
	for _, w := range p.Wrappers {
		if w.Script != nil && w.Script.File != nil && repo.RoleOf(path.Base(w.Script.File.Path)) == repo.Development {
			return true
		}
	}
	return false
}

// hasProductionSibling reports whether a module named for production stands beside the settings of a process, so that
// production will hardly run with those of the process.
func (l *loader) hasProductionSibling(projects []*project, p *deploy.Process) bool {
	module, _ := p.SettingsModule.Text()
	for _, owner := range projects {
		if file, ok := owner.paths().file(l.isThere, module); ok {
			_, found := productionSibling(l.repo, owner.dir, file)
			return found
		}
	}
	return false
}

// withoutEnvironmentOf takes from a process what stands in the given files: the supervisord in an image has the
// environment of whoever starts the image, and in production that is somebody else than a developer's compose file.
func withoutEnvironmentOf(p *deploy.Process, files map[string]bool) {
	var kept []env.Layer
	for _, layer := range p.Environment.Layers() {
		if !slices.ContainsFunc(layer.Vars, func(v env.Var) bool { return files[v.Span.Path()] }) {
			kept = append(kept, layer)
		}
	}
	p.Environment = env.New(false, kept...)
	p.AbsentEnvFiles = slices.DeleteFunc(p.AbsentEnvFiles, func(w deploy.Word) bool { return files[w.Span.Path()] })
	if files[p.SettingsModule.Source().Path()] {
		p.SettingsModule = value.NotKnown(value.Absent, "nothing names a settings module")
	}
}
