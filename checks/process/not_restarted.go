package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// notRestarted reports a process of the site that systemd or docker compose leave dead when it ends.
//
// # Why it matters
//
// systemd starts nothing again unless Restart= says so, and docker compose nothing without restart:. A worker that runs
// out of memory once, or a database that was not up yet when the site started, and the process is gone until somebody looks.
// Containers without restart: stay down after a reboot of the host as well.
//
// # Example
//
//	[Service]
//	ExecStart=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # Use instead
//
//	[Service]
//	ExecStart=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	Restart=on-failure
//
// # When it stays silent
//
// For commands that do their work and end, where a variable decides, and for services that mount the repository's own folder, as
// developers do. In a compose file that nothing marks as production's it
// is a note. For supervisor, which restarts by itself, see autorestart-off.
func notRestarted() lint.Rule {
	return lint.Rule{
		ID:      "DPL432",
		Name:    "not-restarted",
		Summary: "A process of the site stays down when it ends",
		Help:    "Write Restart=on-failure for systemd, restart: unless-stopped for docker compose",
		Level:   lint.Warning,
		Tags:    []string{"availability", "systemd", "compose"},
		Links: []string{
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart=",
			"https://docs.docker.com/reference/compose-file/services/#restart",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkNotRestarted),
	}
}

func checkNotRestarted(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !servesOn(p) || p.Restart.Policy == deploy.RestartUnknown {
		return nil
	}
	var fix string
	switch p.Launcher {
	case deploy.Systemd:
		fix = "Restart=on-failure"
	case deploy.Compose:
		if p.MountsSource() {
			return nil
		}
		fix = "restart: unless-stopped"
	default:
		return nil
	}
	place := lint.Placed(p.Declared)
	if p.Restart.Option.Given() {
		place = p.Restart.Option
	}
	subject := about(p, "restart")
	if p.Launcher == deploy.Compose && p.Restart.Policy == deploy.RestartOnFailure {
		return noteOutsideProduction(p, lint.Fail(place, "docker starts %s again when it fails, and not after a reboot of the host or a restart of docker: then it stays down", p.Name)).
			About(subject).Fix("%s", fix)
	}
	if p.Restart.Policy != deploy.RestartNever {
		return lint.Pass(place, "%s starts the process again %s", p.Launcher, p.Restart.Policy).About(subject)
	}
	r := lint.Fail(place, "%s does not start %s again: after a crash it stays down", p.Launcher, p.Name)
	if p.Launcher == deploy.Compose {
		r = noteOutsideProduction(p, lint.Fail(place, "nothing starts %s again: after a crash or a reboot of the host it stays down", p.Name))
	}
	return r.About(subject).Fix("%s", fix)
}

// noteOutsideProduction makes a note of what is said of a file that nothing calls production's: who starts it may look after it.
func noteOutsideProduction(p *deploy.Process, r lint.Result) lint.Result {
	if !namesProduction(p.Declared.Path()) {
		return r.At(lint.Note)
	}
	return r
}

// namesProduction reports whether the name of a file says that it is production's, and not what developers start as well.
func namesProduction(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "prod") || strings.Contains(name, "deploy") || strings.Contains(name, "live") || strings.Contains(name, "stack")
}
