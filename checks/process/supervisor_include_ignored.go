package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorIncludeIgnored reports an [include] section in a file that is itself included.
//
// # Why it matters
//
// Supervisor looks for [include] in its main file, reads what that names, and looks no further. The programs of a file that only
// an included file names never start.
//
// # Example
//
//	; in conf.d/shop.conf, which supervisord.conf includes
//	[include]
//	files=/srv/shop/deploy/*.conf
//
// # Use instead
//
//	; in supervisord.conf
//	[include]
//	files=/etc/supervisor/conf.d/*.conf /srv/shop/deploy/*.conf
//
// # When it stays silent
//
// In a main file, and in a file of which nothing tells whether another one includes it.
func supervisorIncludeIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL430",
		Name:    "supervisor-include-ignored",
		Summary: "Supervisor ignores [include] in an included file",
		Help:    "Name all files in the [include] section of supervisord.conf",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#include-section-settings"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorIncludeIgnored),
	}
}

func checkSupervisorIncludeIgnored(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	trees := c.Included
	if c.Fragment && c.InFolder {
		trees = append([]*ini.Tree{c.Tree}, trees...)
	}
	for _, t := range trees {
		s, ok := t.Section("include")
		if !ok {
			continue
		}
		r := lint.Fail(s, "supervisor ignores [include] in a file that is included itself: what it names is never read").
			About("supervisor:include").Fix("move it to the [include] section of the main file")
		if main, has := c.Tree.Section("include"); has && t != c.Tree {
			r = r.With(main, "supervisor reads this one")
		}
		answers = append(answers, r)
	}
	return answers
}
