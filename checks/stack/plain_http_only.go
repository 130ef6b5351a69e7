package stack

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// plainHTTPOnly reports a site that clients reach over plain HTTP.
//
// # Why it matters
//
// Passwords, session cookies and all pages cross the network readable and changeable by everybody on the way: whoever
// listens in a café is logged in as the user. A TLS server beside it does not help those who come to port 80 and are
// answered there.
//
// # Example
//
//	server {
//	    listen 80;
//	    server_name shop.example;
//	    location / { proxy_pass http://127.0.0.1:8000; }
//	}
//
// # Use instead
//
//	server {
//	    listen 80;
//	    server_name shop.example;
//	    return 301 https://shop.example$request_uri;
//	}
//
// and the site itself in a server with listen 443 ssl.
//
// # When it stays silent
//
// When something before nginx ends TLS: the settings expect it (SECURE_PROXY_SSL_HEADER, secure cookies, HSTS), nginx takes
// the client's address from a proxy, or it listens on another port than 80. And when an include that is not in the
// repository may hold the TLS part. It is a note where nginx runs in a container, since what publishes its port may end TLS.
func plainHTTPOnly() lint.Rule {
	return lint.Rule{
		ID:      "DPL507",
		Name:    "plain-http-only",
		Summary: "Clients reach the site over plain HTTP",
		Help:    "Serve the site with listen 443 ssl, and redirect port 80 to it",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-319"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/security/#ssl-https",
			"https://nginx.org/en/docs/http/configuring_https_servers.html",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkPlainHTTPOnly),
	}
}

func checkPlainHTTPOnly(site *deploy.Site) lint.Answer {
	if slices.ContainsFunc(site.LiveProxies(), (*deploy.Proxy).Behind) {
		return nil
	}
	switch site.TLS() {
	case value.False:
		return withoutTLS(site)
	case value.True:
		return besideTLS(site)
	default:
		return nil
	}
}

// withoutTLS makes one finding of a deployment in which no server takes TLS.
func withoutTLS(site *deploy.Site) lint.Answer {
	if site.Settings != nil && site.Settings.ExpectsTLS() != value.False {
		return nil
	}
	var plain []deploy.AppServer
	for _, server := range site.AppServers() {
		if answersPlain(server) {
			plain = append(plain, server)
		}
	}
	if len(plain) == 0 {
		return nil
	}
	r := lint.Fail(plainSocket(plain[0].Server), "%s is served over plain HTTP only: passwords and session cookies are readable on the way", plain[0].Label()).
		About(plain[0].Key() + "#listen").
		Fix("listen 443 ssl; with a certificate, and a server on port 80 that redirects to it")
	if plain[0].Apart() {
		r = r.At(lint.Note)
	}
	for _, other := range plain[1:] {
		r = r.With(plainSocket(other.Server), "so is %s", other.Label())
	}
	return r
}

// besideTLS finds the servers that answer over plain HTTP for a name that is there over TLS as well.
func besideTLS(site *deploy.Site) lint.Answer {
	if site.Settings != nil && site.Settings.Get("SECURE_SSL_REDIRECT").Truth() != value.False {
		return nil
	}
	var answers lint.Answers
	servers := site.AppServers()
	for _, server := range servers {
		if !answersPlain(server) {
			if server.Plain() == value.True && server.RedirectsToHTTPS() == value.True {
				answers = append(answers, lint.Pass(server, "%s redirects to https", server.Label()).About(server.Key()+"#listen"))
			}
			continue
		}
		i := slices.IndexFunc(servers, func(other deploy.AppServer) bool { return sharesName(server, other) })
		if i < 0 {
			continue
		}
		answers = append(answers, lint.Fail(plainSocket(server.Server), "%s answers over plain HTTP too, in place of a redirect to https: passwords and session cookies are readable on the way", server.Label()).
			About(server.Key()+"#listen").
			With(servers[i], "it takes TLS here").
			Fix("a server on port 80 of its own, with return 301 https://$host$request_uri;"))
	}
	return answers
}

// answersPlain reports whether everybody can use the application through the server over plain HTTP on port 80.
func answersPlain(server deploy.AppServer) bool {
	access, _ := server.Access()
	return !server.Proxy.Sample && access == nginx.AccessOpen && server.RedirectsToHTTPS() == value.False && !plainSocket(server.Server).IsZero()
}

// plainSocket returns where a server listens on port 80 for other machines, or nowhere.
func plainSocket(s *nginx.Server) source.Span {
	if s.Plain() != value.True {
		return source.Span{}
	}
	for _, l := range s.Listens {
		if l.SSL || l.QUIC || l.Hole || l.Port != 80 || l.Address == "localhost" || l.Address == "[::1]" || len(l.Address) > 4 && l.Address[:4] == "127." {
			continue
		}
		if l.Directive == nil {
			return s.Source() // nginx's default
		}
		return l.Source()
	}
	return source.Span{}
}

// sharesName reports whether a server takes TLS for a name that plain answers for. Alternatives of each other are not
// live together.
func sharesName(plain, other deploy.AppServer) bool {
	if other.TLS() != value.True || plain.Proxy != other.Proxy && plain.Proxy.Group != "" {
		return false
	}
	if plain.Server == other.Server {
		return true
	}
	for _, n := range other.Names {
		if n.Kind == nginx.ExactName && plain.Answers(n.Text) == value.True {
			return true
		}
	}
	return false
}
