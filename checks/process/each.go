package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// about returns the subject of a result about one aspect of a process.
func about(p *deploy.Process, aspect string) string { return p.Key + "#" + aspect }

// startedBy adds the processes that start through a script to a result about it. A script that nothing starts is its own
// process, and says nothing new.
func startedBy(r lint.Result, use deploy.ScriptUse) lint.Result {
	for _, p := range use.Processes {
		if p.Launcher == deploy.ShellScript {
			continue
		}
		r = r.With(p.Declared, "%s starts through it", p.Name)
	}
	return r
}

// isTrue reads a boolean of supervisor's.
func isTrue(text string) value.Tri {
	on, err := ini.ParseBool(text)
	if err != nil {
		return value.Undecided
	}
	return value.TriOf(on)
}
