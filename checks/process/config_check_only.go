package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// configCheckOnly reports a gunicorn that looks at its configuration and ends.
//
// # Why it matters
//
// --check-config and --print-config are for people: gunicorn says what it would do, and does not do it. Left in a launcher from a
// search for a mistake, the process ends at once with status 0, and no request is ever answered.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn --check-config shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn shop.wsgi
//
// # When it stays silent
//
// For a check in front of the start, as in ExecStartPre.
func configCheckOnly() lint.Rule {
	return lint.Rule{
		ID:      "DPL447",
		Name:    "config-check-only",
		Summary: "gunicorn checks its configuration and ends",
		Help:    "Remove the option from the launcher",
		Level:   lint.Error,
		Tags:    []string{"availability", "gunicorn"},
		Links:   []string{"https://docs.gunicorn.org/en/stable/settings.html#check-config"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkConfigCheckOnly),
	}
}

func checkConfigCheckOnly(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() || p.Launcher == deploy.ShellScript {
		return nil
	}
	for _, name := range []string{"check_config", "print_config"} {
		if v, given := p.Server.Options.Given(name); given && v.Truth() == value.True {
			return lint.Fail(v, "gunicorn looks at its configuration and ends: nothing is served").
				About(about(p, "gunicorn."+name)).Fix("remove the option")
		}
	}
	return nil
}
