package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// daphne believes everybody's forwarded headers once it is told to look at them, and nobody's before.
//
// https://github.com/django/daphne
func daphne() Program {
	return Program{
		Name: "daphne", Modules: []string{"daphne.cli"}, Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.ASGI,
			Stop:      deploy.Stopping{Gentle: []string{"TERM", "INT"}, Abrupt: []string{"QUIT", "HUP"}, Grace: 10, Option: "application_close_timeout"},
			Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False, Option: "proxy_headers"},
		},
		Read: serves(readDaphne),
	}
}

// readDaphne reads a daphne command.
func readDaphne(_ *World, args []shell.Word) *deploy.Server {
	p := parseFlags(args, []flag{
		{"-p --port", "port", takesNumber},
		{"-b --bind", "host", takesText},
		{"--websocket_timeout", "websocket_timeout", takesNumber},
		{"--websocket_connect_timeout", "websocket_connect_timeout", takesNumber},
		{"-u --unix-socket", "unix_socket", takesText},
		{"--fd", "file_descriptor", takesNumber},
		{"-e --endpoint", "endpoint", takesMore},
		{"-v --verbosity", "verbosity", takesNumber},
		{"-t --http-timeout", "http_timeout", takesNumber},
		{"--access-log", "access_log", takesText},
		{"--log-fmt", "log_fmt", takesText},
		{"--ping-interval", "ping_interval", takesNumber},
		{"--ping-timeout", "ping_timeout", takesNumber},
		{"--application-close-timeout", "application_close_timeout", takesNumber},
		{"--root-path", "root_path", takesText},
		{"--proxy-headers", "proxy_headers", isOn},
		{"--proxy-headers-host", "proxy_headers_host", takesText},
		{"--proxy-headers-port", "proxy_headers_port", takesText},
		{"-s --server-name", "server_name", takesText},
		{"--no-server-name", "no_server_name", isOn},
	}, style{prefixes: true})
	s := &deploy.Server{Program: "daphne", App: p.app()}
	p.fallback("proxy_headers", value.OfBool(false))
	_, endpoint := p.values["endpoint"]
	_, fd := p.values["file_descriptor"]
	_, port := p.values["port"]
	_, host := p.values["host"]
	p.fallback("port", value.OfInt(8000))
	p.fallback("host", value.OfStr("127.0.0.1"))
	if _, socket := p.values["unix_socket"]; socket {
		s.Binds = binds(p, "unix_socket")
	}
	switch {
	case endpoint || fd:
		s.Binds = append(s.Binds, deploy.Bind{Span: p.values["endpoint"].Span()})
	case len(s.Binds) == 0 || port || host:
		s.Binds = append(s.Binds, bindAt(p.values["host"], p.values["port"]))
	}
	s.Options = deploy.NewOptions(p.values)
	return s
}
