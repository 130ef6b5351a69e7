package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// sslWithoutCertificate reports a TLS socket for which no server has a certificate.
//
// # Why it matters
//
// nginx needs the certificate of a socket's default server to start. Without it nginx -t says 'no "ssl_certificate" is
// defined', a restart fails, and every site of the machine is down.
//
// # Example
//
//	listen 443 ssl;
//
// # Use instead
//
//	listen 443 ssl;
//	ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
//	ssl_certificate_key /etc/letsencrypt/live/shop.example/privkey.pem;
//
// # When it stays silent
//
// For servers that are not their socket's default, with ssl_reject_handshake, and when an include that is not in the
// repository may hold the certificate.
func sslWithoutCertificate() lint.Rule {
	return lint.Rule{
		ID:      "DPL509",
		Name:    "ssl-without-certificate",
		Summary: "A server listens for TLS and has no certificate, so nginx does not start",
		Help:    "Set ssl_certificate and ssl_certificate_key in the server",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_certificate",
			"https://nginx.org/en/docs/http/configuring_https_servers.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkSSLWithoutCertificate),
	}
}

func checkSSLWithoutCertificate(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	judged := map[*nginx.Server]bool{}
	for _, socket := range p.Config.Sockets() {
		s := socket.Default
		if judged[s] || !takesTLS(socket) {
			continue
		}
		judged[s] = true
		if e, found := s.InEffect("ssl_reject_handshake"); found == value.Undecided || found == value.True && e.Arg(0).Text == "on" {
			continue
		}
		switch e, found := s.InEffect("ssl_certificate"); found {
		case value.False:
			answers = append(answers, lint.Fail(listenOf(s, socket), "nginx does not start: %s takes TLS and there is no ssl_certificate", socket.Listen.Socket()).
				About(s.Key()+"#ssl_certificate").
				Fix("ssl_certificate and ssl_certificate_key, with the files of the certificate"))
		case value.True:
			answers = append(answers, lint.Pass(e, "the TLS server has a certificate").About(s.Key()+"#ssl_certificate"))
		case value.Undecided:
		}
	}
	return answers
}

// takesTLS reports whether the socket's default server certainly takes TLS on it.
func takesTLS(socket *nginx.Socket) bool {
	for _, l := range socket.Default.Listens {
		if l.Socket() == socket.Listen.Socket() && (l.SSL || l.QUIC) && !l.Hole {
			return true
		}
	}
	return false
}

// listenOf returns the listen directive by which a server listens on a socket.
func listenOf(s *nginx.Server, socket *nginx.Socket) lint.Placed {
	for _, l := range s.Listens {
		if l.Socket() == socket.Listen.Socket() && l.Directive != nil {
			return l
		}
	}
	return s
}
