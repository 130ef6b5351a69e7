package program

import (
	"cmp"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/toml"
	"deploylint/internal/value"
)

// hypercorn serves ASGI and WSGI, and finds out which the application is for unless a prefix tells. It believes no forwarded
// header: that is left to a middleware of its own.
//
// https://hypercorn.readthedocs.io/en/latest/how_to_guides/wsgi_apps.html
func hypercorn() Program {
	return Program{
		Name: "hypercorn", Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.ASGI,
			Stop:      deploy.Stopping{Gentle: []string{"TERM", "INT"}, Abrupt: []string{"QUIT", "HUP"}, Grace: 3, Option: "graceful_timeout"},
			Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False},
		},
		Interface: hypercornInterface,
		Read:      serves((*World).readHypercorn),
	}
}

// hypercornInterface returns what the application's prefix asks for, else what its module is named for.
func hypercornInterface(s *deploy.Server) deploy.Interface {
	prefix, _, _ := strings.Cut(s.App.Text, ":")
	switch {
	case !s.App.Known:
		return ""
	case prefix == "wsgi":
		return deploy.WSGI
	case prefix == "asgi":
		return deploy.ASGI
	}
	return cmp.Or(deploy.InterfaceOf(s.App.Text), deploy.ASGI)
}

// readHypercorn reads a hypercorn command.
func (w *World) readHypercorn(args []shell.Word) *deploy.Server {
	p := parseFlags(args, []flag{
		{"-b --bind", "bind", takesMore},
		{"--insecure-bind", "insecure_bind", takesMore},
		{"--quic-bind", "quic_bind", takesMore},
		{"-w --workers", "workers", takesNumber},
		{"-k --worker-class", "worker_class", takesText},
		{"-c --config", "config", takesText},
		{"--reload", "reload", isOn},
		{"--debug", "debug", isOn},
		{"-D --daemon", "daemon", isOn},
		{"--access-logfile --access-log", "accesslog", takesText},
		{"--access-logformat", "access_log_format", takesText},
		{"--error-logfile --error-log --log-file", "errorlog", takesText},
		{"--log-config", "logconfig", takesText},
		{"--log-level", "loglevel", takesText},
		{"--backlog", "backlog", takesNumber},
		{"--keep-alive", "keep_alive_timeout", takesNumber},
		{"--graceful-timeout", "graceful_timeout", takesNumber},
		{"-u --user", "user", takesText},
		{"-g --group", "group", takesText},
		{"-m --umask", "umask", takesText},
		{"-p --pid", "pid_path", takesText},
		{"--root-path", "root_path", takesText},
		{"--certfile", "certfile", takesText},
		{"--keyfile", "keyfile", takesText},
		{"--server-name", "server_name", takesMore},
		{"--websocket-ping-interval", "websocket_ping_interval", takesText},
	}, style{prefixes: true})
	s := &deploy.Server{Program: "hypercorn", App: p.app()}
	w.hypercornConfig(s, p)
	p.fallback("workers", value.OfInt(1))
	p.fallback("reload", value.OfBool(false))
	p.fallback("loglevel", value.OfStr("info"))
	s.Binds = listed(p, "bind", deploy.Bind{Host: "127.0.0.1", Port: "8000", Known: p.opaque == nil, Default: true})
	s.Options = deploy.NewOptions(p.values)
	return s
}

// hypercornConfig reads the configuration file: Python behind "file:" and "python:", else TOML.
//
// https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html
func (w *World) hypercornConfig(s *deploy.Server, p *parsed) {
	config, ok := p.values["config"].Text()
	if !ok {
		return
	}
	name, isModule := strings.CutPrefix(config, "python:")
	name, isFile := strings.CutPrefix(name, "file:")
	if isModule {
		name = strings.ReplaceAll(name, ".", "/") + ".py"
	}
	s.Config = w.File(name)
	switch {
	case s.Config == nil:
		w.Notify(source.Note, p.values["config"].Span(), "hypercorn's configuration file is not in the repository")
	case isModule || isFile:
		if w.Eval != nil {
			for name, v := range w.Eval(s.Config) {
				p.fallback(name, v)
			}
		}
	default:
		given := map[string]value.Value{}
		for _, e := range toml.Read(s.Config) {
			v := value.Written(e.Text, e.Span, e.Key+" is set here")
			switch e.Key {
			case "bind", "insecure_bind", "quic_bind":
				list := value.OfSequence(value.List, append(slices.Clip(given[e.Key].Elems()), v)...)
				v = v.Retold(list)
			case "workers", "backlog", "graceful_timeout", "keep_alive_timeout":
				v = v.AsInt()
			case "debug", "use_reloader":
				v = v.Retold(value.OfBool(e.Text == "true"))
			}
			given[e.Key] = v
		}
		for name, v := range given {
			p.fallback(name, v)
		}
		if v, ok := given["use_reloader"]; ok {
			p.fallback("reload", v)
		}
	}
}
