package proxy

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// redirectNameWrong reports a redirect to $server_name in a server without a proper name, and one that keeps the port
// of plain HTTP.
//
// # Why it matters
//
// $server_name is the first name of the server as it is written: https://_/ in a catch-all server, and https:/// in one
// without a name. Nobody arrives.
//
// # Example
//
//	server {
//	    listen 80;
//	    server_name _;
//	    return 301 https://$server_name$request_uri;
//	}
//
// # Use instead
//
//	server {
//	    listen 80;
//	    server_name _;
//	    return 301 https://$host$request_uri;
//	}
//
// # Shown on nginx
//
//	request:   GET /cart/
//	answer:    301, Location: https://_/cart/
//	mended:    301, Location: https://shop.example/cart/
//
// # When it stays silent
//
// When the first name is a host name. $http_host in a redirect to https is a note: it keeps a port that the client
// named.
func redirectNameWrong() lint.Rule {
	return lint.Rule{
		ID:      "DPL340",
		Name:    "redirect-name-wrong",
		Summary: "A redirect leads to a name that is none",
		Help:    "Write the name, or $host",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_server_name",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkRedirectNameWrong),
	}
}

func checkRedirectNameWrong(d nginx.InServer, _ *deploy.Site) lint.Answer {
	w, what := repeated(d.Entry)
	if what != "the redirect" || w.Hole || d.Server.Inferred {
		return nil
	}
	host := strings.TrimPrefix(strings.TrimPrefix(w.Text, "https://"), "http://")
	switch {
	case host == w.Text && !strings.HasPrefix(w.Text, "$scheme://"):
		return nil
	case strings.HasPrefix(strings.TrimPrefix(host, "$scheme://"), "$server_name"):
		if name, none := namesNobody(d.Server); none {
			why := "the server has no server_name, so $server_name is empty"
			if len(d.Server.Names) > 0 {
				why = fmt.Sprintf("$server_name is the server's first name as it is written, %q", name)
			}
			return lint.Fail(w, "the redirect leads to https://%s/, where nobody answers: %s", name, why).
				About(d.Key()).
				Fix("return 301 https://$host$request_uri;").Among(d.Server.Block, "here too")
		}
	case strings.HasPrefix(host, "$http_host") && strings.HasPrefix(w.Text, "https://"):
		return lint.Fail(w, "the redirect keeps the port that the client named: http://…:80/ leads to https://…:80/").
			About(d.Key()).
			At(lint.Note).
			Fix("return 301 https://$host$request_uri;").Among(d.Server.Block, "here too")
	}
	return nil
}

// namesNobody returns the first name of the server where it is no host name.
func namesNobody(s *nginx.Server) (name string, none bool) {
	if s.MayHold("server_name") {
		return "", false
	}
	if len(s.Names) == 0 {
		return "", true
	}
	first := s.Names[0]
	return first.Text, !first.Hole && (first.Kind == nginx.NoName || first.Kind == nginx.EmptyName || first.Kind == nginx.WildcardName && strings.HasPrefix(first.Text, "*"))
}
