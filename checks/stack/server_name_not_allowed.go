package stack

import (
	"net/netip"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// serverNameNotAllowed reports a name of the site that Django refuses to answer to.
//
// # Why it matters
//
// nginx takes requests for the name and hands them on; Django finds it missing from ALLOWED_HOSTS and answers 400 Bad
// Request. The site is down under that name.
//
// # Example
//
//	server_name shop.example www.shop.example;
//
//	ALLOWED_HOSTS = ["shop.example"]
//
// # Use instead
//
//	ALLOWED_HOSTS = ["shop.example", "www.shop.example"]
//
// # When it stays silent
//
// For patterns, placeholders such as example.com and names without a dot; when nginx redirects the name or sends another
// Host header; and when an element of ALLOWED_HOSTS is not known. It is a warning where other names of the same server are
// accepted, and where ALLOWED_HOSTS is a default in the code that production may replace.
func serverNameNotAllowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL508",
		Name:    "server-name-not-allowed",
		Summary: "nginx takes requests for a name that ALLOWED_HOSTS refuses",
		Help:    "Add the name to ALLOWED_HOSTS, or take it out of server_name",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://nginx.org/en/docs/http/server_names.html",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkServerNameNotAllowed),
	}
}

func checkServerNameNotAllowed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	allowed := s.Get("ALLOWED_HOSTS")
	if allowed.Truth() == value.False {
		return nil // no name at all is accepted, which is another rule's
	}
	var answers lint.Answers
	for _, server := range site.AppServers() {
		if server.Proxy.Sample || !passesName(site, server) {
			continue
		}
		var refused []nginx.Name
		accepted := 0
		for _, n := range server.Names {
			switch {
			case !isRealName(n) || redirectsName(server.Server, n.Text):
			case deploy.AllowsHost(allowed, n.Text) == value.True:
				accepted++
			case deploy.AllowsHost(allowed, n.Text) == value.False:
				refused = append(refused, n)
			}
		}
		for _, n := range refused {
			r := lint.Fail(n, "every request for %s is answered 400: ALLOWED_HOSTS does not name it", n.Text).
				About(server.Key()+"#server_name."+strings.ToLower(n.Text)).
				With(allowed, "ALLOWED_HOSTS is set here").
				Fix("add %q to ALLOWED_HOSTS", strings.ToLower(n.Text))
			if variable, fallback := deploy.Fallback(allowed); fallback {
				r = r.UnlessSet(variable)
				r = r.At(lint.Warning)
			}
			if accepted > 0 {
				r = r.At(lint.Warning)
			}
			answers = append(answers, r)
		}
		if len(refused) == 0 && accepted > 0 {
			answers = append(answers, lint.Pass(server, "ALLOWED_HOSTS accepts the names of the server").About(server.Key()+"#server_name"))
		}
	}
	return answers
}

// passesName reports whether Django sees the name that the client asked for, in at least one location of the server. A
// location for WebSockets does not count: Channels does not ask ALLOWED_HOSTS.
func passesName(site *deploy.Site, server deploy.AppServer) bool {
	return slices.ContainsFunc(server.Targets, func(t deploy.AppTarget) bool {
		switch {
		case t.WebSocket():
			return false
		case !t.HTTP():
			return t.Protocol == "uwsgi" // the parameters hold the client's header
		}
		headers := t.Outer.Headers("proxy_set_header")
		name := "Host"
		if site.Settings.Get("USE_X_FORWARDED_HOST").Truth() != value.False {
			if _, set := headers.Get("X-Forwarded-Host"); set != value.False {
				name = "X-Forwarded-Host"
			}
		}
		h, found := headers.Get(name)
		return found == value.True && (h.Value.Uses("host") || h.Value.Uses("http_host"))
	})
}

// isRealName reports whether a server name is one that clients ask for, and not a pattern or a placeholder.
func isRealName(n nginx.Name) bool {
	if _, literal := n.Literal(); !literal || n.Kind != nginx.ExactName {
		return false
	}
	name := strings.ToLower(n.Text)
	if deploy.HostName(name) != strings.TrimSuffix(name, ".") || !strings.Contains(name, ".") {
		return false
	}
	if ip, err := netip.ParseAddr(name); err == nil {
		return ip.IsGlobalUnicast() && !ip.IsPrivate()
	}
	for _, end := range []string{"example.com", "example.org", "example.net", "domain.com", "domain.tld", "site.com", "localhost", ".local", ".internal", ".test"} {
		if name == end || strings.HasSuffix(name, "."+strings.TrimPrefix(end, ".")) {
			return false
		}
	}
	for _, part := range []string{"your", "changeme", "change-me", "mydomain", "mysite", "yoursite", "placeholder"} {
		if strings.Contains(name, part) {
			return false
		}
	}
	return true
}

// redirectsName reports whether an if of the server may send requests for the name elsewhere before they reach Django.
func redirectsName(s *nginx.Server, name string) bool {
	for _, e := range s.All("if") {
		c, ok := nginx.Condition(e.Directive)
		if !ok || e.Inner == nil || c.Variable != "host" && c.Variable != "http_host" && c.Variable != "server_name" {
			continue
		}
		if _, leaves := e.Inner.First("return", "rewrite"); !leaves {
			continue
		}
		same := strings.EqualFold(c.Value.Text, name)
		if c.Operator == "=" && same || c.Operator == "!=" && !same || strings.Contains(c.Operator, "~") {
			return true
		}
	}
	return false
}
