package stack

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// hostLosesPort reports a site on a port of its own whose number nginx takes off the Host header.
//
// # Why it matters
//
// $host is the name without the port. Visitors come to http://shop.example:8080/, and their browser says so as the Origin of a
// form; Django sees the host shop.example, compares the two, and answers 403 since version 4.0. Redirects and links that Django
// makes lead to port 80.
//
// # Example
//
//	ports: ["8080:80"]
//
//	proxy_set_header Host $host;
//
// # Use instead
//
//	proxy_set_header Host $http_host;
//
// # Shown on nginx
//
// nginx 1.22 on a port of its own before gunicorn and Django 5.2.8, a form with a valid token:
//
//	proxy_set_header Host $host:       403
//	proxy_set_header Host $http_host:  200
//
// # When it stays silent
//
// When the port is 80 or 443, or published on the loopback address alone; when something before nginx ends TLS, by the settings
// or by nginx; when CSRF_TRUSTED_ORIGINS has entries, or X-Forwarded-Host or -Port tells Django; and without CsrfViewMiddleware.
func hostLosesPort() lint.Rule {
	return lint.Rule{
		ID:      "DPL585",
		Name:    "host-loses-port",
		Summary: "nginx takes the port off the Host header, and Django refuses forms",
		Help:    "Pass Host on with its port: proxy_set_header Host $http_host",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_host",
			"https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works",
		},
		Since: "0.2.0",
		Check: lint.OfAppServer(checkHostLosesPort),
	}
}

func checkHostLosesPort(server deploy.AppServer, site *deploy.Site) lint.Answer {
	s := site.Settings
	if s == nil || server.Proxy.Sample || server.Proxy.Behind() || site.TLS() != value.False || s.ExpectsTLS() != value.False ||
		!checksForms(s, value.False) || s.Get("CSRF_TRUSTED_ORIGINS").Truth() != value.False ||
		s.Get("USE_X_FORWARDED_HOST").Truth() != value.False || s.Get("USE_X_FORWARDED_PORT").Truth() != value.False {
		return nil
	}
	port, at, ok := oddPort(server, site)
	if !ok {
		return nil
	}
	for _, t := range server.Targets {
		h, found := t.Outer.Headers("proxy_set_header").Get("Host")
		if !t.HTTP() || t.WebSocket() || found != value.True || h.Hole() || !strings.EqualFold(h.Value.Text, "$host") {
			continue
		}
		return lint.Fail(h.Value, "Django answers forms 403 that are sent to port %s: the browser names it in Origin, and $host is without it", port).
			About(t.Outer.Key()+"#proxy_set_header.Host.port").Fix("proxy_set_header Host $http_host;").
			With(at, "visitors come to port %s", port)
	}
	return nil
}

// oddPort returns the only port at which visitors reach a server, where that is neither 80 nor 443, and where it is written.
func oddPort(server deploy.AppServer, site *deploy.Site) (port string, at source.Span, ok bool) {
	contained := false
	for _, p := range site.Places {
		contained = contained || p.Kind == deploy.Container
	}
	for _, l := range server.Listens {
		if l.Hole || l.Unix != "" || l.Directive == nil || l.ProxyProtocol {
			return "", at, false
		}
		one, where := strconv.Itoa(l.Port), l.Source()
		if contained {
			if one, where, ok = publishedAs(one, site); !ok {
				return "", at, false
			}
		} else if !server.Public() {
			return "", at, false
		}
		if one == "80" || one == "443" || port != "" && one != port {
			return "", at, false
		}
		port, at = one, where
	}
	return port, at, port != ""
}

// publishedAs returns the port under which the container of nginx publishes one of its own to everybody.
func publishedAs(inside string, site *deploy.Site) (port string, at source.Span, ok bool) {
	for _, p := range site.LiveServices() {
		if !strings.Contains(p.Software(), "nginx") && !strings.Contains(strings.ToLower(p.Name), "nginx") {
			continue
		}
		for _, one := range p.Ports {
			if one.Inside != inside || !one.Published {
				continue
			}
			if !one.Public() || one.Outside == "" || ok {
				return "", at, false
			}
			port, at, ok = one.Outside, one.Span, true
		}
	}
	return port, at, ok
}
