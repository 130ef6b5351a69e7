package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// upstreamMismatch reports nginx sending requests to an address on which nobody listens.
//
// # Why it matters
//
// The port or the socket was changed on one side only. nginx is refused, and every request is answered 502 Bad Gateway.
//
// # Example
//
//	proxy_pass http://127.0.0.1:8001;
//
//	command=/srv/shop/venv/bin/gunicorn --bind 127.0.0.1:8000 shop.wsgi
//
// # Use instead
//
//	proxy_pass http://127.0.0.1:8000;
//
// # When it stays silent
//
// When an address on either side holds a variable, when a container or a socket unit may stand between the two, and when
// nginx leads to several addresses or to another machine: only a certain mismatch is reported.
func upstreamMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL503",
		Name:    "upstream-mismatch",
		Summary: "nginx sends requests to an address on which the application server does not listen",
		Help:    "Let proxy_pass or the upstream name the address that the application server binds",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
			"https://docs.gunicorn.org/en/stable/settings.html#bind",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkUpstreamMismatch),
	}
}

func checkUpstreamMismatch(site *deploy.Site) lint.Answer {
	targets := site.AppTargets()
	var matched lint.Answers
	for _, t := range targets {
		if t.Process != nil {
			matched = append(matched, lint.Pass(addressOf(t), "%s listens on %s", t.Process.Server.Program, t.Bind).About(t.Key()))
		}
	}
	if len(matched) > 0 {
		return matched
	}
	address, t, ok := onlyAddress(targets)
	if !ok || t.Proxy.Sample {
		return nil
	}
	web := site.Web()
	for _, p := range web {
		if _, reached := p.Reached(address); reached != value.False || p.Container != web[0].Container {
			return nil
		}
	}
	if len(web) == 0 || !web[0].Container && !address.Loopback() {
		return nil
	}
	first := web[0]
	bind := first.Server.Binds[0]
	r := lint.Fail(address, "every request is answered 502: nginx sends to %s but %s listens on %s", address, first.Server.Program, bind).
		About(t.Key()).
		Fix("%s", passTo(bind, inUpstream(address, t)))
	for _, p := range web {
		for _, b := range p.Server.Binds {
			if b.Default {
				r = r.With(bindPlace(p, b), "%s starts here, and listens on %s by default", p.Name, b)
			} else {
				r = r.With(bindPlace(p, b), "%s listens on %s", p.Name, b)
			}
		}
	}
	return r
}

// onlyAddress returns the one address that all targets lead to, with the first of them.
func onlyAddress(targets []deploy.AppTarget) (nginx.Address, deploy.AppTarget, bool) {
	var only nginx.Address
	for i, t := range targets {
		addresses, known := t.Addresses()
		if !known || len(addresses) != 1 || i > 0 && addresses[0].String() != only.String() {
			return nginx.Address{}, deploy.AppTarget{}, false
		}
		if i == 0 {
			only = addresses[0]
		}
	}
	if len(targets) == 0 {
		return nginx.Address{}, deploy.AppTarget{}, false
	}
	return only, targets[0], true
}

// inUpstream reports whether an address is that of a server in the target's upstream.
func inUpstream(address nginx.Address, t deploy.AppTarget) bool {
	return t.Upstream != nil && address.Source() != t.Address.Source()
}

// passTo says what to write in the place of the address.
func passTo(b deploy.Bind, upstream bool) string {
	address := b.String()
	if b.Public() {
		address = "127.0.0.1:" + b.Port
	}
	switch {
	case upstream && b.Unix != "":
		return "server unix:" + b.Unix + ";"
	case upstream:
		return "server " + address + ";"
	case b.Unix != "":
		return "send to http://unix:" + b.Unix
	default:
		return "send to " + address
	}
}
