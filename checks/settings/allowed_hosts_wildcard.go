package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
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

func checkAllowedHostsWildcard(s *deploy.Settings, site *deploy.Site) lint.Answer {
	return lint.Question{
		Value:   s.Get("ALLOWED_HOSTS"),
		Name:    "ALLOWED_HOSTS",
		Subject: "settings.ALLOWED_HOSTS",
		Place:   s.First,
		Bad: func(v value.Value) value.Tri {
			if v.Kind() == value.Str { // until Django 4.0 a text was a list of its characters
				return value.TriOf(s.Django.Before(4, 0) && strings.Contains(v.Payload(), "*"))
			}
			return deploy.Holds(v, func(host string) bool { return host == "*" })
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			if span := wildcard(v).Source(); !span.IsZero() {
				at = span
			}
			const attack = "whoever sends a request decides which host its password-reset links and redirects point to"
			if variable, ok := deploy.Fallback(v); ok {
				return lint.Fail(at, "ALLOWED_HOSTS accepts every Host header unless %s is set: %s", variable, attack).
					Fix("make the names that your site is reached by the default, or drop the default")
			}
			return lint.Fail(at, "ALLOWED_HOSTS accepts every Host header: %s", attack).
				Fix("ALLOWED_HOSTS = [\"shop.example\"], with the names that your site is reached by")
		},
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "ALLOWED_HOSTS does not accept every host")
		},
	}
}

// wildcard returns the element "*", or nowhere.
func wildcard(v value.Value) lint.Placed {
	for _, e := range v.Elems() {
		if text, ok := e.Text(); ok && text == "*" {
			return e
		}
	}
	return source.Span{}
}
