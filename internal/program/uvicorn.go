package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// uvicorn stops listening on TERM and INT and waits for the requests in hand as long as they take.
//
// https://www.uvicorn.org/settings/
func uvicorn() Program {
	return Program{
		Name: "uvicorn", Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.ASGI,
			Stop:      deploy.Stopping{Gentle: []string{"TERM", "INT"}, Abrupt: []string{"QUIT", "HUP"}, Option: "timeout_graceful_shutdown"},
			Trust:     deploy.Trust{Peers: deploy.SameMachine, Option: "forwarded_allow_ips"},
		},
		Interface: uvicornInterface,
		Variables: []string{"UVICORN_*", "WEB_CONCURRENCY", "FORWARDED_ALLOW_IPS"},
		Read:      serves((*World).readUvicorn),
	}
}

// uvicornInterface returns what --interface asks for. That it finds out by itself is only which ASGI the application speaks:
// it takes no application for WSGI's unless it is told so.
func uvicornInterface(s *deploy.Server) deploy.Interface {
	v, given := s.Options.Given("interface")
	switch text, known := v.Text(); {
	case given && !known:
		return ""
	case given && text == "wsgi":
		return deploy.WSGI
	}
	return deploy.ASGI
}

// readUvicorn reads a uvicorn command. Every option may come from UVICORN_NAME, the number of workers from WEB_CONCURRENCY too.
func (w *World) readUvicorn(args []shell.Word) *deploy.Server {
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
	w.fromEnvironment(p, "UVICORN_", flags)
	w.readsEnvFile(p, "env_file")
	if v := w.Lookup("WEB_CONCURRENCY"); v.Known() || w.AssignsPort && v.Cause == value.External {
		p.fallback("workers", v.AsInt())
	}
	if v := w.Lookup("FORWARDED_ALLOW_IPS"); v.Known() {
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
