package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// portIgnored reports a web process of a Procfile that listens on a port of its own instead of the one that it is given.
//
// # Why it matters
//
// The platform chooses a port for each process, gives it as PORT, and waits until something listens there. A process that listens
// elsewhere is killed after a minute, as one that does not start: Heroku says "R10 (Boot timeout)".
//
// # Example
//
//	web: gunicorn --bind 0.0.0.0:8000 shop.wsgi
//
// # Use instead
//
//	web: gunicorn --bind 0.0.0.0:$PORT shop.wsgi
//
// gunicorn alone would do, for it listens on PORT by itself.
//
// # When it stays silent
//
// For other processes than web, for sockets, and where another process of the Procfile is a proxy that takes the port.
func portIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL465",
		Name:    "port-ignored",
		Summary: "The web process does not listen on the port that the platform gives it",
		Help:    "Bind to 0.0.0.0:$PORT",
		Level:   lint.Error,
		Tags:    []string{"availability", "procfile"},
		Links:   []string{"https://devcenter.heroku.com/articles/runtime-principles#web-servers"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkPortIgnored),
	}
}

func checkPortIgnored(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Launcher != deploy.Procfile || !strings.HasSuffix(p.Key, ":web") || p.Server == nil || p.MayHideOptions() || len(p.Server.Binds) != 1 {
		return nil
	}
	b := p.Server.Binds[0]
	if !b.Known || b.Unix != "" || b.Port == "" || strings.Contains(b.Port, "$") {
		return nil
	}
	place := lint.Placed(b)
	if b.Span.IsZero() {
		place = p.Started()
	}
	return lint.Fail(place, "%s listens on port %s, and the platform asks at $PORT: it takes the process for one that does not start", p.Server.Program, b.Port).
		About(about(p, "port")).Fix("bind to 0.0.0.0:$PORT")
}
