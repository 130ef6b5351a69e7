package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorValueCut reports a value that a comment mark cuts in the middle of a quoted text.
//
// # Why it matters
//
// In supervisor's files a comment begins at every semicolon, and since Python 3 at every number sign, that has a blank
// before it. Quotes do not protect it, and there is no way to escape it. What is left of the command has a quotation that never
// ends: supervisor cannot split it into words, and gives the program up.
//
// # Example
//
//	command=sh -c "cd /srv/shop ; exec venv/bin/gunicorn --workers 3 shop.wsgi"
//
// # Use instead
//
//	command=sh -c "cd /srv/shop && exec venv/bin/gunicorn --workers 3 shop.wsgi"
//
// or without the blank before the semicolon, or in a script.
//
// # When it stays silent
//
// For comments behind a value whose quotations end. In environment= the cut keeps supervisord from starting, which
// supervisor-refuses reports.
func supervisorValueCut() lint.Rule {
	return lint.Rule{
		ID:      "DPL428",
		Name:    "supervisor-value-cut",
		Summary: "A comment mark cuts a quoted value in supervisor's file",
		Help:    "Remove the blank before the mark, or put the command into a script",
		Level:   lint.Error,
		Tags:    []string{"correctness", "supervisor"},
		Links: []string{
			"https://supervisord.org/configuration.html",
			"https://docs.python.org/3/library/configparser.html#customizing-parser-behaviour",
		},
		Since: "0.1.0",
		Check: lint.OfSupervisor(checkSupervisorValueCut),
	}
}

func checkSupervisorValueCut(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, t := range append([]*ini.Tree{c.Tree}, c.Included...) {
		for _, comment := range t.Comments {
			if !comment.Trailing {
				continue
			}
			if s, o, ok := cutBy(t, comment); ok {
				answers = append(answers, lint.Fail(comment.Span, "the comment begins here, quotes or not: %s ends in the middle of a quotation, and supervisor cannot start the program", o.Name).
					About("supervisor:"+s.Name+"#"+o.Name).
					Fix("remove the blank before the mark, or put the command into a script"))
			}
		}
	}
	return answers
}

// cutBy returns the option whose quoted value a comment behind it cuts.
func cutBy(t *ini.Tree, comment ini.Comment) (*ini.Section, *ini.Option, bool) {
	for _, s := range t.Sections {
		for _, o := range s.Options {
			if o.Name != "command" || o.Value.Span.IsZero() || !strings.Contains(comment.Span.Text(), openQuote(o.Value.Text)) {
				continue
			}
			between := t.File.Text[min(o.Value.Span.End, comment.Span.Start):comment.Span.Start]
			if openQuote(o.Value.Text) != "" && o.Value.Span.End <= comment.Span.Start && strings.Trim(between, " \t") == "" {
				return s, o, true
			}
		}
	}
	return nil, nil, false
}

// openQuote returns the quote of a quotation that does not end, or "".
func openQuote(text string) string {
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && quote != '\'':
			i++
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	if quote == 0 {
		return ""
	}
	return string(quote)
}
