package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// unknownHostsReachDjango reports a default server that hands requests on to Django.
//
// # Why it matters
//
// Whatever name a request is for, if no server has it the default server answers. Scanners that go through all
// addresses send hundreds of such requests a day; each becomes an error mail "Invalid HTTP_HOST header", and
// ALLOWED_HOSTS alone keeps them from the application.
//
// # Example
//
//	server {
//	    listen 443 ssl default_server;
//	    server_name _;
//	    location / { proxy_pass http://127.0.0.1:8000; }
//	}
//
// # Use instead
//
//	server {
//	    listen 443 ssl default_server;
//	    ssl_reject_handshake on;
//	}
//
// # Shown on nginx
//
//	request:   GET / | Host: other.example
//	answer:    the application gets Host: other.example
//	mended:    the application gets no Host
//
// # When it stays silent
//
// For a site file that marks no default server, since another file may; in containers and behind another proxy, which
// may send every name to nginx; where nginx sends one name whatever was asked for; and where ALLOWED_HOSTS takes every
// name, which allowed-hosts-wildcard reports.
func unknownHostsReachDjango() lint.Rule {
	return lint.Rule{
		ID:      "DPL540",
		Name:    "unknown-hosts-reach-django",
		Summary: "Requests for names that are not the site's reach Django",
		Help:    "Add a default server that refuses them",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-20"},
		Links: []string{
			"https://nginx.org/en/docs/http/request_processing.html",
			"https://docs.djangoproject.com/en/stable/topics/security/#host-headers-virtual-hosting",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkUnknownHostsReachDjango),
	}
}

func checkUnknownHostsReachDjango(site *deploy.Site) lint.Answer {
	if site.Settings != nil && takesEveryName(site.Settings) {
		return nil
	}
	servers := map[*nginx.Server]deploy.AppServer{}
	for _, s := range site.AppServers() {
		servers[s.Server] = s
	}
	var answers lint.Answers
	reported := map[*nginx.Server]bool{}
	for _, p := range site.LiveProxies() {
		if p.Behind() {
			continue
		}
		for _, socket := range p.Config.Sockets() {
			app, is := servers[socket.Default]
			if !is || reported[app.Server] || app.Apart() || len(socket.Marked) == 0 && !p.Config.Whole() || !socket.Listen.Any() || !passesHost(app) {
				continue
			}
			if redirects, _ := app.Handler(); redirects == nginx.Returns || socket.Listen.Port != 80 && socket.Listen.Port != 443 {
				continue
			}
			reported[app.Server] = true
			answers = append(answers, lint.Fail(app, "requests for every name reach Django, and ALLOWED_HOSTS alone refuses them, with an error mail each").
				About(app.Key()+"#default_server").
				Fix("server { listen %s default_server; return 444; }", strings.TrimPrefix(socket.Listen.Socket(), "*:")))
		}
	}
	return answers
}

// takesEveryName reports whether ALLOWED_HOSTS keeps no name away.
func takesEveryName(s *deploy.Settings) bool {
	return deploy.AllowsHost(s.Get("ALLOWED_HOSTS"), "any.attacker.example") == value.True
}

// passesHost reports whether the name that was asked for is what Django sees.
func passesHost(s deploy.AppServer) bool {
	for _, t := range s.Targets {
		if h, found := t.Outer.Headers("proxy_set_header").Get("Host"); found == value.True && (h.Value.Uses("host") || h.Value.Uses("http_host")) {
			return true
		}
	}
	return false
}
