package process

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// workerCount reports a gunicorn that runs with too few workers to serve a site, or with a number that no machine of the
// known size can use.
//
// # Why it matters
//
// Unless it is told otherwise, gunicorn starts one worker, and a sync worker answers one request at a time. A report that
// takes ten seconds then makes every other visitor wait ten seconds, and one that hangs takes the site down until
// gunicorn's timeout kills the worker.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// When the number is computed, such as from the number of cores, or comes from a variable that nothing supplies. When one
// worker answers many requests at once: with threads, or with an asynchronous worker class. On platforms that set
// WEB_CONCURRENCY themselves. Two workers or more are judged only where --cores tells the size of the machine: then more
// than 2 × (2 × cores + 1) and fewer than half the cores are reported.
// When uWSGI reads a configuration that is not in the repository.
func workerCount() lint.Rule {
	return lint.Rule{
		ID:      "DPL401",
		Name:    "worker-count",
		Summary: "gunicorn runs too few or too many workers",
		Help:    "Set gunicorn's workers; 2 × cores + 1 is where to start",
		Level:   lint.Warning,
		Tags:    []string{"availability", "performance", "gunicorn"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/design.html#how-many-workers",
			"https://docs.gunicorn.org/en/stable/settings.html#workers",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkWorkerCount),
	}
}

func checkWorkerCount(p *deploy.Process, site *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() {
		return uwsgiWorkers(p)
	}
	return lint.Question{
		Value:   p.Server.Options.Get("workers"),
		Name:    "gunicorn's number of workers",
		Subject: about(p, "gunicorn.workers"),
		Place:   p.Started(),
		Bad: func(v value.Value) value.Tri {
			n, ok := v.Int()
			if !ok {
				return value.Undecided
			}
			_, bad := judgeWorkers(site, p, n, v)
			return value.TriOf(bad)
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			n, _ := v.Int()
			f, _ := judgeWorkers(site, p, n, v)
			return lint.Fail(at, "%s", f.message).Fix("%s", f.fix).At(f.level)
		},
		Pass: func(v value.Value, at lint.Placed) lint.Result {
			n, _ := v.Int()
			return lint.Pass(at, "gunicorn runs with %s", counted(n, "worker"))
		},
	}
}

// uwsgiWorkers reports uWSGI without any word about processes or threads, which is one process with one thread.
// https://uwsgi-docs.readthedocs.io/en/latest/Options.html#processes
func uwsgiWorkers(p *deploy.Process) lint.Answer {
	if p.Server == nil || p.Server.Program != "uwsgi" || p.MayHideOptions() {
		return nil
	}
	for _, option := range []string{"processes", "threads", "cheaper", "gevent", "async", "emperor", "asyncio"} {
		if v := p.Server.Options.Get(option); v.Known() || v.Cause != value.Absent {
			return nil
		}
	}
	if mayReadMore(p.Server.Options) {
		return nil
	}
	return lint.Fail(p.Started(), "uWSGI runs its default of one process, which answers one request at a time: a slow request holds up all others").
		About(about(p, "uwsgi.processes")).
		Fix("add --master --processes 4 to uWSGI's options")
}

// A workerFault is what is wrong with a number of workers.
type workerFault struct {
	level        lint.Level
	message, fix string
}

func judgeWorkers(site *deploy.Site, p *deploy.Process, n int64, v value.Value) (workerFault, bool) {
	cores := int64(site.Options.Cores)
	written := !v.Span().IsZero()
	fix := "add --workers 3 to gunicorn's options; 2 × cores + 1 is where to start"
	if written {
		fix = "start with 2 × cores + 1 workers"
	}
	if cores > 0 {
		fix = fmt.Sprintf("start with 2 × cores + 1: --workers %d", 2*cores+1)
	}
	switch {
	case n < 0:
		return workerFault{lint.Error, "gunicorn refuses a negative number of workers and does not start", fix}, true
	case n == 0:
		return workerFault{lint.Error, "gunicorn runs no worker at all: connections are accepted and never answered", fix}, true
	case n == 1 && oneAtATime(p.Server) && written:
		return workerFault{lint.Note, "gunicorn runs one worker that answers one request at a time: a slow request holds up all others", fix}, true
	case n == 1 && oneAtATime(p.Server):
		return workerFault{lint.Warning, "gunicorn runs its default of one worker, which answers one request at a time: a slow request holds up all others", fix}, true
	case cores > 0 && n > 2*(2*cores+1):
		return workerFault{lint.Warning, fmt.Sprintf("%d gunicorn workers on %s: they only take memory and switch in turns", n, counted(cores, "core")), fix}, true
	case cores > 0 && 2*n < cores:
		return workerFault{lint.Warning, fmt.Sprintf("%s on %d cores: most of the machine stays idle under load", counted(n, "gunicorn worker"), cores), fix}, true
	}
	return workerFault{}, false
}

// oneAtATime reports whether a worker certainly answers one request at a time.
func oneAtATime(s *deploy.Server) bool {
	threads, ok := s.Options.Get("threads").Int()
	class, known := s.Options.Get("worker_class").Text()
	return ok && known && threads <= 1 && (class == "sync" || class == "gthread")
}

// counted returns "1 worker" or "3 workers".
func counted(n int64, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
