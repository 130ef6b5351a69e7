package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// openerPolicyUnknown reports SECURE_CROSS_ORIGIN_OPENER_POLICY that browsers do not know.
//
// # Why it matters
//
// Browsers ignore what they do not know, so that a page which opens this site in a window keeps a handle on it.
//
// # Example
//
//	SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin-allow"
//
// # Use instead
//
//	SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
//
// # When it stays silent
//
// Without SecurityMiddleware, before Django 4.0, and for None, which turns the header off.
func openerPolicyUnknown() lint.Rule {
	return lint.Rule{
		ID:      "DPL123",
		Name:    "opener-policy-unknown",
		Summary: "Cross-Origin-Opener-Policy is one that browsers do not know",
		Help:    "Leave SECURE_CROSS_ORIGIN_OPENER_POLICY out, or set it to a known policy",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Django:  []string{"security.E024"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-cross-origin-opener-policy",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkOpenerPolicyUnknown),
	}
}

func checkOpenerPolicyUnknown(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(4, 0) || s.Runs(securityMiddleware) != value.True {
		return nil
	}
	const name = "SECURE_CROSS_ORIGIN_OPENER_POLICY"
	unknown := func(v value.Value) value.Tri {
		switch v.Payload() {
		case "same-origin", "same-origin-allow-popups", "unsafe-none":
			return value.TriOf(v.Kind() != value.Str)
		}
		if v.Kind() == value.Object {
			return value.Undecided
		}
		return value.TriOf(v.Kind() != value.None)
	}
	return lint.Ask(s, name, unknown, func(v value.Value, at lint.Placed) lint.Result {
		if v.Kind() == value.List || v.Kind() == value.Dict || v.Kind() == value.Set {
			return lint.Fail(at, "%s is %s, not a text: manage.py check --deploy stops with a TypeError", name, text(v)).
				Fix(`%s = "same-origin"`, name).As()
		}
		return lint.Fail(at, "%s is %s, which browsers do not know: the header protects from nothing", name, text(v)).
			Fix(`%s = "same-origin"`, name)
	})
}
