package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// cacheSharesVisitors reports a cache of nginx that gives one visitor the cookies or the pages of another.
//
// # Why it matters
//
// nginx does not store an answer that sets a cookie, and stores one answer for each Cookie header where Django says Vary:
// Cookie, as it does on every page that looked at the session. proxy_ignore_headers takes both away, and is copied from guides on
// caching because without it "nothing is cached". Then the first visitor's session cookie goes out to everybody with the stored
// page, or the page of whoever was logged in.
//
// # Example
//
//	location / {
//	    proxy_cache shop;
//	    proxy_cache_valid 200 10m;
//	    proxy_ignore_headers Set-Cookie Vary;
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # Use instead
//
//	location / {
//	    proxy_cache shop;
//	    proxy_cache_valid 200 10m;
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # When it stays silent
//
// Where proxy_no_cache keeps some answers out, since it can look at cookies; where proxy_cache_key holds the cookies; where
// proxy_cache_valid gives answers no time to be kept; and where only Set-Cookie is ignored and proxy_hide_header takes it out of
// the answer. It is a warning where only Set-Cookie is ignored: Django's pages still differ by their cookies.
func cacheSharesVisitors() lint.Rule {
	return lint.Rule{
		ID:      "DPL549",
		Name:    "cache-shares-visitors",
		Summary: "nginx's cache gives visitors the cookies or pages of others",
		Help:    "Leave Set-Cookie and Vary out of proxy_ignore_headers where nginx caches what Django answers",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-524"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ignore_headers",
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid",
			"https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-sessions-in-views",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkCacheSharesVisitors),
	}
}

func checkCacheSharesVisitors(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	module, _, _ := strings.Cut(t.Name.Text, "_pass") // proxy_pass and uwsgi_pass have the same directives
	block := t.Outer
	cache, cached := block.InEffect(module + "_cache")
	ignored, ignores := block.InEffect(module + "_ignore_headers")
	if cached != value.True || cache.Arg(0).Text == "off" || ignores != value.True || tellsVisitorsApart(block, module) {
		return nil
	}
	where := t.Where()
	switch vary, cookie := namesHeader(ignored, "Vary"), namesHeader(ignored, "Set-Cookie"); {
	case vary:
		return lint.Fail(ignored, "the cache keeps one page for all visitors of %s: who comes next sees that of whoever was logged in", where).
			About(ignored.Key()).With(cache, "what Django answers is cached here").Fix("leave Vary and Set-Cookie out of %s_ignore_headers", module).
			Among(ignored.Source(), "here too")
	case cookie && !hidesCookie(block, module):
		return lint.Fail(ignored, "the cache keeps answers to %s with the cookies they set: several visitors get one session", where).
			About(ignored.Key()).With(cache, "what Django answers is cached here").Fix("leave Set-Cookie out of %s_ignore_headers", module).
			At(lint.Warning).Among(ignored.Source(), "here too")
	}
	return nil
}

// tellsVisitorsApart reports whether the cache may keep nothing of what is for one visitor only.
func tellsVisitorsApart(b *nginx.Block, module string) bool {
	except, complete := b.AllInEffect(module + "_no_cache")
	valid, _ := b.AllInEffect(module + "_cache_valid")
	key, _ := b.InEffect(module + "_cache_key")
	return len(except) > 0 || !complete || len(valid) == 0 || key.Directive != nil && strings.Contains(key.Arg(0).Text, "cookie")
}

// namesHeader reports whether a directive names a header.
func namesHeader(e nginx.Entry, header string) bool {
	return slices.ContainsFunc(e.Args, func(w syntax.Word) bool { return strings.EqualFold(w.Text, header) })
}

// hidesCookie reports whether clients may not get the cookies that Django sets.
func hidesCookie(b *nginx.Block, module string) bool {
	hidden, complete := b.AllInEffect(module + "_hide_header")
	return !complete || slices.ContainsFunc(hidden, func(e nginx.Entry) bool { return namesHeader(e, "Set-Cookie") })
}
