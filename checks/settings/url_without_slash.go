package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// urlWithoutSlash reports STATIC_URL or MEDIA_URL that does not end in a slash.
//
// # Why it matters
//
// Django's system checks fail, so that migrate and other commands stop before they do anything. Addresses that are put
// together from the setting would run into each other.
//
// # Example
//
//	STATIC_URL = "/static"
//
// # Use instead
//
//	STATIC_URL = "/static/"
//
// # When it stays silent
//
// For an empty URL, and one that cannot be read.
func urlWithoutSlash() lint.Rule {
	return lint.Rule{
		ID:      "DPL137",
		Name:    "url-without-slash",
		Summary: "STATIC_URL or MEDIA_URL has no slash at its end, so commands stop at Django's checks",
		Help:    "End the URL in a slash",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"urls.E006"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#static-url",
			"https://docs.djangoproject.com/en/stable/ref/checks/#url-configuration",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkURLWithoutSlash),
	}
}

func checkURLWithoutSlash(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	open := func(v value.Value) bool {
		return v.Kind() == value.Str && v.Payload() != "" && !strings.HasSuffix(v.Payload(), "/")
	}
	ask := func(name string) lint.Answer {
		return lint.Ask(s, name, open, func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s is %s, without a slash at its end: migrate fails at Django's checks", name, text(v)).
				Fix("%s = %q", name, v.Payload()+"/")
		})
	}
	return lint.Answers{ask("STATIC_URL"), ask("MEDIA_URL")}
}
