package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// unexportedVariables reports a file with environment variables that a wrapper sources without exporting them.
//
// # Why it matters
//
// A line KEY=value in a sourced file sets a variable of the shell. The program that the shell starts sees it only when it
// is exported, by export KEY=value or by set -a before the file is read. Without that, the settings fall back to
// their defaults or stop with an error about a missing variable, while the file with the right values lies there.
//
// # Example
//
//	source /srv/shop/deploy/production.env
//	exec "$@"
//
// # Use instead
//
//	set -a
//	source /srv/shop/deploy/production.env
//	set +a
//	exec "$@"
//
// # When it stays silent
//
// When no variable of the file is read by the settings, when each of them is exported after all, and for files with
// shell code such as a virtualenv's activate. An env file that is not in the repository may export its variables itself, so
// that is a note.
func unexportedVariables() lint.Rule {
	return lint.Rule{
		ID:      "DPL423",
		Name:    "unexported-variables",
		Summary: "Variables of a sourced file do not reach the process",
		Help:    "Write set -a before the file is sourced, or export in the file",
		Level:   lint.Error,
		Tags:    []string{"correctness", "shell"},
		Links:   []string{"https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html"},
		Since:   "0.1.0",
		Check:   lint.OfScript(checkUnexportedVariables),
	}
}

func checkUnexportedVariables(use deploy.ScriptUse, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range use.Script.Sources {
		if s.Exports || s.Virtualenv {
			continue
		}
		if r, ok := judgeSourced(site, use, s); ok {
			answers = append(answers, r.About(use.Key()+"#"+s.Name.Text))
		}
	}
	return answers
}

func judgeSourced(site *deploy.Site, use deploy.ScriptUse, s deploy.Sourced) (lint.Result, bool) {
	const fix = "write set -a before this line and set +a behind it"
	if !s.Found {
		if !s.Name.Known || !isEnvFileName(s.Name.Text) || site.Settings == nil || len(site.Settings.Reads) == 0 {
			return lint.Result{}, false
		}
		return lint.Fail(s.Name, "only those variables of this file reach the process that it exports itself: plain KEY=value lines stay in the shell").
			At(lint.Note).Fix(fix), true
	}
	lost := lostVariables(site, use, s)
	if len(lost) == 0 {
		return lint.Result{}, false
	}
	names := make([]string, 0, len(lost))
	for _, e := range lost {
		names = append(names, e.Key)
	}
	r := lint.Fail(s.Name, "%s set in this file without export, and the settings never see %s", join(names), pronoun(len(names))).Fix(fix)
	for _, e := range lost {
		r = r.With(e.KeySpan, "%s stays in the shell", e.Key)
	}
	return startedBy(r, use), true
}

// lostVariables returns the assignments that the settings read and that nothing else gives to the processes.
func lostVariables(site *deploy.Site, use deploy.ScriptUse, s deploy.Sourced) []deploy.EnvEntry {
	if site.Settings == nil {
		return nil
	}
	read := map[string]bool{}
	for _, r := range site.Settings.Reads {
		read[r.Name] = true
	}
	var lost []deploy.EnvEntry
	for _, e := range s.Unexported {
		if !read[e.Key] {
			continue
		}
		for _, p := range use.Processes {
			if p.Lacks(e.Key) {
				lost = append(lost, e)
				break
			}
		}
	}
	return lost
}

// isEnvFileName reports whether a file of that name mostly holds plain assignments. One for direnv (.envrc) exports.
func isEnvFileName(name string) bool {
	base := path.Base(name)
	return base == "env" || base == ".env" || strings.HasSuffix(base, ".env") || strings.HasPrefix(base, ".env.") ||
		strings.HasPrefix(name, "/etc/default/") || strings.HasPrefix(name, "/etc/sysconfig/")
}

// join returns names as an enumeration with its verb: "A is", "A and B are", "A, B and 3 more are".
func join(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0] + " is"
	case 2:
		return names[0] + " and " + names[1] + " are"
	default:
		return names[0] + ", " + names[1] + " and " + counted(int64(n-2), "other") + " are"
	}
}

func pronoun(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}
