package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/spell"
)

// supervisorUnknownOption reports an option that supervisor does not know.
//
// # Why it matters
//
// Supervisor ignores an option that it does not know without a word. A slip of the finger in stopwaitsecs or user leaves
// the default in force, and nobody learns of it until the worker is killed too early or the site runs as root.
//
// # Example
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	stopwaitsec=40
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	stopwaitsecs=40
//
// # When it stays silent
//
// In the sections of plugins and in sections that are not supervisor's, and for names that a template fills in. An option
// that resembles none of supervisor's is a note.
func supervisorUnknownOption() lint.Rule {
	return lint.Rule{
		ID:      "DPL420",
		Name:    "supervisor-unknown-option",
		Summary: "Supervisor ignores an option that it does not know",
		Help:    "Correct the option's name, or remove the line",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorUnknownOption),
	}
}

func checkSupervisorUnknownOption(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, u := range c.UnknownOptions() {
		if strings.ContainsAny(u.Option.Name, "{}<>%$@") {
			continue // a template's
		}
		answers = append(answers, unknownOption(u.Section, u.Option))
	}
	return answers
}

func unknownOption(s *ini.Section, o *ini.Option) lint.Result {
	near := spell.Nearest(o.Name, optionNames(s.Name))
	r := lint.Fail(o.NameSpan, "supervisor knows no option %s in [%s] and ignores it without a word", o.Name, s.Name).
		About("supervisor:" + s.Name + "#" + o.Name)
	if near == "" {
		return r.At(lint.Note).Fix("remove the line")
	}
	r.Message += ", did you mean " + near + "?"
	return r.Fix("rename it to %s", near)
}

// optionNames returns the options that a section may have.
func optionNames(section string) []string {
	settings := ini.Settings(section)
	names := make([]string, 0, len(settings))
	for _, s := range settings {
		names = append(names, s.Name)
	}
	return names
}
