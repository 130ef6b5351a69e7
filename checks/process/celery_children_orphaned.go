package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// celeryChildrenOrphaned reports a celery worker whose children survive when supervisor kills it.
//
// # Why it matters
//
// A celery worker with the default pool runs its tasks in child processes. When it does not stop in time, supervisor kills
// the parent alone, unless it is told to kill the whole process group. The children live on without a parent, hold their
// memory and connections, and run old code beside the new worker.
//
// # Example
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	stopwaitsecs=600
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	stopwaitsecs=600
//	killasgroup=true
//
// # When it stays silent
//
// With stopasgroup=true, which implies killasgroup. For the pools solo, threads, gevent and eventlet, which have no child
// processes.
func celeryChildrenOrphaned() lint.Rule {
	return lint.Rule{
		ID:      "DPL413",
		Name:    "celery-children-orphaned",
		Summary: "Children of a killed celery worker live on",
		Help:    "Set killasgroup=true for celery workers",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "celery"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkCeleryChildrenOrphaned),
	}
}

func checkCeleryChildrenOrphaned(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || p.Celery == nil || p.Kind != deploy.Worker || !forksChildren(p) {
		return nil
	}
	subject := about(p, "killasgroup")
	stop, kill := p.Program.Flag("stopasgroup"), p.Program.Flag("killasgroup")
	if _, given := p.Program.Options.Given("killasgroup"); !given {
		kill = stop
	}
	switch {
	case stop == value.True || kill == value.True:
		return lint.Pass(p.Program.Place("killasgroup"), "supervisor kills the worker with its children").About(subject)
	case stop == value.Undecided || kill == value.Undecided:
		return nil
	}
	return lint.Fail(p.Program.Place("killasgroup"), "when supervisor kills this celery worker, its child processes live on and go on working with old code").
		About(subject).
		Fix("killasgroup=true")
}

// forksChildren reports whether the worker certainly runs its tasks in child processes.
func forksChildren(p *deploy.Process) bool {
	pool, given := p.Celery.Options.Given("pool")
	if !given {
		return !p.MayHideOptions()
	}
	name, ok := pool.Text()
	return ok && (name == "prefork" || name == "processes")
}
