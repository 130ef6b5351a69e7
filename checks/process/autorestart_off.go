package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// autorestartOff reports a web, worker or beat process that supervisor does not start again when it ends.
//
// # Why it matters
//
// To start a program again when it crashes is what supervisor is there for. With autorestart off, one crash, one kill for
// want of memory or one lost connection to the broker leaves the site or its tasks down until somebody notices.
//
// # Example
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	autorestart=false
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	autorestart=true
//
// # When it stays silent
//
// For programs that are no long-running part of the site, such as one that migrates the database and ends. For
// autorestart=unexpected, the default: a crash is unexpected.
func autorestartOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL408",
		Name:    "autorestart-off",
		Summary: "Supervisor does not restart a process of the site",
		Help:    "Set autorestart=true",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkAutorestartOff),
	}
}

func checkAutorestartOff(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || !servesOn(p) {
		return nil
	}
	at := p.Program.Place("autorestart")
	if p.Program.Flag("autorestart") != value.False {
		return lint.Pass(at, "supervisor restarts the process after a crash").About(about(p, "autorestart"))
	}
	return lint.Fail(at, "when this process ends, for whatever reason, it stays down until somebody starts it by hand").
		About(about(p, "autorestart")).
		Fix("autorestart=true")
}
