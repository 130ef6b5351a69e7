package program

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// A managed command is one of manage.py's that keeps running.
type managed struct {
	names []string
	kind  deploy.ProcessKind
	// kindOf tells the kind where the words behind the command decide; they begin with its name.
	kindOf func(argv []shell.Word) (deploy.ProcessKind, bool)
	// traits are those of a server, and read fills in what its words say; they begin with its name too.
	traits deploy.Traits
	read   func(w *World, argv []shell.Word, p *deploy.Process)
}

// managedCommands is the table of management commands that serve or work.
func managedCommands() []managed {
	return []managed{
		{
			names: []string{"runserver", "runserver_plus", "runsslserver", "testserver", "runserver_socketio"}, kind: deploy.Web,
			traits: deploy.Traits{Development: true, Trust: deploy.Trust{Peers: deploy.Nobody, Sockets: value.False}},
			read: func(_ *World, argv []shell.Word, p *deploy.Process) {
				p.Server = readRunserver(argv[0].Text, argv[1:])
			},
		},
		{
			names: []string{"run_gunicorn"}, kind: deploy.Web, traits: gunicornTraits(),
			read: func(w *World, argv []shell.Word, p *deploy.Process) {
				p.Server = w.readGunicorn("run_gunicorn", argv[1:])
			},
		},
		{names: []string{"runmodwsgi", "runuwsgi", "runfcgi", "runcpserver"}, kind: deploy.Web},
		{names: []string{
			"rqworker", "rqworker-pool", "qcluster", "run_huey", "djangohuey", "rundramatiq", "runworker", "process_tasks", "runworkers",
			"db_worker",
		}, kind: deploy.Worker},
		{names: []string{"rqscheduler"}, kind: deploy.Beat},
		{names: []string{"procrastinate"}, kindOf: func(argv []shell.Word) (deploy.ProcessKind, bool) {
			if len(argv) > 1 && argv[1].Text != "worker" {
				return deploy.Command, false // schema, shell, healthchecks
			}
			return deploy.Worker, false
		}},
		{
			names: []string{"celery", "celeryd", "celerybeat"}, kindOf: celery().KindOf,
			read: func(_ *World, argv []shell.Word, p *deploy.Process) { p.Celery = readCelery(argv[0], argv[1:]) },
		},
	}
}

// managedBy returns what manage.py runs; argv begins with manage.py.
func managedBy(argv []shell.Word) managed {
	if len(argv) > 1 {
		for _, m := range managedCommands() {
			if slices.Contains(m.names, argv[1].Text) {
				return m
			}
		}
	}
	return managed{kind: deploy.Command}
}

// django is manage.py, or django-admin.
func django(name string, aliases ...string) Program {
	p := Program{Name: name, Commands: aliases, KindOf: manageKind, Read: readManage}
	if name == "django-admin" {
		p.Modules = []string{"django"}
	}
	return p
}

// manageKind tells what a management command does.
func manageKind(argv []shell.Word) (kind deploy.ProcessKind, development bool) {
	if len(argv) < 2 || !argv[1].Known {
		return deploy.Command, false
	}
	m := managedBy(argv)
	if m.kindOf != nil {
		return m.kindOf(argv[1:])
	}
	return m.kind, m.traits.Development
}

// readManage reads a management command.
func readManage(w *World, argv []shell.Word, p *deploy.Process) {
	if len(argv) < 2 {
		return
	}
	p.Manage = &deploy.Manage{Command: deploy.WordOf(argv[1]), Args: deploy.WordsOf(argv[2:])}
	parsed := parseFlags(argv[2:], []flag{{names: "--settings", dest: "settings"}, {names: "--pythonpath", dest: "pythonpath"}}, style{prefixes: true})
	if v, ok := parsed.values["settings"]; ok {
		p.SettingsModule = v
	}
	m := managedBy(argv)
	if m.read == nil {
		return
	}
	m.read(w, argv[1:], p)
	if p.Server != nil {
		p.Server.Name = p.Manage.Command
		Program{Traits: m.traits}.describe(p.Server)
		if p.Server.IsGunicorn() {
			p.Server.Interface = gunicornInterface(p.Server)
		}
	}
}

// Ends reports whether a management command is one of those that do their work and end. One of the project's own may
// keep running.
func Ends(command string) bool {
	switch command {
	case "check", "test", "migrate", "collectstatic", "makemigrations", "createsuperuser", "loaddata", "dumpdata", "flush",
		"compilemessages", "makemessages", "createcachetable", "clearsessions", "shell", "shell_plus", "dbshell", "sqlmigrate",
		"sqlflush", "showmigrations", "squashmigrations", "optimizemigration", "diffsettings", "inspectdb", "sendtestemail",
		"syncdb", "compress", "rebuild_index", "update_index", "compilescss", "migrate_schemas", "remove_stale_contenttypes",
		"wait_for_db", "init_db", "initdb", "createinitialrevisions", "thumbnail", "help", "version":
		return true
	}
	return false
}

// readRunserver reads Django's own server and its relatives (django.core.management.commands.runserver).
func readRunserver(program string, args []shell.Word) *deploy.Server {
	parsed := parseFlags(args, []flag{
		{"--noreload", "reload", isOff},
		{"--nothreading", "threaded", isOff},
		{"--insecure", "insecure", isOn},
		{"--nostatic", "use_static_handler", isOff},
		{"-6 --ipv6", "use_ipv6", isOn},
		{"--settings", "settings", takesText},
		{"--pythonpath", "pythonpath", takesText},
		{"-v --verbosity", "verbosity", takesText},
		{"--cert --cert-file --key-file --certificate", "cert", takesText},
	}, style{prefixes: true})
	parsed.fallback("reload", value.OfBool(true))
	s := &deploy.Server{Program: program, Options: deploy.NewOptions(parsed.values)}
	bind := deploy.Bind{Host: "127.0.0.1", Port: "8000", Known: true, Default: true}
	for _, w := range parsed.positionals {
		bind = ParseBind(w.Given(), w.Text, "8000")
		if !strings.Contains(w.Text, ":") {
			bind.Host, bind.Port = "127.0.0.1", bind.Host
		}
		if bind.Host == "0" {
			bind.Host = "0.0.0.0"
		}
	}
	s.Binds = []deploy.Bind{bind}
	return s
}
