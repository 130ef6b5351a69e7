package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// assetsNotFound reports compressed scripts and styles that Django does not find.
//
// # Why it matters
//
// django-compressor writes into COMPRESS_ROOT, and CompressorFinder is what leads Django's static files there. Where
// STATICFILES_FINDERS is set without it, collectstatic leaves the files out and pages point at what is not there.
//
// # Example
//
//	STATICFILES_FINDERS = [
//	    "django.contrib.staticfiles.finders.FileSystemFinder",
//	    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
//	]
//
// # Use instead
//
//	STATICFILES_FINDERS = [
//	    "django.contrib.staticfiles.finders.FileSystemFinder",
//	    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
//	    "compressor.finders.CompressorFinder",
//	]
//
// # When it stays silent
//
// Where COMPRESS_ENABLED is off, and where COMPRESS_ROOT is STATIC_ROOT, from which the files are served anyway.
func assetsNotFound() lint.Rule {
	return lint.Rule{
		ID:      "DPL727",
		Name:    "assets-not-found",
		Summary: "CompressorFinder is missing from STATICFILES_FINDERS",
		Help:    "Add compressor.finders.CompressorFinder",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://django-compressor.readthedocs.io/en/stable/quickstart.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAssetsNotFound),
	}
}

func checkAssetsNotFound(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("compressor") || s.Off("COMPRESS_ENABLED") {
		return nil
	}
	root, given := s.Given("COMPRESS_ROOT")
	if !given || root.Kind() == value.None || value.Equal(root, s.Get("STATIC_ROOT")) || !root.Known() {
		return nil
	}
	if deploy.Holds(s.Get("STATICFILES_FINDERS"), func(finder string) bool { return strings.HasPrefix(finder, "compressor.") }) != value.False {
		return nil
	}
	return lint.Fail(s.Place("STATICFILES_FINDERS"), "CompressorFinder is missing: collectstatic leaves out what django-compressor makes").
		About("settings.STATICFILES_FINDERS[compressor]").With(root, "compressed files are written here").Fix("\"compressor.finders.CompressorFinder\"")
}
