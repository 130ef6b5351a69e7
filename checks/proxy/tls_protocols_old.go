package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// tlsProtocolsOld reports a TLS server that accepts protocols which are broken or retired.
//
// # Why it matters
//
// TLS 1.0 and 1.1 were retired in 2021, no browser of today uses them, and audits fail for them. SSL 2 and 3 are broken:
// whoever is on the way can read the traffic.
//
// # Example
//
//	ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
//
// # Use instead
//
//	ssl_protocols TLSv1.2 TLSv1.3;
//
// # When it stays silent
//
// When nothing sets ssl_protocols, since the default depends on the version of nginx, and when no server takes TLS.
func tlsProtocolsOld() lint.Rule {
	return lint.Rule{
		ID:      "DPL308",
		Name:    "tls-protocols-old",
		Summary: "nginx accepts SSL or a TLS version before 1.2",
		Help:    "Set ssl_protocols TLSv1.2 TLSv1.3",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-327"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols",
			"https://datatracker.ietf.org/doc/html/rfc8996",
		},
		Since: "0.1.0",
		Check: lint.OfServer(checkTLSProtocolsOld),
	}
}

func checkTLSProtocolsOld(s *nginx.Server, _ *deploy.Site) lint.Answer {
	e, found := s.InEffect("ssl_protocols")
	if s.TLS() != value.True || found != value.True {
		return nil
	}
	old, broken := oldProtocols(e)
	if len(old) == 0 {
		return lint.Pass(e, "nginx accepts no old version of TLS").About(e.Key()).Among(e.Source(), "")
	}
	r := lint.Fail(old[0].Span.Join(old[len(old)-1].Span), "clients may use %s, which no browser of today needs and audits fail for", words(old)).
		About(e.Key()).
		Fix("ssl_protocols TLSv1.2 TLSv1.3;").Among([2]string{e.Source().Path(), words(old)}, "here too")
	if broken {
		r.Message = "clients may use " + words(old) + ", which are broken: whoever is on the way can read the traffic"
		r = r.At(lint.Error)
	}
	return r
}

// oldProtocols returns the parameters that name an old protocol, and whether one of them is SSL.
func oldProtocols(e nginx.Entry) (old []syntax.Word, broken bool) {
	for _, w := range e.Args {
		switch w.Text {
		case "SSLv2", "SSLv3":
			broken = true
			old = append(old, w)
		case "TLSv1", "TLSv1.0", "TLSv1.1":
			old = append(old, w)
		}
	}
	return old, broken
}

func words(list []syntax.Word) string {
	var text string
	for i, w := range list {
		switch {
		case i == 0:
			text = w.Text
		case i == len(list)-1:
			text += " and " + w.Text
		default:
			text += ", " + w.Text
		}
	}
	return text
}
