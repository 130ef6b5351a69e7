package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// locationNeverMatches reports a location whose path cannot be that of a request.
//
// # Why it matters
//
// Without ~ the path of a location is compared as it stands, letter by letter. A regular expression without it, or a
// path without a slash at its beginning, takes no request at all: what the block holds, a deny for example, is without
// effect.
//
// # Example
//
//	location \.git { deny all; }
//
// # Use instead
//
//	location ~ /\.git { deny all; }
//
// # Shown on nginx
//
//	request:   GET /.git/config
//	answer:    200
//	mended:    403
//
// # When it stays silent
//
// For named locations, and where a template fills the path in.
func locationNeverMatches() lint.Rule {
	return lint.Rule{
		ID:      "DPL325",
		Name:    "location-never-matches",
		Summary: "A location's path is one that no request has",
		Help:    "Write ~ before a regular expression, and begin a path with a slash",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#location",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkLocationNeverMatches),
	}
}

func checkLocationNeverMatches(l *nginx.Location, _ *deploy.Site) lint.Answer {
	if l.Inferred || l.PathWord.Hole || l.IsRegex() || l.IsNamed() || l.Path == "" || strings.Contains(l.Path, "$") && !strings.HasSuffix(l.Path, "$") {
		return nil
	}
	why := "it does not begin with a slash"
	if isPattern(l.Path) {
		why = "without ~ it is no regular expression"
	} else if strings.HasPrefix(l.Path, "/") {
		return nil
	}
	return lint.Fail(l, "no request is for %s: %s", l.Path, why).
		About(l.Key()).
		Fix("location ~ %s {", l.Path).Among(l.Server.Block, "nor does this one")
}

// isPattern reports whether a path can only be meant as a regular expression.
func isPattern(p string) bool {
	return strings.HasPrefix(p, "^") || strings.HasSuffix(p, "$") || strings.Contains(p, `\.`) || strings.Contains(p, ".*") || strings.Contains(p, ".+") ||
		strings.Contains(p, "|") && strings.Contains(p, "(")
}
