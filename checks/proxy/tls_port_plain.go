package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// portOfTLSPlain reports listen 443 without ssl.
//
// # Why it matters
//
// Browsers that come by https:// begin with TLS, and nginx answers 400 Bad Request in plain text: "the site cannot
// provide a secure connection". The port alone switches nothing on.
//
// # Example
//
//	listen 443;
//	ssl_certificate …;
//
// # Use instead
//
//	listen 443 ssl;
//	ssl_certificate …;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    no TLS: tls: first record does not look like a TLS handshake
//	mended:    200
//
// # When it stays silent
//
// With ssl on, as nginx before 1.25 knows it, with proxy_protocol, and when another server of the socket has ssl, which
// is then on for all. It is a warning where no certificate is there, since something before nginx may end TLS.
func portOfTLSPlain() lint.Rule {
	return lint.Rule{
		ID:      "DPL338",
		Name:    "tls-port-plain",
		Summary: "nginx speaks plain HTTP on port 443",
		Help:    "Write listen 443 ssl",
		Level:   lint.Error,
		Tags:    []string{"security", "availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/configuring_https_servers.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkPortOfTLSPlain),
	}
}

func checkPortOfTLSPlain(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, socket := range p.Config.Sockets() {
		if socket.Listen.Port != 443 || socket.Listen.Directive == nil || takesTLS(socket) {
			continue
		}
		s := socket.Servers[0]
		e, found443 := s.InEffect("ssl")
		if found443 == value.Undecided || found443 == value.True && e.Arg(0).Text == "on" {
			continue
		}
		certificate, has := s.InEffect("ssl_certificate")
		r := lint.Fail(socket.Listen, "nginx speaks plain HTTP on port 443: browsers say that the site cannot provide a secure connection").
			About(s.Key()+"#listen").
			Fix("listen 443 ssl;").Among(s.Block, "and here")
		if has == value.True {
			r = r.With(certificate, "the certificate is not used")
		} else {
			r = r.At(lint.Warning)
		}
		answers = append(answers, r)
	}
	return answers
}

// takesTLS reports whether a server of the socket has ssl or quic, or takes the connection from another proxy.
func takesTLS(socket *nginx.Socket) bool {
	for _, s := range socket.Servers {
		for _, l := range s.Listens {
			if l.Port == 443 && (l.SSL || l.QUIC || l.ProxyProtocol || l.Hole) {
				return true
			}
		}
	}
	return false
}
