package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// headerFromBoth reports add_header for a header that Django's middleware sends as well.
//
// # Why it matters
//
// add_header does not replace what the application sends: the answer has the header twice. Of two Strict-Transport-
// Security browsers take the first; of two values of X-Frame-Options that differ they make a DENY, so that what
// SAMEORIGIN is to allow does not work.
//
// # Example
//
//	add_header X-Frame-Options SAMEORIGIN;
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Use instead
//
//	location / { proxy_pass http://127.0.0.1:8000; }
//	location /static/ { add_header X-Frame-Options SAMEORIGIN; … }
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    X-Frame-Options: DENY and X-Frame-Options: SAMEORIGIN
//	mended:    X-Frame-Options: SAMEORIGIN
//
// # When it stays silent
//
// When proxy_hide_header removes Django's, when the settings do not send the header, and for Strict-Transport-Security over
// plain HTTP, where Django sends none. The headers of one site are one finding, of its
// servers with TLS and without.
func headerFromBoth() lint.Rule {
	return lint.Rule{
		ID:      "DPL543",
		Name:    "header-from-both",
		Summary: "nginx and Django send the same security header",
		Help:    "Leave the header to one of the two, or hide Django's with proxy_hide_header",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/middleware/#module-django.middleware.security",
			"https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_hide_header",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkHeaderFromBoth),
	}
}

func checkHeaderFromBoth(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, t := range site.AppTargets() {
		if t.Location != nil && !t.Location.IsNamed() && t.Location.Path != "/" || t.WebSocket() {
			continue
		}
		for _, h := range t.Outer.Headers("add_header").List {
			from, sends := sentByDjango(s, h)
			if !sends || h.Conditional || hides(t.Outer, h.Name.Text) {
				continue
			}
			if strings.EqualFold(h.Name.Text, "Strict-Transport-Security") && !maySeeTLS(t) {
				continue
			}
			r, also := sentTwice(h, from)
			answers = append(answers, r.Among(t.Proxy.Path+" "+namesOf(t.Server), also))
		}
	}
	return answers
}

// sentTwice makes the finding about a header, and says in other words what is wrong with it where another finding is there.
func sentTwice(h nginx.Header, from value.Value) (r lint.Result, also string) {
	message, also := "the answer has "+h.Name.Text+" twice: Django sends it as well", "and "+h.Name.Text
	if text, ok := from.Text(); ok && strings.EqualFold(h.Name.Text, "X-Frame-Options") && !strings.EqualFold(text, h.Value.Text) && !h.Value.Hole {
		message = "browsers get X-Frame-Options " + h.Value.Text + " from nginx and " + text + " from Django, and take that for DENY"
		also = message
	}
	return lint.Fail(h, "%s", message).
		About(h.Key()+"."+h.Name.Text).
		With(from, "which is decided here").
		Fix("proxy_hide_header %s; beside it, or this line in the locations for files alone", h.Name.Text), also
}

// namesOf are the names of a server, by which it belongs to the one that serves the same site over TLS or without.
func namesOf(s *nginx.Server) string {
	var names []string
	for _, n := range s.Names {
		names = append(names, n.Text)
	}
	return strings.Join(names, " ")
}

// maySeeTLS reports whether Django may take a request that comes this way for one over TLS.
func maySeeTLS(t deploy.AppTarget) bool {
	if t.Server.TLS() != value.False {
		return true
	}
	h, found := t.Outer.Headers("proxy_set_header").Get(protoHeader)
	return found != value.True || h.Value.Text != "$scheme"
}

// sentByDjango returns the setting by which Django sends the header, if it certainly does.
func sentByDjango(s *deploy.Settings, h nginx.Header) (from value.Value, sends bool) {
	security := s.Middleware("SecurityMiddleware") == value.True
	switch strings.ToLower(h.Name.Text) {
	case "x-frame-options":
		v := s.Get("X_FRAME_OPTIONS")
		return v, s.Middleware("XFrameOptionsMiddleware") == value.True && v.Known()
	case "strict-transport-security":
		v := s.Get("SECURE_HSTS_SECONDS")
		return v, security && v.Truth() == value.True
	case "x-content-type-options":
		v := s.Get("SECURE_CONTENT_TYPE_NOSNIFF")
		return v, security && v.Truth() == value.True
	case "referrer-policy":
		v := s.Get("SECURE_REFERRER_POLICY")
		return v, security && v.Truth() == value.True
	}
	return value.Value{}, false
}

// hides reports whether the application's header is removed in the block or around it.
func hides(b *nginx.Block, name string) bool {
	for ; b != nil; b = b.Parent {
		for _, e := range b.All("proxy_hide_header", "uwsgi_hide_header") {
			if strings.EqualFold(e.Arg(0).Text, name) {
				return true
			}
		}
	}
	return false
}
