package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// staplingWithoutEffect reports ssl_stapling with a certificate of Let's Encrypt, which no longer has what it staples.
//
// # Why it matters
//
// Let's Encrypt ended OCSP on 6 August 2025: its certificates name no responder, and nginx warns at each start that
// ssl_stapling is ignored. The warnings hide those that matter.
//
// # Example
//
//	ssl_stapling on;
//	ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
//
// # Use instead
//
//	ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
//
// # When it stays silent
//
// For certificates of others, with or without a resolver: nginx then asks at the address that the responder's name had when
// it started. And with ssl_stapling_file.
func staplingWithoutEffect() lint.Rule {
	return lint.Rule{
		ID:      "DPL353",
		Name:    "stapling-without-effect",
		Summary: "ssl_stapling has no effect",
		Help:    "Remove ssl_stapling and ssl_stapling_verify",
		Level:   lint.Note,
		Tags:    []string{"housekeeping"},
		Links: []string{
			"https://letsencrypt.org/2024/12/05/ending-ocsp/",
			"https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_stapling",
		},
		Since: "0.1.0",
		Check: lint.OfServer(checkStaplingWithoutEffect),
	}
}

func checkStaplingWithoutEffect(s *nginx.Server, _ *deploy.Site) lint.Answer {
	e, is := s.InEffect("ssl_stapling")
	_, file := s.InEffect("ssl_stapling_file")
	if is != value.True || e.Arg(0).Text != "on" || file != value.False || s.TLS() != value.True || e.Builtin {
		return nil
	}
	certificate, has := s.InEffect("ssl_certificate")
	if has != value.True || !strings.Contains(certificate.Arg(0).Text, "/letsencrypt/") {
		return nil
	}
	return lint.Fail(e, "nginx ignores it and warns at each start: certificates of Let's Encrypt name no OCSP responder since 2025").
		About(e.Key()).
		With(certificate, "the certificate").
		Fix("without this line").Among(e.Outer, "here too")
}
