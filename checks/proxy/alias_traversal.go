package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// aliasTraversal reports a location that lets clients climb out of its folder.
//
// # Why it matters
//
// nginx replaces the location's path by the alias and looks at nothing else. With a slash at the end of the alias and
// none at the end of the location, /static../settings.py becomes /srv/shop/static/../settings.py: the source, .env and
// .git beside the folder are served to anybody.
//
// # Example
//
//	location /static {
//	    alias /srv/shop/static/;
//	}
//
// # Use instead
//
//	location /static/ {
//	    alias /srv/shop/static/;
//	}
//
// # Shown on nginx
//
//	request:   GET /static../settings.py
//	answer:    200, SECRET_KEY in the body
//	mended:    200, no SECRET_KEY in the body
//
// # When it stays silent
//
// For locations that match exactly (=) or by name (@), for internal ones, and where both paths end in a slash.
func aliasTraversal() lint.Rule {
	return lint.Rule{
		ID:      "DPL301",
		Name:    "alias-traversal",
		Summary: "A location without a slash at its end lets clients climb out of the alias's folder",
		Help:    "End the location's path in a slash, as the alias does",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-22"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#alias",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkAliasTraversal),
	}
}

func checkAliasTraversal(l *nginx.Location, _ *deploy.Site) lint.Answer {
	slashes, alias := l.Slashes()
	if slashes != nginx.AliasSlash || l.IsInternal() {
		return nil
	}
	outside := parentOf(alias.Arg(0).Text)
	return lint.Fail(l, "anybody can read files outside of %s: a request for %s../x is answered with %s/x", alias.Arg(0).Text, l.Path, outside).
		About(l.Key()).
		With(alias.ArgsSpan(), "the alias ends in a slash").
		Fix("location %s/ {", l.Path)
}

// parentOf returns the folder around a folder.
func parentOf(dir string) string {
	dir = strings.TrimRight(dir, "/")
	return dir[:max(0, strings.LastIndexByte(dir, '/'))]
}
