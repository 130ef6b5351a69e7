package packages

import (
	"deploylint/internal/lint"
)

// socialLoginOnGet reports a social login that any link starts.
//
// # Why it matters
//
// With SOCIALACCOUNT_LOGIN_ON_GET the login at the provider begins without a question. A page of an attacker sends the visitor
// there and has them logged in, with an account of its choosing where the provider allows it.
//
// # Example
//
//	SOCIALACCOUNT_LOGIN_ON_GET = True
//
// # Use instead
//
//	SOCIALACCOUNT_LOGIN_ON_GET = False
//
// # When it stays silent
//
// Without allauth.socialaccount.
func socialLoginOnGet() lint.Rule {
	return lint.Rule{
		ID:      "DPL718",
		Name:    "social-login-on-get",
		Summary: "Any link starts a social login",
		Help:    "Leave SOCIALACCOUNT_LOGIN_ON_GET off, and log in with a form",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-352"},
		Links: []string{
			"https://docs.allauth.org/en/latest/socialaccount/configuration.html",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "SOCIALACCOUNT_LOGIN_ON_GET", When: withApp("allauth.socialaccount"), Bad: lint.On,
			Message: "any link starts a social login, without a question to the visitor",
			Fix:     "SOCIALACCOUNT_LOGIN_ON_GET = False",
		},
	}
}
