package launch

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/value"
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
func entryOf(entries []tomlEntry, table, key string) (tomlEntry, bool) {
	var found tomlEntry
	ok := false
	for _, e := range entries {
		if e.table == table && e.key == key {
			found, ok = e, true
		}
	}
	return found, ok
}

// flyLife reads what fly does with its machines.
//
// https://fly.io/docs/reference/configuration/
func flyLife(entries []tomlEntry) lifecycle {
	l := leftOpen()
	signal := deploy.LaunchOption{Name: "kill_signal", Value: byDefault(value.OfStr("INT"), "fly")}
	if e, ok := entryOf(entries, "", "kill_signal"); ok {
		signal.Value = signalName(assigned(e.text, e.span, "kill_signal is set here"))
	}
	grace := deploy.LaunchOption{Name: "kill_timeout", Value: byDefault(value.OfInt(5), "fly")}
	if e, ok := entryOf(entries, "", "kill_timeout"); ok {
		grace.Value = seconds(assigned(e.text, e.span, "kill_timeout is set here"))
	}
	l.contained(signal, grace)
	l.restart = deploy.Restart{
		Policy: deploy.RestartOnFailure, AtBoot: value.True,
		Option: deploy.LaunchOption{Name: "restart.policy", Value: byDefault(value.OfStr("on-failure"), "fly")},
	}
	if e, ok := entryOf(entries, "restart", "policy"); ok {
		l.restart.Option.Value = assigned(e.text, e.span, "restart.policy is set here")
		switch e.text {
		case "always":
			l.restart.Policy = deploy.RestartAlways
		case "never":
			l.restart.Policy = deploy.RestartNever
		}
	}
	for _, table := range []string{"http_service", "services"} {
		if e, ok := entryOf(entries, table, "internal_port"); ok {
			l.ports = append(l.ports, deploy.Port{Inside: e.text, Known: true, Span: e.span})
		}
	}
	for _, table := range []string{"http_service", "services.ports"} {
		if e, ok := entryOf(entries, table, "force_https"); ok && e.text == "true" {
			l.https = e.span
		}
	}
	for _, table := range []string{"http_service.checks", "checks", "services.http_checks"} {
		if e, ok := entryOf(entries, table, "path"); ok {
			l.ready = deploy.LaunchOption{Name: table, Value: assigned(e.text, e.span, "the check is set here")}
		}
	}
	return l
}

// railwayLife reads the [deploy] table of railway.toml.
//
// https://docs.railway.com/reference/config-as-code
func railwayLife(entries []tomlEntry, l lifecycle) lifecycle {
	if e, ok := entryOf(entries, "deploy", "restartPolicyType"); ok {
		l.restart.Option = deploy.LaunchOption{Name: e.key, Value: assigned(e.text, e.span, "restartPolicyType is set here")}
		l.restart.Policy = railwayPolicy(e.text)
	}
	if e, ok := entryOf(entries, "deploy", "healthcheckPath"); ok {
		l.ready = deploy.LaunchOption{Name: e.key, Value: assigned(e.text, e.span, "healthcheckPath is set here")}
	}
	if e, ok := entryOf(entries, "deploy", "numReplicas"); ok {
		l.replicas = deploy.LaunchOption{Name: e.key, Value: number(assigned(e.text, e.span, "numReplicas is set here"))}
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
func (p *hosting) railway(d *document) {
	table := get(d.root, "deploy")
	var entries []tomlEntry
	for _, one := range pairs(table) {
		entries = append(entries, tomlEntry{table: "deploy", key: one.key.Value, text: text(one.val), span: d.span(one.val)})
	}
	before := len(p.reader.result.Processes)
	start := get(table, "startCommand")
	p.add("railway", "app", nil, start, d)
	if release := get(table, "preDeployCommand"); release != nil {
		p.release("railway", "preDeployCommand", items(release)[0], d)
	}
	file := text(get(get(d.root, "build"), "dockerfilePath"))
	if file == "" && strings.EqualFold(text(get(get(d.root, "build"), "builder")), "dockerfile") {
		file = "Dockerfile"
	}
	p.unstarted("railway", file, text(start) != "", nil)
	life := railwayLife(entries, p.life())
	for _, made := range p.reader.result.Processes[before:] {
		made.Restart, made.Ready, made.Replicas = life.restart, life.ready, life.replicas
	}
}

// renderVariables reads the variables of a service of Render. What a secret group or another service gives is not there.
func renderVariables(d *document, service *yaml.Node, origin string) []env.Var {
	var vars []env.Var
	for _, one := range items(get(service, "envVars")) {
		key, val := text(get(one, "key")), get(one, "value")
		switch {
		case key == "":
		case !isNull(val):
			vars = append(vars, variable(key, val.Value, d.span(val), origin))
		case get(one, "generateValue") != nil || get(one, "fromDatabase") != nil || get(one, "fromService") != nil:
			v := variable(key, "", d.span(get(one, "key")), origin)
			v.Value = retold(v.Value, value.NotKnown(value.External, "Render makes it"))
			vars = append(vars, v)
		}
	}
	return vars
}

// renderLife adds what Render does with the processes of a service that were just made.
//
// https://render.com/docs/blueprint-spec
func (p *hosting) renderLife(d *document, service *yaml.Node, before int) {
	for _, made := range p.reader.result.Processes[before:] {
		made.Stop.Seconds = deploy.LaunchOption{Name: "maxShutdownDelaySeconds", Value: byDefault(value.OfInt(30), "Render")}
		if n := get(service, "maxShutdownDelaySeconds"); text(n) != "" {
			made.Stop.Seconds.Value = number(assigned(text(n), d.span(n), "maxShutdownDelaySeconds is set here"))
		}
		made.Replicas = deploy.LaunchOption{Name: "numInstances", Value: byDefault(value.OfInt(1), "Render")}
		if n := get(service, "numInstances"); text(n) != "" {
			made.Replicas.Value = number(assigned(text(n), d.span(n), "numInstances is set here"))
		}
		if get(service, "scaling") != nil {
			made.Replicas.Value = elsewhere()
		}
		if n := get(service, "healthCheckPath"); text(n) != "" {
			made.Ready = deploy.LaunchOption{Name: "healthCheckPath", Value: assigned(text(n), d.span(n), "healthCheckPath is set here")}
		}
		made.OneShot = made.OneShot || text(get(service, "type")) == "cron"
	}
}

// digitalOcean reads the app spec of DigitalOcean's App Platform.
//
// https://docs.digitalocean.com/products/app-platform/reference/app-spec/
func (p *hosting) digitalOcean() {
	d := p.reader.readYAML(p.file.File)
	if d == nil || get(d.root, "runtime") != nil {
		return
	}
	for _, list := range []string{"services", "workers", "jobs"} {
		for _, one := range items(get(d.root, list)) {
			var vars []env.Var
			for _, v := range append(items(get(d.root, "envs")), items(get(one, "envs"))...) {
				key, val := text(get(v, "key")), get(v, "value")
				if key != "" && !isNull(val) && !strings.HasPrefix(text(val), "EV[") && !strings.Contains(text(val), "${") {
					vars = append(vars, variable(key, text(val), d.span(val), p.file.File.Path))
				}
			}
			name := get(one, "name")
			c := p.command("digitalocean", text(name), d.span(name), vars)
			c.oneShot = list == "jobs"
			if n := get(one, "instance_count"); text(n) != "" {
				c.life.replicas = deploy.LaunchOption{Name: "instance_count", Value: number(assigned(text(n), d.span(n), "instance_count is set here"))}
			}
			switch run := get(one, "run_command"); {
			case text(run) != "":
				c.shellCode(text(run), known("sh", d.span(run)))
				p.reader.add(c)
			case text(get(one, "dockerfile_path")) != "":
				p.onImage(c, cleanPath(text(get(one, "dockerfile_path"))), nil)
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
	for _, one := range pairs(get(get(d.root, "variables"), "env")) {
		if !isNull(one.val) {
			vars = append(vars, variable(one.key.Value, text(one.val), d.span(one.val), p.file.File.Path))
		}
	}
	p.add("platform.sh", "web", vars, get(get(get(d.root, "web"), "commands"), "start"), d)
	for _, one := range pairs(get(d.root, "workers")) {
		p.add("platform.sh", one.key.Value, vars, get(get(one.val, "commands"), "start"), d)
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
	for _, one := range items(get(d.root, "containerDefinitions")) {
		var vars []env.Var
		for _, v := range items(get(one, "environment")) {
			if val := get(v, "value"); !isNull(val) {
				vars = append(vars, variable(text(get(v, "name")), text(val), d.span(val), p.file.File.Path))
			}
		}
		for _, v := range items(get(one, "secrets")) {
			made := variable(text(get(v, "name")), "", d.span(get(v, "name")), p.file.File.Path)
			made.Value = retold(made.Value, value.NotKnown(value.External, "Amazon's secrets hold it"))
			vars = append(vars, made)
		}
		name := get(one, "name")
		c := p.command("ecs", text(name), d.span(name), vars)
		c.assigned = false
		if n := get(one, "stopTimeout"); text(n) != "" {
			c.life.stop.Seconds = deploy.LaunchOption{Name: "stopTimeout", Value: number(assigned(text(n), d.span(n), "stopTimeout is set here"))}
		} else {
			c.life.stop.Seconds = deploy.LaunchOption{Name: "stopTimeout", Value: byDefault(value.OfInt(30), "ECS")}
		}
		p.ecsCommand(c, d, one)
	}
}

// ecsCommand lays a container's command over its image, where that is the repository's own.
func (p *hosting) ecsCommand(c *command, d *document, one *yaml.Node) {
	entrypoint, arguments := wordsOf(d, get(one, "entryPoint")), wordsOf(d, get(one, "command"))
	file := (&cluster{reader: p.reader, images: p.images}).ownDockerfile(text(get(one, "image")))
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
	if user := get(one, "user"); text(user) != "" {
		name, _, _ := strings.Cut(text(user), ":")
		c.user = assigned(name, d.span(user), "user is set here")
	}
	if len(c.argv) > 0 || c.code != nil {
		p.reader.addContainer(c)
	}
}
