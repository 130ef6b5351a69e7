package stack

import (
	"fmt"
	"regexp"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// probeRedirected reports a health check that Django answers with a redirect to https, where nothing speaks TLS.
//
// # Why it matters
//
// A health check asks the application server itself, over plain HTTP. With SECURE_SSL_REDIRECT on, Django sends it on to https on the
// same host and port, where the application server does not speak TLS. Clients that follow redirects, such as wget, urllib and the
// kubelet, fail there; strict ones fail at the redirect. So the container never counts as healthy although the site works: what waits
// for it does not start, and Kubernetes kills it again and again.
//
// # Example
//
//	SECURE_SSL_REDIRECT = True
//
//	healthcheck:
//	  test: wget -qO- http://localhost:8000/health/
//
// # Use instead
//
//	SECURE_SSL_REDIRECT = True
//	SECURE_REDIRECT_EXEMPT = [r"^health/$"]
//
// # When it stays silent
//
// When the path is in SECURE_REDIRECT_EXEMPT; when the check sends X-Forwarded-Proto or the like; when a middleware of another package
// stands before SecurityMiddleware and may answer; when the check arrives at nginx; and for clients that take the redirect for an
// answer like any other, such as curl -f without -L.
func probeRedirected() lint.Rule {
	return lint.Rule{
		ID:      "DPL570",
		Name:    "probe-redirected",
		Summary: "SECURE_SSL_REDIRECT sends a health check to https, where nothing speaks TLS",
		Help:    "Exempt the path of the health check from the redirect",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-redirect-exempt",
			"https://docs.docker.com/reference/compose-file/services/#healthcheck",
			"https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkProbeRedirected),
	}
}

func checkProbeRedirected(p *deploy.Process, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, probe := range p.Probes() {
		s := probedSettings(p, site, probe)
		host, named := probe.HostHeader()
		if s == nil || probe.Scheme != "http" || probe.SaysHTTPS() || !probe.FailsOnTLS() || s.RedirectsPlain(probe.Path) != value.True {
			continue
		}
		if !named {
			host = "the pod's address"
		} else if s.RefusesHost(host) == value.True {
			continue // it is answered 400 before
		}
		host = strings.TrimSuffix(strings.TrimSuffix(host, ":80"), ":")
		r := lint.Fail(probe.Option, "SECURE_SSL_REDIRECT sends this check to https://%s%s, where nothing speaks TLS: %s", host, probe.Path, unhealthy(p, site, probe))
		if !probe.Follows {
			r = lint.Fail(probe.Option, "SECURE_SSL_REDIRECT answers this check with a redirect to https://%s%s, which %s takes for a failure: %s", host, probe.Path, probe.Client, unhealthy(p, site, probe))
		}
		if variable, fallback := s.Get("SECURE_SSL_REDIRECT").FromDefault(); fallback {
			r = r.UnlessSet(variable)
		}
		answers = append(answers, r.About(p.Key+"#"+probe.Option.Name+".redirect").
			With(s.Place("SECURE_SSL_REDIRECT"), "SECURE_SSL_REDIRECT is on").Fix("%s", exempt(s, probe.Path)))
	}
	return answers
}

// exempt says how a path is taken out of the redirect.
func exempt(s *deploy.Settings, path string) string {
	pattern := `r"^` + regexp.QuoteMeta(strings.TrimLeft(path, "/")) + `$"`
	if len(s.Get("SECURE_REDIRECT_EXEMPT").Elems()) > 0 {
		return "add " + pattern + " to SECURE_REDIRECT_EXEMPT"
	}
	return "SECURE_REDIRECT_EXEMPT = [" + pattern + "]"
}

// probedSettings returns the settings that answer a probe; nil where it arrives elsewhere, or nobody knows what it asks.
func probedSettings(p *deploy.Process, site *deploy.Site, probe deploy.Probe) *deploy.Settings {
	asked := site.Probed(p, probe)
	if asked == nil || asked.Server.Traits.Development || !probe.Known() || endsTLS(asked.Server) {
		return nil
	}
	if asked.Settings != nil {
		return asked.Settings
	}
	return site.Settings
}

// unhealthy says what becomes of a process whose probe always fails.
func unhealthy(p *deploy.Process, site *deploy.Site, probe deploy.Probe) string {
	switch probe.Option.Name {
	case "livenessProbe":
		return "Kubernetes kills the container again and again"
	case "readinessProbe":
		return "the pod never gets a request"
	case "startupProbe":
		return "the container is killed before it counts as started"
	}
	var waiting []string
	for _, other := range site.Places {
		for _, need := range other.Needs {
			if p.Place != nil && need.Name == p.Place.Name && need.Condition == "service_healthy" && other.Network.Stack == p.Place.Network.Stack && len(waiting) < 3 {
				waiting = append(waiting, other.Name)
			}
		}
	}
	if len(waiting) == 0 {
		return "the container never becomes healthy"
	}
	return fmt.Sprintf("the container never becomes healthy, and what waits for that (%s) does not start", strings.Join(waiting, ", "))
}
