package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// stopSignalDropsWork reports a supervisor program whose stop signal makes the process drop what it is doing.
//
// # Why it matters
//
// Every deployment stops the processes. Gunicorn finishes the requests in hand when it gets TERM; on QUIT and INT it shuts
// down at once, and the visitors get a broken connection. (Before gunicorn 19 it was the other way round, which is why
// old instructions say QUIT.) A celery worker finishes its tasks on TERM and cuts them off on QUIT. Beat saves on TERM when
// each task ran last, and nothing on QUIT. KILL gives none of them a chance.
//
// # Example
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	stopsignal=QUIT
//
// # Use instead
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery --app shop worker
//	stopwaitsecs=600
//
// # When it stays silent
//
// For TERM, which is supervisor's default, and for INT on celery, which ends it as gently. For gunicorn before version 19.
func stopSignalDropsWork() lint.Rule {
	return lint.Rule{
		ID:      "DPL407",
		Name:    "stop-signal-drops-work",
		Summary: "The stop signal makes a process drop its work",
		Help:    "Remove stopsignal: TERM, the default, lets the process finish",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "gunicorn", "celery"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/signals.html",
			"https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker",
			"https://supervisord.org/configuration.html#program-x-section-values",
		},
		Since: "0.1.0",
		Check: checkStopSignalDropsWork,
	}
}

func checkStopSignalDropsWork(site *deploy.Site) []lint.Result {
	return eachProcess(site, func(p *deploy.Process) []lint.Result {
		if p.Program == nil {
			return nil
		}
		signal, ok := p.Program.StopSignal()
		if !ok {
			return nil
		}
		at := p.Program.Place("stopsignal")
		level, harm := harmOfSignal(site, p, signal)
		if harm == "" {
			if p.Server == nil && p.Celery == nil {
				return nil
			}
			return []lint.Result{lint.Pass(at, "%s ends this process gently", signal).About(about(p, "stopsignal"))}
		}
		return []lint.Result{lint.Fail(at, "%s", harm).At(level).About(about(p, "stopsignal")).
			Fix("remove the line, or write stopsignal=TERM")}
	})
}

// harmOfSignal says what is lost when the process gets the signal, "" for nothing.
func harmOfSignal(site *deploy.Site, p *deploy.Process, signal string) (lint.Level, string) {
	switch {
	case p.Server != nil && p.Server.IsGunicorn():
		if v, ok := readVersion(site, "gunicorn"); ok && v.before(19, 0) {
			return lint.RuleLevel, ""
		}
		if signal == "QUIT" || signal == "INT" || signal == "KILL" {
			return lint.Warning, "gunicorn drops the requests in hand on " + signal + ": at each stop and deployment visitors get broken connections"
		}
	case p.Celery == nil:
	case p.Kind == deploy.Beat:
		if signal == "QUIT" || signal == "KILL" {
			return lint.Warning, "celery beat does not save its schedule on " + signal + ": after a restart it runs tasks again, or late"
		}
	case p.Kind == deploy.Worker:
		if signal == "QUIT" || signal == "KILL" {
			return lint.Error, "a celery worker cuts off running tasks on " + signal + ": at each stop and deployment they are lost half done"
		}
	}
	return lint.RuleLevel, ""
}
