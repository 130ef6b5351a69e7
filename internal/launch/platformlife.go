package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/toml"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// life is what platforms do in common: they start what they are told, and start again what ends. How they stop it differs.
func (p *hosting) life() lifecycle {
	l := leftOpen()
	l.contained(deploy.LaunchOption{Value: byDefault(value.OfStr("TERM"), "the platform")}, deploy.LaunchOption{Value: elsewhere()})
	l.restart.Policy, l.restart.AtBoot = deploy.RestartAlways, value.True
	l.restart.Option = deploy.LaunchOption{Value: byDefault(value.OfStr("always"), "the platform")}
	return l
}

// entryOf returns the last entry of a table's key.
func entryOf(entries []toml.Entry, table, key string) (toml.Entry, bool) {
	var found toml.Entry
	ok := false
	for _, e := range entries {
		if e.Table == table && e.Key == key {
			found, ok = e, true
		}
	}
	return found, ok
}

// flyLife reads what fly does with its machines.
//
// https://fly.io/docs/reference/configuration/
func flyLife(entries []toml.Entry) lifecycle {
	l := leftOpen()
	signal := deploy.LaunchOption{Name: "kill_signal", Value: byDefault(value.OfStr("INT"), "fly")}
	if e, ok := entryOf(entries, "", "kill_signal"); ok {
		signal.Value = signalName(value.Written(e.Text, e.Span, "kill_signal is set here"))
	}
	grace := deploy.LaunchOption{Name: "kill_timeout", Value: byDefault(value.OfInt(5), "fly")}
	if e, ok := entryOf(entries, "", "kill_timeout"); ok {
		grace.Value = seconds(value.Written(e.Text, e.Span, "kill_timeout is set here"))
	}
	l.contained(signal, grace)
	l.restart = deploy.Restart{
		Policy: deploy.RestartOnFailure, AtBoot: value.True,
		Option: deploy.LaunchOption{Name: "restart.policy", Value: byDefault(value.OfStr("on-failure"), "fly")},
	}
	if e, ok := entryOf(entries, "restart", "policy"); ok {
		l.restart.Option.Value = value.Written(e.Text, e.Span, "restart.policy is set here")
		switch e.Text {
		case "always":
			l.restart.Policy = deploy.RestartAlways
		case "never":
			l.restart.Policy = deploy.RestartNever
		}
	}
	for _, table := range []string{"http_service", "services"} {
		if e, ok := entryOf(entries, table, "internal_port"); ok {
			l.ports = append(l.ports, deploy.Port{Inside: e.Text, Known: true, Span: e.Span})
		}
	}
	for _, table := range []string{"http_service", "services.ports"} {
		if e, ok := entryOf(entries, table, "force_https"); ok && e.Text == "true" {
			l.https = e.Span
		}
	}
	for _, table := range []string{"http_service.checks", "checks", "services.http_checks"} {
		if e, ok := entryOf(entries, table, "path"); ok {
			l.ready = deploy.LaunchOption{Name: table, Value: value.Written(e.Text, e.Span, "the check is set here")}
		}
	}
	return l
}

// railwayLife reads the [deploy] table of railway.toml.
//
// https://docs.railway.com/reference/config-as-code
func railwayLife(entries []toml.Entry, l lifecycle) lifecycle {
	if e, ok := entryOf(entries, "deploy", "restartPolicyType"); ok {
		l.restart.Option = deploy.LaunchOption{Name: e.Key, Value: value.Written(e.Text, e.Span, "restartPolicyType is set here")}
		l.restart.Policy = railwayPolicy(e.Text)
	}
	if e, ok := entryOf(entries, "deploy", "healthcheckPath"); ok {
		l.ready = deploy.LaunchOption{Name: e.Key, Value: value.Written(e.Text, e.Span, "healthcheckPath is set here")}
	}
	if e, ok := entryOf(entries, "deploy", "numReplicas"); ok {
		l.replicas = deploy.LaunchOption{Name: e.Key, Value: value.Written(e.Text, e.Span, "numReplicas is set here").AsInt()}
	}
	return l
}

func railwayPolicy(text string) deploy.RestartPolicy {
	switch strings.ToUpper(text) {
	case "NEVER":
		return deploy.RestartNever
	case "ALWAYS":
		return deploy.RestartAlways
	case "ON_FAILURE":
		return deploy.RestartOnFailure
	}
	return deploy.RestartUnknown
}

// railway reads railway.json.
func (p *hosting) railway(d *yaml.Node) {
	table := d.Get("deploy")
	var entries []toml.Entry
	for _, one := range table.Pairs() {
		entries = append(entries, toml.Entry{Table: "deploy", Key: one.Key.Value, Text: one.Value.Text(), Span: one.Value.Span()})
	}
	before := len(p.reader.result.Processes)
	start := table.Get("startCommand")
	p.add("railway", "app", nil, start)
	if release := table.Get("preDeployCommand"); release != nil {
		p.release("railway", "preDeployCommand", release.Items()[0])
	}
	file := d.Get("build").Get("dockerfilePath").Text()
	if file == "" && strings.EqualFold(d.Get("build").Get("builder").Text(), "dockerfile") {
		file = "Dockerfile"
	}
	p.unstarted("railway", file, start.Text() != "", nil)
	life := railwayLife(entries, p.life())
	for _, made := range p.reader.result.Processes[before:] {
		made.Restart, made.Ready, made.Replicas = life.restart, life.ready, life.replicas
	}
}

// renderVariables reads the variables of a service of Render. What a secret group or another service gives is not there.
func renderVariables(service *yaml.Node, origin string) []env.Var {
	var vars []env.Var
	for _, one := range service.Get("envVars").Items() {
		key, val := one.Get("key").Text(), one.Get("value")
		switch {
		case key == "":
		case !val.IsNull():
			vars = append(vars, env.Given(key, val.Value, val.Span(), origin))
		case one.Get("generateValue") != nil || one.Get("fromDatabase") != nil || one.Get("fromService") != nil:
			v := env.Given(key, "", one.Get("key").Span(), origin)
			v.Value = v.Value.Retold(value.NotKnown(value.External, "Render makes it"))
			vars = append(vars, v)
		}
	}
	return vars
}

// renderLife adds what Render does with the processes of a service that were just made.
//
// https://render.com/docs/blueprint-spec
func (p *hosting) renderLife(service *yaml.Node, before int) {
	for _, made := range p.reader.result.Processes[before:] {
		made.Stop.Seconds = deploy.LaunchOption{Name: "maxShutdownDelaySeconds", Value: byDefault(value.OfInt(30), "Render")}
		if n := service.Get("maxShutdownDelaySeconds"); n.Text() != "" {
			made.Stop.Seconds.Value = value.Written(n.Text(), n.Span(), "maxShutdownDelaySeconds is set here").AsInt()
		}
		made.Replicas = deploy.LaunchOption{Name: "numInstances", Value: byDefault(value.OfInt(1), "Render")}
		if n := service.Get("numInstances"); n.Text() != "" {
			made.Replicas.Value = value.Written(n.Text(), n.Span(), "numInstances is set here").AsInt()
		}
		if service.Get("scaling") != nil {
			made.Replicas.Value = elsewhere()
		}
		if n := service.Get("healthCheckPath"); n.Text() != "" {
			made.Ready = deploy.LaunchOption{Name: "healthCheckPath", Value: value.Written(n.Text(), n.Span(), "healthCheckPath is set here")}
		}
		made.OneShot = made.OneShot || service.Get("type").Text() == "cron"
	}
}

// digitalOcean reads the app spec of DigitalOcean's App Platform.
//
// https://docs.digitalocean.com/products/app-platform/reference/app-spec/
func (p *hosting) digitalOcean() {
	d := p.reader.readYAML(p.file.File)
	if d == nil || d.Get("runtime") != nil {
		return
	}
	for _, list := range []string{"services", "workers", "jobs"} {
		for _, one := range d.Get(list).Items() {
			var vars []env.Var
			for _, v := range append(d.Get("envs").Items(), one.Get("envs").Items()...) {
				key, val := v.Get("key").Text(), v.Get("value")
				if key != "" && !val.IsNull() && !strings.HasPrefix(val.Text(), "EV[") && !strings.Contains(val.Text(), "${") {
					vars = append(vars, env.Given(key, val.Text(), val.Span(), p.file.File.Path))
				}
			}
			name := one.Get("name")
			c := p.command("digitalocean", name.Text(), keyOf(one, "name").Span(), vars)
			c.oneShot = list == "jobs"
			if n := one.Get("instance_count"); n.Text() != "" {
				c.life.replicas = deploy.LaunchOption{Name: "instance_count", Value: value.Written(n.Text(), n.Span(), "instance_count is set here").AsInt()}
			}
			switch run := one.Get("run_command"); {
			case run.Text() != "":
				c.shellCode(run.Text(), shell.Known("sh", run.Span()))
				p.reader.add(c)
			case one.Get("dockerfile_path").Text() != "":
				p.onImage(c, cleanPath(one.Get("dockerfile_path").Text()), nil)
				if len(c.argv) > 0 || c.code != nil {
					p.reader.addContainer(c)
				}
			}
		}
	}
}

// platformSh reads the application file of Platform.sh.
//
// https://docs.platform.sh/create-apps/app-reference.html
func (p *hosting) platformSh() {
	d := p.reader.readYAML(p.file.File)
	if d == nil {
		return
	}
	var vars []env.Var
	for _, one := range d.Get("variables").Get("env").Pairs() {
		if !one.Value.IsNull() {
			vars = append(vars, env.Given(one.Key.Value, one.Value.Text(), one.Value.Span(), p.file.File.Path))
		}
	}
	p.add("platform.sh", "web", vars, d.Get("web").Get("commands").Get("start"))
	for _, one := range d.Get("workers").Pairs() {
		p.add("platform.sh", one.Key.Value, vars, one.Value.Get("commands").Get("start"))
	}
}

// isTaskDefinition reports whether a file is named as task definitions of Amazon ECS are.
func isTaskDefinition(base string) bool {
	return path.Ext(base) == ".json" && (strings.HasPrefix(base, "task-definition") || strings.HasPrefix(base, "taskdef") || strings.HasSuffix(base, "task-definition.json"))
}

// ecs reads a task definition of Amazon ECS.
//
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
func (p *hosting) ecs() {
	d := p.reader.readYAML(p.file.File)
	if d == nil {
		return
	}
	for _, one := range d.Get("containerDefinitions").Items() {
		var vars []env.Var
		for _, v := range one.Get("environment").Items() {
			if val := v.Get("value"); !val.IsNull() {
				vars = append(vars, env.Given(v.Get("name").Text(), val.Text(), val.Span(), p.file.File.Path))
			}
		}
		for _, v := range one.Get("secrets").Items() {
			made := env.Given(v.Get("name").Text(), "", v.Get("name").Span(), p.file.File.Path)
			made.Value = made.Value.Retold(value.NotKnown(value.External, "Amazon's secrets hold it"))
			vars = append(vars, made)
		}
		name := one.Get("name")
		c := p.command("ecs", name.Text(), keyOf(one, "name").Span(), vars)
		c.assigned = false
		if n := one.Get("stopTimeout"); n.Text() != "" {
			c.life.stop.Seconds = deploy.LaunchOption{Name: "stopTimeout", Value: value.Written(n.Text(), n.Span(), "stopTimeout is set here").AsInt()}
		} else {
			c.life.stop.Seconds = deploy.LaunchOption{Name: "stopTimeout", Value: byDefault(value.OfInt(30), "ECS")}
		}
		p.ecsCommand(c, one)
	}
}

// ecsCommand lays a container's command over its image, where that is the repository's own.
func (p *hosting) ecsCommand(c *command, one *yaml.Node) {
	entrypoint, arguments := wordsOf(one.Get("entryPoint")), wordsOf(one.Get("command"))
	file := (&cluster{reader: p.reader, images: p.images}).ownDockerfile(one.Get("image").Text())
	life := c.life
	switch tree := p.images.files[file]; {
	case file != "":
		p.images.used[file] = true
		image := p.reader.image(c, tree, tree.Final(), contexts(file))
		c.fromImage(tree, image, entrypoint, arguments)
	case entrypoint != nil || runsProject(arguments):
		c.argv = append(append([]shell.Word(nil), entrypoint...), arguments...)
	}
	life.ports, life.stop.Signal = c.life.ports, c.life.stop.Signal
	c.life = life
	if user := one.Get("user"); user.Text() != "" {
		name, _, _ := strings.Cut(user.Text(), ":")
		c.user = value.Written(name, user.Span(), "user is set here")
	}
	if len(c.argv) > 0 || c.code != nil {
		p.reader.addContainer(c)
	}
}
