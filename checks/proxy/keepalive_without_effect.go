package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// keepaliveWithoutEffect reports an upstream with keepalive whose locations close each connection.
//
// # Why it matters
//
// nginx before 1.29.7 speaks HTTP/1.0 to the application and sends Connection: close, unless it is told otherwise. Each
// request opens a connection of its own, as without keepalive.
//
// # Example
//
//	upstream app { server 127.0.0.1:8000; keepalive 16; }
//	location / { proxy_pass http://app; }
//
// # Use instead
//
//	location / {
//	    proxy_http_version 1.1;
//	    proxy_set_header Connection "";
//	    proxy_pass http://app;
//	}
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    the application gets Connection: close
//	mended:    the application gets no Connection
//
// # When it stays silent
//
// For locations that upgrade to WebSockets, for gunicorn's sync workers, which keep no connection open, and when an
// include may set either.
func keepaliveWithoutEffect() lint.Rule {
	return lint.Rule{
		ID:      "DPL352",
		Name:    "keepalive-without-effect",
		Summary: "keepalive in the upstream has no effect",
		Help:    "Set proxy_http_version 1.1 and an empty Connection header in the location",
		Level:   lint.Note,
		Tags:    []string{"performance"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkKeepaliveWithoutEffect),
	}
}

func checkKeepaliveWithoutEffect(t deploy.AppTarget, site *deploy.Site) lint.Answer {
	major, minor := site.NginxVersion()
	if t.Upstream == nil || !t.HTTP() || isSync(t.Process) || major > 1 || minor > 29 {
		return nil
	}
	keepalive, ok := t.Upstream.First("keepalive")
	if !ok {
		return nil
	}
	version, is := t.Outer.InEffect("proxy_http_version")
	headers := t.Outer.Headers("proxy_set_header")
	connection, sent := headers.Get("Connection")
	if is == value.Undecided || sent == value.Undecided || is == value.True && version.Arg(0).Text == "1.1" && sent == value.True && connection.Value.Text != "close" {
		return nil
	}
	return lint.Fail(keepalive, "each request opens a connection of its own all the same: %s speaks HTTP/1.0 or closes it", t.Where()).
		About(keepalive.Key()).
		With(t.Entry, "the location that uses the upstream").
		Fix(`proxy_http_version 1.1; proxy_set_header Connection "";`).Among(t.Server.Block, "")
}

// isSync reports whether the process is gunicorn with sync workers, which close each connection.
func isSync(p *deploy.Process) bool {
	if p == nil || !p.Server.IsGunicorn() {
		return false
	}
	class, ok := p.Server.Options.Get("worker_class").Text()
	return ok && class == "sync"
}
