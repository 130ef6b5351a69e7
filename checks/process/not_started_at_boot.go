package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// notStartedAtBoot reports a process of the site that somebody has to start by hand each time the machine comes up.
//
// # Why it matters
//
// Machines restart: after a kernel update, after a power cut, when the provider moves them. What is not started by itself then
// stays down until somebody notices.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	autostart=false
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// and for systemd:
//
//	[Install]
//	WantedBy=multi-user.target
//
// # When it stays silent
//
// For a service of systemd that a socket starts, for a template unit, and for commands that do their work and end. A worker or
// a scheduler that is not started is a note, since a deployment may start it with a purpose.
func notStartedAtBoot() lint.Rule {
	return lint.Rule{
		ID:      "DPL431",
		Name:    "not-started-at-boot",
		Summary: "A process of the site does not start with the machine",
		Help:    "Remove autostart=false, or add WantedBy=multi-user.target and enable the unit",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "systemd"},
		Links: []string{
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#%5BInstall%5D%20Section%20Options",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkNotStartedAtBoot),
	}
}

func checkNotStartedAtBoot(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !servesOn(p) || p.Restart.AtBoot != value.False || p.Container {
		return nil
	}
	var r lint.Result
	switch p.Launcher {
	case deploy.Supervisor:
		r = lint.Fail(p.Restart.Boot, "supervisor does not start this process: after a reboot it stays down until somebody starts it").
			Fix("remove the line, or write autostart=true")
	case deploy.Systemd:
		if startedByOther(p) {
			return nil
		}
		r = lint.Fail(p.Declared, "this unit cannot be enabled, for it has no [Install] section with WantedBy: after a reboot it stays down until somebody starts it").
			Fix("add [Install] with WantedBy=multi-user.target, and run systemctl enable")
	default:
		return nil
	}
	if p.Kind != deploy.Web {
		r = r.At(lint.Note)
	}
	return r.About(about(p, "boot"))
}

// startedByOther reports whether something else than systemctl enable starts a unit: its socket, or somebody who fills in its
// template's name.
func startedByOther(p *deploy.Process) bool {
	if strings.Contains(path.Base(p.Declared.Path()), "@") {
		return true
	}
	if p.Server == nil {
		return false
	}
	for _, b := range p.Server.Binds {
		if !b.Span.IsZero() && strings.HasSuffix(b.Span.Path(), ".socket") || !b.Known && !b.Default {
			return true
		}
	}
	return false
}
