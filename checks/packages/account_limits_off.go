package packages

import (
	"deploylint/internal/lint"
)

// accountLimitsOff reports logins and password resets without any limit.
//
// # Why it matters
//
// django-allauth counts failed logins, sign-ups and password mails. ACCOUNT_RATE_LIMITS = False takes all of it away:
// passwords can be tried without end, and anybody's mailbox filled with resets.
//
// # Example
//
//	ACCOUNT_RATE_LIMITS = False
//
// # Use instead
//
//	# leave ACCOUNT_RATE_LIMITS out, and override single limits
//
// # When it stays silent
//
// Where only some limits are changed.
func accountLimitsOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL716",
		Name:    "account-limits-off",
		Summary: "allauth's rate limits are switched off",
		Help:    "Leave the limits on, and raise those that are too low",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-307"},
		Links: []string{
			"https://docs.allauth.org/en/latest/account/rate_limits.html",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "ACCOUNT_RATE_LIMITS", When: withApp("allauth.account"), Bad: isFalse,
			Message: "allauth's limits are off: passwords can be tried without end",
			Fix:     "take the line away",
		},
	}
}
