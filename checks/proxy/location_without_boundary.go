package proxy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// locationWithoutBoundary reports a location for files that also matches longer names.
//
// # Why it matters
//
// A location matches whatever begins with its path. /media matches /media-private/x as well, and with an alias that has
// no slash either, that is the folder media-private beside media. And a page of the application under /mediathek is taken
// away from it.
//
// # Example
//
//	location /media {
//	    alias /srv/shop/media;
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
//	request:   GET /media-private/contract.txt
//	answer:    confidential in the body
//	mended:    no confidential in the body
//
// # When it stays silent
//
// For a location of one file, such as /favicon.ico, and for locations that match exactly (=) or are internal. For
// the location of the static files alone it is a note.
func locationWithoutBoundary() lint.Rule {
	return lint.Rule{
		ID:      "DPL303",
		Name:    "location-without-boundary",
		Summary: "A location without a slash at its end also serves the folders beside its own",
		Help:    "End both the location's path and the alias in a slash",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-22"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#location",
		},
		Since: "0.1.0",
		Check: lint.OfServer(checkLocationWithoutBoundary),
	}
}

// checkLocationWithoutBoundary makes one finding of all such locations of a server.
func checkLocationWithoutBoundary(s *nginx.Server, site *deploy.Site) lint.Answer {
	var open []*nginx.Location
	for _, l := range s.AllLocations() {
		slashes, alias := l.Slashes()
		to := alias.Directive
		if slashes == nginx.NeitherSlash && to != nil && !l.IsInternal() && !isFile(l.Path, to.Arg(0).Text) {
			open = append(open, l)
		}
	}
	if len(open) == 0 {
		return nil
	}
	first := open[0]
	_, alias := first.Slashes()
	r := lint.Fail(first, "%s also answers for %s-private/x, with files from %s-private", first.Path, first.Path, alias.Arg(0).Text).
		About(first.Key()).
		Fix("location %s/ { alias %s/; … }", first.Path, path.Clean(alias.Arg(0).Text))
	if !slices.ContainsFunc(open, func(l *nginx.Location) bool { return !holdsStaticFiles(site, l) }) {
		r = r.At(lint.Note)
	}
	for _, l := range open[1:] {
		r = r.With(l, "so does %s", l.Path)
	}
	return r
}

// isFile reports whether a location serves one file: its alias is a file of the same name.
func isFile(location, alias string) bool {
	return path.Ext(alias) != "" && strings.EqualFold(path.Ext(alias), path.Ext(location))
}

// holdsStaticFiles reports whether a location is for the files that collectstatic gathers, which are for everybody.
func holdsStaticFiles(site *deploy.Site, l *nginx.Location) bool {
	if l.IsRegex() {
		return false
	}
	name := strings.Trim(l.Path, "/")
	if site.Settings != nil {
		if url, local := deploy.LocalURL(site.Settings.Get("STATIC_URL")); local && name != "" && name == strings.Trim(url, "/") {
			return true
		}
	}
	return name == "static"
}
