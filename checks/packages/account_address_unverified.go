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
// For "optional", which is the default and sends the mail, and where signing up is not open, or may not be: allauth is for social
// logins only, or ACCOUNT_ADAPTER names a class of the project's own.
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
		Check: lint.OfSettings(checkAccountAddressUnverified),
	}
}

func checkAccountAddressUnverified(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("allauth.account") || s.On("SOCIALACCOUNT_ONLY") {
		return nil
	}
	if adapter, given := s.Given("ACCOUNT_ADAPTER"); given && !lint.Is("allauth.account.adapter.DefaultAccountAdapter")(adapter) {
		return nil // which decides whether signing up is open
	}
	return lint.Ask(s, "ACCOUNT_EMAIL_VERIFICATION", lint.Is("none"), func(v value.Value, at lint.Placed) lint.Result {
		const what = "anybody may sign up under somebody else's e-mail address"
		if variable, ok := v.FromDefault(); ok {
			return lint.Fail(at, what).UnlessSet(variable).Fix("make \"mandatory\" the default of %s", variable)
		}
		return lint.Fail(at, what).Fix("ACCOUNT_EMAIL_VERIFICATION = \"mandatory\"")
	})
}
