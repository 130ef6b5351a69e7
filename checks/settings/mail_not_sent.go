package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// mailNotSent reports an e-mail backend that sends nothing.
//
// # Why it matters
//
// Password resets, confirmations and error reports are printed, filed, kept in memory or thrown away. Users wait for mails
// that nobody sends, and nothing says so.
//
// # Example
//
//	EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
//
// # Use instead
//
//	EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
//
// # When it stays silent
//
// For backends of other packages. Where the backend is what is left when a variable is not set, it is a note.
func mailNotSent() lint.Rule {
	return lint.Rule{
		ID:      "DPL157",
		Name:    "mail-not-sent",
		Summary: "The e-mail backend sends no mail",
		Help:    "Use the SMTP backend or that of your mail provider in production",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/email/#email-backends",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#email-backend-and-related-settings",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "EMAIL_BACKEND",
			// With MAILERS it is Django's own mail.E001.
			When: func(s *deploy.Settings) bool { return !s.Sets("MAILERS") || s.Django.Before(6, 1) },
			Bad:  lint.Text(func(name string) bool { return fateOfMail(name) != "" }),
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				fate := fateOfMail(v.Payload())
				if variable, ok := v.FromDefault(); ok && variable != "" {
					return lint.Fail(at, "no mail is sent unless %s is set: the default backend %s", variable, fate).
						Fix("set %s in production, or make the SMTP backend the default", variable).At(lint.Note).InOwnWords()
				}
				return lint.Fail(at, "no mail is sent: the backend %s", fate).
					Fix("EMAIL_BACKEND = \"django.core.mail.backends.smtp.EmailBackend\"")
			},
		},
	}
}

// fateOfMail says what a backend of Django does in place of sending, "" for one that sends.
func fateOfMail(backend string) string {
	switch strings.TrimPrefix(backend, "django.core.mail.backends.") {
	case backend:
		return ""
	case "console.EmailBackend":
		return "prints it"
	case "filebased.EmailBackend":
		return "puts it into files"
	case "locmem.EmailBackend":
		return "keeps it in memory"
	case "dummy.EmailBackend":
		return "throws it away"
	}
	return ""
}
