package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// runsAsRoot reports a process of the site that runs as root.
//
// # Why it matters
//
// Whoever finds a way to run code in the application, through a template, a pickle or an upload, is root on the machine
// then: every site on it, the database's files and the TLS keys are theirs. A celery worker as root refuses to take
// pickled tasks for the same reason.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	user=root
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	user=shop
//
// # When it stays silent
//
// When the program itself changes to another account, as gunicorn does with --user. In a container, a program without a
// user; one that is explicitly root there is a warning. Where neither the program nor supervisord has a user, it depends
// on who starts supervisord: on Debian and its kin that is root, so it is a note.
func runsAsRoot() lint.Rule {
	return lint.Rule{
		ID:      "DPL409",
		Name:    "runs-as-root",
		Summary: "A process of the site runs as root",
		Help:    "Give the program a user of its own that owns nothing but what the site writes",
		Level:   lint.Error,
		Tags:    []string{"security", "supervisor", "cwe-250"},
		Links: []string{
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://docs.celeryq.dev/en/stable/userguide/daemonizing.html#running-the-worker-with-superuser-privileges-root",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkRunsAsRoot),
	}
}

func checkRunsAsRoot(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !runsCode(p) || changesUser(p) {
		return nil
	}
	r, ok := rootUser(p)
	if !ok {
		return nil
	}
	fix := ownUser(p.Launcher)
	if r.Span.File != p.Declared.File {
		fix = "name a user of the site's own here in place of root, such as www-data" // a wrapper's line, not the launcher's
	}
	return r.About(about(p, "user")).Fix("%s", fix)
}

// runsCode reports whether the process runs the site's own code.
func runsCode(p *deploy.Process) bool {
	switch p.Kind {
	case deploy.Web, deploy.Worker, deploy.Beat, deploy.Command:
		return true
	default:
		return false
	}
}

// changesUser reports whether the program itself gives up root, or may do so.
func changesUser(p *deploy.Process) bool {
	v, given := userOption(p)
	return given && !isRoot(v.Payload())
}

// rootOption returns the option by which the program itself asks for root, where nothing has given root up before.
func rootOption(p *deploy.Process) (value.Value, bool) {
	v, given := userOption(p)
	user, known := p.User.Text()
	return v, given && isRoot(v.Payload()) && (!known || isRoot(user))
}

// userOption returns the account that the program is told to run under by an option of its own.
func userOption(p *deploy.Process) (value.Value, bool) {
	var options []deploy.Options
	if p.Server != nil {
		options = append(options, p.Server.Options)
	}
	if p.Celery != nil {
		options = append(options, p.Celery.Options)
	}
	for _, o := range options {
		for _, name := range []string{"user", "uid"} {
			if v, given := o.Given(name); given {
				return v, true
			}
		}
	}
	return value.Value{}, false
}

func rootUser(p *deploy.Process) (lint.Result, bool) {
	level, message := lint.Error, "this process runs the site's code as root: a hole in the site is a hole in the whole machine"
	if p.Container {
		level, message = lint.Warning, "this process runs the site's code as root: a hole in the site opens the whole container, and one wall less stands before the host"
	}
	if given, ok := rootOption(p); ok {
		return lint.Fail(given, "%s", message).At(level).With(p.Declared, "%s", p.Name), true
	}
	if user, known := p.User.Text(); known {
		if !isRoot(user) {
			return lint.Result{}, false
		}
		if at := p.User.Span(); !at.IsZero() {
			return lint.Fail(at, "%s", message).At(level).With(p.Declared, "%s", p.Name), true
		}
		return lint.Fail(p.Declared, "%s", message).At(level), true
	}
	if p.Program == nil || p.Container {
		return lint.Result{}, false
	}
	if _, given := p.Program.Options.Given("user"); given || p.User.Known() && p.User.Payload() != "" {
		return lint.Result{}, false
	}
	daemon := p.Program.Config.Get("supervisord", "user")
	if user, known := daemon.Text(); known {
		if isRoot(user) {
			return lint.Fail(p.Declared, "no user is set here and supervisord runs as root: a hole in the site is a hole in the whole machine").
				With(daemon, "supervisord keeps root here"), true
		}
		return lint.Result{}, false
	}
	if !daemon.Source().IsZero() {
		return lint.Result{}, false
	}
	return lint.Fail(p.Declared, "no user is set: under a supervisord that root starts, as packages do, this process runs the site's code as root").
		At(lint.Note), true
}

// ownUser says how a launcher gives a process an account of its own.
func ownUser(l deploy.Launcher) string {
	switch l {
	case deploy.Supervisor:
		return "user=www-data, or better a user of the site's own"
	case deploy.Systemd:
		return "User=www-data, or better a user of the site's own"
	case deploy.Dockerfile:
		return "create a user in the image and end with USER and its name"
	default:
		return "run it under a user of the site's own"
	}
}

func isRoot(user string) bool { return user == "root" || user == "0" }
