package settings

import (
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// mailLoginInClear reports a login at a mail server over an unencrypted connection.
//
// # Why it matters
//
// EMAIL_HOST_USER and EMAIL_HOST_PASSWORD cross the network in the clear with every mail, and the mails with them: password
// reset links as well. Most providers refuse such a login, and then no mail is sent at all.
//
// # Example
//
//	EMAIL_HOST = "smtp.provider.example"
//	EMAIL_HOST_USER = "shop"
//
// # Use instead
//
//	EMAIL_HOST = "smtp.provider.example"
//	EMAIL_HOST_USER = "shop"
//	EMAIL_PORT = 587
//	EMAIL_USE_TLS = True
//
// # When it stays silent
//
// For a mail server on this machine or under a name without a dot, such as another container, without a user, and for backends
// of other packages.
func mailLoginInClear() lint.Rule {
	return lint.Rule{
		ID:      "DPL159",
		Name:    "mail-login-in-clear",
		Summary: "The mail server's password is sent over an unencrypted connection",
		Help:    "Set EMAIL_USE_TLS = True and EMAIL_PORT = 587",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-319"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#email-use-tls",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMailLoginInClear),
	}
}

func checkMailLoginInClear(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !usesSMTP(s) || !s.Off("EMAIL_USE_TLS") || !s.Off("EMAIL_USE_SSL") {
		return nil
	}
	if port, ok := portOf(s.Get("EMAIL_PORT")); ok && port == 465 {
		return nil // nothing is sent at all
	}
	user, given := s.Given("EMAIL_HOST_USER")
	if !given || user.Truth() == value.False || user.Kind() == value.None {
		return nil
	}
	public := lint.Text(func(host string) bool { return strings.Contains(host, ".") && !isLocal(host) && !isPrivate(host) })
	return lint.Ask(s, "EMAIL_HOST", public, func(v value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "the login at %s is sent in the clear: EMAIL_USE_TLS and EMAIL_USE_SSL are off", v.Payload()).
			With(user, "the user is set here").Fix("EMAIL_PORT = 587 and EMAIL_USE_TLS = True")
	})
}

// isPrivate reports whether a host is an address of a private network, or a name of one.
func isPrivate(host string) bool {
	if strings.HasSuffix(host, ".internal") || strings.HasSuffix(host, ".lan") || strings.HasSuffix(host, ".svc.cluster.local") {
		return true
	}
	ip, ok := address.IP(host)
	return ok && (ip.IsPrivate() || ip.IsLoopback())
}
