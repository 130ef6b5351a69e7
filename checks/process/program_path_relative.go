package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// programPathRelative reports a supervisor command whose program has a relative path.
//
// # Why it matters
//
// Supervisor looks for venv/bin/gunicorn twice, from two folders: first where supervisord itself was started, to see whether it
// is there, and then in directory=, to run it. On a server the first is /, so that the program is "not found" although it lies
// in directory=.
//
// # Example
//
//	[program:web]
//	command=venv/bin/gunicorn --workers 3 shop.wsgi
//	directory=/srv/shop
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	directory=/srv/shop
//
// # When it stays silent
//
// For a name without a slash, which is looked for on the PATH; in containers, where the folder in which supervisord starts is
// known; where [supervisord] has a directory of its own; and where a template fills in the path.
func programPathRelative() lint.Rule {
	return lint.Rule{
		ID:      "DPL436",
		Name:    "program-path-relative",
		Summary: "Supervisor looks for the program in the wrong folder",
		Help:    "Write the program's absolute path",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkProgramPathRelative),
	}
}

func checkProgramPathRelative(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if _, own := c.Merged().Get("supervisord", "directory"); own || c.StartedBy != nil {
		return answers
	}
	for _, p := range c.Programs {
		if p.Container || p.Contained() {
			continue
		}
		o, ok := c.Merged().Get(p.Program.Section.Name, "command")
		if !ok {
			continue
		}
		words, err := ini.SplitCommand(o.Value.Text)
		if err != nil || len(words) == 0 || !isRelativePath(words[0].Text) {
			continue
		}
		r := lint.Fail(o.Value.SpanOf(words[0].Start, words[0].End), "supervisor looks for this program where supervisord was started, not in directory=, and does not find it").
			About(about(p, "command")).Fix("write the absolute path")
		if directory, ok := p.Program.Options.Get("directory").Text(); ok && strings.HasPrefix(directory, "/") {
			r = r.Fix("%s/%s", strings.TrimSuffix(directory, "/"), strings.TrimPrefix(words[0].Text, "./"))
		} else if c.Fragment || !strings.HasPrefix(directory, "/") {
			r = r.At(lint.Warning) // somebody may start supervisord in the right folder each time
		}
		answers = append(answers, r)
	}
	return answers
}

// isRelativePath reports whether a program is named by a path that is neither absolute nor filled in by something else.
func isRelativePath(program string) bool {
	return strings.Contains(program, "/") && !strings.HasPrefix(program, "/") && !strings.ContainsAny(program, "%{$<~")
}
