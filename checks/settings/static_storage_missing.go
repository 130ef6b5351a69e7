package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticStorageMissing reports STORAGES without a storage for static files.
//
// # Why it matters
//
// STORAGES replaces Django's default as a whole. collectstatic and every page with a {% static %} tag then fail with
// InvalidStorageError, and from version 5.0 on Django's system checks fail before.
//
// # Example
//
//	STORAGES = {"default": {"BACKEND": "storages.backends.s3.S3Storage"}}
//
// # Use instead
//
//	STORAGES = {
//	    "default": {"BACKEND": "storages.backends.s3.S3Storage"},
//	    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
//	}
//
// # When it stays silent
//
// Where django.contrib.staticfiles is not installed, where a key of STORAGES cannot be read, and before Django 4.2,
// which does not know the setting.
func staticStorageMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL133",
		Name:    "static-storage-missing",
		Summary: "STORAGES has no staticfiles, so collectstatic and pages fail",
		Help:    "Add staticfiles to STORAGES",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"staticfiles.E005"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#storages",
			"https://docs.djangoproject.com/en/stable/ref/checks/#staticfiles",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkStaticStorageMissing),
	}
}

func checkStaticStorageMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(4, 2) || !s.Installed(staticfilesApp) {
		return nil
	}
	return lint.Ask(s, "STORAGES", isWithout("staticfiles"), func(_ value.Value, at lint.Placed) lint.Result {
		r := lint.Fail(at, "STORAGES has no staticfiles: collectstatic fails, and so does every page with a static file in it").
			Fix(`"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"} in STORAGES`)
		if s.Django.Before(5, 0) {
			return r.As()
		}
		return r
	})
}
