package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// eachProcess asks judge about every process of the site. Processes that share a wrapper script or a configuration file
// have its faults in common: findings at one place are one finding, and the other processes become related places.
func eachProcess(site *deploy.Site, judge func(*deploy.Process) []lint.Result) []lint.Result {
	type place struct {
		span  source.Span
		kind  lint.Kind
		level lint.Level
	}
	var results []lint.Result
	at := map[place]int{}
	for _, p := range site.Processes {
		for _, r := range judge(p) {
			key := place{r.Span, r.Kind, r.Level}
			i, seen := at[key]
			if !seen {
				at[key] = len(results)
				results = append(results, r)
				continue
			}
			results[i] = results[i].With(p.Declared, "%s starts this way too", p.Name)
		}
	}
	return results
}

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
