package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
)

// upstreamNotWeb reports nginx sending requests to a database, a cache, a broker or a worker.
//
// # Why it matters
//
// nginx takes the servers of an upstream in turn. One of them that is no web server costs its share of the requests: with two,
// every second page is 502 Bad Gateway now and then, until nginx leaves the server alone for ten seconds. The next attempt
// looks fine, which makes the cause hard to find.
//
// # Example
//
//	upstream shop {
//	    server web:8000;
//	    server db:5432;
//	}
//
// # Use instead
//
//	upstream shop {
//	    server web:8000;
//	}
//
// # When it stays silent
//
// When the server is marked down, when a process is known that serves at the address, when the port is one on which such
// software speaks HTTP (RabbitMQ's 15672), and in nginx's stream block, which is there for such things.
func upstreamNotWeb() lint.Rule {
	return lint.Rule{
		ID:      "DPL581",
		Name:    "upstream-not-web",
		Summary: "nginx sends requests to something that is no web server",
		Help:    "Name in the upstream only addresses at which the application server listens",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server",
		},
		Since: "0.2.0",
		Check: lint.OfProxy(checkUpstreamNotWeb),
	}
}

func checkUpstreamNotWeb(p *deploy.Proxy, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, t := range p.Config.Targets() {
		addresses, _ := t.Addresses()
		for _, a := range addresses {
			what, at := site.NotWeb(a)
			if what == "" || a.Down || seen[a.Span] {
				continue
			}
			seen[a.Span] = true
			r := lint.Fail(a, "%s (502): nginx sends them to %s, %s", share(a, addresses), a, what).
				About(t.Key()+"#"+a.String()).
				Fix("%s", withoutServer(a, t))
			if !at.IsZero() {
				r = r.With(at, "it is declared here")
			}
			answers = append(answers, r)
		}
	}
	return answers
}

// share says how many requests go to one of the addresses.
func share(a nginx.Address, addresses []nginx.Address) string {
	others := 0
	for _, other := range addresses {
		if !other.Down && !other.Backup && other != a {
			others++
		}
	}
	switch {
	case a.Backup && others > 0:
		return "requests are lost when the other servers fail"
	case others > 0:
		return "part of the requests are lost"
	default:
		return "all requests are lost"
	}
}

// withoutServer says what to do about an address that is not the application's.
func withoutServer(a nginx.Address, t nginx.Target) string {
	if t.Upstream != nil && len(t.Upstream.Servers) > 1 {
		return "remove server " + strings.TrimPrefix(a.String(), "http://") + " from the upstream"
	}
	return "name the address at which the application server listens"
}
