package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// tryFilesBesideProxy reports a location that has both try_files and proxy_pass.
//
// # Why it matters
//
// try_files only looks whether the file is there; what answers is the location's handler, and that is the proxy. Files
// that exist are asked of the application, and with =404 at the end every page that is no file is answered 404.
//
// # Example
//
//	location / {
//	    try_files $uri =404;
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # Use instead
//
//	location / { try_files $uri @app; }
//	location @app { proxy_pass http://127.0.0.1:8000; }
//
// # Shown on nginx
//
//	request:   GET /cart/
//	answer:    404
//	mended:    200
//
// # When it stays silent
//
// When try_files cannot find anything of the request's, and leads to a named location at once.
func tryFilesBesideProxy() lint.Rule {
	return lint.Rule{
		ID:      "DPL343",
		Name:    "try-files-beside-proxy",
		Summary: "try_files and proxy_pass in one location: no file is ever served from disk",
		Help:    "Move proxy_pass into a named location that try_files leads to",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkTryFilesBesideProxy),
	}
}

func checkTryFilesBesideProxy(l *nginx.Location, _ *deploy.Site) lint.Answer {
	t, tries := l.First("try_files")
	p, passes := l.First("proxy_pass", "uwsgi_pass")
	if !tries || !passes || t.Conditional || p.Conditional || !strings.HasPrefix(t.Arg(0).Text, "$uri") {
		return nil
	}
	message := "files that are there are asked of the application all the same: %s decides who answers in %s"
	if last := t.Arg(len(t.Args) - 1); strings.HasPrefix(last.Text, "=4") {
		message = "every page that is no file is answered " + last.Text[1:] + ", and files are asked of the application: %s decides who answers in %s"
	}
	return lint.Fail(t, message, p.Name.Text, nameOf(l)).
		About(t.Key()).
		With(p, "the proxy").
		Fix("try_files $uri @app; with %s in location @app", p.Name.Text).Among(l.Server.Block, "here too")
}
