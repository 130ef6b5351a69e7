package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// tasksRunInRequest reports background tasks that run inside the request that asks for them.
//
// # Why it matters
//
// A switch for tests and development has celery, huey, rq or django-q run a task at once, in the web process. The visitor waits
// for the report, the mails and the thumbnails, nothing is tried again, and an error in a task is an error page. The workers
// beside it have nothing to do.
//
// # Example
//
//	CELERY_TASK_ALWAYS_EAGER = True
//
// # Use instead
//
//	CELERY_TASK_ALWAYS_EAGER = False
//
// # When it stays silent
//
// Where the switch follows DEBUG, and for TASKS of Django 6.0 where it is not set. Where the switch is on only as a default, it
// is a note. With a stub that takes tasks and drops them, it is an error.
func tasksRunInRequest() lint.Rule {
	return lint.Rule{
		ID:      "DPL701",
		Name:    "tasks-run-in-request",
		Summary: "Background tasks run inside the request",
		Help:    "Take the switch out of the production settings",
		Level:   lint.Warning,
		Tags:    []string{"performance", "availability", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-always-eager",
			"https://huey.readthedocs.io/en/latest/guide.html#immediate-mode",
			"https://django-q2.readthedocs.io/en/master/configure.html#sync",
			"https://docs.djangoproject.com/en/stable/topics/tasks/#built-in-backends",
		},
		Since: "0.1.0",
		Check: checkTasksRunInRequest,
	}
}

func checkTasksRunInRequest(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	var results []lint.Result
	judge := func(a asked, fix string) {
		a.fail = func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "%s has every task run inside the request that asks for it: the visitor waits for it", label(a)).Fix("%s", fix)
			if variable, ok := v.FromDefault(); ok && variable != "" {
				r = r.At(lint.Note)
			}
			return r
		}
		results = append(results, ask(s, lint.Warning, a)...)
	}
	for _, name := range []string{"CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER"} {
		judge(asked{name: name, bad: isOn}, name+" = False")
	}
	judge(asked{name: "HUEY", part: "immediate", value: s.Get("HUEY").At("immediate"), bad: isOn}, "\"immediate\": False")
	judge(asked{name: "Q_CLUSTER", part: "sync", value: s.Get("Q_CLUSTER").At("sync"), bad: isOn}, "\"sync\": False")
	queues := s.Get("RQ_QUEUES")
	for name, q := range deploy.Entries(queues) {
		judge(asked{name: "RQ_QUEUES", part: name + ".ASYNC", value: q.At("ASYNC"), bad: isOff}, "\"ASYNC\": True")
	}
	backend := s.Get("TASKS").At("default").At("BACKEND")
	judge(asked{name: "TASKS", part: "default.BACKEND", value: backend, bad: func(v value.Value) bool {
		name, ok := v.Text()
		return ok && name == "django.tasks.backends.immediate.ImmediateBackend"
	}}, "use a backend with workers of its own, such as django_tasks' DatabaseBackend")
	return append(results, droppedTasks(s)...)
}

// droppedTasks finds brokers that take tasks and never run them.
func droppedTasks(s *deploy.Settings) []lint.Result {
	drop := func(a asked, class, what string) []lint.Result {
		a.bad = func(v value.Value) bool {
			name, ok := v.Text()
			return ok && name == class
		}
		a.fail = func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s takes tasks and never runs them: it is for tests", what).Fix("name the broker that your workers listen to")
		}
		return ask(s, lint.Error, a)
	}
	broker := s.Get("DRAMATIQ_BROKER").At("BROKER")
	results := drop(asked{name: "DRAMATIQ_BROKER", part: "BROKER", value: broker}, "dramatiq.brokers.stub.StubBroker", "dramatiq's StubBroker")
	backend := s.Get("TASKS").At("default").At("BACKEND")
	results = append(results, drop(asked{name: "TASKS", part: "default.BACKEND", value: backend}, "django.tasks.backends.dummy.DummyBackend", "Django's DummyBackend")...)
	for i := range results {
		results[i].Level = lint.Error
	}
	return results
}

func label(a asked) string {
	if a.part == "" {
		return a.name
	}
	return a.name + "." + a.part
}
