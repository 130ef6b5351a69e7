package load

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/deps"
	"deploylint/internal/env"
	"deploylint/internal/launch"
	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// project loads a whole project: inventory → launchers → each process's environment → its settings → sites.
func (l *loader) project() ([]*deploy.Site, error) {
	projects, err := l.discover()
	if err != nil {
		return nil, err
	}
	leaks := l.leaks()
	for _, s := range l.inventory.Skipped {
		l.notify(repo.Unread(s.Path, s.Err))
	}
	l.packages = deps.Read(l.requirements(), l.openShared)
	l.notify(l.packages.Notifications()...)
	started := l.launch(projects)
	paths := l.paths(projects, started)
	proxies := l.proxies(locator(paths), started)
	repository := l.repository()

	if l.asked, err = l.askedFor(projects, started.importPaths); err != nil {
		return nil, err
	}
	sites := l.sites(projects, started)
	switch {
	case len(sites) == 0 && l.onlyTests != nil:
		return nil, l.onlyTests
	case len(sites) == 0:
		return nil, errors.New("a Django project is there, but no settings module: name it with --settings")
	}
	judged := l.limited(sites)
	repository.Leaky, repository.Databases = leaks(), l.databases()
	repository.DataServices = l.dataServices()
	for _, s := range judged {
		s.Neighbours = neighbours(sites, s)
		s.Supervisors = started.supervisors
		s.Places = started.places
		s.Images = launch.Models(started.images)
		s.Proxies = proxies
		s.Repository = repository
		s.Paths = paths
		s.Packages = l.pinned
		s.Requirements = l.required()
		s.Given = l.layers
		s.Options = l.facts
		s.Settings.CacheRelays = l.cacheRelays(s)
		s.Settings.Tasks = l.taskCode(s)
		if s.DebugOff != nil {
			settings := s.DebugOff.Settings
			settings.CacheRelays, settings.Tasks = s.Settings.CacheRelays, s.Settings.Tasks
			*s.DebugOff = *s
			s.DebugOff.Settings, s.DebugOff.DebugOff = settings, nil
		}
	}
	return judged, nil
}

// neighbours returns the processes of the other sites.
func neighbours(sites []*deploy.Site, site *deploy.Site) []*deploy.Process {
	var others []*deploy.Process
	for _, s := range sites {
		if s != site {
			others = append(others, s.Processes...)
		}
	}
	return others
}

// mostSites is how many sites are judged. Every rule is asked about every one of them, and looks at all proxies.
const mostSites = 50

// limited cuts the sites down to those that are judged.
func (l *loader) limited(sites []*deploy.Site) []*deploy.Site {
	if len(sites) <= mostSites {
		return sites
	}
	l.notify(source.Notification{
		Level:   source.Error,
		Message: fmt.Sprintf("there are %d sites, and only %d of them were judged: give the folder of one, or --settings", len(sites), mostSites),
	})
	return sites[:mostSites]
}

// sites puts processes together that run one settings module in one environment, and evaluates each once.
func (l *loader) sites(projects []*project, started launched) []*deploy.Site {
	var sites []*deploy.Site
	made := map[*deploy.Site]origin{}
	covered := map[*project]bool{}
	pathsOf := started.importPaths
	for _, p := range byWeight(started.processes) {
		c, ok := l.choice(projects, p, pathsOf)
		if !ok || !servesSite(p) {
			continue
		}
		covered[c.project] = true
		e := l.over(p.Environment)
		site := findSite(sites, made, origin{c, e}, p)
		if site == nil {
			site = l.siteFor(sites, made, origin{c, e}, pathsOf(c.project))
			if _, known := made[site]; !known {
				made[site] = origin{c, e}
				sites = append(sites, site)
			}
		}
		site.Processes = append(site.Processes, p)
	}
	for _, p := range projects {
		image := imageOf(started.images, projects, p)
		c, ok := l.choiceOf(p, image, pathsOf)
		if covered[p] || !ok || c.file == "" && len(sites) > 0 {
			continue // a folder with a manage.py of its own whose settings are elsewhere is no project of its own
		}
		e := l.over(nil)
		if image != nil {
			e = l.over(image.Environment)
		}
		site := l.newSite(c, e, pathsOf(p))
		made[site] = origin{c, e}
		sites = append(sites, site)
	}
	l.addCommands(projects, started, sites)
	nameSites(sites)
	l.addSteps(projects, started, sites)
	for _, s := range sites[:min(len(sites), mostSites)] {
		if o, ok := made[s]; ok {
			l.look(s, o, pathsOf(o.choice.project))
			l.settingsOfProcesses(s, o, pathsOf(o.choice.project))
		}
	}
	return sites
}

// mostEnvironments is how many different environments of one site's processes its settings are evaluated in.
const mostEnvironments = 12

// settingsOfProcesses evaluates the settings anew for each process whose environment is not the one that the site's were
// evaluated in. Equal environments share one evaluation.
func (l *loader) settingsOfProcesses(s *deploy.Site, o origin, paths pythonPath) {
	type world struct {
		environment *env.Environment
		settings    *deploy.Settings
	}
	worlds := []world{{o.environment, s.Settings}}
	for _, p := range s.Processes {
		e := l.over(p.Environment)
		at := slices.IndexFunc(worlds, func(w world) bool { return sameVariables(w.environment, e, s.Settings.Reads, false) })
		switch {
		case at >= 0:
			p.Settings = worlds[at].settings
		case len(worlds) < mostEnvironments:
			settings, _ := l.settingsOf(o.choice, e, paths)
			settings.URLs = s.Settings.URLs
			worlds = append(worlds, world{e, settings})
			p.Settings = settings
		default:
			p.Settings = s.Settings
		}
	}
}

// siteFor evaluates the settings of a process that no site is known for. It returns a site that comes to the same, or a new
// one. Those that are too many to be judged are not evaluated.
func (l *loader) siteFor(sites []*deploy.Site, made map[*deploy.Site]origin, o origin, paths pythonPath) *deploy.Site {
	if len(sites) >= mostSites {
		nothing := func(string) (value.Value, bool) { return value.Value{}, false }
		settings := deploy.NewSettings(nil, nothing, nothing)
		settings.Module = o.choice.module
		return &deploy.Site{Name: o.choice.module, Settings: settings}
	}
	site := l.newSite(o.choice, o.environment, paths)
	if twin := l.twinOf(sites, made, o, site.Settings); twin != nil {
		return twin
	}
	return site
}

// addCommands puts the management commands that launchers run to the sites whose settings they use. They make no site of
// their own: a command that forgets the settings module is not another deployment.
func (l *loader) addCommands(projects []*project, started launched, sites []*deploy.Site) {
	for _, p := range started.processes {
		if p.Kind != deploy.Command {
			continue
		}
		c, ok := l.choice(projects, p, started.importPaths)
		if !ok {
			continue
		}
		for _, s := range sites {
			if s.Settings.Module == c.module {
				s.Processes = append(s.Processes, p)
				break
			}
		}
	}
}

// byWeight puts web processes first: a site is named and evaluated for those, and others join it.
func byWeight(processes []*deploy.Process) []*deploy.Process {
	sorted := slices.Clone(processes)
	slices.SortStableFunc(sorted, func(a, b *deploy.Process) int { return weight(a) - weight(b) })
	return sorted
}

// servesSite reports whether a process does the site's work, so that its settings are the site's.
func servesSite(p *deploy.Process) bool {
	switch p.Kind {
	case deploy.Web, deploy.Worker, deploy.Beat:
		return true
	default:
		return false
	}
}

func weight(p *deploy.Process) int {
	switch p.Kind {
	case deploy.Web:
		return 0
	case deploy.Worker, deploy.Beat:
		return 1
	case deploy.Command:
		return 2
	default:
		return 3
	}
}

// An origin is what a site's settings were made of.
type origin struct {
	choice      choice
	environment *env.Environment
}

// findSite returns the site that a process belongs to: one with its settings module whose environment answers alike for
// all that the settings read. A worker or beat belongs to the site of its own launcher's file before all others, then to
// one whose launcher lies in the same folder.
func findSite(sites []*deploy.Site, made map[*deploy.Site]origin, o origin, p *deploy.Process) *deploy.Site {
	var fitting []*deploy.Site
	for _, s := range sites {
		other := made[s]
		if s.Settings.Module != o.choice.module || other.choice.configuration != o.choice.configuration ||
			p.Kind == deploy.Web && !sameVariables(other.environment, o.environment, s.Settings.Reads, p.Launcher == deploy.Dockerfile) {
			continue
		}
		fitting = append(fitting, s)
	}
	file := p.Declared.Path()
	for _, near := range []func(string) bool{
		func(other string) bool { return other == file },
		func(other string) bool { return path.Dir(other) == path.Dir(file) },
		func(string) bool { return true },
	} {
		for _, s := range fitting {
			if slices.ContainsFunc(s.Processes, func(q *deploy.Process) bool { return near(q.Declared.Path()) }) {
				return s
			}
		}
	}
	return nil
}

// twinOf returns the site of the same module whose settings come to the same. Two that are given different texts are meant
// to be different sites, whatever comes of it.
func (l *loader) twinOf(sites []*deploy.Site, made map[*deploy.Site]origin, o origin, settings *deploy.Settings) *deploy.Site {
	for _, s := range sites {
		other := made[s]
		if s.Settings.Module == o.choice.module && other.choice.configuration == o.choice.configuration &&
			!disagree(other.environment, o.environment, s.Settings.Reads) && l.sameSettings(s.Settings, settings) {
			return s
		}
	}
	return nil
}

// disagree reports whether two environments both supply a variable that the settings read, and not the same.
func disagree(a, b *env.Environment, reads []deploy.EnvRead) bool {
	return slices.ContainsFunc(reads, func(r deploy.EnvRead) bool {
		x, y := a.Lookup(r.Name), b.Lookup(r.Name)
		return x.State == env.Supplied && y.State == env.Supplied && !alike(x.Value, y.Value, 0)
	})
}

func (l *loader) newSite(c choice, e *env.Environment, paths pythonPath) *deploy.Site {
	settings, debugOff := l.settingsOf(c, e, paths)
	site := &deploy.Site{Name: c.module, Settings: settings}
	if debugOff != nil && settings.Get("DEBUG").Overridable == nil {
		site.DebugOff = &deploy.Site{Settings: debugOff}
	}
	return site
}

// look finds out what the settings of a site lead to: it is asked about the sites that are judged, not about each evaluation.
func (l *loader) look(site *deploy.Site, o origin, paths pythonPath) {
	s := site.Settings
	s.URLs = l.urls(s, paths)
	s.Entrances = l.entrances(s, paths)
	s.OldKeys = l.oldKeys(s)
	s.Switches = l.switches(o.choice, o.environment, paths, s)
	if site.DebugOff != nil {
		off := site.DebugOff.Settings
		off.URLs, off.OldKeys, off.Switches = s.URLs, s.OldKeys, s.Switches
	}
}

// urls reads the URLs of a site with those that they include, nil where the module is not known. Sites share them.
func (l *loader) urls(s *deploy.Settings, paths pythonPath) *deploy.URLConf {
	root, ok := s.Get("ROOT_URLCONF").Text()
	if !ok {
		return nil
	}
	open := func(module string) *source.File { return l.module(module, paths) }
	return l.urlconfs.Get(strings.Join(append(slices.Clip(paths), root), "\n"), func() *deploy.URLConf {
		f := open(root)
		if f == nil {
			return nil
		}
		return deploy.ReadURLs(f, root, open)
	})
}

// nameSites tells sites of one settings module apart by the first process of each.
func nameSites(sites []*deploy.Site) {
	count := map[string]int{}
	for _, s := range sites {
		count[s.Name]++
	}
	for _, s := range sites {
		if count[s.Settings.Module] > 1 && len(s.Processes) > 0 {
			s.Name += " (" + s.Processes[0].Name + ")"
		}
	}
}
