package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// publicHostOnce reports proxy_pass to a public host name, which nginx looks up at its start only.
//
// # Why it matters
//
// Hosting platforms, CDNs and load balancers change their addresses. nginx keeps the one from its start until somebody
// reloads it, and sends your users to a machine that is gone, or somebody else's by now. Where the name cannot be
// looked up at the start, nginx does not start.
//
// # Example
//
//	proxy_pass https://shop-assets.s3.amazonaws.com;
//
// # Use instead
//
//	resolver 127.0.0.53;
//	set $assets shop-assets.s3.amazonaws.com;
//	proxy_pass https://$assets;
//
// # When it stays silent
//
// For addresses, upstreams, names without a dot, and names of private networks (.internal, .local, .svc and the like).
func publicHostOnce() lint.Rule {
	return lint.Rule{
		ID:      "DPL351",
		Name:    "public-host-looked-up-once",
		Summary: "nginx goes on asking an old address when a public name moves",
		Help:    "Put the name into a variable and set resolver, so that it is looked up again",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
			"https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkPublicHostOnce),
	}
}

func checkPublicHostOnce(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, t := range p.Config.Targets() {
		a := t.Address
		if t.Upstream != nil || a.Hole || a.Unix != "" || !isPublicName(a.Host) {
			continue
		}
		answers = append(answers, lint.Fail(a, "%s is looked up once, when nginx starts: when its address changes, requests go to the old one", a.Host).
			About(t.Key()).
			Fix("resolver 127.0.0.53; and set $target %s; with proxy_pass %s://$target", a.Host, t.Protocol).Among(t.Server.Block, "and this one"))
	}
	return answers
}

// isPublicName reports whether a host is a name that anybody can look up.
func isPublicName(host string) bool {
	if !strings.Contains(host, ".") || strings.HasPrefix(host, "[") || strings.Trim(host, "0123456789.") == "" {
		return false
	}
	switch host[strings.LastIndexByte(host, '.')+1:] {
	case "internal", "local", "lan", "home", "corp", "svc", "consul", "cluster", "localdomain", "docker", "private", "test", "example", "invalid", "localhost":
		return false
	}
	return !strings.HasPrefix(host, "example.")
}
