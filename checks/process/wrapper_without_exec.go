package process

import (
	"path"
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// wrapperWithoutExec reports a wrapper script that stays between its launcher and the program, so that signals to stop do
// not arrive.
//
// # Why it matters
//
// Supervisor and Docker stop what they started, which is the shell. A shell that waits for a command passes no signal on:
// either it dies and leaves the program behind, which keeps the port so that the new one cannot start, or the
// program is killed when the time is up, in the middle of its work.
//
// # Example
//
//	#!/bin/sh
//	set -e
//	cd /srv/shop
//	venv/bin/gunicorn --workers 3 shop.wsgi
//
// # Use instead
//
//	#!/bin/sh
//	set -e
//	cd /srv/shop
//	exec venv/bin/gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// When the script's last command is exec'ed, when supervisor has stopasgroup=true and so signals the program too, for
// bash -c, which replaces itself by its last command, for launchers that signal all processes of a service, such as
// systemd, and for commands that do their work and end, such as migrate.
func wrapperWithoutExec() lint.Rule {
	return lint.Rule{
		ID:      "DPL417",
		Name:    "wrapper-without-exec",
		Summary: "Signals do not reach the program behind a wrapper",
		Help:    "Start the program with exec, as the last command of the script",
		Level:   lint.Warning,
		Tags:    []string{"availability", "shell", "supervisor"},
		Links: []string{
			"https://supervisord.org/subprocess.html#nondaemonizing-of-subprocesses",
			"https://docs.docker.com/reference/dockerfile/#exec-form-entrypoint-example",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkWrapperWithoutExec),
	}
}

func checkWrapperWithoutExec(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, use := range site.Scripts() {
		if use.Script.Exec != value.False || use.Script.Final.IsZero() || replacesItself(use) {
			continue
		}
		var cut []*deploy.Process
		for _, p := range use.Processes {
			if servesOn(p) && signalsShellOnly(p) {
				cut = append(cut, p)
			}
		}
		if len(cut) == 0 {
			continue
		}
		use.Processes = cut
		r := lint.Fail(use.Script.Final.FirstLine(), "the shell stays between its launcher and this program and passes no signal on: on a stop the program is killed in its work, or survives and keeps the port").
			About(use.Key() + "#exec")
		if cut[0].Program != nil {
			r = r.Fix("put exec before the command, or set stopasgroup=true")
		} else {
			r = r.Fix("put exec before the command")
		}
		answers = append(answers, startedBy(r, use))
	}
	return append(answers, supervisordsWithoutExec(site))
}

// supervisordsWithoutExec judges the scripts between a container and its supervisord, which stops the programs.
func supervisordsWithoutExec(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	var seen []source.Span
	for _, config := range site.Supervisors {
		p := config.StartedBy
		if p == nil || p.Executable() != "supervisord" || !slices.ContainsFunc(config.Programs, servesOn) {
			continue
		}
		for _, w := range p.Wrappers {
			if w.Script == nil || w.Script.File == nil || w.Script.Exec != value.False || w.Script.Final.IsZero() || slices.Contains(seen, w.Script.Final) {
				continue
			}
			use := deploy.ScriptUse{Script: w.Script, Name: w.Name, Processes: []*deploy.Process{p}}
			if replacesItself(use) {
				continue
			}
			seen = append(seen, w.Script.Final)
			answers = append(answers, startedBy(lint.Fail(w.Script.Final.FirstLine(),
				"the shell stays between the container and supervisord and passes no signal on: when the container stops, all programs are killed in their work").
				About(use.Key()+"#exec").Fix("put exec before the command"), use))
		}
	}
	return answers
}

// replacesItself reports whether the shell runs the last command of its -c text in its own place, as bash does.
func replacesItself(use deploy.ScriptUse) bool {
	return use.Script.Inline && path.Base(use.Name.Text) == "bash"
}

// servesOn reports whether the process has work to lose when it is killed: not one that migrates the database and ends.
func servesOn(p *deploy.Process) bool {
	return p.Kind == deploy.Web || p.Kind == deploy.Worker || p.Kind == deploy.Beat
}

// signalsShellOnly reports whether the launcher signals just the process that it started.
func signalsShellOnly(p *deploy.Process) bool {
	switch p.Launcher {
	case deploy.Supervisor:
		return p.Program != nil && p.Program.Flag("stopasgroup") == value.False
	case deploy.Dockerfile, deploy.Compose:
		return true
	default:
		return false
	}
}
