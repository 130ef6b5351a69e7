package proxy

import (
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// upstreamZeroAddress reports a proxy that sends requests to 0.0.0.0.
//
// # Why it matters
//
// 0.0.0.0 means "all my addresses" to a server that listens; as a destination it means nothing. Linux happens to take it
// for 127.0.0.1, other systems refuse it. It is copied from the application server's own bind, which then is open to the
// world as well.
//
// # Example
//
//	proxy_pass http://0.0.0.0:8000;
//
// # Use instead
//
//	proxy_pass http://127.0.0.1:8000;
//
// # When it stays silent
//
// For every other address.
func upstreamZeroAddress() lint.Rule {
	return lint.Rule{
		ID:      "DPL306",
		Name:    "upstream-zero-address",
		Summary: "nginx sends requests to 0.0.0.0, which is no destination",
		Help:    "Send requests to 127.0.0.1 or to a unix socket",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://datatracker.ietf.org/doc/html/rfc1122#section-3.2.1.3",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkUpstreamZeroAddress),
	}
}

func checkUpstreamZeroAddress(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, t := range p.Config.Targets() {
		addresses, _ := t.Addresses()
		for _, a := range addresses {
			if a.Host == "0.0.0.0" || a.Host == "[::]" {
				answers = append(answers, lint.Fail(a, "%s is no destination: it works on Linux by accident, and elsewhere every request is answered 502", a).
					About(t.Key()).
					Fix("127.0.0.1:%s instead", strconv.Itoa(a.Port)).Among(a.Span, ""))
			}
		}
	}
	return answers
}
