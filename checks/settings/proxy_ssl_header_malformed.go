package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// proxySslHeaderMalformed reports a SECURE_PROXY_SSL_HEADER whose header Django never finds.
//
// # Why it matters
//
// Django looks for the header under the name that WSGI gives it: HTTP_, capitals and underscores. Under any other name nothing
// is found, every request counts as plain HTTP, and with SECURE_SSL_REDIRECT the browser is redirected to https for ever.
//
// # Example
//
//	SECURE_PROXY_SSL_HEADER = ("X-Forwarded-Proto", "https")
//
// # Use instead
//
//	SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
//
// Gunicorn and uvicorn go by X-Forwarded-Proto themselves when nginx is on their machine. Django then has the scheme from
// them, and the setting does nothing: a warning, since moving nginx to another machine starts the redirects.
//
// # When it stays silent
//
// For names that WSGI servers set themselves, such as HTTPS and REQUEST_SCHEME.
func proxySslHeaderMalformed() lint.Rule {
	return lint.Rule{
		ID:      "DPL176",
		Name:    "proxy-ssl-header-malformed",
		Summary: "The name in SECURE_PROXY_SSL_HEADER is not that of a request header in WSGI",
		Help:    "Write the header as HTTP_X_FORWARDED_PROTO",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkProxySslHeaderMalformed),
	}
}

func checkProxySslHeaderMalformed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	header := func(v value.Value) (string, bool) {
		if !v.IsSequence() || len(v.Elems()) != 2 {
			return "", false
		}
		return v.Elems()[0].Text()
	}
	return lint.Ask(s, "SECURE_PROXY_SSL_HEADER", func(v value.Value) bool {
		name, ok := header(v)
		return ok && !isEnviron(name)
	}, func(v value.Value, at lint.Placed) lint.Result {
		name, _ := header(v)
		meant := strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		if !strings.HasPrefix(meant, "HTTP_") {
			meant = "HTTP_" + meant
		}
		place := lint.Nearest(v.Elems()[0], at)
		r := lint.Fail(place, "Django never finds a header under the name %q, so every request counts as plain HTTP", name)
		if toldByServer(site) {
			r = lint.Fail(place, "Django never finds a header under the name %q: https is recognised only as long as the server behind nginx goes by X-Forwarded-Proto itself", name).
				At(lint.Warning)
		}
		return r.Fix("SECURE_PROXY_SSL_HEADER = (%q, \"https\")", meant)
	})
}

// toldByServer reports whether Django has the scheme of all requests that come through nginx from its server.
func toldByServer(site *deploy.Site) bool {
	told := false
	for _, server := range site.AppServers() {
		for _, t := range server.Targets {
			if t.ReadsForwardedProto() != value.True {
				return false
			}
			told = true
		}
	}
	return told
}

// isEnviron reports whether a name can be a key of request.META that says the scheme.
func isEnviron(name string) bool {
	switch name {
	case "HTTPS", "REQUEST_SCHEME", "wsgi.url_scheme", "SERVER_PROTOCOL", "SERVER_PORT", "X_FORWARDED_PROTO":
		return name != "X_FORWARDED_PROTO"
	}
	return strings.HasPrefix(name, "HTTP_") && name == strings.ToUpper(name) && !strings.Contains(name, "-")
}
