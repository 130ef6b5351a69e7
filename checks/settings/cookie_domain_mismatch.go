package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cookieDomainMismatch reports a cookie domain that no host of the site belongs to.
//
// # Why it matters
//
// A browser drops a cookie for a domain that the answering host is no part of. With the session cookie no login lasts to the
// next page; with the CSRF cookie every form is answered 403.
//
// # Example
//
//	ALLOWED_HOSTS = ["shop.example"]
//	SESSION_COOKIE_DOMAIN = ".shop.example.com"
//
// # Use instead
//
//	SESSION_COOKIE_DOMAIN = ".shop.example"
//
// # When it stays silent
//
// Where ALLOWED_HOSTS is not known as a whole or accepts every host, where the domain covers one of the hosts, and where
// one of the two is what is left when a variable is not set.
func cookieDomainMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL180",
		Name:    "cookie-domain-mismatch",
		Summary: "A cookie's domain covers none of the site's hosts",
		Help:    "Set the domain to the one that all hosts of the site share, or leave it out",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-domain",
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-cookie-domain",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCookieDomainMismatch),
	}
}

func checkCookieDomainMismatch(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	hosts := s.Get("ALLOWED_HOSTS")
	if _, fallback := deploy.Fallback(hosts); fallback {
		return nil // production sets others
	}
	noDomain := func(domain string) bool { return strings.ContainsAny(domain, ":/") }
	bad := func(v value.Value) bool {
		domain, ok := v.Text()
		_, fallback := v.FromDefault()
		return ok && !fallback && domain != "" && (noDomain(domain) || !coversHost(domain, hosts))
	}
	ask := func(name, harm string) lint.Answer {
		return lint.Ask(s, name, bad, func(v value.Value, at lint.Placed) lint.Result {
			domain := v.Payload()
			if noDomain(domain) {
				return lint.Fail(at, "%q is no domain but a URL or an address with a port: browsers drop the cookie, and %s", domain, harm).Fix("%s = %q", name, bareHost(domain))
			}
			return lint.Fail(at, "%s %q covers none of ALLOWED_HOSTS: browsers drop the cookie, and %s", name, domain, harm).
				With(hosts, "the hosts are set here").Fix("%s = None, or the domain that the hosts share", name)
		})
	}
	return lint.Answers{
		ask("SESSION_COOKIE_DOMAIN", "no login lasts to the next page"),
		ask("CSRF_COOKIE_DOMAIN", "every form is answered 403"),
	}
}

// coversHost reports whether a cookie's domain covers, or may cover, one of the allowed hosts.
func coversHost(domain string, hosts value.Value) bool {
	domain = strings.ToLower(strings.TrimPrefix(domain, "."))
	public := 0
	for _, e := range hosts.Elems() {
		host, ok := e.Text()
		host = strings.ToLower(strings.TrimPrefix(host, "."))
		if !ok || host == "*" || host == domain || strings.HasSuffix(host, "."+domain) || strings.HasPrefix(e.Payload(), ".") && strings.HasSuffix(domain, "."+host) {
			return true
		}
		if !isLocal(host) && !isPrivate(host) && host != "" {
			public++
		}
	}
	return public == 0 // nothing but this machine: production's hosts are not here
}
