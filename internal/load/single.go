package load

import (
	"errors"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/deps"
	"deploylint/internal/launch"
	"deploylint/internal/nginx"
	"deploylint/internal/repo"
)

// single judges one file on its own facts.
func (l *loader) single(name string) ([]*deploy.Site, error) {
	l.inventory = l.repo.InventoryOf("")
	f, err := l.open(name)
	if err != nil {
		return nil, err
	}
	site := &deploy.Site{Name: name, Options: l.facts}
	inv := l.inventory
	launchers := slices.Concat(inv.Dockerfiles, inv.Compose, inv.Shell)
	for _, found := range inv.Launchers {
		launchers = append(launchers, found...)
	}
	switch {
	case strings.HasSuffix(name, ".py"):
		return l.singleSettings(site, name)
	case listed(launchers, name):
		started := l.launchOnly(name)
		site.Processes, site.Supervisors = started.processes, started.supervisors
		site.Images = launch.Models(started.images)
	case listed(inv.Env, name), isEnvFile(name):
		site.Repository = l.repository()
		site.Repository.EnvFiles = slices.DeleteFunc(site.Repository.EnvFiles, func(f deploy.RepoEnvFile) bool { return f.Path != name })
	case listed(slices.Concat(inv.Requirements, inv.Ignores, inv.CI, inv.Build), name):
		return nil, errors.New("a file of this kind says nothing on its own: give the project's folder")
	default:
		config := nginx.Load(l.nginxFiles(nil), f)
		l.notifyNginx(config)
		site.Proxies = []*deploy.Proxy{{Config: config, Path: name}}
	}
	return []*deploy.Site{site}, nil
}

// singleSettings takes a file for a settings module.
func (l *loader) singleSettings(site *deploy.Site, name string) ([]*deploy.Site, error) {
	l.packages = deps.Read(nil, nil)
	p := &project{dir: settingsRoot(name)}
	module, ok := p.paths().module(name)
	if !ok {
		return nil, errors.New("the file's name cannot be imported as a module")
	}
	c := choice{project: p, module: module, file: name, by: "the file that was given"}
	made := l.newSite(c, l.over(nil), p.paths())
	l.look(made, origin{c, l.over(nil)}, p.paths())
	site.Settings, site.DebugOff = made.Settings, made.DebugOff
	if site.DebugOff != nil {
		site.DebugOff.Options = l.facts
	}
	return []*deploy.Site{site}, nil
}

func listed(files []repo.Found, name string) bool {
	return slices.ContainsFunc(files, func(f repo.Found) bool { return f.Path == name })
}
