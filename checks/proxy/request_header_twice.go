package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// requestHeaderTwice reports a header that is set by two proxy_set_header in effect in one block.
//
// # Why it matters
//
// nginx sends both. gunicorn joins them by a comma: Django sees the host "shop.example,shop.example", which is no name,
// and answers every request 400. The second one often comes with include proxy_params.
//
// # Example
//
//	include proxy_params;
//	proxy_set_header Host $host;
//
// # Use instead
//
//	include proxy_params;
//
// # Shown on nginx
//
//	request:   GET / | Host: shop.example
//	answer:    the application gets Host: shop.example and Host: shop.example
//	mended:    the application gets Host: shop.example
//
// # When it stays silent
//
// Where a template decides which of the two is there, and for headers that may well come several times, such as Cookie.
// It is an error for Host, and a note for headers that Django reads as a list.
func requestHeaderTwice() lint.Rule {
	return lint.Rule{
		ID:      "DPL348",
		Name:    "request-header-twice",
		Summary: "nginx sends one header twice to the application",
		Help:    "Set the header once; proxy_params already holds Host and the X-Forwarded headers",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://sources.debian.org/src/nginx/latest/debian/conf/proxy_params/",
			"https://github.com/benoitc/gunicorn/blob/master/gunicorn/http/wsgi.py",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkRequestHeaderTwice),
	}
}

func checkRequestHeaderTwice(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	headers := t.Outer.Headers("proxy_set_header")
	if !t.HTTP() || headers.Scope == nil {
		return nil
	}
	var answers lint.Answers
	first := map[string]nginx.Header{}
	for _, h := range headers.List {
		name := strings.ToLower(h.Name.Text)
		before, there := first[name]
		if h.Conditional || h.Name.Hole || h.Value.Text == "" {
			continue
		}
		if first[name] = h; !there {
			continue
		}
		// Where one of the two comes with an include, the other one is what a person would remove.
		at, other := h, before
		if at.Builtin && !other.Builtin {
			at, other = other, at
		}
		answers = append(answers, sentTwice(at, other).Among(headers.Scope, "and this one"))
	}
	return answers
}

func sentTwice(at, other nginx.Header) lint.Result {
	name := at.Name.Text
	r := lint.Fail(at, "nginx sends %s twice, and the application gets both", name).
		About(at.Key()+"."+name).
		With(other, "the other one").
		Fix("proxy_set_header %s once", name)
	switch strings.ToLower(name) {
	case "host":
		r.Message = "nginx sends Host twice: gunicorn joins the two by a comma, and Django answers every request 400"
		return r.At(lint.Error)
	case "x-forwarded-for", "x-real-ip", "connection", "upgrade":
		return r.At(lint.Note)
	}
	return r
}
