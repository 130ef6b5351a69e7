package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// silkOpen reports a profiler whose pages anybody can read.
//
// # Why it matters
//
// django-silk records requests, with headers, bodies and SQL, and shows them under /silk/. By default it asks nobody to log in:
// SILKY_AUTHENTICATION and SILKY_AUTHORISATION are off. The recorded session cookies let everybody in as anybody.
//
// # Example
//
//	INSTALLED_APPS = [..., "silk"]
//	MIDDLEWARE = [..., "silk.middleware.SilkyMiddleware"]
//
// # Use instead
//
//	SILKY_AUTHENTICATION = True
//	SILKY_AUTHORISATION = True
//
// # When it stays silent
//
// Where silk's middleware does not run. Where the project's URLs do not include silk's, or do so under a condition, nobody may be able
// to read the pages from outside, but every request is still recorded: a warning.
func silkOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL711",
		Name:    "silk-open",
		Summary: "django-silk records requests and shows them to everybody",
		Help:    "Take silk out of production, or set SILKY_AUTHENTICATION and SILKY_AUTHORISATION",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-306"},
		Links: []string{
			"https://github.com/jazzband/django-silk#authenticationauthorisation",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSilkOpen),
	}
}

func checkSilkOpen(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("silk") || s.Middleware("silk.middleware.SilkyMiddleware") != value.True {
		return nil
	}
	place := lint.Nearest(app(s, "silk"), s.Place("INSTALLED_APPS"))
	r := lint.Fail(place, "silk records every request with its cookies and bodies, in production too").At(lint.Warning)
	shown := s.URLs.Find(func(r *deploy.URLRoute) bool { return r.View == "silk.urls" && !r.Conditional }) != nil
	if shown && !s.On("SILKY_AUTHENTICATION") && !s.Get("SILKY_AUTHENTICATION").Known() && s.Sets("SILKY_AUTHENTICATION") {
		return nil
	}
	if shown && !s.On("SILKY_AUTHENTICATION") {
		r = lint.Fail(place, "silk shows recorded requests, session cookies included, to everybody: SILKY_AUTHENTICATION is off").At(lint.Error)
	}
	return r.About("settings.INSTALLED_APPS[silk]").Fix("take silk out of the production settings, or SILKY_AUTHENTICATION = True and SILKY_AUTHORISATION = True")
}
