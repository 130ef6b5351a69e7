package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// autoindexOn reports a folder whose list of files anybody can read.
//
// # Why it matters
//
// With autoindex nginx answers a request for a folder with the names of everything in it. Uploads, backups and exports that
// nobody was given a link to can then be found and downloaded by anybody.
//
// # Example
//
//	location /media/ {
//	    alias /srv/shop/media/;
//	    autoindex on;
//	}
//
// # Use instead
//
//	location /media/ {
//	    alias /srv/shop/media/;
//	}
//
// # Shown on nginx
//
//	request:   GET /media/
//	answer:    invoice-17.pdf in the body
//	mended:    no invoice-17.pdf in the body
//
// # When it stays silent
//
// For locations that hand requests on, that are internal, or that ask for a password or an address. It is a note for a
// location that is called downloads, public or the like.
func autoindexOn() lint.Rule {
	return lint.Rule{
		ID:      "DPL309",
		Name:    "autoindex-on",
		Summary: "Anybody can list the files of a folder",
		Help:    "Remove autoindex on, or limit who may ask",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-548"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_autoindex_module.html#autoindex",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkAutoindexOn),
	}
}

func checkAutoindexOn(l *nginx.Location, _ *deploy.Site) lint.Answer {
	e, found := l.InEffect("autoindex")
	handler, _ := l.Handler()
	access, _ := l.Access()
	if found != value.True || e.Arg(0).Text != "on" || handler != nginx.ServesFiles || access != nginx.AccessOpen || l.Modifier == "=" {
		return nil
	}
	r := lint.Fail(e, "anybody can list the files under %s, and download what no page links to", l.Path).
		About(e.Key()).
		Fix("autoindex off;").Among(e.Source(), "")
	if isMeantForAll(l.Path) {
		r = r.At(lint.Note)
	}
	if e.Outer != l.Block {
		r = r.With(l, "it is in effect here")
	}
	return r
}

// isMeantForAll reports whether a location's name says that everybody may look around in it.
func isMeantForAll(path string) bool {
	for _, word := range []string{"download", "public", "pub/", "releases", "mirror", "archive", "dist"} {
		if strings.Contains(path, word) {
			return true
		}
	}
	return false
}
