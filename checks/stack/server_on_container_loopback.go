package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// serverOnContainerLoopback reports an application server that listens on the loopback of its container, where nobody else reaches
// it.
//
// # Why it matters
//
// Each container has a loopback of its own. What listens on 127.0.0.1 there, as gunicorn and uvicorn do unless they are told
// otherwise, is reached by nothing outside of the container: neither through a published port nor by a proxy in another container nor
// by Kubernetes. Connections are refused or reset, and the proxy answers 502.
//
// # Example
//
//	web:
//	  build: .
//	  command: gunicorn --bind 127.0.0.1:8000 shop.wsgi
//	  ports: ["127.0.0.1:8000:8000"]
//
// # Use instead
//
//	web:
//	  build: .
//	  command: gunicorn --bind 0.0.0.0:8000 shop.wsgi
//	  ports: ["127.0.0.1:8000:8000"]
//
// # When it stays silent
//
// With network_mode: host; when a proxy may run in the same container; when nothing is seen to come from outside; and for what nginx
// is told, which is another rule's. It is a warning where only EXPOSE says that others shall come.
func serverOnContainerLoopback() lint.Rule {
	return lint.Rule{
		ID:      "DPL574",
		Name:    "server-on-container-loopback",
		Summary: "The application server listens on its container's own loopback, where nobody else reaches it",
		Help:    "Bind 0.0.0.0 in a container; who reaches the port is what ports: decides",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.docker.com/engine/network/#published-ports",
			"https://docs.gunicorn.org/en/stable/settings.html#bind",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkServerOnContainerLoopback),
	}
}

func checkServerOnContainerLoopback(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Server == nil || p.Server.Traits.Development || p.Place == nil || p.Place.Kind != deploy.Container || p.Place.Network.Mode != deploy.Own || len(p.Server.Binds) == 0 {
		return nil
	}
	if slices.ContainsFunc(p.Server.Binds, func(b deploy.Bind) bool { return !b.Known || !b.Loopback() || b.Unix != "" }) || mayHoldProxy(p, site) {
		return nil
	}
	b := p.Server.Binds[0]
	for _, r := range comesFromOutside(p, site, b) {
		return r.About(p.Key+"#bind").Fix("bind 0.0.0.0:%s: who reaches that is for ports: to say", b.Port)
	}
	return nil
}

// mayHoldProxy reports whether something else in the container may be what others reach: a second program, or a proxy that the
// image installs.
func mayHoldProxy(p *deploy.Process, site *deploy.Site) bool {
	for _, other := range site.Processes {
		if other != p && other.Place == p.Place && other.Phase == deploy.RunPhase && !other.OneShot {
			return true
		}
	}
	mentions := func(text string) bool {
		return slices.ContainsFunc([]string{"nginx", "caddy", "haproxy", "traefik", "apache2", "httpd", "supervisor", "socat"}, func(name string) bool {
			return strings.Contains(text, name)
		})
	}
	if p.Place.Built != nil && mentions(p.Place.Built.File.Text) {
		return true
	}
	return slices.ContainsFunc(p.Wrappers, func(w *deploy.Wrapper) bool { return w.Script != nil && mentions(w.Script.File.Text) })
}

// comesFromOutside makes the finding for the first thing outside of the container that is to reach the server.
func comesFromOutside(p *deploy.Process, site *deploy.Site, b deploy.Bind) lint.Results {
	unreached := func(what string) lint.Result {
		return lint.Fail(bindPlace(p, b), "%s listens on %s, its container's own loopback: %s", p.Server.Program, b, what)
	}
	for _, port := range p.Ports {
		if port.Published && port.Known && port.Inside == b.Port && p.Launcher == deploy.Compose {
			return lint.Results{unreached("every connection to the published port is reset").With(port, "this port is published")}
		}
	}
	for _, probe := range p.Asked { // of a pod's containers each other's loopback is one, the kubelet's is not
		if probe.Host == "" && probe.Port == b.Port {
			return lint.Results{unreached(unhealthy(p, site, probe)).With(probe.Option, "Kubernetes asks the pod's address")}
		}
	}
	if p.Launcher != deploy.Compose && p.Launcher != deploy.Dockerfile {
		return nil
	}
	for _, call := range site.Calls(p.Place) {
		if call.From != p.Place && call.Port == b.Port {
			return lint.Results{unreached(call.From.Name+" is refused").With(call, "%s looks for it here", call.From.Name)}
		}
	}
	for _, port := range p.Ports {
		if !port.Published && port.Known && port.Inside == b.Port && p.Launcher == deploy.Dockerfile {
			return lint.Results{unreached("nobody reaches it from outside, published or not").With(port, "this port is exposed").At(lint.Warning)}
		}
	}
	return nil
}
