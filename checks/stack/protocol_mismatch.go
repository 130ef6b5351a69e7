package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// protocolMismatch reports nginx speaking another protocol to the application server than that one listens for.
//
// # Why it matters
//
// uwsgi_pass sends the binary uwsgi protocol, proxy_pass HTTP. The two do not understand each other, so no request is
// answered by Django. Depending on the server visitors see 502 at once, or 504 after proxy_read_timeout, since gunicorn and
// waitress go on waiting for the end of a request line.
//
// # Example
//
//	location / {
//	    include uwsgi_params;
//	    uwsgi_pass django:8000;
//	}
//
//	[uwsgi]
//	http-socket = 0.0.0.0:8000
//
// # Use instead
//
//	[uwsgi]
//	socket = 0.0.0.0:8000
//
// # When it stays silent
//
// When the process that listens there is not known, when one of its options that decide is not (uWSGI's socket-protocol,
// gunicorn's protocol), when it listens on a socket that systemd or supervisor opened for uWSGI, and with grpc_pass.
func protocolMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL580",
		Name:    "protocol-mismatch",
		Summary: "nginx speaks another protocol than the application server listens for",
		Help:    "Use proxy_pass for a server that listens for HTTP, and uwsgi_pass for a socket of uWSGI",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://uwsgi-docs.readthedocs.io/en/latest/Nginx.html",
			"https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_pass",
		},
		Since: "0.2.0",
		Check: lint.OfAppTarget(checkProtocolMismatch),
	}
}

func checkProtocolMismatch(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	if t.Process == nil || t.Process.Server == nil {
		return nil
	}
	server := t.Process.Server
	listens := server.ProtocolOf(t.Bind)
	speaks := t.Protocol
	if speaks == "suwsgi" || listens == "" || speaks == "" || speaks == listens || strings.HasPrefix(speaks, "grpc") {
		return nil
	}
	return lint.Fail(t.Entry, "no request reaches Django (502 or 504): %s speaks %s here, but %s listens for %s on %s",
		t.Name.Text, protocolName(speaks), server.Program, protocolName(listens), t.Bind).
		About(t.Key()+"#protocol").
		With(bindPlace(t.Process, t.Bind), "%s listens for %s here", t.Process.Name, protocolName(listens)).
		Fix("%s", speakThe(listens, t))
}

// protocolName is what people call a protocol.
func protocolName(protocol string) string {
	switch protocol {
	case "http", "https", "scgi":
		return strings.ToUpper(protocol)
	case "fastcgi":
		return "FastCGI"
	}
	return "the " + protocol + " protocol"
}

// speakThe says how nginx speaks a protocol to the target, and for uWSGI how it listens for nginx's.
func speakThe(protocol string, t deploy.AppTarget) string {
	to := t.Arg(0).Text
	if _, rest, ok := strings.Cut(to, "://"); ok {
		to, _, _ = strings.Cut(rest, "/")
	}
	switch protocol {
	case "http", "https":
		if t.Address.Unix != "" {
			to = "unix:" + t.Address.Unix
		}
		pass := "proxy_pass " + protocol + "://" + to + ";"
		if t.Process.Server.Program == "uwsgi" && t.Protocol == "uwsgi" && protocol == "http" {
			return "socket = " + strings.TrimPrefix(t.Bind.String(), "unix:") + " in uWSGI, in place of what listens for HTTP; or " + pass
		}
		return pass
	case "uwsgi":
		return "include uwsgi_params; and uwsgi_pass " + to + ";"
	default:
		return protocol + "_pass " + to + ";"
	}
}
