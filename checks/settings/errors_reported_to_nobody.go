package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// errorsReportedToNobody reports a site on which an error leaves no trace.
//
// # Why it matters
//
// With DEBUG off and without LOGGING, Django does one thing with an exception in a view: it mails it to ADMINS. Nothing goes to
// the console or to a file. With ADMINS empty as well, the visitor sees "Server Error (500)" and nobody ever learns why.
//
// # Example
//
//	DEBUG = False
//	# neither ADMINS nor LOGGING
//
// # Use instead
//
//	LOGGING = {
//	    "version": 1,
//	    "disable_existing_loggers": False,
//	    "handlers": {"console": {"class": "logging.StreamHandler"}},
//	    "root": {"handlers": ["console"], "level": "INFO"},
//	}
//
// # When it stays silent
//
// With ADMINS, LOGGING or LOGGING_CONFIG of the project's own, and where the requirements name an error tracker such as
// sentry-sdk.
func errorsReportedToNobody() lint.Rule {
	return lint.Rule{
		ID:      "DPL160",
		Name:    "errors-reported-to-nobody",
		Summary: "An error on the site leaves no trace: no log, no mail, no tracker",
		Help:    "Log to the console, set ADMINS, or use an error tracker",
		Level:   lint.Warning,
		Tags:    []string{"observability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/logging/#default-logging-configuration",
			"https://docs.djangoproject.com/en/stable/howto/error-reporting/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkErrorsReportedToNobody),
	}
}

func checkErrorsReportedToNobody(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.On("DEBUG") || s.Tolerated != nil || s.Sets("LOGGING", "LOGGING_CONFIG", "DEFAULT_EXCEPTION_REPORTER") || !s.Off("ADMINS") || hasTracker(s, site) {
		return nil
	}
	return lint.Fail(s.Place("ADMINS"), "an error in a view leaves no trace: Django's default only mails it to ADMINS, which is empty, and logs nothing").
		About("settings.LOGGING").
		Fix("set LOGGING with a console handler on the root logger, or ADMINS")
}

// hasTracker reports whether the project has, or may have, something that collects errors.
func hasTracker(s *deploy.Settings, site *deploy.Site) bool {
	packages := []string{
		"sentry-sdk", "raven", "rollbar", "bugsnag", "honeybadger", "airbrake", "opbeat", "elastic-apm", "newrelic", "ddtrace", "scout-apm",
		"logfire", "appsignal", "opentelemetry-sdk", "opentelemetry-instrumentation-django", "opencensus-ext-azure", "azure-monitor-opentelemetry",
		"google-cloud-error-reporting", "google-cloud-logging", "exceptionite", "django-error-report-2", "raygun4py", "skylight", "loguru",
		"django-structlog", "structlog",
	}
	for _, name := range packages {
		if _, ok := site.Version(name); ok {
			return true
		}
	}
	tracks := func(dotted string) bool {
		dotted = strings.ToLower(dotted)
		for _, word := range []string{"sentry", "raven", "rollbar", "bugsnag", "honeybadger", "airbrake", "opbeat", "elasticapm", "newrelic", "scout", "errors", "logging", "exception", "log_"} {
			if strings.Contains(dotted, word) {
				return true
			}
		}
		return false
	}
	return deploy.Holds(s.Get("INSTALLED_APPS"), tracks) != value.False || deploy.Holds(s.Get("MIDDLEWARE"), tracks) != value.False
}
