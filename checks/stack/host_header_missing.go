package stack

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// hostHeaderMissing reports nginx not passing on the name that the client asked for.
//
// # Why it matters
//
// Without proxy_set_header Host, nginx sends what proxy_pass names: the upstream's name or an address. Django compares
// that with ALLOWED_HOSTS and answers 400 Bad Request to everybody. Where ALLOWED_HOSTS lets it through, redirects and the
// links in mails lead to 127.0.0.1, and forms fail the CSRF check.
//
// The header is often there and lost: a location with a single proxy_set_header of its own inherits none of the server's.
//
// # Example
//
//	location / {
//	    proxy_pass http://app_server;
//	}
//
// # Use instead
//
//	location / {
//	    proxy_set_header Host $host;
//	    proxy_pass http://app_server;
//	}
//
// # Shown on nginx
//
//	request:   GET / | Host: shop.example
//	answer:    the application gets Host: app_server
//	mended:    the application gets Host: shop.example
//
// # When it stays silent
//
// With uwsgi_pass, which passes the client's header; for WebSockets, which Django does not compare with ALLOWED_HOSTS; when an include that is not in the repository may set it; and with
// USE_X_FORWARDED_HOST where nginx sets that header. It is a warning where ALLOWED_HOSTS accepts what nginx sends.
// Where ALLOWED_HOSTS is the default of a variable it is a warning.
func hostHeaderMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL505",
		Name:    "host-header-missing",
		Summary: "nginx does not pass the Host header on, so Django answers 400",
		Help:    "Add proxy_set_header Host $host where the requests are handed on",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkHostHeaderMissing),
	}
}

func checkHostHeaderMissing(server deploy.AppServer, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	var missing []deploy.AppTarget
	good := 0
	for _, t := range server.Targets {
		switch sendsHost(site, t) {
		case value.False:
			missing = append(missing, t)
		case value.True:
			good++
		case value.Undecided:
		}
	}
	switch {
	case len(missing) > 0:
		answers = append(answers, withoutHost(site, missing))
	case good == len(server.Targets):
		answers = append(answers, lint.Pass(server, "nginx passes the client's Host header on").About(server.Key()+"#host"))
	}
	return answers
}

// sendsHost reports whether the name that the client asked for reaches Django.
func sendsHost(site *deploy.Site, t deploy.AppTarget) value.Tri {
	if !t.HTTP() || t.WebSocket() || site.Settings == nil && t.Process == nil && !t.Near() {
		return value.Undecided
	}
	if _, ok := t.SentHost(); !ok {
		return value.Undecided
	}
	headers := t.Outer.Headers("proxy_set_header")
	h, found := headers.Get("Host")
	if found == value.True && !strings.Contains(h.Value.Text, "$proxy_host") {
		return value.True
	}
	if _, forwarded := headers.Get("X-Forwarded-Host"); forwarded != value.False {
		if site.Settings == nil || site.Settings.Get("USE_X_FORWARDED_HOST").Truth() != value.False {
			return value.Undecided
		}
	}
	if found == value.Undecided {
		return value.Undecided
	}
	return value.False
}

// withoutHost makes one finding of all targets of a server that lack the header.
func withoutHost(site *deploy.Site, missing []deploy.AppTarget) lint.Result {
	first := missing[0]
	host, _ := first.SentHost()
	r := lint.Fail(first.Entry, "%s", hostMessage(site, first.Where(), host)).
		About(first.Outer.Key()+"#proxy_set_header.Host").
		Fix("proxy_set_header Host $host;").
		With(first.Outer, "it belongs into %s", first.Where())
	if site.Settings != nil {
		allowed := site.Settings.Get("ALLOWED_HOSTS")
		switch variable, fallback := deploy.Fallback(allowed); {
		case deploy.AllowsHost(allowed, host) == value.True:
			r = r.At(lint.Warning)
		case fallback && allowed.Truth() == value.True && deploy.AllowsHost(allowed, host) == value.False && deploy.HostName(host) != "":
			r = r.UnlessSet(variable)
			r = r.At(lint.Warning)
		}
		r = r.With(allowed, "ALLOWED_HOSTS is decided here")
	}
	return alsoIn(dropped(r, first, "Host"), missing[1:])
}

func hostMessage(site *deploy.Site, where, host string) string {
	allowed := value.Undecided
	switch {
	case deploy.HostName(host) == "":
		return fmt.Sprintf("%s passes no Host header on: Django sees Host: %s, which is no valid name, and answers every request 400", where, host)
	case site.Settings != nil && site.Settings.Get("ALLOWED_HOSTS").Truth() != value.False:
		allowed = deploy.AllowsHost(site.Settings.Get("ALLOWED_HOSTS"), host)
	}
	switch allowed {
	case value.False:
		return fmt.Sprintf("%s passes no Host header on: Django sees Host: %s and answers every request 400", where, host)
	case value.True:
		return fmt.Sprintf("%s passes no Host header on: Django sees Host: %s, so redirects and links in mails lead there, and forms fail the CSRF check", where, host)
	default:
		return fmt.Sprintf("%s passes no Host header on: Django sees Host: %s and answers every request 400 unless ALLOWED_HOSTS names that", where, host)
	}
}
