package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// allowedHostsWildcard reports ALLOWED_HOSTS that accepts every host.
//
// # Why it matters
//
// Django builds links from the Host header: password-reset mails, redirects, the sites framework. With "*" an attacker
// chooses it, and the victim gets a genuine mail with a link to the attacker's host. Caches can be poisoned the same way.
//
// # Example
//
//	ALLOWED_HOSTS = ["*"]
//
// # Use instead
//
//	ALLOWED_HOSTS = ["shop.example", ".shop.example"]
//
// # When it stays silent
//
// For a leading dot, which covers a domain and its subdomains, and for hosts that cannot be read.
func allowedHostsWildcard() lint.Rule {
	return lint.Rule{
		ID:      "DPL103",
		Name:    "allowed-hosts-wildcard",
		Summary: "ALLOWED_HOSTS accepts every Host header",
		Help:    "Replace \"*\" in ALLOWED_HOSTS by the names that the site is reached by",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-20"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://docs.djangoproject.com/en/stable/topics/security/#host-header-validation",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkAllowedHostsWildcard),
	}
}

func checkAllowedHostsWildcard(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	isWildcard := func(host string) bool { return host == "*" }
	return lint.Ask(s, "ALLOWED_HOSTS", func(v value.Value) value.Tri {
		if v.Kind() == value.Str { // until Django 4.0 a text was a list of its characters
			return value.TriOf(s.Django.Before(4, 0) && strings.Contains(v.Payload(), "*"))
		}
		return deploy.Holds(v, isWildcard)
	}, func(v value.Value, at lint.Placed) lint.Result {
		if wildcard, _ := v.Find(isWildcard); !wildcard.Source().IsZero() {
			at = wildcard.Source()
		}
		const attack = "whoever sends a request decides which host its password-reset links and redirects point to"
		if variable, ok := deploy.Fallback(v); ok {
			return lint.Fail(at, "ALLOWED_HOSTS accepts every Host header unless %s is set: %s", variable, attack).
				Fix("make the names that your site is reached by the default, or drop the default").InOwnWords()
		}
		return lint.Fail(at, "ALLOWED_HOSTS accepts every Host header: %s", attack).
			Fix("ALLOWED_HOSTS = [\"shop.example\"], with the names that your site is reached by")
	}).OrPass("ALLOWED_HOSTS does not accept every host")
}
