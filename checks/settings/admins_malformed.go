package settings

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// adminsMalformed reports ADMINS or MANAGERS with which Django raises in place of sending.
//
// # Why it matters
//
// Until version 5.2 each entry has to be a pair of name and address. With anything else the report of an error raises an error
// of its own, and no report arrives. One pair in parentheses without a comma behind it is the usual slip: then its two texts
// are the entries.
//
// # Example
//
//	ADMINS = ("Ann", "ann@shop.example")
//
// # Use instead
//
//	ADMINS = [("Ann", "ann@shop.example")]
//
// # When it stays silent
//
// For a list of addresses from version 6.0 on, which asks for that form, and where the version is not known. Where the
// requirements allow older versions as well as 6.0, it is a note.
func adminsMalformed() lint.Rule {
	return lint.Rule{
		ID:      "DPL161",
		Name:    "admins-malformed",
		Summary: "ADMINS or MANAGERS is not a list of name and address pairs",
		Help:    "Write a list of pairs: [(\"Ann\", \"ann@shop.example\")]",
		Level:   lint.Warning,
		Tags:    []string{"observability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#admins",
			"https://github.com/django/django/blob/stable/5.2.x/django/core/mail/__init__.py",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAdminsMalformed),
	}
}

func checkAdminsMalformed(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	odd := func(v value.Value) bool { return oddEntry(v, s.Django).Known() }
	var answers lint.Answers
	for _, name := range []string{"ADMINS", "MANAGERS"} {
		if name == "MANAGERS" && value.Equal(s.Get("ADMINS"), s.Get("MANAGERS")) {
			continue
		}
		answers = append(answers, lint.Ask(s, name, odd, func(v value.Value, at lint.Placed) lint.Result {
			odd := oddEntry(v, s.Django)
			r := lint.Fail(lint.Nearest(odd, at), "%s is not a list of pairs of name and address: a mail to them raises ValueError and is not sent", name).
				Fix("%s = [(\"Ann\", \"ann@shop.example\")]", name)
			if isAddress(odd) && !s.Django.Exact {
				r.Message = name + " is a list of addresses: unless Django 6.0 or later is installed, a mail to them raises ValueError and is not sent"
				r = r.At(lint.Note)
			}
			return r
		}))
	}
	return answers
}

// oddEntry returns the first entry with which no mail can be sent, or an unknown value where there is none.
func oddEntry(list value.Value, version deploy.DjangoVersion) value.Value {
	if !list.IsSequence() {
		return value.Value{}
	}
	pairs := version.Before(6, 0) && !version.Assumed
	for _, e := range list.Elems() {
		text, isText := e.Text()
		switch {
		case isText && strings.Contains(text, "{{"):
			continue // a hole in a template
		case isText && !isAddress(e), isText && pairs:
			return e
		case e.IsSequence() && len(e.Elems()) != 2 && !slices.ContainsFunc(e.Elems(), func(e value.Value) bool { return e.Many }):
			return e
		}
	}
	return value.Value{}
}

// isAddress reports whether an entry is an address alone, which version 6.0 and later ask for.
func isAddress(entry value.Value) bool {
	text, ok := entry.Text()
	return ok && strings.Contains(text, "@")
}
