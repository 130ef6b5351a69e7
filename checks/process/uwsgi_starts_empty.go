package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uwsgiStartsEmpty reports a uWSGI that comes up even when the application does not.
//
// # Why it matters
//
// When Django does not import, uWSGI prints the traceback and goes on "in dynamic mode": it takes requests and answers each with
// Internal Server Error. To supervisor, systemd and Docker all is well, a rolling deployment replaces the last good process
// by a broken one, and a database that was not ready at boot means a broken site until somebody restarts it.
//
// # Example
//
//	[uwsgi]
//	module = shop.wsgi
//
// # Use instead
//
//	[uwsgi]
//	module = shop.wsgi
//	need-app = true
//
// # When it stays silent
//
// Where a file that uWSGI reads is not in the repository, and for the emperor, which runs other uWSGIs.
func uwsgiStartsEmpty() lint.Rule {
	return lint.Rule{
		ID:      "DPL456",
		Name:    "uwsgi-starts-empty",
		Summary: "uWSGI comes up although the application does not",
		Help:    "Set need-app = true",
		Level:   lint.Note,
		Tags:    []string{"availability", "uwsgi"},
		Links:   []string{"https://uwsgi-docs.readthedocs.io/en/latest/Options.html#need-app"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkUWSGIStartsEmpty),
	}
}

func checkUWSGIStartsEmpty(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil || p.Server.Program != "uwsgi" || p.MayHideOptions() || p.Server.App.Text == "" {
		return nil
	}
	o := p.Server.Options
	for _, name := range []string{"need-app", "emperor", "config", "include", "import", "yaml", "yml", "xml", "json"} {
		if v, given := o.Given(name); given && v.Truth() != value.False {
			return nil
		}
	}
	return lint.Fail(p.Server.App, "when the application does not import, uWSGI comes up all the same and answers everything with Internal Server Error").
		About(about(p, "uwsgi.need-app")).Fix("need-app = true")
}
