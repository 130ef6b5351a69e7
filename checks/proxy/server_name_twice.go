package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// serverNameTwice reports a server that never answers, because another one before it has the same name and socket.
//
// # Why it matters
//
// nginx starts with the warning "conflicting server name" and gives every request to the first of the two. What the
// second one says, a redirect to https for instance, is without effect.
//
// # Example
//
//	server { listen 80; server_name shop.example; … }
//	server { listen 80; server_name shop.example; return 301 https://shop.example$request_uri; }
//
// # Use instead
//
//	server { listen 80; server_name shop.example; return 301 https://shop.example$request_uri; }
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    200
//	mended:    301
//
// # When it stays silent
//
// For files that are alternatives of each other, and where a template decides whether the server is there.
func serverNameTwice() lint.Rule {
	return lint.Rule{
		ID:      "DPL336",
		Name:    "server-name-twice",
		Summary: "Two servers have the same name on one socket, and the second is ignored",
		Help:    "Merge the two servers, or correct a name",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/server_names.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkServerNameTwice),
	}
}

func checkServerNameTwice(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, socket := range p.Config.Sockets() {
		first := map[string]nginx.Name{}
		for _, s := range socket.Servers {
			answers = append(answers, judgeNames(socket, s, first))
		}
	}
	return answers
}

// judgeNames compares the names of a server with those of the servers before it on the socket.
func judgeNames(socket *nginx.Socket, s *nginx.Server, first map[string]nginx.Name) lint.Answer {
	var answers lint.Answers
	own := map[string]bool{}
	for _, n := range s.Names {
		name := strings.ToLower(n.Text)
		before, taken := first[name]
		if n.Hole || n.Kind == nginx.NoName || n.Kind == nginx.EmptyName || s.Opener == nil || s.Opener.Conditional || own[name] {
			continue
		}
		own[name] = true
		if !taken {
			first[name] = n
			continue
		}
		if before.Span == n.Span {
			continue // a file that is included twice
		}
		answers = append(answers, lint.Fail(n, "this server never answers for %s on %s: another one before it has that name", n.Text, socket.Listen.Socket()).
			About(s.Key()+"#server_name").
			With(before, "which is this one").
			Fix("one server for the name").Among(s.Block, "and this name"))
	}
	return answers
}
