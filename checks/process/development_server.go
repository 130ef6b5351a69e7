package process

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// developmentServer reports a production process that serves the site with a server made for a developer's machine.
//
// # Why it matters
//
// Django's documentation says of runserver that it has gone through neither security audits nor performance tests, and
// that it is not to be used in production. It watches the source for changes and restarts itself when a file is saved,
// also in the middle of an upload of new code. Flask's own server carries the same warning.
//
// # Example
//
//	command=/srv/shop/venv/bin/python manage.py runserver 0.0.0.0:8000
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 --bind 127.0.0.1:8000 shop.wsgi
//
// # When it stays silent
//
// In scripts and compose files for developers: only processes of production are judged.
func developmentServer() lint.Rule {
	return lint.Rule{
		ID:      "DPL402",
		Name:    "development-server",
		Summary: "A development server serves production",
		Help:    "Serve the site with gunicorn, uvicorn or uWSGI",
		Level:   lint.Error,
		Tags:    []string{"security", "availability", "cwe-489"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver",
			"https://docs.djangoproject.com/en/stable/howto/deployment/",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkDevelopmentServer),
	}
}

func checkDevelopmentServer(p *deploy.Process, site *deploy.Site) lint.Answer {
	word, ok := developmentCommand(p)
	if !ok {
		return nil
	}
	return lint.Fail(word, "%s is a server for development, neither audited for security nor built for load, and it serves production here", word.Text).
		About(about(p, word.Text)).
		Fix("run gunicorn instead: gunicorn --workers 3 --bind 127.0.0.1:8000 %s", wsgi(site))
}

func developmentCommand(p *deploy.Process) (deploy.Word, bool) {
	if p.Manage != nil {
		switch p.Manage.Command.Text {
		case "runserver", "runserver_plus", "runsslserver", "runserver_socketio", "testserver":
			return p.Manage.Command, true
		}
		return deploy.Word{}, false
	}
	at := slices.IndexFunc(p.Argv, func(w deploy.Word) bool { return w.Text == "flask" })
	if p.Executable() == "flask" {
		at = 0
	}
	if at < 0 {
		return deploy.Word{}, false
	}
	for _, w := range p.Argv[at+1:] {
		if w.Text == "run" {
			return deploy.Word{Text: "flask run", Known: true, Span: p.Argv[at].Span.Join(w.Span)}, true
		}
	}
	return deploy.Word{}, false
}

// wsgi returns the site's WSGI application as gunicorn takes it, or an example.
func wsgi(site *deploy.Site) string {
	if site.Settings != nil {
		if text, ok := site.Settings.Get("WSGI_APPLICATION").Text(); ok && text != "" {
			return asModule(text)
		}
	}
	return "PROJECT.wsgi"
}

// asModule turns Django's dotted "shop.wsgi.application" into gunicorn's "shop.wsgi".
func asModule(dotted string) string {
	const suffix = ".application"
	if n := len(dotted) - len(suffix); n > 0 && dotted[n:] == suffix {
		return dotted[:n]
	}
	return dotted
}
