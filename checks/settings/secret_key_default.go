package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyDefault reports a SECRET_KEY that falls back to a key in the code.
//
// # Why it matters
//
// When the variable is missing in production, the site starts all the same, with a key that everybody can read. Nothing
// says so, and sessions and password-reset links can be forged.
//
// # Example
//
//	SECRET_KEY = os.environ.get("SECRET_KEY", "change-me")
//
// # Use instead
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// # When it stays silent
//
// When a launcher or an env file of production supplies the variable.
func secretKeyDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL105",
		Name:    "secret-key-default",
		Summary: "SECRET_KEY falls back to a key in the code",
		Help:    "Read SECRET_KEY from the environment without a default.",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
		},
		Since: "0.1.0",
		Check: checkSecretKeyDefault,
	}
}

func checkSecretKeyDefault(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	return lint.Question{
		Value:   s.Get("SECRET_KEY"),
		Name:    "SECRET_KEY",
		Subject: "settings.SECRET_KEY",
		Place:   s.First,
		Bad: func(v value.Value) value.Tri {
			text, ok := v.Text()
			_, fallback := v.FromDefault()
			return value.TriOf(ok && text != "" && fallback)
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			variable, _ := v.FromDefault()
			return lint.Fail(at, "without %s the site starts with a SECRET_KEY that everybody can read: sessions and password-reset links can be forged", variable).
				Fix("read %s without a default, so that the site refuses to start without it", variable).
				Hiding(at)
		},
	}.Judge(lint.Error)
}
