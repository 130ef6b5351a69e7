package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// autoReload reports an application server that restarts its workers whenever a source file changes.
//
// # Why it matters
//
// A deployment replaces files one by one. With reloading on, workers restart in the middle of it, on a mixture of old and
// new code. While a file does not import, gunicorn goes on with a worker that answers every request with the traceback,
// paths and source lines included. Watching all files also costs processor time around the clock.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 --reload shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// When a variable decides that nothing in the repository supplies. To load new code without losing requests, send
// gunicorn's master process HUP.
func autoReload() lint.Rule {
	return lint.Rule{
		ID:      "DPL403",
		Name:    "auto-reload",
		Summary: "The application server reloads code when files change",
		Help:    "Remove the reload option from the production configuration",
		Level:   lint.Error,
		Tags:    []string{"security", "availability", "gunicorn", "uvicorn", "cwe-489"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#reload",
			"https://www.uvicorn.org/settings/#development",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkAutoReload),
	}
}

func checkAutoReload(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil {
		return nil
	}
	option := reloadOption(p.Server)
	if option == "" {
		return nil
	}
	program := p.Server.Program
	return lint.Question{
		Value:   p.Server.Options.Get(option),
		Name:    program + "'s reload",
		Subject: about(p, program+".reload"),
		Place:   p.Started(),
		Bad:     value.Value.Truth,
		Fail: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s restarts its workers at every change of a file, in the middle of a deployment too, and shows visitors the traceback when that code does not import", program).
				Fix("remove the reload option; to load new code, send HUP to the master process or restart the service")
		},
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "%s does not reload code", program)
		},
	}
}

// reloadOption returns the option of a server that has it reload code, "" where none is given.
func reloadOption(s *deploy.Server) string {
	for _, name := range []string{"reload", "py-autoreload", "python-autoreload"} {
		if _, given := s.Options.Given(name); given {
			return name
		}
	}
	return ""
}
