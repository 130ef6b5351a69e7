package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// settingRemoved reports a setting that the project's version of Django no longer looks at.
//
// # Why it matters
//
// The line looks as if it did something. What it asked for has moved to another setting, or is gone.
//
// # Example
//
//	SECURE_BROWSER_XSS_FILTER = True
//
// # Use instead
//
//	# nothing: Django 4.0 removed the setting together with the header
//
// # When it stays silent
//
// Where nothing says which version of Django runs, for a lower bound that allows versions with the setting, and for settings
// that other rules or Django's own checks are about. A setting that asks for what Django now always does is no finding either.
func settingRemoved() lint.Rule {
	return lint.Rule{
		ID:      "DPL182",
		Name:    "setting-removed",
		Summary: "A setting has no effect in this version of Django",
		Help:    "Take the line away, and use its successor where there is one",
		Level:   lint.Note,
		Tags:    []string{"maintenance"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/releases/",
			"https://docs.djangoproject.com/en/stable/internals/deprecation/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSettingRemoved),
	}
}

func checkSettingRemoved(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Assumed {
		return nil
	}
	var answers lint.Answers
	removed := django.Removed()
	for _, name := range s.Names() {
		since, gone := removed[name]
		if !gone || s.Django.Before(since.Major, since.Minor) {
			continue
		}
		v, given := s.Given(name)
		if !given || harmless(name, v) {
			continue
		}
		r := lint.Fail(lint.Nearest(v, s.First), "Django %s has no setting %s since %s: it has no effect", s.Django.Text, name, since.Series()).About("settings." + name)
		r.Regardless = true
		if instead := successor(name); instead != "" {
			r = r.Fix("%s", instead)
		}
		answers = append(answers, r)
	}
	return answers
}

// harmless reports whether a setting that is gone asks for what Django does now, or has a rule of its own.
func harmless(name string, v value.Value) bool {
	switch name {
	case "DEFAULT_FILE_STORAGE", "STATICFILES_STORAGE", "MIDDLEWARE_CLASSES":
		return true
	case "USE_L10N", "FORMS_URLFIELD_ASSUME_HTTPS":
		return v.Truth() != value.False
	case "USE_ETAGS":
		return v.Truth() != value.True
	}
	return false
}

// successor says what does today what a setting did, "" where there is nothing.
func successor(name string) string {
	switch name {
	case "TEMPLATE_DEBUG", "TEMPLATE_DIRS", "TEMPLATE_LOADERS", "TEMPLATE_CONTEXT_PROCESSORS", "TEMPLATE_STRING_IF_INVALID":
		return "use TEMPLATES"
	case "PASSWORD_RESET_TIMEOUT_DAYS":
		return "use PASSWORD_RESET_TIMEOUT, in seconds"
	case "LOGOUT_URL":
		return "delete this line; LOGOUT_REDIRECT_URL says where to go afterwards"
	}
	return "delete this line"
}
