package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// shortestStop is the time in seconds below which even ordinary tasks are cut off.
const shortestStop = 60

// celeryStopTime reports a celery worker that its launcher kills before its tasks can end.
//
// # Why it matters
//
// On TERM a celery worker takes no new task and finishes those that run. Supervisor waits stopwaitsecs for that, ten
// seconds unless told otherwise, and then kills the worker in the middle of whatever it does. So each deployment may cut
// off a mail half sent or a payment half booked. Celery's own example waits ten minutes. Docker compose waits ten seconds
// (stop_grace_period) and Kubernetes thirty (terminationGracePeriodSeconds).
//
// # Example
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	stopwaitsecs=600
//
// # When it stays silent
//
// From 60 seconds on, since only the project knows how long its tasks are, and when a variable holds the time. The default of
// docker compose and of Kubernetes is a note.
func celeryStopTime() lint.Rule {
	return lint.Rule{
		ID:      "DPL412",
		Name:    "celery-stop-time",
		Summary: "The celery worker is killed before its tasks end",
		Help:    "Give the worker more time to stop than the longest task takes: stopwaitsecs, stop_grace_period",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker",
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://docs.docker.com/reference/compose-file/services/#stop_grace_period",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkCeleryStopTime),
	}
}

func checkCeleryStopTime(p *deploy.Process, _ *deploy.Site) lint.Answer {
	seconds, ok := p.Stop.Seconds.Value.Int()
	if !ok || p.Celery == nil || p.Kind != deploy.Worker || p.MountsSource() {
		return nil
	}
	name := p.Stop.Seconds.Name
	at := placeOf(p, p.Stop.Seconds)
	if seconds >= shortestStop {
		return lint.Pass(at, "the worker has %d seconds to finish its tasks", seconds).About(about(p, name))
	}
	r := lint.Fail(at, "%s gives this celery worker %d seconds to stop, then kills it with its tasks half done", launcherOf(p), seconds).
		About(about(p, name)).Fix("%s", longerStop(name))
	if p.Container && p.Program == nil && !p.Stop.Seconds.Given() {
		r = r.At(lint.Note)
	}
	return r
}

// longerStop says how to give a process more time to stop.
func longerStop(option string) string {
	switch option {
	case "stop_grace_period":
		return "stop_grace_period: 10m, or more than the longest task takes"
	case "terminationGracePeriodSeconds":
		return "terminationGracePeriodSeconds: 600, or more than the longest task takes"
	case "":
		return "give it more time than the longest task takes"
	}
	return option + "=600, or more than the longest task takes"
}
