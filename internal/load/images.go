package load

import (
	"maps"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/launch"
	"deploylint/internal/pathmap"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// liveImages returns the images of production.
func liveImages(images []launch.Image) []launch.Image {
	return slices.DeleteFunc(slices.Clone(images), func(i launch.Image) bool { return !isProduction(i.Role) })
}

// placeFiles notes the files that images have in the place of others: those of the image that names a settings module
// before those of the rest.
func (l *loader) placeFiles(images []launch.Image) {
	l.placed = map[string]string{}
	for _, named := range []bool{true, false} {
		for _, i := range images {
			if i.SettingsModule.Known() != named {
				continue
			}
			for name, p := range i.Replaced() {
				if _, taken := l.placed[name]; !taken {
					l.placed[name] = p.Repo
				}
			}
		}
	}
}

// mounted returns the images, before them each as a service runs it that mounts files over those of the image.
func mounted(images []launch.Image, processes []*deploy.Process) []launch.Image {
	var all []launch.Image
	for _, p := range processes {
		var mounts []launch.Placement
		for _, m := range p.Mounts {
			if m.OfRepository && servesSite(p) {
				// A file has an ending, and is put to a path with the same.
				folder := path.Ext(m.Repo) == "" || path.Ext(m.Repo) != path.Ext(m.Target)
				mounts = append(mounts, launch.Placement{Repo: m.Repo, Server: m.Target, Folder: folder, Span: m.Span})
			}
		}
		if !slices.ContainsFunc(mounts, func(m launch.Placement) bool { return !m.Folder }) {
			continue
		}
		for _, i := range images {
			i.Placements = slices.Concat(i.Placements, mounts)
			i.SettingsModule = p.SettingsModule
			all = append(all, i)
		}
		if len(images) == 0 {
			all = append(all, launch.Image{Placements: mounts, SettingsModule: p.SettingsModule})
		}
	}
	return append(all, images...)
}

// intoImages gives scripts that run in an image what the image gives. Only an image that has the script can be it.
func intoImages(processes []*deploy.Process, images []launch.Image) {
	for _, p := range processes {
		if p.Launcher != deploy.ShellScript || p.Container {
			continue
		}
		i := imageOfScript(images, p.Declared.Path())
		if i == nil {
			continue
		}
		p.Container = true
		for _, layer := range i.Environment.Layers() {
			p.Environment = p.Environment.WithWeakest(layer)
		}
		if !p.SettingsModule.Known() && p.SettingsModule.Cause == value.Absent {
			p.SettingsModule = i.SettingsModule
		}
		if p.Directory.Kind() == value.None {
			p.Directory = i.Directory
		}
	}
}

// imageOfScript returns the image that has a script: of several the one whose Dockerfile lies nearest, nil where none does.
func imageOfScript(images []launch.Image, script string) *launch.Image {
	var best *launch.Image
	nearest, ties := -1, 0
	for i := range images {
		if _, has := images[i].Has(script); !has {
			continue
		}
		switch near := sharedFolders(images[i].File.Path, script); {
		case near > nearest:
			best, nearest, ties = &images[i], near, 1
		case near == nearest:
			ties++
		}
	}
	if ties > 1 {
		return nil
	}
	return best
}

// sharedFolders counts the folders that two paths have in common at their beginnings.
func sharedFolders(a, b string) int {
	x, y := strings.Split(path.Dir(a), "/"), strings.Split(path.Dir(b), "/")
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// imageOf returns the image that a project runs in where no launcher starts it: the one that names a settings module, nil
// where there is none or where they disagree.
func imageOf(images []launch.Image, projects []*project, p *project) *launch.Image {
	var found *launch.Image
	for i := range images {
		one := &images[i]
		if !one.SettingsModule.Known() || !holdsProject(*one, p) || worksElsewhere(*one, projects, p) {
			continue
		}
		if found != nil && !value.Equal(found.SettingsModule, one.SettingsModule) {
			return nil
		}
		if found == nil {
			found = one
		}
	}
	return found
}

// worksElsewhere reports whether an image works in the folder of another project.
func worksElsewhere(i launch.Image, projects []*project, p *project) bool {
	server, known := i.Directory.Text()
	dir, ok := i.RepoOf(server)
	return known && ok && dir != p.dir && slices.ContainsFunc(projects, func(other *project) bool { return other.dir == dir })
}

// holdsProject reports whether an image has a project's entry files.
func holdsProject(i launch.Image, p *project) bool {
	for _, f := range p.files {
		if _, has := i.Has(f.Path); has {
			return true
		}
	}
	return false
}

// addImages adds what COPY says about where the repository lies. An image without the project, such as the proxy's own, has
// paths of its own.
func addImages(b *pathmap.Builder, images []launch.Image, projects []*project) {
	for _, i := range images {
		if !slices.ContainsFunc(projects, func(p *project) bool { return holdsProject(i, p) }) {
			continue
		}
		for _, p := range i.Placements {
			if p.Folder && p.Server != "/" {
				b.Add(pathmap.Evidence{Server: p.Server, Repo: p.Repo, Why: "COPY in " + i.File.Path, Span: p.Span, Strength: pathmap.Declared, Inside: true})
			}
		}
	}
}

// addMounts adds what compose services mount of the repository where they run the project's code.
func addMounts(b *pathmap.Builder, processes []*deploy.Process) {
	for _, p := range processes {
		if !servesSite(p) {
			continue
		}
		for _, m := range p.Mounts {
			if m.OfRepository && m.Target != "/" {
				b.Add(pathmap.Evidence{Server: m.Target, Repo: m.Repo, Why: "volumes of " + p.Name, Span: m.Span, Strength: pathmap.Declared, Inside: true})
			}
		}
	}
}

// shareFolders tells the builder what the proxy's containers share with those of the application, where both run in
// containers: a path is the same place to both only where a mount says so. m is the map so far.
func shareFolders(b *pathmap.Builder, m *pathmap.Map, processes []*deploy.Process, images []launch.Image, projects []*project) {
	var proxies, webs []*deploy.Process
	for _, p := range processes {
		switch {
		case p.Kind == deploy.ProxyProcess && p.Launcher == deploy.Compose:
			proxies = append(proxies, p)
		case p.Kind == deploy.Web && !p.Container:
			return
		case p.Kind == deploy.Web:
			webs = append(webs, p)
		}
	}
	if len(proxies) == 0 || len(webs) == 0 {
		return
	}
	b.SetApart()
	for _, proxy := range proxies {
		for _, mount := range proxy.Mounts {
			if mount.OfRepository {
				shareRepository(b, m, mount.Target, mount.Repo, "volumes of "+proxy.Name, mount.Span)
				continue
			}
			for _, web := range webs {
				for _, other := range web.Mounts {
					if other.Source == mount.Source && web.Declared.Path() == proxy.Declared.Path() {
						b.AddMount(mount.Target, other.Target, "the volume "+mount.Source, mount.Span)
					}
				}
			}
		}
	}
	for _, i := range images {
		if slices.ContainsFunc(projects, func(p *project) bool { return holdsProject(i, p) }) {
			continue
		}
		for _, p := range i.Placements {
			if p.Folder {
				shareRepository(b, m, p.Server, p.Repo, "COPY in "+i.File.Path, p.Span)
			}
		}
	}
}

// shareRepository tells that the proxy sees a folder of the repository under a path, wherever the application sees it.
func shareRepository(b *pathmap.Builder, m *pathmap.Map, server, folder, why string, at source.Span) {
	for _, place := range m.ToServer(folder) {
		if place.Strength >= pathmap.Declared {
			b.AddMount(server, place.Path, why, at)
			return
		}
	}
}

// installedFor returns what the places are for that a file is put to where nginx reads it: "production", "dev", "test".
func installedFor(file string, placements []launch.Placement) []role.Role {
	roles := map[role.Role]bool{}
	for _, p := range placements {
		if server, ok := p.Target(file); ok && p.Role != role.Sample && readByNginx(server) {
			roles[p.Role] = true
		}
	}
	return slices.Sorted(maps.Keys(roles))
}

// readByNginx reports whether a path of the server lies where nginx's packages and images look for configuration.
func readByNginx(server string) bool {
	for _, dir := range []string{"/etc/nginx/", "/usr/local/nginx/conf/", "/usr/local/openresty/nginx/conf/", "/opt/bitnami/nginx/conf/"} {
		if strings.HasPrefix(server, dir) {
			return true
		}
	}
	return false
}
