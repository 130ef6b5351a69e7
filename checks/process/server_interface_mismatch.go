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
// Where the application's module is named neither wsgi nor asgi, for worker classes of the project's own, and for hypercorn,
// which finds out by itself.
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
		Check: lint.Untyped(checkServerInterfaceMismatch),
	}
}

func checkServerInterfaceMismatch(site *deploy.Site) []lint.Result {
	return eachProcess(site, func(p *deploy.Process) []lint.Result {
		if p.Server == nil || !p.Server.App.Known {
			return nil
		}
		app, speaks, at := interfaceOf(p.Server.App.Text), "", lint.Placed(p.Server.App)
		switch {
		case app == "":
			return nil
		case p.Server.IsGunicorn():
			class := p.Server.Options.Get("worker_class")
			text, ok := class.Text()
			if !ok {
				return nil
			}
			speaks = interfaceOfClass(text)
			if !class.Span().IsZero() {
				at = class
			}
		default:
			speaks = interfaceOfServer(p.Server)
		}
		switch speaks {
		case "":
			return nil
		case app:
			return []lint.Result{lint.Pass(at, "%s speaks %s, and so does %s", p.Server.Program, strings.ToUpper(app), p.Server.App.Text).About(about(p, "interface"))}
		case "rsgi":
			return []lint.Result{lint.Fail(p.Server.App, "granian speaks RSGI unless it is told otherwise, and Django does not: every request is answered with an error").
				About(about(p, "interface")).Fix("add --interface %s", app)}
		}
		return []lint.Result{lint.Fail(at, "%s calls %s in the manner of %s: every request is answered with status 500", p.Server.Program, p.Server.App.Text, strings.ToUpper(speaks)).
			About(about(p, "interface")).With(p.Server.App, "this is the application for %s", strings.ToUpper(app)).
			Fix("%s", otherInterface(p.Server, app, speaks))}
	})
}

// interfaceOf returns "wsgi" or "asgi" for a module of that name, "" for any other.
func interfaceOf(app string) string {
	module, _, _ := strings.Cut(app, ":")
	switch module[strings.LastIndexByte(module, '.')+1:] {
	case "wsgi":
		return "wsgi"
	case "asgi":
		return "asgi"
	}
	return ""
}

// interfaceOfClass returns what a worker class of gunicorn speaks, "" for one that is not known.
func interfaceOfClass(class string) string {
	switch strings.TrimPrefix(class, "egg:gunicorn#") {
	case "sync", "gthread", "gevent", "eventlet", "tornado", "gevent_wsgi", "gevent_pywsgi":
		return "wsgi"
	case "asgi", "uvicorn.workers.UvicornWorker", "uvicorn.workers.UvicornH11Worker", "uvicorn_worker.UvicornWorker", "uvicorn_worker.UvicornH11Worker":
		return "asgi"
	}
	return ""
}

// interfaceOfServer returns what a server speaks, "" where nothing tells.
func interfaceOfServer(s *deploy.Server) string {
	interfaces := s.Options.Get("interface")
	text, known := interfaces.Text()
	switch s.Program {
	case "daphne":
		return "asgi"
	case "waitress", "uwsgi":
		return "wsgi"
	case "uvicorn":
		if _, given := s.Options.Given("interface"); given && (!known || text == "wsgi") {
			return text
		}
		return "asgi"
	case "granian":
		if text == "asginl" {
			return "asgi"
		}
		return text
	}
	return ""
}

// otherInterface says how to mend the mismatch.
func otherInterface(s *deploy.Server, app, speaks string) string {
	switch {
	case s.IsGunicorn() && app == "asgi":
		return "use the module wsgi, or -k uvicorn_worker.UvicornWorker"
	case s.Program == "granian":
		return "--interface " + app
	}
	return "use the module " + speaks
}
