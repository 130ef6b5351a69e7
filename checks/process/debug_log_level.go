package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// debugLogLevel reports an application server, a celery process or supervisor itself that logs at debug level.
//
// # Why it matters
//
// At debug level every request, connection and message leaves several lines. The log fills the disk, what matters drowns
// in it, and it holds things that belong in no log: gunicorn prints its whole configuration with the environment given to
// it, supervisor each line that its programs print, celery the arguments of tasks.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 --log-level debug shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 --log-level info shop.wsgi
//
// # When it stays silent
//
// When a variable decides the level that nothing in the repository supplies. For celery it is a note.
func debugLogLevel() lint.Rule {
	return lint.Rule{
		ID:      "DPL404",
		Name:    "debug-log-level",
		Summary: "A production process logs at debug level",
		Help:    "Log at info or warning level in production",
		Level:   lint.Warning,
		Tags:    []string{"security", "performance", "cwe-532"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#loglevel",
			"https://supervisord.org/configuration.html#supervisord-section-settings",
		},
		Since: "0.1.0",
		Check: lint.Checks{lint.OfProcess(checkProcessLogLevel), lint.OfSupervisor(checkSupervisorLogLevel)},
	}
}

func checkProcessLogLevel(p *deploy.Process, _ *deploy.Site) lint.Answer {
	switch {
	case p.Server != nil:
		return judgeLogLevel(p, p.Server.Options, p.Server.Program, lint.Warning)
	case p.Celery != nil:
		return judgeLogLevel(p, p.Celery.Options, "celery", lint.Note)
	}
	return nil
}

func checkSupervisorLogLevel(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	level := c.Get("supervisord", "loglevel")
	text, ok := level.Text()
	if !ok || !isDebugLevel(text) {
		return nil
	}
	return lint.Fail(level, "supervisord logs at level %s: its log fills with every event and with what the programs print", text).
		About("supervisor:supervisord#loglevel").
		Fix("loglevel=info")
}

func judgeLogLevel(p *deploy.Process, options deploy.Options, program string, level lint.Level) lint.Answer {
	name := "loglevel"
	if _, given := options.Given(name); !given {
		name = "log_level"
	}
	v, given := options.Given(name)
	if !given {
		return nil
	}
	return lint.Question{
		Value:   v,
		Name:    program + "'s log level",
		Subject: about(p, program+".loglevel"),
		Place:   source.Span{},
		Bad: func(v value.Value) value.Tri {
			text, ok := v.Text()
			if !ok {
				return value.Undecided
			}
			return value.TriOf(isDebugLevel(text))
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s logs at level %s: the log grows with every request, and holds details that belong in no log", program, strings.ToLower(v.Payload())).
				At(level).Fix("use the level info")
		},
	}
}

// isDebugLevel reports whether a level is debug or below in any of the programs.
func isDebugLevel(level string) bool {
	switch strings.ToLower(level) {
	case "debug", "trace", "blather":
		return true
	}
	return false
}
