package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// criticalCheckSilenced reports SILENCED_SYSTEM_CHECKS that hides what must not be hidden.
//
// # Why it matters
//
// The defect stays, and nobody is told of it any more: neither Django's check --deploy nor this linter reports what the
// project has silenced.
//
// # Example
//
//	SILENCED_SYSTEM_CHECKS = ["security.W018"]  # DEBUG
//
// # Use instead
//
//	SILENCED_SYSTEM_CHECKS = ["security.W004"]  # nginx sends the header
//
// # When it stays silent
//
// For ids that a project may well waive: those are DEBUG (security.W018), the key (W009), the hosts (W020), the
// protection of forms (W003) and all errors. An error that is not about security is a note, since a project may know
// better than the check.
func criticalCheckSilenced() lint.Rule {
	return lint.Rule{
		ID:      "DPL144",
		Name:    "critical-check-silenced",
		Summary: "SILENCED_SYSTEM_CHECKS hides a critical check",
		Help:    "Take the id out, and mend what it is about",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#silenced-system-checks",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCriticalCheckSilenced),
	}
}

func checkCriticalCheckSilenced(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, e := range s.Get("SILENCED_SYSTEM_CHECKS").Elems() {
		id, ok := e.Text()
		what := hides(id)
		if !ok || what == "" {
			continue
		}
		r := lint.Fail(e, "SILENCED_SYSTEM_CHECKS hides %s, which is about %s: nobody is told of it any more", id, what).
			About("settings.SILENCED_SYSTEM_CHECKS/"+id).
			Fix("take %s out, and mend what it is about", id)
		if !strings.HasPrefix(id, "security.") {
			r = r.At(lint.Note)
		}
		answers = append(answers, r)
	}
	return answers
}

// hides says what a check is about that must not be silenced; "" for all others.
func hides(id string) string {
	switch id {
	case "security.W003":
		return "the protection against forged forms"
	case "security.W009":
		return "the secret key"
	case "security.W018":
		return "DEBUG"
	case "security.W020":
		return "ALLOWED_HOSTS"
	}
	_, number, found := strings.Cut(id, ".")
	if !found || len(number) < 4 || number[0] != 'E' && number[0] != 'C' || strings.Trim(number[1:], "0123456789") != "" {
		return ""
	}
	return "an error"
}
