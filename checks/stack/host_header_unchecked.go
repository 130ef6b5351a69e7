package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// hostHeaderUnchecked reports a Host header for Django that is made of something which the client writes freely.
//
// # Why it matters
//
// A request may name one host in its first line and another one in its Host header: nginx goes by the first, also to
// keep strange names away, and $http_host is the second. Parameters, cookies and X-Forwarded-Host are the client's
// altogether. ALLOWED_HOSTS is the only guard then; links in mails that reset passwords are made of that name.
//
// # Example
//
//	proxy_set_header Host $http_host;
//
// # Use instead
//
//	proxy_set_header Host $host;
//
// # Shown on nginx
//
//	request:   GET http://shop.example/ | Host: attacker.example
//	answer:    the application gets Host: attacker.example
//	mended:    the application gets Host: shop.example
//
// # When it stays silent
//
// When the server listens on other ports than 80 and 443, since $http_host holds the port, and where it is the default
// server of a whole configuration: every name comes to it, and $host is as free. The same holds for a server
// without a name of its own. $http_host is a note, as
// gunicorn's own example has it, and a warning where ALLOWED_HOSTS takes every name; parameters, cookies and the like
// are an error, X-Forwarded-Host behind another proxy is a warning.
func hostHeaderUnchecked() lint.Rule {
	return lint.Rule{
		ID:      "DPL541",
		Name:    "host-header-unchecked",
		Summary: "The name that Django sees is not the one that nginx chose the server by",
		Help:    "Send $host, or $host:$server_port where the port matters",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-644"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#var_host",
			"https://docs.djangoproject.com/en/stable/topics/security/#host-headers-virtual-hosting",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkHostHeaderUnchecked),
	}
}

func checkHostHeaderUnchecked(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, t := range site.AppTargets() {
		h, found := t.Outer.Headers("proxy_set_header").Get("Host")
		if found != value.True || seen[h.Source()] || !t.HTTP() {
			continue
		}
		seen[h.Source()] = true
		for name := range h.Value.Variables() {
			level, what := unchecked(site, t, strings.ToLower(name))
			if what == "" {
				continue
			}
			answers = append(answers, lint.Fail(h.Value, "Django sees %s as the site's name, and ALLOWED_HOSTS alone guards it", what).
				About(h.Key()+".Host").
				At(level).
				Fix("proxy_set_header Host $host;"))
			break
		}
	}
	return answers
}

// unchecked says what a variable holds that the client writes freely, and how bad that is.
func unchecked(site *deploy.Site, t deploy.AppTarget, name string) (level lint.Level, what string) {
	switch {
	case name == "http_host":
		for _, l := range t.Server.Listens {
			if l.Port != 80 && l.Port != 443 {
				return 0, ""
			}
		}
		if takesUnknownNames(t) {
			return 0, ""
		}
		if site.Settings != nil && takesEveryName(site.Settings) {
			return lint.Warning, "the client's Host header, which need not be the name that nginx chose the server by,"
		}
		return lint.Note, "the client's Host header, which need not be the name that nginx chose the server by,"
	case name == "http_x_forwarded_host":
		if slices.ContainsFunc(site.LiveProxies(), setsRealIP) {
			return lint.Warning, "what X-Forwarded-Host says"
		}
		return lint.Error, "what the client writes into X-Forwarded-Host"
	case strings.HasPrefix(name, "arg_"):
		return lint.Error, "a parameter of the request"
	case strings.HasPrefix(name, "cookie_"):
		return lint.Error, "a cookie of the client"
	}
	return 0, ""
}

// takesUnknownNames reports whether the target's server answers for every name that no server has, on all its sockets.
// One without a name, in a fragment whose surroundings are not known, does so too, or no client gets to it.
func takesUnknownNames(t deploy.AppTarget) bool {
	if !slices.ContainsFunc(t.Server.Names, func(n nginx.Name) bool { return n.Text != "" && n.Text != "_" }) {
		return true
	}
	if !t.Proxy.Config.Whole() {
		return false
	}
	for _, socket := range t.Proxy.Config.Sockets() {
		if slices.Contains(socket.Servers, t.Server) && socket.Default != t.Server {
			return false
		}
	}
	return true
}

// setsRealIP reports whether the configuration names a proxy before nginx that it believes.
func setsRealIP(p *deploy.Proxy) bool {
	sets := false
	p.Config.Walk(func(e nginx.Entry) bool {
		sets = sets || e.Is("set_real_ip_from")
		return !sets
	})
	return sets
}
