package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorSectionSwallowed reports a section whose header is indented, so that supervisor takes it for a part of the value
// above it.
//
// # Why it matters
//
// A line that stands deeper than an option continues its value, whatever it says. An indented [program:worker] is then the end
// of the program before it, and so are the options behind it as long as they are indented too: the worker does not exist, and
// the value above it has lines too many.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
//	  [program:worker]
//	  command=/srv/shop/venv/bin/celery -A shop worker
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
//	[program:worker]
//	command=/srv/shop/venv/bin/celery -A shop worker
//
// # When it stays silent
//
// For headers of no section that supervisor knows.
func supervisorSectionSwallowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL429",
		Name:    "supervisor-section-swallowed",
		Summary: "An indented section header is part of the value above it",
		Help:    "Begin section headers at the start of the line",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links:   []string{"https://docs.python.org/3/library/configparser.html#supported-ini-file-structure"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorSectionSwallowed),
	}
}

func checkSupervisorSectionSwallowed(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range c.Merged().Sections {
		for _, o := range s.Options {
			for _, line := range o.Value.Lines() {
				name, ok := header(line.Text())
				if !ok {
					continue
				}
				answers = append(answers, lint.Fail(line, "the blanks before [%s] make it a part of %s above: supervisor never sees the section", name, o.Name).
					About("supervisor:"+name).With(o.NameSpan, "it continues this value").
					Fix("begin the header, and the options under it, at the start of the line"))
			}
		}
	}
	return answers
}

// header returns the section that a line would begin if it stood at the margin.
func header(line string) (name string, ok bool) {
	line = strings.TrimSpace(line)
	name, opened := strings.CutPrefix(line, "[")
	name, closed := strings.CutSuffix(name, "]")
	return name, opened && closed && ini.KnownSection(name) && name != ini.DefaultSection
}
