package deploy

import (
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/value"
)

// passesOn reports whether a middleware is of a package whose middleware passes every request on that is none for a file.
func passesOn(middleware string) bool {
	top, _, _ := strings.Cut(middleware, ".")
	return slices.Contains([]string{
		"django", "whitenoise", "corsheaders", "csp", "django_prometheus", "log_request_id", "django_guid", "django_structlog", "elasticapm", "querycount",
		"django_permissions_policy",
	}, top)
}

// AsksFirst reports whether a middleware of Django certainly sees each request: it runs, and none stands before it that may
// answer on its own, as one for health checks does.
func (s *Settings) AsksFirst(middleware string) bool {
	v := s.Get(s.MiddlewareSetting())
	if !v.IsSequence() {
		return false
	}
	for _, e := range v.Elems() {
		name, ok := e.Text()
		if !ok {
			return false
		}
		if name == middleware {
			return true
		}
		if !passesOn(name) {
			return false
		}
	}
	return false
}

// RedirectsPlain reports whether Django answers a request over plain HTTP, of which nothing says that the client came over TLS,
// with a redirect to https on the same host and port.
//
// https://github.com/django/django/blob/main/django/middleware/security.py, process_request
func (s *Settings) RedirectsPlain(path string) value.Tri {
	if s.Off("SECURE_SSL_REDIRECT") {
		return value.False
	}
	if !s.On("SECURE_SSL_REDIRECT") || s.Get("SECURE_SSL_HOST").Truth() != value.False || !s.AsksFirst("django.middleware.security.SecurityMiddleware") {
		return value.Undecided
	}
	exempt := s.Get("SECURE_REDIRECT_EXEMPT")
	if !exempt.IsSequence() {
		return value.Undecided
	}
	for _, e := range exempt.Elems() {
		pattern, ok := e.Text()
		if !ok {
			return value.Undecided
		}
		re, err := regexp.Compile(pattern)
		switch {
		case err != nil:
			return value.Undecided
		case re.MatchString(strings.TrimLeft(path, "/")):
			return value.False
		}
	}
	return value.True
}

// RefusesHost reports whether Django answers a request with that Host header 400, before any view is asked.
func (s *Settings) RefusesHost(header string) value.Tri {
	allowed := s.Get("ALLOWED_HOSTS")
	if allowed.Truth() == value.False || !s.AsksFirst("django.middleware.common.CommonMiddleware") {
		return value.Undecided // no host at all is another matter, and DEBUG's
	}
	return AllowsHost(allowed, header).Not()
}
