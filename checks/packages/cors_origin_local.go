package packages

import (
	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// corsOriginLocal reports a developer's machine among the allowed origins of production.
//
// # Why it matters
//
// http://localhost:3000 is whatever runs on the visitor's own machine on that port. A program there may call the site with the
// visitor's cookies and read the answers; the session's is among them where SESSION_COOKIE_SAMESITE is "None".
//
// # Example
//
//	CORS_ALLOWED_ORIGINS = ["https://app.shop.example", "http://localhost:3000"]
//	CORS_ALLOW_CREDENTIALS = True
//
// # Use instead
//
//	CORS_ALLOWED_ORIGINS = ["https://app.shop.example"]
//
// # When it stays silent
//
// Without CORS_ALLOW_CREDENTIALS, and for origins that are the default of a variable.
func corsOriginLocal() lint.Rule {
	return lint.Rule{
		ID:      "DPL708",
		Name:    "cors-origin-local",
		Summary: "localhost may call the site with the user's cookies",
		Help:    "Keep localhost in the development settings",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-942"},
		Links: []string{
			"https://github.com/adamchainz/django-cors-headers#cors_allowed_origins-sequencestr",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCorsOriginLocal),
	}
}

func checkCorsOriginLocal(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Middleware("corsheaders.middleware.CorsMiddleware") == value.False || !s.On("CORS_ALLOW_CREDENTIALS") {
		return nil
	}
	local := func(origin string) bool {
		host := deploy.HostName(originHost(origin))
		return host != "" && (address.Loopback(host) || address.Wildcard(host))
	}
	q := lint.AskElement(s, originsSetting(s), local, func(origin string, at lint.Placed) lint.Result {
		return lint.Fail(at, "%q may call the site with credentials and read the answers: that is whatever runs on the visitor's machine", origin).
			With(s.Get("CORS_ALLOW_CREDENTIALS"), "credentials are allowed here").Fix("keep it in the development settings")
	})
	bad := q.Bad
	q.Bad = func(v value.Value) value.Tri {
		_, fallback := deploy.Fallback(v)
		return bad(v).And(value.TriOf(!fallback))
	}
	return q
}
