package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// accessLogOff reports an application whose requests nginx does not log.
//
// # Why it matters
//
// After a break-in or an outage, the access log is what tells who asked for what, and when. gunicorn keeps none unless
// it is told to.
//
// # Example
//
//	access_log off;
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Use instead
//
//	location /static/ { access_log off; }
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Shown on nginx
//
//	request:   GET /cart/
//	answer:    no GET /cart/ in the log
//	mended:    GET /cart/ in the log
//
// # When it stays silent
//
// In locations of their own, such as a health check, and when gunicorn is given an access log.
func accessLogOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL331",
		Name:    "access-log-off",
		Summary: "Requests to the application are not logged",
		Help:    "Switch the access log off for static files only",
		Level:   lint.Note,
		Tags:    []string{"observability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_log_module.html#access_log",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkAccessLogOff),
	}
}

func checkAccessLogOff(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	if t.Location != nil && !t.Location.IsNamed() && t.Location.Path != "/" || logsItself(t.Process) {
		return nil
	}
	logs, complete := t.Outer.AllInEffect("access_log")
	if !complete || len(logs) != 1 || logs[0].Arg(0).Text != "off" {
		return nil
	}
	return lint.Fail(logs[0], "requests to the application are not logged: after an outage or a break-in nothing tells who asked for what").
		About(logs[0].Key()).
		Fix("access_log /var/log/nginx/shop.access.log;").Among(t.Server.Block, "here too")
}

// logsItself reports whether the application's server writes an access log.
func logsItself(p *deploy.Process) bool {
	if p == nil || p.Server == nil {
		return false
	}
	_, given := p.Server.Options.Given("accesslog")
	return given
}
