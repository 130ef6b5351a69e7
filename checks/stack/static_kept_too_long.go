package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// staticKeptTooLong reports static files that browsers may keep for months although their names stay the same.
//
// # Why it matters
//
// After a release /static/app.js has new content and the old name. Browsers that have it do not ask again: users see
// new pages with old scripts, broken until they empty their cache. With hashes in the names
// (ManifestStaticFilesStorage) every change has a new name.
//
// # Example
//
//	location /static/ { expires max; }
//
// # Use instead
//
//	location /static/ { expires 1h; }
//
// # Shown on nginx
//
//	request:   GET /static/app.js
//	answer:    Cache-Control: max-age=315360000
//	mended:    Cache-Control: max-age=3600
//
// # When it stays silent
//
// When the storage puts hashes into names or is not known, when an app such as django-compressor or
// webpack_loader may do so, and for times below a month.
func staticKeptTooLong() lint.Rule {
	return lint.Rule{
		ID:      "DPL548",
		Name:    "static-kept-too-long",
		Summary: "Browsers keep old static files after a release",
		Help:    "Use ManifestStaticFilesStorage, or a short time",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/contrib/staticfiles/#manifeststaticfilesstorage",
			"https://nginx.org/en/docs/http/ngx_http_headers_module.html#expires",
			"https://www.rfc-editor.org/rfc/rfc8246",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkStaticKeptTooLong),
	}
}

func checkStaticKeptTooLong(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if namesCarryHashes(s) {
		return nil
	}
	storage, known := staticStorage(s)
	url, local := deploy.LocalURL(s.Get("STATIC_URL"))
	text, ok := storage.Text()
	if !known || !local || !ok || text != "django.contrib.staticfiles.storage.StaticFilesStorage" {
		return nil
	}
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, v := range site.Serving(url) {
		l := v.Answer.Location
		if v.Answer.Handler != nginx.ServesFiles || l == nil || !v.Answer.Sure {
			continue
		}
		e, what := keptLong(l)
		if what == "" || seen[e.Source()] {
			continue
		}
		seen[e.Source()] = true
		answers = append(answers, lint.Fail(e, "browsers keep %s, and the files have the same names after a release: users get new pages with old scripts", what).
			About(e.Key()).
			With(storage, "the storage leaves names as they are").
			Fix("STORAGES staticfiles with django.contrib.staticfiles.storage.ManifestStaticFilesStorage, or expires 1h;"))
	}
	return answers
}

// namesCarryHashes reports whether an app may put a hash of its content into the name of each script and style sheet:
// django-compressor, and those that take their names from what a bundler wrote.
func namesCarryHashes(s *deploy.Settings) bool {
	for _, app := range []string{"compressor", "webpack_loader", "manifest_loader", "django_vite", "webpack_boilerplate"} {
		if s.App(app) != value.False {
			return true
		}
	}
	return false
}

// staticStorage returns the storage class of the static files.
func staticStorage(s *deploy.Settings) (storage value.Value, known bool) {
	if v, given := s.Given("STATICFILES_STORAGE"); given && s.Django.Before(5, 1) || s.Django.Before(4, 2) {
		if !given {
			v = s.Get("STATICFILES_STORAGE")
		}
		return v, v.Known()
	}
	v := s.Get("STORAGES").At("staticfiles").At("BACKEND")
	return v, v.Known()
}

// keptLong returns the directive of a location that has browsers keep files for a month or more, and for how long.
func keptLong(l *nginx.Location) (e nginx.Entry, what string) {
	const month = 28 * 24 * 3600
	for _, h := range l.Headers("add_header").List {
		if strings.EqualFold(h.Name.Text, "Cache-Control") && strings.Contains(h.Value.Text, "immutable") {
			return h.Entry, "static files without asking again (immutable)"
		}
	}
	e, found := l.InEffect("expires")
	if found != value.True || len(e.Args) != 1 {
		return nginx.Entry{}, ""
	}
	text := e.Arg(0).Text
	if text == "max" {
		return e, "static files for ten years"
	}
	if seconds, ok := nginx.ParseTime(strings.TrimPrefix(text, "+")); ok && seconds > month {
		return e, "static files for " + text
	}
	return nginx.Entry{}, ""
}
