package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// ifInLocation reports an if in a location that holds more than a return or a rewrite to elsewhere.
//
// # Why it matters
//
// if is no branch: where the condition holds, nginx answers in the block of the if, as in a location of its own.
// try_files is not inherited by it, add_header of the location is gone as soon as the if has one, and of two if blocks
// the last alone has effect.
//
// # Example
//
//	location / {
//	    try_files $uri @django;
//	    if ($http_cookie ~ sessionid) { set $logged_in 1; }
//	}
//
// # Use instead
//
//	map $http_cookie $logged_in { default 0; ~sessionid 1; }
//	location / { try_files $uri @django; }
//
// # Shown on nginx
//
//	request:   GET /page | Cookie: sessionid=1
//	answer:    404
//	mended:    200
//
// # When it stays silent
//
// For if in the server, when the if ends in return or in a rewrite that leaves the location, and for the one if of a
// location that hands on what is no file: what the location sets is in effect there too. It is a note where neither
// try_files nor a header is known to be lost.
func ifInLocation() lint.Rule {
	return lint.Rule{
		ID:      "DPL326",
		Name:    "if-in-location",
		Summary: "An if in a location switches off other directives of the location",
		Help:    "Use return or rewrite in if and nothing else, or a map and a location of its own",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if",
			"https://web.archive.org/web/20230331003128/https://www.nginx.com/resources/wiki/start/topics/depth/ifisevil/",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkIfInLocation),
	}
}

func checkIfInLocation(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("if") || d.Inner == nil || d.Inner.Context != syntax.LocationIfContext || d.Location == nil || d.Outer != d.Location.Block || leaves(d.Inner) {
		return nil
	}
	lost, what := lostByIf(d.Location, d.Entry)
	if what == "" && (isHarmless(d.Inner) || handsOn(d.Inner) && isOnlyIf(d.Location)) {
		return nil
	}
	if what == "" {
		return lint.Fail(d, "where the condition holds, nginx answers in the if as in a location of its own, and not all of %s is in effect there", nameOf(d.Location)).
			About(d.Key()).
			At(lint.Note).
			Fix("a map for the value, or an error_page that leads to a named location").Among(d.Location.Block, "and this one")
	}
	return lint.Fail(d, "where the condition holds, %s of %s is without effect", what, nameOf(d.Location)).
		About(d.Key()).
		With(lost, "which is here").
		Fix("a map for the value, or an error_page that leads to a named location").Among(d.Location.Block, "and this one")
}

// leaves reports whether the block ends the request or leads it out of the location.
func leaves(b *nginx.Block) bool {
	for _, e := range b.Entries {
		if e.Is("return") || e.Is("rewrite") && (e.Arg(2).Text != "break" || strings.Contains(e.Arg(1).Text, "://")) {
			return true
		}
	}
	return false
}

// lostByIf returns a directive of the location that has no effect where the condition holds, and what to call it.
func lostByIf(l *nginx.Location, e nginx.Entry) (lost nginx.Entry, what string) {
	if t, ok := l.First("try_files"); ok {
		return t, "try_files"
	}
	added, ok := e.Inner.First("add_header")
	if !ok {
		return nginx.Entry{}, ""
	}
	for _, h := range l.Headers("add_header").List {
		if len(e.Inner.Headers("add_header").All(h.Name.Text)) == 0 && h.Directive != added.Directive {
			return h.Entry, "add_header " + h.Name.Text
		}
	}
	return nginx.Entry{}, ""
}

// handsOn reports whether the block hands the request to the application and does nothing else. The headers and timeouts
// for that cannot stand in an if, so that those of the location are in effect.
func handsOn(b *nginx.Block) bool {
	for _, e := range b.Entries {
		if !e.Is("proxy_pass", "uwsgi_pass", "fastcgi_pass", "break") {
			return false
		}
	}
	return true
}

// isOnlyIf reports whether the location has no second if, which may take the place of the first one.
func isOnlyIf(l *nginx.Location) bool { return len(l.All("if")) == 1 }

// isHarmless reports whether the block holds nothing but what works in an if.
func isHarmless(b *nginx.Block) bool {
	for _, e := range b.Entries {
		if !e.Is("set", "break", "rewrite", "add_header", "access_log", "expires", "limit_rate", "client_max_body_size") {
			return false
		}
	}
	return true
}
