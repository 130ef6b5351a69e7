package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cookieRefused reports a cookie that browsers refuse to keep.
//
// # Why it matters
//
// Browsers drop a cookie with SameSite=None that is not Secure, and one whose name begins with __Secure- or __Host- and that
// lacks what the prefix promises. A dropped session cookie is a login that never lasts to the next page; a dropped CSRF cookie
// is a 403 for every form.
//
// # Example
//
//	SESSION_COOKIE_SAMESITE = "None"
//	SESSION_COOKIE_SECURE = False
//
// # Use instead
//
//	SESSION_COOKIE_SAMESITE = "None"
//	SESSION_COOKIE_SECURE = True
//
// # When it stays silent
//
// For the None of Python and for False, which leave the attribute out, and where Secure is not known.
func cookieRefused() lint.Rule {
	return lint.Rule{
		ID:      "DPL156",
		Name:    "cookie-refused",
		Summary: "Browsers refuse a cookie of the site",
		Help:    "Make the cookie Secure, or take SameSite=None and the prefix away",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-samesite",
			"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#attributes",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCookieRefused),
	}
}

func checkCookieRefused(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if s.Middleware("SessionMiddleware") != value.False {
		answers = append(answers, refusedCookie(s, "SESSION_COOKIE_", "no login lasts to the next page"))
	}
	if s.Middleware("CsrfViewMiddleware") != value.False && s.Off("CSRF_USE_SESSIONS") {
		answers = append(answers, refusedCookie(s, "CSRF_COOKIE_", "every form is answered 403"))
	}
	return answers
}

func refusedCookie(s *deploy.Settings, prefix, harm string) lint.Answer {
	insecure := s.Off(prefix + "SECURE")
	if insecure {
		if results := insecureSameSite(s, prefix, harm).Results(); len(results) > 0 {
			return results
		}
	}
	name, ok := s.Get(prefix + "NAME").Text()
	host, safe := strings.HasPrefix(name, "__Host-"), strings.HasPrefix(name, "__Secure-")
	if !ok || !host && !safe {
		return nil
	}
	lacks := ""
	switch path, _ := s.Get(prefix + "PATH").Text(); {
	case insecure:
		lacks = prefix + "SECURE"
	case host && s.On(prefix+"DOMAIN"):
		lacks = "a cookie without " + prefix + "DOMAIN"
	case host && path != "/" && path != "":
		lacks = prefix + "PATH = \"/\""
	default:
		return nil
	}
	return lint.Fail(s.Get(prefix+"NAME"), "browsers refuse the cookie %s: its prefix promises %s, so %s", name, lacks, harm).
		About("settings." + prefix + "NAME").Fix("keep what the prefix promises, or take the prefix away")
}

// insecureSameSite asks for SameSite=None on a cookie that is not Secure.
func insecureSameSite(s *deploy.Settings, prefix, harm string) lint.Question {
	none := lint.Text(func(text string) bool { return strings.EqualFold(text, "none") })
	return lint.Ask(s, prefix+"SAMESITE", none, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "browsers refuse a cookie with SameSite=None that is not Secure: %s", harm).
			With(s.Place(prefix+"SECURE"), "%sSECURE is off", prefix).Fix("%sSECURE = True", prefix)
	})
}
