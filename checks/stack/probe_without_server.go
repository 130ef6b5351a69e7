package stack

import (
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// probeWithoutServer reports a health check that asks a worker's container for a page.
//
// # Why it matters
//
// A HEALTHCHECK of the image holds for each container that is made of it, the worker's too, and nothing listens there: every check is
// refused, the container is unhealthy for good. What waits for it does not start, swarm replaces it again and again, and nobody
// believes the state any more when something is really wrong.
//
// # Example
//
//	HEALTHCHECK CMD curl -f http://localhost:8000/health/
//
//	services:
//	  web:
//	    build: .
//	  worker:
//	    build: .
//	    command: celery -A shop worker
//
// # Use instead
//
//	worker:
//	  build: .
//	  command: celery -A shop worker
//	  healthcheck:
//	    test: celery -A shop inspect ping -d celery@$$HOSTNAME
//
// # When it stays silent
//
// When several programs run in the container, and when what it starts is not known to be a worker or a scheduler.
func probeWithoutServer() lint.Rule {
	return lint.Rule{
		ID:      "DPL572",
		Name:    "probe-without-server",
		Summary: "A health check asks a worker's container for a page, and nothing listens there",
		Help:    "Give the worker a health check of its own, or switch the image's off",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.docker.com/reference/dockerfile/#healthcheck",
			"https://docs.docker.com/reference/compose-file/services/#healthcheck",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkProbeWithoutServer),
	}
}

func checkProbeWithoutServer(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Server != nil || p.Kind != deploy.Worker && p.Kind != deploy.Beat || p.OneShot || !site.Alone(p) {
		return nil
	}
	var answers lint.Answers
	for _, probe := range p.Probes() {
		if !probe.Known() || probe.Host != "" && !address.Loopback(probe.Host) || len(p.Argv) == 0 || !p.Argv[0].Known {
			continue
		}
		if probe.FailsFrom == 0 && probe.Client != "curl" || slices.ContainsFunc(p.Wrappers, func(w *deploy.Wrapper) bool {
			return w.Script != nil && strings.Contains(w.Script.File.Text, probe.Port)
		}) {
			continue // a script may start something that listens there
		}
		fix := "healthcheck: {disable: true}, or a test of its own"
		if p.Celery != nil && p.Kind == deploy.Worker {
			fix = `healthcheck: {test: "celery -A ` + p.Celery.App.Text + ` inspect ping -d celery@$$HOSTNAME"}`
		}
		answers = append(answers, lint.Fail(p, "%s is asked for a page on port %s, and nothing listens there: %s", p.Name, probe.Port, unhealthy(p, site, probe)).
			About(p.Key+"#"+probe.Option.Name+".server").With(probe.Option, "this is what asks").Fix("%s", fix))
	}
	return answers
}
