package program

import (
	"maps"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// gunicorn finishes the requests in hand on TERM and drops them on QUIT and INT. It believes the forwarded headers of this
// machine, and of whoever connects through a Unix socket.
//
// https://docs.gunicorn.org/en/stable/settings.html, https://docs.gunicorn.org/en/stable/signals.html
func gunicorn(name string, aliases ...string) Program {
	return Program{
		Name: name, Commands: aliases, Modules: []string{"gunicorn.app.wsgiapp"}, Kind: deploy.Web,
		Traits:    gunicornTraits(),
		Interface: gunicornInterface,
		Protocol:  gunicornProtocol,
		Variables: []string{"GUNICORN_CMD_ARGS", "WEB_CONCURRENCY", "FORWARDED_ALLOW_IPS", "PORT"},
		Read: func(w *World, argv []shell.Word, p *deploy.Process) {
			p.Server = w.readGunicorn(name, argv[1:])
		},
	}
}

func gunicornTraits() deploy.Traits {
	return deploy.Traits{
		Interface: deploy.WSGI,
		Stop:      deploy.Stopping{Gentle: []string{"TERM"}, Abrupt: []string{"QUIT", "INT"}, Grace: 30, Option: "graceful_timeout"},
		Trust:     deploy.Trust{Peers: deploy.SameMachine, Sockets: value.True, Option: "forwarded_allow_ips"},
	}
}

// gunicornProtocol returns what the option of that name says; gunicorn.config.Protocol knows two.
func gunicornProtocol(s *deploy.Server) string {
	v, given := s.Options.Given("protocol")
	switch text, known := v.Text(); {
	case !given:
		return webProtocol(s)
	case !known:
		return ""
	case strings.EqualFold(strings.TrimSpace(text), "uwsgi"):
		return "uwsgi"
	}
	return webProtocol(s)
}

// gunicornInterface returns what the worker class speaks; one of the project's own is named for what it is.
func gunicornInterface(s *deploy.Server) deploy.Interface {
	class, _ := s.Options.Get("worker_class").Text()
	switch strings.TrimPrefix(class, "egg:gunicorn#") {
	case "sync", "gthread", "gevent", "eventlet", "tornado", "gevent_wsgi", "gevent_pywsgi":
		return deploy.WSGI
	}
	if name := strings.ToLower(class); strings.Contains(name, "uvicorn") || strings.Contains(name, "asgi") {
		return deploy.ASGI
	}
	return ""
}

// gunicornFlags are the options of gunicorn's command line under the names of its settings (gunicorn/config.py), those of
// old and new versions together.
func gunicornFlags() []flag {
	return []flag{
		{"-c --config", "config", takesText},
		{"-b --bind", "bind", takesMore},
		{"--backlog", "backlog", takesNumber},
		{"-w --workers", "workers", takesNumber},
		{"-k --worker-class", "worker_class", takesText},
		{"--threads", "threads", takesNumber},
		{"--worker-connections", "worker_connections", takesNumber},
		{"--max-requests", "max_requests", takesNumber},
		{"--max-requests-jitter", "max_requests_jitter", takesNumber},
		{"-t --timeout", "timeout", takesNumber},
		{"--graceful-timeout", "graceful_timeout", takesNumber},
		{"--keep-alive", "keepalive", takesNumber},
		{"--limit-request-line", "limit_request_line", takesNumber},
		{"--limit-request-fields", "limit_request_fields", takesNumber},
		{"--limit-request-field_size", "limit_request_field_size", takesNumber},
		{"--reload", "reload", isOn},
		{"--reload-engine", "reload_engine", takesText},
		{"--reload-extra-file", "reload_extra_files", takesMore},
		{"--spew", "spew", isOn},
		{"--check-config", "check_config", isOn},
		{"--print-config", "print_config", isOn},
		{"--preload", "preload_app", isOn},
		{"--no-sendfile", "sendfile", isOff},
		{"--reuse-port", "reuse_port", isOn},
		{"--chdir", "chdir", takesText},
		{"-D --daemon", "daemon", isOn},
		{"-e --env", "raw_env", takesMore},
		{"-p --pid", "pidfile", takesText},
		{"--worker-tmp-dir", "worker_tmp_dir", takesText},
		{"-u --user", "user", takesText},
		{"-g --group", "group", takesText},
		{"-m --umask", "umask", takesText},
		{"--initgroups", "initgroups", isOn},
		{"--forwarded-allow-ips", "forwarded_allow_ips", takesText},
		{"--access-logfile", "accesslog", takesText},
		{"--disable-redirect-access-to-syslog", "disable_redirect_access_to_syslog", isOn},
		{"--access-logformat", "access_log_format", takesText},
		{"--error-logfile --log-file", "errorlog", takesText},
		{"--log-level", "loglevel", takesText},
		{"--capture-output", "capture_output", isOn},
		{"--logger-class", "logger_class", takesText},
		{"--log-config", "logconfig", takesText},
		{"--log-config-json", "logconfig_json", takesText},
		{"--log-syslog-to", "syslog_addr", takesText},
		{"--log-syslog", "syslog", isOn},
		{"--log-syslog-prefix", "syslog_prefix", takesText},
		{"--log-syslog-facility", "syslog_facility", takesText},
		{"-R --enable-stdio-inheritance", "enable_stdio_inheritance", isOn},
		{"--statsd-host", "statsd_host", takesText},
		{"--dogstatsd-tags", "dogstatsd_tags", takesText},
		{"--statsd-prefix", "statsd_prefix", takesText},
		{"-n --name", "proc_name", takesText},
		{"--pythonpath", "pythonpath", takesText},
		{"--paste --paster", "paste", takesText},
		{"--protocol", "protocol", takesText},
		{"--uwsgi-allow-from", "uwsgi_allow_ips", takesText},
		{"--proxy-protocol", "proxy_protocol", isOn},
		{"--proxy-allow-from", "proxy_allow_ips", takesText},
		{"--keyfile", "keyfile", takesText},
		{"--certfile", "certfile", takesText},
		{"--ssl-version", "ssl_version", takesText},
		{"--cert-reqs", "cert_reqs", takesText},
		{"--ca-certs", "ca_certs", takesText},
		{"--suppress-ragged-eofs", "suppress_ragged_eofs", isOn},
		{"--do-handshake-on-connect", "do_handshake_on_connect", isOn},
		{"--ciphers", "ciphers", takesText},
		{"--paste-global", "raw_paste_global_conf", takesMore},
		{"--strip-header-spaces", "strip_header_spaces", isOn},
		{"--tolerate-dangerous-framing", "tolerate_dangerous_framing", isOn},
		{"--permit-obsolete-folding", "permit_obsolete_folding", isOn},
		{"--permit-unconventional-http-method", "permit_unconventional_http_method", isOn},
		{"--permit-unconventional-http-version", "permit_unconventional_http_version", isOn},
		{"--casefold-http-method", "casefold_http_method", isOn},
		{"--forwarder-headers", "forwarder_headers", takesText},
		{"--header-map", "header_map", takesText},
		{"--asgi-loop", "asgi_loop", takesText},
		{"--asgi-lifespan", "asgi_lifespan", takesText},
		{"--root-path", "root_path", takesText},
		{"--no-control-socket", "control_socket_disable", isOn},
		{"--control-socket", "control_socket", takesText},
	}
}

// gunicornDefaults are the settings that rules ask for, as gunicorn has them when nothing is said.
func gunicornDefaults(p *parsed) {
	numbers := []struct {
		name string
		n    int64
	}{
		{"workers", 1},
		{"threads", 1},
		{"timeout", 30},
		{"graceful_timeout", 30},
		{"keepalive", 2},
		{"max_requests", 0},
		{"max_requests_jitter", 0},
		{"backlog", 2048},
		{"worker_connections", 1000},
		{"limit_request_line", 4094},
		{"limit_request_fields", 100},
		{"limit_request_field_size", 8190},
	}
	for _, d := range numbers {
		p.fallback(d.name, value.OfInt(d.n))
	}
	for _, name := range []string{"reload", "daemon", "preload_app", "proxy_protocol", "spew"} {
		p.fallback(name, value.OfBool(false))
	}
	p.fallback("worker_class", value.OfStr("sync"))
	p.fallback("loglevel", value.OfStr("info"))
	p.fallback("errorlog", value.OfStr("-"))
	p.fallback("accesslog", value.OfNone())
	p.fallback("forwarded_allow_ips", value.OfStr("127.0.0.1,::1"))
}

// readGunicorn reads a gunicorn command: the settings of the command line win over those of GUNICORN_CMD_ARGS, these over the
// configuration file's, these over what the environment gives as defaults.
func (w *World) readGunicorn(program string, args []shell.Word) *deploy.Server {
	s := &deploy.Server{Program: program}
	argparse := style{prefixes: true}
	line := parseFlags(args, gunicornFlags(), argparse)
	fromEnv := w.commandArguments()
	config := line.values["config"]
	if _, given := line.values["config"]; !given {
		config = fromEnv.values["config"]
	}
	settings, unread := w.gunicornConfig(s, config)
	merged := &parsed{values: map[string]value.Value{}, opaque: line.opaque, texts: line.texts, unread: unread}
	for _, layer := range []map[string]value.Value{settings, fromEnv.values, line.values} {
		maps.Copy(merged.values, layer)
	}
	w.gunicornEnvironment(merged)
	gunicornDefaults(merged)
	s.App = line.app()
	if app, ok := merged.values["wsgi_app"]; ok && s.App.Text == "" {
		text, isKnown := app.Text()
		s.App = deploy.Word{Text: text, Known: isKnown, Span: app.Span()}
	}
	s.Binds = w.gunicornBinds(merged)
	s.Options = deploy.NewOptions(merged.values)
	w.rawEnvironment(merged.values["raw_env"])
	return s
}

// commandArguments reads GUNICORN_CMD_ARGS, which gunicorn splits like a shell.
func (w *World) commandArguments() *parsed {
	v := w.Lookup("GUNICORN_CMD_ARGS")
	text, ok := v.Text()
	if !ok {
		return &parsed{}
	}
	return parseFlags(Split(text, v.Span()), gunicornFlags(), style{prefixes: true})
}

// gunicornConfig reads the configuration file: the one that -c names, else gunicorn.conf.py in the working directory. Of
// one that is named and cannot be read, unread says so: it may set anything.
func (w *World) gunicornConfig(s *deploy.Server, config value.Value) (settings map[string]value.Value, unread *value.Value) {
	name, given := config.Text()
	switch {
	case !config.Span().IsZero() && !given:
		w.Notify(source.Note, config.Span(), "which configuration file gunicorn reads is not known")
		unknown := value.NotKnown(value.Unread, "it may stand in gunicorn's configuration file, of which the name is not known")
		return nil, &unknown
	case !given:
		s.Config = w.Beside("gunicorn.conf.py")
	case strings.HasPrefix(name, "python:"):
		module := strings.ReplaceAll(strings.TrimPrefix(name, "python:"), ".", "/")
		s.Config = w.File(module + ".py")
	default:
		s.Config = w.File(strings.TrimPrefix(name, "file:"))
		if s.Config == nil {
			w.Notify(source.Note, config.Span(), "gunicorn's configuration file is not in the repository")
		}
	}
	if s.Config == nil && given && name != "" {
		unknown := value.NotKnown(value.External, "it may stand in gunicorn's configuration file, which is not in the repository")
		return nil, &unknown
	}
	if s.Config == nil || w.Eval == nil {
		return nil, nil
	}
	settings = map[string]value.Value{}
	for name, v := range w.Eval(s.Config) {
		settings[name] = configured(name, v)
	}
	return settings, nil
}

// configured turns a setting of the configuration file into the type that gunicorn makes of it.
func configured(name string, v value.Value) value.Value {
	for _, f := range gunicornFlags() {
		if f.dest != name {
			continue
		}
		switch f.kind {
		case takesNumber:
			return v.AsInt()
		case isOn, isOff:
			text, ok := v.Text()
			if !ok {
				return v
			}
			switch strings.ToLower(strings.TrimSpace(text)) {
			case "true", "false":
				b := value.OfBool(strings.EqualFold(strings.TrimSpace(text), "true"))
				b.Trail = v.Trail
				return b
			}
		case takesText, takesMore:
		}
	}
	return v
}

// gunicornEnvironment adds the defaults that the environment gives: WEB_CONCURRENCY and FORWARDED_ALLOW_IPS.
func (w *World) gunicornEnvironment(p *parsed) {
	if p.unread != nil {
		return // the file's word wins over these
	}
	workers := w.Lookup("WEB_CONCURRENCY")
	if workers.Known() || w.AssignsPort && workers.Cause == value.External {
		p.fallback("workers", workers.AsInt())
	}
	if ips := w.Lookup("FORWARDED_ALLOW_IPS"); ips.Known() {
		p.fallback("forwarded_allow_ips", ips)
	}
}

// gunicornBinds returns the addresses: those that are given, else all interfaces at PORT, else 127.0.0.1:8000.
func (w *World) gunicornBinds(p *parsed) []deploy.Bind {
	v, given := p.values["bind"]
	if !given {
		port := w.Lookup("PORT")
		switch text, ok := port.Text(); {
		case p.unread != nil:
			return []deploy.Bind{{Known: false, Default: true}}
		case ok:
			return []deploy.Bind{{Host: "0.0.0.0", Port: text, Known: true, Span: port.Span()}}
		case !port.Known() && port.Cause == value.External && w.AssignsPort:
			return []deploy.Bind{{Host: "0.0.0.0", Port: "$PORT"}}
		case p.opaque != nil:
			return []deploy.Bind{{Known: false, Default: true}}
		}
		return []deploy.Bind{{Host: "127.0.0.1", Port: "8000", Known: true, Default: true}}
	}
	var binds []deploy.Bind
	elems := v.Elems()
	if v.Kind() != value.List && v.Kind() != value.Tuple {
		elems = []value.Value{v}
	}
	for i, e := range elems {
		if len(e.Trail) == 0 {
			e.Trail = v.Trail
		}
		text, ok := e.Text()
		if !ok {
			binds = append(binds, ParseBind(e, p.textAt("bind", i), "8000"))
			continue
		}
		for part := range strings.SplitSeq(text, ",") {
			one := value.OfStr(strings.TrimSpace(part))
			one.Trail = e.Trail
			binds = append(binds, ParseBind(one, "", "8000"))
		}
	}
	return binds
}

// textAt returns the i-th operand of an option as written.
func (p *parsed) textAt(dest string, i int) string {
	if texts := p.texts[dest]; i < len(texts) {
		return texts[i]
	}
	return ""
}

// rawEnvironment adds gunicorn's own variables, which its workers see over all others.
func (w *World) rawEnvironment(v value.Value) {
	var vars []env.Var
	for _, e := range v.Elems() {
		text, ok := e.Text()
		name, rest, found := strings.Cut(text, "=")
		if !ok || !found {
			continue
		}
		at := e.Span()
		if at.IsZero() {
			at = v.Span()
		}
		vars = append(vars, env.Given(name, rest, at.After(name+"="), "gunicorn's --env"))
	}
	w.Give("gunicorn --env", vars...)
}
