package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// filesServedByDjango reports URLs that serve files through Django whatever DEBUG says.
//
// # Why it matters
//
// django.views.static.serve is for development: it keeps a worker busy for the whole of each download, knows no ranges and
// little caching, and its own documentation calls it inefficient and probably insecure.
//
// # Example
//
//	urlpatterns = [
//	    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
//	]
//
// # Use instead
//
//	location /media/ {
//	    alias /srv/shop/media/;
//	}
//
// # When it stays silent
//
// For django.conf.urls.static.static(), which does nothing with DEBUG off, for the view within an if or a function, for URLs
// that no include() of ROOT_URLCONF leads to, and for a regular expression that can only be one file, such as robots.txt.
func filesServedByDjango() lint.Rule {
	return lint.Rule{
		ID:      "DPL189",
		Name:    "files-served-by-django",
		Summary: "Django itself serves files in production",
		Help:    "Let nginx, WhiteNoise or a bucket serve the files",
		Level:   lint.Warning,
		Tags:    []string{"performance", "security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/views/#django.views.static.serve",
			"https://docs.djangoproject.com/en/stable/howto/static-files/deployment/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkFilesServedByDjango),
	}
}

func checkFilesServedByDjango(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	views := s.FileViews()
	if len(views) == 0 {
		return nil
	}
	r := lint.Fail(views[0], "Django serves these files itself in production, and each download keeps a worker busy").
		About("urls:serve").Fix("serve them with nginx: location /media/ { alias /path/to/media/; }")
	for _, other := range views[1:] {
		r = r.With(other, "so it does here")
	}
	return r
}
