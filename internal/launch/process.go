package launch

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// programOf returns the name under which a program is read, "" for one that is not known.
func programOf(name string) string {
	name = strings.TrimSuffix(name, ".exe")
	switch name {
	case "gunicorn", "gunicorn_django", "gunicorn_paster", "uvicorn", "daphne", "hypercorn", "granian", "waitress-serve",
		"celery", "celeryd", "celerybeat", "dramatiq", "periodiq", "procrastinate", "nginx", "django-admin", "flask", "arq",
		"hupper", "mod_wsgi", "mod_wsgi-express", "chaussette":
		return name
	case "gunicorn3", "gunicorn-3":
		return "gunicorn"
	case "uwsgi", "uwsgi-core", "uwsgi_python3", "uwsgi_python", "pyuwsgi":
		return "uwsgi"
	case "rq", "rqworker", "rqscheduler":
		return "rq"
	case "huey_consumer", "huey_consumer.py":
		return "huey_consumer"
	case "django-admin.py":
		return "django-admin"
	case "manage.py", "manage":
		return "manage.py"
	}
	return ""
}

// kindOf tells what a command without wrappers is for, and whether it is meant for development only.
func kindOf(argv []shell.Word) (kind deploy.ProcessKind, development bool) {
	if len(argv) == 0 {
		return deploy.OtherProcess, false
	}
	switch programOf(base(argv[0])) {
	case "gunicorn", "gunicorn_django", "gunicorn_paster", "uvicorn", "daphne", "hypercorn", "granian", "waitress-serve",
		"uwsgi", "mod_wsgi", "mod_wsgi-express", "chaussette":
		return deploy.Web, false
	case "flask":
		return deploy.Web, true
	case "nginx":
		return deploy.ProxyProcess, false
	case "celery", "celeryd", "celerybeat":
		return celeryKind(argv), false
	case "dramatiq", "huey_consumer", "arq":
		return deploy.Worker, false
	case "periodiq":
		return deploy.Beat, false
	case "procrastinate":
		if slices.ContainsFunc(argv[1:], func(w shell.Word) bool { return w.Text == "worker" }) {
			return deploy.Worker, false
		}
		return deploy.OtherProcess, false
	case "rq":
		return rqKind(argv), false
	case "manage.py", "django-admin":
		return manageKind(argv)
	}
	return deploy.OtherProcess, false
}

// rqKind tells rq's worker and scheduler from its other commands.
func rqKind(argv []shell.Word) deploy.ProcessKind {
	switch base(argv[0]) {
	case "rqworker":
		return deploy.Worker
	case "rqscheduler":
		return deploy.Beat
	}
	for _, w := range argv[1:] {
		if w.Text == "worker" || w.Text == "worker-pool" {
			return deploy.Worker
		}
	}
	return deploy.OtherProcess
}

// manageKind tells what a management command does.
func manageKind(argv []shell.Word) (kind deploy.ProcessKind, development bool) {
	if len(argv) < 2 || !argv[1].Known {
		return deploy.Command, false
	}
	switch argv[1].Text {
	case "runserver", "runserver_plus", "runsslserver", "testserver", "runserver_socketio":
		return deploy.Web, true
	case "run_gunicorn", "runmodwsgi", "runuwsgi", "runfcgi", "runcpserver":
		return deploy.Web, false
	case "celeryd", "rqworker", "rqworker-pool", "qcluster", "run_huey", "djangohuey", "rundramatiq", "runworker", "process_tasks",
		"runworkers", "db_worker":
		return deploy.Worker, false
	case "procrastinate":
		if len(argv) > 2 && argv[2].Text != "worker" {
			return deploy.Command, false // schema, shell, healthchecks
		}
		return deploy.Worker, false
	case "celerybeat", "rqscheduler":
		return deploy.Beat, false
	case "celery":
		return celeryKind(argv[1:]), false
	}
	return deploy.Command, false
}

// process makes the model's process of a command whose wrappers are off.
func (r *reader) process(c *command) *deploy.Process {
	p := &deploy.Process{
		Name: c.name, Key: c.key, Launcher: c.launcher, Declared: c.declared, Role: c.role, Container: c.container,
		Program: c.program, Mounts: c.mounts, Place: c.place,
	}
	if p.Place == nil {
		p.Place = r.placeOf(c)
	}
	p.Directory, p.User = orNone(c.directory), orNone(c.user)
	c.life.give(p)
	p.Wrappers = c.wrappers
	var development bool
	p.Kind, development = kindOf(c.argv)
	p.SettingsModule = value.NotKnown(value.Absent, "nothing names a settings module")
	if len(c.argv) > 0 {
		c.noteVirtualenv(c.argv[0])
		r.program(c, p)
	}
	if c.served != nil {
		p.Server = c.served
	}
	c.inherit(p)
	p.OneShot = c.oneShot || p.Manage != nil && p.Kind == deploy.Command && ends(p.Manage.Command.Text)
	p.EnvFiles, p.AbsentEnvFiles = c.envFiles, c.absent
	p.Argv = words(c.argv)
	p.Virtualenv = word(c.virtualenv)
	p.Environment = c.environment()
	if !p.SettingsModule.Known() && p.SettingsModule.Cause == value.Absent {
		p.SettingsModule = r.settingsModule(c)
	}
	if development && c.doubtful {
		p.Role = "dev"
	}
	return p
}

// inherit gives a server the sockets that its launcher listens on, where it takes them. Those are then all that it has.
func (c *command) inherit(p *deploy.Process) {
	if p.Server == nil {
		return
	}
	p.Logs = append(slices.Clip(p.Logs), serverLogs(p.Server)...)
	if len(c.sockets) == 0 {
		return
	}
	takes := c.activated && (p.Server.IsGunicorn() || p.Server.Program == "uwsgi" && len(p.Server.Binds) == 0)
	for _, name := range []string{"fd", "file_descriptor", "endpoint"} {
		_, given := p.Server.Options.Given(name)
		takes = takes || given
	}
	if takes || slices.ContainsFunc(p.Server.Binds, func(b deploy.Bind) bool { return !b.Known && strings.HasPrefix(b.Span.Text(), "fd://") }) {
		if !c.perhaps {
			p.Server.Binds = nil
		}
		p.Server.Binds = append(slices.Clip(p.Server.Binds), c.sockets...)
	}
}

// settingsModule returns the settings module that the environment names.
func (r *reader) settingsModule(c *command) value.Value {
	switch a := c.environment().Lookup("DJANGO_SETTINGS_MODULE"); a.State {
	case env.Supplied:
		return r.lookup(&command{layers: c.layers}, "DJANGO_SETTINGS_MODULE")
	default:
		return value.NotKnown(value.Absent, "nothing names a settings module")
	}
}

// orNone returns None for a value that nothing sets.
func orNone(v value.Value) value.Value {
	if !v.Known() && (v.Cause == value.Absent || v.Cause == value.Unread && v.Reason == "") {
		return value.OfNone()
	}
	return v
}

// program reads the command line as the program does.
func (r *reader) program(c *command, p *deploy.Process) {
	name, args := c.argv[0], c.argv[1:]
	switch program := programOf(base(name)); program {
	case "gunicorn", "gunicorn_paster":
		p.Server = r.gunicorn(c, program, args)
	case "gunicorn_django":
		p.Server = r.gunicorn(c, program, args)
	case "uvicorn":
		p.Server = r.uvicorn(c, args)
	case "hypercorn":
		p.Server = r.hypercorn(c, args)
	case "daphne":
		p.Server = daphne(args)
	case "granian":
		p.Server = r.granian(c, args)
	case "waitress-serve":
		p.Server = waitress(args)
	case "uwsgi":
		p.Server = r.uwsgi(c, args)
	case "celery", "celeryd", "celerybeat":
		p.Celery = readCelery(name, args)
		r.celeryApp(c, p.Celery)
	case "manage.py", "django-admin":
		r.manage(c, p)
	}
	if p.Server != nil && p.Server.Name.Span.IsZero() {
		p.Server.Name = word(name)
	}
}

// ends reports whether a management command is one of those that do their work and end. One of the project's own may
// keep running.
func ends(command string) bool {
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

// manage reads a management command.
func (r *reader) manage(c *command, p *deploy.Process) {
	if len(c.argv) < 2 {
		return
	}
	p.Manage = &deploy.Manage{Command: word(c.argv[1]), Args: words(c.argv[2:])}
	parsed := parseFlags(c.argv[2:], []flag{{names: "--settings", dest: "settings"}, {names: "--pythonpath", dest: "pythonpath"}}, style{prefixes: true})
	if v, ok := parsed.values["settings"]; ok {
		p.SettingsModule = v
	}
	switch p.Manage.Command.Text {
	case "runserver", "runserver_plus", "runsslserver", "testserver", "runserver_socketio":
		p.Server = runserver(p.Manage.Command.Text, c.argv[2:])
		p.Server.Name = p.Manage.Command
	case "run_gunicorn":
		p.Server = r.gunicorn(c, "run_gunicorn", c.argv[2:])
		p.Server.Name = p.Manage.Command
	case "celery", "celeryd", "celerybeat":
		p.Celery = readCelery(c.argv[1], c.argv[2:])
	}
}

// runserver reads Django's own server and its relatives (django.core.management.commands.runserver).
func runserver(program string, args []shell.Word) *deploy.Server {
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
		bind = parseBind(valueOf(w), w.Text, "8000")
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
