package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyCommitted reports a SECRET_KEY that stands in the repository.
//
// # Why it matters
//
// Whoever reads the repository, now or in its history, can forge session cookies and password-reset links, and with
// pickled sessions run code on the server.
//
// # Example
//
//	SECRET_KEY = "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es"
//
// # Use instead
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// Make a new key: one that has been committed stays known.
//
// # When it stays silent
//
// In settings that no production process runs, and for a file that git does not track. A default for a variable is
// secret-key-default.
func secretKeyCommitted() lint.Rule {
	return lint.Rule{
		ID:      "DPL104",
		Name:    "secret-key-committed",
		Summary: "SECRET_KEY stands in the repository",
		Help:    "Read SECRET_KEY from the environment, and make a new key.",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
			"https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
		},
		Since: "0.1.0",
		Check: checkSecretKeyCommitted,
	}
}

func checkSecretKeyCommitted(site *deploy.Site) []lint.Result {
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
			return value.TriOf(ok && text != "" && v.Literal() && site.Committed(v))
		},
		Fail: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "SECRET_KEY stands in the repository: whoever reads it can forge sessions and password-reset links").
				Fix("SECRET_KEY = os.environ[\"SECRET_KEY\"], with a new key: python -c \"from django.core.management.utils import get_random_secret_key as k; print(k())\"").
				Hiding(at)
		},
	}.Judge(lint.Error)
}
