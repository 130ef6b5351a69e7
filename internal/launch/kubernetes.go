package launch

import (
	"errors"
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// workloadRE finds a manifest of something that runs.
var workloadRE = regexp.MustCompile(`(?m)^kind:[ \t]*["']?(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Rollout)\b`)

// A cluster is all manifests of a repository: what one of them names may stand in another.
type cluster struct {
	reader    *reader
	images    *images
	workloads []manifest
	// maps are ConfigMaps and Secrets by kind and name.
	maps map[string]manifest
	// scaled are the workloads, by kind and name, that a HorizontalPodAutoscaler scales.
	scaled map[string]bool
	// services are the Services, which give pods their names.
	services []manifest
}

// A manifest is one object of Kubernetes.
type manifest struct {
	doc  *yaml.Node
	file File
	kind string
	name string
}

// kubernetes reads manifests. A template of helm's is read where it is YAML all the same.
//
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/
func (r *reader) kubernetes(files []File) {
	c := &cluster{reader: r, images: r.images, maps: map[string]manifest{}, scaled: map[string]bool{}}
	for _, f := range files {
		for _, d := range r.readManifests(f.File) {
			c.add(f, d)
		}
	}
	for _, one := range c.workloads {
		c.workload(one)
	}
}

// readManifests reads the documents of a file.
func (r *reader) readManifests(f *source.File) []*yaml.Node {
	docs, err := yaml.ParseAll(f)
	switch {
	case err == nil:
	case errors.Is(err, yaml.ErrTooBig):
		r.notify(source.Warning, f.Span(0, 0), err.Error())
	case !workloadRE.MatchString(f.Text): // a Service, an Ingress: it starts nothing
	case strings.Contains(f.Text, "{{"):
		r.notify(source.Note, f.Span(0, 0), "the file is a template, and was not read: what it starts is not known")
	default:
		r.notify(source.Warning, f.Span(0, 0), err.Error())
	}
	return docs
}

// add sorts an object; those of a List are objects of their own.
func (c *cluster) add(f File, d *yaml.Node) {
	one := manifest{doc: d, file: f, kind: d.Get("kind").Text(), name: d.Get("metadata").Get("name").Text()}
	switch one.kind {
	case "List":
		for _, item := range d.Get("items").Items() {
			c.add(f, item)
		}
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "Rollout", "DeploymentConfig":
		if len(c.workloads) < maxPrograms {
			c.workloads = append(c.workloads, one)
		}
	case "ConfigMap", "Secret", "SealedSecret", "ExternalSecret":
		c.maps[strings.TrimPrefix(strings.TrimPrefix(one.kind, "Sealed"), "External")+"/"+one.name] = one
	case "Service":
		if len(c.services) < maxPrograms {
			c.services = append(c.services, one)
		}
	case "HorizontalPodAutoscaler", "ScaledObject":
		target := d.Get("spec").Get("scaleTargetRef")
		kind := target.Get("kind").Text()
		if kind == "" {
			kind = "Deployment"
		}
		c.scaled[kind+"/"+target.Get("name").Text()] = true
	}
}

// podOf returns the pod's specification in a workload.
func podOf(one manifest) *yaml.Node {
	spec := one.doc.Get("spec")
	switch one.kind {
	case "Pod":
		return spec
	case "CronJob":
		spec = spec.Get("jobTemplate").Get("spec")
	}
	return spec.Get("template").Get("spec")
}

// workload adds a process for each container.
func (c *cluster) workload(one manifest) {
	pod := podOf(one)
	for _, list := range []string{"initContainers", "containers"} {
		for _, node := range pod.Get(list).Items() {
			c.container(one, pod, node, list == "initContainers")
		}
	}
}

func (c *cluster) container(one manifest, pod, node *yaml.Node, first bool) {
	name := node.Get("name").Text()
	full := strings.ToLower(one.kind) + ":" + one.name
	if len(pod.Get("containers").Items())+len(pod.Get("initContainers").Items()) > 1 {
		full += "/" + name
	}
	k := &command{
		name: "Kubernetes " + one.kind + " " + strings.TrimPrefix(full, strings.ToLower(one.kind)+":"), key: "kubernetes:" + full,
		launcher: deploy.Kubernetes, declared: keyOf(node, "name").Span(), role: serverRole(one.file), doubtful: one.file.Doubtful,
		container: true, oneShot: first || one.kind == "Job" || one.kind == "CronJob",
	}
	c.environment(k, node)
	life := c.lifecycle(one, pod, node)
	k.life = life
	entrypoint, arguments := wordsOf(node.Get("command")), wordsOf(node.Get("args"))
	file := c.ownDockerfile(node.Get("image").Text())
	switch tree := c.images.files[file]; {
	case file != "":
		c.images.used[file] = true
		image := c.reader.image(k, tree, tree.Final(), contexts(file))
		if entrypoint != nil && arguments == nil {
			arguments = []shell.Word{}
		}
		k.fromImage(tree, image, entrypoint, arguments)
		k.life = life // the image's own stands for who starts it by hand
		k.givesAll = setsNothing(image) && c.complete(one)
		if signal := image.StopSignal; signal.Known() {
			k.life.stop.Signal = deploy.LaunchOption{Name: "STOPSIGNAL", Value: signal}
		}
	default:
		k.argv = append(slices.Clip(entrypoint), arguments...)
		if entrypoint == nil && !runsProject(arguments) {
			c.reader.addPlace(c.place(k, one, pod, node), k)
			return // an image from elsewhere, whose command is not known
		}
	}
	c.override(k, pod, node)
	k.place = c.place(k, one, pod, node)
	c.reader.addPlace(k.place, k)
	if len(k.argv) > 0 || k.code != nil {
		c.reader.addContainer(k)
	}
}

// runsProject reports whether arguments name a program that is known.
func runsProject(arguments []shell.Word) bool {
	return len(arguments) > 0 && (program.Is(arguments[0].Base()) || isPython(arguments[0].Base()) || isShell(arguments[0].Base()))
}

// ownDockerfile returns the Dockerfile of an image that the repository makes: the one whose folder, or whose own name, the
// image is called after, else the only one that is not for development, where the image is no well-known one.
func (c *cluster) ownDockerfile(image string) string {
	name, _, _ := strings.Cut(path.Base(image), ":")
	name, _, _ = strings.Cut(name, "@")
	if image == "" || isForeignImage(name) {
		return ""
	}
	only, several := "", false
	for _, f := range c.images.list {
		if f.Role != "" && f.Role != "production" || c.images.files[f.File.Path].Final() == nil {
			continue
		}
		dir := path.Base(path.Dir(f.File.Path))
		if dir == name || strings.TrimPrefix(path.Ext(f.File.Path), ".") == name {
			return f.File.Path
		}
		several = several || only != ""
		only = f.File.Path
	}
	if several {
		return ""
	}
	return only
}

// isForeignImage reports whether an image is one that no project makes.
func isForeignImage(name string) bool {
	switch name {
	case "postgres", "postgresql", "redis", "valkey", "nginx", "rabbitmq", "mysql", "mariadb", "memcached", "busybox", "alpine",
		"elasticsearch", "minio", "python", "caddy", "traefik", "cloudsql-proxy", "cloud-sql-proxy", "nginx-unprivileged", "pgbouncer":
		return true
	}
	return strings.HasPrefix(name, "nginx") || strings.Contains(name, "exporter")
}

// wordsOf reads a list of words, in which $(NAME) is a variable of the container.
func wordsOf(n *yaml.Node) []shell.Word {
	if n == nil {
		return nil
	}
	words := []shell.Word{}
	for _, one := range n.Items() {
		w := shell.Known(one.Text(), one.Span())
		if strings.Contains(w.Text, "{{") || strings.Contains(strings.ReplaceAll(w.Text, "$$", ""), "$(") {
			w.Known = false
			w.Why = value.NotKnown(value.External, "something outside fills it in")
		}
		words = append(words, w)
	}
	return words
}

// override lays what the pod says over what the image says.
func (c *cluster) override(k *command, pod, node *yaml.Node) {
	if dir := node.Get("workingDir"); dir.Text() != "" {
		k.directory = value.Written(dir.Text(), dir.Span(), "workingDir is set here")
	}
	for _, security := range []*yaml.Node{pod.Get("securityContext"), node.Get("securityContext")} {
		if user := security.Get("runAsUser"); user.Text() != "" {
			k.user = value.Written(user.Text(), user.Span(), "runAsUser is set here")
		} else if n := security.Get("runAsNonRoot"); n.Text() == "true" && !k.user.Known() {
			k.user = value.NotKnown(value.External, "Kubernetes refuses to start it as root").
				With(value.Step{How: value.Assigned, Span: n.Span(), Text: "runAsNonRoot is set here"})
		}
	}
	if signal := node.Get("lifecycle").Get("stopSignal"); signal.Text() != "" {
		k.life.stop.Signal = deploy.LaunchOption{Name: "stopSignal", Value: signalName(value.Written(signal.Text(), signal.Span(), "stopSignal is set here"))}
	}
}

// environment adds env, and below it envFrom, of which a later one wins.
func (c *cluster) environment(k *command, node *yaml.Node) {
	for _, from := range node.Get("envFrom").Items() {
		prefix := from.Get("prefix").Text()
		for _, ref := range []struct{ key, kind string }{{"configMapRef", "ConfigMap"}, {"secretRef", "Secret"}} {
			name := from.Get(ref.key).Get("name")
			if name == nil {
				continue
			}
			one, found := c.maps[ref.kind+"/"+name.Text()]
			if !found {
				k.absent = append(k.absent, deploy.Word{Text: name.Text(), Known: true, Span: name.Span()})
				continue
			}
			k.give(one.file.File.Path, variablesOf(one, prefix)...)
		}
	}
	var vars []env.Var
	for _, one := range node.Get("env").Items() {
		name, val := one.Get("name").Text(), one.Get("value")
		switch {
		case name == "":
		case !val.IsNull():
			v := env.Given(name, val.Text(), val.Span(), k.name)
			if strings.Contains(v.Value.Payload(), "$(") || strings.Contains(v.Value.Payload(), "{{") {
				v.Value = v.Value.Retold(value.NotKnown(value.External, "Kubernetes fills it in"))
			}
			vars = append(vars, v)
		case one.Get("valueFrom") != nil:
			vars = append(vars, c.referred(k, one, name))
		}
	}
	k.give(k.name, vars...)
}

// referred returns a variable that a ConfigMap or a Secret holds.
func (c *cluster) referred(k *command, one *yaml.Node, name string) env.Var {
	from := one.Get("valueFrom")
	for _, ref := range []struct{ key, kind string }{{"configMapKeyRef", "ConfigMap"}, {"secretKeyRef", "Secret"}} {
		at := from.Get(ref.key)
		if at == nil {
			continue
		}
		if holder, found := c.maps[ref.kind+"/"+at.Get("name").Text()]; found {
			for _, v := range variablesOf(holder, "") {
				if v.Name == at.Get("key").Text() {
					v.Name = name
					return v
				}
			}
		}
	}
	at := keyOf(one, "name").Span()
	v := env.Given(name, "", at, k.name)
	v.Value = v.Value.Retold(value.NotKnown(value.External, "the cluster holds it"))
	return v
}

// variablesOf returns what a ConfigMap holds; what a Secret holds is there, and not to be looked at.
func variablesOf(one manifest, prefix string) []env.Var {
	var vars []env.Var
	hidden := one.kind != "ConfigMap"
	nodes := []*yaml.Node{one.doc.Get("data"), one.doc.Get("stringData")}
	if one.kind == "SealedSecret" {
		nodes = []*yaml.Node{one.doc.Get("spec").Get("encryptedData")}
	}
	for _, node := range nodes {
		for _, p := range node.Pairs() {
			v := env.Given(prefix+p.Key.Value, p.Value.Text(), p.Value.Span(), one.file.File.Path)
			if plain := node == one.doc.Get("stringData"); hidden && !plain || strings.Contains(p.Value.Text(), "{{") {
				v.Value = v.Value.Retold(value.NotKnown(value.External, "the cluster holds it"))
			}
			vars = append(vars, v)
		}
	}
	return vars
}

// keyOf returns the value under a key, or the node itself.
func keyOf(n *yaml.Node, key string) *yaml.Node {
	if found := n.Get(key); found != nil {
		return found
	}
	return n
}

// lifecycle reads what Kubernetes does with a container.
func (c *cluster) lifecycle(one manifest, pod, node *yaml.Node) lifecycle {
	l := leftOpen()
	d := one.doc
	option := func(at *yaml.Node, name string, fallback value.Value) deploy.LaunchOption {
		n := at.Get(name)
		if n.Text() == "" {
			return deploy.LaunchOption{Name: name, Value: byDefault(fallback, "Kubernetes")}
		}
		if strings.Contains(n.Text(), "{{") {
			return deploy.LaunchOption{Name: name, Value: elsewhere().With(value.Step{How: value.Assigned, Span: n.Span(), Text: name + " is set here"})}
		}
		return deploy.LaunchOption{Name: name, Value: value.Written(n.Text(), n.Span(), name+" is set here")}
	}
	l.restart.Option = option(pod, "restartPolicy", value.OfStr("Always"))
	switch text, _ := l.restart.Option.Value.Text(); text {
	case "Always":
		l.restart.Policy = deploy.RestartAlways
	case "OnFailure":
		l.restart.Policy = deploy.RestartOnFailure
	case "Never":
		l.restart.Policy = deploy.RestartNever
	}
	l.restart.AtBoot = value.True
	grace := option(pod, "terminationGracePeriodSeconds", value.OfInt(30))
	grace.Value = grace.Value.AsInt()
	l.contained(deploy.LaunchOption{Name: "stopSignal", Value: byDefault(value.OfStr("TERM"), "Kubernetes")}, grace)
	l.replicas = option(d.Get("spec"), "replicas", value.OfInt(1))
	l.replicas.Value = l.replicas.Value.AsInt()
	if one.kind == "DaemonSet" || c.scaled[one.kind+"/"+one.name] {
		l.replicas.Value = elsewhere()
	}
	for _, p := range node.Get("ports").Items() {
		inside, outside := p.Get("containerPort"), p.Get("hostPort").Text()
		if inside.Text() != "" {
			l.ports = append(l.ports, deploy.Port{
				Inside: inside.Text(), Published: outside != "", Host: p.Get("hostIP").Text(), Outside: outside, Known: !strings.Contains(inside.Text(), "{{"),
				Span: inside.Span(),
			})
		}
	}
	l.health, l.ready = probe(node, "livenessProbe"), probe(node, "readinessProbe")
	for _, option := range []deploy.LaunchOption{l.health, l.ready, probe(node, "startupProbe")} {
		if asked, ok := httpGet(node, option); ok {
			l.asked = append(l.asked, asked)
		}
	}
	return l
}

// probe reads a livenessProbe or readinessProbe: the path or the command that it asks.
func probe(node *yaml.Node, name string) deploy.LaunchOption {
	at := node.Get(name)
	if at == nil {
		return deploy.LaunchOption{Name: name, Value: value.OfNone()}
	}
	asked := at.Get("httpGet").Get("path")
	said := asked.Text()
	for i, w := range at.Get("exec").Get("command").Items() {
		asked = w
		if i > 0 {
			said += " "
		}
		said += w.Text()
	}
	if said == "" {
		asked, said = at, "tcpSocket"
	}
	return deploy.LaunchOption{Name: name, Value: value.Written(said, asked.Span(), name+" is set here")}
}

// httpGet reads the request that a probe sends. Its host is the pod's address unless it is named.
//
// https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes
func httpGet(node *yaml.Node, option deploy.LaunchOption) (deploy.Probe, bool) {
	get := node.Get(option.Name).Get("httpGet")
	if get == nil {
		return deploy.Probe{}, false
	}
	asked := deploy.Probe{
		Client: "kubelet", Scheme: "http", Host: get.Get("host").Text(), Port: get.Get("port").Text(), Path: get.Get("path").Text(),
		Headers: map[string]string{}, Follows: true, FailsFrom: 400, Option: option,
	}
	if strings.EqualFold(get.Get("scheme").Text(), "https") {
		asked.Scheme = "https"
	}
	for _, port := range node.Get("ports").Items() {
		if name := port.Get("name").Text(); name != "" && name == asked.Port {
			asked.Port = port.Get("containerPort").Text()
		}
	}
	if strings.Contains(asked.Port, "{") {
		asked.Port = ""
	}
	if asked.Path == "" {
		asked.Path = "/"
	}
	for _, header := range get.Get("httpHeaders").Items() {
		asked.Headers[strings.ToLower(header.Get("name").Text())] = header.Get("value").Text()
	}
	return asked, true
}

// complete reports whether a manifest is applied as it stands: no overlay of kustomize and no template adds variables to it.
func (c *cluster) complete(one manifest) bool {
	if strings.Contains(one.file.File.Text, "{{") || c.reader.options.Exists == nil {
		return false
	}
	for _, dir := range contexts(one.file.File.Path) {
		for _, name := range []string{"kustomization.yaml", "kustomization.yml", "Chart.yaml", "skaffold.yaml"} {
			if is, _ := c.reader.options.Exists(cleanPath(path.Join(dir, name))); is {
				return false
			}
		}
	}
	return true
}
