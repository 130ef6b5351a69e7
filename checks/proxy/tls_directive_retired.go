package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// tlsDirectiveRetired reports ssl on, which nginx 1.25.1 removed, and http2 as a parameter of listen, which it warns of
// since then.
//
// # Why it matters
//
// With the next upgrade of the system nginx says "unknown directive ssl" and does not start: all sites of the machine
// are down until somebody edits the file.
//
// # Example
//
//	listen 443;
//	ssl on;
//
// # Use instead
//
//	listen 443 ssl;
//
// # When it stays silent
//
// For ssl off, and for listen … http2 unless the version given is 1.25 or later. ssl on is an error there.
func tlsDirectiveRetired() lint.Rule {
	return lint.Rule{
		ID:      "DPL339",
		Name:    "tls-directive-retired",
		Summary: "A directive or parameter for TLS is one that newer nginx refuses or warns of",
		Help:    "Write ssl as a parameter of listen, and http2 on as a directive of its own",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/CHANGES",
			"https://nginx.org/en/docs/http/ngx_http_v2_module.html#http2",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkTLSDirectiveRetired),
	}
}

func checkTLSDirectiveRetired(p *deploy.Proxy, site *deploy.Site) lint.Answer {
	major, minor := site.NginxVersion()
	later := major > 1 || major == 1 && minor >= 25
	var answers lint.Answers
	p.Config.Walk(func(e nginx.Entry) bool {
		switch {
		case e.Is("ssl") && e.Arg(0).Text == "on":
			r := lint.Fail(e, "nginx 1.25 and later does not start with this line: the directive ssl is gone").
				About(e.Key()).Fix("listen 443 ssl; without this line").Among(p.Config.Top, "here too")
			if later {
				r = r.At(lint.Error)
			}
			answers = append(answers, r)
		case later && e.Is("listen") && e.HasArg("http2") && !e.HasArg("quic"):
			answers = append(answers, lint.Fail(e, "http2 as a parameter of listen is retired since nginx 1.25.1").
				About(e.Key()).Fix("http2 on; as a directive of the server").Among(p.Config.Top, "here too"))
		}
		return true
	})
	return answers
}
