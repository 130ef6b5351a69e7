package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// corsMiddlewareMissing reports CORS settings that no middleware turns into headers, or not on all answers.
//
// # Why it matters
//
// CorsMiddleware adds the headers. Without it the settings do nothing, and the browser refuses every call from another origin.
// Below a middleware that answers by itself, such as CommonMiddleware with its redirects, those answers go out without the
// headers, and the call fails in the browser.
//
// # Example
//
//	INSTALLED_APPS = ["corsheaders", …]
//	MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "corsheaders.middleware.CorsMiddleware",
//	    "django.middleware.common.CommonMiddleware",
//	]
//
// # When it stays silent
//
// Where no origin is allowed at all, and with a middleware of another name that has to do with CORS. The wrong order is a note.
func corsMiddlewareMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL706",
		Name:    "cors-middleware-missing",
		Summary: "CORS settings have no effect, or not on all answers",
		Help:    "Put corsheaders.middleware.CorsMiddleware above CommonMiddleware",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://github.com/adamchainz/django-cors-headers#setup",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCorsMiddlewareMissing),
	}
}

func checkCorsMiddlewareMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("corsheaders") {
		return nil
	}
	setting := ""
	for _, name := range []string{
		"CORS_ALLOW_ALL_ORIGINS", "CORS_ORIGIN_ALLOW_ALL", "CORS_ALLOWED_ORIGINS", "CORS_ORIGIN_WHITELIST",
		"CORS_ALLOWED_ORIGIN_REGEXES", "CORS_ORIGIN_REGEX_WHITELIST",
	} {
		if s.Sets(name) && s.On(name) {
			setting = name
		}
	}
	if setting == "" {
		return nil
	}
	const own = "corsheaders.middleware.CorsMiddleware"
	cors := func(text string) bool { return strings.Contains(strings.ToLower(text), "cors") }
	all := s.Get("MIDDLEWARE")
	elem, found := all.Find(cors)
	switch {
	case deploy.Holds(all, cors) == value.False && !mentions(s, "corsheaders.middleware"):
		return lint.Fail(s.Place(setting), "%s has no effect: CorsMiddleware is not in MIDDLEWARE, so browsers refuse calls from other origins", setting).
			About("settings.MIDDLEWARE.cors").With(s.Place("MIDDLEWARE"), "the middleware is listed here").Fix("%q, above CommonMiddleware", own)
	case !found || elem.Payload() != own:
		return nil
	}
	first, _ := all.Find(func(text string) bool { return text == own || text == commonMiddleware })
	if first.Payload() == own {
		return nil
	}
	return lint.Fail(lint.Nearest(elem, s.Place("MIDDLEWARE")), "CorsMiddleware stands below CommonMiddleware, whose redirects go out without CORS headers: such calls fail in the browser").
		About("settings.MIDDLEWARE.cors").With(first, "it belongs above this one").Fix("move it above CommonMiddleware").At(lint.Note)
}

const commonMiddleware = "django.middleware.common.CommonMiddleware"
