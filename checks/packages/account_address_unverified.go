package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// accountAddressUnverified reports accounts whose e-mail address nobody has verified.
//
// # Why it matters
//
// With ACCOUNT_EMAIL_VERIFICATION = "none" anybody signs up under somebody else's address. Mails of the site go there, and what
// trusts the address, such as an invitation, trusts the wrong person.
//
// # Example
//
//	ACCOUNT_EMAIL_VERIFICATION = "none"
//
// # Use instead
//
//	ACCOUNT_EMAIL_VERIFICATION = "mandatory"
//
// # When it stays silent
//
// For "optional", which is the default and sends the mail, and where signing up is not open (allauth is for social logins only).
func accountAddressUnverified() lint.Rule {
	return lint.Rule{
		ID:      "DPL717",
		Name:    "account-address-unverified",
		Summary: "Accounts need no verified e-mail address",
		Help:    "Use \"mandatory\"",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.allauth.org/en/latest/account/configuration.html",
		},
		Since: "0.1.0",
		Check: checkAccountAddressUnverified,
	}
}

func checkAccountAddressUnverified(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil || !installed(s, "allauth.account") || isOn(s.Get("SOCIALACCOUNT_ONLY")) {
		return nil
	}
	return ask(s, lint.Note, asked{
		name: "ACCOUNT_EMAIL_VERIFICATION",
		bad: func(v value.Value) bool {
			text, ok := v.Text()
			return ok && text == "none"
		},
		fail: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "anybody may sign up under somebody else's e-mail address").Fix("ACCOUNT_EMAIL_VERIFICATION = \"mandatory\"")
		},
	})
}
