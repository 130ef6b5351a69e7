package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// trustedOriginWithoutScheme reports an entry of CSRF_TRUSTED_ORIGINS without its scheme.
//
// # Why it matters
//
// From version 4.0 Django compares whole origins, so that such an entry matches nothing, and its system checks fail:
// migrate and other commands stop before they do anything.
//
// # Example
//
//	CSRF_TRUSTED_ORIGINS = ["shop.example"]
//
// # Use instead
//
//	CSRF_TRUSTED_ORIGINS = ["https://shop.example"]
//
// # When it stays silent
//
// Before Django 4.0, where an entry is a host. An entry that cannot be read counts for nothing.
func trustedOriginWithoutScheme() lint.Rule {
	return lint.Rule{
		ID:      "DPL126",
		Name:    "trusted-origin-without-scheme",
		Summary: "CSRF_TRUSTED_ORIGINS has an entry without scheme, so commands stop at Django's checks",
		Help:    "Write each origin with its scheme: https://shop.example",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"4_0.E001"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins",
			"https://docs.djangoproject.com/en/stable/releases/4.0/#csrf-trusted-origins-changes",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkTrustedOriginWithoutScheme),
	}
}

func checkTrustedOriginWithoutScheme(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(4, 0) {
		return nil
	}
	const name = "CSRF_TRUSTED_ORIGINS"
	bare := func(origin string) bool { return !strings.Contains(origin, "://") }
	bad := func(v value.Value) bool { return v.Kind() == value.Str && v.Payload() != "" || lint.Has(bare)(v) }
	return lint.Ask(s, name, bad, func(v value.Value, at lint.Placed) lint.Result {
		if v.Kind() == value.Str {
			return lint.Fail(at, "%s is a text, not a list: each of its characters counts as an origin, and migrate fails at Django's checks", name).
				Fix(`%s = ["https://shop.example"]`, name)
		}
		origin, _ := v.Find(bare)
		at = lint.Nearest(origin, at)
		if origin.Payload() == "" {
			return lint.Fail(at, "%s has an empty entry: migrate fails at Django's checks", name).
				Fix("leave it out: [o for o in origins if o]")
		}
		return lint.Fail(at, "%s has %s without its scheme: it matches no request, and migrate fails at Django's checks", name, text(origin)).
			Fix("https://%s", strings.TrimLeft(origin.Payload(), "/"))
	})
}
