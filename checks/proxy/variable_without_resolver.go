package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// variableWithoutResolver reports proxy_pass with a host name in a variable where no resolver is set.
//
// # Why it matters
//
// A name in proxy_pass itself is looked up once, at the start. One in a variable is looked up for each request, and for
// that nginx wants a resolver: without one it logs "no resolver defined" and answers 502 to everybody.
//
// # Example
//
//	set $backend web.internal;
//	proxy_pass http://$backend:8000;
//
// # Use instead
//
//	resolver 127.0.0.11;
//	set $backend web.internal;
//	proxy_pass http://$backend:8000;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    502
//	mended:    200
//
// # When it stays silent
//
// When the variable holds an address or the name of an upstream, when its value is not known, and when an include may
// set the resolver.
func variableWithoutResolver() lint.Rule {
	return lint.Rule{
		ID:      "DPL349",
		Name:    "variable-without-resolver",
		Summary: "nginx cannot look up the host that it is to ask",
		Help:    "Set resolver, or write the host into proxy_pass",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#resolver",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkVariableWithoutResolver),
	}
}

func checkVariableWithoutResolver(d nginx.InServer, site *deploy.Site) lint.Answer {
	if !d.Is("proxy_pass", "uwsgi_pass") || d.Arg(0).Hole {
		return nil
	}
	host := d.Arg(0).Text
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	variable, ok := strings.CutPrefix(host, "$")
	if !ok {
		return nil
	}
	variable, _, _ = strings.Cut(variable, ":")
	set, known := d.Outer.Variable(strings.Trim(variable, "{}"))
	if !known || !isLookedUp(site, set.Arg(1)) {
		return nil
	}
	if _, is := d.Outer.InEffect("resolver"); is != value.False {
		return nil
	}
	return lint.Fail(d, "every request is answered 502: %s is a name in a variable, and without a resolver nginx cannot look it up", set.Arg(1).Text).
		About(d.Key()).
		With(set, "the name").
		Fix("resolver 127.0.0.53; or the resolver of your network, 127.0.0.11 in Docker").Among(d.Server.Block, "here too")
}

// isLookedUp reports whether nginx has to look the host up: it is no address, and no upstream has the name.
func isLookedUp(site *deploy.Site, w syntax.Word) bool {
	host := w.Text
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && !strings.HasPrefix(host, "[") {
		host = host[:colon]
	}
	if host == "unix" || strings.HasPrefix(host, "[") || strings.Trim(host, "0123456789.") == "" {
		return false
	}
	return !slices.ContainsFunc(site.LiveProxies(), func(p *deploy.Proxy) bool {
		_, is := p.Config.Upstream(host)
		return is
	})
}
