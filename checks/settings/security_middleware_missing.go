package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// securityMiddlewareMissing reports MIDDLEWARE without Django's SecurityMiddleware.
//
// # Why it matters
//
// The middleware sends what the SECURE_* settings ask for: HSTS, the redirect to HTTPS, X-Content-Type-Options,
// Referrer-Policy and Cross-Origin-Opener-Policy. Without it those settings do nothing.
//
// # Example
//
//	MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.middleware.security.SecurityMiddleware",
//	    "django.middleware.common.CommonMiddleware",
//	]
//
// # When it stays silent
//
// Where an element of MIDDLEWARE cannot be read. A middleware of another name that may do the same makes it a note:
// Django's check knows no subclasses.
func securityMiddlewareMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL112",
		Name:    "security-middleware-missing",
		Summary: "SecurityMiddleware does not run, so the SECURE_* settings do nothing",
		Help:    "Put django.middleware.security.SecurityMiddleware first in MIDDLEWARE",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Django:  []string{"security.W001"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/checks/#security",
			"https://docs.djangoproject.com/en/stable/ref/middleware/#module-django.middleware.security",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkSecurityMiddlewareMissing),
	}
}

func checkSecurityMiddlewareMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	return missingMiddleware(s, securityMiddleware, "Security",
		"SecurityMiddleware does not run: HSTS, the redirect to HTTPS and the other SECURE_* settings do nothing")
}

// missingMiddleware judges whether one middleware runs. Where one of another name may do its work, the finding is a note.
func missingMiddleware(s *deploy.Settings, name, word, danger string) lint.Answer {
	setting := s.MiddlewareSetting()
	subject := "settings." + setting + "/" + name
	switch s.Runs(name) {
	case value.True:
		return lint.Pass(s.Place(setting), "%s runs", name).About(subject)
	case value.False:
	default:
		return nil
	}
	r := lint.Fail(s.Place(setting), "%s", danger).About(subject).Fix("%s in %s", name, setting)
	similar, found := s.Get(setting).Find(func(e string) bool {
		return strings.Contains(e[strings.LastIndexByte(e, '.')+1:], word) && !strings.HasPrefix(e, "django.")
	})
	if found {
		r.Message += ", unless " + similar.Payload() + " does its work"
		r = r.At(lint.Note)
	}
	return r.Unless(s.Get(setting), setting)
}
