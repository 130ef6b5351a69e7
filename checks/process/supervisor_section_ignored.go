package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/spell"
)

// supervisorSectionIgnored reports a section whose name supervisor does not know, but that was meant for it.
//
// # Why it matters
//
// Supervisor reads the sections that it knows and passes over all others without a word. The names are case-sensitive: a
// [Program:web] is never started, and supervisorctl says "no such process" to whoever looks for it.
//
// # Example
//
//	[Program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # Use instead
//
//	[program:web]
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// For names that resemble none of supervisor's sections, which other programs may read, and for names that a template fills
// in.
func supervisorSectionIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL426",
		Name:    "supervisor-section-ignored",
		Summary: "Supervisor passes over a section whose name it does not know",
		Help:    "Write the section's name as supervisor spells it, in lower case",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorSectionIgnored),
	}
}

func checkSupervisorSectionIgnored(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range c.Merged().Sections {
		if s.Name == "" || len(s.Holes) > 0 || ini.KnownSection(s.Name) || strings.EqualFold(s.Name, ini.DefaultSection) {
			continue
		}
		if meant := meantSection(s.Name); meant != "" {
			answers = append(answers, lint.Fail(s, "supervisor knows no section [%s] and passes over it without a word, did you mean [%s]?", s.Name, meant).
				About("supervisor:"+s.Name).Fix("rename it to [%s]", meant))
		}
	}
	return answers
}

// meantSection returns the section of supervisor that a name was meant to be, or "".
func meantSection(name string) string {
	kind, suffix, suffixed := strings.Cut(name, ":")
	near := spell.Nearest(strings.TrimSpace(kind), ini.SectionKinds())
	if near == "" {
		return ""
	}
	suffix = strings.TrimSpace(suffix)
	if suffixed && suffix != "" && ini.KnownSection(near+":"+suffix) {
		return near + ":" + suffix
	}
	switch {
	case ini.KnownSection(near):
		return near
	case near == "rpcinterface":
		return "rpcinterface:supervisor"
	default:
		return near + ":NAME"
	}
}
