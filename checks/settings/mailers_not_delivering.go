package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// mailersNotDelivering reports MAILERS whose default sends no mail.
//
// # Why it matters
//
// Password resets, orders and error reports then go to the console, a folder or nowhere. Without a default, sending
// without naming a mailer fails.
//
// # Example
//
//	MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
//
// # Use instead
//
//	MAILERS = {"default": {"OPTIONS": {"host": "mail.shop.example"}}}
//
// # When it stays silent
//
// Before Django 6.1, which does not know the setting, and where MAILERS is not set. An entry without BACKEND sends by
// SMTP.
func mailersNotDelivering() lint.Rule {
	return lint.Rule{
		ID:      "DPL140",
		Name:    "mailers-not-delivering",
		Summary: "The default of MAILERS sends no mail",
		Help:    "Give MAILERS a default that sends mail",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"mail.E001", "mail.W001"},
		Links: []string{
			"https://docs.djangoproject.com/en/6.1/ref/settings/#mailers",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMailersNotDelivering),
	}
}

func checkMailersNotDelivering(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(6, 1) || !certain(s, "MAILERS") {
		return nil
	}
	answers := lint.Answers{lint.Ask(s, "MAILERS", isWithout("default"), func(v value.Value, at lint.Placed) lint.Result {
		r := lint.Fail(at, "MAILERS has no entry named default: mail that names no mailer is not sent, but an error").
			Fix(`"default": {} in MAILERS`).As("mail.W001").At(lint.Warning)
		if _, fallback := v.FromDefault(); fallback {
			r = r.At(lint.Note) // a site without a mail server may well be meant
		}
		return r
	})}
	backend := s.Get("MAILERS").At("default").At("BACKEND")
	if name, ok := backend.Text(); ok && isDevelopmentMailer(name) {
		answers = append(answers, lint.Fail(backend, "the default of MAILERS is %s: no mail leaves the server", name).
			About("settings.MAILERS.default.BACKEND").
			Fix(`"BACKEND": "django.core.mail.backends.smtp.EmailBackend"`).As("mail.E001"))
	}
	return answers
}

func isDevelopmentMailer(backend string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(backend, "django.core.mail.backends."), ".EmailBackend") {
	case "console", "dummy", "filebased", "locmem":
		return true
	}
	return false
}
