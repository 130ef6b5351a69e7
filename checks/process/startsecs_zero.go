package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// startsecsZero reports a program that supervisor takes for started the moment it is forked.
//
// # Why it matters
//
// Supervisor calls a program started when it has lived for startsecs seconds. One that ends before is tried again,
// with longer and longer pauses, and given up after startretries attempts, which monitoring sees as FATAL. With startsecs=0 no attempt
// ever fails: a site that does not import restarts every second, for ever, writes its traceback each time, and status says
// RUNNING.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	autorestart=true
//	startsecs=0
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	autorestart=true
//	startsecs=5
//
// # When it stays silent
//
// For programs that do their work and end, and for those that are not restarted.
func startsecsZero() lint.Rule {
	return lint.Rule{
		ID:      "DPL433",
		Name:    "startsecs-zero",
		Summary: "Supervisor takes every attempt to start the process for a success",
		Help:    "Leave startsecs at 1, its default, or give the process the seconds that it needs to start",
		Level:   lint.Warning,
		Tags:    []string{"availability", "supervisor"},
		Links:   []string{"https://supervisord.org/subprocess.html#process-states"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkStartsecsZero),
	}
}

func checkStartsecsZero(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || !servesOn(p) || p.Program.Flag("autorestart") == value.False {
		return nil
	}
	if n, ok := p.Program.Number("startsecs"); !ok || n != 0 {
		return nil
	}
	return lint.Fail(p.Program.Place("startsecs"), "supervisor counts every start as a success: a process that does not come up restarts without a pause and never turns FATAL").
		About(about(p, "startsecs")).Fix("remove the line, or write startsecs=5")
}
