package stack

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// forwardedProtoMissing reports nginx not telling the application whether the client came over TLS.
//
// # Why it matters
//
// Between nginx and the application everything is plain HTTP. Only a header that nginx sets says that the client's own
// connection was not. Without it Django takes every request for a plain one: it links to http://, with
// SECURE_SSL_REDIRECT it redirects to https for ever, and since Django 4.0 it answers forms 403.
//
// And nginx passes on what it does not set. With SECURE_PROXY_SSL_HEADER, or gunicorn on the same machine, any client that
// sends X-Forwarded-Proto: https is believed.
//
// # Example
//
//	location / {
//	    proxy_set_header Host $host;
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # Use instead
//
//	location / {
//	    proxy_set_header Host $host;
//	    proxy_set_header X-Forwarded-Proto $scheme;
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # Shown on nginx
//
//	request:   GET / | X-Forwarded-Proto: whatever
//	answer:    the application gets X-Forwarded-Proto: whatever
//	mended:    the application gets X-Forwarded-Proto: https
//
// # When it stays silent
//
// With uwsgi_pass; for WebSockets; when an include that is not in the repository may set the header; and when something before nginx ends
// TLS, since then that has to set it. It is a note where no server of nginx takes TLS and the settings name no header.
func forwardedProtoMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL506",
		Name:    "forwarded-proto-missing",
		Summary: "nginx does not tell the application whether the client came over TLS",
		Help:    "Add proxy_set_header X-Forwarded-Proto $scheme where the requests are handed on",
		Level:   lint.Error,
		Tags:    []string{"security", "availability", "cwe-348"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
			"https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works",
			"https://docs.gunicorn.org/en/stable/settings.html#secure-scheme-headers",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkForwardedProtoMissing),
	}
}

// protoHeader is what almost every deployment calls the header.
const protoHeader = "X-Forwarded-Proto"

func checkForwardedProtoMissing(site *deploy.Site) lint.Answer {
	name, asked := protoHeader, value.Undecided
	if site.Settings != nil {
		if header, set := site.Settings.ProxySSLHeader(); set == value.True {
			name, asked = header, set
		} else {
			asked = set
		}
	}
	var answers lint.Answers
	for _, server := range site.AppServers() {
		var missing []deploy.AppTarget
		good := 0
		for _, t := range server.Targets {
			switch sendsProto(t, name, asked) {
			case value.False:
				missing = append(missing, t)
			case value.True:
				good++
			case value.Undecided:
			}
		}
		switch {
		case len(missing) > 0:
			answers = append(answers, withoutProto(site, server, missing, name, asked))
		case good == len(server.Targets) && !slices.ContainsFunc(server.Targets, func(t deploy.AppTarget) bool { return !believes(t, site, asked) }):
			answers = append(answers, lint.Pass(server, "nginx tells with %s whether the client came over TLS", name).About(server.Key()+"#proto"))
		}
	}
	return answers
}

// sendsProto reports whether nginx itself sets the header that tells the scheme. Where the settings ask for none, others
// that application servers know will do.
func sendsProto(t deploy.AppTarget, name string, asked value.Tri) value.Tri {
	if !t.HTTP() || t.WebSocket() || t.Protocol == "https" && asked != value.True {
		return value.Undecided
	}
	headers := t.Outer.Headers("proxy_set_header")
	h, found := headers.Get(name)
	if asked != value.True {
		for _, other := range []string{"X-Forwarded-Ssl", "X-Forwarded-Protocol", "X-Scheme", "X-Url-Scheme", "Forwarded"} {
			if _, set := headers.Get(other); found == value.False && set != value.False {
				return value.Undecided
			}
		}
	}
	if found == value.True && !h.Value.Uses("scheme") && h.Value.Text != "https" {
		return value.Undecided // what an outer proxy said, or a variable of their own
	}
	return found
}

// withoutProto makes one finding of all targets of a server that lack the header, or none where that does no harm.
func withoutProto(site *deploy.Site, server deploy.AppServer, missing []deploy.AppTarget, name string, asked value.Tri) lint.Answer {
	first := missing[0]
	r := lint.Fail(first.Entry, "%s does not set %s: ", first.Where(), name)
	switch server.TLS() {
	case value.True:
		harm, level := harmOverTLS(site, name, asked)
		r.Message += harm
		r = r.At(level)
	case value.False:
		if !server.Public() || !believed(site, first, asked) {
			return nil
		}
		r.Message += "the client's own is passed on, and whoever sends https is taken to be on https"
		switch {
		case asked != value.True && site.TLS() != value.True:
			r = r.At(lint.Note) // nobody is known to come over TLS, so that no more than this request's own links go wrong
		case asked != value.True || site.TLS() != value.True:
			r = r.At(lint.Warning)
		}
	default:
		return nil
	}
	r = r.About(first.Outer.Key()+"#proxy_set_header."+name).Fix("proxy_set_header %s $scheme;", name).
		With(first.Outer, "it belongs into %s", first.Where())
	if asked == value.True {
		r = r.With(site.Settings.Place("SECURE_PROXY_SSL_HEADER"), "Django goes by this header")
	}
	return alsoIn(dropped(r, first, name), missing[1:])
}

// harmOverTLS says what happens where TLS clients are taken for plain ones.
func harmOverTLS(site *deploy.Site, name string, asked value.Tri) (string, lint.Level) {
	redirect, forms := value.Undecided, false
	if s := site.Settings; s != nil {
		redirect = s.Get("SECURE_SSL_REDIRECT").Truth()
		forms = s.Django.AtLeast(4, 0) && s.Middleware("CsrfViewMiddleware") == value.True && s.Get("CSRF_TRUSTED_ORIGINS").Truth() == value.False
	}
	switch {
	case redirect == value.True:
		return "Django takes every https request for plain http and redirects it to https for ever", lint.Error
	case asked == value.True:
		return "Django takes https for plain http, and believes any client that sends " + name + " itself", lint.Error
	case forms:
		return "Django takes https for plain http, links to http:// and answers forms 403", lint.Warning
	default:
		return "Django takes https for plain http and links to http://", lint.Warning
	}
}

// believed reports whether somebody behind a plain server goes by the client's own header, and no outer proxy is there to
// set it.
func believed(site *deploy.Site, t deploy.AppTarget, asked value.Tri) bool {
	if t.Proxy.Behind() {
		return false
	}
	if site.TLS() != value.True && site.Settings != nil && site.Settings.ExpectsTLS() != value.False {
		return false // TLS ends before nginx
	}
	return asked == value.True || t.ReadsForwardedProto() == value.True || t.Process == nil && t.Near()
}
