package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// corsAllowsAll reports django-cors-headers that lets every web site read the answers.
//
// # Why it matters
//
// With CORS_ALLOW_ALL_ORIGINS any page that a user visits may call the site and read what it answers. Together with
// CORS_ALLOW_CREDENTIALS the browser sends cookies along: with the session cookie among them the page acts and reads as the
// user. Since Django 2.1 that cookie is SameSite=Lax, and stays away from requests of other sites: then it is a warning, for
// pages on subdomains of the site, and for the day when the cookie is opened.
//
// # Example
//
//	CORS_ALLOW_ALL_ORIGINS = True
//	CORS_ALLOW_CREDENTIALS = True
//	SESSION_COOKIE_SAMESITE = "None"
//
// # Use instead
//
//	CORS_ALLOWED_ORIGINS = ["https://app.shop.example"]
//	CORS_ALLOW_CREDENTIALS = True
//
// # When it stays silent
//
// Without the middleware. Without credentials it is a note, since answers that are for everybody may well be open, and silent
// where CORS_URLS_REGEX says which.
func corsAllowsAll() lint.Rule {
	return lint.Rule{
		ID:      "DPL704",
		Name:    "cors-allows-all",
		Summary: "Every web site may read the answers, and act as the user",
		Help:    "List the origins in CORS_ALLOWED_ORIGINS",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-942"},
		Links: []string{
			"https://github.com/adamchainz/django-cors-headers#cors_allow_all_origins-bool",
			"https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#requests_with_credentials",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCorsAllowsAll),
	}
}

func checkCorsAllowsAll(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Middleware("corsheaders.middleware.CorsMiddleware") == value.False {
		return nil
	}
	if s.Sets("CORS_URLS_REGEX") && !s.On("CORS_ALLOW_CREDENTIALS") {
		return nil // which answers are for everybody was decided
	}
	name := "CORS_ALLOW_ALL_ORIGINS" // the new name wins
	if !s.Sets(name) {
		name = "CORS_ORIGIN_ALLOW_ALL"
	}
	return lint.Ask(s, name, lint.On, func(v value.Value, at lint.Placed) lint.Result {
		const fix = "CORS_ALLOWED_ORIGINS = [\"https://app.shop.example\"]"
		credentials := s.Get("CORS_ALLOW_CREDENTIALS")
		if !lint.On(credentials) {
			return lint.Fail(at, "every web site may read what this one answers to visitors who are not logged in").Fix(fix).At(lint.Note)
		}
		r := lint.Fail(at, "every web site may call this one with the user's session and read the answer")
		if _, fallback := v.FromDefault(); fallback {
			r = r.At(lint.Warning)
		}
		if text, kept := sameSite(s); kept {
			r = lint.Fail(at, "every web site may call this one with credentials and read the answer: "+
				"nothing but SESSION_COOKIE_SAMESITE = %q keeps the session out of it", text).At(lint.Warning)
		}
		return r.With(credentials, "credentials are allowed here").Fix(fix)
	})
}

// sameSite returns SESSION_COOKIE_SAMESITE, and whether browsers keep the session out of other sites' requests for it.
func sameSite(s *deploy.Settings) (text string, kept bool) {
	text, ok := s.Get("SESSION_COOKIE_SAMESITE").Text()
	return text, ok && (strings.EqualFold(text, "lax") || strings.EqualFold(text, "strict"))
}
