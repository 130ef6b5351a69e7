package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// forwardedHostFromClient reports USE_X_FORWARDED_HOST with an nginx that does not set X-Forwarded-Host.
//
// # Why it matters
//
// Django then takes the host of a request from X-Forwarded-Host, and nginx passes on what the client sends. The client chooses
// among all of ALLOWED_HOSTS which one links, redirects and password-reset mails are made for, whatever name it asked for; with
// "*" any name at all.
//
// # Example
//
//	USE_X_FORWARDED_HOST = True
//	proxy_set_header Host $host;
//
// # Use instead
//
//	USE_X_FORWARDED_HOST = False
//	proxy_set_header Host $host;
//
// # When it stays silent
//
// Where nginx sets the header on every way to the application, where another proxy stands before nginx, and where an include
// that is not in the repository may set it.
func forwardedHostFromClient() lint.Rule {
	return lint.Rule{
		ID:      "DPL515",
		Name:    "forwarded-host-from-client",
		Summary: "The client chooses the host through X-Forwarded-Host",
		Help:    "Take USE_X_FORWARDED_HOST away where nginx sends Host, or set the header in nginx",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-348"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#use-x-forwarded-host",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkForwardedHostFromClient),
	}
}

func checkForwardedHostFromClient(s *deploy.Settings, site *deploy.Site) lint.Answer {
	use := s.Get("USE_X_FORWARDED_HOST")
	if use.Truth() != value.True {
		return nil
	}
	for _, t := range site.AppTargets() {
		if !t.HTTP() || t.WebSocket() || t.Proxy.Behind() {
			continue
		}
		if _, found := t.Outer.Headers("proxy_set_header").Get("X-Forwarded-Host"); found != value.False {
			continue
		}
		r := lint.Fail(use, "the client chooses the host that Django goes by: %s does not set X-Forwarded-Host, and nginx passes the client's on", t.Where()).
			About("settings.USE_X_FORWARDED_HOST").With(t.Entry, "requests are handed on here").
			Fix("USE_X_FORWARDED_HOST = False, with proxy_set_header Host $host in nginx")
		if deploy.Holds(s.Get("ALLOWED_HOSTS"), func(host string) bool { return host == "*" }) == value.True {
			r = r.At(lint.Error).With(s.Get("ALLOWED_HOSTS"), "and any host is allowed")
		}
		return r
	}
	return nil
}
