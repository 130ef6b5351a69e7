package launch

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/role"
	"deploylint/internal/yaml"
)

// outer is the container in which a supervisor file is read.
type outer struct {
	command *command
	// named is set where the command line of supervisord names the file, so that it is the main one.
	named bool
}

// runIn notes the container of a supervisor file. What production starts counts before what developers start, and
// what names the file before what only has it.
func (r *reader) runIn(file string, c *command, named bool) {
	old, seen := r.daemons[file]
	if seen && (isDevelopment(c.role) && !isDevelopment(old.command.role) || old.named && !named) {
		return
	}
	r.daemons[file] = outer{command: c, named: named}
}

func isDevelopment(role role.Role) bool { return role == "dev" || role == "test" }

// noteSupervisors notes which of supervisor's files an image has where supervisord finds them.
func (r *reader) noteSupervisors(c *command, image *dockerfile.Image, copies []imageCopy, dirs []string) {
	for _, f := range r.files[deploy.Supervisor] {
		for _, to := range append(destinations(copies, dirs, f.File.Path), r.runDestinations(image, copies, dirs, f.File.Path)...) {
			r.install(f.File.Path, to)
			if isSupervisorPath(to) {
				r.runIn(f.File.Path, c, false)
			}
		}
	}
}

// install notes that a file is put somewhere on the server.
func (r *reader) install(file, to string) {
	if isIncludeFolder(path.Base(path.Dir(to))) {
		r.inFolder[file] = true
	}
}

// isIncludeFolder reports whether a folder is one of which the distributions' main files include everything.
func isIncludeFolder(name string) bool {
	switch name {
	case "conf.d", "supervisor.d", "supervisord.d":
		return true
	}
	return false
}

// isSupervisorPath reports whether a file is where supervisord looks for its configuration.
func isSupervisorPath(name string) bool {
	return strings.HasPrefix(name, "/etc/supervisor") || isIncludeFolder(path.Base(path.Dir(name))) && strings.HasPrefix(name, "/etc/")
}

// destinations returns the paths under which an image has a file of the repository.
func destinations(copies []imageCopy, dirs []string, file string) []string {
	var found []string
	for _, one := range copies {
		for _, dir := range dirs {
			name := file
			if dir != "." {
				var inside bool
				if name, inside = strings.CutPrefix(file, dir+"/"); !inside {
					continue
				}
			}
			to := strings.TrimSuffix(one.to, "/")
			switch rest, inside := strings.CutPrefix(name, one.from+"/"); {
			case one.from == name && strings.HasSuffix(one.to, "/"):
				found = append(found, path.Join(to, path.Base(name)))
			case one.from == name && (path.Ext(to) != "" && !isIncludeFolder(path.Base(to)) || path.Ext(name) == ""):
				found = append(found, to)
			case one.from == name: // a folder that is there already
				found = append(found, path.Join(to, path.Base(name)))
			case inside:
				found = append(found, path.Join(to, rest))
			case one.from == ".":
				found = append(found, path.Join(to, name))
			case strings.ContainsAny(one.from, "*?["):
				if ok, err := path.Match(one.from, name); ok && err == nil {
					found = append(found, path.Join(to, path.Base(name)))
				}
			}
		}
	}
	return found
}

// runDestinations returns where the image's RUN steps put a file of the repository.
func (r *reader) runDestinations(image *dockerfile.Image, copies []imageCopy, dirs []string, file string) []string {
	var found []string
	dir := "/"
	for _, stage := range image.Stages {
		for _, i := range stage.Instructions {
			switch i.Name {
			case "WORKDIR":
				dir = absolute(dir, i.Text)
			case "RUN":
				for _, one := range installsIn(i.Text) {
					if !one.mayMean(file) {
						continue
					}
					if f := r.copied(copies, dirs, one.from, dir); one.several() || f != nil && f.Path == file {
						found = append(found, one.targetOf(file))
					}
				}
			}
		}
	}
	return found
}

// installsIn returns what cp, mv, ln and install in a piece of shell code put where supervisor or its folders are.
func installsIn(code string) []imageCopy {
	if !strings.Contains(code, "conf.d") && !strings.Contains(code, "supervisor") {
		return nil
	}
	return movesIn(code)
}

// targetOf returns the path that a file of the repository is put to.
func (m imageCopy) targetOf(file string) string {
	name := path.Base(m.from)
	if m.several() {
		name = path.Base(file)
	}
	if strings.HasSuffix(m.to, "/") || isIncludeFolder(path.Base(m.to)) {
		return path.Join(m.to, name)
	}
	return path.Clean(m.to)
}

// several reports whether the source is a pattern.
func (m imageCopy) several() bool { return strings.ContainsAny(m.from, "*?[") }

// mayMean reports whether the source may be a file of the repository: it has the same name, or a pattern matches in a
// folder of the same name.
func (m imageCopy) mayMean(file string) bool {
	if !m.several() {
		return path.Base(m.from) == path.Base(file)
	}
	matches, err := path.Match(path.Base(m.from), path.Base(file))
	return matches && err == nil && path.Base(path.Dir(m.from)) == path.Base(path.Dir(file))
}

// scriptInstalls notes which of supervisor's files the repository's scripts put into supervisor's folders.
func (r *reader) scriptInstalls(scripts []File) {
	if len(r.files[deploy.Supervisor]) == 0 {
		return
	}
	for _, script := range scripts {
		for _, one := range installsIn(script.File.Text) {
			for _, f := range r.files[deploy.Supervisor] {
				to := one.targetOf(f.File.Path)
				if !one.mayMean(f.File.Path) || !isIncludeFolder(path.Base(path.Dir(to))) {
					continue
				}
				from := one.from
				if strings.HasPrefix(from, "$") {
					_, from, _ = strings.Cut(from, "/") // $HERE/deploy/shop.conf
				}
				if found, _ := r.find(from, path.Dir(script.File.Path)); one.several() || found == f.File {
					r.install(f.File.Path, to)
				}
			}
		}
	}
}

// volumes notes what a service mounts where: files and folders of the repository, and supervisor's files among them.
func (p *project) volumes(c *command, s *service) {
	for _, n := range s.under("volumes") {
		for _, one := range n.node.Items() {
			m := p.volume(one)
			if m.Target == "" || mounted(c.mounts, m.Target) {
				continue
			}
			if strings.HasPrefix(m.Source, ".") {
				m.Repo, m.OfRepository = cleanPath(path.Join(n.dir, m.Source)), !strings.HasPrefix(path.Join(n.dir, m.Source), "..")
				p.mount(m, c.role)
			}
			c.mounts = append(c.mounts, m)
		}
	}
	for _, n := range s.under("tmpfs") {
		for _, one := range n.node.Items() {
			if target, _, _ := strings.Cut(p.filled(one), ":"); target != "" {
				c.mounts = append(c.mounts, deploy.Mount{Kind: deploy.TmpfsMount, Target: target, Span: one.Span()})
			}
		}
	}
}

// mounted reports whether something is mounted at a path: of two files that mount there, the stronger one counts.
func mounted(mounts []deploy.Mount, target string) bool {
	return slices.ContainsFunc(mounts, func(m deploy.Mount) bool { return path.Clean(m.Target) == path.Clean(target) })
}

// volume reads one entry of volumes, in both of its forms. Its target is "" where a variable decides.
//
// https://docs.docker.com/reference/compose-file/services/#volumes
func (p *project) volume(one *yaml.Node) deploy.Mount {
	m := deploy.Mount{Source: p.filled(one.Get("source")), Target: p.filled(one.Get("target")), Span: one.Span()}
	kind := one.Get("type").Text()
	if written := p.filled(one); written != "" {
		parts := strings.Split(written, ":")
		m.Target = parts[0]
		if len(parts) > 1 {
			m.Source, m.Target = parts[0], parts[1]
		}
		m.ReadOnly = len(parts) > 2 && slices.Contains(strings.Split(parts[2], ","), "ro")
	} else if found := one.Get("target"); found != nil {
		m.Span = found.Span()
		m.ReadOnly = one.Get("read_only").Text() == "true"
		m.Below = p.filled(one.Get("volume").Get("subpath"))
		if kind == "" || one.Get("source") != nil && m.Source == "" {
			m.Target = "" // what is shared is not known
		}
	}
	switch {
	case kind == "tmpfs":
		m.Kind = deploy.TmpfsMount
	case kind == "bind", strings.HasPrefix(m.Source, "."), strings.HasPrefix(m.Source, "/"), strings.HasPrefix(m.Source, "~"):
		m.Kind = deploy.BindMount
	case m.Source == "":
		m.Kind = deploy.AnonymousMount
	default:
		m.Kind = deploy.VolumeMount
		p.volumeName(&m)
	}
	return m
}

// volumeName gives a volume the name under which all of the host know it, where the file says one.
func (p *project) volumeName(m *deploy.Mount) {
	for _, d := range p.documents {
		declared := d.Get("volumes").Get(m.Source)
		if external := declared.Get("external"); external != nil && external.Text() != "false" {
			m.External = true
		}
		if name := p.filled(declared.Get("name")); name != "" {
			m.Source = name
			return
		}
	}
}

// filled returns a scalar's text with its variables filled in, "" where one is not known.
func (p *project) filled(n *yaml.Node) string {
	written := n.Text()
	if written == "" {
		return ""
	}
	filled, _ := p.interpolated(written, n.Span()).Text()
	return filled
}

// mount notes a file or folder of the repository that a service mounts.
func (p *project) mount(m deploy.Mount, role role.Role) {
	if !m.OfRepository {
		return
	}
	r := p.reader
	for _, f := range r.files[deploy.Supervisor] {
		for _, place := range destinations([]imageCopy{{from: cmp.Or(m.Repo, "."), to: m.Target}}, []string{"."}, f.File.Path) {
			r.install(f.File.Path, place)
		}
	}
	if r.options.Exists == nil {
		return
	}
	isFile, isDir := r.options.Exists(m.Repo)
	if isFile || isDir || m.Repo == "" {
		r.result.Placements = append(r.result.Placements, Placement{Repo: m.Repo, Server: path.Clean(m.Target), Folder: !isFile, Span: m.Span, Role: role})
	}
}
