package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// hstsPreloadUnfit reports SECURE_HSTS_PRELOAD on a site that the preload list refuses.
//
// # Why it matters
//
// The word "preload" in the header asks browsers' makers to build the domain into the browser. Their list takes only headers
// with at least one year and with includeSubDomains; with less, the word does nothing, and a first visit over http:// stays
// open to everybody on the way.
//
// # Example
//
//	SECURE_HSTS_SECONDS = 3600
//	SECURE_HSTS_PRELOAD = True
//
// # Use instead
//
//	SECURE_HSTS_SECONDS = 31536000
//	SECURE_HSTS_INCLUDE_SUBDOMAINS = True
//	SECURE_HSTS_PRELOAD = True
//
// # When it stays silent
//
// Without HSTS, where SECURE_HSTS_PRELOAD has no effect, and where one of the three is not known.
func hstsPreloadUnfit() lint.Rule {
	return lint.Rule{
		ID:      "DPL153",
		Name:    "hsts-preload-unfit",
		Summary: "HSTS asks for preloading without what the preload list requires",
		Help:    "Set SECURE_HSTS_SECONDS to a year and include the subdomains, or leave preload out",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-preload",
			"https://hstspreload.org/#submission-requirements",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkHstsPreloadUnfit),
	}
}

func checkHstsPreloadUnfit(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.On("SECURE_HSTS_PRELOAD") {
		return nil
	}
	const year = 31_536_000
	seconds, ok := s.Get("SECURE_HSTS_SECONDS").Int()
	if !ok || seconds == 0 {
		return nil
	}
	preload := s.Get("SECURE_HSTS_PRELOAD")
	about := "settings.SECURE_HSTS_PRELOAD"
	switch {
	case seconds < year:
		return lint.Fail(preload, "HSTS asks for preloading with %d seconds, and the preload list takes no less than a year", seconds).
			About(about).With(s.Get("SECURE_HSTS_SECONDS"), "the time is set here").Fix("SECURE_HSTS_SECONDS = 31536000")
	case s.Off("SECURE_HSTS_INCLUDE_SUBDOMAINS"):
		return lint.Fail(preload, "HSTS asks for preloading without the subdomains, and the preload list takes only whole domains").
			About(about).Fix("SECURE_HSTS_INCLUDE_SUBDOMAINS = True")
	}
	return lint.Pass(preload, "HSTS has what the preload list requires").About(about)
}
