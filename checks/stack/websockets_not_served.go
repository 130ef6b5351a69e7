package stack

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// websocketsNotServed reports a project with Channels that only WSGI servers run.
//
// # Why it matters
//
// WSGI knows requests and answers, and no WebSockets. The routes of Channels are never asked: the browser's connection fails,
// and chats and live updates stay empty.
//
// # Example
//
//	INSTALLED_APPS = ["channels", …]
//	command=gunicorn shop.wsgi
//
// # Use instead
//
//	command=uvicorn shop.asgi:application
//
// # When it stays silent
//
// Where ASGI_APPLICATION is not set, where one of the web servers speaks ASGI or may do so, and without any web server in the
// repository.
func websocketsNotServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL519",
		Name:    "websockets-not-served",
		Summary: "Channels is in use, and no server speaks ASGI",
		Help:    "Serve the application with daphne or uvicorn",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://channels.readthedocs.io/en/stable/deploying.html",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkWebsocketsNotServed),
	}
}

func checkWebsocketsNotServed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.App("channels") != value.True {
		return nil
	}
	asgi, given := s.Given("ASGI_APPLICATION")
	if !given {
		return nil
	}
	var wsgi *deploy.Process
	for _, p := range slices.Concat(site.Processes, site.Neighbours) {
		if p.Server == nil {
			if p.Manage != nil && (p.Manage.Command.Text == "runserver" || p.Manage.Command.Text == "runworker") {
				return nil
			}
			continue
		}
		if p.Server.Speaks(deploy.WSGI) != value.True {
			return nil
		}
		if wsgi == nil && p.Kind == deploy.Web {
			wsgi = p
		}
	}
	if wsgi == nil {
		return nil
	}
	return lint.Fail(wsgi.Started(), "%s knows no WebSockets, and nothing else serves ASGI: the routes of Channels are never asked", wsgi.Server.Program).
		About(wsgi.Key+"#asgi").With(asgi, "the ASGI application is set here").Fix("add a server such as uvicorn or daphne for the ASGI application")
}
