package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// hostWithUnderscore reports a service that others call by a name with an underscore, which Django refuses.
//
// # Why it matters
//
// The name of a compose service is the host that other containers ask for. A host name has no underscore, so Django answers each of
// their requests 400 before it looks at ALLOWED_HOSTS: neither the name nor "*" in there helps, and visitors, who come by another
// name, notice nothing.
//
// # Example
//
//	services:
//	  shop_web:
//	    build: .
//	  mailer:
//	    environment:
//	      SHOP_URL: http://shop_web:8000/api/
//
// # Use instead
//
//	services:
//	  shop-web:
//	    build: .
//	  mailer:
//	    environment:
//	      SHOP_URL: http://shop-web:8000/api/
//
// or an alias without underscore, under networks
//
// # When it stays silent
//
// When nobody is seen to call the service by that name; for what a proxy is told, which asks for the host that its own client asked
// for (nginx without proxy_set_header Host is another rule's); and when a middleware of another package may answer before Django's
// CommonMiddleware.
func hostWithUnderscore() lint.Rule {
	return lint.Rule{
		ID:      "DPL573",
		Name:    "host-with-underscore",
		Summary: "Containers call Django by a name with an underscore, which it never accepts",
		Help:    "Rename the service, or give it an alias without underscore",
		Level:   lint.Error,
		Tags:    []string{"availability", "compose"},
		Links: []string{
			"https://github.com/django/django/blob/main/django/http/request.py",
			"https://docs.docker.com/reference/compose-file/services/#aliases",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkHostWithUnderscore),
	}
}

func checkHostWithUnderscore(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Server == nil || p.Settings == nil || p.Place == nil || p.Place.Kind != deploy.Container {
		return nil
	}
	var refused []deploy.Call
	for _, c := range site.Calls(p.Place) {
		if strings.Contains(c.Host, "_") && p.Settings.RefusesHost(c.Host) == value.True && listensOn(p.Server, c.Port) {
			refused = append(refused, c)
		}
	}
	if len(refused) == 0 {
		return nil
	}
	host := refused[0].Host
	r := lint.Fail(p.Place, "Django answers 400 to the host %s, by which %s asks for pages: a name with an underscore is never valid, whatever ALLOWED_HOSTS says",
		host, caller(refused[0])).About(p.Place.Key + "#host." + host)
	for _, c := range refused[:min(len(refused), 5)] {
		r = r.With(c, "%s calls it here", caller(c))
	}
	for _, n := range p.Place.Network.Names {
		if !strings.Contains(n.Name, "_") {
			return r.Fix("call it by its other name: http://%s:%s", n.Name, refused[0].Port)
		}
	}
	return r.Fix("rename the service to %s, or give it that alias: networks: {default: {aliases: [%[1]s]}}, and call it so", strings.Trim(strings.ReplaceAll(host, "_", "-"), "-"))
}

// caller names who calls.
func caller(c deploy.Call) string {
	if c.By == "the health check" {
		return c.By
	}
	return c.From.Name
}

// listensOn reports whether a server listens on a port, or may.
func listensOn(s *deploy.Server, port string) bool {
	if port == "" {
		port = "80"
	}
	return slices.ContainsFunc(s.Binds, func(b deploy.Bind) bool { return !b.Known || b.Unix == "" && b.Port == port })
}
