package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// hstsNotOnErrors reports Strict-Transport-Security without always, and in a server without TLS.
//
// # Why it matters
//
// add_header leaves error answers out unless it says always: a visitor whose first page is a 404 or a 500 is not
// protected. Over plain HTTP browsers must ignore the header.
//
// # Example
//
//	add_header Strict-Transport-Security "max-age=31536000";
//
// # Use instead
//
//	add_header Strict-Transport-Security "max-age=31536000" always;
//
// # Shown on nginx
//
//	request:   GET /media/missing
//	answer:    404, no Strict-Transport-Security
//	mended:    404, Strict-Transport-Security: max-age=31536000
//
// # When it stays silent
//
// With always in a server that takes TLS, and where that is not known.
func hstsNotOnErrors() lint.Rule {
	return lint.Rule{
		ID:      "DPL341",
		Name:    "hsts-not-on-errors",
		Summary: "Strict-Transport-Security is not sent where it matters",
		Help:    "Add always, and set the header in the TLS server",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
			"https://www.rfc-editor.org/rfc/rfc6797#section-8.1",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkHSTSNotOnErrors),
	}
}

func checkHSTSNotOnErrors(d nginx.InServer, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	if !d.Is("add_header") || !strings.EqualFold(d.Arg(0).Text, "Strict-Transport-Security") || d.Builtin {
		return answers
	}
	switch {
	case d.Server.TLS() == value.False && !slices.ContainsFunc(site.LiveProxies(), (*deploy.Proxy).Behind):
		answers = append(answers, lint.Fail(d, "browsers take no notice of this header: the server is for plain HTTP").About(d.Key()).Fix("the header in the server with listen 443 ssl").Among(d.Server.Block, "nor of this one"))
	case d.Arg(2).Text == "" && !d.Arg(1).Hole:
		answers = append(answers, lint.Fail(d, "error pages are sent without Strict-Transport-Security").About(d.Key()).Fix("add_header Strict-Transport-Security %s always;", d.Arg(1).Span.Text()).Among(d.Server.Block, "here too"))
	}
	return answers
}
