package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// forwardedProtoFromClient reports nginx that ends TLS and hands on what the client says about it.
//
// # Why it matters
//
// X-Forwarded-Proto tells Django that the client came over TLS. A server that takes TLS itself knows that best ($scheme); with
// $http_x_forwarded_proto it repeats the client's own header instead. Browsers send none, so Django takes https for plain http,
// and whoever sends one is believed.
//
// # Example
//
//	listen 443 ssl;
//	proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;
//
// # Use instead
//
//	listen 443 ssl;
//	proxy_set_header X-Forwarded-Proto $scheme;
//
// # When it stays silent
//
// Where another proxy stands before nginx: it takes the client's address from one, or the server takes plain HTTP only.
func forwardedProtoFromClient() lint.Rule {
	return lint.Rule{
		ID:      "DPL514",
		Name:    "forwarded-proto-from-client",
		Summary: "nginx repeats the client's X-Forwarded-Proto though it ends TLS itself",
		Help:    "Set X-Forwarded-Proto to $scheme where nginx ends TLS",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-348"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_scheme",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkForwardedProtoFromClient),
	}
}

func checkForwardedProtoFromClient(server deploy.AppServer, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if server.TLS() != value.True || server.Plain() == value.True || fromOuter(server.Proxy) {
		return answers
	}
	for _, t := range server.Targets {
		h, found := t.Outer.Headers("proxy_set_header").Get(protoHeader)
		if !t.HTTP() || found != value.True || h.Value.Text != "$http_x_forwarded_proto" {
			continue
		}
		answers = append(answers, lint.Fail(h.Value, "nginx ends TLS here and repeats the client's own X-Forwarded-Proto: Django takes https for plain http, and believes whoever sends the header").
			About(t.Outer.Key()+"#proxy_set_header."+protoHeader).Fix("proxy_set_header X-Forwarded-Proto $scheme;"))
		break
	}
	return answers
}

// fromOuter reports whether nginx takes the client's address from a proxy before it.
func fromOuter(p *deploy.Proxy) bool {
	outer := false
	p.Config.Walk(func(e nginx.Entry) bool {
		outer = outer || e.Is("set_real_ip_from", "real_ip_header") || e.Is("listen") && e.HasArg("proxy_protocol")
		return !outer
	})
	return outer
}
