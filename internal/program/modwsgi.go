package program

import (
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// modWSGI is the module of Apache, which runs the application by itself: Apache's configuration tells what it does.
func modWSGI() Program {
	return Program{Name: "mod_wsgi", Kind: deploy.Web, Traits: modWSGITraits()}
}

// modWSGITraits are those of Apache with mod_wsgi. It believes the headers that WSGITrustedProxyHeaders names, of everybody
// where WSGITrustedProxies names nobody, and none where neither is set.
//
// https://modwsgi.readthedocs.io/en/master/release-notes/version-4.4.9.html
func modWSGITraits() deploy.Traits {
	return deploy.Traits{
		Interface: deploy.WSGI,
		Stop:      deploy.Stopping{Gentle: []string{"WINCH"}, Abrupt: []string{"TERM"}},
		Trust:     deploy.Trust{Peers: deploy.Nobody, Sockets: value.False, Option: "trust-proxy-header"},
	}
}

// modWSGIExpress starts an Apache of its own with a configuration that it writes by itself.
//
// https://pypi.org/project/mod-wsgi/
func modWSGIExpress() Program {
	return Program{
		Name: "mod_wsgi-express", Kind: deploy.Web, Traits: modWSGITraits(),
		Read: serves(readModWSGIExpress),
	}
}

// readModWSGIExpress reads mod_wsgi-express start-server SCRIPT, which listens on all interfaces when nothing is said; its
// other commands serve nothing.
func readModWSGIExpress(_ *World, args []shell.Word) *deploy.Server {
	if len(args) == 0 || args[0].Text != "start-server" {
		return nil
	}
	p := parseFlags(args[1:], []flag{
		{"--host", "host", takesText},
		{"--port", "port", takesNumber},
		{"--processes", "processes", takesNumber},
		{"--threads", "threads", takesNumber},
		{"--user", "user", takesText},
		{"--group", "group", takesText},
		{"--application-type", "application-type", takesText},
		{"--reload-on-changes", "reload", isOn},
		{"--debug-mode", "debug-mode", isOn},
		{"--enable-debugger", "enable-debugger", isOn},
		{"--log-to-terminal", "log-to-terminal", isOn},
		{"--access-log", "access_log", isOn},
		{"--trust-proxy-header", "trust-proxy-header", takesMore},
		{"--trust-proxy", "trust-proxy", takesMore},
	}, style{prefixes: true, unknownTakes: true})
	s := &deploy.Server{Program: "mod_wsgi-express", App: p.app()}
	p.fallback("processes", value.OfInt(1))
	p.fallback("threads", value.OfInt(5))
	p.fallback("host", value.OfStr("0.0.0.0"))
	p.fallback("port", value.OfInt(8000))
	s.Binds = binds(p, "")
	s.Options = deploy.NewOptions(p.values)
	return s
}
