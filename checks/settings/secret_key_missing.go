package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyMissing reports settings without a SECRET_KEY.
//
// # Why it matters
//
// Django raises ImproperlyConfigured ("The SECRET_KEY setting must not be empty") as soon as anything asks for the key:
// the site does not start, or fails at the first session.
//
// # Example
//
//	SECRET_KEY = ""
//
// # Use instead
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// # When it stays silent
//
// When the key comes from a variable or file outside the repository.
func secretKeyMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL106",
		Name:    "secret-key-missing",
		Summary: "SECRET_KEY is not set or empty",
		Help:    "Set SECRET_KEY from the environment.",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.W009"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
		},
		Since: "0.1.0",
		Check: checkSecretKeyMissing,
	}
}

func checkSecretKeyMissing(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	return lint.Question{
		Value:   s.Get("SECRET_KEY"),
		Name:    "SECRET_KEY",
		Subject: "settings.SECRET_KEY",
		Place:   s.First,
		Bad:     func(v value.Value) value.Tri { return v.Truth().Not() },
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			if v.Kind() == value.None || v.Source().IsZero() {
				return lint.Fail(at, "SECRET_KEY is not set: Django raises ImproperlyConfigured and the site does not start").
					Fix("SECRET_KEY = os.environ[\"SECRET_KEY\"]")
			}
			return lint.Fail(at, "SECRET_KEY is empty: Django raises ImproperlyConfigured and the site does not start").
				Fix("SECRET_KEY = os.environ[\"SECRET_KEY\"]")
		},
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "SECRET_KEY is set")
		},
		Decides: true,
		Supply:  "set it in the environment, or pass --env-file",
	}.Judge(lint.Error)
}
