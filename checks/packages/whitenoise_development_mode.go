package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// whitenoiseDevelopmentMode reports WhiteNoise that looks for each file anew.
//
// # Why it matters
//
// WHITENOISE_AUTOREFRESH has every request for a static file search the disk, and WHITENOISE_USE_FINDERS serves from the
// sources in place of STATIC_ROOT. Both are for development: slow, and not hardened for anything else.
//
// # Example
//
//	WHITENOISE_AUTOREFRESH = True
//
// # Use instead
//
//	# leave it out: it follows DEBUG
//
// # When it stays silent
//
// Where the setting follows DEBUG.
func whitenoiseDevelopmentMode() lint.Rule {
	return lint.Rule{
		ID:      "DPL731",
		Name:    "whitenoise-development-mode",
		Summary: "WhiteNoise runs in its development mode",
		Help:    "Take WHITENOISE_AUTOREFRESH and WHITENOISE_USE_FINDERS out of the production settings",
		Level:   lint.Warning,
		Tags:    []string{"performance"},
		Links: []string{
			"https://whitenoise.readthedocs.io/en/stable/django.html#WHITENOISE_AUTOREFRESH",
			"https://whitenoise.readthedocs.io/en/stable/django.html#WHITENOISE_USE_FINDERS",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkWhitenoiseDevelopmentMode),
	}
}

func checkWhitenoiseDevelopmentMode(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Middleware("WhiteNoiseMiddleware") == value.False {
		return nil
	}
	return lint.Answers{
		lint.Ask(s, "WHITENOISE_AUTOREFRESH", lint.On, func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "WhiteNoise searches the disk for every request of a static file").Fix("take the line away")
		}),
		lint.Ask(s, "WHITENOISE_USE_FINDERS", lint.On, func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "WhiteNoise serves from the sources in place of STATIC_ROOT, as in development").Fix("take the line away, and run collectstatic").At(lint.Note)
		}),
	}
}
