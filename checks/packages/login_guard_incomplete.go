package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// loginGuardIncomplete reports django-axes without the part that locks attackers out.
//
// # Why it matters
//
// The app alone only writes attempts down. AxesBackend refuses logins that are locked, and AxesMiddleware answers them; without
// the two, or with AXES_ENABLED off, passwords can be tried without end.
//
// # Example
//
//	INSTALLED_APPS = [..., "axes"]
//	AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
//
// # Use instead
//
//	AUTHENTICATION_BACKENDS = [
//	    "axes.backends.AxesStandaloneBackend",
//	    "django.contrib.auth.backends.ModelBackend",
//	]
//	MIDDLEWARE = [..., "axes.middleware.AxesMiddleware"]
//
// # When it stays silent
//
// For classes of the project's own whose names have to do with axes, and before version 5.0, which worked otherwise.
func loginGuardIncomplete() lint.Rule {
	return lint.Rule{
		ID:      "DPL722",
		Name:    "login-guard-incomplete",
		Summary: "django-axes does not lock anybody out",
		Help:    "Add AxesStandaloneBackend first and AxesMiddleware last",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-307"},
		Links: []string{
			"https://django-axes.readthedocs.io/en/latest/2_installation.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLoginGuardIncomplete),
	}
}

func checkLoginGuardIncomplete(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if v, known := site.PackageVersion("django-axes"); !s.Installed("axes") || known && !v.AtLeast(5, 0, 0) {
		return nil
	}
	answers := lint.Answers{lint.Ask(s, "AXES_ENABLED", lint.Off, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "django-axes is switched off: passwords can be tried without end").Fix("AXES_ENABLED = True")
	})}
	place := lint.Nearest(app(s, "axes"), s.First)
	axes := func(text string) bool { return strings.Contains(strings.ToLower(text), "axes") }
	if deploy.Holds(s.Get("AUTHENTICATION_BACKENDS"), axes) == value.False && !ownBackend(s) && !mentions(s, "axes.backends") {
		answers = append(answers, lint.Fail(place, "django-axes locks nobody out: AUTHENTICATION_BACKENDS has no AxesBackend").
			About("settings.AUTHENTICATION_BACKENDS[axes]").With(s.Place("AUTHENTICATION_BACKENDS"), "the backends").Fix("\"axes.backends.AxesStandaloneBackend\", first in AUTHENTICATION_BACKENDS"))
	}
	if deploy.Holds(s.Get("MIDDLEWARE"), axes) == value.False && !mentions(s, "axes.middleware") {
		answers = append(answers, lint.Fail(place, "django-axes answers no lock: MIDDLEWARE has no AxesMiddleware").
			About("settings.MIDDLEWARE[axes]").With(s.Place("MIDDLEWARE"), "the middleware is listed here").Fix("\"axes.middleware.AxesMiddleware\", last in MIDDLEWARE"))
	}
	return answers
}

// ownBackend reports whether a backend is neither Django's nor of a well-known package, so that it may be a subclass.
func ownBackend(s *deploy.Settings) bool {
	return deploy.Holds(s.Get("AUTHENTICATION_BACKENDS"), func(text string) bool {
		return !strings.HasPrefix(text, "django.") && !strings.HasPrefix(text, "allauth.") && !strings.HasPrefix(text, "guardian.") && !strings.HasPrefix(text, "social_core.")
	}) != value.False
}
