package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// whitenoiseAboveSecurity reports WhiteNoise above SecurityMiddleware.
//
// # Why it matters
//
// WhiteNoise answers for static files by itself, so what stands below it never sees those requests. Above SecurityMiddleware
// they are not redirected to https and go out without HSTS and nosniff.
//
// # Example
//
//	MIDDLEWARE = [
//	    "whitenoise.middleware.WhiteNoiseMiddleware",
//	    "django.middleware.security.SecurityMiddleware",
//	]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.middleware.security.SecurityMiddleware",
//	    "whitenoise.middleware.WhiteNoiseMiddleware",
//	]
//
// # When it stays silent
//
// Further down the list, where it is only slower.
func whitenoiseAboveSecurity() lint.Rule {
	return lint.Rule{
		ID:      "DPL730",
		Name:    "whitenoise-above-security",
		Summary: "Static files go out without the redirect to https and security headers",
		Help:    "Put WhiteNoise right below SecurityMiddleware",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://whitenoise.readthedocs.io/en/stable/django.html#enable-whitenoise",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkWhitenoiseAboveSecurity),
	}
}

func checkWhitenoiseAboveSecurity(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	const noise, security = "whitenoise.middleware.WhiteNoiseMiddleware", "django.middleware.security.SecurityMiddleware"
	all := s.Get("MIDDLEWARE")
	first, found := all.Find(func(text string) bool { return text == noise || text == security })
	below, both := all.Find(func(text string) bool { return text == security })
	if !found || !both || first.Payload() == security {
		return nil
	}
	return lint.Fail(lint.Nearest(first, s.Place("MIDDLEWARE")), "WhiteNoise stands above SecurityMiddleware: static files go out without the redirect to https and without its headers").
		About("settings.MIDDLEWARE[whitenoise]").With(below, "it belongs below this one").Fix("move it below SecurityMiddleware")
}
