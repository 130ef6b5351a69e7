package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cspNotADict reports SECURE_CSP or SECURE_CSP_REPORT_ONLY that is no dict.
//
// # Why it matters
//
// Django's system checks fail, so that migrate and other commands stop before they do anything, and
// ContentSecurityPolicyMiddleware cannot build the header.
//
// # Example
//
//	SECURE_CSP = "default-src 'self'"
//
// # Use instead
//
//	SECURE_CSP = {"default-src": [CSP.SELF]}
//
// # When it stays silent
//
// Before Django 6.0, which does not know the settings, and for None.
func cspNotADict() lint.Rule {
	return lint.Rule{
		ID:      "DPL124",
		Name:    "csp-not-a-dict",
		Summary: "The Content Security Policy is no dict, so commands stop at Django's checks",
		Help:    "Write the policy as a dict of directives",
		Level:   lint.Error,
		Tags:    []string{"security"},
		Django:  []string{"security.E026"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-csp",
			"https://docs.djangoproject.com/en/stable/howto/csp/",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkCspNotADict),
	}
}

func checkCspNotADict(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(6, 0) {
		return nil
	}
	noDict := func(v value.Value) value.Tri {
		if v.Kind() == value.Object {
			return value.Undecided
		}
		return value.TriOf(v.Kind() != value.None && v.Kind() != value.Dict)
	}
	ask := func(name string) lint.Answer {
		return lint.Ask(s, name, noDict, func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s is %s, not a dict: no policy can be sent, and migrate fails at Django's checks", name, text(v)).
				Fix(`%s = {"default-src": [CSP.SELF]}`, name)
		})
	}
	return lint.Answers{ask("SECURE_CSP"), ask("SECURE_CSP_REPORT_ONLY")}
}
