package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// accountMiddlewareMissing reports django-allauth without its middleware, with which it does not start.
//
// # Why it matters
//
// Since version 0.56 allauth looks for AccountMiddleware when Django starts, and raises ImproperlyConfigured where MIDDLEWARE
// does not name it: no process comes up.
//
// # Example
//
//	INSTALLED_APPS = ["allauth", "allauth.account"]
//	MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.contrib.sessions.middleware.SessionMiddleware",
//	    "allauth.account.middleware.AccountMiddleware",
//	]
//
// # When it stays silent
//
// For older versions, where the version is not known, and where an entry of MIDDLEWARE is not.
func accountMiddlewareMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL715",
		Name:    "account-middleware-missing",
		Summary: "allauth does not start without its middleware",
		Help:    "Add allauth.account.middleware.AccountMiddleware to MIDDLEWARE",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.allauth.org/en/latest/installation/quickstart.html",
			"https://docs.allauth.org/en/latest/release-notes/2023.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAccountMiddlewareMissing),
	}
}

func checkAccountMiddlewareMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	v, known := site.PackageVersion("django-allauth")
	if !known || !v.AtLeast(0, 56, 0) || !s.Installed("allauth.account") {
		return nil
	}
	const name = "allauth.account.middleware.AccountMiddleware"
	if s.Runs(name) != value.False {
		return nil
	}
	return lint.Fail(s.Place("MIDDLEWARE"), "django-allauth does not start: AccountMiddleware is not in MIDDLEWARE").
		About("settings.MIDDLEWARE["+name+"]").With(app(s, "allauth.account"), "allauth is installed here").Fix("%q", name)
}
