package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
)

// redirectInjectsHeaders reports a redirect or an added header that holds the path of the request in its decoded form.
//
// # Why it matters
//
// In $uri and $document_uri, and in what a location's regular expression captures, nginx has resolved the escapes:
// %0d%0a in the request's path is a line end there. In the Location header it ends the header, and what follows is a
// header of its own. Who clicks on such a link gets a cookie of the attacker's, or a page of the attacker's on your
// domain.
//
// # Example
//
//	return 301 https://shop.example$uri;
//
// # Use instead
//
//	return 301 https://shop.example$request_uri;
//
// # Shown on nginx
//
//	request:   GET /x%0d%0aX-Injected:%20yes
//	answer:    301, X-Injected: yes
//	mended:    301, no X-Injected
//
// # When it stays silent
//
// In locations whose path is fixed (=) or whose regular expression takes no line end; for captures that cannot hold
// one, such as (.*); and for captures in a rewrite, which nginx escapes again.
func redirectInjectsHeaders() lint.Rule {
	return lint.Rule{
		ID:      "DPL313",
		Name:    "redirect-injects-headers",
		Summary: "A redirect or header repeats the decoded path, so that a link can add headers to the answer",
		Help:    "Use $request_uri, which is as the client sent it, in place of $uri",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-113"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_uri",
			"https://owasp.org/www-community/attacks/HTTP_Response_Splitting",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkRedirectInjectsHeaders),
	}
}

func checkRedirectInjectsHeaders(d nginx.InServer, _ *deploy.Site) lint.Answer {
	w, what := repeated(d.Entry)
	if what == "" || d.Location != nil && !takesLineEnds(d.Location) {
		return nil
	}
	for name := range w.Variables() {
		if !holdsLineEnd(name, d.Location, d.Entry) {
			continue
		}
		return lint.Fail(w, "a link with %%0d%%0a in its path adds headers of the attacker's to the answer: $%s is decoded, and %s repeats it", name, what).
			About(d.Key()).
			Fix("%s", strings.NewReplacer("$document_uri", "$request_uri", "$uri", "$request_uri").Replace(d.Span.Text())).Among(d.Server.Block, "here too")
	}
	return nil
}

// repeated returns the word of a directive that becomes a header of the answer, and what that header is.
func repeated(e nginx.Entry) (w syntax.Word, what string) {
	switch {
	case e.Is("return") && len(e.Args) == 1:
		return e.Arg(0), "the redirect"
	case e.Is("return") && strings.HasPrefix(e.Arg(0).Text, "3"):
		return e.Arg(1), "the redirect"
	case e.Is("rewrite") && (strings.Contains(e.Arg(1).Text, "://") || e.Arg(2).Text == "redirect" || e.Arg(2).Text == "permanent"):
		return e.Arg(1), "the redirect"
	case e.Is("add_header"):
		return e.Arg(1), "the header"
	}
	return syntax.Word{}, ""
}

// takesLineEnds reports whether a request for the location may have a line end in its path.
func takesLineEnds(l *nginx.Location) bool {
	if l.Modifier == "=" {
		return false
	}
	if !l.IsRegex() {
		return true
	}
	p, ok := pcre.Parse("("+l.Path+")", l.Modifier == "~*")
	return ok && (!p.Begins() || !p.Ends() || p.MayHold(1, '\n'))
}

// holdsLineEnd reports whether the variable may hold a line end at the directive.
func holdsLineEnd(name string, l *nginx.Location, e nginx.Entry) bool {
	if name == "uri" || name == "document_uri" {
		return true
	}
	if l == nil || !l.IsRegex() || e.Is("rewrite") || e.Outer != l.Block {
		return false
	}
	if _, again := l.First("rewrite"); again {
		return false // its captures have replaced those of the location
	}
	p, ok := pcre.Parse(l.Path, l.Modifier == "~*")
	return ok && p.MayHold(p.Group(name), '\n')
}
