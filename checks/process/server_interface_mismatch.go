package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// serverInterfaceMismatch reports a server that is given the application for the other interface: WSGI's to a server that
// speaks ASGI, or the other way round.
//
// # Why it matters
//
// wsgi.py and asgi.py hold different callables. A server that calls the one in the manner of the other gets a TypeError, at
// each single request: the process starts, looks well, and answers everything with status 500.
//
// # Example
//
//	gunicorn --workers 3 shop.asgi:application
//
// # Use instead
//
//	gunicorn --workers 3 shop.wsgi:application
//
// or, for ASGI,
//
//	gunicorn --workers 3 -k uvicorn_worker.UvicornWorker shop.asgi:application
//
// # When it stays silent
//
// Where the application's module is named neither wsgi nor asgi, for worker classes of the project's own whose names tell
// nothing, and for hypercorn, which finds out by itself unless a prefix tells it.
func serverInterfaceMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL445",
		Name:    "server-interface-mismatch",
		Summary: "The server does not speak the application's interface",
		Help:    "Give a WSGI server the module wsgi, and an ASGI server the module asgi",
		Level:   lint.Error,
		Tags:    []string{"availability", "gunicorn", "uvicorn", "daphne", "granian"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/asgi/",
			"https://docs.gunicorn.org/en/stable/settings.html#worker-class",
			"https://github.com/emmett-framework/granian#options",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkServerInterfaceMismatch),
	}
}

func checkServerInterfaceMismatch(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil || !p.Server.App.Known {
		return nil
	}
	app, speaks, at := deploy.InterfaceOf(p.Server.App.Text), p.Server.Interface, lint.Placed(p.Server.App)
	if class := p.Server.Options.Get("worker_class"); p.Server.IsGunicorn() && !class.Span().IsZero() {
		at = class
	}
	switch {
	case app == "" || speaks == "":
		return nil
	case speaks == app:
		return lint.Pass(at, "%s speaks %s, and so does %s", p.Server.Program, app, p.Server.App.Text).About(about(p, "interface"))
	case speaks == deploy.RSGI:
		return lint.Fail(p.Server.App, "granian speaks RSGI unless it is told otherwise, and Django does not: every request is answered with an error").
			About(about(p, "interface")).Fix("add --interface %s", strings.ToLower(string(app)))
	}
	return lint.Fail(at, "%s calls %s in the manner of %s: every request is answered with status 500", p.Server.Program, p.Server.App.Text, speaks).
		About(about(p, "interface")).With(p.Server.App, "this is the application for %s", app).
		Fix("%s", otherInterface(p.Server, app, speaks))
}

// otherInterface says how to mend the mismatch.
func otherInterface(s *deploy.Server, app, speaks deploy.Interface) string {
	switch {
	case s.IsGunicorn() && app == deploy.ASGI:
		return "use the module wsgi, or -k uvicorn_worker.UvicornWorker"
	case s.Program == "granian":
		return "--interface " + strings.ToLower(string(app))
	}
	return "use the module " + strings.ToLower(string(speaks))
}
