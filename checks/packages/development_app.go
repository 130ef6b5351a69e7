package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// developmentApp reports an app or a middleware for developers in the production settings.
//
// # Why it matters
//
// With DEBUG off most of them do nothing, and cost memory, time and one more package to keep safe. nplusone watches every query
// of every request, and with NPLUSONE_RAISE turns pages into errors.
//
// # Example
//
//	INSTALLED_APPS = [..., "debug_toolbar"]
//
// # Use instead
//
//	if DEBUG:
//	    INSTALLED_APPS += ["debug_toolbar"]
//
// # When it stays silent
//
// Under if DEBUG, and for django_extensions, whose commands are of use in production too. Middleware that works with DEBUG off
// is a warning.
func developmentApp() lint.Rule {
	return lint.Rule{
		ID:      "DPL709",
		Name:    "development-app",
		Summary: "An app for developers is installed in production",
		Help:    "Add it in the development settings only",
		Level:   lint.Note,
		Tags:    []string{"performance", "maintenance"},
		Links: []string{
			"https://django-debug-toolbar.readthedocs.io/en/latest/installation.html",
			"https://github.com/adamchainz/django-browser-reload#installation",
			"https://github.com/jmcarp/nplusone#django",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDevelopmentApp),
	}
}

func checkDevelopmentApp(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, e := range s.Get("INSTALLED_APPS").Elems() {
		text, ok := e.Text()
		name, _, _ := strings.Cut(text, ".")
		if !ok || !forDevelopers(name) {
			continue
		}
		r := lint.Fail(lint.Nearest(e, s.Place("INSTALLED_APPS")), "%s is for developers, and installed in production", name).
			About("settings.INSTALLED_APPS[" + name + "]").Fix("add it under if DEBUG, or in the development settings")
		if name == "nplusone" && s.Middleware("NPlusOneMiddleware") == value.True {
			r = r.At(lint.Warning)
			r.Message = "nplusone watches every query of every request, in production too"
			if s.On("NPLUSONE_RAISE") {
				r = r.At(lint.Error).With(s.Get("NPLUSONE_RAISE"), "and this raises where it finds something")
				r.Message = "nplusone turns pages into errors in production"
			}
		}
		answers = append(answers, r)
	}
	return answers
}

// forDevelopers reports whether a package is of no use where DEBUG is off.
func forDevelopers(name string) bool {
	switch name {
	case "debug_toolbar", "django_browser_reload", "livereload", "django_watchfiles", "nplusone", "debug_toolbar_line_profiler",
		"template_timings_panel", "debug_panel", "django_pdb", "debugtools", "devserver", "django_werkzeug_debugger_runserver", "djangorecipe",
		"debug_permissions", "django_fastdev", "querycount", "template_profiler_panel", "template_debug":
		return true
	}
	return false
}
