package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
)

// proxyToAnyHost reports a proxy_pass whose host comes from the request.
//
// # Why it matters
//
// Anybody can have nginx ask any address that it reaches: the database's and the cloud provider's own pages inside the
// network, where no firewall stands, and other people's sites in your name.
//
// # Example
//
//	location /fetch/ {
//	    proxy_pass http://$arg_host;
//	}
//
// # Use instead
//
//	map $arg_shop $shop {
//	    default shop1.internal:8000;
//	    two     shop2.internal:8000;
//	}
//
// # Shown on nginx
//
//	request:   GET /fetch/?host=127.0.0.1:8081
//	answer:    the internal page in the body
//	mended:    no the internal page in the body
//
// # When it stays silent
//
// In internal locations and named ones, where the variable comes from a map or another directive of the configuration,
// and where only characters without a dot can come from the client.
func proxyToAnyHost() lint.Rule {
	return lint.Rule{
		ID:      "DPL314",
		Name:    "proxy-to-any-host",
		Summary: "The client decides which host nginx sends its request to",
		Help:    "Name the hosts in the configuration, by a map with a known list for instance",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-918"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
			"https://owasp.org/www-community/attacks/Server_Side_Request_Forgery",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkProxyToAnyHost),
	}
}

func checkProxyToAnyHost(d nginx.InServer, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if !d.Is("proxy_pass", "uwsgi_pass", "grpc_pass") || d.Location == nil || d.Location.IsInternal() || d.Location.IsNamed() {
		return answers
	}
	if access, _ := d.Location.Access(); access != nginx.AccessOpen {
		return answers
	}
	host := d.Arg(0).Text
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	for name := range (syntax.Word{Text: host}).Variables() {
		if from := fromClient(name, d.Location, host); from != "" {
			answers = append(answers, lint.Fail(d.Arg(0), "anybody can have nginx ask any host: $%s is %s", name, from).
				About(d.Key()).
				Fix("a map from what the client may ask for to the hosts that are meant").Among(d.Server.Block, "here too"))
		}
	}
	return answers
}

// fromClient says where the variable's value comes from when that is the client, "" otherwise.
func fromClient(name string, l *nginx.Location, host string) string {
	switch {
	case strings.HasPrefix(name, "arg_"):
		return "a parameter of the request"
	case name == "args" || name == "query_string" || name == "request_uri":
		return "a part of the request's address"
	case strings.HasPrefix(name, "cookie_"):
		return "a cookie of the request"
	case name == "http_host" || strings.HasPrefix(name, "http_upgrade"):
		return ""
	case strings.HasPrefix(name, "http_"):
		return "a header of the request"
	}
	for at := l; at != nil; at = at.Outer {
		if !at.IsRegex() {
			continue
		}
		p, ok := pcre.Parse(at.Path, at.Modifier == "~*")
		if !ok {
			return ""
		}
		group := p.Group(name)
		// A fixed domain behind the capture holds, unless the capture can end the host before it.
		alone := strings.HasSuffix(host, "$"+name) || strings.HasSuffix(host, "${"+name+"}")
		if p.MayHold(group, '.') && (alone || p.MayHold(group, '/')) {
			return "what the client asks for behind " + at.Path
		}
		return ""
	}
	return ""
}
