package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// tasksNeverRun reports settings for background tasks where the deployment starts no worker.
//
// # Why it matters
//
// The site puts each task into the queue and goes on, and that works. Nobody takes them out: mails are not sent, pictures not
// scaled, and the queue grows until the broker's memory is full. No request fails, so nothing tells.
//
// # Example
//
//	CELERY_BROKER_URL = "redis://localhost:6379/0"
//
// with gunicorn as the only program
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery -A shop worker
//
// # When it stays silent
//
// Where the tasks run in the request (CELERY_TASK_ALWAYS_EAGER, immediate), where nothing tells what is started or only an image
// is there, where a command is not known well enough to be no worker, and where any compose file has a worker.
func tasksNeverRun() lint.Rule {
	return lint.Rule{
		ID:      "DPL464",
		Name:    "tasks-never-run",
		Summary: "Background tasks are queued, and nothing runs them",
		Help:    "Start a worker beside the site",
		Level:   lint.Warning,
		Tags:    []string{"availability", "celery"},
		Links:   []string{"https://docs.celeryq.dev/en/stable/userguide/workers.html#starting-the-worker"},
		Since:   "0.1.0",
		Check:   lint.OfSettings(checkTasksNeverRun),
	}
}

func checkTasksNeverRun(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, q := range []struct{ queue, command string }{
		{"celery", "celery -A " + projectName(site) + " worker"},
		{"rq", "python manage.py rqworker"},
		{"huey", "python manage.py run_huey"},
		{"django-q", "python manage.py qcluster"},
	} {
		setting, ok := queueSetting(s, q.queue)
		if !ok || site.StartsWorker(q.queue) != value.False || !startsAll(site) || mentionsWorker(site, q.queue) {
			continue
		}
		r := lint.Fail(setting, "tasks are queued here, and nothing that the deployment starts runs them").
			About("settings."+q.queue+"#worker").Fix("start %s", q.command)
		r.Regardless = true
		for _, p := range site.Web() {
			r = r.With(p.Declared, "%s is started, and no worker", p.Name)
			break
		}
		answers = append(answers, r)
	}
	return answers
}

// queueSetting returns the setting that has a library queue tasks.
func queueSetting(s *deploy.Settings, queue string) (value.Value, bool) {
	switch queue {
	case "celery":
		for _, name := range []string{"CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER", "task_always_eager"} {
			if v, given := s.Given(name); given && v.Truth() != value.False {
				return value.Value{}, false
			}
		}
		for _, name := range []string{"CELERY_BROKER_URL", "BROKER_URL"} {
			v, given := s.Given(name)
			if text, known := v.Text(); given && known && text != "" && !strings.HasPrefix(text, "memory") {
				return v, true
			}
		}
	case "rq":
		v, given := s.Given("RQ_QUEUES")
		return v, given && v.Kind() == value.Dict && len(v.Keys()) > 0
	case "huey":
		v, given := s.Given("HUEY")
		immediate := v.At("immediate")
		return v, given && v.Kind() == value.Dict && immediate.Known() && immediate.Truth() == value.False
	case "django-q":
		v, given := s.Given("Q_CLUSTER")
		sync := v.At("sync")
		return v, given && v.Kind() == value.Dict && (sync.Cause == value.Absent && !sync.Known() || sync.Truth() == value.False)
	}
	return value.Value{}, false
}

// startsAll reports whether a launcher is there that starts all of a deployment, and not an image alone, which others start
// with another command for the worker.
func startsAll(site *deploy.Site) bool {
	for _, p := range site.Web() {
		switch p.Launcher {
		case deploy.Supervisor, deploy.Systemd, deploy.Compose, deploy.Procfile:
			return true
		default:
		}
	}
	return false
}

// mentionsWorker reports whether a service of any compose file, a developer's included, is for the tasks: the repository has a
// worker then, and production starts it from elsewhere.
func mentionsWorker(site *deploy.Site, queue string) bool {
	for _, s := range site.Places {
		text := strings.ToLower(s.Name + " " + s.Command)
		if strings.Contains(text, "worker") || strings.Contains(text, strings.TrimPrefix(queue, "django-")+" ") || strings.Contains(text, "qcluster") || strings.Contains(text, "celery") {
			return true
		}
	}
	return false
}
