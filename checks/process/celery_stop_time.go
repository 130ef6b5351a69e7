package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// shortestStop is the time in seconds below which even ordinary tasks are cut off.
const shortestStop = 60

// celeryStopTime reports a celery worker that supervisor kills before its tasks can end.
//
// # Why it matters
//
// On TERM a celery worker takes no new task and finishes those that run. Supervisor waits stopwaitsecs for that, ten
// seconds unless told otherwise, and then kills the worker in the middle of whatever it does. So each deployment may cut
// off a mail half sent or a payment half booked. Celery's own example waits ten minutes.
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
// From 60 seconds on, since only the project knows how long its tasks are, and when a variable holds the time.
func celeryStopTime() lint.Rule {
	return lint.Rule{
		ID:      "DPL412",
		Name:    "celery-stop-time",
		Summary: "Supervisor kills the celery worker before its tasks end",
		Help:    "Set stopwaitsecs to more than the longest task takes",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker",
			"https://supervisord.org/configuration.html#program-x-section-values",
		},
		Since: "0.1.0",
		Check: checkCeleryStopTime,
	}
}

func checkCeleryStopTime(site *deploy.Site) []lint.Result {
	return eachProcess(site, func(p *deploy.Process) []lint.Result {
		if p.Program == nil || p.Celery == nil || p.Kind != deploy.Worker {
			return nil
		}
		seconds, ok := p.Program.Number("stopwaitsecs")
		if !ok {
			return nil
		}
		at := p.Program.Place("stopwaitsecs")
		if seconds >= shortestStop {
			return []lint.Result{lint.Pass(at, "the worker has %d seconds to finish its tasks", seconds).About(about(p, "stopwaitsecs"))}
		}
		return []lint.Result{lint.Fail(at, "supervisor gives this celery worker %d seconds to stop, then kills it with its tasks half done", seconds).
			About(about(p, "stopwaitsecs")).
			Fix("stopwaitsecs=600, or more than the longest task takes")}
	})
}
