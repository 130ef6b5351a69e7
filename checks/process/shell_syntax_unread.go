package process

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// shellSyntaxUnread reports a command with shell syntax in it that no shell reads.
//
// # Why it matters
//
// Supervisor, systemd and the exec form of Docker split a command into words and start the first one with the others as its
// arguments. There is no shell: cd is no program, && is an argument like any other, and > redirects nothing. The process
// either does not start, or does with arguments that it does not understand.
//
// # Example
//
//	command=cd /srv/shop && venv/bin/gunicorn --workers 3 shop.wsgi
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	directory=/srv/shop
//
// or a script, or
//
//	command=/bin/sh -c "cd /srv/shop && exec venv/bin/gunicorn --workers 3 shop.wsgi"
//
// # When it stays silent
//
// For commands that a shell runs: sh -c, the shell form of Docker, Procfiles. systemd puts variables in place of $NAME by
// itself.
func shellSyntaxUnread() lint.Rule {
	return lint.Rule{
		ID:      "DPL435",
		Name:    "shell-syntax-unread",
		Summary: "No shell reads the shell syntax of a command",
		Help:    "Use the launcher's own options for folder and environment, or start a script",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor", "systemd", "docker"},
		Links: []string{
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines",
			"https://docs.docker.com/reference/dockerfile/#shell-and-exec-form",
		},
		Since: "0.1.0",
		Check: lint.Checks{lint.OfSupervisor(checkSupervisorCommand), lint.OfProcess(checkProcessCommand)},
	}
}

func checkSupervisorCommand(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, p := range c.Programs {
		answers = append(answers, unreadCommand(c, p))
	}
	return answers
}

func checkProcessCommand(p *deploy.Process, _ *deploy.Site) lint.Answer {
	switch p.Launcher {
	case deploy.Systemd, deploy.Dockerfile, deploy.Compose:
	default:
		return nil
	}
	if slices.ContainsFunc(p.Wrappers, func(w *deploy.Wrapper) bool { return w.Script != nil }) {
		return nil
	}
	for i, w := range p.Argv {
		if !isOperator(w.Text) || unquoted(w.Span) == "" {
			continue
		}
		if strings.HasPrefix(w.Text, "#") {
			if p.Launcher != deploy.Systemd || i == 0 {
				continue
			}
			return lint.Fail(w, "systemd knows no comment behind a value: the # and the words behind it are arguments of the program").
				About(about(p, "command")).Fix("put the comment on a line of its own")
		}
		return noShell(w, p, w.Text)
	}
	return nil
}

// unreadCommand judges the command as supervisor splits it, before any wrapper is taken off.
func unreadCommand(c *deploy.SupervisorConfig, p *deploy.Process) lint.Answer {
	o, ok := c.Merged().Get(p.Program.Section.Name, "command")
	if !ok || o.Value.Hole() {
		return nil
	}
	words, err := ini.SplitCommand(o.Value.Text)
	if err != nil || len(words) == 0 || isShell(words[0].Text) {
		return nil
	}
	for i, w := range words {
		place := o.Value.SpanOf(w.Start, w.End)
		switch {
		case w.Quoted:
		case i == 0 && isBuiltin(w.Text), i == 0 && isAssignment(w.Text), isOperator(w.Text) && !strings.HasPrefix(w.Text, "#"):
			return noShell(place, p, w.Text)
		case strings.HasPrefix(w.Text, "~/"), i == 0 && strings.HasPrefix(w.Text, "$"):
			return noShell(place, p, w.Text)
		}
	}
	return nil
}

func noShell(at lint.Placed, p *deploy.Process, text string) lint.Result {
	r := lint.Fail(at, "%s starts the command without a shell: %s is passed on as it stands", p.Launcher, text)
	if isBuiltin(text) || isAssignment(text) {
		text, _, _ = strings.Cut(text, "=")
		r = lint.Fail(at, "%s starts the command without a shell, and there is no program %s: the process never comes up", p.Launcher, text)
	}
	fix := `start a script, or sh -c "…" with exec before the program`
	if p.Launcher == deploy.Supervisor {
		fix = "use directory= and environment=, or start a script"
	}
	return r.About(about(p, "command")).Fix("%s", fix)
}

// unquoted returns the source text of a word that stands without quotes, and "" for any other.
func unquoted(at source.Span) string {
	text := at.Text()
	if strings.ContainsAny(text, `'`) {
		return ""
	}
	return text
}

// isOperator reports whether a word means something to a shell alone.
func isOperator(word string) bool {
	switch word {
	case "&&", "||", "|", ";", ">", ">>", "<", "&", "2>&1", "2>", "&>", "#":
		return true
	}
	return strings.HasPrefix(word, ">/") || strings.HasPrefix(word, ">>/") || strings.HasPrefix(word, "2>/")
}

// isBuiltin reports whether a word is a command that only a shell has.
func isBuiltin(word string) bool {
	switch word {
	case "cd", "source", ".", "export", "set", "ulimit", "umask", "exec":
		return true
	}
	return false
}

// isAssignment reports whether a word is NAME=value, which a shell takes for a variable of the command behind it.
func isAssignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	if !ok || name == "" || name[0] >= '0' && name[0] <= '9' {
		return false
	}
	return strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789") == ""
}

// isShell reports whether a program is a shell.
func isShell(program string) bool {
	switch program[strings.LastIndexByte(program, '/')+1:] {
	case "sh", "bash", "dash", "zsh", "ash", "ksh":
		return true
	}
	return false
}
