package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// signedCookieSessions reports sessions that live in the visitor's cookie alone.
//
// # Why it matters
//
// A signed cookie can be read by its owner, and it stays valid until it expires: logging out, changing the password or
// deleting the session on the server does not end a copy of it that somebody took.
//
// # Example
//
//	SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
//
// # Use instead
//
//	SESSION_ENGINE = "django.contrib.sessions.backends.db"
//
// # When it stays silent
//
// Where the sessions app's middleware is not in use.
func signedCookieSessions() lint.Rule {
	return lint.Rule{
		ID:      "DPL155",
		Name:    "signed-cookie-sessions",
		Summary: "Sessions in signed cookies outlive the logout",
		Help:    "Keep sessions in the database or in a shared cache",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-613"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cookie-based-sessions",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name:    "SESSION_ENGINE",
			When:    func(s *deploy.Settings) bool { return s.Middleware("SessionMiddleware") != value.False },
			Bad:     lint.Text(func(name string) bool { return strings.HasSuffix(name, "backends.signed_cookies") }),
			Message: "sessions are kept in signed cookies: their content is readable, and a stolen one works on after the logout",
			Fix:     `SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"`,
		},
	}
}
