package settings

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// templateOptionsWrong reports an entry of TEMPLATES whose options Django refuses.
//
// # Why it matters
//
// With APP_DIRS and loaders both, ImproperlyConfigured is raised by whatever uses the engine first: with the admin
// installed that is before the process has started. A string_if_invalid that is no text fails Django's system checks,
// so that migrate and other commands stop.
//
// # Example
//
//	TEMPLATES = [
//	    {
//	        "BACKEND": "django.template.backends.django.DjangoTemplates",
//	        "APP_DIRS": True,
//	        "OPTIONS": {"loaders": ["django.template.loaders.filesystem.Loader"]},
//	    }
//	]
//
// # Use instead
//
//	TEMPLATES = [
//	    {
//	        "BACKEND": "django.template.backends.django.DjangoTemplates",
//	        "OPTIONS": {
//	            "loaders": [
//	                "django.template.loaders.filesystem.Loader",
//	                "django.template.loaders.app_directories.Loader",
//	            ]
//	        },
//	    }
//	]
//
// # When it stays silent
//
// Where the entry cannot be read.
func templateOptionsWrong() lint.Rule {
	return lint.Rule{
		ID:      "DPL135",
		Name:    "template-options-wrong",
		Summary: "An entry of TEMPLATES has options that Django refuses",
		Help:    "Leave out APP_DIRS beside loaders, and make string_if_invalid a text",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"templates.E001", "templates.E002"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#templates",
			"https://docs.djangoproject.com/en/stable/ref/checks/#templates",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkTemplateOptionsWrong),
	}
}

func checkTemplateOptionsWrong(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Get("TEMPLATES").IsSequence() {
		return nil
	}
	var answers lint.Answers
	for i, engine := range s.Get("TEMPLATES").Elems() {
		subject := fmt.Sprintf("settings.TEMPLATES[%d]", i)
		options := engine.At("OPTIONS")
		django, _ := engine.At("BACKEND").Text()
		loaders, found, _ := options.Lookup("loaders")
		if found && django == djangoTemplates && loaders.Known() && engine.At("APP_DIRS").Truth() == value.True {
			answers = append(answers, besideAppDirs(s, engine, loaders, subject))
		}
		invalid, found, _ := options.Lookup("string_if_invalid")
		if !found || !invalid.Known() || invalid.Kind() == value.Str || invalid.Kind() == value.Object || s.Django.AtLeast(5, 1) && django != djangoTemplates {
			continue
		}
		answers = append(answers, lint.Fail(invalid, "string_if_invalid is %s, not a text: migrate fails at Django's checks", text(invalid)).
			About(subject+".OPTIONS.string_if_invalid").Fix(`"string_if_invalid": ""`).As("templates.E002"))
	}
	return answers
}

// besideAppDirs judges loaders where APP_DIRS is on. Until 5.0 a check looks at the setting alone, unless the admin has made
// an engine of it before; from 5.1 the checks make the engines themselves.
func besideAppDirs(s *deploy.Settings, engine, loaders value.Value, subject string) lint.Answer {
	const checked = "APP_DIRS is on beside loaders: migrate fails at Django's checks"
	const raises = "no page is rendered: ImproperlyConfigured: app_dirs must not be set when loaders is defined"
	r := lint.Fail(loaders, "APP_DIRS is on beside loaders, so commands stop and %s", raises).As()
	switch old := s.Django.Before(5, 1); {
	case loaders.Kind() == value.None && old:
		r = lint.Fail(loaders, checked).As("templates.E001")
	case loaders.Kind() == value.None:
		return nil
	case old && !s.Installed(adminApp):
		r = lint.Fail(loaders, "%s, and %s", checked, raises).As("templates.E001")
	}
	return r.About(subject+".OPTIONS.loaders").With(engine.At("APP_DIRS"), "APP_DIRS is on here").
		Fix("leave APP_DIRS out, and add django.template.loaders.app_directories.Loader to loaders")
}
