package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// contentSniffingAllowed reports responses that browsers may take for something else than their Content-Type says.
//
// # Why it matters
//
// An uploaded picture that looks like HTML is then run as a page of the site, with the user's session.
//
// # Example
//
//	SECURE_CONTENT_TYPE_NOSNIFF = False
//
// # Use instead
//
//	SECURE_CONTENT_TYPE_NOSNIFF = True
//
// # When it stays silent
//
// Where nginx adds X-Content-Type-Options to what the application answers, and without SecurityMiddleware. It is a note
// where a version before 3.0 has it off by default, and for a value that works and is not True.
func contentSniffingAllowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL118",
		Name:    "content-sniffing-allowed",
		Summary: "Browsers may guess the type of what the site sends",
		Help:    "Set SECURE_CONTENT_TYPE_NOSNIFF = True",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-430"},
		Django:  []string{"security.W006"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-content-type-nosniff",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkContentSniffingAllowed),
	}
}

func checkContentSniffingAllowed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Runs(securityMiddleware) != value.True {
		return nil
	}
	const name = "SECURE_CONTENT_TYPE_NOSNIFF"
	q := lint.Ask(s, name, isNotTrue, func(v value.Value, at lint.Placed) lint.Result {
		if v.Truth() == value.True {
			return lint.Fail(at, "%s is %s, not True: it works, and Django's own check reports it", name, text(v)).
				Fix("%s = True", name).At(lint.Note)
		}
		how, fix := switchedOff(v, name)
		r := lint.Fail(at, "%s is %s: browsers may run an upload as a page of the site, whatever type it is sent as", name, how).Fix("%s", fix).InOwnWords()
		if v.Source().IsZero() {
			return r.At(lint.Note)
		}
		return r
	})
	if q.Value.Truth() == value.False {
		return unlessProxyAdds(site, "X-Content-Type-Options", q)
	}
	return q
}
