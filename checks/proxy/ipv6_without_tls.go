package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// ipv6WithoutTLS reports a redirect to https on IPv6 where TLS is taken on IPv4 alone.
//
// # Why it matters
//
// The name has an IPv6 address, or nobody would listen on it. A browser that has IPv6 asks there first, is sent to
// https, asks the same address on port 443, and is refused. It may try IPv4 then, after a wait, or show an error.
//
// # Example
//
//	listen [::]:80;
//	return 301 https://$host$request_uri;
//
// # Use instead
//
//	listen [::]:80;
//	return 301 https://$host$request_uri;
//
//	listen 443 ssl;
//	listen [::]:443 ssl;
//
// # When it stays silent
//
// When a server of the configuration takes TLS on IPv6, when none takes TLS at all, and when an include may hold such a
// listen.
func ipv6WithoutTLS() lint.Rule {
	return lint.Rule{
		ID:      "DPL357",
		Name:    "ipv6-without-tls",
		Summary: "Visitors over IPv6 are redirected to a port that nobody listens on",
		Help:    "Listen on [::]:443 ssl as well",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#listen",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkIPv6WithoutTLS),
	}
}

func checkIPv6WithoutTLS(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var plain nginx.Listen
	secure := false
	for _, s := range p.Config.Servers {
		if s.MayHold("listen") {
			return nil
		}
		for _, l := range s.Listens {
			six := l.IPv6() && l.Address != "[::1]"
			switch {
			case l.Hole, six && (l.SSL || l.QUIC || l.Port == 443):
				return nil
			case l.SSL && l.Port == 443 && l.Unix == "":
				secure = true
			case six && l.Port == 80 && plain.Directive == nil && s.RedirectsToHTTPS() == value.True && !refusesAll(s):
				plain = l
			}
		}
	}
	if !secure || plain.Directive == nil {
		return nil
	}
	return lint.Fail(plain, "visitors over IPv6 are redirected to https, and nobody takes TLS on IPv6").
		About("nginx:listen [::]:443").
		Fix("listen [::]:443 ssl; beside listen 443 ssl;")
}

// refusesAll reports whether the server answers with an error itself, so that it redirects nobody.
func refusesAll(s *nginx.Server) bool {
	h, e := s.Handler()
	return h == nginx.Returns && len(e.Args) > 0 && strings.HasPrefix(e.Arg(0).Text, "4")
}
