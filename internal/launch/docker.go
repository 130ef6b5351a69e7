package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// images are the Dockerfiles by their paths.
type images struct {
	files map[string]*dockerfile.File
	// list are the files in their order.
	list []File
	// used are the Dockerfiles that something else than a person builds and starts.
	used map[string]bool
	// development are the Dockerfiles that a compose file for development builds.
	development map[string]bool
	// contexts are the folders that compose files build Dockerfiles in, and targets the stages that they ask for.
	contexts map[string]string
	targets  map[string]string
}

func readImages(files []File) *images {
	m := &images{
		list: files, files: map[string]*dockerfile.File{}, used: map[string]bool{}, development: map[string]bool{},
		contexts: map[string]string{}, targets: map[string]string{},
	}
	for _, f := range files {
		m.files[f.File.Path] = dockerfile.Parse(f.File)
	}
	return m
}

// workdirs returns the folders in which images work and that are customary in containers alone: what supervisor starts in
// such a folder runs in the container, even where the Dockerfile does not say how its configuration gets there.
func (m *images) workdirs() map[string]bool {
	dirs := map[string]bool{}
	for _, f := range m.list {
		stage := m.files[f.File.Path].Final()
		if stage == nil {
			continue
		}
		dir, _ := stage.Image(m.files[f.File.Path].Escape).Directory.Text()
		if dir == "/app" || dir == "/code" || dir == "/src" || strings.HasPrefix(dir, "/usr/src/") {
			dirs[dir] = true
		}
	}
	return dirs
}

// dockerfile returns the Dockerfile of that path, whatever its name is: what builds it says that it is one.
func (r *reader) dockerfile(m *images, name string) *dockerfile.File {
	if tree := m.files[name]; tree != nil {
		return tree
	}
	f := r.open(name)
	if f == nil {
		return nil
	}
	m.files[name] = dockerfile.Parse(f)
	return m.files[name]
}

// dockerfiles adds a process for each Dockerfile that no compose file and no platform uses.
func (r *reader) dockerfiles(files []File) {
	m := r.images
	for _, f := range files {
		if m.used[f.File.Path] {
			continue
		}
		tree := m.files[f.File.Path]
		stage := tree.Final()
		if stage == nil {
			continue
		}
		c := &command{
			name: "the image of " + f.File.Path, key: "dockerfile:" + f.File.Path, launcher: deploy.Dockerfile,
			declared: stage.From.Span, role: serverRole(f), doubtful: f.Doubtful || m.development[f.File.Path],
		}
		image := r.image(c, tree, stage, contexts(f.File.Path))
		if image.Command != nil {
			c.declared = image.Command.Span
		}
		if image.Entrypoint != nil {
			c.declared = image.Entrypoint.Span
		}
		c.fromImage(tree, image, nil, nil)
		if len(c.argv) == 0 && c.code == nil {
			continue // the base image decides
		}
		r.addContainer(c)
	}
}

// addContainer adds a process, and remembers the supervisord that it may be.
func (r *reader) addContainer(c *command) *deploy.Process {
	r.noteMissing(c)
	p := r.add(c)
	if p == nil {
		return nil
	}
	argv, ok := startsSupervisord(p)
	if !ok {
		return p
	}
	r.containers[c] = p
	for _, config := range configsOf(argv) {
		if f, _ := r.file(c, config); f != nil {
			r.runIn(f.Path, c, true)
			return p
		}
	}
	return p
}

// noteMissing says that a container starts with a script of the project's own folders that is not there.
func (r *reader) noteMissing(c *command) {
	if len(c.argv) == 0 || !c.argv[0].Known || r.options.Find == nil {
		return
	}
	name := path.Clean(c.argv[0].Text)
	if !isScriptName(name) || path.IsAbs(name) || strings.HasPrefix(name, "..") || !strings.Contains(name, "/") {
		return
	}
	if f, _ := r.file(c, c.argv[0].Text); f == nil {
		r.notify(source.Warning, c.argv[0].Span, "the script that the container starts with is not in the repository")
	}
}

// startsSupervisord returns the command line of the supervisord that a container's process is, or that a script on the way
// to it starts.
func startsSupervisord(p *deploy.Process) ([]deploy.Word, bool) {
	if p.Executable() == "supervisord" {
		return p.Argv, true
	}
	for _, w := range p.Wrappers {
		if w.Script == nil {
			continue
		}
		for _, one := range w.Script.Commands {
			argv := one.Words
			for len(argv) > 1 && (argv[0].Text == "exec" || argv[0].Text == "sudo" || argv[0].Text == "service") {
				argv = argv[1:]
			}
			switch path.Base(argv[0].Text) {
			case "supervisord", "supervisor":
				return argv, true
			}
		}
	}
	return nil, false
}

// configsOf returns where a supervisord looks for its configuration.
//
// https://supervisord.org/configuration.html#configuration-file
func configsOf(argv []deploy.Word) []string {
	for i, w := range argv {
		if text, ok := strings.CutPrefix(w.Text, "--configuration="); ok {
			return []string{text}
		}
		if (w.Text == "-c" || w.Text == "--configuration") && i+1 < len(argv) {
			return []string{argv[i+1].Text}
		}
	}
	return []string{"/etc/supervisord.conf", "/etc/supervisor/supervisord.conf"}
}

// contexts returns the folders that a build may take a Dockerfile's files from, the likeliest first.
func contexts(file string) []string {
	dirs := []string{path.Dir(file)}
	for dirs[len(dirs)-1] != "." {
		dirs = append(dirs, path.Dir(dirs[len(dirs)-1]))
	}
	return dirs
}

// image sets what the image of a stage sets: environment, directory, user, and where files lie.
func (r *reader) image(c *command, tree *dockerfile.File, stage *dockerfile.Stage, dirs []string) *dockerfile.Image {
	image := stage.Image(tree.Escape)
	c.container, c.dockerfile = true, tree.Source.Path
	c.directory, c.user = image.Directory, image.User
	if user, ok := image.User.Text(); ok {
		if name, _, grouped := strings.Cut(user, ":"); grouped {
			c.user = value.OfStr(name)
			c.user.Trail = image.User.Trail
		}
	}
	c.layers = append(c.layers, layersOf(tree, image)...)
	c.life = imageLife(image)
	copies := readCopies(image)
	r.noteSupervisors(c, image, copies, dirs)
	c.locate = func(serverPath, cwd string) *source.File { return r.copied(copies, dirs, serverPath, cwd) }
	return image
}

// fromImage sets the command: the entry point with the arguments behind it. Those that the launcher gives replace the
// image's; a new entry point drops the image's command.
func (c *command) fromImage(tree *dockerfile.File, image *dockerfile.Image, entrypoint, arguments []shell.Word) {
	c.shell = image.Shell
	switch {
	case entrypoint != nil:
		c.argv = append(slices.Clip(entrypoint), arguments...)
		return
	case image.Entrypoint != nil && !image.Entrypoint.Exec:
		c.shellForm(tree, image.Entrypoint) // takes no arguments
		return
	case image.Entrypoint != nil:
		c.argv = execForm(image.Entrypoint)
	}
	switch {
	case arguments != nil:
		c.argv = append(c.argv, arguments...)
	case image.Command == nil:
	case image.Command.Exec:
		c.argv = append(c.argv, execForm(image.Command)...)
	case len(c.argv) == 0:
		c.shellForm(tree, image.Command)
	default:
		at := image.Command.SpanOf(0, len(image.Command.Text))
		c.argv = append(c.argv, shell.Known("/bin/sh", at), shell.Known("-c", at), shell.Known(image.Command.Text, at))
	}
}

func execForm(i *dockerfile.Instruction) []shell.Word {
	var all []shell.Word
	for _, w := range i.Words {
		all = append(all, shell.Known(w.Text, w.Span))
	}
	return all
}

// shellForm sets an instruction's text as code of a shell.
func (c *command) shellForm(tree *dockerfile.File, i *dockerfile.Instruction) {
	text := shell.Mapped(i.Text, tree.Source, i.Offsets())
	at := i.SpanOf(0, len(i.Text))
	c.code, c.codeFlags, c.inline = &text, "", true
	c.shellWord = shell.Known("/bin/sh", at)
	c.argv = nil
	if len(c.shell) > 0 {
		c.shellWord = shell.Known(c.shell[0].Text, at)
		for _, w := range c.shell[1:] {
			isFlag := strings.HasPrefix(w.Text, "-") && !strings.HasPrefix(w.Text, "--")
			if w.Text == "errexit" || isFlag && strings.Contains(w.Text, "e") {
				c.codeFlags = "e"
			}
		}
	}
}

// imageLife is what an image says of the life of its processes. Who starts the container decides the rest.
func imageLife(image *dockerfile.Image) lifecycle {
	l := leftOpen()
	l.contained(stopSignalOf(image), deploy.LaunchOption{Value: elsewhere()})
	for _, w := range image.Exposed {
		l.ports = append(l.ports, deploy.Port{Inside: w.Text, Known: !strings.Contains(w.Text, "$"), Span: w.Span})
	}
	l.health = deploy.LaunchOption{Name: "HEALTHCHECK", Value: value.NotKnown(value.External, "the base image may have one")}
	if h := image.Healthcheck; h != nil {
		at := h.SpanOf(0, len(h.Text))
		l.health.Value = value.Written(strings.TrimSpace(strings.TrimPrefix(h.Text, "CMD")), at, "HEALTHCHECK is set here")
		if h.None() {
			l.health.Value = l.health.Value.Retold(value.OfNone())
		}
	}
	return l
}

// stopSignalOf returns STOPSIGNAL. Hardly any base image of Python changes it.
func stopSignalOf(image *dockerfile.Image) deploy.LaunchOption {
	if image.StopSignal.Known() || image.StopSignal.Cause != value.Absent {
		return deploy.LaunchOption{Name: "STOPSIGNAL", Value: signalName(image.StopSignal)}
	}
	return deploy.LaunchOption{Name: "STOPSIGNAL", Value: byDefault(value.OfStr("TERM"), "docker")}
}

// A copied file or folder of an image.
type imageCopy struct {
	from, to string // to ends in "/" where it is a folder for certain
}

// readCopies returns what COPY and ADD bring from the build's folder into the image, in order.
func readCopies(image *dockerfile.Image) []imageCopy {
	var copies []imageCopy
	dir := "/" // a stage goes on in the folder of the one below
	for _, stage := range image.Stages {
		for _, i := range stage.Instructions {
			switch i.Name {
			case "WORKDIR":
				dir = absolute(dir, i.Text)
			case "COPY", "ADD":
				copies = append(copies, copiesOf(i, dir)...)
			}
		}
	}
	return copies
}

func copiesOf(i *dockerfile.Instruction, dir string) []imageCopy {
	for _, f := range i.Flags {
		if f.Name == "from" {
			return nil
		}
	}
	var names []string
	for _, w := range i.Words {
		names = append(names, w.Text)
	}
	if !i.Exec {
		names = strings.Fields(i.Text)
	}
	if len(names) < 2 || len(i.Heredocs) > 0 {
		return nil
	}
	to := absolute(dir, names[len(names)-1])
	var copies []imageCopy
	for _, from := range names[:len(names)-1] {
		target := to
		if len(names) > 2 && !strings.HasSuffix(target, "/") {
			target += "/"
		}
		copies = append(copies, imageCopy{from: strings.TrimPrefix(path.Clean("/"+from), "/"), to: target})
	}
	return copies
}

// absolute joins a path of the image; a slash at its end stays.
func absolute(dir, name string) string {
	joined := path.Clean(name)
	if !path.IsAbs(name) {
		joined = path.Join(dir, name)
	}
	if (strings.HasSuffix(name, "/") || name == ".") && joined != "/" {
		joined += "/"
	}
	return joined
}

// copied returns the repository's file that the image has under a path.
func (r *reader) copied(copies []imageCopy, dirs []string, serverPath, cwd string) *source.File {
	name := path.Clean(serverPath)
	if !path.IsAbs(name) {
		if cwd == "" {
			return nil
		}
		name = path.Join(cwd, name)
	}
	for _, one := range slices.Backward(copies) {
		for _, candidate := range one.candidates(name) {
			for _, dir := range dirs {
				if f := r.open(path.Join(dir, candidate)); f != nil {
					return f
				}
			}
		}
	}
	return nil
}

// candidates returns the names under which a file of the image may lie in the build's folder.
func (m imageCopy) candidates(name string) []string {
	to := strings.TrimSuffix(m.to, "/")
	if name == to && !strings.HasSuffix(m.to, "/") {
		return []string{m.from}
	}
	rest, inside := strings.CutPrefix(name, to+"/")
	if !inside {
		return nil
	}
	names := []string{path.Join(m.from, rest)}
	if path.Base(m.from) == rest {
		names = append(names, m.from)
	}
	if strings.ContainsAny(m.from, "*?[") {
		if ok, err := path.Match(path.Base(m.from), rest); ok && err == nil {
			names = []string{path.Join(path.Dir(m.from), rest)}
		}
	}
	return names
}
