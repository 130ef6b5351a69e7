package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
)

// scriptTracesSecrets reports a start-up script that prints the secrets that it sets.
//
// # Why it matters
//
// After set -x the shell prints each command before it runs it, with all variables filled in. Assignments are printed too, and so
// is each line of an env file that it sources: the passwords stand in the log at every start, where backups and log services keep
// them.
//
// # Example
//
//	set -ex
//	. /srv/shop/.env
//
// # Use instead
//
//	set -e
//	. /srv/shop/.env
//
// # When it stays silent
//
// Where set +x comes before the file is read, and for files that hold no variables, such as a virtualenv's activate.
func scriptTracesSecrets() lint.Rule {
	return lint.Rule{
		ID:      "DPL453",
		Name:    "script-traces-secrets",
		Summary: "A start-up script prints the secrets that it reads",
		Help:    "Remove set -x, or write set +x before the env file is read",
		Level:   lint.Warning,
		Tags:    []string{"security", "secrets", "shell", "cwe-532"},
		Links:   []string{"https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html"},
		Since:   "0.1.0",
		Check:   lint.OfScript(checkScriptTracesSecrets),
	}
}

func checkScriptTracesSecrets(use deploy.ScriptUse, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	traced := lint.Placed(nil)
	for _, c := range use.Script.Commands {
		if on, off := traces(c); on {
			traced = c.Words[0]
			continue
		} else if off {
			traced = nil
			continue
		}
		if name, ok := revealed(c); ok && traced != nil && !c.Conditional {
			answers = append(answers, startedBy(lint.Fail(traced, "the shell prints every command from here on, with the secrets of %s in it: they stand in the log", name).
				About(use.Key()+"#trace").With(c.Span.FirstLine(), "it is read here").
				Fix("remove -x, or write set +x before this line"), use))
			break
		}
	}
	return answers
}

// traces reports whether a command switches the tracing of commands on or off.
func traces(c deploy.ScriptCommand) (on, off bool) {
	if len(c.Words) < 2 || c.Words[0].Text != "set" {
		return false, false
	}
	for i, w := range c.Words[1:] {
		switch {
		case strings.HasPrefix(w.Text, "-") && strings.Contains(w.Text, "x"), w.Text == "xtrace" && c.Words[i].Text == "-o":
			on = true
		case strings.HasPrefix(w.Text, "+") && strings.Contains(w.Text, "x"), w.Text == "xtrace" && c.Words[i].Text == "+o":
			off = true
		}
	}
	return on, off
}

// revealed returns the file or variable with secrets that a command reads.
func revealed(c deploy.ScriptCommand) (name string, ok bool) {
	if len(c.Words) < 2 {
		return "", false
	}
	switch c.Words[0].Text {
	case "source", ".":
		name = c.Words[1].Text
		return path.Base(name), isEnvFileName(name) || strings.HasSuffix(name, "envrc")
	case "export":
		variable, _, assigned := strings.Cut(c.Words[1].Text, "=")
		return variable, assigned && secret.IsName(variable)
	}
	return "", false
}
