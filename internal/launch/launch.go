package launch

import (
	"cmp"
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// The limits of what is followed.
const (
	maxWrappers  = 8
	maxPrograms  = 500
	maxIncludes  = 256
	maxProcesses = 2000
	maxInstances = 64
)

// A File is a file of a launcher.
type File struct {
	File *source.File
	// Role is what the path says of it: "production", "base" (shared by others), "dev", "test", "sample", or "".
	Role role.Role
	// Doubtful is set where the role is a guess that the command may refute.
	Doubtful bool
	// Executable is the file's mode bit.
	Executable bool
}

// Files are the files of all launchers, each list in the order in which its processes shall come.
type Files map[deploy.Launcher][]File

// TestCompose are compose files of tests. They start nothing in production, and are read for what they mount.
const TestCompose deploy.Launcher = "compose for tests"

// A launcher is one row of the table: how the files of a launcher are read.
type launcher struct {
	name deploy.Launcher
	read func(r *reader, files []File)
}

// launchers is the table of all launchers, in the order in which they are read. What one starts another may leave out: the
// Dockerfiles that compose builds, the scripts that supervisor starts. A new launcher is a row here and a file beside this one.
func launchers() []launcher {
	return []launcher{
		{deploy.ShellScript, (*reader).scriptInstalls},
		{deploy.Platform, (*reader).readPlatformEnvironment},
		{deploy.Compose, (*reader).composeFiles},
		{TestCompose, each((*reader).testMounts)},
		{deploy.ShellScript, (*reader).scriptPlacements},
		{deploy.Platform, (*reader).platformFiles},
		{deploy.Kubernetes, (*reader).kubernetes},
		{deploy.Dockerfile, (*reader).dockerfiles},
		{deploy.Supervisor, (*reader).supervisors},
		{deploy.Systemd, (*reader).units},
		{deploy.Circus, each((*reader).circus)},
		{deploy.Apache, each((*reader).apache)},
		{deploy.Procfile, each((*reader).procfile)},
		{deploy.Cron, each((*reader).crontab)},
		{deploy.ShellScript, each((*reader).script)},
		{deploy.UWSGI, each((*reader).vassal)},
	}
}

// each reads files one by one.
func each(read func(*reader, File)) func(*reader, []File) {
	return func(r *reader, files []File) {
		for _, f := range files {
			read(r, f)
		}
	}
}

// Options are what Read may ask.
type Options struct {
	// Open returns a file of the repository, by its path relative to the root.
	Open func(path string) (*source.File, error)
	// Glob returns the paths in the repository that match a pattern with *, ? and [], sorted.
	Glob func(pattern string) []string
	// Exists reports whether a path is a file or a folder of the repository. Nil leaves unread where files are put.
	Exists func(path string) (file, dir bool)
	// Find returns the repository's file for a path on the server, absolute or relative to cwd, which is "" when it is not
	// known. NewFinder makes one.
	Find func(serverPath, cwd string) (f *source.File, executable, ok bool)
	// EvalConfig evaluates a configuration file that is Python, such as gunicorn.conf.py, and returns the names that it
	// leaves. Nil leaves such files unread.
	EvalConfig func(f *source.File, e *env.Environment) map[string]value.Value
	// Given are the layers that the user gave: they are stronger than what any launcher gives. They count when words are
	// made of variables, but are no part of Process.Environment.
	Given []env.Layer
	// Closed says that nothing else is in the environment.
	Closed bool
}

// A Result is what was found.
type Result struct {
	// Processes are all processes in the order of the files.
	Processes []*deploy.Process
	// Supervisors are the configurations of supervisor.
	Supervisors []*deploy.SupervisorConfig
	// Places are the worlds in which processes run, the services of compose files in order.
	Places []*deploy.Place
	// Read are the files that were read beside those given: scripts, env files, included files.
	Read []*source.File
	// Images are what the Dockerfiles make, in the order of the files, whether a process was found in them or not.
	Images []Image
	// Placements are what compose services mount, and what scripts put below /etc. Those of images are with the images.
	Placements []Placement
	// Notifications are what could not be read.
	Notifications []source.Notification
}

// Read returns the processes that the launchers start.
func Read(files Files, o Options) *Result {
	r := &reader{
		options: o, result: &Result{}, seen: map[*source.File]bool{}, started: map[string]bool{},
		daemons: map[string]outer{}, containers: map[*command]*deploy.Process{}, inFolder: map[string]bool{},
		builtBy: map[*deploy.Place]string{}, daemonPlaces: map[*deploy.SupervisorConfig]*deploy.Place{}, files: files, images: readImages(files[deploy.Dockerfile]),
	}
	r.workdirs = r.images.workdirs()
	for _, l := range launchers() {
		l.read(r, files[l.name])
	}
	r.result.Images = r.imagesOf(files[deploy.Dockerfile], r.images)
	r.linkImages()
	r.result.Processes = slices.DeleteFunc(r.result.Processes, func(p *deploy.Process) bool { return p == nil })
	slices.SortStableFunc(r.result.Notifications, func(a, b source.Notification) int { return cmp.Compare(a.Path, b.Path) })
	return r.result
}

type reader struct {
	options Options
	result  *Result
	seen    map[*source.File]bool
	// started are the paths of the scripts that a launcher starts.
	started map[string]bool
	// daemons are the containers in which supervisor's files are read, by the files' paths.
	daemons map[string]outer
	// containers are the containers that start supervisord.
	containers map[*command]*deploy.Process
	// inFolder are supervisor's files that are put into a folder of which a main file includes all.
	inFolder map[string]bool
	files    Files
	images   *images
	// workdirs are the folders of images that only containers have.
	workdirs map[string]bool
	// builtBy are the Dockerfiles that make places.
	builtBy map[*deploy.Place]string
	// daemonPlaces are the containers of supervisords of which nothing else tells.
	daemonPlaces map[*deploy.SupervisorConfig]*deploy.Place
	// host is the machine that is no container, once something is started on it.
	host *deploy.Place
	// appJSON is the environment that app.json gives to the processes of a Procfile.
	appJSON []env.Layer
}

// remember lists a file that was read.
func (r *reader) remember(f *source.File) {
	if f != nil && !r.seen[f] {
		r.seen[f] = true
		r.result.Read = append(r.result.Read, f)
	}
}

func (r *reader) notify(level source.NotificationLevel, at source.Span, message string) {
	r.result.Notifications = append(r.result.Notifications, source.Notification{
		Level: level, Message: message, Span: at, Path: at.Path(),
	})
}

// open returns a file of the repository, or nil.
func (r *reader) open(name string) *source.File {
	if r.options.Open == nil || name == "" {
		return nil
	}
	f, err := r.options.Open(name)
	if err != nil {
		return nil
	}
	r.remember(f)
	return f
}

// find is Options.Find.
func (r *reader) find(serverPath, cwd string) (*source.File, bool) {
	if r.options.Find == nil || serverPath == "" {
		return nil, false
	}
	f, executable, ok := r.options.Find(serverPath, cwd)
	if !ok {
		return nil, false
	}
	r.remember(f)
	return f, executable
}

// add finishes a command and lists its process, and those that its wrappers start in the background.
func (r *reader) add(c *command) *deploy.Process {
	if len(r.result.Processes) >= maxProcesses {
		return nil
	}
	others := r.follow(c)
	p := r.process(c)
	r.result.Processes = append(r.result.Processes, p)
	for _, o := range others {
		r.follow(o)
		q := r.process(o)
		switch q.Kind {
		case deploy.Web, deploy.Worker, deploy.Beat:
			q.Key += "&" + q.Executable()
			q.Name += " (" + q.Executable() + " in the background)"
			r.result.Processes = append(r.result.Processes, q)
		default:
		}
	}
	return p
}

// TellApart adds the file to the names of processes that are called the same. It is for those that are left when what is
// of no interest has been taken out.
func TellApart(processes []*deploy.Process) {
	files := map[string][]string{}
	for _, p := range processes {
		if !slices.Contains(files[p.Name], p.Declared.Path()) {
			files[p.Name] = append(files[p.Name], p.Declared.Path())
		}
	}
	several := func(name string) bool { return len(files[name]) > 1 }
	for _, p := range processes {
		if several(p.Name) {
			p.Name += " of " + p.Declared.Path()
		}
	}
}
