package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// sessionCookieReadable reports a session cookie that scripts in the page can read.
//
// # Why it matters
//
// One injected script sends the cookie away, and whoever gets it is logged in as the user until the session ends.
//
// # Example
//
//	SESSION_COOKIE_HTTPONLY = False
//
// # Use instead
//
//	SESSION_COOKIE_HTTPONLY = True
//
// # When it stays silent
//
// Without sessions. A value that counts as true and is not True is a note: from version 4.1 Django's own check reports
// it, and still hides the cookie.
func sessionCookieReadable() lint.Rule {
	return lint.Rule{
		ID:      "DPL120",
		Name:    "session-cookie-readable",
		Summary: "Scripts in the page can read the session cookie",
		Help:    "Set SESSION_COOKIE_HTTPONLY = True, or leave it out",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1004"},
		Django:  []string{"security.W013", "security.W014", "security.W015"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-httponly",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkSessionCookieReadable),
	}
}

func checkSessionCookieReadable(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	const name = "SESSION_COOKIE_HTTPONLY"
	id, ok := sessionCheck(s, "security.W013", "security.W014", "security.W015")
	if !ok {
		return nil
	}
	q := lint.Ask(s, name, cookieSwitchOff(s), func(v value.Value, at lint.Placed) lint.Result {
		if v.Truth() == value.True {
			return lint.Fail(at, "%s is %s, not True: it hides the cookie from scripts, and Django's own check reports it", name, text(v)).
				Fix("%s = True", name).As(id).At(lint.Note)
		}
		how, fix := switchedOff(v, name)
		return lint.Fail(at, "%s is %s: an injected script can read the session cookie and send it away", name, how).Fix("%s", fix).InOwnWords().As(id)
	})
	q.Pass = func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Pass(at, "%s is on", name).As(id)
	}
	return q
}
