package proxy

import (
	"net/netip"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// resolverPublic reports a resolver with a public address.
//
// # Why it matters
//
// Names of your own network are not known there, and who is on the way can answer in its place: nginx takes the answer
// unchecked, and sends the requests where it says.
//
// # Example
//
//	resolver 8.8.8.8;
//
// # Use instead
//
//	resolver 127.0.0.53;
//
// # When it stays silent
//
// For addresses of this machine and of private networks, for host names, and where nginx only asks for the
// certificate's status (ssl_stapling).
func resolverPublic() lint.Rule {
	return lint.Rule{
		ID:      "DPL350",
		Name:    "resolver-public",
		Summary: "nginx asks a public name server where the application is",
		Help:    "Name the resolver of your own network or machine",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#resolver",
			"https://blog.zorinaq.com/nginx-resolver-vulns/",
		},
		Since: "0.1.0",
		Check: lint.OfDirective(checkResolverPublic),
	}
}

func checkResolverPublic(e nginx.Entry, _ *deploy.Site) lint.Answer {
	if !e.Is("resolver") {
		return nil
	}
	if first, _ := e.Outer.First("resolver"); first.Directive != e.Directive || !hasVariableTarget(e.Outer) {
		return nil
	}
	var answers lint.Answers
	for _, w := range e.Args {
		address, err := netip.ParseAddr(strings.Trim(strings.TrimSuffix(w.Text, ":53"), "[]"))
		if err != nil || address.IsPrivate() || address.IsLoopback() || address.IsLinkLocalUnicast() || w.Hole {
			continue
		}
		answers = append(answers, lint.Fail(w, "nginx asks %s over the open network where to send requests, and believes any answer", w.Text).
			About(e.Key()).
			Fix("resolver 127.0.0.53; or the resolver of your network").Among(e.Outer, "and this one"))
	}
	return answers
}

// hasVariableTarget reports whether the block hands requests to a host in a variable, which is what the resolver is for.
func hasVariableTarget(b *nginx.Block) bool {
	has := false
	b.Walk(func(e nginx.Entry) bool {
		has = has || e.Is("proxy_pass", "uwsgi_pass", "grpc_pass") && strings.Contains(strings.SplitN(e.Arg(0).Text+"///", "/", 4)[2]+strings.SplitN(e.Arg(0).Text, "/", 2)[0], "$")
		return !has
	})
	return has
}
