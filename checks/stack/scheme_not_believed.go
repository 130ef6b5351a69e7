package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// schemeNotBelieved reports a site where nginx tells that the client came over TLS, and neither the application server nor
// Django believes it.
//
// # Why it matters
//
// Django goes by SECURE_PROXY_SSL_HEADER. Without it, it takes the scheme from its server, and that believes X-Forwarded-Proto of
// few: gunicorn and uvicorn of 127.0.0.1 and ::1 alone, which nginx in another container is not; daphne, waitress, hypercorn and
// granian of nobody unless they are told to. So https counts as http. With SECURE_SSL_REDIRECT every request is redirected to
// https for ever. Without, links lead to http://, and since Django 4.0 forms are answered 403, as their Origin says https.
//
// waitress also throws the header away when nginx is not its trusted proxy, so that SECURE_PROXY_SSL_HEADER does not help there.
//
// # Example
//
//	SECURE_SSL_REDIRECT = True
//
//	proxy_set_header X-Forwarded-Proto $scheme;
//	proxy_pass http://web:8000;
//
// # Use instead
//
//	SECURE_SSL_REDIRECT = True
//	SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
//
// # Shown on gunicorn
//
// gunicorn 27.0.1 and Django 5.2.8, a request with X-Forwarded-Proto: https:
//
//	from 127.0.0.1:         request.scheme is https, a form is answered 200
//	from another address:   request.scheme is http, a form is answered 403
//
// waitress 3.0.2 says http in both cases, with SECURE_PROXY_SSL_HEADER too.
//
// # When it stays silent
//
// When nginx reaches the server over a Unix socket or the loopback address and the server believes that; when
// forwarded_allow_ips, proxy_headers or trusted_proxy may name nginx; when the project's wsgi.py, asgi.py or a middleware of its
// own may set the scheme; and for WebSockets. It is a warning where an env file that is not in the repository may set
// FORWARDED_ALLOW_IPS, and where only links go wrong.
func schemeNotBelieved() lint.Rule {
	return lint.Rule{
		ID:      "DPL583",
		Name:    "scheme-not-believed",
		Summary: "Django takes https for http: nothing lets it believe X-Forwarded-Proto",
		Help:    "Set SECURE_PROXY_SSL_HEADER, or let the application server trust nginx",
		Level:   lint.Error,
		Tags:    []string{"availability", "security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
			"https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips",
			"https://docs.pylonsproject.org/projects/waitress/en/stable/reverse-proxy.html",
		},
		Since: "0.2.0",
		Check: lint.OfAppServer(checkSchemeNotBelieved),
	}
}

func checkSchemeNotBelieved(server deploy.AppServer, site *deploy.Site) lint.Answer {
	s := site.Settings
	if s == nil || server.Proxy.Sample || s.TellsSchemeItself() {
		return nil
	}
	header, set := s.ProxySSLHeader()
	redirect := s.On("SECURE_SSL_REDIRECT")
	if set == value.Undecided || server.TLS() != value.True && !redirect {
		return nil
	}
	if set != value.True {
		header = protoHeader
	}
	var without []deploy.AppTarget
	for _, t := range server.Targets {
		if saysHTTPS(t, header) && !believes(t, site, set) {
			without = append(without, t)
		}
	}
	if len(without) == 0 {
		return nil
	}
	return alsoIn(notBelieved(site, without[0], header, set), without[1:])
}

// saysHTTPS reports whether nginx tells the application that a client came over TLS, in the header that is asked for.
func saysHTTPS(t deploy.AppTarget, header string) bool {
	if !t.HTTP() || t.WebSocket() || t.Process == nil || t.Process.Server == nil || t.Process.Server.Traits.Development {
		return false
	}
	h, found := t.Outer.Headers("proxy_set_header").Get(header)
	return found == value.True && !isFixedHTTP(h)
}

// believes reports whether what nginx says may reach Django.
func believes(t deploy.AppTarget, site *deploy.Site, set value.Tri) bool {
	if set == value.True {
		return t.DropsForwardedProto(site) != value.True
	}
	return t.ReadsForwardedProto() != value.False
}

func notBelieved(site *deploy.Site, t deploy.AppTarget, header string, set value.Tri) lint.Result {
	s := site.Settings
	forms := s.Django.AtLeast(4, 0) && s.Middleware("CsrfViewMiddleware") == value.True && s.Get("CSRF_TRUSTED_ORIGINS").Truth() == value.False
	at, effect, level := s.First, "Django takes https for plain http and links to http://", lint.Warning
	switch {
	case s.On("SECURE_SSL_REDIRECT"):
		at, effect, level = s.Place("SECURE_SSL_REDIRECT"), "Django redirects every request to https for ever", lint.Error
	case forms:
		effect, level = "Django takes https for plain http and answers every form 403", lint.Error
	}
	server := t.Process.Server
	of := "nginx in another container or on another machine"
	if t.Near() {
		of = "nginx"
	}
	why := server.Program + " does not believe the " + protoHeader + " of " + of + ", and SECURE_PROXY_SSL_HEADER is not set"
	fix := `SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")`
	if set == value.True || t.DropsForwardedProto(site) == value.True {
		why = server.Program + " throws the " + header + " of " + of + " away"
		fix = `waitress-serve --trusted-proxy "*" --trusted-proxy-headers "x-forwarded-proto", where only nginx reaches it`
	}
	var absent source.Span
	if may, given := t.Process.MayBeGiven(); given && server.Traits.Trust.Option == "forwarded_allow_ips" {
		absent, level = may, lint.Warning
	}
	r := lint.Fail(at, "%s: %s", effect, why).At(level).About("settings.SECURE_PROXY_SSL_HEADER#believed").Fix("%s", fix).
		With(toldAt(t, header), "nginx tells it here").
		With(bindPlace(t.Process, t.Bind), "%s starts here", t.Process.Name)
	if allowed, given := server.Options.Given(server.Traits.Trust.Option); given {
		r = r.With(allowed, "whom it believes")
	}
	if !absent.IsZero() {
		r = r.With(absent, "unless this file sets FORWARDED_ALLOW_IPS")
	}
	return r
}

// toldAt returns the header that tells the scheme.
func toldAt(t deploy.AppTarget, header string) nginx.Header {
	h, _ := t.Outer.Headers("proxy_set_header").Get(header)
	return h
}
