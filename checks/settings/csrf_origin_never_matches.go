package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// csrfOriginNeverMatches reports an entry of CSRF_TRUSTED_ORIGINS that matches no origin.
//
// # Why it matters
//
// A form that is posted from a trusted origin is answered 403 all the same. From version 4.0 Django compares the whole Origin
// header, so that a slash at the end or a path spoils the entry, and "*" stands only for the left part of a host name. Before
// 4.0 an entry was a host name, and one with a scheme matched nothing.
//
// # Example
//
//	CSRF_TRUSTED_ORIGINS = ["https://shop.example/"]
//
// # Use instead
//
//	CSRF_TRUSTED_ORIGINS = ["https://shop.example"]
//
// # When it stays silent
//
// For an entry without a scheme from version 4.0 on: Django's own check reports it and does not start. For versions before 4.0
// where the version is not pinned.
func csrfOriginNeverMatches() lint.Rule {
	return lint.Rule{
		ID:      "DPL151",
		Name:    "csrf-origin-never-matches",
		Summary: "An entry of CSRF_TRUSTED_ORIGINS matches no origin",
		Help:    "Write scheme and host as browsers send them in Origin: https://shop.example",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins",
			"https://docs.djangoproject.com/en/stable/releases/4.0/#csrf-trusted-origins-changes",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCsrfOriginNeverMatches),
	}
}

func checkCsrfOriginNeverMatches(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(4, 0) && (s.Django.Assumed || !s.Django.Exact) {
		return nil
	}
	dead := func(origin string) bool { return whyNoOrigin(origin, s.Django) != "" }
	return lint.AskElement(s, "CSRF_TRUSTED_ORIGINS", dead, func(origin string, at lint.Placed) lint.Result {
		return lint.Fail(at, "%q in CSRF_TRUSTED_ORIGINS matches no origin, and forms from there are answered 403: %s", origin, whyNoOrigin(origin, s.Django)).
			Fix(`"%s"`, meantOrigin(origin, s.Django))
	})
}

// whyNoOrigin says why no Origin header matches an entry, "" where one may.
//
// https://github.com/django/django/blob/main/django/middleware/csrf.py, _origin_verified
func whyNoOrigin(origin string, version deploy.DjangoVersion) string {
	scheme, rest, hasScheme := strings.Cut(origin, "://")
	switch {
	case version.Before(4, 0) && hasScheme:
		return "before Django 4.0 an entry is a host name without scheme"
	case version.Before(4, 0) || !hasScheme:
		return ""
	case strings.ContainsAny(origin, "{}<>$%"):
		return "" // something fills it in
	case strings.ContainsAny(origin, `"'`):
		return "the quotes are part of it"
	case strings.TrimSpace(origin) != origin:
		return "there is a blank in it"
	case strings.Count(origin, "://") > 1 || strings.ContainsFunc(origin, betweenNames):
		return "it is one text with several origins in it, and Django takes it for one"
	case strings.Contains(rest, "/"):
		return "browsers send scheme, host and port, nothing behind"
	case scheme == "*" || scheme == "http*":
		return "the scheme has no wildcard"
	case strings.Contains(strings.TrimLeft(rest, "*"), "*"):
		return "\"*\" works at the start of the host name only"
	case strings.ToLower(origin) != origin:
		return "browsers send it in small letters"
	case scheme == "https" && strings.HasSuffix(rest, ":443") || scheme == "http" && strings.HasSuffix(rest, ":80"):
		return "browsers leave out the scheme's own port"
	case rest == "*":
		return "\"*\" alone stands for no host"
	}
	return ""
}

// meantOrigin returns what an entry was most likely meant to be.
func meantOrigin(origin string, version deploy.DjangoVersion) string {
	if names := strings.FieldsFunc(origin, betweenNames); len(names) > 1 {
		for i, name := range names {
			names[i] = meantOrigin(name, version)
		}
		return strings.Join(names, `", "`)
	}
	scheme, rest, _ := strings.Cut(strings.ToLower(strings.Trim(origin, "\"' \t\r\n")), "://")
	if port := map[string]string{"https": ":443", "http": ":80"}[scheme]; port != "" {
		rest = strings.TrimSuffix(rest, port)
	}
	host, _, _ := strings.Cut(rest, "/")
	if version.Before(4, 0) {
		return host
	}
	if strings.Contains(strings.TrimPrefix(host, "*."), "*") || host == "*" {
		host = "*.shop.example"
	}
	return strings.Replace(scheme, "*", "https", 1) + "://" + host
}
