package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// corsOriginMalformed reports an allowed origin that django-cors-headers refuses or that no browser sends.
//
// # Why it matters
//
// An origin is scheme, host and port. Since version 3.0 the package's own check refuses anything else, so that migrate and
// every other management command stop; where the check does not run, the entry matches nothing.
//
// # Example
//
//	CORS_ALLOWED_ORIGINS = ["app.shop.example", "https://shop.example/"]
//
// # Use instead
//
//	CORS_ALLOWED_ORIGINS = ["https://app.shop.example", "https://shop.example"]
//
// # When it stays silent
//
// Before version 3.0, which took names without a scheme, and where the version is not known.
func corsOriginMalformed() lint.Rule {
	return lint.Rule{
		ID:      "DPL707",
		Name:    "cors-origin-malformed",
		Summary: "An allowed origin is not scheme, host and port",
		Help:    "Write origins as browsers send them: https://app.shop.example",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://github.com/adamchainz/django-cors-headers#cors_allowed_origins-sequencestr",
			"https://github.com/adamchainz/django-cors-headers/blob/main/src/corsheaders/checks.py",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCorsOriginMalformed),
	}
}

func checkCorsOriginMalformed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	v, known := site.PackageVersion("django-cors-headers")
	if !known || !v.AtLeast(3, 0, 0) {
		return nil
	}
	odd := func(origin string) bool { return whyNoOrigin(origin) != "" }
	return lint.AskElement(s, originsSetting(s), odd, func(origin string, at lint.Placed) lint.Result {
		return lint.Fail(at, "%q is no origin, %s: the check of django-cors-headers stops every management command", origin, whyNoOrigin(origin)).
			Fix("\"https://%s\"", originHost(origin))
	})
}

// originsSetting returns the name of the setting that lists origins; the new name wins.
func originsSetting(s *deploy.Settings) string {
	if s.Sets("CORS_ALLOWED_ORIGINS") {
		return "CORS_ALLOWED_ORIGINS"
	}
	return "CORS_ORIGIN_WHITELIST"
}

// whyNoOrigin says what is wrong with an origin, "" for nothing.
func whyNoOrigin(origin string) string {
	scheme, rest, ok := strings.Cut(origin, "://")
	switch {
	case origin == "null" || origin == "file://":
		return ""
	case !ok || scheme == "" || rest == "":
		return "since it has no scheme"
	case strings.ContainsAny(rest, "/?#"):
		return "since it holds a path"
	}
	return ""
}

func originHost(origin string) string {
	if _, rest, ok := strings.Cut(origin, "://"); ok {
		origin = rest
	}
	host, _, _ := strings.Cut(origin, "/")
	return host
}
