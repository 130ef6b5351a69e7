package process

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// forwardedFromAnyone reports a server that believes the X-Forwarded headers of whoever connects, on an address where
// anybody can.
//
// # Why it matters
//
// With forwarded_allow_ips=* the server takes the scheme from X-Forwarded-Proto of any client, and uvicorn the client's address
// from X-Forwarded-For too. That is fine behind a proxy that nobody can go around. Here other machines connect directly, and can
// pose as https, which switches redirects and secure cookies, or under any address, which defeats limits and block lists.
//
// # Example
//
//	gunicorn --bind 0.0.0.0:8000 --forwarded-allow-ips="*" shop.wsgi
//
// # Use instead
//
//	gunicorn --bind 127.0.0.1:8000 shop.wsgi
//
// # When it stays silent
//
// For unix sockets and the loopback address; on platforms and in containers whose port is not published, where only a proxy
// reaches it.
func forwardedFromAnyone() lint.Rule {
	return lint.Rule{
		ID:      "DPL443",
		Name:    "forwarded-from-anyone",
		Summary: "The server believes X-Forwarded headers of any client",
		Help:    "Bind to 127.0.0.1 or a socket, or name the proxy's address in forwarded_allow_ips",
		Level:   lint.Warning,
		Tags:    []string{"security", "gunicorn", "uvicorn", "cwe-348"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips",
			"https://www.uvicorn.org/settings/#http",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkForwardedFromAnyone),
	}
}

func checkForwardedFromAnyone(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil {
		return nil
	}
	allowed, given := p.Server.Options.Given("forwarded_allow_ips")
	if text, ok := allowed.Text(); !given || !ok || text != "*" {
		return nil
	}
	at, open := openToAll(p)
	if !open {
		return nil
	}
	return lint.Fail(allowed, "%s believes the X-Forwarded headers of every client, and other machines reach it directly", p.Server.Program).
		About(about(p, p.Server.Program+".forwarded_allow_ips")).With(at, "other machines connect here").
		Fix("name the proxy's address, or bind to 127.0.0.1")
}

// openToAll returns where the server is open to other machines: its own address on a host, the published port of a container.
func openToAll(p *deploy.Process) (lint.Placed, bool) {
	publics := slices.DeleteFunc(slices.Clone(p.Server.Binds), func(b deploy.Bind) bool { return !b.Public() })
	if len(publics) == 0 {
		return nil, false
	}
	switch {
	case p.Launcher == deploy.Supervisor && !p.Contained(), p.Launcher == deploy.Systemd:
		return publics[0], true
	case p.Launcher == deploy.Compose:
		for _, port := range p.Ports {
			if port.Public() && slices.ContainsFunc(publics, func(b deploy.Bind) bool { return b.Port == port.Inside }) {
				return port, true
			}
		}
	}
	return nil, false
}
