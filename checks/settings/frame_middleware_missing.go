package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// frameMiddlewareMissing reports MIDDLEWARE without XFrameOptionsMiddleware, where nginx does not send the header
// either.
//
// # Why it matters
//
// Any other site can then show this one in an invisible frame, and have its visitors click what they do not see
// (clickjacking).
//
// # Example
//
//	MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.middleware.security.SecurityMiddleware",
//	    "django.middleware.clickjacking.XFrameOptionsMiddleware",
//	]
//
// # When it stays silent
//
// Where nginx adds X-Frame-Options or a Content-Security-Policy to what the application answers, and where an element
// of MIDDLEWARE cannot be read.
func frameMiddlewareMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL113",
		Name:    "frame-middleware-missing",
		Summary: "Other sites may show this one in a frame",
		Help:    "Add django.middleware.clickjacking.XFrameOptionsMiddleware to MIDDLEWARE",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1021"},
		Django:  []string{"security.W002"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/checks/#security",
			"https://docs.djangoproject.com/en/stable/ref/clickjacking/",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkFrameMiddlewareMissing),
	}
}

func checkFrameMiddlewareMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Runs(frameMiddleware) == value.False {
		for _, name := range []string{"X-Frame-Options", "Content-Security-Policy"} {
			header, added := site.AddsHeader(name)
			if added == value.True {
				return lint.Pass(header, "nginx adds %s", name).About("settings." + s.MiddlewareSetting() + "/" + frameMiddleware)
			}
			if added == value.Undecided {
				return nil
			}
		}
	}
	return missingMiddleware(s, frameMiddleware, "Frame", "X-Frame-Options is not sent: any site may show this one in a frame, and have its users click what they do not see")
}
