package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// composeFiles reads compose files. A file that is shared by others (role "base") is laid below each production file of its
// folder; where there is none, it stands for itself.
func (r *reader) composeFiles(files []File) {
	stacks := r.composeStacks()
	docs, roles := map[string]*document{}, map[string]role.Role{}
	for _, f := range files {
		roles[f.File.Path] = f.Role
		if n := r.readYAML(f.File); n.Get("services") != nil || n.Get("include") != nil {
			docs[f.File.Path] = &document{n, path.Dir(f.File.Path)}
		}
	}
	below := map[string][]*document{} // by folder
	production := map[string]bool{}
	for _, f := range files {
		dir := path.Dir(f.File.Path)
		switch {
		case docs[f.File.Path] == nil:
		case f.Role == "base":
			below[dir] = append(below[dir], docs[f.File.Path])
		case f.Role == "production":
			production[dir] = true
		}
	}
	isPart := parts(docs)
	for _, f := range files {
		d := docs[f.File.Path]
		dir := path.Dir(f.File.Path)
		if d == nil || f.Role == "base" && production[dir] || isPart[f.File.Path] || isBelow(f.File.Path, stacks, roles) {
			continue
		}
		p := &project{reader: r, images: r.images, file: f, dir: dir, django: map[string]bool{}}
		for _, one := range append([]*document{d}, stackOf(f, stacks, docs, below[dir])...) {
			p.documents = append(p.documents, one)
			p.documents = append(p.documents, r.included(one, 0)...)
		}
		p.interpolation()
		p.services()
	}
}

// testMounts notes what the services of a compose file for tests mount, which tells what is not for production.
func (r *reader) testMounts(f File) {
	p := &project{reader: r, file: f, dir: path.Dir(f.File.Path)}
	for _, one := range r.readYAML(f.File).Get("services").Pairs() {
		p.volumes(&command{role: "test"}, &service{name: one.Key.Value, nodes: []placed{{one.Value, p.dir}}})
	}
}

// A document is a compose file, with the folder that its paths start from.
type document struct {
	*yaml.Node
	dir string
}

// A project is a compose file with those below it.
type project struct {
	reader    *reader
	images    *images
	file      File
	documents []*document // the strongest first
	dir       string
	// django are the images, by name, of which a service runs the project's code.
	django map[string]bool
	// silent are the services of images from elsewhere that run what the image says.
	silent []silent
	// variablesOfFile are those of the .env beside the compose file, for ${NAME}.
	variablesOfFile []env.Var
	// fellBack is set where a default was filled in.
	fellBack bool
}

// silent is a service that says no command, with what is known of it.
type silent struct {
	service *service
	command *command
}

// A service is one service in all documents that mention it, the strongest first.
type service struct {
	name  string
	nodes []placed
}

// placed is a node with the folder that the paths in it start from.
type placed struct {
	node *yaml.Node
	dir  string
}

// first returns the strongest value under a key.
func (s *service) first(key string) placed {
	if all := s.under(key); len(all) > 0 {
		return all[0]
	}
	return placed{}
}

// under returns the values under a key, the strongest first: those behind one that is tagged !override or !reset do not
// count.
//
// https://docs.docker.com/reference/compose-file/merge/#reset-value
func (s *service) under(key string) []placed {
	var all []placed
	for _, n := range s.nodes {
		found := n.node.Get(key)
		switch {
		case found == nil:
			continue
		case found.Tag == "!reset":
			return all
		}
		all = append(all, placed{found, n.dir})
		if found.Tag == "!override" {
			break
		}
	}
	return all
}

// services adds a process for each service that runs a command of its own.
func (p *project) services() {
	var order []string
	declared := map[string]source.Span{}
	for _, d := range slices.Backward(p.documents) {
		for _, one := range d.Get("services").Pairs() {
			if !slices.Contains(order, one.Key.Value) && len(order) < maxPrograms {
				order = append(order, one.Key.Value)
			}
			declared[one.Key.Value] = one.Key.Span()
		}
	}
	for _, name := range order {
		s := &service{name: name}
		for _, d := range p.documents {
			if n := d.Get("services").Get(name); n != nil {
				s.nodes = append(s.nodes, p.extended(d.Node, n, p.folderOf(d), 0)...)
			}
		}
		p.add(s, declared[name])
	}
	for _, one := range p.silent {
		p.addSilent(one.service, one.command)
	}
}

// folderOf returns the folder that the paths of a document start from: an included file's own, else that of the project.
func (p *project) folderOf(d *document) string {
	if d.dir != "" && slices.ContainsFunc(p.documents, func(other *document) bool { return includes(other, d) }) {
		return d.dir
	}
	return p.dir
}

// includes reports whether a compose file names another one under include.
func includes(d, other *document) bool {
	for _, one := range d.Get("include").Items() {
		for _, n := range append(one.Get("path").Items(), one) {
			if name := n.Text(); name != "" && path.Join(d.dir, name) == other.File().Path {
				return true
			}
		}
	}
	return false
}

// extended returns a service's node in a document, and those that it extends.
func (p *project) extended(d, n *yaml.Node, dir string, depth int) []placed {
	all := []placed{{n, dir}}
	extends := n.Get("extends")
	if extends == nil || depth > maxWrappers {
		return all
	}
	name, file := extends.Text(), ""
	if name == "" {
		name, file = extends.Get("service").Text(), extends.Get("file").Text()
	}
	if file != "" {
		f := p.reader.open(path.Join(dir, file))
		if f == nil {
			return all
		}
		if d = p.reader.readYAML(f); d == nil {
			return all
		}
		dir = path.Dir(f.Path)
	}
	if base := d.Get("services").Get(name); base != nil && base != n {
		all = append(all, p.extended(d, base, dir, depth+1)...)
	}
	return all
}

// add adds the process of a service.
func (p *project) add(s *service, declared source.Span) {
	c := &command{
		name: "compose service " + s.name, key: "compose:" + s.name, launcher: deploy.Compose, declared: declared,
		role: p.roleOf(s), doubtful: p.file.Doubtful, container: true,
	}
	p.environment(c, s)
	p.volumes(c, s)
	tree, image := p.build(c, s)
	c.givesAll = setsNothing(image) && p.role() == "production"
	c.life = p.lifecycle(s, image)
	p.service(c, s, declared)
	if v := s.first("working_dir"); v.node != nil {
		c.directory = p.scalar(v)
	}
	if v := s.first("user"); v.node != nil {
		c.user = p.scalar(v)
		if name, _, grouped := strings.Cut(c.user.Payload(), ":"); grouped && c.user.Known() {
			c.user = value.Written(name, c.user.Span(), "user is set here")
		}
	}
	entrypoint, arguments := p.words(s.first("entrypoint")), p.words(s.first("command"))
	switch {
	case image != nil:
		c.fromImage(tree, image, entrypoint, arguments)
	default:
		c.argv = append(slices.Clip(entrypoint), arguments...)
	}
	proxy := p.isProxy(s) || tree != nil && isNginxImage(image)
	if len(c.argv) == 0 && c.code == nil && !proxy {
		p.silent = append(p.silent, silent{s, c})
		return
	}
	process := p.reader.addContainer(c)
	if process == nil {
		return
	}
	if len(process.Argv) == 0 && proxy {
		process.Kind = deploy.ProxyProcess
	}
	if process.Kind != deploy.OtherProcess && process.Kind != deploy.ProxyProcess {
		p.django[s.first("image").node.Text()] = true
	}
}

// addSilent adds a service that runs what an image from elsewhere says, where the image is the project's own: its
// environment names a settings module, or another service runs the project's code in it. The rest are databases and caches.
func (p *project) addSilent(s *service, c *command) {
	image := s.first("image").node.Text()
	module := p.reader.lookup(&command{layers: c.layers}, "DJANGO_SETTINGS_MODULE")
	if image == "" || !module.Known() && !p.django[image] {
		return
	}
	if name, tree := p.ownImage(); tree != nil {
		// The image was built elsewhere, out of this repository: its Dockerfile says what it runs.
		directory, user := c.directory, c.user
		built := p.reader.image(c, tree, tree.Final(), contexts(name))
		if directory.Known() {
			c.directory = directory
		}
		if user.Known() {
			c.user = user
		}
		c.fromImage(tree, built, nil, nil)
		p.markUsed(name, c.role)
		c.life = p.lifecycle(s, built)
	}
	process := p.reader.addContainer(c)
	if process != nil && process.Kind == deploy.OtherProcess && len(process.Argv) == 0 {
		process.Kind = deploy.Web
		for _, w := range nameWords(s.name) {
			switch w {
			case "celery", "worker", "workers", "queue", "tasks", "huey", "rq", "qcluster":
				process.Kind = deploy.Worker
			case "beat", "scheduler", "cron":
				process.Kind = deploy.Beat
			}
		}
	}
}

// roleOf is the file's role, unless the service's name or its profiles say that it is for tests or development.
func (p *project) roleOf(s *service) role.Role {
	if role := roleOfService(s.name); role != "" {
		return role
	}
	said := role.Unknown
	for _, one := range s.first("profiles").node.Items() {
		role := roleOfService(one.Text())
		if role == "" {
			return p.role() // one of its profiles may be production's
		}
		said = role
	}
	if said != "" {
		return said
	}
	return p.role()
}

// roleOfService returns "test" or "dev" where a service's name says so.
func roleOfService(name string) role.Role {
	for _, w := range nameWords(name) {
		switch w {
		case "test", "tests", "testing", "ci", "check", "checks", "lint", "linter", "e2e", "pytest", "tox":
			return "test"
		case "dev", "devel", "development", "devserver", "debug":
			return "dev"
		}
	}
	return ""
}

// isNginxImage reports whether an image is made of nginx's own.
func isNginxImage(image *dockerfile.Image) bool {
	if len(image.Stages) == 0 {
		return false
	}
	base, _ := image.Stages[0].Base.Text()
	name, _, _ := strings.Cut(path.Base(base), ":")
	return strings.Contains(name, "nginx")
}

// isProxy reports whether the service's image is nginx's own.
func (p *project) isProxy(s *service) bool {
	image := s.first("image").node.Text()
	name, _, _ := strings.Cut(path.Base(image), ":")
	return strings.Contains(name, "nginx")
}

func (p *project) role() role.Role {
	if p.file.Role == "" || p.file.Role == "base" {
		return "production"
	}
	return p.file.Role
}

// environment adds environment, and below it env_file, of which a later one wins.
func (p *project) environment(c *command, s *service) {
	var own []env.Layer
	for _, n := range slices.Backward(s.under("environment")) {
		own = append([]env.Layer{{Origin: c.name, Vars: p.variables(c, n)}}, own...)
	}
	for _, n := range slices.Backward(s.under("env_file")) {
		for _, one := range n.node.Items() {
			p.envFile(c, n, one, own)
		}
	}
	c.layers = append(own, c.layers...)
}

// envFile adds one file of env_file. What it refers to is looked for in the .env beside the compose file, then among the service's own
// variables, then in the files before it.
func (p *project) envFile(c *command, n placed, one *yaml.Node, own []env.Layer) {
	name, at, d := one.Text(), one, dotenv.Compose
	if name == "" {
		name, at = one.Get("path").Text(), one.Get("path")
		if one.Get("format").Text() == "raw" {
			d = dotenv.Docker
		}
	}
	if name == "" || strings.Contains(name, "$") {
		return
	}
	f := p.reader.open(path.Join(n.dir, name))
	if f == nil {
		c.absent = append(c.absent, deploy.Word{Text: name, Known: true, Span: at.Span()})
		return
	}
	c.envFiles = append(c.envFiles, deploy.EnvFileReader{Path: f.Path, By: c.name, Dialect: d, Span: at.Span()})
	outside := env.New(false, slices.Concat([]env.Layer{{Vars: p.variablesOfFile}}, own, c.layers)...)
	c.layers = append([]env.Layer{env.FromFileIn(f, d, f.Path, outside)}, c.layers...)
}

// variables reads environment in both of its forms. A name without a value is passed on from outside.
func (p *project) variables(c *command, at placed) []env.Var {
	if at.node == nil {
		return nil
	}
	var vars []env.Var
	passOn := func(name string, span source.Span) {
		if v, ok := p.passOn(c, name, span); ok {
			vars = append(vars, v)
		}
	}
	add := func(name string, n *yaml.Node, written string, span source.Span) {
		v := p.interpolated(written, span)
		v = v.With(value.Step{How: value.Env, Span: span, Name: name, Text: name + " is given by " + c.name})
		if n != nil {
			vars = append(vars, env.Var{Name: name, Value: v, Span: span})
		}
	}
	if at.node.Kind == yaml.Mapping {
		for _, one := range at.node.Pairs() {
			if one.Value.IsNull() {
				passOn(one.Key.Value, one.Key.Span())
				continue
			}
			add(one.Key.Value, one.Value, one.Value.GoText(), one.Value.Span())
		}
		return vars
	}
	for _, one := range at.node.Items() {
		if name, rest, ok := strings.Cut(one.Text(), "="); ok {
			add(name, one, rest, one.Span().After(name+"="))
		} else if name != "" {
			passOn(name, one.Span())
		}
	}
	return vars
}

// passOn gives a variable that stands there by its name alone: that of the .env beside the file has, else whoever starts the
// service may give it, and it is not there where nobody does.
//
// https://docs.docker.com/reference/compose-file/services/#environment
func (p *project) passOn(c *command, name string, span source.Span) (env.Var, bool) {
	for _, v := range slices.Backward(p.variablesOfFile) {
		if v.Name == name {
			step := value.Step{How: value.Env, Span: span, Name: name, Text: name + " is passed on by " + c.name}
			return env.Var{Name: name, Value: v.Value.With(step), Span: span}, true
		}
	}
	c.passedOn = append(c.passedOn, name)
	return env.Var{}, false
}
