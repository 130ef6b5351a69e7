package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// queueWithoutWorker reports queues that tasks are routed to and from which no worker takes any.
//
// # Why it matters
//
// A celery worker that is started without -Q takes tasks from the default queue alone. Tasks that are routed to another one are
// accepted, lie in the broker, and are never run. The other way round, a worker with -Q takes nothing from the default queue unless
// it is named too. Nothing logs an error: mails are not sent, and nobody knows why.
//
// # Example
//
//	CELERY_TASK_ROUTES = {"shop.tasks.send_*": {"queue": "mails"}}
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery -A shop worker
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery -A shop worker -Q celery,mails
//
// # When it stays silent
//
// When a worker's queues come from a variable, when CELERY_TASK_QUEUES lists queues and a worker takes from all of them, when a
// process may be a worker that is not known well enough, and when no worker is known at all. A queue that the code takes from a variable
// is not looked for.
func queueWithoutWorker() lint.Rule {
	return lint.Rule{
		ID:      "DPL551",
		Name:    "queue-without-worker",
		Summary: "Tasks are routed to a queue from which no worker takes any",
		Help:    "Name the queue under -Q of a worker",
		Level:   lint.Error,
		Tags:    []string{"availability", "celery"},
		Links:   []string{"https://docs.celeryq.dev/en/stable/userguide/routing.html#manual-routing"},
		Since:   "0.2.0",
		Check:   lint.OfStack(checkQueueWithoutWorker),
	}
}

// mostRoutes is how many routes are named.
const mostRoutes = 8

func checkQueueWithoutWorker(s *deploy.Settings, site *deploy.Site) lint.Answer {
	routes, workers := site.Unconsumed()
	if len(routes) == 0 {
		return nil
	}
	var names []string
	for _, r := range routes {
		if name, _ := r.Queue.Text(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	worker := workers[0]
	queues, _ := worker.Consumes(s)
	what := "queue " + names[0]
	if len(names) > 1 {
		what = "queues " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	}
	r := lint.Fail(worker.Celery.Command, "no worker takes tasks from the %s: what is sent there waits in the broker for ever, without an error", what).
		About("settings.CELERY_TASK_ROUTES#queues").
		Fix("-Q %s", strings.Join(append(queues, names...), ","))
	for i, route := range routes {
		if i == mostRoutes {
			break
		}
		r = r.With(route.Queue, "%s is sent there", route.Tasks)
	}
	return r
}
