package program

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Program is one that serves a site or works for it.
type Program struct {
	// Name is the name on the PATH that starts it, and Commands are others that do.
	Name     string
	Commands []string
	// Modules are what python -m starts it by, beside a module that is called like it.
	Modules []string
	// Kind is what it does for the site. Where its words decide, KindOf tells.
	Kind   deploy.ProcessKind
	KindOf func(argv []shell.Word) (kind deploy.ProcessKind, development bool)
	// Traits are those of a server, and Interface tells what it speaks where options decide; nil where they do not.
	Traits    deploy.Traits
	Interface func(s *deploy.Server) deploy.Interface
	// Protocol tells what it speaks where options decide; nil where it is HTTP, or HTTPS with a certificate.
	Protocol func(s *deploy.Server) string
	// Variables are those that give options beside the command line, "GRANIAN_*" for one of each option.
	Variables []string
	// Read fills in what its command line says of a process; nil where nothing does.
	Read func(w *World, argv []shell.Word, p *deploy.Process)
}

// A World is what a program finds where it is started.
type World struct {
	// Lookup returns a variable: a str, or unknown, with cause Absent where it is certainly not set, and External where
	// something outside may set it.
	Lookup func(name string) value.Value
	// File returns the repository's file for a path of the server, or nil. Beside does for a file that certainly lies in the
	// working directory.
	File, Beside func(name string) *source.File
	// Eval evaluates a configuration that is Python, and returns the names that it leaves. Nil leaves such files unread.
	Eval func(f *source.File) map[string]value.Value
	// AssignsPort is set where a platform gives PORT, and may give WEB_CONCURRENCY.
	AssignsPort bool
	// Notify takes what could not be read.
	Notify func(level source.NotificationLevel, at source.Span, message string)

	// Give takes variables that the program sets for the application, which are stronger than its own.
	Give func(origin string, vars ...env.Var)
	// GiveFile takes an env file that the program reads for the application, which is weaker than its own variables.
	GiveFile func(name deploy.Word, d dotenv.Dialect)
	// Virtualenv takes the folder of the virtualenv that the program is told to use.
	Virtualenv func(dir shell.Word)
}

// Find returns the program that a name on the PATH starts.
func Find(name string) (Program, bool) {
	name = strings.TrimSuffix(name, ".exe")
	for _, p := range programs() {
		if p.Name == name || slices.Contains(p.Commands, name) {
			return p, true
		}
	}
	return Program{}, false
}

// Is reports whether a name starts a program that is known.
func Is(name string) bool {
	_, ok := Find(name)
	return ok
}

// OfModule returns the name of the program that python -m starts, and whether that is known.
func OfModule(module string) (string, bool) {
	for _, p := range programs() {
		if slices.Contains(p.Modules, module) {
			return p.Name, true
		}
	}
	name := strings.TrimSuffix(module, ".__main__")
	return name, Is(name)
}

// KindOf tells what a command is for whose wrappers are off, and whether it is meant for development only.
func KindOf(argv []shell.Word) (kind deploy.ProcessKind, development bool) {
	if len(argv) == 0 {
		return deploy.OtherProcess, false
	}
	p, _ := Find(argv[0].Base())
	if p.KindOf != nil {
		return p.KindOf(argv)
	}
	return p.Kind, p.Traits.Development
}

// Read fills in what a command line says of a process, as its program reads it.
func Read(w *World, argv []shell.Word, p *deploy.Process) {
	found, _ := Find(argv[0].Base())
	if found.Read != nil {
		found.Read(w, argv, p)
	}
	if p.Server == nil {
		return
	}
	if p.Manage == nil {
		found.describe(p.Server)
	}
	if p.Server.Name.Span.IsZero() {
		p.Server.Name = deploy.WordOf(argv[0])
	}
}

// describe says of a server what its program is like.
func (p Program) describe(s *deploy.Server) {
	s.Traits, s.Interface = p.Traits, p.Traits.Interface
	if p.Interface != nil {
		s.Interface = p.Interface(s)
	}
	if p.Protocol != nil {
		s.Protocol = p.Protocol(s)
	} else {
		s.Protocol = webProtocol(s)
	}
}

// webProtocol returns what a server speaks that knows HTTP alone: HTTPS where an option gives it a certificate.
func webProtocol(s *deploy.Server) string {
	if s.Program == "runsslserver" {
		return "https"
	}
	for _, option := range []string{"certfile", "ssl_certfile", "ssl-certfile", "ssl_certificate", "ssl-certificate", "cert", "https", "https-port"} {
		v, given := s.Options.Given(option)
		switch {
		case !given || v.Known() && v.Truth() == value.False:
		case v.Known():
			return "https"
		default:
			return ""
		}
	}
	return "http"
}

// serves makes a reader of a function that reads a server.
func serves(read func(w *World, args []shell.Word) *deploy.Server) func(*World, []shell.Word, *deploy.Process) {
	return func(w *World, argv []shell.Word, p *deploy.Process) { p.Server = read(w, argv[1:]) }
}

// hasWord tells a command with one of the given words, which is of a kind, from a program's other commands.
func hasWord(kind deploy.ProcessKind, words ...string) func([]shell.Word) (deploy.ProcessKind, bool) {
	return func(argv []shell.Word) (deploy.ProcessKind, bool) {
		if slices.ContainsFunc(argv[1:], func(w shell.Word) bool { return slices.Contains(words, w.Text) }) {
			return kind, false
		}
		return deploy.OtherProcess, false
	}
}

// programs is the table of all programs.
func programs() []Program {
	return []Program{
		gunicorn("gunicorn", "gunicorn3", "gunicorn-3"),
		gunicorn("gunicorn_django"),
		gunicorn("gunicorn_paster"),
		uvicorn(),
		hypercorn(),
		daphne(),
		granian(),
		waitress(),
		uwsgi(),
		modWSGI(),
		modWSGIExpress(),
		chaussette(),
		celery(),
		django("manage.py", "manage"),
		django("django-admin", "django-admin.py"),
		{Name: "flask", Kind: deploy.Web, Traits: deploy.Traits{Development: true}},
		{Name: "nginx", Kind: deploy.ProxyProcess},
		{Name: "hupper"},
		{Name: "rq", KindOf: hasWord(deploy.Worker, "worker", "worker-pool")},
		{Name: "rqworker", Kind: deploy.Worker},
		{Name: "rqscheduler", Kind: deploy.Beat},
		{Name: "dramatiq", Kind: deploy.Worker},
		{Name: "periodiq", Kind: deploy.Beat},
		{Name: "huey_consumer", Commands: []string{"huey_consumer.py"}, Modules: []string{"huey.bin.huey_consumer"}, Kind: deploy.Worker},
		{Name: "arq", Kind: deploy.Worker},
		{Name: "procrastinate", KindOf: hasWord(deploy.Worker, "worker")},
	}
}
