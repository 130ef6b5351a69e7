package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticPathMismatch reports nginx serving static or media files from another folder than Django's.
//
// # Why it matters
//
// collectstatic copies the files to STATIC_ROOT, and nginx looks for them somewhere else: every stylesheet, script and
// image is answered 404. The same goes for MEDIA_ROOT and what users upload.
//
// # Example
//
//	STATIC_ROOT = BASE_DIR / "staticfiles"
//
//	location /static/ { alias /srv/shop/static/; }
//
// # Use instead
//
//	location /static/ { alias /srv/shop/staticfiles/; }
//
// # When it stays silent
//
// When it is not known where on the server the repository lies, and the two paths can be the same folder; and when nginx and
// the application run in containers of their own, where volumes may give one folder two paths.
func staticPathMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL501",
		Name:    "static-path-mismatch",
		Summary: "nginx serves static or media files from another folder than Django puts them into",
		Help:    "Let the location's alias be STATIC_ROOT or MEDIA_ROOT, with a slash at the end",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/static-files/deployment/",
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#alias",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkStaticPathMismatch),
	}
}

func checkStaticPathMismatch(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, kind := range []string{"STATIC", "MEDIA"} {
		url, ok := deploy.LocalURL(s.Get(kind + "_URL"))
		root := s.Get(kind + "_ROOT")
		if !ok || url == "/" || !deploy.IsPlace(root) {
			continue
		}
		for _, serving := range site.Serving(url) {
			answers = append(answers, compareFolders(site, serving, kind, url, root))
		}
	}
	return answers
}

// compareFolders compares the folder that nginx serves with the folder of the settings.
func compareFolders(site *deploy.Site, serving deploy.StaticServing, kind, url string, root value.Value) lint.Answer {
	folder, ok := serving.Served()
	if !ok || site.Paths == nil {
		return nil
	}
	a := serving.Answer
	verdict := site.Paths.Compare(folder, root.Payload())
	place := a.Root.ArgsSpan()
	switch {
	case verdict.Same == value.False && !serving.Server.Apart():
		return lint.Fail(place, "%s is served from %s but %s_ROOT is %s: what Django puts there is answered 404", url, folder, kind, site.Display(root)).
			About(a.Root.Key()).
			With(root, "%s_ROOT is set here", kind).
			Fix("point %s at the folder of %s_ROOT: %s", a.Root.Name.Text, kind, site.OnServer(root))
	case verdict.Same == value.True:
		return lint.Pass(place, "%s is served from %s_ROOT", url, kind).About(a.Root.Key())
	default:
		return nil
	}
}
