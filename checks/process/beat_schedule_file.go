package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// beatScheduleFile reports a celery beat that keeps its schedule file in the checkout.
//
// # Why it matters
//
// Beat remembers in a file when each task ran last. Without a name for it, the file is celerybeat-schedule in the working
// directory, which is mostly the checkout. Then the account that runs the site must be allowed to write among its own
// code, and each fresh checkout forgets when the tasks ran: a daily mail goes out twice, or not at all.
//
// # Example
//
//	command=/srv/shop/venv/bin/celery --app shop beat
//	directory=/srv/shop
//
// # Use instead
//
//	command=/srv/shop/venv/bin/celery --app shop beat --schedule /var/lib/shop/celerybeat-schedule
//	directory=/srv/shop
//
// # When it stays silent
//
// When another scheduler keeps the schedule elsewhere, such as the one of django-celery-beat, when the settings name the
// file, in a container, and when the file is not in the checkout, or nobody knows where it is. Where git ignores the file
// the finding is a note.
func beatScheduleFile() lint.Rule {
	return lint.Rule{
		ID:      "DPL414",
		Name:    "beat-schedule-file",
		Summary: "Celery beat writes its schedule file into the checkout",
		Help:    "Give beat a schedule file outside the checkout with --schedule",
		Level:   lint.Warning,
		Tags:    []string{"operations", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler",
			"https://docs.celeryq.dev/en/stable/userguide/configuration.html#beat-schedule-filename",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkBeatScheduleFile),
	}
}

func checkBeatScheduleFile(p *deploy.Process, site *deploy.Site) lint.Answer {
	if !schedules(p) || p.Container || p.MayHideOptions() || keepsScheduleElsewhere(site, p) {
		return nil
	}
	place, name := startOfBeat(p), "celerybeat-schedule"
	if s := p.Celery.Schedule; !s.Span.IsZero() {
		if !s.Known {
			return nil
		}
		place, name = s, s.Text
	}
	dir, ok := site.InCheckout(p.WorkingDirectory(), name)
	if !ok {
		return nil
	}
	r := lint.Fail(place, "beat keeps its schedule in %s, in the checkout: a fresh checkout forgets when each task ran last", dir).
		About(about(p, "celery.schedule")).
		Fix("add --schedule /var/lib/%s/celerybeat-schedule, in a folder that only this account writes", folderName(site))
	if site.Ignored(dir) {
		r = r.At(lint.Note)
	}
	return r
}

// schedules reports whether the process is a beat, or a worker with one inside.
func schedules(p *deploy.Process) bool {
	return p.Celery != nil && (p.Kind == deploy.Beat || p.Kind == deploy.Worker && !p.Celery.Beat.Span.IsZero())
}

// keepsScheduleElsewhere reports whether the schedule file is named by the settings, or there may be none at all.
func keepsScheduleElsewhere(site *deploy.Site, p *deploy.Process) bool {
	if s := p.Celery.Scheduler; s.Text != "" || !s.Span.IsZero() {
		return !s.Known || !strings.HasSuffix(s.Text, "PersistentScheduler")
	}
	if site.Settings == nil {
		return false
	}
	for _, name := range []string{
		"CELERY_BEAT_SCHEDULER", "CELERYBEAT_SCHEDULER", "CELERY_BEAT_SCHEDULE_FILENAME", "CELERYBEAT_SCHEDULE_FILENAME",
	} {
		if _, given := site.Settings.Given(name); given {
			return true
		}
	}
	// An installed scheduler may be chosen in the code that makes the celery application, which is not read.
	return site.Settings.App("django_celery_beat") != value.False
}

// folderName is what to call a folder of the project's: a package that many projects have names none.
func folderName(site *deploy.Site) string {
	switch name := strings.ToLower(projectName(site)); name {
	case "config", "conf", "core", "settings", "project", "backend", "server", "src", "app", "main", "web", "site":
		return "celery"
	default:
		return name
	}
}
