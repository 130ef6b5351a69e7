package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// contentTypeTwice reports add_header Content-Type, which does not replace the header that is there.
//
// # Why it matters
//
// nginx sets Content-Type by itself, or passes on the application's. add_header puts another one beside it, and which
// of the two a browser or a proxy goes by is anybody's guess.
//
// # Example
//
//	location = /health {
//	    add_header Content-Type text/plain;
//	    return 200 ok;
//	}
//
// # Use instead
//
//	location = /health {
//	    default_type text/plain;
//	    return 200 ok;
//	}
//
// # Shown on nginx
//
//	request:   GET /health
//	answer:    Content-Type: text/plain and Content-Type: text/html
//	mended:    Content-Type: text/html
//
// # When it stays silent
//
// When proxy_hide_header or its kin removes the application's header.
func contentTypeTwice() lint.Rule {
	return lint.Rule{
		ID:      "DPL327",
		Name:    "content-type-twice",
		Summary: "add_header Content-Type adds a second Content-Type",
		Help:    "Use default_type, with an empty types block where a file's ending must not count",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#default_type",
			"https://www.rfc-editor.org/rfc/rfc9110#section-8.3",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkContentTypeTwice),
	}
}

func checkContentTypeTwice(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("add_header") || !strings.EqualFold(d.Arg(0).Text, "Content-Type") || hidesContentType(d.Outer) {
		return nil
	}
	return lint.Fail(d, "the answer has two Content-Type headers: add_header does not replace the one that is there").
		About(d.Key()).
		Fix("default_type %s;", d.Arg(1).Span.Text()).Among(d.Server.Block, "here too")
}

// hidesContentType reports whether the application's header is removed in the block or around it.
func hidesContentType(b *nginx.Block) bool {
	for ; b != nil; b = b.Parent {
		for _, e := range b.All("proxy_hide_header", "fastcgi_hide_header", "uwsgi_hide_header", "scgi_hide_header", "grpc_hide_header") {
			if strings.EqualFold(e.Arg(0).Text, "Content-Type") {
				return true
			}
		}
	}
	return false
}
