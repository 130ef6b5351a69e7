package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// xssFilterOff reports a Django before 3.0 that does not turn on the filter of old browsers against injected scripts.
//
// # Why it matters
//
// Browsers of that time look for scripts that a request brings and its answer repeats, if X-XSS-Protection asks them
// to. From version 3.0 Django has no such check, as browsers dropped the filter.
//
// # Example
//
//	SECURE_BROWSER_XSS_FILTER = False
//
// # Use instead
//
//	SECURE_BROWSER_XSS_FILTER = True
//
// # When it stays silent
//
// From Django 3.0 on, and without SecurityMiddleware.
func xssFilterOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL119",
		Name:    "xss-filter-off",
		Summary: "The filter of old browsers against injected scripts is not asked for",
		Help:    "Set SECURE_BROWSER_XSS_FILTER = True",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-79"},
		Django:  []string{"security.W007"},
		Links: []string{
			"https://docs.djangoproject.com/en/2.2/ref/settings/#secure-browser-xss-filter",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkXSSFilterOff),
	}
}

func checkXSSFilterOff(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.AtLeast(3, 0) || s.Runs(securityMiddleware) != value.True {
		return nil
	}
	const name = "SECURE_BROWSER_XSS_FILTER"
	return lint.Ask(s, name, isNotTrue, func(v value.Value, at lint.Placed) lint.Result {
		if v.Truth() == value.True {
			return lint.Fail(at, "%s is %s, not True: it works, and Django's own check reports it", name, text(v)).Fix("%s = True", name)
		}
		how, fix := switchedOff(v, name)
		return lint.Fail(at, "%s is %s: X-XSS-Protection is not sent, which old browsers go by", name, how).Fix("%s", fix).InOwnWords()
	})
}
