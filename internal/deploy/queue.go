package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/value"
)

// TaskQueue returns the library whose background tasks the process runs or schedules: "celery", "rq", "huey", "dramatiq",
// "django-q", "procrastinate", "channels", "arq", "background-tasks", "django-tasks"; "" for none that is known.
func (p *Process) TaskQueue() string {
	if p.Celery != nil {
		return "celery"
	}
	if p.Manage != nil && p.Manage.Command.Known {
		return queueOfCommand(p.Manage.Command.Text)
	}
	switch p.Executable() {
	case "rq", "rqworker", "rqscheduler":
		return "rq"
	case "huey_consumer", "huey_consumer.py":
		return "huey"
	case "dramatiq", "periodiq":
		return "dramatiq"
	case "procrastinate":
		return "procrastinate"
	case "arq":
		return "arq"
	}
	return ""
}

// queueOfCommand returns the library that a management command belongs to.
func queueOfCommand(command string) string {
	switch command {
	case "rqworker", "rqworker-pool", "rqscheduler":
		return "rq"
	case "run_huey", "djangohuey":
		return "huey"
	case "rundramatiq":
		return "dramatiq"
	case "qcluster":
		return "django-q"
	case "procrastinate":
		return "procrastinate"
	case "runworker":
		return "channels"
	case "process_tasks":
		return "background-tasks"
	case "db_worker":
		return "django-tasks"
	case "celery", "celeryd", "celerybeat":
		return "celery"
	}
	return ""
}

// A WorkerProgram is a process that works background tasks off, or queues them on time.
type WorkerProgram struct {
	// Queue is the library; see [Process.TaskQueue].
	Queue   string
	Process *Process
	// Works is set where it runs tasks, and Schedules where it queues those that are due; celery worker -B does both.
	Works, Schedules bool
}

// WorkerPrograms returns the workers and schedulers of the deployment that belong to a library of background tasks, in
// the order of the processes. Those of the repository's other sites are among them, behind the site's own: a worker that
// was told other settings takes tasks from the same queue.
func (s *Site) WorkerPrograms() []WorkerProgram {
	var found []WorkerProgram
	for _, p := range slices.Concat(s.Processes, s.Neighbours) {
		queue := p.TaskQueue()
		if queue == "" {
			continue
		}
		w := WorkerProgram{Queue: queue, Process: p, Works: p.Kind == Worker, Schedules: p.Kind == Beat}
		switch {
		case p.Celery != nil && p.Celery.Beat.Text != "":
			w.Schedules = true
		case w.Works && (queue == "huey" || queue == "django-q" || queue == "procrastinate"):
			w.Schedules = true // their workers queue what is due by themselves
		}
		if w.Works || w.Schedules {
			found = append(found, w)
		}
	}
	return found
}

// StartsWorker reports whether something starts a worker for a library's background tasks. It is undecided where that
// cannot be told: no launcher is there, none of what the launchers start is known to be the site's, or a process is not
// known well enough.
func (s *Site) StartsWorker(queue string) value.Tri {
	return s.starts(queue, func(w WorkerProgram) bool { return w.Works })
}

// StartsScheduler reports, as StartsWorker does, whether something queues a library's tasks when they are due.
func (s *Site) StartsScheduler(queue string) value.Tri {
	return s.starts(queue, func(w WorkerProgram) bool { return w.Schedules })
}

func (s *Site) starts(queue string, does func(WorkerProgram) bool) value.Tri {
	for _, w := range s.WorkerPrograms() {
		if w.Queue == queue && does(w) {
			return value.True
		}
	}
	served := false
	for _, p := range slices.Concat(s.Processes, s.Neighbours) {
		served = served || p.Kind == Web
		if p.mayBeWorker(queue) {
			return value.Undecided
		}
	}
	if !served {
		return value.Undecided
	}
	return value.False
}

// mayBeWorker reports whether a process that is not known to be a worker may be one all the same: its command is not
// known, or a word of it names the library.
func (p *Process) mayBeWorker(queue string) bool {
	if p.Kind == Web && p.Server != nil && len(p.Argv) > 0 && p.Argv[0].Known {
		return false
	}
	if len(p.Argv) == 0 || !p.Argv[0].Known {
		return true
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(queue, "django-"), "-")
	return slices.ContainsFunc(p.Argv, func(w Word) bool {
		text := strings.ToLower(w.Text)
		return strings.Contains(text, name) || strings.Contains(text, "worker")
	}) || p.TaskQueue() == queue && p.MayHideOptions()
}
