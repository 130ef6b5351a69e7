package settings

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// sessionCookieInsecure reports a session cookie that browsers also send over plain HTTP.
//
// # Why it matters
//
// One request to http://, typed by the user or planted by somebody on the same network, sends the session cookie in the
// clear. Whoever sees it is logged in as that user.
//
// # Example
//
//	SESSION_COOKIE_SECURE = False
//
// # Use instead
//
//	SESSION_COOKIE_SECURE = True
//
// # When it stays silent
//
// Where the sessions app and its middleware are not in use. A value that counts as true and is not True, such as the text
// "False", is a note: from version 4.1 Django's own check reports it, and still sends the cookie over HTTPS only.
func sessionCookieInsecure() lint.Rule {
	return lint.Rule{
		ID:      "DPL110",
		Name:    "session-cookie-insecure",
		Summary: "The session cookie is sent over plain HTTP too",
		Help:    "Set SESSION_COOKIE_SECURE = True",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-614"},
		Django:  []string{"security.W010", "security.W011", "security.W012"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-secure",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#session-cookie-secure",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkSessionCookieInsecure),
	}
}

func checkSessionCookieInsecure(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	id, ok := sessionCheck(s, "security.W010", "security.W011", "security.W012")
	if !ok {
		return nil
	}
	return insecureCookie(s, "SESSION_COOKIE_SECURE", "the session cookie", "whoever listens is logged in as the user", id)
}

// sessionCheck returns which of three ids Django's checks give a defect of the session cookie, by what is in use of the
// sessions app and its middleware; ok is false where neither is, as far as anybody can tell.
func sessionCheck(s *deploy.Settings, app, middleware, both string) (id string, ok bool) {
	installed := deploy.Holds(s.Get("INSTALLED_APPS"), func(e string) bool { return e == "django.contrib.sessions" })
	switch running := s.Runs(sessionMiddleware); {
	case installed == value.True && running == value.False:
		return app, true
	case installed == value.False && running == value.True:
		return middleware, true
	case installed != value.True && running != value.True:
		return "", false
	}
	return both, true
}

// waits reports whether the environment must supply v or what it may be.
func waits(v value.Value) bool {
	external := func(v value.Value) bool { return !v.Known() && v.Cause == value.External }
	return external(v) || slices.ContainsFunc(v.Alternatives, external)
}

// insecureCookie judges a *_COOKIE_SECURE setting as Django's checks do: until 4.0 by truth, from 4.1 by being True.
// What counts as true and is not True makes the cookie secure all the same.
func insecureCookie(s *deploy.Settings, name, cookie, danger, id string) lint.Answer {
	q := lint.Ask(s, name, cookieSwitchOff(s), func(v value.Value, at lint.Placed) lint.Result {
		if v.Truth() == value.True {
			return lint.Fail(at, "%s is a %s, not True: it turns the cookie secure, and Django's own check reports it", name, v.Kind()).
				Fix("%s = True", name).As(id).At(lint.Note)
		}
		how, fix := switchedOff(v, name)
		return lint.Fail(at, "%s is %s, so %s is sent over plain HTTP too: %s", name, how, cookie, danger).Fix("%s", fix).InOwnWords().As(id)
	}).OrPass("%s is on", name)
	if waits(q.Value) {
		return q.OrOpen(supply)
	}
	return q
}

// cookieSwitchOff is how Django's checks judge a switch of a cookie.
func cookieSwitchOff(s *deploy.Settings) func(value.Value) value.Tri {
	if s.Django.AtLeast(4, 1) {
		return isNotTrue
	}
	return isFalse
}
