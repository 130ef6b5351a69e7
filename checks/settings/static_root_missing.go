package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticRootMissing reports a deployment that collects static files and says nowhere into which folder.
//
// # Why it matters
//
// collectstatic ends with "You're using the staticfiles app without having set the STATIC_ROOT setting to a filesystem path": the
// image is not built, or the start script stops. runserver needs no STATIC_ROOT, so that nobody notices before the first release.
//
// # Example
//
//	STATIC_URL = "static/"
//
// with python manage.py collectstatic --noinput in the Dockerfile
//
// # Use instead
//
//	STATIC_URL = "static/"
//	STATIC_ROOT = BASE_DIR / "staticfiles"
//
// # When it stays silent
//
// Where nothing in the repository runs collectstatic, where that names other settings, and where the storage of static files
// is none of Django's or WhiteNoise's, since others need no folder.
func staticRootMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL193",
		Name:    "static-root-missing",
		Summary: "collectstatic has no folder to collect into",
		Help:    "Set STATIC_ROOT to a folder that the web server or WhiteNoise serves",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#static-root",
			"https://docs.djangoproject.com/en/stable/howto/static-files/deployment/",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkStaticRootMissing),
	}
}

func checkStaticRootMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	at, collects := site.Collects()
	if !collects || !s.Installed(staticfilesApp) || !collectsIntoFolder(s) {
		return nil
	}
	return lint.Ask(s, "STATIC_ROOT", lint.Off, func(_ value.Value, place lint.Placed) lint.Result {
		return lint.Fail(place, "STATIC_ROOT is not set, so that collectstatic has no folder to collect into: ImproperlyConfigured, and the release stops").
			With(at, "collectstatic runs here").Fix("STATIC_ROOT = BASE_DIR / \"staticfiles\"")
	})
}

// collectsIntoFolder reports whether the storage of static files certainly is one that keeps them in STATIC_ROOT.
func collectsIntoFolder(s *deploy.Settings) bool {
	storage := s.Get("STORAGES").At("staticfiles").At("BACKEND")
	if s.Sets("STATICFILES_STORAGE") && s.Django.Before(5, 1) || s.Django.Before(4, 2) {
		storage = s.Get("STATICFILES_STORAGE")
	}
	if !storage.Known() && storage.Cause == value.Absent && len(storage.Alternatives) == 0 && !s.Sets("STORAGES") {
		return true
	}
	text, ok := storage.Text()
	return ok && (strings.HasPrefix(text, "django.contrib.staticfiles.") || strings.HasPrefix(text, "whitenoise."))
}
