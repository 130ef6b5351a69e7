package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// clientAddressLost reports nginx passing on neither X-Forwarded-For nor X-Real-IP.
//
// # Why it matters
//
// For Django every request comes from 127.0.0.1. A lock on logins by address locks all users out at once, and a client
// that sends X-Forwarded-For itself has the application believe it.
//
// # Example
//
//	proxy_set_header Host $host;
//	proxy_pass http://127.0.0.1:8000;
//
// # Use instead
//
//	proxy_set_header Host $host;
//	proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
//	proxy_pass http://127.0.0.1:8000;
//
// # Shown on nginx
//
//	request:   GET / | X-Forwarded-For: 203.0.113.9
//	answer:    the application gets X-Forwarded-For: 203.0.113.9
//	mended:    the application gets X-Forwarded-For: 203.0.113.9, 127.0.0.1
//
// # When it stays silent
//
// With uwsgi_pass, which passes the address on by itself, for WebSockets alone and in locations of their own where
// nobody logs in, and when an include may set the header. It is a warning where the settings hold an app that goes by
// the address (axes, defender, ratelimit, REST framework's throttling).
func clientAddressLost() lint.Rule {
	return lint.Rule{
		ID:      "DPL544",
		Name:    "client-address-lost",
		Summary: "Django does not learn the client's address from nginx",
		Help:    "Add proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for",
		Level:   lint.Note,
		Tags:    []string{"security", "observability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#var_proxy_add_x_forwarded_for",
			"https://docs.djangoproject.com/en/stable/ref/request-response/#django.http.HttpRequest.META",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkClientAddressLost),
	}
}

func checkClientAddressLost(server deploy.AppServer, site *deploy.Site) lint.Answer {
	var without []deploy.AppTarget
	for _, t := range server.Targets {
		if t.HTTP() && !t.WebSocket() && usesAddress(t) && lacksAddress(t) {
			without = append(without, t)
		}
	}
	if len(without) == 0 {
		return nil
	}
	r := lint.Fail(without[0].Entry, "Django takes every request for one from nginx's own address, unless the client sends X-Forwarded-For itself").
		About(without[0].Outer.Key() + "#proxy_set_header.X-Forwarded-For").
		Fix("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;")
	if app, uses := goesByAddress(site); uses {
		r = r.At(lint.Warning).With(app, "which goes by the client's address")
	}
	return alsoIn(dropped(r, without[0], "X-Forwarded-For"), without[1:])
}

// usesAddress reports whether the target answers for pages on which somebody's address matters: all of the site, or a part
// where people log in.
func usesAddress(t deploy.AppTarget) bool {
	if t.Location == nil || t.Location.IsNamed() || t.Location.Inferred || t.Location.Path == "/" {
		return true
	}
	for _, part := range []string{"api", "admin", "account", "auth", "login"} {
		if strings.Contains(t.Location.Path, part) {
			return true
		}
	}
	return false
}

// lacksAddress reports whether no header that is certainly in effect tells the client's address.
func lacksAddress(t deploy.AppTarget) bool {
	headers := t.Outer.Headers("proxy_set_header")
	for _, h := range headers.List {
		if h.Value.Uses("remote_addr") || h.Value.Uses("proxy_add_x_forwarded_for") || h.Value.Uses("realip_remote_addr") || h.Value.Uses("proxy_protocol_addr") ||
			h.Value.Uses("http_cf_connecting_ip") || h.Value.Uses("http_x_forwarded_for") || h.Value.Uses("http_x_real_ip") || h.Hole() {
			return false
		}
	}
	return headers.Complete
}

// goesByAddress returns the setting that brings in something which goes by the client's address.
func goesByAddress(site *deploy.Site) (from value.Value, uses bool) {
	if site.Settings == nil {
		return value.Value{}, false
	}
	for _, app := range []string{"axes", "defender", "django_ratelimit", "ratelimit", "ipware"} {
		if site.Settings.App(app) == value.True {
			return site.Settings.Get("INSTALLED_APPS"), true
		}
	}
	rates := site.Settings.Get("REST_FRAMEWORK").At("DEFAULT_THROTTLE_RATES")
	return rates, rates.Known() && len(rates.Keys()) > 0
}
