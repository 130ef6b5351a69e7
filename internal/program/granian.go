package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// granian speaks RSGI unless --interface says otherwise. It believes no forwarded header: that is left to a wrapper around the
// application.
//
// https://github.com/emmett-framework/granian#options
func granian() Program {
	return Program{
		Name: "granian", Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.RSGI,
			Stop:      deploy.Stopping{Gentle: []string{"TERM", "INT"}, Abrupt: []string{"QUIT"}, Option: "workers_kill_timeout"},
			Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False},
		},
		Interface: granianInterface,
		Variables: []string{"GRANIAN_*"},
		Read:      serves((*World).readGranian),
	}
}

func granianInterface(s *deploy.Server) deploy.Interface {
	switch text, _ := s.Options.Get("interface").Text(); text {
	case "asgi", "asginl":
		return deploy.ASGI
	case "wsgi":
		return deploy.WSGI
	case "rsgi":
		return deploy.RSGI
	}
	return ""
}

// readGranian reads a granian command. Every option may come from GRANIAN_NAME.
func (w *World) readGranian(args []shell.Word) *deploy.Server {
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
	w.fromEnvironment(p, "GRANIAN_", flags)
	w.readsEnvFile(p, "env_files")
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
