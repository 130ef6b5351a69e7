package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// inactiveUsersLogIn reports an authentication backend that lets switched-off accounts in.
//
// # Why it matters
//
// To take somebody's access away, an administrator unticks "active". AllowAllUsersModelBackend does not look at it: the
// dismissed employee logs in as before.
//
// # Example
//
//	AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.AllowAllUsersModelBackend"]
//
// # Use instead
//
//	AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
//
// # When it stays silent
//
// For backends of the project's own.
func inactiveUsersLogIn() lint.Rule {
	return lint.Rule{
		ID:      "DPL170",
		Name:    "inactive-users-log-in",
		Summary: "Accounts that were switched off can log in",
		Help:    "Use ModelBackend, or check is_active in the login form",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-285"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/contrib/auth/#django.contrib.auth.backends.AllowAllUsersModelBackend",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkInactiveUsersLogIn),
	}
}

func checkInactiveUsersLogIn(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	lax := func(backend string) bool {
		return strings.HasPrefix(backend, "django.contrib.auth.backends.AllowAllUsers")
	}
	return lint.AskElement(s, "AUTHENTICATION_BACKENDS", lax, func(backend string, at lint.Placed) lint.Result {
		return lint.Fail(at, "%s does not look at is_active: accounts that were switched off log in as before", deploy.LastName(backend)).
			Fix("%q", strings.Replace(backend, "AllowAllUsers", "", 1))
	})
}
