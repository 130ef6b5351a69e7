package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// beatDuplicated reports more than one scheduler for the same celery application, or one that is started in a way that
// multiplies.
//
// # Why it matters
//
// Each beat sends every scheduled task. With two of them each invoice is written twice and each mail goes out twice.
// Celery therefore wants exactly one. A worker with -B has a beat inside, so that the second worker, started one day to
// cope with load, brings the second beat.
//
// # Example
//
//	command=/srv/shop/venv/bin/celery --app shop worker -B
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//
//	[program:beat]
//	command=/srv/shop/venv/bin/celery --app shop beat --schedule /var/lib/shop/celerybeat-schedule
//
// # When it stays silent
//
// For beats of different applications, for those of different launchers or files, which are alternatives of each other,
// and with RedBeat, which holds a lock.
func beatDuplicated() lint.Rule {
	return lint.Rule{
		ID:      "DPL422",
		Name:    "beat-duplicated",
		Summary: "Scheduled tasks are sent by more than one celery beat",
		Help:    "Run exactly one celery beat, as a process of its own",
		Level:   lint.Error,
		Tags:    []string{"correctness", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkBeatDuplicated),
	}
}

func checkBeatDuplicated(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	first := map[string]*deploy.Process{}
	for _, p := range site.Processes {
		if !schedules(p) || locksSchedule(site, p) {
			continue
		}
		subject := about(p, "celery.beat")
		place := startOfBeat(p)
		key := p.Declared.Path() + "\n" + appOf(p)
		if other, taken := first[key]; taken {
			answers = append(answers, lint.Fail(place, "a second celery beat for the same application: every scheduled task is sent twice").
				About(subject).With(startOfBeat(other), "%s is the first one", other.Name).
				Fix("keep one beat, and start all other workers without it"))
			continue
		}
		first[key] = p
		if p.Program != nil {
			if n, ok := p.Program.Number("numprocs"); ok && n > 1 {
				answers = append(answers, lint.Fail(p.Program.Place("numprocs"), "supervisor starts %d celery beats: every scheduled task is sent %d times", n, n).
					About(subject).Fix("numprocs=1"))
				continue
			}
		}
		if n, ok := p.Replicas.Value.Int(); ok && n > 1 {
			answers = append(answers, lint.Fail(p.Replicas, "%d replicas of this celery beat run: every scheduled task is sent %d times", n, n).
				About(subject).With(place, "the beat is started here").Fix("one replica for the beat; workers without -B may have more"))
			continue
		}
		if p.Kind != deploy.Beat {
			answers = append(answers, lint.Fail(place, "this worker has a beat inside: a second worker would send every scheduled task twice").
				At(lint.Warning).About(subject).
				Fix("remove -B and start one celery beat as a process of its own"))
		}
	}
	return answers
}

// startOfBeat returns the word that makes a process schedule tasks.
func startOfBeat(p *deploy.Process) deploy.Word {
	if p.Kind == deploy.Beat {
		return p.Celery.Command
	}
	return p.Celery.Beat
}

// appOf returns the application without the object in it: -A shop and -A shop.celery are one.
func appOf(p *deploy.Process) string {
	app, _, _ := strings.Cut(p.Celery.App.Text, ":")
	return strings.TrimSuffix(app, ".celery")
}

// locksSchedule reports whether a scheduler runs that lets one beat work at a time.
func locksSchedule(site *deploy.Site, p *deploy.Process) bool {
	name := p.Celery.Scheduler.Text
	if name == "" && site.Settings != nil {
		for _, setting := range []string{"CELERY_BEAT_SCHEDULER", "CELERYBEAT_SCHEDULER"} {
			if v, given := site.Settings.Given(setting); given {
				name = v.Payload()
			}
		}
	}
	return strings.Contains(strings.ToLower(name), "redbeat")
}
