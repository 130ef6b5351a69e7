package load

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// proxies reads the nginx configurations. Files of one folder are one configuration, since they are included together,
// unless their names say that they are alternatives of each other. Where launchers say which they put to nginx, those are
// the live ones.
func (l *loader) proxies(locate func(absolute string) []string, started launched) []*deploy.Proxy {
	live := l.liveProxies(started)
	included := l.included(live, locate)
	var proxies []*deploy.Proxy
	for _, group := range groupProxies(live) {
		var roots []*source.File
		for _, f := range group.files {
			if f.Fragment || included[f.Path] {
				continue
			}
			if file, err := l.open(f.Path); err != nil {
				l.notify(repo.Unread(f.Path, err))
			} else {
				roots = append(roots, file)
			}
		}
		if len(roots) == 0 {
			continue
		}
		var config *nginx.Config
		if !l.guard("nginx's configuration", roots[0].Path, func() { config = nginx.Load(l.nginxFiles(locate), roots...) }) {
			continue
		}
		l.notifyNginx(config)
		proxies = append(proxies, &deploy.Proxy{
			Config: config, Path: roots[0].Path, Group: group.name,
			Sample: group.files[0].Role == repo.Sample,
		})
	}
	return proxies
}

// liveProxies returns the nginx files that production may have. One that is put to nginx for tests or for developers alone
// is not among them; nor are the alternatives of one that production has for certain, nor what lies in a folder of
// examples where a launcher elsewhere starts the site: the launchers in such a folder do not count either.
func (l *loader) liveProxies(started launched) []repo.Found {
	placements := started.placements
	siteStarts := slices.ContainsFunc(started.processes, func(p *deploy.Process) bool { return p.Kind == deploy.Web })
	var live []repo.Found
	installed := map[string]bool{} // by the stem of alternatives
	certain := map[string]bool{}
	for _, f := range l.inventory.Nginx {
		if !f.Role.Deployed() && f.Role != repo.Sample {
			continue
		}
		if f.Role == repo.Sample && siteStarts && repo.RoleOf(path.Base(f.Path)) != repo.Sample {
			continue
		}
		roles := installedFor(f.Path, placements)
		if slices.ContainsFunc(roles, isProduction) {
			installed[alternativeStem(f.Path)], certain[f.Path] = true, true
		} else if len(roles) > 0 && f.Role != repo.Production {
			continue
		}
		live = append(live, f)
	}
	return slices.DeleteFunc(live, func(f repo.Found) bool { return installed[alternativeStem(f.Path)] && !certain[f.Path] })
}

func (l *loader) nginxFiles(locate func(absolute string) []string) nginx.Files {
	return nginx.Files{Open: l.openIncluded, Glob: l.repo.Glob, Locate: locate}
}

// notifyNginx passes on what the reader skipped. What nginx itself could not read is no notification: nginx-does-not-start
// reports it.
func (l *loader) notifyNginx(config *nginx.Config) {
	l.notify(config.Notifications...)
	config.Walk(func(e nginx.Entry) bool {
		if e.Inner != nil {
			l.notifyIncludes(e.Inner)
		}
		return true
	})
}

// notifyIncludes says which includes of a server or location lead to files that are not there, since rules about what is
// missing stay silent beside them. Those of the blocks around are the distribution's own.
func (l *loader) notifyIncludes(b *nginx.Block) {
	if b.Context != syntax.ServerContext && b.Context != syntax.LocationContext {
		return
	}
	note := source.Notification{
		Level:   source.Note,
		Message: "the file is not in the repository: what it sets is not known, and rules about what is missing here stay silent",
	}
	if b.Context == syntax.ServerContext && len(b.All("location", "if", "return", "rewrite", "root", "try_files", "index")) == 0 {
		note = source.Notification{
			Level:   source.Warning,
			Message: "how the server answers stands in a file that is not in the repository",
		}
	}
	for _, d := range b.Unresolved {
		if d.Is("include") && !d.Hole() {
			note.Span = d.Source()
			l.notify(note)
		}
	}
}

// included returns the files that another of the files includes.
func (l *loader) included(files []repo.Found, locate func(string) []string) map[string]bool {
	included := map[string]bool{}
	for _, f := range files {
		file, err := l.open(f.Path)
		if err != nil || !strings.Contains(file.Text, "include") {
			continue
		}
		l.guard("nginx's configuration", f.Path, func() {
			for _, tree := range nginx.Load(l.nginxFiles(locate), file).Trees {
				if tree.File.Path != f.Path {
					included[tree.File.Path] = true
				}
			}
		})
	}
	return included
}

// A proxyGroup is the files that make one configuration.
type proxyGroup struct {
	// name is set when the files are one of several alternatives.
	name  string
	files []repo.Found
}

// groupProxies puts files of one folder together. Files and folders whose names differ only in words that tell
// alternatives apart (ssl, http, secure, dev) are alternatives of each other.
func groupProxies(files []repo.Found) []proxyGroup {
	kinds := map[string][]string{} // stem → the distinct paths that have it
	for _, f := range files {
		stem := alternativeStem(f.Path)
		kinds[stem] = append(kinds[stem], f.Path)
	}
	var groups []proxyGroup
	type place struct {
		dir    string
		sample bool // an example is not part of the configuration beside it
	}
	at := map[place]int{}
	for _, f := range files {
		stem := alternativeStem(f.Path)
		if len(kinds[stem]) > 1 {
			groups = append(groups, proxyGroup{name: stem, files: []repo.Found{f}})
			continue
		}
		where := place{path.Dir(f.Path), f.Role == repo.Sample}
		i, ok := at[where]
		if !ok {
			i = len(groups)
			at[where] = i
			groups = append(groups, proxyGroup{})
		}
		groups[i].files = append(groups[i].files, f)
	}
	return groups
}

// alternativeStem is the path without the words that tell alternatives apart.
func alternativeStem(name string) string {
	var kept []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("/._- ", r) }) {
		if !slices.Contains([]string{
			"ssl", "nossl", "no", "tls", "http", "https", "secure", "unsecure", "insecure", "bootstrap", "dev", "development", "local",
			"prod", "production", "staging", "test", "old", "new", "template", "example", "sample", "j2",
		}, w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, "/")
}
