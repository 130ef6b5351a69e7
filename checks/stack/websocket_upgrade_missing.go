package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// websocketUpgradeMissing reports an nginx that lets no WebSocket through to a server for them.
//
// # Why it matters
//
// A WebSocket begins as a request with the headers Upgrade and Connection, which nginx does not pass on by itself. Without the
// two the server sees an ordinary request and answers 404 or 400: the connection never comes about.
//
// # Example
//
//	location / {
//	    proxy_pass http://127.0.0.1:8001;
//	}
//
// # Use instead
//
//	location /ws/ {
//	    proxy_http_version 1.1;
//	    proxy_set_header Upgrade $http_upgrade;
//	    proxy_set_header Connection "upgrade";
//	    proxy_pass http://127.0.0.1:8001;
//	}
//
// # When it stays silent
//
// Without Channels, where one of the ways to the application sets Upgrade or may do so, and where nginx does not lead to an ASGI
// server.
func websocketUpgradeMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL520",
		Name:    "websocket-upgrade-missing",
		Summary: "nginx does not pass WebSockets on",
		Help:    "Set Upgrade and Connection in the location for WebSockets",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/websocket.html",
			"https://channels.readthedocs.io/en/stable/deploying.html#nginx-supervisor-ubuntu",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkWebsocketUpgradeMissing),
	}
}

func checkWebsocketUpgradeMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.App("channels") != value.True {
		return nil
	}
	if _, given := s.Given("ASGI_APPLICATION"); !given {
		return nil
	}
	for _, p := range site.LiveProxies() {
		upgrades := false
		p.Config.Walk(func(e nginx.Entry) bool {
			upgrades = upgrades || e.Is("proxy_set_header") && strings.EqualFold(e.Arg(0).Text, "Upgrade") || e.Is("include") && !p.Config.Whole()
			return !upgrades
		})
		if upgrades {
			return nil
		}
	}
	for _, t := range site.AppTargets() {
		if !t.HTTP() || t.Process == nil || t.Process.Server == nil || t.Process.Server.Speaks(deploy.ASGI) != value.True {
			continue
		}
		return lint.Fail(t.Entry, "nginx passes no WebSocket on to %s: %s sets neither Upgrade nor Connection, so every connection fails", t.Process.Server.Program, t.Where()).
			About(t.Outer.Key()+"#proxy_set_header.Upgrade").With(t.Process.Started(), "the server for them is started here").
			Fix("proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\";")
	}
	return nil
}
