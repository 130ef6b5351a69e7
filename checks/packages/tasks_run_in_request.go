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
		Check: lint.Untyped(checkTasksRunInRequest),
	}
}

func checkTasksRunInRequest(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	var results []lint.Result
	judge := func(a lint.SettingQuestion, fix string) {
		a.Fail = func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "%s has every task run inside the request that asks for it: the visitor waits for it", label(a)).Fix("%s", fix)
			if variable, ok := v.FromDefault(); ok && variable != "" {
				r = r.At(lint.Note).Fix("set %s in production so that workers run the tasks, or make that the default", variable)
			}
			return r
		}
		results = append(results, lint.AskSetting(s, a)...)
	}
	for _, name := range []string{"CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER"} {
		judge(lint.SettingQuestion{Name: name, Bad: isOn}, name+" = False")
	}
	judge(lint.SettingQuestion{Name: "HUEY", Part: "immediate", Value: s.Get("HUEY").At("immediate"), Bad: isOn}, "\"immediate\": False")
	judge(lint.SettingQuestion{Name: "Q_CLUSTER", Part: "sync", Value: s.Get("Q_CLUSTER").At("sync"), Bad: isOn}, "\"sync\": False")
	queues := s.Get("RQ_QUEUES")
	for name, q := range deploy.Entries(queues) {
		judge(lint.SettingQuestion{Name: "RQ_QUEUES", Part: name + ".ASYNC", Value: q.At("ASYNC"), Bad: isOff}, "\"ASYNC\": True")
	}
	if _, given := s.Given("TASKS"); !given {
		return append(results, droppedTasks(s)...) // Django's own default, of which nothing says that tasks are used
	}
	backend := s.Get("TASKS").At("default").At("BACKEND")
	judge(lint.SettingQuestion{Name: "TASKS", Part: "default.BACKEND", Value: backend, Bad: func(v value.Value) bool {
		name, ok := v.Text()
		return ok && name == "django.tasks.backends.immediate.ImmediateBackend"
	}}, "use a backend with workers of its own, such as django_tasks' DatabaseBackend")
	return append(results, droppedTasks(s)...)
}

// droppedTasks finds brokers that take tasks and never run them.
func droppedTasks(s *deploy.Settings) []lint.Result {
	drop := func(a lint.SettingQuestion, class, what string) []lint.Result {
		a.Bad = func(v value.Value) bool {
			name, ok := v.Text()
			return ok && name == class
		}
		a.Fail = func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s takes tasks and never runs them: it is for tests", what).Fix("name the broker that your workers listen to")
		}
		return lint.AskSetting(s, a)
	}
	broker := s.Get("DRAMATIQ_BROKER").At("BROKER")
	results := drop(lint.SettingQuestion{Name: "DRAMATIQ_BROKER", Part: "BROKER", Value: broker}, "dramatiq.brokers.stub.StubBroker", "dramatiq's StubBroker")
	backend := s.Get("TASKS").At("default").At("BACKEND")
	results = append(results, drop(lint.SettingQuestion{Name: "TASKS", Part: "default.BACKEND", Value: backend}, "django.tasks.backends.dummy.DummyBackend", "Django's DummyBackend")...)
	for i := range results {
		results[i].Level = lint.Error
	}
	return results
}

func label(a lint.SettingQuestion) string {
	if a.Part == "" {
		return a.Name
	}
	return a.Name + "." + a.Part
}
