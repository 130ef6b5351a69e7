package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// requestParsingLoosened reports options with which gunicorn takes requests that it refuses for good reason.
//
// # Why it matters
//
// gunicorn refuses what proxies read in another way than it does itself, because the difference lets a client smuggle one
// request in another's body or set a header that the proxy should have set: X_Forwarded_Proto with underscores looks to Django
// just like the proxy's X-Forwarded-Proto. And it refuses requests of any length, which fill the memory. Each of the options
// switches one of these refusals off.
//
// # Example
//
//	header_map = "dangerous"
//	limit_request_line = 0
//
// # Use instead
//
// Neither: the defaults are safe.
//
// # When it stays silent
//
// For limits that are raised and not removed.
func requestParsingLoosened() lint.Rule {
	return lint.Rule{
		ID:      "DPL444",
		Name:    "request-parsing-loosened",
		Summary: "gunicorn accepts requests that it refuses by default",
		Help:    "Remove the option",
		Level:   lint.Warning,
		Tags:    []string{"security", "gunicorn", "cwe-444"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#header-map",
			"https://docs.gunicorn.org/en/stable/settings.html#limit-request-line",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkRequestParsingLoosened),
	}
}

func checkRequestParsingLoosened(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() {
		return nil
	}
	var answers lint.Answers
	for _, name := range []string{
		"header_map", "tolerate_dangerous_framing", "permit_obsolete_folding", "permit_unconventional_http_method",
		"permit_unconventional_http_version", "casefold_http_method", "strip_header_spaces", "limit_request_line", "limit_request_field_size",
	} {
		v, given := p.Server.Options.Given(name)
		if !given {
			continue
		}
		if harm := harmOfParsing(name, v); harm != "" {
			answers = append(answers, lint.Fail(v, "%s", harm).About(about(p, "gunicorn."+name)).Fix("remove %s", name))
		}
	}
	return answers
}

// harmOfParsing says what an option of gunicorn's lets in, "" for nothing.
func harmOfParsing(name string, v value.Value) string {
	switch name {
	case "header_map":
		if text, ok := v.Text(); ok && text == "dangerous" {
			return "a client sets the proxy's headers by writing underscores for dashes: gunicorn takes X_Forwarded_Proto for X-Forwarded-Proto"
		}
	case "limit_request_line", "limit_request_field_size":
		if n, ok := v.Int(); ok && n == 0 {
			return "gunicorn reads a request line or header of any length into its memory: one client can exhaust it"
		}
	default:
		if v.Truth() == value.True {
			return "gunicorn accepts malformed requests that a proxy in front may read in another way: a client can smuggle requests past it"
		}
	}
	return ""
}
