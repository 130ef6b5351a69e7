package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/toml"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// readPlatformEnvironment reads app.json, whose env is that of the Procfile's processes.
func (r *reader) readPlatformEnvironment(files []File) {
	for _, f := range files {
		if path.Base(f.File.Path) != "app.json" {
			continue
		}
		d := r.readYAML(f.File) // JSON is YAML
		if d == nil {
			continue
		}
		var vars []env.Var
		for _, one := range d.Get("env").Pairs() {
			val := one.Value
			if val != nil && val.Kind == yaml.Mapping {
				if made := val.Get("generator"); made.Text() == "secret" && val.Get("value").IsNull() {
					v := env.Given(one.Key.Value, "", made.Span(), f.File.Path)
					v.Value = v.Value.Retold(value.NotKnown(value.External, "the platform makes it"))
					vars = append(vars, v)
				}
				val = val.Get("value")
			}
			if val.IsNull() || val.Kind != yaml.Scalar {
				continue
			}
			vars = append(vars, env.Given(one.Key.Value, val.Value, val.Span(), f.File.Path))
		}
		if len(vars) > 0 {
			r.appJSON = append(r.appJSON, env.Layer{Origin: f.File.Path, Vars: vars})
		}
	}
}

// platformFiles reads the files of hosting platforms.
func (r *reader) platformFiles(files []File) {
	for _, f := range files {
		p := &hosting{reader: r, file: f, images: r.images}
		switch base := path.Base(f.File.Path); base {
		case "fly.toml":
			p.fly()
		case "railway.toml", "nixpacks.toml":
			p.started(toml.Read(f.File))
		case ".platform.app.yaml":
			p.platformSh()
		case "zappa_settings.json", "vercel.json":
			r.notify(source.Note, f.File.Span(0, 0), "what this platform starts is not read")
		case "render.yaml", "render.yml":
			p.render()
		case "app.yaml", "app.yml":
			p.appEngine()
			p.digitalOcean()
		case "heroku.yml":
			p.heroku()
		case "app.json":
			if d := r.readYAML(f.File); d != nil {
				p.release("app.json", "postdeploy", d.Get("scripts").Get("postdeploy"))
			}
		case "railway.json":
			if d := r.readYAML(f.File); d != nil {
				p.railway(d)
			}
		case "apprunner.yaml":
			p.appRunner()
		default:
			if isTaskDefinition(base) {
				p.ecs()
			}
		}
	}
}

// hosting is one platform's file.
type hosting struct {
	reader *reader
	file   File
	images *images
}

// command returns a command that the platform starts.
func (p *hosting) command(platform, name string, at source.Span, vars []env.Var) *command {
	c := &command{
		name: platform + " process " + name, key: platform + ":" + name, launcher: deploy.Platform, declared: at,
		role: serverRole(p.file), doubtful: p.file.Doubtful, container: true, assigned: true,
	}
	c.give(p.file.File.Path, vars...)
	if platform == "heroku" {
		c.layers = append(c.layers, p.reader.appJSON...) // its config vars are those of the app, whatever builds it
	}
	c.life = p.life()
	return c
}

// add adds a process whose command is a scalar that a shell runs.
func (p *hosting) add(platform, name string, vars []env.Var, n *yaml.Node) {
	if n.Text() == "" {
		return
	}
	at := n.Span()
	c := p.command(platform, name, at, vars)
	c.shellCode(n.Text(), shell.Known("sh", at))
	p.reader.add(c)
}

// release adds a step that the platform runs before it starts the processes.
func (p *hosting) release(platform, name string, n *yaml.Node) {
	if n.Text() == "" {
		return
	}
	at := n.Span()
	c := p.command(platform, name, at, nil)
	c.oneShot = true
	c.shellCode(n.Text(), shell.Known("sh", at))
	p.reader.add(c)
}

// fly reads fly.toml: [env], [processes], and the Dockerfile where it names no process.
func (p *hosting) fly() {
	entries := toml.Read(p.file.File)
	file := "Dockerfile"
	var vars []env.Var
	var processes, releases []toml.Entry
	for _, e := range entries {
		switch {
		case e.Table == "deploy" && e.Key == "release_command":
			releases = append(releases, e)
		case e.Table == "env":
			vars = append(vars, env.Given(e.Key, e.Text, e.Span, p.file.File.Path))
		case e.Table == "processes":
			processes = append(processes, e)
		case e.Table == "build" && e.Key == "dockerfile":
			file = e.Text
		}
	}
	name := path.Join(path.Dir(p.file.File.Path), file)
	tree := p.images.files[name]
	life := flyLife(entries)
	for _, e := range processes {
		c := p.command("fly", e.Key, e.Span, vars)
		p.onImage(c, name, program.Split(e.Text, e.Span))
		c.life = life
		p.reader.add(c)
	}
	for _, e := range releases {
		c := p.command("fly", "release_command", e.Span, vars)
		c.oneShot = true
		p.onImage(c, name, program.Split(e.Text, e.Span))
		p.reader.add(c)
	}
	if len(processes) == 0 && tree != nil && tree.Final() != nil {
		c := p.command("fly", "app", p.file.File.LineSpan(1), vars)
		p.onImage(c, name, nil)
		c.life = life
		p.reader.addContainer(c)
	}
}

// onImage lays a command over the image of a Dockerfile.
func (p *hosting) onImage(c *command, name string, arguments []shell.Word) {
	tree := p.images.files[name]
	if tree == nil || tree.Final() == nil {
		c.argv = arguments
		return
	}
	p.images.used[name] = true
	life := c.life
	image := p.reader.image(c, tree, tree.Final(), contexts(name))
	life.stop.Signal, life.health = c.life.stop.Signal, c.life.health
	life.ports = c.life.ports
	c.life = life
	c.fromImage(tree, image, nil, arguments)
}

// started adds the start command of railway.toml and nixpacks.toml.
func (p *hosting) started(entries []toml.Entry) {
	var vars []env.Var
	file, started := "", false
	for _, e := range entries {
		switch {
		case e.Table == "variables":
			vars = append(vars, env.Given(e.Key, e.Text, e.Span, p.file.File.Path))
		case e.Table == "build" && e.Key == "dockerfilePath":
			file = e.Text
		case e.Table == "build" && e.Key == "builder" && strings.EqualFold(e.Text, "dockerfile") && file == "":
			file = "Dockerfile"
		}
	}
	platform := strings.TrimSuffix(path.Base(p.file.File.Path), ".toml")
	for _, e := range entries {
		c := p.command(platform, e.Key, e.Span, vars)
		c.life = railwayLife(entries, p.life())
		switch {
		case e.Table == "deploy" && e.Key == "startCommand", e.Table == "start" && e.Key == "cmd":
			c.name, c.key = platform+" process app", platform+":app"
			started = true
		case e.Table == "deploy" && e.Key == "preDeployCommand":
			c.oneShot = true
		default:
			continue
		}
		c.shellCode(e.Text, shell.Known("sh", e.Span))
		p.reader.add(c)
	}
	p.unstarted(platform, file, started, vars)
}

// unstarted adds the process of an image that a platform builds and starts as it is.
func (p *hosting) unstarted(platform, file string, started bool, vars []env.Var) {
	if file == "" || started {
		return
	}
	name := path.Join(path.Dir(p.file.File.Path), file)
	if tree := p.images.files[name]; tree != nil && tree.Final() != nil {
		c := p.command(platform, "app", p.file.File.LineSpan(1), vars)
		p.onImage(c, name, nil)
		p.reader.addContainer(c)
	}
}

// render reads render.yaml.
func (p *hosting) render() {
	d := p.reader.readYAML(p.file.File)
	if d == nil {
		return
	}
	for _, service := range d.Get("services").Items() {
		vars := renderVariables(service, p.file.File.Path)
		name := service.Get("name").Text()
		before := len(p.reader.result.Processes)
		if release := service.Get("preDeployCommand"); release.Text() != "" {
			p.release("render", name+" preDeployCommand", release)
		}
		start := service.Get("startCommand")
		if start == nil {
			start = service.Get("dockerCommand")
		}
		if start != nil {
			p.add("render", name, vars, start)
			p.renderLife(service, before)
			continue
		}
		file := service.Get("dockerfilePath").Text()
		if runtime := service.Get("runtime").Text() + service.Get("env").Text(); file == "" && runtime == "docker" {
			file = "Dockerfile"
		}
		if file = path.Join(path.Dir(p.file.File.Path), file); p.images.files[file] != nil {
			c := p.command("render", name, service.Get("name").Span(), vars)
			p.onImage(c, file, nil)
			p.reader.addContainer(c)
			p.renderLife(service, before)
		}
	}
}

// appEngine reads Google App Engine's app.yaml.
func (p *hosting) appEngine() {
	d := p.reader.readYAML(p.file.File)
	if d == nil || d.Get("runtime") == nil {
		return
	}
	var vars []env.Var
	for _, one := range d.Get("env_variables").Pairs() {
		if !one.Value.IsNull() {
			vars = append(vars, env.Given(one.Key.Value, one.Value.Text(), one.Value.Span(), p.file.File.Path))
		}
	}
	before := len(p.reader.result.Processes)
	p.add("appengine", "app", vars, d.Get("entrypoint"))
	for _, handler := range d.Get("handlers").Items() {
		if url := handler.Get("url").Text(); handler.Get("secure").Text() != "always" || url != "/.*" && url != ".*" {
			continue
		}
		for _, made := range p.reader.result.Processes[before:] {
			made.ForcesHTTPS = handler.Get("secure").Span()
		}
	}
}

// heroku reads heroku.yml.
func (p *hosting) heroku() {
	d := p.reader.readYAML(p.file.File)
	if d == nil {
		return
	}
	for _, one := range d.Get("run").Pairs() {
		command := one.Value
		if command != nil && command.Kind == yaml.Mapping {
			command = command.Get("command")
		}
		if list := command.Items(); len(list) > 0 {
			p.add("heroku", one.Key.Value, nil, list[0])
		}
	}
	for _, one := range d.Get("build").Get("docker").Pairs() {
		if d.Get("run").Get(one.Key.Value) != nil || one.Key.Value == "release" {
			continue
		}
		file := path.Join(path.Dir(p.file.File.Path), one.Value.Text())
		if tree := p.images.files[file]; tree != nil && tree.Final() != nil {
			c := p.command("heroku", one.Key.Value, one.Key.Span(), nil)
			p.onImage(c, file, nil)
			p.reader.addContainer(c)
		}
	}
	release := d.Get("release").Get("command")
	if list := release.Items(); len(list) > 0 {
		p.release("heroku", "release", list[0])
	}
}

// appRunner reads AWS App Runner's apprunner.yaml.
func (p *hosting) appRunner() {
	d := p.reader.readYAML(p.file.File)
	if d == nil {
		return
	}
	run := d.Get("run")
	var vars []env.Var
	for _, one := range run.Get("env").Items() {
		if val := one.Get("value"); !val.IsNull() {
			vars = append(vars, env.Given(one.Get("name").Text(), val.Value, val.Span(), p.file.File.Path))
		}
	}
	p.add("apprunner", "app", vars, run.Get("command"))
}
