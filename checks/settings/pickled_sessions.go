package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// pickledSessions reports sessions that are stored as pickles.
//
// # Why it matters
//
// A pickle is a program: loading one runs it. Whoever can write a session, because the signing key leaked, the cache is open or
// another hole lets them, runs code on the server. Django warned of the serializer for years and removed it in version 5.0,
// where every request with a session fails.
//
// # Example
//
//	SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
//
// # Use instead
//
//	SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
//
// # When it stays silent
//
// For serializers of the project's own. Sessions in the database or the cache are a warning, since an attacker needs to write
// there first.
func pickledSessions() lint.Rule {
	return lint.Rule{
		ID:      "DPL154",
		Name:    "pickled-sessions",
		Summary: "Sessions are pickles, which run code when they are loaded",
		Help:    "Use the JSON serializer, which is the default",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-502"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/http/sessions/#session-serialization",
			"https://docs.djangoproject.com/en/stable/releases/5.0/#features-removed-in-5-0",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkPickledSessions),
	}
}

func checkPickledSessions(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	pickles := lint.Text(func(name string) bool { return deploy.LastName(name) == "PickleSerializer" })
	return lint.Ask(s, "SESSION_SERIALIZER", pickles, func(v value.Value, at lint.Placed) lint.Result {
		const fix = "SESSION_SERIALIZER = \"django.contrib.sessions.serializers.JSONSerializer\""
		if s.Django.AtLeast(5, 0) && strings.HasPrefix(v.Payload(), "django.") {
			return lint.Fail(at, "Django %s has no PickleSerializer: every request with a session fails", s.Django.Text).Fix(fix)
		}
		if engine, _ := s.Get("SESSION_ENGINE").Text(); strings.HasSuffix(engine, ".signed_cookies") {
			return lint.Fail(at, "sessions are pickles in the visitor's cookie: whoever learns SECRET_KEY runs code on the server").
				With(s.Get("SESSION_ENGINE"), "sessions are kept in cookies").Fix(fix)
		}
		return lint.Fail(at, "sessions are pickles: whoever can write to where they are stored runs code on the server").Fix(fix).At(lint.Warning)
	})
}
