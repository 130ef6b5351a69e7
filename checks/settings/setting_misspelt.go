package settings

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/spell"
)

// settingMisspelt reports a setting that Django does not know and whose name is one slip away from one that it does.
//
// # Why it matters
//
// Django ignores names that it does not know. SECURE_SSL_REDIRCT = True looks like a redirect to https in every review, and
// redirects nobody.
//
// # Example
//
//	SECURE_SSL_REDIRCT = True
//
// # Use instead
//
//	SECURE_SSL_REDIRECT = True
//
// # When it stays silent
//
// Where the setting of the right name is there as well, and for names outside of security, sessions, hosts and mail, where
// projects have many of their own.
func settingMisspelt() lint.Rule {
	return lint.Rule{
		ID:      "DPL181",
		Name:    "setting-misspelt",
		Summary: "A setting's name is misspelt, so Django ignores it",
		Help:    "Correct the name",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSettingMisspelt),
	}
}

func checkSettingMisspelt(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	known := slices.DeleteFunc(django.Names(django.Newest()), func(name string) bool { return !isGuarding(name) })
	var answers lint.Answers
	for _, name := range s.Names() {
		if !isGuarding(name) || django.IsSetting(name) {
			continue
		}
		meant := spell.Nearest(name, known)
		if slip, _ := spell.SlipOf(name, meant); slip == spell.NoSlip {
			continue
		}
		v, given := s.Given(name)
		if s.Sets(meant) || !given {
			continue
		}
		r := lint.Fail(lint.Nearest(v, s.First), "Django knows no setting %s and ignores it: %s was meant", name, meant).
			About("settings."+name).Fix("%s", meant)
		r.Regardless = true
		answers = append(answers, r)
	}
	return answers
}

// isGuarding reports whether a name is one of those that projects do not invent.
func isGuarding(name string) bool {
	for _, prefix := range []string{"SECURE_", "SESSION_", "CSRF_", "ALLOWED_", "X_FRAME", "USE_X_", "DATA_UPLOAD_", "AUTH_PASSWORD", "PASSWORD_HASH", "EMAIL_USE_", "EMAIL_HOST_", "SERVER_EMAIL"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
