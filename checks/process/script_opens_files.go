package process

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// scriptOpensFiles reports a start-up script that lets every account of the machine write to files of the site.
//
// # Why it matters
//
// chmod 777 makes an error message about permissions go away, since it takes the permissions away. Any account, that of another site
// or of a database, can then replace the socket, the uploads or the code, and what it puts there runs as this site.
//
// # Example
//
//	mkdir -p /srv/shop/run
//	chmod 777 /srv/shop/run
//
// # Use instead
//
//	install -d -o shop -g www-data -m 750 /srv/shop/run
//
// # When it stays silent
//
// For folders with the sticky bit, such as 1777. In containers it is a note, for they have no other accounts.
func scriptOpensFiles() lint.Rule {
	return lint.Rule{
		ID:      "DPL452",
		Name:    "script-opens-files",
		Summary: "A start-up script makes files writable for every account",
		Help:    "Give the files to the account that needs them, with mode 750 or 770",
		Level:   lint.Warning,
		Tags:    []string{"security", "shell", "cwe-732"},
		Links:   []string{"https://www.gnu.org/software/coreutils/manual/html_node/Numeric-Modes.html"},
		Since:   "0.1.0",
		Check:   lint.OfScript(checkScriptOpensFiles),
	}
}

func checkScriptOpensFiles(use deploy.ScriptUse, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, c := range use.Script.Commands {
		mode, ok := openMode(c)
		if !ok {
			continue
		}
		r := lint.Fail(mode, "this lets every account of this machine replace these files").
			About(use.Key() + "#chmod." + target(c)).Fix("use chown with the account that needs them, and mode 750 or 770")
		if use.Processes[0].Contained() {
			r = r.At(lint.Note)
		}
		answers = append(answers, startedBy(r, use))
	}
	return answers
}

// openMode returns the mode of a chmod that gives all accounts the right to write.
func openMode(c deploy.ScriptCommand) (source.Span, bool) {
	words := c.Words
	if len(words) > 0 && words[0].Text == "sudo" {
		words = words[1:]
	}
	if len(words) < 3 || words[0].Text != "chmod" {
		return source.Span{}, false
	}
	for _, w := range words[1:] {
		if strings.HasPrefix(w.Text, "-") {
			continue
		}
		if bits, err := strconv.ParseUint(w.Text, 8, 32); err == nil {
			return w.Span, bits&0o002 != 0 && bits&0o1000 == 0
		}
		who, rights, added := strings.Cut(w.Text, "+")
		return w.Span, added && strings.Contains(rights, "w") && !strings.Contains(rights, "t") && strings.ContainsAny(who, "ao")
	}
	return source.Span{}, false
}

// target returns what a command is about: its last word.
func target(c deploy.ScriptCommand) string { return c.Words[len(c.Words)-1].Text }
