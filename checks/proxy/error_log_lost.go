package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// errorLogLost reports an error log that is thrown away, or written to a file called off.
//
// # Why it matters
//
// When the site answers 502, the reason stands in the error log and nowhere else. error_log has no off: nginx makes a
// file of that name in its own folder.
//
// # Example
//
//	error_log /dev/null;
//
// # Use instead
//
//	error_log /var/log/nginx/shop.error.log warn;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    no refused in the log
//	mended:    refused in the log
//
// # When it stays silent
//
// In a location for a single file or a folder of static files. For off it is a note.
func errorLogLost() lint.Rule {
	return lint.Rule{
		ID:      "DPL330",
		Name:    "error-log-lost",
		Summary: "nginx's errors are written nowhere",
		Help:    "Let error_log name a file, with the level crit where little is wanted",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/ngx_core_module.html#error_log",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkErrorLogLost),
	}
}

func checkErrorLogLost(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	p.Config.Walk(func(e nginx.Entry) bool {
		if !e.Is("error_log") || e.Outer.Context == syntax.LocationContext {
			return true
		}
		switch e.Arg(0).Text {
		case "/dev/null":
			answers = append(answers, lint.Fail(e, "errors are thrown away: when the site answers 502, nothing tells why").
				About(e.Key()).
				Fix("error_log /var/log/nginx/error.log crit;").Among(e.Outer, ""))
		case "off":
			answers = append(answers, lint.Fail(e, "errors are written to a file called off: error_log cannot be switched off").
				About(e.Key()).
				At(lint.Note).
				Fix("error_log /var/log/nginx/error.log crit;").Among(e.Outer, ""))
		}
		return true
	})
	return answers
}
