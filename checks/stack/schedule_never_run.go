package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// scheduleNeverRun reports a schedule of celery tasks that nothing runs.
//
// # Why it matters
//
// CELERY_BEAT_SCHEDULE is only data: celery beat reads it and queues the tasks. The deployment starts workers and no beat, so
// nightly mails, clean-ups and reports never happen, and nothing says so.
//
// # Example
//
//	CELERY_BEAT_SCHEDULE = {"nightly": {…}}
//	[program:worker] only
//
// # Use instead
//
//	[program:beat]
//	command=/srv/shop/venv/bin/celery -A shop beat
//
// # When it stays silent
//
// Where a worker runs with -B, where any process mentions beat, and where no celery worker is among the repository's processes:
// what starts them is elsewhere then, beat perhaps too.
func scheduleNeverRun() lint.Rule {
	return lint.Rule{
		ID:      "DPL521",
		Name:    "schedule-never-run",
		Summary: "celery's schedule is set, and no beat runs it",
		Help:    "Start celery beat, once",
		Level:   lint.Warning,
		Tags:    []string{"availability", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkScheduleNeverRun),
	}
}

func checkScheduleNeverRun(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var schedule value.Value
	for _, name := range []string{"CELERY_BEAT_SCHEDULE", "CELERYBEAT_SCHEDULE"} {
		if v, given := s.Given(name); given && v.Truth() == value.True {
			schedule = v
		}
	}
	if !schedule.Known() {
		return nil
	}
	var worker *deploy.Process
	for _, p := range slices.Concat(site.Processes, site.Neighbours) {
		for _, w := range p.Argv {
			if strings.Contains(strings.ToLower(w.Text), "beat") {
				return nil
			}
		}
		if p.Kind == deploy.Beat || p.Celery != nil && (p.Celery.Beat.Text != "" || p.MayHideOptions()) {
			return nil
		}
		if worker == nil && p.Kind == deploy.Worker && p.Celery != nil {
			worker = p
		}
	}
	if worker == nil {
		return nil
	}
	return lint.Fail(schedule, "nothing runs this schedule: %s works off tasks, and no celery beat queues them", worker.Name).
		About("settings.CELERY_BEAT_SCHEDULE").With(worker.Started(), "the worker is started here").Fix("a process of its own: celery -A … beat")
}
