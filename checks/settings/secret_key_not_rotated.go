package settings

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyNotRotated reports a SECRET_KEY that stands among its own fallbacks.
//
// # Why it matters
//
// SECRET_KEY_FALLBACKS holds the old keys for as long as what they signed is still around. The key itself among them means that
// the rotation did not happen: whoever has the old key has the new one.
//
// # Example
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//	SECRET_KEY_FALLBACKS = [SECRET_KEY]
//
// # Use instead
//
//	SECRET_KEY_FALLBACKS = [os.environ["OLD_SECRET_KEY"]]
//
// # When it stays silent
//
// Where the keys are not the same for certain.
func secretKeyNotRotated() lint.Rule {
	return lint.Rule{
		ID:      "DPL188",
		Name:    "secret-key-not-rotated",
		Summary: "SECRET_KEY stands among its own fallbacks",
		Help:    "Make a new SECRET_KEY, and keep only the old one among the fallbacks",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSecretKeyNotRotated),
	}
}

func checkSecretKeyNotRotated(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	key := s.Get("SECRET_KEY")
	list := s.Get("SECRET_KEY_FALLBACKS")
	if !list.IsSequence() {
		return nil
	}
	for _, e := range list.Elems() {
		same := value.Equal(e, key) && key.Truth() == value.True
		waits := len(e.Waits) == 1 && slices.Equal(e.Waits, key.Waits) && e.Reason.Equal(key.Reason)
		if !same && !waits {
			continue
		}
		return lint.Fail(lint.Nearest(e, list), "SECRET_KEY stands among its own fallbacks: the key was not changed").
			About("settings.SECRET_KEY_FALLBACKS").With(s.Place("SECRET_KEY"), "the key is set here").Fix("take it out of SECRET_KEY_FALLBACKS").Hiding(e, key)
	}
	return nil
}
