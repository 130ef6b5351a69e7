package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// chaussette serves WSGI on a socket that circus hands over, with the backend that it is told to take.
//
// https://chaussette.readthedocs.io/
func chaussette() Program {
	return Program{
		Name: "chaussette", Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.WSGI,
			Stop:      deploy.Stopping{Abrupt: []string{"TERM", "INT", "QUIT"}},
			Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False},
		},
		Read: serves(readChaussette),
	}
}

// readChaussette reads a chaussette command: an application behind its options, fd://N or unix:PATH as the host.
func readChaussette(_ *World, args []shell.Word) *deploy.Server {
	p := parseFlags(args, []flag{
		{"--host", "host", takesText},
		{"--port", "port", takesNumber},
		{"--fd", "fd", takesNumber},
		{"--backend", "backend", takesText},
		{"--backlog", "backlog", takesNumber},
		{"--socket-type", "socket-type", takesText},
		{"--use-reloader", "reload", isOn},
		{"--no-monkey", "no-monkey", isOn},
		{"--spawn", "spawn", takesNumber},
		{"--log-level", "loglevel", takesText},
		{"--log-output", "log-output", takesText},
		{"--pre-hook", "pre-hook", takesText},
		{"--post-hook", "post-hook", takesText},
		{"--python-path", "pythonpath", takesText},
		{"--timeout", "timeout", takesNumber},
		{"--graceful-timeout", "graceful_timeout", takesNumber},
		{"--disconnect-timeout", "disconnect-timeout", takesNumber},
	}, style{prefixes: true})
	s := &deploy.Server{Program: "chaussette", App: p.app()}
	p.fallback("backend", value.OfStr("wsgiref"))
	p.fallback("host", value.OfStr("localhost"))
	p.fallback("port", value.OfInt(8080))
	if _, fd := p.values["fd"]; fd {
		s.Binds = []deploy.Bind{{Span: p.values["fd"].Span()}}
	} else {
		s.Binds = binds(p, "")
	}
	s.Options = deploy.NewOptions(p.values)
	return s
}
