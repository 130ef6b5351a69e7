package launch

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// uvicorn reads a uvicorn command. Every option may come from UVICORN_NAME, the number of workers from WEB_CONCURRENCY too.
func (r *reader) uvicorn(c *command, args []shell.Word) *deploy.Server {
	flags := []flag{
		{"--host", "host", takesText},
		{"--port", "port", takesNumber},
		{"--uds", "uds", takesText},
		{"--fd", "fd", takesNumber},
		{"--reload", "reload", isOn},
		{"--reload-dir", "reload_dir", takesMore},
		{"--reload-include", "reload_include", takesMore},
		{"--reload-exclude", "reload_exclude", takesMore},
		{"--reload-delay", "reload_delay", takesText},
		{"--workers", "workers", takesNumber},
		{"--env-file", "env_file", takesText},
		{"--log-config", "log_config", takesText},
		{"--log-level", "log_level", takesText},
		{"--access-log", "access_log", isOn},
		{"--no-access-log", "access_log", isOff},
		{"--proxy-headers", "proxy_headers", isOn},
		{"--no-proxy-headers", "proxy_headers", isOff},
		{"--server-header", "server_header", isOn},
		{"--no-server-header", "server_header", isOff},
		{"--date-header", "date_header", isOn},
		{"--no-date-header", "date_header", isOff},
		{"--forwarded-allow-ips", "forwarded_allow_ips", takesText},
		{"--root-path", "root_path", takesText},
		{"--limit-concurrency", "limit_concurrency", takesNumber},
		{"--backlog", "backlog", takesNumber},
		{"--limit-max-requests", "limit_max_requests", takesNumber},
		{"--timeout-keep-alive", "timeout_keep_alive", takesNumber},
		{"--timeout-graceful-shutdown", "timeout_graceful_shutdown", takesNumber},
		{"--timeout-worker-healthcheck", "timeout_worker_healthcheck", takesNumber},
		{"--ssl-keyfile", "ssl_keyfile", takesText},
		{"--ssl-certfile", "ssl_certfile", takesText},
		{"--loop", "loop", takesText},
		{"--http", "http", takesText},
		{"--ws", "ws", takesText},
		{"--ws-max-size", "ws_max_size", takesNumber},
		{"--ws-ping-interval", "ws_ping_interval", takesText},
		{"--ws-ping-timeout", "ws_ping_timeout", takesText},
		{"--lifespan", "lifespan", takesText},
		{"--interface", "interface", takesText},
		{"--header", "headers", takesMore},
		{"--app-dir", "app_dir", takesText},
		{"--h11-max-incomplete-event-size", "h11_max_incomplete_event_size", takesNumber},
		{"--factory", "factory", isOn},
		{"--use-colors", "use_colors", isOn},
		{"--no-use-colors", "use_colors", isOff},
	}
	p := parseFlags(args, flags, style{})
	r.fromEnvironment(c, p, "UVICORN_", flags)
	r.readsEnvFile(c, p, "env_file")
	if v := r.lookup(c, "WEB_CONCURRENCY"); v.Known() || c.assigned && v.Cause == value.External {
		p.fallback("workers", number(v))
	}
	if v := r.lookup(c, "FORWARDED_ALLOW_IPS"); v.Known() {
		p.fallback("forwarded_allow_ips", v)
	}
	p.fallback("workers", value.OfInt(1))
	p.fallback("reload", value.OfBool(false))
	p.fallback("proxy_headers", value.OfBool(true))
	p.fallback("forwarded_allow_ips", value.OfStr("127.0.0.1"))
	p.fallback("log_level", value.OfStr("info"))
	p.fallback("host", value.OfStr("127.0.0.1"))
	p.fallback("port", value.OfInt(8000))
	return &deploy.Server{Program: "uvicorn", App: p.app(), Binds: binds(p, "uds"), Options: deploy.NewOptions(p.values)}
}

// fromEnvironment adds options that the environment gives under a prefix.
func (r *reader) fromEnvironment(c *command, p *parsed, prefix string, flags []flag) {
	for _, f := range flags {
		v := r.lookup(c, prefix+strings.ToUpper(f.dest))
		if !v.Known() {
			continue
		}
		text, _ := v.Text()
		switch f.kind {
		case takesNumber:
			v = number(v)
		case isOn, isOff:
			on := value.OfBool(text == "1" || strings.EqualFold(text, "true") || strings.EqualFold(text, "yes") || strings.EqualFold(text, "on"))
			on.Trail = v.Trail
			v = on
		case takesText, takesMore:
		}
		p.fallback(f.dest, v)
	}
}

// binds returns the address of a server that takes a host, a port and perhaps a socket.
func binds(p *parsed, socket string) []deploy.Bind {
	if uds, ok := p.values[socket]; ok {
		w := p.word(socket)
		return []deploy.Bind{{Unix: w.Text, Known: w.Known, Span: uds.Span()}}
	}
	return []deploy.Bind{bindAt(p.values["host"], p.values["port"])}
}

// hypercorn reads a hypercorn command.
func (r *reader) hypercorn(c *command, args []shell.Word) *deploy.Server {
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
	r.hypercornConfig(c, s, p)
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
func (r *reader) hypercornConfig(c *command, s *deploy.Server, p *parsed) {
	config, ok := p.values["config"].Text()
	if !ok {
		return
	}
	name, isModule := strings.CutPrefix(config, "python:")
	name, isFile := strings.CutPrefix(name, "file:")
	if isModule {
		name = strings.ReplaceAll(name, ".", "/") + ".py"
	}
	s.Config, _ = r.file(c, name)
	switch {
	case s.Config == nil:
		r.notify(source.Note, p.values["config"].Span(), "hypercorn's configuration file is not in the repository")
	case isModule || isFile:
		if r.options.EvalConfig != nil {
			for name, v := range r.options.EvalConfig(s.Config, r.full(c)) {
				p.fallback(name, v)
			}
		}
	default:
		given := map[string]value.Value{}
		for _, e := range readTOML(s.Config) {
			v := assigned(e.text, e.span, e.key+" is set here")
			switch e.key {
			case "bind", "insecure_bind", "quic_bind":
				list := value.OfSequence(value.List, append(slices.Clip(given[e.key].Elems()), v)...)
				v = retold(v, list)
			case "workers", "backlog", "graceful_timeout", "keep_alive_timeout":
				v = number(v)
			case "debug", "use_reloader":
				v = retold(v, value.OfBool(e.text == "true"))
			}
			given[e.key] = v
		}
		for name, v := range given {
			p.fallback(name, v)
		}
		if v, ok := given["use_reloader"]; ok {
			p.fallback("reload", v)
		}
	}
}

// readsEnvFile gives a process the variables of the env files that its server loads, which are weaker than its own. They
// are read as python-dotenv does.
func (r *reader) readsEnvFile(c *command, p *parsed, option string) {
	v := p.values[option]
	elems := v.Elems()
	if _, ok := v.Text(); ok {
		elems = []value.Value{v}
	}
	for _, one := range elems {
		name, ok := one.Text()
		if !ok {
			continue
		}
		if f, _ := r.file(c, name); f != nil {
			c.giveFile(f, dotenv.PythonDotenv, one.Span(), false)
		} else {
			c.absent = append(c.absent, deploy.Word{Text: name, Known: true, Span: one.Span()})
		}
	}
}

// listed returns the addresses of a list, or the default.
func listed(p *parsed, dest string, fallback deploy.Bind) []deploy.Bind {
	v := p.values[dest]
	elems := v.Elems()
	if text, ok := v.Text(); ok && text != "" {
		elems = []value.Value{v}
	}
	if len(elems) == 0 {
		return []deploy.Bind{fallback}
	}
	var all []deploy.Bind
	for i, e := range elems {
		all = append(all, parseBind(e, p.textAt(dest, i), fallback.Port))
	}
	return all
}

// daphne reads a daphne command.
func daphne(args []shell.Word) *deploy.Server {
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

// granian reads a granian command. Every option may come from GRANIAN_NAME.
func (r *reader) granian(c *command, args []shell.Word) *deploy.Server {
	flags := []flag{
		{"--host", "host", takesText},
		{"--port", "port", takesNumber},
		{"--uds", "uds", takesText},
		{"--interface", "interface", takesText},
		{"--workers", "workers", takesNumber},
		{"--runtime-threads", "runtime_threads", takesNumber},
		{"--blocking-threads", "blocking_threads", takesNumber},
		{"--reload", "reload", isOn},
		{"--no-reload", "reload", isOff},
		{"--respawn-failed-workers", "respawn_failed_workers", isOn},
		{"--no-respawn-failed-workers", "respawn_failed_workers", isOff},
		{"--access-log", "log_access_enabled", isOn},
		{"--no-access-log", "log_access_enabled", isOff},
		{"--ws", "websockets", isOn},
		{"--no-ws", "websockets", isOff},
		{"--log", "log_enabled", isOn},
		{"--no-log", "log_enabled", isOff},
		{"--factory", "factory", isOn},
		{"--no-factory", "factory", isOff},
		{"--env-files", "env_files", takesMore},
	}
	p := parseFlags(args, flags, style{unknownTakes: true})
	r.fromEnvironment(c, p, "GRANIAN_", flags)
	r.readsEnvFile(c, p, "env_files")
	p.fallback("workers", value.OfInt(1))
	p.fallback("reload", value.OfBool(false))
	p.fallback("respawn_failed_workers", value.OfBool(false))
	p.fallback("interface", value.OfStr("rsgi"))
	p.fallback("host", value.OfStr("127.0.0.1"))
	p.fallback("port", value.OfInt(8000))
	if v, ok := p.values["log-level"]; ok {
		p.values["loglevel"] = v
	}
	return &deploy.Server{Program: "granian", App: p.app(), Binds: binds(p, "uds"), Options: deploy.NewOptions(p.values)}
}

// waitress reads a waitress-serve command, which listens on all interfaces when nothing is said.
func waitress(args []shell.Word) *deploy.Server {
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
		{"--url-scheme", "url_scheme", takesText},
	}, style{unknownTakes: true})
	s := &deploy.Server{Program: "waitress", App: p.app()}
	p.fallback("threads", value.OfInt(4))
	p.fallback("expose_tracebacks", value.OfBool(false))
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
