package proxy

import (
	"path"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// aliasWithoutSlash reports a location that ends in a slash while its alias does not.
//
// # Why it matters
//
// nginx replaces the location's path by the alias and looks at nothing else: /static/app.css becomes
// /srv/shop/staticapp.css, which is not there. Every file under the location is answered 404.
//
// # Example
//
//	location /static/ {
//	    alias /srv/shop/static;
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
//	request:   GET /static/app.css
//	answer:    404, no body {} in the body
//	mended:    200, body {} in the body
//
// # When it stays silent
//
// For locations that match exactly (=) or by a regular expression, and where the alias ends in a variable.
func aliasWithoutSlash() lint.Rule {
	return lint.Rule{
		ID:      "DPL302",
		Name:    "alias-without-slash",
		Summary: "An alias without a slash at its end answers every file with 404",
		Help:    "End the alias in a slash, as the location's path does",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#alias",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkAliasWithoutSlash),
	}
}

func checkAliasWithoutSlash(l *nginx.Location, _ *deploy.Site) lint.Answer {
	slashes, alias := l.Slashes()
	if slashes != nginx.LocationSlash {
		return nil
	}
	to := alias.Arg(0).Text
	return lint.Fail(alias.ArgsSpan(), "every file under %s is answered 404: %sx is looked for at %sx", l.Path, l.Path, to).
		About(alias.Key()).
		With(l, "the location ends in a slash").
		Fix("alias %s/;", path.Clean(to))
}
