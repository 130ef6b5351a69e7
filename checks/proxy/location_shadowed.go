package proxy

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// locationShadowed reports a location for files that loses some of them to a location with a regular expression.
//
// # Why it matters
//
// nginx asks the regular expressions before it takes the location with the longest path. One for \.css$, meant to set
// expires, answers for the style sheets under /static/ too, looks for them in another folder, or asks the application for them,
// which has none, and sends 404. Files with other endings are served, so that folder and alias look right.
//
// # Example
//
//	location /assets/ { alias /srv/shop/build/; }
//	location ~* \.(css|js)$ { expires 30d; }
//
// # Use instead
//
//	location ^~ /assets/ { alias /srv/shop/build/; expires 30d; }
//
// # Shown on nginx
//
//	request:   GET /assets/site.css
//	answer:    404
//	mended:    200
//
// # When it stays silent
//
// When both locations name the same file, when the regular expression refuses or redirects, and when it hands requests
// on to something else than the application, or to one that serves static files itself (WhiteNoise).
func locationShadowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL324",
		Name:    "location-shadowed",
		Summary: "A regular expression takes files away from the location that serves them",
		Help:    "Write ^~ before the path of the location that serves the files",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#location",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkLocationShadowed),
	}
}

func checkLocationShadowed(l *nginx.Location, site *deploy.Site) lint.Answer {
	const many = 300 // locations of one server; each is asked about against all others
	folder, own, known := l.Folder()
	handler, _ := l.Handler()
	if len(l.Server.Locations) > many || !known || handler != nginx.ServesFiles || l.Modifier != "" || !l.IsPrefix() || own.Outer != l.Block || !strings.HasSuffix(l.Path, "/") || l.IsInternal() {
		return nil
	}
	for _, name := range []string{"site.css", "site.js", "logo.png", "photo.jpg", "icon.svg", "font.woff2"} {
		a := l.Server.Answer(l.Path + name)
		if a.Location == nil || !a.Sure || !a.Location.IsRegex() || a.Location.Outer == l {
			continue
		}
		if access, _ := a.Location.Access(); access != nginx.AccessOpen {
			continue
		}
		elsewhere, fallback := "", nginx.Entry{}
		if a.Fallback != nil {
			_, fallback = a.Fallback.Handler()
		}
		switch {
		case a.Fallback != nil && (!asksForFiles(site, fallback, l.Path) || a.Handler != nginx.ServesFiles):
			continue
		case a.Handler == nginx.ServesFiles && (!a.FileKnown && a.Root.Directive == nil):
			elsewhere = "it is looked for in nginx's own folder html"
		case a.Handler == nginx.ServesFiles && a.FileKnown && path.Clean(a.File) != path.Clean(folder+"/"+name):
			elsewhere = "it is looked for in " + path.Dir(a.File)
		case a.Handler == nginx.Proxies && asksForFiles(site, a.By, l.Path):
			elsewhere = "the application is asked for it, and answers 404"
		default:
			continue
		}
		return lint.Fail(a.Location, "%s%s is answered by this regular expression, not by location %s: %s", l.Path, name, l.Path, elsewhere).
			About(a.Location.Key()).
			With(l, "the location that has the files").
			Fix("location ^~ %s {", l.Path).Among(l.Block, "")
	}
	return nil
}

// asksForFiles reports whether a directive hands requests for files under a path on to the application, and that does not serve
// files itself.
func asksForFiles(site *deploy.Site, pass nginx.Entry, under string) bool {
	if !site.IsAppTarget(pass) {
		return false
	}
	s := site.Settings
	if s == nil || s.ServesFiles() {
		return s == nil
	}
	url, local := deploy.LocalURL(s.Get("STATIC_URL"))
	return !local || !strings.HasPrefix(under, url) && !strings.HasPrefix(url, under) || s.StaticElsewhere() == value.False
}
