package deploy

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/value"
)

// started makes a process out of a command line.
func started(kind ProcessKind, line string) *Process {
	p := &Process{Kind: kind}
	for text := range strings.FieldsSeq(line) {
		p.Argv = append(p.Argv, Word{Text: text, Known: !strings.HasPrefix(text, "$")})
	}
	switch {
	case strings.HasPrefix(line, "manage.py ") && len(p.Argv) > 1:
		p.Manage = &Manage{Command: p.Argv[1]}
	case strings.HasPrefix(line, "celery "):
		p.Celery = &Celery{}
		if strings.Contains(line, " -B") {
			p.Celery.Beat = Word{Text: "-B", Known: true}
		}
	case kind == Web:
		p.Server = &Server{Program: "gunicorn"}
	}
	return p
}

func TestTaskQueue(t *testing.T) {
	for line, want := range map[string]string{
		"celery -A shop worker": "celery", "manage.py rqworker high": "rq", "rqscheduler": "rq", "rq worker": "rq",
		"manage.py run_huey": "huey", "huey_consumer.py shop.huey": "huey", "manage.py rundramatiq": "dramatiq", "dramatiq shop.tasks": "dramatiq",
		"manage.py qcluster": "django-q", "manage.py procrastinate worker": "procrastinate", "manage.py runworker mail": "channels",
		"manage.py process_tasks": "background-tasks", "manage.py db_worker": "django-tasks", "arq shop.Worker": "arq",
		"manage.py migrate": "", "gunicorn shop.wsgi": "",
	} {
		if got := started(Worker, line).TaskQueue(); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestStartsWorker(t *testing.T) {
	web := started(Web, "gunicorn shop.wsgi")
	for _, c := range []struct {
		name      string
		processes []*Process
		works     value.Tri
		schedules value.Tri
	}{
		{"nothing is known to serve", nil, value.Undecided, value.Undecided},
		{"only the site", []*Process{web}, value.False, value.False},
		{"a worker", []*Process{web, started(Worker, "celery -A shop worker")}, value.True, value.Undecided},
		{"a worker that schedules too", []*Process{web, started(Worker, "celery -A shop worker -B")}, value.True, value.True},
		{"a scheduler", []*Process{web, started(Beat, "celery -A shop beat")}, value.Undecided, value.True},
		{"a worker of another library", []*Process{web, started(Worker, "manage.py qcluster")}, value.False, value.False},
		{"a command that nobody knows", []*Process{web, started(OtherProcess, "$RUN")}, value.Undecided, value.Undecided},
		{"a script that is named for it", []*Process{web, started(OtherProcess, "/srv/start-celery.sh")}, value.Undecided, value.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Site{Processes: c.processes}
			got := []value.Tri{s.StartsWorker("celery"), s.StartsScheduler("celery")}
			if diff := cmp.Diff([]value.Tri{c.works, c.schedules}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	neighbour := &Site{Processes: []*Process{web}, Neighbours: []*Process{started(Worker, "manage.py qcluster")}}
	if neighbour.StartsWorker("django-q") != value.True || neighbour.StartsScheduler("django-q") != value.True {
		t.Error("the worker of another site of the repository counts, and django-q's schedules too")
	}
}
