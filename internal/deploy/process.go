package deploy

import (
	"slices"

	"deploylint/internal/address"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/memo"
	"deploylint/internal/role"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Process is one long-running program of a deployment, as its launcher starts it.
type Process struct {
	// Name is how people call it: "supervisor program web".
	Name string
	// Key begins the subjects of results about it: "supervisor:program:web".
	Key string
	// Launcher is what starts it.
	Launcher Launcher
	// Kind is what it does for the site.
	Kind ProcessKind
	// Declared is where it is declared: the section's header, the service's key, the instruction.
	Declared source.Span

	// Argv is the effective command, after all wrappers, variables filled in where they are known.
	Argv []Word
	// Wrappers are the scripts and tools around the command, outermost first.
	Wrappers []*Wrapper
	// Environment is what the process is given before its own code runs.
	Environment *env.Environment
	// Directory is the working directory when the command starts: a path on the server, None when nothing sets it.
	Directory value.Value
	// User is the account it runs under, None when nothing sets it.
	User value.Value
	// Server is set for a process that serves HTTP, WSGI or ASGI.
	Server *Server
	// Celery is set for a celery worker or beat.
	Celery *Celery
	// Manage is set for manage.py, django-admin and python -m django commands.
	Manage *Manage
	// Program is the supervisor section, for processes that supervisor starts.
	Program *Program
	// Place is the world in which it runs, and Phase the part of a release in which it does. Place is nil where it is not known.
	Place *Place
	Phase Phase
	// Fails is set for a step of a build or a release whose failure ends that: nothing such as || true catches it.
	Fails bool
	// Container reports whether it runs in a container, where a public bind is normal.
	Container bool
	// OneShot is set for what does its work and ends, such as migrate, check, and the release step of a platform: it serves
	// nobody, and says nothing of what the processes that serve are given.
	OneShot bool
	// EnvFiles are the env files of the repository that its launcher and wrappers read for it.
	EnvFiles []EnvFileReader
	// AbsentEnvFiles are the env files that its launcher gives it and that the repository does not hold: each may supply any
	// variable.
	AbsentEnvFiles []Word
	// Mounts are what its container shares with the host or with other containers.
	Mounts []Mount
	// Role says what its launcher is for, as RepoEnvFile.Role does: "production", "dev", "test", "sample", or "" where
	// nothing tells.
	Role role.Role
	// SettingsModule is the settings module that its environment or its own --settings names: a str, or unknown, with cause
	// Absent where neither names one.
	SettingsModule value.Value
	// Settings are the Django settings as the process itself evaluates them: those of its site, unless its environment differs in
	// a variable that they read. Nil for a process that has none.
	Settings *Settings
	// Virtualenv is the folder of the virtualenv that a wrapper activates or that holds the program; its zero value
	// stands for none.
	Virtualenv Word

	// Restart says what starts it again when it ends, and Stop how it is stopped: its launcher's doing in both.
	Restart Restart
	Stop    Stop
	// Replicas is how many of it the launcher starts side by side: an int, unknown where a person or a platform decides.
	Replicas LaunchOption
	// Ports are those that its container declares and publishes.
	Ports []Port
	// Logs are where its output goes, as far as its launcher or its own options say.
	Logs []Log
	// Health is what asks it whether it is well: HEALTHCHECK, healthcheck, livenessProbe. Its value is the command or the
	// path that is asked, None where nothing asks, and unknown where something outside decides.
	Health LaunchOption
	// Ready is what keeps requests away until it can answer them: readinessProbe.
	Ready LaunchOption
	// Asked are the requests that its launcher itself sends to find out whether it is well, as Kubernetes does; see Probes.
	Asked []Probe
	// ForcesHTTPS is where its platform is told to send who comes over plain HTTP on to https; zero where nothing says so.
	ForcesHTTPS source.Span
}

// Source returns the place where the process is declared.
func (p *Process) Source() source.Span { return p.Declared }

// Launcher is what starts a process, by its usual name.
type Launcher string

// The launchers.
const (
	Supervisor Launcher = "supervisor"
	Systemd    Launcher = "systemd"
	Dockerfile Launcher = "Dockerfile"
	Compose    Launcher = "compose"
	Procfile   Launcher = "Procfile"
	Platform   Launcher = "platform"
	// Kubernetes is a manifest: a Deployment, a CronJob.
	Kubernetes Launcher = "Kubernetes"
	// Circus is a watcher of circus.
	Circus Launcher = "circus"
	// Apache is httpd with mod_wsgi, which runs the application itself.
	Apache Launcher = "Apache"
	// UWSGI is a configuration file of uWSGI that no other launcher names, as its emperor starts it.
	UWSGI Launcher = "uWSGI"
	// Cron is a line of a crontab.
	Cron Launcher = "cron"
	// ShellScript is a script that nothing else starts, but whose name says that a person or a server does.
	ShellScript Launcher = "script"
)

// String returns the launcher's usual name.
func (l Launcher) String() string { return string(l) }

// ProcessKind is what a process does for a site.
type ProcessKind uint8

// The kinds of process.
const (
	// OtherProcess has nothing to do with Django as far as can be seen.
	OtherProcess ProcessKind = iota
	// Web answers requests.
	Web
	// Worker runs background tasks.
	Worker
	// Beat schedules background tasks.
	Beat
	// Command is a management command: Process.OneShot tells those that end from those that keep running.
	Command
	// ProxyProcess is nginx itself.
	ProxyProcess
)

// Phase is the part of a release in which a process runs.
type Phase uint8

// The phases.
const (
	// RunPhase: it serves, works or waits until it is stopped.
	RunPhase Phase = iota
	// BuildPhase: a RUN of a Dockerfile starts it, with the files and variables that the image has at that line.
	BuildPhase
	// ReleasePhase: it ends before what serves is started: heroku's release, an init container, the steps of an entrypoint.
	ReleasePhase
	// StopPhase: it is started to stop others.
	StopPhase
)

// A Word is one word of a command line.
type Word struct {
	// Text is the word as the program gets it.
	Text string
	// Known is false where the word holds a variable or a template's hole that is not known; Text then has the source text.
	Known bool
	// Span is the word's place, quotes included, in the file where it is written.
	Span source.Span
}

// WordOf returns a word of a shell's command line.
func WordOf(w shell.Word) Word { return Word{Text: w.Text, Known: w.Known, Span: w.Span} }

// WordsOf returns several words.
func WordsOf(list []shell.Word) []Word {
	var all []Word
	for _, w := range list {
		all = append(all, WordOf(w))
	}
	return all
}

// Source returns the word's place.
func (w Word) Source() source.Span { return w.Span }

// A Wrapper is a program that starts another one: a shell script of the repository, sh -c, env, nice.
type Wrapper struct {
	// Name is the program as written: "/srv/shop/run.sh", "env".
	Name Word
	// Script is set for a shell script that could be read.
	Script *Script
}

// A Script is a shell script as far as it concerns the process that it starts.
type Script struct {
	File *source.File
	// Inline is set for sh -c "…": the script's text stands inside another file.
	Inline bool
	// Executable reports the file's mode bit, where there is a file.
	Executable bool
	// Exec is True when the last command is exec'ed, so that signals reach the program.
	Exec value.Tri
	// Final is the last command.
	Final source.Span
	// StopsOnError is set by set -e (or bash -e), or when every step before the last is guarded with ||.
	StopsOnError bool
	// Unguarded is the first cd or source whose failure goes unnoticed; zero where there is none.
	Unguarded source.Span
	// UnquotedArgs are $@ and $* outside double quotes.
	UnquotedArgs []source.Span
	// Sources are the files that it reads with source or ".".
	Sources []Sourced
	// Commands are all simple commands in order, for rules about what a start-up script does.
	Commands []ScriptCommand
}

// A Sourced is a file that a script reads with source or ".".
type Sourced struct {
	Name Word
	// Server is the file's path on the server, "" when that is not known.
	Server string
	// Path is where the file lies or would lie in the repository, "" when that is outside or not known.
	Path string
	// Found reports whether the file is in the repository.
	Found bool
	// Virtualenv is set for a virtualenv's activate script.
	Virtualenv bool
	// Exports is set when set -a is on, so that plain assignments reach the process.
	Exports bool
	// Unexported are the assignments in the file that stay in the shell and do not reach the process.
	Unexported []EnvEntry
}

// A ScriptCommand is one simple command of a script.
type ScriptCommand struct {
	Words []Word
	Span  source.Span
	// Conditional is set inside if, case, loops and functions.
	Conditional bool
}

// Has reports whether a word of the command is the given one.
func (c ScriptCommand) Has(word string) bool {
	return slices.ContainsFunc(c.Words, func(w Word) bool { return w.Known && w.Text == word })
}

// A Server is the program that serves the application: gunicorn, uvicorn, uwsgi, daphne, waitress, runserver.
type Server struct {
	// Program is its lower-case name: "gunicorn".
	Program string
	// Name is the word of the command line that starts it.
	Name Word
	// Traits are what its program does whatever its options say.
	Traits Traits
	// Interface is how it calls the application, "" where that is not known.
	Interface Interface
	// Protocol is what it speaks on the addresses that do not say otherwise, "" where that is not known. See ProtocolOf.
	Protocol string
	// App is the application it serves, as written: "shop.wsgi:application".
	App Word
	// Config is the configuration file that was read, or nil.
	Config *source.File
	// Binds are the addresses it listens on, the default when nothing is said.
	Binds []Bind
	// Options are the settings under the program's own names (gunicorn's setting names), defaults included.
	Options Options
}

// Options are named values, such as a server's settings.
type Options struct {
	values map[string]value.Value
}

// NewOptions returns options with the given values, which it keeps.
func NewOptions(values map[string]value.Value) Options { return Options{values: values} }

// Get returns the value of an option; one that is not there is unknown with cause Absent.
func (o Options) Get(name string) value.Value {
	if v, ok := o.values[name]; ok {
		return v
	}
	return value.NotKnown(value.Absent, "it is not set")
}

// Given reports whether something other than the program's default gave the option, and returns its value.
func (o Options) Given(name string) (value.Value, bool) {
	v, ok := o.values[name]
	if !ok {
		return value.Value{}, false
	}
	return v, !v.Source().IsZero()
}

// A Bind is an address that a server listens on.
type Bind struct {
	// Host is the address or name; "" means all interfaces.
	Host string
	Port string
	// Unix is the socket's path; Host and Port are then empty.
	Unix string
	// Protocol is what is spoken there, "" where the server's own is.
	Protocol string
	// Known is false where a variable decides.
	Known bool
	// Default is set when nothing gave the address.
	Default bool
	// Span is its place, zero for the default.
	Span source.Span
}

// Source returns the place of the address.
func (b Bind) Source() source.Span { return b.Span }

// Public reports whether the address is reachable from other machines.
func (b Bind) Public() bool {
	return b.Known && b.Unix == "" && address.Wildcard(b.Host)
}

// String returns the address as gunicorn writes it.
func (b Bind) String() string {
	if b.Unix != "" {
		return "unix:" + b.Unix
	}
	return address.Join(b.Host, b.Port)
}

// A Celery is what is known of a celery process.
type Celery struct {
	// Command is "worker" or "beat".
	Command Word
	// App is the -A option's value, if given.
	App Word
	// AppAfterCommand is set when -A stands behind the sub-command, which celery 5 refuses.
	AppAfterCommand bool
	// Beat is set for worker -B.
	Beat Word
	// Schedule is beat's -s option, if given.
	Schedule Word
	// Scheduler is beat's -S option, if given.
	Scheduler Word
	// Options are all options given, by their long names without dashes.
	Options Options
}

// A Manage is a Django management command.
type Manage struct {
	// Command is its name: "runserver".
	Command Word
	// Args are the words behind it.
	Args []Word
}

// A Program is a supervisor program section with supervisor's own defaults.
type Program struct {
	// Kind is "program", "fcgi-program" or "eventlistener".
	Kind string
	// Name is what stands behind the colon.
	Name string
	// Section is the section in its file.
	Section *ini.Section
	// Config is the supervisor configuration that it belongs to.
	Config *SupervisorConfig
	// Options are the section's options, under supervisor's names, with its defaults.
	Options Options
}

// A SupervisorConfig is one supervisord's configuration: its main file, where that is in the repository, with all that
// it includes, or a fragment for conf.d.
type SupervisorConfig struct {
	// Tree is the main file or the fragment.
	Tree *ini.Tree
	// Included are the files that it includes.
	Included []*ini.Tree
	// Fragment is set when there is no [supervisord] section in it.
	Fragment bool
	// InFolder is set where the file is put into a folder such as conf.d, so that the main file of the distribution's package
	// includes it and sets what this one leaves out.
	InFolder bool
	// StartedBy is the container's process that starts this supervisord; nil where no container does.
	StartedBy *Process
	// Programs are the programs, in order.
	Programs []*Process

	// merged, refusals and unknown are answers that several sites ask for.
	merged   memo.Value[*ini.Tree]
	refusals memo.Value[[]ini.Refusal]
	unknown  memo.Value[[]UnknownOption]
}
