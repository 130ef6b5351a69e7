package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// corsAllowsAll reports django-cors-headers that lets every web site read the answers.
//
// # Why it matters
//
// With CORS_ALLOW_ALL_ORIGINS any page that a user visits may call the site and read what it answers. Together with
// CORS_ALLOW_CREDENTIALS the browser sends the session cookie along: the page acts and reads as the user.
//
// # Example
//
//	CORS_ALLOW_ALL_ORIGINS = True
//	CORS_ALLOW_CREDENTIALS = True
//
// # Use instead
//
//	CORS_ALLOWED_ORIGINS = ["https://app.shop.example"]
//	CORS_ALLOW_CREDENTIALS = True
//
// # When it stays silent
//
// Without the middleware. Without credentials it is a note: answers that are for everybody may well be open.
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
		Check: checkCorsAllowsAll,
	}
}

func checkCorsAllowsAll(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil || s.Middleware("corsheaders.middleware.CorsMiddleware") == value.False {
		return nil
	}
	name := "CORS_ALLOW_ALL_ORIGINS" // the new name wins
	if _, given := s.Given(name); !given {
		name = "CORS_ORIGIN_ALLOW_ALL"
	}
	return ask(s, lint.Error, asked{
		name: name,
		bad:  isOn,
		fail: func(v value.Value, at lint.Placed) lint.Result {
			const fix = "CORS_ALLOWED_ORIGINS = [\"https://app.shop.example\"]"
			credentials := s.Get("CORS_ALLOW_CREDENTIALS")
			if isOn(credentials) {
				r := lint.Fail(at, "every web site may call this one with the user's session and read the answer").
					With(credentials, "credentials are allowed here").Fix(fix)
				if _, fallback := v.FromDefault(); fallback {
					r = r.At(lint.Warning)
				}
				return r
			}
			return lint.Fail(at, "every web site may read what this one answers to visitors who are not logged in").Fix(fix).At(lint.Note)
		},
	})
}
