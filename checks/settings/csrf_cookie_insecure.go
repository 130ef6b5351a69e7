package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// csrfCookieInsecure reports a CSRF cookie that browsers also send over plain HTTP.
//
// # Why it matters
//
// Whoever listens to one plain request has the token, and can then have the victim's browser post forms in their name.
//
// # Example
//
//	CSRF_COOKIE_SECURE = False
//
// # Use instead
//
//	CSRF_COOKIE_SECURE = True
//
// # When it stays silent
//
// Where CsrfViewMiddleware is not in use, or the token is kept in the session (CSRF_USE_SESSIONS).
func csrfCookieInsecure() lint.Rule {
	return lint.Rule{
		ID:      "DPL111",
		Name:    "csrf-cookie-insecure",
		Summary: "The CSRF cookie is sent over plain HTTP too",
		Help:    "Set CSRF_COOKIE_SECURE = True",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-614"},
		Django:  []string{"security.W016"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-cookie-secure",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#csrf-cookie-secure",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkCSRFCookieInsecure),
	}
}

func checkCSRFCookieInsecure(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Runs(csrfMiddleware) != value.True || s.On("CSRF_USE_SESSIONS") {
		return nil
	}
	return insecureCookie(s, "CSRF_COOKIE_SECURE", "the CSRF cookie", "whoever listens can post forms in the user's name", "security.W016")
}
