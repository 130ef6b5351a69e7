package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// versionShown reports server_tokens on, or a whole configuration that leaves it at that.
//
// # Why it matters
//
// The version stands in the Server header and on every error page. Scanners that look for a version with a known hole
// find the server by it.
//
// # Example
//
//	server_tokens on;
//
// # Use instead
//
//	server_tokens off;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    Server: nginx/1.22.1
//	mended:    Server: nginx
//
// # When it stays silent
//
// When a site file says nothing about it, since nginx.conf may.
func versionShown() lint.Rule {
	return lint.Rule{
		ID:      "DPL332",
		Name:    "version-shown",
		Summary: "nginx tells its version to everybody",
		Help:    "Set server_tokens off",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-200"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkVersionShown),
	}
}

func checkVersionShown(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	p.Config.Walk(func(e nginx.Entry) bool {
		if e.Is("server_tokens") && (e.Arg(0).Text == "on" || e.Arg(0).Text == "build") {
			answers = append(answers, lint.Fail(e, "every answer tells the version of nginx").About(e.Key()).Fix("server_tokens off;").Among(p.Config.Top, "here too"))
		}
		return true
	})
	if !p.Config.Whole() || len(p.Config.Servers) == 0 {
		return answers
	}
	for _, s := range p.Config.Servers {
		if _, is := s.InEffect("server_tokens"); is != value.False {
			return answers
		}
	}
	http := p.Config.HTTP[0]
	answers = append(answers, lint.Fail(http, "every answer tells the version of nginx: nothing switches that off").
		About(http.Key()+"#server_tokens").
		Fix("server_tokens off;").Among(p.Config.Top, ""))
	return answers
}
