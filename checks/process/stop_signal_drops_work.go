package process

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// stopSignalDropsWork reports a process whose stop signal makes it drop what it is doing.
//
// # Why it matters
//
// Every deployment stops the processes. Gunicorn finishes the requests in hand when it gets TERM; on QUIT and INT it shuts
// down at once, and the visitors get a broken connection. (Before gunicorn 19 it was the other way round, which is why
// old instructions say QUIT.) A celery worker finishes its tasks on TERM and cuts them off on QUIT. Beat saves on TERM when
// each task ran last, and nothing on QUIT. KILL gives none of them a chance.
//
// uWSGI is the odd one: before version 2.1 its master takes TERM as an order to reload. It comes up anew instead of ending,
// until its launcher loses patience and kills it; the workers may live on and keep the socket.
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
// For TERM, which is the default of all launchers, and for INT on celery, which ends it as gently. For gunicorn before version 19.
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
		Check: lint.OfProcess(checkStopSignalDropsWork),
	}
}

func checkStopSignalDropsWork(p *deploy.Process, site *deploy.Site) lint.Answer {
	signal, ok := p.Stop.Signal.Value.Text()
	if !ok || p.OneShot {
		return nil
	}
	if r := reloadsOnTerm(site, p, signal); r != nil {
		return r
	}
	at := placeOf(p, p.Stop.Signal)
	level, harm := harmOfSignal(site, p, signal)
	if harm == "" {
		if p.Server == nil && p.Celery == nil {
			return nil
		}
		return lint.Pass(at, "%s ends this process gently", signal).About(about(p, "stopsignal"))
	}
	return lint.Fail(at, "%s", harm).At(level).About(about(p, "stopsignal")).
		Fix("remove the line, or write %s=TERM", p.Stop.Signal.Name)
}

// placeOf returns where a launcher's option is set, or where the process is declared.
func placeOf(p *deploy.Process, o deploy.LaunchOption) lint.Placed {
	if o.Given() {
		return o
	}
	return p.Declared
}

// harmOfSignal says what is lost when the process gets the signal, "" for nothing.
func harmOfSignal(site *deploy.Site, p *deploy.Process, signal string) (lint.Level, string) {
	switch {
	case p.Server != nil && p.Server.IsGunicorn():
		if v, ok := site.PackageVersion("gunicorn"); ok && v.Before(19, 0) {
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
func reloadsOnTerm(site *deploy.Site, p *deploy.Process, signal string) lint.Answer {
	if p.Server == nil || p.Server.Program != "uwsgi" || signal != "TERM" || p.MayHideOptions() || behindShell(p) {
		return nil
	}
	if v, ok := site.PackageVersion("uwsgi"); ok && !v.Before(2, 1) {
		return nil
	}
	o := p.Server.Options
	if o.Get("master").Truth() != value.True || o.Get("die-on-term").Truth() == value.True {
		return nil
	}
	for _, name := range []string{"die-on-term", "emperor", "hook-master-start", "legion"} {
		if v, given := o.Given(name); given && v.Truth() != value.False {
			return nil // it stops
		}
	}
	if mayReadMore(o) {
		return nil // which may say that it stops
	}
	at := lint.Placed(p.Started())
	if p.Stop.Signal.Given() {
		at = p.Stop.Signal
	}
	wait := "a while"
	if n, ok := p.Stop.Seconds.Value.Int(); ok {
		wait = fmt.Sprintf("%s (%d seconds)", p.Stop.Seconds.Name, n)
	}
	return lint.Fail(at, "uWSGI reloads on TERM instead of stopping: %s waits %s at each stop and then kills it", launcherOf(p), wait).
		About(about(p, "stopsignal")).With(p.Declared, "%s", p.Name).
		Fix("set die-on-term = true for uWSGI, or %s=INT here", p.Stop.Signal.Name)
}

// launcherOf returns the name of what stops a process.
func launcherOf(p *deploy.Process) string {
	switch p.Launcher {
	case deploy.Dockerfile, deploy.Compose:
		return "docker"
	default:
		return p.Launcher.String()
	}
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

// mayReadMore reports whether uWSGI's options name a configuration that was not read: one that is made on the server, or
// in a form that is not known.
func mayReadMore(o deploy.Options) bool {
	for _, name := range []string{"include", "inherit", "import", "ini", "yaml", "yml", "xml", "json", "config"} {
		if v, given := o.Given(name); given && v.Truth() != value.False {
			return true
		}
	}
	return false
}
