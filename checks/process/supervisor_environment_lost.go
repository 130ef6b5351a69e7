package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
)

// supervisorEnvironmentLost reports a variable in environment= that reaches the program otherwise than it is written.
//
// # Why it matters
//
// An unquoted value ends at the first character that is neither a letter, a digit nor one of _ / . + - ( ) and colon.
// Supervisor skips the next character in the belief that it is a comma, and reads on from there: of A=one two, the program gets
// one, and a # swallows the rest of the line with all variables on it. Nothing warns.
//
// Nor is there a shell that would put something in place of $PATH: the program gets these five characters.
//
// # Example
//
//	environment=PATH="/srv/shop/venv/bin:$PATH",TITLE=My shop
//
// # Use instead
//
//	environment=PATH="/srv/shop/venv/bin:%(ENV_PATH)s",TITLE="My shop"
//
// # When it stays silent
//
// For a semicolon between two variables, which works as a comma does; for values that a template fills in; and for a $ in
// what may be a password. What keeps supervisord from starting at all is reported by supervisor-refuses.
func supervisorEnvironmentLost() lint.Rule {
	return lint.Rule{
		ID:      "DPL427",
		Name:    "supervisor-environment-lost",
		Summary: "A variable of environment= does not arrive as it is written",
		Help:    "Put the value in double quotes, and write %(ENV_NAME)s for a variable",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links: []string{
			"https://supervisord.org/configuration.html#program-x-section-values",
			"https://github.com/Supervisor/supervisor/blob/main/supervisor/datatypes.py",
		},
		Since: "0.1.0",
		Check: lint.OfSupervisor(checkSupervisorEnvironmentLost),
	}
}

func checkSupervisorEnvironmentLost(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range c.Merged().Sections {
		for _, o := range s.Options {
			if o.Name != "environment" || o.Value.Hole() || !ini.KnownSection(s.Name) {
				continue
			}
			answers = append(answers, lostVariable(s, o))
		}
	}
	return answers
}

func lostVariable(s *ini.Section, o *ini.Option) lint.Answer {
	assignments, losses, err := ini.SplitEnvironment(o.Value.Text)
	if err != nil {
		return nil
	}
	var answers lint.Answers
	for _, l := range losses {
		if o.Value.Text[l.Start:l.End] == ";" {
			continue
		}
		key, from := before(assignments, l.Start)
		if key == "" {
			continue
		}
		r := lint.Fail(o.Value.SpanOf(l.Start, l.End), "supervisor drops what stands here: the value of %s ends before it", key)
		if l.Comment {
			r = lint.Fail(o.Value.SpanOf(l.Start, l.End), "supervisor drops the rest of the line from the # on: the value of %s ends here, and variables behind it are not set", key)
		}
		answers = append(answers, r.About("supervisor:"+s.Name+"#environment."+key).
			Hiding(o.Value.SpanOf(from, l.End)).Fix(`put the value in quotes: %s="…"`, key))
		break // what follows is read from a wrong place on
	}
	for _, a := range assignments {
		if name := shellVariable(a); name != "" {
			answers = append(answers, lint.Fail(o.Value.SpanOf(a.ValueStart, a.ValueEnd), "no shell reads this: %s holds the text $%s itself, not the variable's value", a.Key, name).
				At(lint.Warning).About("supervisor:"+s.Name+"#environment."+a.Key).
				Fix("write %%(ENV_%s)s for $%s", name, name))
		}
	}
	return answers
}

// before returns the variable that stands before an offset, and where its value begins.
func before(assignments []ini.Assignment, offset int) (key string, start int) {
	for _, a := range assignments {
		if a.ValueStart < offset {
			key, start = a.Key, a.ValueStart
		}
	}
	return key, start
}

// shellVariable returns the variable that a value was meant to contain: one that every process has, or the assigned one
// itself.
func shellVariable(a ini.Assignment) string {
	if secret.IsName(a.Key) {
		return ""
	}
	for rest := a.Value; ; {
		_, behind, found := strings.Cut(rest, "$")
		if !found {
			return ""
		}
		rest = behind
		name := strings.TrimPrefix(behind, "{")
		end := strings.IndexFunc(name, func(r rune) bool { return r != '_' && (r < 'A' || r > 'Z') && (r < '0' || r > '9') })
		if end >= 0 {
			name = name[:end]
		}
		switch name {
		case "":
		case "PATH", "HOME", "USER", "PWD", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "HOSTNAME", a.Key:
			return name
		}
	}
}
