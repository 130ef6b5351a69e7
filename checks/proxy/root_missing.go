package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// rootMissing reports try_files where no root is in effect.
//
// # Why it matters
//
// nginx takes the folder html beside its own files then, which holds its welcome page. Files of the site are never
// found, and /index.html is "Welcome to nginx!".
//
// # Example
//
//	location / {
//	    try_files $uri $uri/ =404;
//	}
//
// # Use instead
//
//	root /srv/shop/public;
//	location / {
//	    try_files $uri $uri/ =404;
//	}
//
// # Shown on nginx
//
//	request:   GET /robots.txt
//	answer:    no User-agent: * in the body
//	mended:    User-agent: * in the body
//
// # When it stays silent
//
// When an include that is not in the repository may set root, where try_files asks for no file of the request's path,
// and in servers that are not the site's. It is a note where what is not found goes to the application, since no file
// may be meant.
func rootMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL322",
		Name:    "root-missing",
		Summary: "A location looks for files, and nothing says in which folder",
		Help:    "Set root in the server",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#root",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkRootMissing),
	}
}

func checkRootMissing(d nginx.InServer, site *deploy.Site) lint.Answer {
	if !d.Is("try_files") || !strings.HasPrefix(d.Arg(0).Text, "$uri") || d.Conditional {
		return nil
	}
	if _, is := d.Outer.RootInEffect(); is != value.False || !isOwn(site, d.Server) {
		return nil
	}
	if handler, _ := d.Outer.Handler(); handler != nginx.ServesFiles {
		return nil
	}
	r := lint.Fail(d, "no root is set: %s looks for files in nginx's own folder html, where its welcome page is", nameOf(d.Location)).
		About(d.Key()).
		Fix("root /srv/…; in the server").Among(d.Server.Block, "here too")
	if strings.HasPrefix(d.Arg(len(d.Args)-1).Text, "@") {
		return r.At(lint.Note)
	}
	return r
}
