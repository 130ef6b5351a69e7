package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticNotServed reports a site whose static files nobody serves.
//
// # Why it matters
//
// With DEBUG off Django serves no static files. When nginx hands /static/ on to Django like everything else, every
// stylesheet, script and image is answered 404, in the admin too.
//
// # Example
//
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Use instead
//
//	location /static/ { alias /srv/shop/staticfiles/; }
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// or WhiteNoise in MIDDLEWARE.
//
// # When it stays silent
//
// With WhiteNoise, with a storage that keeps the files elsewhere (S3, a CDN), with STATIC_URL on another host, without
// django.contrib.staticfiles, and when no proxy in the repository leads to the application.
func staticNotServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL502",
		Name:    "static-not-served",
		Summary: "Nobody serves the static files",
		Help:    "Serve STATIC_URL from STATIC_ROOT with nginx, or put WhiteNoise into MIDDLEWARE",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/static-files/deployment/",
			"https://whitenoise.readthedocs.io/en/stable/django.html",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkStaticNotServed),
	}
}

func checkStaticNotServed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	url, ok := deploy.LocalURL(s.Get("STATIC_URL"))
	if !ok || url == "/" || s.App("django.contrib.staticfiles") != value.True || s.StaticElsewhere() != value.False {
		return nil
	}
	unserved, served, sure := whoServes(site, url)
	if !sure {
		return nil
	}
	switch {
	case len(served) > 0:
		return lint.Pass(served[0], "nginx serves %s", url).About("nginx:" + url)
	case len(unserved) == 0:
		return nil
	}
	return lint.Fail(unserved[0].Server, "%s is handed on to Django, which serves no static files with DEBUG off: every stylesheet and script is answered 404", url).
		About(unserved[0].Server.Key()+"#"+url).
		With(s.Place("STATIC_URL"), "STATIC_URL is %s", url).
		Fix("location %s { alias %s; }", url, site.OnServer(s.Get("STATIC_ROOT")))
}
