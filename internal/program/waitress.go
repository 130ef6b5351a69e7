package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// waitress drops what it has in hand on TERM, for which it has no handler, and gives it five seconds on INT. Of clients that
// are no trusted proxy it throws forwarded headers away.
//
// https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html
func waitress() Program {
	return Program{
		Name: "waitress-serve", Modules: []string{"waitress"}, Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.WSGI,
			Stop:      deploy.Stopping{Gentle: []string{"INT"}, Abrupt: []string{"TERM", "QUIT", "HUP"}, Grace: 5},
			Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False, Option: "trusted_proxy", Clears: "clear_untrusted_proxy_headers"},
		},
		Read: serves(readWaitress),
	}
}

// readWaitress reads a waitress-serve command, which listens on all interfaces when nothing is said.
func readWaitress(_ *World, args []shell.Word) *deploy.Server {
	p := parseFlags(args, []flag{
		{"--host", "host", takesText},
		{"--port", "port", takesNumber},
		{"--listen", "listen", takesMore},
		{"--unix-socket", "unix_socket", takesText},
		{"--threads", "threads", takesNumber},
		{"--call", "call", isOn},
		{"--expose-tracebacks", "expose_tracebacks", isOn},
		{"--no-expose-tracebacks", "expose_tracebacks", isOff},
		{"--trusted-proxy", "trusted_proxy", takesText},
		{"--trusted-proxy-count", "trusted_proxy_count", takesNumber},
		{"--trusted-proxy-headers", "trusted_proxy_headers", takesMore},
		{"--clear-untrusted-proxy-headers", "clear_untrusted_proxy_headers", isOn},
		{"--no-clear-untrusted-proxy-headers", "clear_untrusted_proxy_headers", isOff},
		{"--url-scheme", "url_scheme", takesText},
	}, style{unknownTakes: true})
	s := &deploy.Server{Program: "waitress", App: p.app()}
	p.fallback("threads", value.OfInt(4))
	p.fallback("expose_tracebacks", value.OfBool(false))
	p.fallback("trusted_proxy", value.OfNone())
	p.fallback("url_scheme", value.OfStr("http"))
	p.fallback("clear_untrusted_proxy_headers", value.OfBool(true))
	p.fallback("host", value.OfStr("0.0.0.0"))
	p.fallback("port", value.OfInt(8080))
	switch _, ok := p.values["listen"]; {
	case ok:
		s.Binds = listed(p, "listen", deploy.Bind{Port: "8080"})
	default:
		s.Binds = binds(p, "unix_socket")
	}
	s.Options = deploy.NewOptions(p.values)
	return s
}
