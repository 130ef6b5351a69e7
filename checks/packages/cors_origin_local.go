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

func checkCorsOriginLocal(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Middleware("corsheaders.middleware.CorsMiddleware") == value.False || !s.On("CORS_ALLOW_CREDENTIALS") {
		return nil
	}
	local := func(v value.Value) (value.Value, string) {
		for _, e := range v.Elems() {
			host := ""
			if text, ok := e.Text(); ok && v.IsSequence() {
				host = deploy.HostName(originHost(text))
			}
			if host != "" && (address.Loopback(host) || address.Wildcard(host)) {
				text, _ := e.Text()
				return e, text
			}
		}
		return value.Value{}, ""
	}
	name := "CORS_ALLOWED_ORIGINS"
	if !s.Sets(name) {
		name = "CORS_ORIGIN_WHITELIST"
	}
	return lint.Ask(s, name, func(v value.Value) bool {
		e, _ := local(v)
		_, fallback := deploy.Fallback(v)
		return e.Known() && !fallback
	}, func(v value.Value, at lint.Placed) lint.Result {
		e, text := local(v)
		return lint.Fail(lint.Nearest(e, at), "%q may call the site with credentials and read the answers: that is whatever runs on the visitor's machine", text).
			With(s.Get("CORS_ALLOW_CREDENTIALS"), "credentials are allowed here").Fix("keep it in the development settings")
	})
}
