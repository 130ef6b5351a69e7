package packages

import (
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// ratelimitOff reports django-ratelimit switched off.
//
// # Why it matters
//
// RATELIMIT_ENABLE = False is for tests. Every @ratelimit in the code lets everything through, and looks as if it did not.
//
// # Example
//
//	RATELIMIT_ENABLE = False
//
// # Use instead
//
//	RATELIMIT_ENABLE = True
//
// # When it stays silent
//
// Where it follows DEBUG. Where it is off only as a variable's default, it is a note.
func ratelimitOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL724",
		Name:    "ratelimit-off",
		Summary: "Rate limits are switched off",
		Help:    "Take RATELIMIT_ENABLE out of the production settings",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-307"},
		Links: []string{
			"https://django-ratelimit.readthedocs.io/en/stable/settings.html",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "RATELIMIT_ENABLE", Bad: lint.Off,
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				r := lint.Fail(at, "every rate limit in the code lets everything through").Fix("RATELIMIT_ENABLE = True")
				if _, fallback := v.FromDefault(); fallback {
					r = r.At(lint.Note)
				}
				return r
			},
		},
	}
}
