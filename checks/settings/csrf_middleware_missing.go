package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// csrfMiddlewareMissing reports MIDDLEWARE without CsrfViewMiddleware.
//
// # Why it matters
//
// Any web page that a logged-in user opens can then post forms to this site in the user's name. A decorator on single
// views protects only those that somebody thought of.
//
// # Example
//
//	MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.contrib.sessions.middleware.SessionMiddleware",
//	    "django.middleware.csrf.CsrfViewMiddleware",
//	]
//
// # When it stays silent
//
// Where an element of MIDDLEWARE cannot be read. It is a note where there are no sessions, so that no browser is logged
// in.
func csrfMiddlewareMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL114",
		Name:    "csrf-middleware-missing",
		Summary: "Any page can post forms in the name of a logged-in user",
		Help:    "Add django.middleware.csrf.CsrfViewMiddleware to MIDDLEWARE",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-352"},
		Django:  []string{"security.W003"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/checks/#security",
			"https://docs.djangoproject.com/en/stable/ref/csrf/",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkCsrfMiddlewareMissing),
	}
}

func checkCsrfMiddlewareMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	answer := missingMiddleware(s, csrfMiddleware, "Csrf",
		"CsrfViewMiddleware does not run: any page can post forms in the name of a logged-in user")
	if r, ok := answer.(lint.Result); ok && noSessions(s) {
		return r.At(lint.Note)
	}
	return answer
}

// noSessions reports whether nothing is known to keep a browser logged in: the app of the sessions is not named, or what
// reads their cookie does not run.
func noSessions(s *deploy.Settings) bool {
	return runsLike(s, sessionMiddleware) == value.False ||
		s.Runs(sessionMiddleware) == value.False && installed(s, "django.contrib.sessions") != value.True
}
