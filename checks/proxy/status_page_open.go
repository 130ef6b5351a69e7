package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// statusPageOpen reports stub_status without a limit on who may ask.
//
// # Why it matters
//
// The page tells how many people use the site and how busy the server is: what a competitor wants to know, and what an
// attacker who tries to overload it needs to see.
//
// # Example
//
//	location /nginx_status {
//	    stub_status;
//	}
//
// # Use instead
//
//	location /nginx_status {
//	    stub_status;
//	    allow 127.0.0.1;
//	    deny all;
//	}
//
// # Shown on nginx
//
//	request:   GET /nginx_status
//	answer:    200, Active connections in the body
//	mended:    403, no Active connections in the body
//
// # When it stays silent
//
// When the location asks for an address or password, and in servers that listen on this machine only.
func statusPageOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL319",
		Name:    "status-page-open",
		Summary: "Anybody can read nginx's status page",
		Help:    "Allow the addresses of your monitoring and deny all others",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-200"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_stub_status_module.html",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkStatusPageOpen),
	}
}

func checkStatusPageOpen(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("stub_status") || d.Arg(0).Text == "off" || !isPublic(d.Server) {
		return nil
	}
	if access, _ := d.Outer.Access(); access != nginx.AccessOpen {
		return nil
	}
	return lint.Fail(d, "anybody can read at %s how busy the server is", nameOf(d.Location)).
		About(d.Key()).
		Fix("allow 127.0.0.1; deny all;").Among(d.Server.Block, "and here")
}

// isPublic reports whether other machines may reach the server.
func isPublic(s *nginx.Server) bool {
	for _, l := range s.Listens {
		if l.Hole || l.Unix == "" && l.Address != "localhost" && l.Address != "[::1]" && !strings.HasPrefix(l.Address, "127.") {
			return true
		}
	}
	return false
}
