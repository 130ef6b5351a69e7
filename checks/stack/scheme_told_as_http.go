package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// schemeToldAsHTTP reports nginx telling the application that clients come over plain HTTP, though they come over TLS.
//
// # Why it matters
//
// What ends TLS stands before this nginx and says X-Forwarded-Proto: https. This one writes http over it: a fixed word, or
// $scheme, which is http on a server that takes no TLS itself. Django takes every request for a plain one. It links to http://,
// with SECURE_SSL_REDIRECT it redirects to https for ever, and since Django 4.0 it answers forms 403.
//
// # Example
//
//	server {
//	    listen 8080;
//	    location / {
//	        proxy_set_header X-Forwarded-Proto http;
//	        proxy_pass http://127.0.0.1:8000;
//	    }
//	}
//
// behind a server with
//
//	listen 443 ssl;
//	proxy_set_header X-Forwarded-Proto https;
//	proxy_pass http://127.0.0.1:8080;
//
// # Use instead
//
//	proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;
//
// on a port that only the outer proxy reaches.
//
// # When it stays silent
//
// When nobody reads the header; when another server of nginx takes TLS for the site, so that http is right here; and when
// nothing says that TLS ends before nginx: no outer proxy in the repository, no redirect to https, no SECURE_PROXY_SSL_HEADER.
// It is a warning for $scheme where no outer proxy is in the repository, and for a setting alone, since whoever installs the
// configuration may add the TLS part.
func schemeToldAsHTTP() lint.Rule {
	return lint.Rule{
		ID:      "DPL582",
		Name:    "scheme-told-as-http",
		Summary: "nginx tells Django that clients come over plain HTTP though they come over TLS",
		Help:    "Pass on what the outer proxy says: proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto",
		Level:   lint.Error,
		Tags:    []string{"availability", "security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
		},
		Since: "0.2.0",
		Check: lint.OfAppServer(checkSchemeToldAsHTTP),
	}
}

func checkSchemeToldAsHTTP(server deploy.AppServer, site *deploy.Site) lint.Answer {
	s := site.Settings
	if s == nil || server.Proxy.Sample {
		return nil
	}
	header, set := s.ProxySSLHeader()
	if set == value.Undecided {
		return nil
	}
	if set != value.True {
		header = protoHeader
	}
	var answers lint.Answers
	for _, t := range server.Targets {
		h, found := t.Outer.Headers("proxy_set_header").Get(header)
		if !t.HTTP() || t.WebSocket() || found != value.True || set != value.True && t.ReadsForwardedProto() != value.True {
			continue
		}
		fixed := isFixedHTTP(h)
		if !fixed && (!strings.EqualFold(h.Value.Text, "$scheme") || server.TLS() != value.False) {
			continue
		}
		answers = append(answers, toldAsHTTP(site, server, t, h, fixed))
	}
	return answers
}

// isFixedHTTP reports whether a header has a value that says http whatever the request.
func isFixedHTTP(h nginx.Header) bool {
	return !h.Hole() && !strings.Contains(h.Value.Text, "$") && strings.EqualFold(h.Value.Text, "http")
}

// toldAsHTTP judges one header that says http; the answer is nil where that may be right.
func toldAsHTTP(site *deploy.Site, server deploy.AppServer, t deploy.AppTarget, h nginx.Header, fixed bool) lint.Answer {
	s := site.Settings
	redirect := s.On("SECURE_SSL_REDIRECT")
	outer, behind := site.OuterTLS(server)
	header, set := s.ProxySSLHeader()
	why := "$scheme is http on a server without TLS"
	if fixed {
		why = h.Name.Text + " is always http here"
	}
	effect := "Django takes every request for plain http: it links to http:// and answers forms 403"
	if redirect {
		effect = "Django redirects every request to https for ever"
	}
	level := lint.Error
	switch {
	case behind, fixed && server.TLS() == value.True:
	case site.TLS() != value.False || besideRedirect(server):
		return nil // TLS ends in another server of nginx, and this one is for who comes without
	case redirect && fixed:
	case redirect, set == value.True && header != "":
		level = lint.Warning // who installs it may add the TLS part
	default:
		return nil
	}
	r := lint.Fail(h.Value, "%s: %s", effect, why).At(level).
		About(t.Outer.Key() + "#proxy_set_header." + h.Name.Text + "=http")
	switch {
	case behind:
		r = r.With(outer.Entry, "this server ends TLS and hands on to it")
	case fixed && server.TLS() == value.True:
		r = r.With(server, "this server takes TLS itself")
	}
	if redirect {
		r = r.With(s.Place("SECURE_SSL_REDIRECT"), "Django redirects to https")
	}
	if set == value.True {
		r = r.With(s.Place("SECURE_PROXY_SSL_HEADER"), "Django goes by this header")
	}
	if fixed && server.TLS() == value.True && !behind {
		return r.Fix("proxy_set_header %s $scheme;", h.Name.Text)
	}
	fix := "proxy_set_header %s $http_%s;"
	if !behind && !fixed {
		fix = "listen 443 ssl; where nginx ends TLS, or behind what does: " + fix
	}
	return r.Fix(fix, h.Name.Text, strings.ToLower(strings.ReplaceAll(h.Name.Text, "-", "_")))
}

// besideRedirect reports whether the server itself sends who comes over plain HTTP to https, so that TLS ends in nginx.
func besideRedirect(server deploy.AppServer) bool { return server.RedirectsToHTTPS() != value.False }
