package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cspWithoutMiddleware reports a content security policy that no middleware sends.
//
// # Why it matters
//
// SECURE_CSP and SECURE_CSP_REPORT_ONLY are only data. ContentSecurityPolicyMiddleware turns them into headers, and Django's
// checks say nothing where it is missing: the site looks protected in the settings and is not.
//
// # Example
//
//	SECURE_CSP = {"default-src": [CSP.SELF]}
//	MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.middleware.security.SecurityMiddleware",
//	    "django.middleware.csp.ContentSecurityPolicyMiddleware",
//	]
//
// # When it stays silent
//
// With a middleware of another name that has to do with content security policies.
func cspWithoutMiddleware() lint.Rule {
	return lint.Rule{
		ID:      "DPL177",
		Name:    "csp-without-middleware",
		Summary: "SECURE_CSP has no effect without its middleware",
		Help:    "Add django.middleware.csp.ContentSecurityPolicyMiddleware to MIDDLEWARE",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/csp/",
			"https://docs.djangoproject.com/en/stable/ref/middleware/#django.middleware.csp.ContentSecurityPolicyMiddleware",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCspWithoutMiddleware),
	}
}

func checkCspWithoutMiddleware(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	sends := func(name string) bool {
		name = strings.ToLower(name)
		return strings.Contains(name, "csp") || strings.Contains(name, "contentsecurity")
	}
	if deploy.Holds(s.Get("MIDDLEWARE"), sends) != value.False {
		return nil
	}
	for _, name := range []string{"SECURE_CSP", "SECURE_CSP_REPORT_ONLY"} {
		v, given := s.Given(name)
		if !given || v.Truth() != value.True {
			continue
		}
		return lint.Fail(v, "%s has no effect: ContentSecurityPolicyMiddleware is not in MIDDLEWARE", name).About("settings."+name).
			With(s.Place("MIDDLEWARE"), "the middleware is listed here").Fix("\"django.middleware.csp.ContentSecurityPolicyMiddleware\", behind SecurityMiddleware")
	}
	return nil
}
