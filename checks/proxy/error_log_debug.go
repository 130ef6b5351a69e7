package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// errorLogDebug reports nginx's error log at the level debug.
//
// # Why it matters
//
// At that level nginx writes many lines for each request, with the request's headers and so the session cookies among
// them. The disk fills, and whoever reads the log can take over sessions.
//
// # Example
//
//	error_log /var/log/nginx/shop.error.log debug;
//
// # Use instead
//
//	error_log /var/log/nginx/shop.error.log warn;
//
// # Shown on nginx
//
//	request:   GET / | Cookie: sessionid=d41d8cd98f
//	answer:    sessionid=d41d8cd98f in the log
//	mended:    no sessionid=d41d8cd98f in the log
//
// # When it stays silent
//
// For every other level.
func errorLogDebug() lint.Rule {
	return lint.Rule{
		ID:      "DPL305",
		Name:    "error-log-debug",
		Summary: "nginx's error log is at the level debug",
		Help:    "Set the error log's level to warn or error",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-532"},
		Links: []string{
			"https://nginx.org/en/docs/ngx_core_module.html#error_log",
			"https://nginx.org/en/docs/debugging_log.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkErrorLogDebug),
	}
}

func checkErrorLogDebug(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	p.Config.Walk(func(e nginx.Entry) bool {
		if e.Is("error_log") && e.LogLevel() == "debug" {
			answers = append(answers, lint.Fail(e, "the error log holds every request's headers and cookies, and many lines for each: it fills the disk and gives sessions away").
				About(e.Key()).
				Fix("error_log %s warn;", e.Arg(0).Text))
		}
		return true
	})
	return answers
}
