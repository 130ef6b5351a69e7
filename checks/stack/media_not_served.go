package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// mediaNotServed reports a site whose uploaded files nobody serves.
//
// # Why it matters
//
// Django writes what users upload to MEDIA_ROOT and links to it below MEDIA_URL, but serves it in development only:
// static() in urls.py returns nothing with DEBUG off. When nginx hands these URLs on to Django like everything else, every
// uploaded picture and document is answered 404.
//
// # Example
//
//	MEDIA_URL = "/media/"
//	MEDIA_ROOT = BASE_DIR / "media"
//
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Use instead
//
//	location /media/ { alias /srv/shop/media/; }
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # When it stays silent
//
// When the project sets no MEDIA_ROOT, a storage such as S3 keeps the files, urls.py uses django.views.static, or nginx hands them out at Django's word
// (X-Accel-Redirect to an internal location).
func mediaNotServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL511",
		Name:    "media-not-served",
		Summary: "Nobody serves the files that users upload",
		Help:    "Serve MEDIA_URL from MEDIA_ROOT with nginx",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/static-files/#serving-files-uploaded-by-a-user-during-development",
			"https://docs.djangoproject.com/en/stable/ref/settings/#media-root",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkMediaNotServed),
	}
}

func checkMediaNotServed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	root, given := s.Given("MEDIA_ROOT")
	url, local := deploy.LocalURL(s.Get("MEDIA_URL"))
	if !given || !deploy.IsPlace(root) || !local || url == "/" || s.KeepsUploads() != value.True || s.ServesFiles() || site.HandsOut(root) {
		return nil
	}
	unserved, served, sure := whoServes(site, url)
	switch {
	case !sure:
		return nil
	case len(served) > 0:
		return lint.Pass(served[0], "nginx serves %s", url).About("nginx:" + url)
	case len(unserved) == 0:
		return nil
	}
	return lint.Fail(unserved[0].Server, "%s is handed on to Django, which serves no uploaded files with DEBUG off: every one of them is answered 404", url).
		About(unserved[0].Server.Key()+"#"+url).
		With(root, "MEDIA_ROOT is set here").
		With(s.Place("MEDIA_URL"), "MEDIA_URL is %s", url).
		Fix("location %s { alias %s; }", url, site.OnServer(root))
}

// whoServes parts the servers into those that hand a URL on to the application and those that serve files for it. It is
// not sure where something that was not read may do either, and where a regular expression takes the files away from the
// location that serves them, of which another rule tells.
func whoServes(site *deploy.Site, url string) (unserved, served []deploy.StaticServing, sure bool) {
	for _, serving := range site.Serving(url) {
		switch a := serving.Answer; {
		case !a.Sure || a.Handler == nginx.NotKnown || a.Handler == nginx.Proxies && takenAway(serving):
			return nil, nil, false
		case a.Handler == nginx.Proxies && serving.ToApp:
			unserved = append(unserved, serving)
		case a.Handler == nginx.Proxies, a.Handler == nginx.ServesFiles:
			served = append(served, serving)
		}
	}
	return unserved, served, true
}

// takenAway reports whether a regular expression answers for files for which a location with their path would serve them.
func takenAway(serving deploy.StaticServing) bool {
	if l := serving.Answer.Location; l == nil || !l.IsRegex() {
		return false
	}
	return slices.ContainsFunc(serving.Server.Locations, func(l *nginx.Location) bool {
		handler, _ := l.Handler()
		return l.IsPrefix() && l.Path != "/" && handler == nginx.ServesFiles && strings.HasPrefix(serving.Probe, l.Path)
	})
}
