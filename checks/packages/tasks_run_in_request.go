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
		Check: lint.OfSettings(checkTasksRunInRequest),
	}
}

func checkTasksRunInRequest(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	ask := func(name, part string, v value.Value, bad func(value.Value) bool, fix string) lint.Answer {
		q := lint.AskPart(s, name, part, v, bad, nil)
		q.Fail = func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "%s has every task run inside the request that asks for it: the visitor waits for it", q.Name).Fix("%s", fix)
			if variable, ok := v.FromDefault(); ok && variable != "" {
				r = r.At(lint.Note).Fix("set %s in production so that workers run the tasks, or make that the default", variable)
			}
			return r
		}
		return q
	}
	var answers lint.Answers
	for _, name := range []string{"CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER"} {
		answers = append(answers, ask(name, "", s.Get(name), lint.On, name+" = False"))
	}
	answers = append(answers,
		ask("HUEY", "immediate", s.Get("HUEY").At("immediate"), lint.On, "\"immediate\": False"),
		ask("Q_CLUSTER", "sync", s.Get("Q_CLUSTER").At("sync"), lint.On, "\"sync\": False"))
	queues := s.Get("RQ_QUEUES")
	for name, q := range deploy.Entries(queues) {
		answers = append(answers, ask("RQ_QUEUES", name+".ASYNC", q.At("ASYNC"), lint.Off, "\"ASYNC\": True"))
	}
	backend := s.Get("TASKS").At("default").At("BACKEND")
	if s.Sets("TASKS") { // of Django's own default nothing says that tasks are used
		answers = append(answers, ask("TASKS", "default.BACKEND", backend, lint.Is("django.tasks.backends.immediate.ImmediateBackend"),
			"use a backend with workers of its own, such as django_tasks' DatabaseBackend"))
	}
	return append(answers,
		dropped(s, "DRAMATIQ_BROKER", "BROKER", s.Get("DRAMATIQ_BROKER").At("BROKER"), "dramatiq.brokers.stub.StubBroker", "dramatiq's StubBroker"),
		dropped(s, "TASKS", "default.BACKEND", backend, "django.tasks.backends.dummy.DummyBackend", "Django's DummyBackend"))
}

// dropped finds a broker that takes tasks and never runs them.
func dropped(s *deploy.Settings, name, part string, broker value.Value, class, what string) lint.Answer {
	return lint.AskPart(s, name, part, broker, lint.Is(class), func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "%s takes tasks and never runs them: it is for tests", what).Fix("name the broker that your workers listen to").At(lint.Error)
	})
}
