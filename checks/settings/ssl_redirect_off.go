package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// sslRedirectOff reports a site on which nothing in the repository redirects plain HTTP to HTTPS.
//
// # Why it matters
//
// Who comes to http:// is answered there: passwords and pages cross the network readable and changeable by everybody on
// the way.
//
// # Example
//
//	SECURE_SSL_REDIRECT = False
//
// # Use instead
//
//	SECURE_SSL_REDIRECT = True  # with SECURE_PROXY_SSL_HEADER behind a proxy
//
// # When it stays silent
//
// Where nginx lets nobody come to the application over plain HTTP, which is the better place for it, and without
// SecurityMiddleware, which would redirect. It is a note, as a proxy that nobody described may redirect; what nginx
// itself does is plain-http-only's.
// Where the hosting platform is told to redirect (force_https of fly.toml, secure: always of app.yaml), and where a
// configuration of nginx in the repository redirects that cannot be joined to this site.
func sslRedirectOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL117",
		Name:    "ssl-redirect-off",
		Summary: "Nothing in the repository redirects plain HTTP to HTTPS",
		Help:    "Redirect in the proxy, or set SECURE_SSL_REDIRECT = True",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-319"},
		Django:  []string{"security.W008"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-ssl-redirect",
			"https://docs.djangoproject.com/en/stable/topics/security/#ssl-https",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkSslRedirectOff),
	}
}

func checkSslRedirectOff(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Runs(securityMiddleware) != value.True {
		return nil
	}
	const name = "SECURE_SSL_REDIRECT"
	q := lint.Ask(s, name, isNotTrue, func(v value.Value, at lint.Placed) lint.Result {
		if v.Truth() == value.True {
			return lint.Fail(at, "%s is %s, not True: it redirects all the same, and Django's own check reports it", name, text(v)).
				Fix("%s = True", name)
		}
		how, fix := switchedOff(v, name)
		return lint.Fail(at, "%s is %s, and nothing in the repository redirects to https: who comes over plain HTTP is answered there if no proxy before the site redirects", name, how).
			Fix("%s, with SECURE_PROXY_SSL_HEADER behind a proxy", fix).InOwnWords()
	})
	if q.Value.Truth() == value.False {
		if at, forced := site.PlatformForcesHTTPS(); forced {
			return lint.Pass(at, "the platform lets nobody in over plain HTTP").About(q.Subject)
		}
		switch server, redirected := site.RedirectsToHTTPS(); redirected {
		case value.True:
			return lint.Pass(server, "nginx lets nobody in over plain HTTP").About(q.Subject)
		case value.Undecided:
			return nil
		case value.False:
			if site.MentionsHTTPSRedirect() {
				return nil // whether that server is before this site cannot be told
			}
		}
	}
	return q
}
