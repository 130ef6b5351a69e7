package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorRefuses reports a configuration with which supervisord stops instead of starting.
//
// # Why it matters
//
// One bad value in one program's section keeps the whole of supervisord from starting, with every program that it runs.
// "supervisorctl reread" refuses the file as well, and the old configuration stays in force until the next reboot.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --access-logformat "%(h)s" shop.wsgi
//	stopwaitsecs=30s
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --access-logformat "%%(h)s" shop.wsgi
//	stopwaitsecs=30
//
// # When it stays silent
//
// Where a template or a variable of the environment decides on the value. Whether a user, a folder or a program is there
// cannot be told from the file.
func supervisorRefuses() lint.Rule {
	return lint.Rule{
		ID:      "DPL424",
		Name:    "supervisor-refuses",
		Summary: "Supervisor does not start with this configuration",
		Help:    "Correct the value: supervisord stops at the first that it cannot read",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links: []string{
			"https://supervisord.org/configuration.html",
			"https://github.com/Supervisor/supervisor/blob/main/supervisor/options.py",
		},
		Since: "0.1.0",
		Check: lint.OfSupervisor(checkSupervisorRefuses),
	}
}

func checkSupervisorRefuses(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, refusal := range c.Refusals() {
		answers = append(answers, refused(refusal))
	}
	return answers
}

func refused(r ini.Refusal) lint.Result {
	where, subject := "", "supervisor:"
	if r.Section != "" {
		where, subject = "["+r.Section+"]: ", "supervisor:"+r.Section
	}
	if r.Option != "" {
		subject += "#" + r.Option
	}
	result := lint.Fail(r, "%s%s, so supervisord does not start and runs none of its programs", where, r.Message).About(subject)
	switch {
	case r.Format:
		return result.Fix("write %%%% for each percent sign that stands for itself")
	case r.Option != "":
		return result.Fix("correct %s", r.Option)
	}
	return result.Fix("correct the line")
}
