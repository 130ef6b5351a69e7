package launch

import (
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// workloadRE finds a manifest of something that runs.
var workloadRE = regexp.MustCompile(`(?m)^kind:[ \t]*["']?(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Rollout)\b`)

// maxDocuments is how many manifests of one file are read.
const maxDocuments = 200

// A cluster is all manifests of a repository: what one of them names may stand in another.
type cluster struct {
	reader    *reader
	images    *images
	workloads []manifest
	// maps are ConfigMaps and Secrets by kind and name.
	maps map[string]manifest
	// scaled are the workloads, by kind and name, that a HorizontalPodAutoscaler scales.
	scaled map[string]bool
}

// A manifest is one object of Kubernetes.
type manifest struct {
	doc  *document
	file File
	kind string
	name string
}

// kubernetes reads manifests. A template of helm's is read where it is YAML all the same.
//
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/
func (r *reader) kubernetes(files []File, m *images) {
	c := &cluster{reader: r, images: m, maps: map[string]manifest{}, scaled: map[string]bool{}}
	for _, f := range files {
		for _, d := range r.readManifests(f.File) {
			c.add(f, d)
		}
	}
	for _, one := range c.workloads {
		c.workload(one)
	}
}

// readManifests reads the documents of a file, apart by "---".
func (r *reader) readManifests(f *source.File) []*document {
	if len(f.Text) > maxYAML {
		r.notify(source.Warning, f.Span(0, 0), "the file is too big and was not read")
		return nil
	}
	var docs []*document
	decoder := yaml.NewDecoder(strings.NewReader(f.Text))
	for len(docs) < maxDocuments {
		var root yaml.Node
		err := decoder.Decode(&root)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			switch {
			case !workloadRE.MatchString(f.Text): // a Service, an Ingress: it starts nothing
			case strings.Contains(f.Text, "{{"):
				r.notify(source.Note, f.Span(0, 0), "the file is a template, and was not read: what it starts is not known")
			default:
				r.notify(source.Warning, f.Span(0, 0), "the file is not valid YAML and was not read")
			}
			return docs
		}
		if len(root.Content) > 0 && aliases(&root, 0) <= maxAliases {
			docs = append(docs, &document{file: f, root: root.Content[0]})
		}
	}
	return docs
}

// add sorts an object; those of a List are objects of their own.
func (c *cluster) add(f File, d *document) {
	one := manifest{doc: d, file: f, kind: text(get(d.root, "kind")), name: text(get(get(d.root, "metadata"), "name"))}
	switch one.kind {
	case "List":
		for _, item := range items(get(d.root, "items")) {
			c.add(f, &document{file: d.file, root: item})
		}
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "Rollout", "DeploymentConfig":
		if len(c.workloads) < maxPrograms {
			c.workloads = append(c.workloads, one)
		}
	case "ConfigMap", "Secret", "SealedSecret", "ExternalSecret":
		c.maps[strings.TrimPrefix(strings.TrimPrefix(one.kind, "Sealed"), "External")+"/"+one.name] = one
	case "HorizontalPodAutoscaler", "ScaledObject":
		target := get(get(d.root, "spec"), "scaleTargetRef")
		kind := text(get(target, "kind"))
		if kind == "" {
			kind = "Deployment"
		}
		c.scaled[kind+"/"+text(get(target, "name"))] = true
	}
}

// podOf returns the pod's specification in a workload.
func podOf(one manifest) *yaml.Node {
	spec := get(one.doc.root, "spec")
	switch one.kind {
	case "Pod":
		return spec
	case "CronJob":
		spec = get(get(spec, "jobTemplate"), "spec")
	}
	return get(get(spec, "template"), "spec")
}

// workload adds a process for each container.
func (c *cluster) workload(one manifest) {
	pod := podOf(one)
	for _, list := range []string{"initContainers", "containers"} {
		for _, node := range items(get(pod, list)) {
			c.container(one, pod, node, list == "initContainers")
		}
	}
}

func (c *cluster) container(one manifest, pod, node *yaml.Node, first bool) {
	d := one.doc
	name := text(get(node, "name"))
	full := strings.ToLower(one.kind) + ":" + one.name
	if len(items(get(pod, "containers")))+len(items(get(pod, "initContainers"))) > 1 {
		full += "/" + name
	}
	k := &command{
		name: "Kubernetes " + one.kind + " " + strings.TrimPrefix(full, strings.ToLower(one.kind)+":"), key: "kubernetes:" + full,
		launcher: deploy.Kubernetes, declared: d.span(keyOf(node, "name")), role: serverRole(one.file), doubtful: one.file.Doubtful,
		container: true, oneShot: first || one.kind == "Job" || one.kind == "CronJob",
	}
	c.environment(k, d, node)
	k.life = c.lifecycle(one, pod, node)
	entrypoint, arguments := wordsOf(d, get(node, "command")), wordsOf(d, get(node, "args"))
	file := c.ownDockerfile(text(get(node, "image")))
	switch tree := c.images.files[file]; {
	case file != "":
		c.images.used[file] = true
		image := c.reader.image(k, tree, tree.Final(), contexts(file))
		if entrypoint != nil && arguments == nil {
			arguments = []shell.Word{}
		}
		k.fromImage(tree, image, entrypoint, arguments)
		if signal := image.StopSignal; signal.Known() {
			k.life.stop.Signal = deploy.LaunchOption{Name: "STOPSIGNAL", Value: signal}
		}
	default:
		k.argv = append(slices.Clip(entrypoint), arguments...)
		if entrypoint == nil && !runsProject(arguments) {
			return // an image from elsewhere, whose command is not known
		}
	}
	c.override(k, d, pod, node)
	if len(k.argv) > 0 || k.code != nil {
		c.reader.addContainer(k)
	}
}

// runsProject reports whether arguments name a program that is known.
func runsProject(arguments []shell.Word) bool {
	return len(arguments) > 0 && (programOf(base(arguments[0])) != "" || isPython(base(arguments[0])) || isShell(base(arguments[0])))
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
func wordsOf(d *document, n *yaml.Node) []shell.Word {
	if n == nil {
		return nil
	}
	words := []shell.Word{}
	for _, one := range items(n) {
		w := known(text(one), d.span(one))
		if strings.Contains(w.Text, "{{") || strings.Contains(strings.ReplaceAll(w.Text, "$$", ""), "$(") {
			w.Known = false
			w.Why = value.NotKnown(value.External, "something outside fills it in")
		}
		words = append(words, w)
	}
	return words
}

// override lays what the pod says over what the image says.
func (c *cluster) override(k *command, d *document, pod, node *yaml.Node) {
	if dir := get(node, "workingDir"); text(dir) != "" {
		k.directory = assigned(text(dir), d.span(dir), "workingDir is set here")
	}
	for _, security := range []*yaml.Node{get(pod, "securityContext"), get(node, "securityContext")} {
		if user := get(security, "runAsUser"); text(user) != "" {
			k.user = assigned(text(user), d.span(user), "runAsUser is set here")
		} else if n := get(security, "runAsNonRoot"); text(n) == "true" && !k.user.Known() {
			k.user = value.NotKnown(value.External, "Kubernetes refuses to start it as root").
				With(value.Step{How: value.Assigned, Span: d.span(n), Text: "runAsNonRoot is set here"})
		}
	}
	if signal := get(get(node, "lifecycle"), "stopSignal"); text(signal) != "" {
		k.life.stop.Signal = deploy.LaunchOption{Name: "stopSignal", Value: signalName(assigned(text(signal), d.span(signal), "stopSignal is set here"))}
	}
}

// environment adds env, and below it envFrom, of which a later one wins.
func (c *cluster) environment(k *command, d *document, node *yaml.Node) {
	for _, from := range items(get(node, "envFrom")) {
		prefix := text(get(from, "prefix"))
		for _, ref := range []struct{ key, kind string }{{"configMapRef", "ConfigMap"}, {"secretRef", "Secret"}} {
			name := get(get(from, ref.key), "name")
			if name == nil {
				continue
			}
			one, found := c.maps[ref.kind+"/"+text(name)]
			if !found {
				k.absent = append(k.absent, deploy.Word{Text: text(name), Known: true, Span: d.span(name)})
				continue
			}
			k.give(one.file.File.Path, variablesOf(one, prefix)...)
		}
	}
	var vars []env.Var
	for _, one := range items(get(node, "env")) {
		name, val := text(get(one, "name")), get(one, "value")
		switch {
		case name == "":
		case !isNull(val):
			v := variable(name, text(val), d.span(val), k.name)
			if strings.Contains(v.Value.Payload(), "$(") || strings.Contains(v.Value.Payload(), "{{") {
				v.Value = retold(v.Value, value.NotKnown(value.External, "Kubernetes fills it in"))
			}
			vars = append(vars, v)
		case get(one, "valueFrom") != nil:
			vars = append(vars, c.referred(k, d, one, name))
		}
	}
	k.give(k.name, vars...)
}

// referred returns a variable that a ConfigMap or a Secret holds.
func (c *cluster) referred(k *command, d *document, one *yaml.Node, name string) env.Var {
	from := get(one, "valueFrom")
	for _, ref := range []struct{ key, kind string }{{"configMapKeyRef", "ConfigMap"}, {"secretKeyRef", "Secret"}} {
		at := get(from, ref.key)
		if at == nil {
			continue
		}
		if holder, found := c.maps[ref.kind+"/"+text(get(at, "name"))]; found {
			for _, v := range variablesOf(holder, "") {
				if v.Name == text(get(at, "key")) {
					v.Name = name
					return v
				}
			}
		}
	}
	at := d.span(keyOf(one, "name"))
	v := variable(name, "", at, k.name)
	v.Value = retold(v.Value, value.NotKnown(value.External, "the cluster holds it"))
	return v
}

// variablesOf returns what a ConfigMap holds; what a Secret holds is there, and not to be looked at.
func variablesOf(one manifest, prefix string) []env.Var {
	var vars []env.Var
	hidden := one.kind != "ConfigMap"
	nodes := []*yaml.Node{get(one.doc.root, "data"), get(one.doc.root, "stringData")}
	if one.kind == "SealedSecret" {
		nodes = []*yaml.Node{get(get(one.doc.root, "spec"), "encryptedData")}
	}
	for _, node := range nodes {
		for _, p := range pairs(node) {
			v := variable(prefix+p.key.Value, text(p.val), one.doc.span(p.val), one.file.File.Path)
			if plain := node == get(one.doc.root, "stringData"); hidden && !plain || strings.Contains(text(p.val), "{{") {
				v.Value = retold(v.Value, value.NotKnown(value.External, "the cluster holds it"))
			}
			vars = append(vars, v)
		}
	}
	return vars
}

// keyOf returns the value under a key, or the node itself.
func keyOf(n *yaml.Node, key string) *yaml.Node {
	if found := get(n, key); found != nil {
		return found
	}
	return n
}

// lifecycle reads what Kubernetes does with a container.
func (c *cluster) lifecycle(one manifest, pod, node *yaml.Node) lifecycle {
	l := leftOpen()
	d := one.doc
	option := func(at *yaml.Node, name string, fallback value.Value) deploy.LaunchOption {
		n := get(at, name)
		if text(n) == "" {
			return deploy.LaunchOption{Name: name, Value: byDefault(fallback, "Kubernetes")}
		}
		if strings.Contains(text(n), "{{") {
			return deploy.LaunchOption{Name: name, Value: elsewhere().With(value.Step{How: value.Assigned, Span: d.span(n), Text: name + " is set here"})}
		}
		return deploy.LaunchOption{Name: name, Value: assigned(text(n), d.span(n), name+" is set here")}
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
	grace.Value = number(intText(grace.Value))
	l.contained(deploy.LaunchOption{Name: "stopSignal", Value: byDefault(value.OfStr("TERM"), "Kubernetes")}, grace)
	l.replicas = option(get(d.root, "spec"), "replicas", value.OfInt(1))
	l.replicas.Value = number(intText(l.replicas.Value))
	if one.kind == "DaemonSet" || c.scaled[one.kind+"/"+one.name] {
		l.replicas.Value = elsewhere()
	}
	for _, p := range items(get(node, "ports")) {
		inside, outside := get(p, "containerPort"), text(get(p, "hostPort"))
		if text(inside) != "" {
			l.ports = append(l.ports, deploy.Port{
				Inside: text(inside), Published: outside != "", Host: text(get(p, "hostIP")), Outside: outside, Known: !strings.Contains(text(inside), "{{"),
				Span: d.span(inside),
			})
		}
	}
	l.health, l.ready = probe(d, node, "livenessProbe"), probe(d, node, "readinessProbe")
	return l
}

// intText makes a text of a default that is a number, which number takes back.
func intText(v value.Value) value.Value {
	if n, ok := v.Int(); ok {
		return retold(v, value.OfStr(itoa(n)))
	}
	return v
}

// probe reads a livenessProbe or readinessProbe: the path or the command that it asks.
func probe(d *document, node *yaml.Node, name string) deploy.LaunchOption {
	at := get(node, name)
	if at == nil {
		return deploy.LaunchOption{Name: name, Value: value.OfNone()}
	}
	asked := get(get(at, "httpGet"), "path")
	said := text(asked)
	for i, w := range items(get(get(at, "exec"), "command")) {
		asked = w
		if i > 0 {
			said += " "
		}
		said += text(w)
	}
	if said == "" {
		asked, said = at, "tcpSocket"
	}
	return deploy.LaunchOption{Name: name, Value: assigned(said, d.span(asked), name+" is set here")}
}
