package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// slowClientsHoldWorkers reports nginx without buffering in front of gunicorn's sync workers.
//
// # Why it matters
//
// A sync worker serves one client at a time. nginx is there to take requests and answers over from slow ones; without
// its buffers each worker waits for its client. A handful of telephones with bad reception, or one attacker, and nobody
// else is served.
//
// # Example
//
//	proxy_buffering off;
//	proxy_pass http://127.0.0.1:8000;
//
// # Use instead
//
//	proxy_pass http://127.0.0.1:8000;
//
// # When it stays silent
//
// For workers that take many connections, and in a location of its own, such as one for server-sent events.
func slowClientsHoldWorkers() lint.Rule {
	return lint.Rule{
		ID:      "DPL546",
		Name:    "slow-clients-hold-workers",
		Summary: "A few slow clients occupy all workers",
		Help:    "Leave buffering on, or use workers that take many connections at once",
		Level:   lint.Warning,
		Tags:    []string{"availability", "cwe-400"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/deploy.html",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkSlowClientsHoldWorkers),
	}
}

func checkSlowClientsHoldWorkers(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, t := range site.AppTargets() {
		if t.Process == nil || !t.Process.Server.IsGunicorn() || t.Location != nil && !t.Location.IsNamed() && t.Location.Path != "/" {
			continue
		}
		class := t.Process.Server.Options.Get("worker_class")
		threads, single := t.Process.Server.Options.Get("threads").Int()
		if text, ok := class.Text(); !ok || text != "sync" || !single || threads > 1 {
			continue
		}
		for _, name := range []string{"proxy_buffering", "proxy_request_buffering"} {
			e, found := t.Outer.InEffect(name)
			if found != value.True || e.Arg(0).Text != "off" || seen[e.Source()] {
				continue
			}
			seen[e.Source()] = true
			answers = append(answers, lint.Fail(e, "each slow client holds a worker of gunicorn for as long as it likes: sync workers serve one client at a time").
				About(e.Key()).
				With(t.Process.Started(), "gunicorn is started here, with sync workers").
				Fix("%s on;", name))
		}
	}
	return answers
}
