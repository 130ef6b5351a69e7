package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// leavesForeground reports a process that goes into the background under a launcher that has to watch it.
//
// # Why it matters
//
// Supervisor and Docker watch the process that they start. A server that turns itself into a daemon ends that process at once:
// supervisor takes it for a crash, starts the next one, which finds the port taken, and gives up with FATAL while a server
// that nobody controls goes on; a container simply ends, with everything in it.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --daemon --workers 3 shop.wsgi
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// Under systemd, which follows a daemon where Type=forking tells it to, in scripts that a person runs, and where a variable
// decides.
func leavesForeground() lint.Rule {
	return lint.Rule{
		ID:      "DPL434",
		Name:    "leaves-foreground",
		Summary: "A watched process goes into the background",
		Help:    "Remove the option that makes a daemon of the process",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor", "docker", "gunicorn", "uwsgi", "celery"},
		Links: []string{
			"https://supervisord.org/subprocess.html#nondaemonizing-of-subprocesses",
			"https://docs.gunicorn.org/en/stable/settings.html#daemon",
			"https://docs.celeryq.dev/en/stable/userguide/daemonizing.html",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkLeavesForeground),
	}
}

func checkLeavesForeground(p *deploy.Process, _ *deploy.Site) lint.Answer {
	var end string
	switch p.Launcher {
	case deploy.Supervisor:
		end = "supervisor takes that for a crash and starts it again and again, while the first one holds the port"
	case deploy.Dockerfile, deploy.Compose, deploy.Kubernetes:
		end = "the container ends at once"
	default:
		return nil
	}
	at, ok := daemonises(p)
	if !ok {
		return nil
	}
	return lint.Fail(at, "this makes the process a daemon: %s", end).About(about(p, "daemon")).
		Fix("remove it: the process has to stay in the foreground")
}

// daemonises returns what sends the process into the background.
func daemonises(p *deploy.Process) (source.Span, bool) {
	switch {
	case p.Server != nil && p.Server.IsGunicorn():
		return switchedOn(p.Server.Options, "daemon")
	case p.Server != nil && p.Server.Program == "uwsgi":
		for _, name := range []string{"daemonize", "daemonize2"} {
			if v, given := p.Server.Options.Given(name); given && v.Truth() != value.False {
				return v.Span(), true
			}
		}
	case p.Server != nil && p.Server.Program == "hypercorn":
		return switchedOn(p.Server.Options, "daemon")
	case p.Celery != nil:
		if p.Celery.Command.Text == "multi" {
			return p.Celery.Command.Span, true
		}
		for _, name := range []string{"detach", "D"} {
			if at, ok := switchedOn(p.Celery.Options, name); ok {
				return at, true
			}
		}
	}
	return source.Span{}, false
}

func switchedOn(o deploy.Options, name string) (source.Span, bool) {
	v, given := o.Given(name)
	return v.Span(), given && v.Truth() == value.True
}
