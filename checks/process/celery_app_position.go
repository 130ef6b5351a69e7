package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// celeryAppPosition reports a celery command whose -A or --app stands behind the sub-command.
//
// # Why it matters
//
// Since version 5 celery takes the options that are for all of its commands, the application above all, only before the
// sub-command. A command written for celery 4 ends at once with a usage message, and supervisor gives up on it: no task
// runs at all.
//
// # Example
//
//	command=/srv/shop/venv/bin/celery worker --app shop
//
// # Use instead
//
//	command=/srv/shop/venv/bin/celery --app shop worker
//
// # When it stays silent
//
// When the requirements pin a celery before version 5. Where the version is not known the finding is a warning.
func celeryAppPosition() lint.Rule {
	return lint.Rule{
		ID:      "DPL418",
		Name:    "celery-app-position",
		Summary: "celery does not take --app behind the sub-command",
		Help:    "Write --app before the sub-command: celery --app PROJECT worker",
		Level:   lint.Error,
		Tags:    []string{"availability", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/history/whatsnew-5.0.html#step-1-adjust-your-command-line-invocation",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkCeleryAppPosition),
	}
}

func checkCeleryAppPosition(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Celery == nil || !p.Celery.AppAfterCommand {
		return nil
	}
	v, known := site.PackageVersion("celery")
	if known && v.Before(5, 0) {
		return nil
	}
	r := lint.Fail(p.Celery.App, "celery takes --app only before the sub-command since version 5: this process ends at once with a usage message").
		About(about(p, "celery.app")).
		Fix("celery --app %s %s", p.Celery.App.Text, p.Celery.Command.Text)
	if _, listed := site.Version("celery"); !known && !listed {
		r = r.At(lint.Warning)
	}
	return r
}
