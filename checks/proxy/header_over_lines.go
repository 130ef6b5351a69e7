package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// headerOverLines reports a header whose value holds a line end.
//
// # Why it matters
//
// nginx sends the line end as it is. HTTP/1.1 forbids values over several lines, and HTTP/2 takes the whole answer for
// malformed: browsers show an error page, or drop the rest of the policy.
//
// # Example
//
//	add_header Content-Security-Policy "default-src 'self';
//	    img-src *";
//
// # Use instead
//
//	add_header Content-Security-Policy "default-src 'self'; img-src *";
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    Content-Security-Policy reaches over 2 lines
//	mended:    Content-Security-Policy stands on one line
//
// # When it stays silent
//
// For values on one line, and for values that a template fills in.
func headerOverLines() lint.Rule {
	return lint.Rule{
		ID:      "DPL328",
		Name:    "header-over-lines",
		Summary: "A header's value reaches over several lines",
		Help:    "Write the value on one line, or put it together from variables with set",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://www.rfc-editor.org/rfc/rfc9112#section-5.2",
			"https://www.rfc-editor.org/rfc/rfc9113#section-8.2.1",
		},
		Since: "0.1.0",
		Check: lint.OfDirective(checkHeaderOverLines),
	}
}

func checkHeaderOverLines(e nginx.Entry, _ *deploy.Site) lint.Answer {
	if e.Is("add_header", "add_trailer", "proxy_set_header", "more_set_headers") && strings.ContainsAny(e.Arg(len(e.Args)-1).Text+e.Arg(1).Text, "\n\r") {
		return lint.Fail(e.Arg(0), "%s is sent over several lines: over HTTP/2 browsers refuse the whole answer", e.Arg(0).Text).
			About(e.Key()+"."+e.Arg(0).Text).
			Fix("the value on one line").Among(e.Outer, "and this one")
	}
	return nil
}
