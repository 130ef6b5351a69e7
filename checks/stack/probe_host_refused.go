package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// probeHostRefused reports a health check whose Host header ALLOWED_HOSTS refuses.
//
// # Why it matters
//
// A health check asks for localhost, for the name of the service, or in Kubernetes for the address of the pod, and Django answers 400
// to a host that ALLOWED_HOSTS does not name. The container never counts as healthy although the site works: what waits for it does
// not start, and Kubernetes kills it again and again.
//
// # Example
//
//	ALLOWED_HOSTS = ["shop.example"]
//
//	healthcheck:
//	  test: curl -f http://localhost:8000/health/
//
// # Use instead
//
//	healthcheck:
//	  test: 'curl -f -H "Host: shop.example" http://localhost:8000/health/'
//
// or localhost in ALLOWED_HOSTS, which is harmless: browsers send it for the visitor's own machine alone.
//
// # When it stays silent
//
// When an element of ALLOWED_HOSTS is not known; when a middleware of another package stands before Django's and may answer; without
// CommonMiddleware; when the check arrives at nginx; and for clients that do not care for the status, such as curl without -f.
func probeHostRefused() lint.Rule {
	return lint.Rule{
		ID:      "DPL571",
		Name:    "probe-host-refused",
		Summary: "ALLOWED_HOSTS refuses the host that a health check asks for",
		Help:    "Send a Host header with the health check that ALLOWED_HOSTS names",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkProbeHostRefused),
	}
}

// podAddress stands for the address of a pod, which no list can name before.
const podAddress = "192.0.2.1"

func checkProbeHostRefused(p *deploy.Process, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, probe := range p.Probes() {
		s := probedSettings(p, site, probe)
		if s == nil || !probe.Fails(400) {
			continue
		}
		host, named := probe.HostHeader()
		shown := deploy.HostName(host)
		switch {
		case !named:
			host, shown = podAddress, "the pod's own address"
		case shown == "":
			continue // no list can name it, which is another rule's
		}
		if s.RefusesHost(host) != value.True {
			continue
		}
		r := lint.Fail(probe.Option, "Django answers this check 400, since ALLOWED_HOSTS does not name %s: %s", shown, unhealthy(p, site, probe)).
			About(p.Key+"#"+probe.Option.Name+".host").With(s.Place("ALLOWED_HOSTS"), "ALLOWED_HOSTS is set here").Fix("%s", hostForProbe(s, probe))
		if variable, fallback := deploy.Fallback(s.Get("ALLOWED_HOSTS")); fallback {
			r = r.UnlessSet(variable).At(lint.Warning)
		}
		answers = append(answers, r)
	}
	return answers
}

// hostForProbe says how the check names a host that is allowed.
func hostForProbe(s *deploy.Settings, probe deploy.Probe) string {
	allowed := "shop.example"
	if e, ok := s.Get("ALLOWED_HOSTS").Find(func(text string) bool {
		return text != "*" && !strings.HasPrefix(text, ".") && deploy.DeadHost(text) == ""
	}); ok {
		allowed = e.Payload()
	}
	header := "Host: " + allowed
	switch probe.Client {
	case "kubelet":
		return "httpHeaders: [{name: Host, value: " + allowed + "}]"
	case "curl":
		return `curl -H "` + header + `" …, or add "` + deploy.HostName(probe.Host) + `" to ALLOWED_HOSTS`
	case "wget":
		return `wget --header "` + header + `" …, or add "` + deploy.HostName(probe.Host) + `" to ALLOWED_HOSTS`
	}
	return `add "` + deploy.HostName(probe.Host) + `" to ALLOWED_HOSTS`
}
