package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// hstsPartial reports HSTS that leaves out subdomains, or keeps the site off the browsers' lists.
//
// # Why it matters
//
// Without includeSubDomains a subdomain that is reached over plain HTTP can set cookies for the site. Without preload
// the very first visit of each browser is not protected.
//
// # Example
//
//	SECURE_HSTS_SECONDS = 31536000
//	SECURE_HSTS_INCLUDE_SUBDOMAINS = False
//
// # Use instead
//
//	SECURE_HSTS_SECONDS = 31536000
//	SECURE_HSTS_INCLUDE_SUBDOMAINS = True  # when every subdomain has HTTPS
//	SECURE_HSTS_PRELOAD = True  # when you mean to stay: lists are slow to forget
//
// # When it stays silent
//
// Where HSTS is off (hsts-missing), and without SecurityMiddleware. It is a note: whether all subdomains have HTTPS,
// only the owner of the domain knows.
func hstsPartial() lint.Rule {
	return lint.Rule{
		ID:      "DPL116",
		Name:    "hsts-partial",
		Summary: "HSTS leaves out the subdomains or the first visit",
		Help:    "Set SECURE_HSTS_INCLUDE_SUBDOMAINS and SECURE_HSTS_PRELOAD, if all subdomains have HTTPS",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Django:  []string{"security.W005", "security.W021"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-include-subdomains",
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-preload",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkHstsPartial),
	}
}

func checkHstsPartial(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Runs(securityMiddleware) != value.True || s.Get("SECURE_HSTS_SECONDS").Truth() != value.True {
		return nil
	}
	var answers lint.Answers
	for _, part := range []struct{ name, danger, id string }{
		{"SECURE_HSTS_INCLUDE_SUBDOMAINS", "subdomains may still be reached over plain HTTP, and set cookies for the site", "security.W005"},
		{"SECURE_HSTS_PRELOAD", "the site cannot be on the list that protects a browser's first visit", "security.W021"},
	} {
		if part.id == "security.W021" && s.Django.Before(1, 11) {
			continue
		}
		answers = append(answers, lint.Ask(s, part.name, isNotTrue, func(v value.Value, at lint.Placed) lint.Result {
			if v.Truth() == value.True {
				return lint.Fail(at, "%s is %s, not True: it works, and Django's own check reports it", part.name, text(v)).
					Fix("%s = True", part.name).As(part.id)
			}
			how, fix := switchedOff(v, part.name)
			return lint.Fail(at, "%s is %s: %s", part.name, how, part.danger).Fix("%s", fix).InOwnWords().As(part.id)
		}))
	}
	return answers
}
