package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// hostHeaderFixed reports a fixed Host header that Django answers with 400.
//
// # Why it matters
//
// Django compares the Host header with ALLOWED_HOSTS, and answers 400 Bad Request where it is not there. A fixed name,
// or $server_name, is the same for all requests: either all work or none. In a server called _ it is "_", which is no
// name at all.
//
// # Example
//
//	server_name _;
//	proxy_set_header Host $server_name;
//
// # Use instead
//
//	server_name shop.example;
//	proxy_set_header Host $host;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    the application gets Host: localhost
//	mended:    the application gets Host: shop.example
//
// # When it stays silent
//
// When ALLOWED_HOSTS takes the name or is not known.
func hostHeaderFixed() lint.Rule {
	return lint.Rule{
		ID:      "DPL542",
		Name:    "host-header-fixed",
		Summary: "nginx sends Django a name that ALLOWED_HOSTS does not have",
		Help:    "Send $host",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_server_name",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkHostHeaderFixed),
	}
}

func checkHostHeaderFixed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	allowed := s.Get("ALLOWED_HOSTS")
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, t := range site.AppTargets() {
		h, found := t.Outer.Headers("proxy_set_header").Get("Host")
		if found != value.True || seen[h.Source()] || !t.HTTP() || t.WebSocket() {
			continue
		}
		host, ok := fixedHost(t, h)
		if !ok || deploy.AllowsHost(allowed, host) != value.False {
			continue
		}
		seen[h.Source()] = true
		answers = append(answers, lint.Fail(h.Value, "Django sees Host: %s, which ALLOWED_HOSTS does not have, and answers every request 400", host).
			About(h.Key()+".Host").
			With(allowed, "ALLOWED_HOSTS is decided here").
			Fix("proxy_set_header Host $host;"))
	}
	return answers
}

// fixedHost returns the name that a Host header has for every request.
func fixedHost(t deploy.AppTarget, h nginx.Header) (host string, ok bool) {
	if text, literal := h.Value.Literal(); literal {
		return text, text != ""
	}
	if h.Value.Text != "$server_name" || len(t.Server.Names) == 0 {
		return "", false
	}
	first := t.Server.Names[0]
	return first.Text, !first.Hole && first.Kind != nginx.RegexName && first.Text != ""
}
