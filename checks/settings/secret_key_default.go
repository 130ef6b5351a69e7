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
// Where a launcher or an env file of production supplies the variable, and for an empty default: Django does not start
// with that (secret-key-missing).
func secretKeyDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL105",
		Name:    "secret-key-default",
		Summary: "SECRET_KEY falls back to a key in the code",
		Help:    "Read SECRET_KEY from the environment without a default",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Django:  []string{"security.W009"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSecretKeyDefault),
	}
}

func checkSecretKeyDefault(s *deploy.Settings, site *deploy.Site) lint.Answer {
	isDefault := func(v value.Value) bool { return isPublicDefault(site, v) }
	return lint.AskPart(s, "SECRET_KEY", "", settle(s.Get("SECRET_KEY")), isDefault, func(v value.Value, at lint.Placed) lint.Result {
		text, _ := v.Text()
		weak := asWeak(s, key{name: "SECRET_KEY"}, v)
		shown := at
		if found, ok := stands(v, text); ok {
			at, shown = found, found.text
		}
		const forged = "the site starts with a SECRET_KEY that everybody can read: sessions and password-reset links can be forged"
		if variable, _ := v.FromDefault(); variable != "" {
			return lint.Fail(at, "without the variable %s, %s", variable, forged).
				Fix("read %s without a default, so that the site does not start without it", variable).InOwnWords().As(weak...).Hiding(shown)
		}
		return lint.Fail(at, "without the key's file on the server, %s", forged).
			Fix("drop the key, so that the site does not start without the file").As(weak...).Hiding(shown)
	})
}

// isPublicDefault reports whether a key is the default of a variable in a file that git tracks.
func isPublicDefault(site *deploy.Site, v value.Value) bool {
	text, ok := v.Text()
	_, fallback := v.FromDefault()
	return ok && text != "" && fallback && site.Committed(v.Source())
}
