package stack

import (
	"slices"
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// appServerExposed reports an application server that other machines reach around nginx.
//
// # Why it matters
//
// Bound to 0.0.0.0 the application server answers the whole network on its own port. Whoever goes there meets none of
// what nginx is for: no TLS, no limits on bodies and slow clients, no blocked paths. And the headers that nginx sets, from
// X-Forwarded-Proto to X-Forwarded-For, are what the client says they are.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn --bind 0.0.0.0:8000 shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --bind 127.0.0.1:8000 shop.wsgi
//
// or a unix socket; and for a container "127.0.0.1:8000:8000" among its ports, or none.
//
// # When it stays silent
//
// In containers whose port is not published, or on 127.0.0.1 only, or before which no proxy is seen; on hosting platforms, where a router
// stands in front; when nginx runs on another machine; and when the server ends TLS itself. Without any nginx
// configuration in the repository it is a warning, since something else may stand in front, and a note where the settings
// expect TLS.
// Where the repository has no proxy and SECURE_PROXY_SSL_HEADER is set: the process then listens for a load balancer on another
// machine.
func appServerExposed() lint.Rule {
	return lint.Rule{
		ID:      "DPL504",
		Name:    "app-server-exposed",
		Summary: "Other machines reach the application server around nginx",
		Help:    "Bind the application server to 127.0.0.1 or to a unix socket",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-668"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/deploy.html",
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkAppServerExposed),
	}
}

func checkAppServerExposed(site *deploy.Site) lint.Answer {
	targets := site.AppTargets()
	far := slices.ContainsFunc(targets, func(t deploy.AppTarget) bool { return !t.Near() })
	contained := slices.ContainsFunc(site.Processes, (*deploy.Process).Contained)
	var answers lint.Answers
	for _, p := range site.Web() {
		answers = append(answers, publishedPast(p, site))
		if !onHost(p) || p.Launcher == deploy.ShellScript && contained {
			continue
		}
		for _, b := range p.Server.Binds {
			switch {
			case b.Loopback():
				answers = append(answers, lint.Pass(bindPlace(p, b), "%s listens on %s, which only this machine reaches", p.Server.Program, b).About(p.Key+"#bind"))
			case !b.Public() || far || endsTLS(p.Server):
			case len(targets) > 0:
				answers = append(answers, lint.Fail(bindPlace(p, b), "anybody reaches %s on port %s around nginx: TLS and limits are bypassed, and a client can forge X-Forwarded-Proto", p.Server.Program, b.Port).
					About(p.Key+"#bind").
					With(addressOf(targets[0]), "nginx reaches it on this machine").
					Fix("bind 127.0.0.1:%s", b.Port))
			case trustsProxy(site):
				// What ends TLS stands on another machine, which nothing in the repository tells of.
			default:
				answers = append(answers, withoutProxy(site, p, b))
			}
		}
	}
	return answers
}

// publishedPast reports a port of a container that compose publishes to everybody although a proxy stands before it.
func publishedPast(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Launcher != deploy.Compose || p.Server == nil || p.Server.Traits.Development || endsTLS(p.Server) || !slices.Contains(site.LiveServices(), p.Place) {
		return nil
	}
	proxy, fix := proxyBefore(p, site)
	if proxy == nil {
		return nil
	}
	var answers lint.Answers
	for _, port := range p.Ports {
		speaksHTTP := slices.ContainsFunc(p.Server.Binds, func(b deploy.Bind) bool { return b.Unix == "" && b.Port == port.Inside && !b.Loopback() })
		if !port.Public() || !speaksHTTP || port.Outside == "80" || port.Outside == "443" {
			continue
		}
		outside := "port " + port.Outside
		if port.Outside == "" {
			outside = "the port that Docker picks"
		}
		r := lint.Fail(port, "anybody reaches %s on %s around the proxy, and past the host's firewall: TLS and limits are bypassed, and a client can forge X-Forwarded-Proto", p.Server.Program, outside).
			About(p.Key+"#ports."+port.Inside).With(proxy, "this stands before it")
		if fix == "" {
			fix = "127.0.0.1:" + port.Outside + ":" + port.Inside
		}
		answers = append(answers, r.Fix("%s", fix))
	}
	return answers
}

// proxyBefore returns what stands before a container's server, and how it reaches that without a port that is published; "" where it
// runs on the host.
func proxyBefore(p *deploy.Process, site *deploy.Site) (proxy lint.Placed, fix string) {
	for _, other := range site.Places {
		if other == p.Place || other.Network.Stack != p.Place.Network.Stack || !other.IsProxy() && !runsProxy(site, other) {
			continue
		}
		if slices.ContainsFunc(other.Ports, func(port deploy.Port) bool { return port.Published && (port.Outside == "80" || port.Outside == "443") }) {
			return other, "remove the port: " + other.Name + " reaches " + p.Place.Name + " without it"
		}
	}
	published := func(a nginx.Address) bool {
		return a.Loopback() && slices.ContainsFunc(p.Ports, func(port deploy.Port) bool { return port.Published && port.Outside == strconv.Itoa(a.Port) })
	}
	for _, n := range site.LiveProxies() {
		for _, t := range n.Config.Targets() {
			if addresses, _ := t.Addresses(); !n.Sample && slices.ContainsFunc(addresses, published) {
				return t, ""
			}
		}
	}
	return nil, ""
}

// runsProxy reports whether nginx is what runs in a place.
func runsProxy(site *deploy.Site, place *deploy.Place) bool {
	return slices.ContainsFunc(site.Processes, func(p *deploy.Process) bool { return p.Place == place && p.Kind == deploy.ProxyProcess })
}

// trustsProxy reports whether the settings rely on what a proxy says of the client's connection.
func trustsProxy(site *deploy.Site) bool {
	if site.Settings == nil {
		return false
	}
	_, set := site.Settings.ProxySSLHeader()
	return set == value.True
}

// withoutProxy makes the finding where the repository holds no proxy. Settings that expect TLS speak for one elsewhere.
func withoutProxy(site *deploy.Site, p *deploy.Process, b deploy.Bind) lint.Result {
	level := lint.Warning
	if site.Settings != nil && site.Settings.ExpectsTLS() == value.True {
		level = lint.Note
	}
	return lint.Fail(bindPlace(p, b), "anybody reaches %s on port %s: it has no TLS, and slow clients keep its workers busy", p.Server.Program, b.Port).
		About(p.Key+"#bind").
		At(level).
		Fix("bind 127.0.0.1:%s, with a proxy such as nginx in front", b.Port)
}

// onHost reports whether a process certainly serves on the machine itself, where a public address is reached from
// outside. Django's development server has a rule of its own.
func onHost(p *deploy.Process) bool {
	if p.Server != nil && p.Place != nil && p.Place.Network.Mode == deploy.OfHost && p.Launcher == deploy.Compose {
		return !p.Server.Traits.Development
	}
	if p.Server == nil || p.Contained() || p.Server.Traits.Development {
		return false
	}
	switch p.Launcher {
	case deploy.Supervisor, deploy.Systemd, deploy.ShellScript:
		return true
	default:
		return false
	}
}

// endsTLS reports whether the server itself may have a certificate.
func endsTLS(s *deploy.Server) bool {
	for _, option := range []string{"certfile", "ssl_certfile", "ssl-certfile", "https"} {
		if v, given := s.Options.Given(option); given && v.Truth() != value.False {
			return true
		}
	}
	return false
}
