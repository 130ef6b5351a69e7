package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// placeholderLeft reports example.com, /path/to/ and the like, which guides hold in place of your own.
//
// # Why it matters
//
// nginx does not know that it is an example. A server for example.com answers for nobody, a certificate in /path/to/
// keeps nginx from starting, and Debian's snakeoil certificate is one that no browser trusts.
//
// # Example
//
//	ssl_certificate /path/to/fullchain.pem;
//
// # Use instead
//
//	ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
//
// # Shown on nginx
//
//	request:   nginx -t
//	answer:    [emerg] cannot load certificate "/path/to/fullchain.pem"
//	mended:    syntax is ok
//
// # When it stays silent
//
// In files that their name calls an example. For a server name it is a note, since the file may be meant to be edited.
func placeholderLeft() lint.Rule {
	return lint.Rule{
		ID:      "DPL337",
		Name:    "placeholder-left",
		Summary: "A name or path in nginx's configuration is still the example's",
		Help:    "Put your own name or path in",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://www.rfc-editor.org/rfc/rfc2606",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkPlaceholderLeft),
	}
}

func checkPlaceholderLeft(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if p.Sample {
		return answers
	}
	p.Config.Walk(func(e nginx.Entry) bool {
		if e.Builtin || !e.Is("server_name", "ssl_certificate", "root", "alias", "proxy_pass", "server") || e.Inner != nil {
			return true
		}
		for _, w := range e.Args {
			what := placeholder(e, w)
			if what == "" {
				continue
			}
			r := lint.Fail(w, "%s", what).About(e.Key()).Fix("your own in place of %s", w.Text).Among(p.Config.Top, "and this")
			if e.Is("server_name") {
				r = r.At(lint.Note)
			}
			answers = append(answers, r)
		}
		return true
	})
	return answers
}

// placeholder says what is wrong with a word that was copied from a guide, "" for another word.
func placeholder(e nginx.Entry, w syntax.Word) string {
	text := strings.ToLower(w.Text)
	switch {
	case e.Is("server_name"):
		name := strings.TrimPrefix(strings.TrimPrefix(text, "*"), ".")
		for _, example := range []string{"example.com", "example.org", "example.net", "your-domain.com", "yourdomain.com", "your_domain.com", "mydomain.com", "domain.com", "yoursite.com", "your_domain", "your-domain", "yourdomain", "your_server_ip", "server_domain_or_ip", "your.domain.com"} {
			if name == example || strings.HasSuffix(name, "."+example) && strings.Contains(example, ".") {
				return "the server answers for " + w.Text + ", which is the name of an example"
			}
		}
	case strings.HasPrefix(text, "/path/to/"), strings.Contains(text, "unix:/path/to/"):
		return w.Text + " is the path of an example: there is nothing"
	case strings.Contains(text, "snakeoil"):
		return "the certificate is the one that Debian makes for tests: no browser trusts it"
	}
	return ""
}
