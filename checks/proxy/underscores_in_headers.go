package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// underscoresInHeaders reports underscores_in_headers on in front of Django.
//
// # Why it matters
//
// WSGI makes HTTP_X_FORWARDED_PROTO of X-Forwarded-Proto and of X_Forwarded_Proto alike. nginx replaces the first, and
// passes a client's second one on: some servers join the two, or take the last. gunicorn drops such headers since
// version 22.
//
// # Example
//
//	underscores_in_headers on;
//
// # Use instead
//
//	underscores_in_headers off;
//
// # Shown on nginx
//
//	request:   GET / | X_Forwarded_Proto: https
//	answer:    the application gets X_Forwarded_Proto: https
//	mended:    the application gets no X_Forwarded_Proto
//
// # When it stays silent
//
// In servers that do not lead to the application. It is a warning where Django believes a header of the proxy
// (SECURE_PROXY_SSL_HEADER) and is not behind gunicorn.
func underscoresInHeaders() lint.Rule {
	return lint.Rule{
		ID:      "DPL342",
		Name:    "underscores-in-headers",
		Summary: "Clients can send headers that look to Django like those of nginx",
		Help:    "Remove underscores_in_headers on",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-290"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#underscores_in_headers",
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkUnderscoresInHeaders),
	}
}

func checkUnderscoresInHeaders(t deploy.AppTarget, site *deploy.Site) lint.Answer {
	e, is := t.Outer.InEffect("underscores_in_headers")
	if is != value.True || e.Arg(0).Text != "on" {
		return nil
	}
	r := lint.Fail(e, "a client's X_Forwarded_Proto reaches the application beside nginx's X-Forwarded-Proto, and WSGI gives both the same name").
		About(e.Key()).
		Fix("underscores_in_headers off;").Among(t.Server.Block, "here too")
	if believesProxy(site, t) {
		return r.At(lint.Warning)
	}
	return r
}

// believesProxy reports whether Django takes a header for granted that the target's server does not keep clients from
// sending.
func believesProxy(site *deploy.Site, t deploy.AppTarget) bool {
	if site.Settings == nil || t.Process == nil || t.Process.Server == nil || t.Process.Server.IsGunicorn() {
		return false
	}
	_, set := site.Settings.ProxySSLHeader()
	return set == value.True
}
