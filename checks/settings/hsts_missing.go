package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// hstsMissing reports a site that does not ask browsers to come over HTTPS only.
//
// # Why it matters
//
// A user who types the name comes over plain HTTP first, and whoever listens can keep the answer that redirects to
// HTTPS from arriving. With Strict-Transport-Security the browser does not even try.
//
// # Example
//
//	SECURE_HSTS_SECONDS = 0
//
// # Use instead
//
//	SECURE_HSTS_SECONDS = 3600  # more once all works over HTTPS
//
// # When it stays silent
//
// Where nginx adds the header to what the application answers, and without SecurityMiddleware, which would send it
// (security-middleware-missing). It is a note, since a proxy that nobody described may send it, and since nothing in
// the project works worse for it.
func hstsMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL115",
		Name:    "hsts-missing",
		Summary: "Browsers are not told to come over HTTPS only",
		Help:    "Set SECURE_HSTS_SECONDS, or have nginx add Strict-Transport-Security",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-319"},
		Django:  []string{"security.W004"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-seconds",
			"https://docs.djangoproject.com/en/stable/ref/middleware/#http-strict-transport-security",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkHstsMissing),
	}
}

func checkHstsMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Runs(securityMiddleware) != value.True {
		return nil
	}
	q := lint.Ask(s, "SECURE_HSTS_SECONDS", isFalse, func(v value.Value, at lint.Placed) lint.Result {
		how, _ := switchedOff(v, "SECURE_HSTS_SECONDS")
		if how == "off" {
			how = "0"
		}
		return lint.Fail(at, "SECURE_HSTS_SECONDS is %s: browsers try plain HTTP first, each time somebody types the name", how).
			Fix("SECURE_HSTS_SECONDS = 3600, and more once all works over HTTPS").InOwnWords()
	})
	if q.Value.Truth() == value.False {
		return unlessProxyAdds(site, "Strict-Transport-Security", q)
	}
	return q
}
