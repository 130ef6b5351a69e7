package process

import (
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
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
// uWSGI is the odd one: before version 2.1 its master takes TERM as an order to reload. It comes up anew instead of ending,
// until supervisor loses patience and kills it; the workers may live on and keep the socket.
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
// For uWSGI with die-on-term, with stopsignal=INT or QUIT, without a master, and where its configuration is not in the
// repository.
func stopSignalDropsWork() lint.Rule {
	return lint.Rule{
		ID:      "DPL407",
		Name:    "stop-signal-drops-work",
		Summary: "The stop signal makes a process drop its work",
		Help:    "Remove stopsignal: TERM, the default, lets the process finish",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor", "gunicorn", "celery", "uwsgi"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/signals.html",
			"https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker",
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html",
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
		if r, ok := reloadsOnTerm(site, p, signal); ok {
			return []lint.Result{r}
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

// reloadsOnTerm returns the finding about a uWSGI that takes the stop signal as an order to reload.
func reloadsOnTerm(site *deploy.Site, p *deploy.Process, signal string) (lint.Result, bool) {
	if p.Server == nil || p.Server.Program != "uwsgi" || signal != "TERM" || p.MayHideOptions() || behindShell(p) {
		return lint.Result{}, false
	}
	if v, ok := readVersion(site, "uwsgi"); ok && !v.before(2, 1) {
		return lint.Result{}, false
	}
	o := p.Server.Options
	if o.Get("master").Truth() != value.True || o.Get("die-on-term").Truth() == value.True {
		return lint.Result{}, false
	}
	for _, name := range []string{"die-on-term", "emperor", "hook-master-start", "legion", "include", "import", "yaml", "yml", "xml", "json", "config"} {
		if v, given := o.Given(name); given && v.Truth() != value.False {
			return lint.Result{}, false // it stops, or what is not read may say so
		}
	}
	at := p.Started()
	if v, given := p.Program.Options.Given("stopsignal"); given {
		at = v.Span()
	}
	wait := "10"
	if n, ok := p.Program.Number("stopwaitsecs"); ok {
		wait = strconv.FormatInt(n, 10)
	}
	return lint.Fail(at, "uWSGI reloads on TERM instead of stopping: supervisor waits stopwaitsecs (%s seconds) at each stop and then kills it", wait).
		About(about(p, "stopsignal")).With(p.Declared, "%s", p.Name).
		Fix("set die-on-term = true for uWSGI, or stopsignal=INT here"), true
}

// behindShell reports whether a shell stays between supervisor and the program, so that the signal does not reach it.
func behindShell(p *deploy.Process) bool {
	for _, w := range p.Wrappers {
		if w.Script != nil && w.Script.Exec != value.True {
			return true
		}
	}
	return false
}
