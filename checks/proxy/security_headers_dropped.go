package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// securityHeadersDropped reports a location for files that loses the security headers of its server.
//
// # Why it matters
//
// add_header is inherited as a whole or not at all: one Cache-Control in a location, and every header of the server is gone
// for its files. Django's own headers do not help there, since Django never sees these requests. Without
// X-Content-Type-Options a browser may take an uploaded text file for a script and run it as part of your site.
//
// # Example
//
//	add_header X-Content-Type-Options nosniff always;
//	location /media/ {
//	    alias /srv/shop/media/;
//	    add_header Cache-Control "max-age=3600";
//	}
//
// # Use instead
//
//	location /media/ {
//	    alias /srv/shop/media/;
//	    add_header X-Content-Type-Options nosniff always;
//	    add_header Cache-Control "max-age=3600";
//	}
//
// # Shown on nginx
//
//	request:   GET /media/note.txt
//	answer:    200, no X-Content-Type-Options
//	mended:    200, X-Content-Type-Options: nosniff
//
// # When it stays silent
//
// For locations that hand requests on, since Django sends its own headers there; when the location repeats the headers; and
// with add_header_inherit merge. It is a note where none of the lost headers is X-Content-Type-Options or
// Strict-Transport-Security, and for the static files, which are for everybody.
func securityHeadersDropped() lint.Rule {
	return lint.Rule{
		ID:      "DPL307",
		Name:    "security-headers-dropped",
		Summary: "A location with an add_header of its own loses the server's security headers",
		Help:    "Repeat the server's security headers in the location, or include them from one file in both",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-693"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
			"https://docs.djangoproject.com/en/stable/topics/security/#user-uploaded-content-security",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkSecurityHeadersDropped),
	}
}

func checkSecurityHeadersDropped(l *nginx.Location, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	if handler, _ := l.Handler(); handler != nginx.ServesFiles || l.IsInternal() {
		return answers
	}
	headers := l.Headers("add_header")
	if headers.Scope != l.Block || !headers.Complete {
		return answers
	}
	var lost []nginx.Header
	for _, h := range headers.Dropped {
		if isSecurityHeader(h.Name.Text) && len(headers.All(h.Name.Text)) == 0 {
			lost = append(lost, h)
		}
	}
	if len(lost) > 0 {
		in := l.Server.Block
		if holdsStaticFiles(site, l) {
			in = l.Block // a finding of its own: it is the lesser evil
		}
		answers = append(answers, lostHeaders(site, l, headers.List[0], lost).Among(in, "so are those under "+l.Path))
	}
	return answers
}

func lostHeaders(site *deploy.Site, l *nginx.Location, by nginx.Header, lost []nginx.Header) lint.Result {
	var names []string
	for _, h := range lost {
		names = append(names, h.Name.Text)
	}
	r := lint.Fail(by, "files under %s are sent without %s: this add_header replaces those of the blocks around", l.Path, strings.Join(names, ", ")).
		About(l.Key()+"#add_header").
		Fix("repeat it in this location: %s", lost[0].Directive.Span.Text())
	if !slices.ContainsFunc(names, isVital) || holdsStaticFiles(site, l) {
		r = r.At(lint.Note)
	}
	for _, h := range lost {
		r = r.With(h, "%s is set here", h.Name.Text)
	}
	return r
}

// isSecurityHeader reports whether a response header protects the reader of a file.
func isSecurityHeader(name string) bool {
	switch strings.ToLower(name) {
	case "x-content-type-options", "strict-transport-security", "content-security-policy", "x-frame-options", "referrer-policy",
		"permissions-policy", "cross-origin-opener-policy", "cross-origin-embedder-policy", "cross-origin-resource-policy":
		return true
	default:
		return false
	}
}

// isVital reports whether the header matters for static files and uploads, and not for pages alone.
func isVital(name string) bool {
	return strings.EqualFold(name, "X-Content-Type-Options") || strings.EqualFold(name, "Strict-Transport-Security")
}
