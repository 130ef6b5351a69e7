package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// workerTimeoutOff reports a gunicorn that never replaces a worker that hangs.
//
// # Why it matters
//
// A sync worker answers one request at a time, and tells the master between requests that it lives. One that waits for ever, on
// a database lock or on another site that does not answer, is killed after timeout seconds and replaced. With timeout=0 it is not:
// each such request takes a worker out of service, until none is left and the site stands still.
//
// # Example
//
//	gunicorn --workers 3 --timeout 0 shop.wsgi
//
// # Use instead
//
//	gunicorn --workers 3 --timeout 60 shop.wsgi
//
// # When it stays silent
//
// With threads and asynchronous worker classes, whose timeout says nothing of single requests.
func workerTimeoutOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL442",
		Name:    "worker-timeout-off",
		Summary: "gunicorn never replaces a worker that hangs",
		Help:    "Set timeout to a little more than the slowest request takes",
		Level:   lint.Warning,
		Tags:    []string{"availability", "gunicorn"},
		Links:   []string{"https://docs.gunicorn.org/en/stable/settings.html#timeout"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkWorkerTimeoutOff),
	}
}

func checkWorkerTimeoutOff(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() || !oneAtATime(p.Server) {
		return nil
	}
	timeout, given := p.Server.Options.Given("timeout")
	n, ok := timeout.Int()
	if !given || !ok || n != 0 {
		return nil
	}
	return lint.Fail(timeout, "gunicorn never replaces a worker that hangs: each request that waits for ever takes one out of service").
		About(about(p, "gunicorn.timeout")).Fix("--timeout 60")
}
