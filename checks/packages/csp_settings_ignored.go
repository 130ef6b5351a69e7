package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cspSettingsIgnored reports a content security policy that django-csp does not send.
//
// # Why it matters
//
// Version 4.0 reads CONTENT_SECURITY_POLICY and no longer the CSP_… settings; older versions know only those. And nothing is
// sent at all without the middleware. The site has no policy, and the settings say it has; from 4.0 on the package's own check
// stops management commands over it.
//
// # Example
//
//	CSP_DEFAULT_SRC = ["'self'"]  # with django-csp 4.0
//
// # Use instead
//
//	CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["'self'"]}}
//
// # When it stays silent
//
// Where the version is not known, where both kinds of settings are there, and where the settings add the middleware on a
// condition.
func cspSettingsIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL721",
		Name:    "csp-settings-ignored",
		Summary: "django-csp sends no policy",
		Help:    "Write the policy as the installed version reads it, and add its middleware",
		Level:   lint.Error,
		Tags:    []string{"security"},
		Links: []string{
			"https://django-csp.readthedocs.io/en/latest/migration-guide.html",
			"https://django-csp.readthedocs.io/en/latest/installation.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCspSettingsIgnored),
	}
}

func checkCspSettingsIgnored(s *deploy.Settings, site *deploy.Site) lint.Answer {
	modern := s.Sets("CONTENT_SECURITY_POLICY", "CONTENT_SECURITY_POLICY_REPORT_ONLY")
	old := oldPolicy(s)
	v, known := site.PackageVersion("django-csp")
	if !known || !modern && old == "" {
		return nil
	}
	sends := func(text string) bool { return strings.Contains(strings.ToLower(text), "csp") }
	switch {
	case old != "" && !modern && v.AtLeast(4, 0, 0):
		return lint.Fail(s.Place(old), "django-csp 4 does not read %s: no policy is sent, and its check stops management commands", old).
			About("settings." + old).Fix("CONTENT_SECURITY_POLICY = {\"DIRECTIVES\": {…}}")
	case modern && old == "" && !v.AtLeast(4, 0, 0):
		return lint.Fail(s.Place("CONTENT_SECURITY_POLICY"), "django-csp before 4.0 does not read CONTENT_SECURITY_POLICY: no policy is sent").
			About("settings.CONTENT_SECURITY_POLICY").Fix("upgrade to django-csp 4.0, or use CSP_DEFAULT_SRC and the like")
	case deploy.Holds(s.Get("MIDDLEWARE"), sends) == value.False && !mentions(s, "csp.middleware"):
		if old == "" {
			old = "CONTENT_SECURITY_POLICY"
		}
		return lint.Fail(s.Place(old), "%s has no effect: CSPMiddleware is not in MIDDLEWARE", old).
			About("settings.MIDDLEWARE[csp]").With(s.Place("MIDDLEWARE"), "the middleware is listed here").Fix("\"csp.middleware.CSPMiddleware\"")
	}
	return nil
}

// oldPolicy returns the first setting of a policy as django-csp read it before version 4.0.
func oldPolicy(s *deploy.Settings) string {
	for _, name := range s.Names() {
		if directive, ok := strings.CutPrefix(name, "CSP_"); ok && (strings.HasSuffix(directive, "_SRC") || directive == "FRAME_ANCESTORS" || directive == "BASE_URI" || directive == "FORM_ACTION") {
			return name
		}
	}
	return ""
}
