package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// debugToolbarForAll reports a debug toolbar that everybody gets to see.
//
// # Why it matters
//
// The toolbar shows settings, SQL with its values, request headers and sources. By default it appears with DEBUG only; a
// SHOW_TOOLBAR_CALLBACK that always says yes takes that away.
//
// # Example
//
//	DEBUG_TOOLBAR_CONFIG = {"SHOW_TOOLBAR_CALLBACK": lambda request: True}
//
// # Use instead
//
//	if DEBUG:
//	    INSTALLED_APPS += ["debug_toolbar"]
//
// # When it stays silent
//
// Where the toolbar is not installed or its middleware does not run, and for callbacks that look at something.
func debugToolbarForAll() lint.Rule {
	return lint.Rule{
		ID:      "DPL710",
		Name:    "debug-toolbar-for-all",
		Summary: "The debug toolbar appears for everybody",
		Help:    "Take the callback away, and install the toolbar in development only",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-489"},
		Links: []string{
			"https://django-debug-toolbar.readthedocs.io/en/latest/configuration.html#show-toolbar-callback",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDebugToolbarForAll),
	}
}

func checkDebugToolbarForAll(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("debug_toolbar") || s.Middleware("DebugToolbarMiddleware") == value.False {
		return nil
	}
	callback := s.Get("DEBUG_TOOLBAR_CONFIG").At("SHOW_TOOLBAR_CALLBACK")
	code := strings.Join(strings.Fields(callback.Source().Text()), " ")
	_, body, isLambda := strings.Cut(code, "lambda")
	_, body, _ = strings.Cut(body, ":")
	if body = strings.TrimRight(strings.TrimSpace(body), ",)} "); !isLambda || body != "True" && body != "1" {
		return nil
	}
	return lint.Fail(callback, "the debug toolbar appears for everybody: settings, SQL and sources are open").
		About("settings.DEBUG_TOOLBAR_CONFIG.SHOW_TOOLBAR_CALLBACK").With(app(s, "debug_toolbar"), "the toolbar is installed here").
		Fix("install the toolbar under if DEBUG, without the callback")
}
