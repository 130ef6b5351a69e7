package settings

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// loggingNotLoadable reports a LOGGING dictionary with which Django does not start.
//
// # Why it matters
//
// Django hands LOGGING to logging.config.dictConfig when it starts. A logger that names a handler which is not defined, a
// handler that names a missing formatter or filter, or a dictionary without "version" raises ValueError there, and the process
// ends.
//
// # Example
//
//	LOGGING = {
//	    "version": 1,
//	    "handlers": {"console": {"class": "logging.StreamHandler"}},
//	    "root": {"handlers": ["file"]},
//	}
//
// # Use instead
//
//	LOGGING = {
//	    "version": 1,
//	    "handlers": {"console": {"class": "logging.StreamHandler"}},
//	    "root": {"handlers": ["console"]},
//	}
//
// # When it stays silent
//
// Where LOGGING_CONFIG is the project's own, where "incremental" is set, and where the dictionary is not known as a whole.
func loggingNotLoadable() lint.Rule {
	return lint.Rule{
		ID:      "DPL162",
		Name:    "logging-not-loadable",
		Summary: "LOGGING names a handler, formatter or filter that it does not define",
		Help:    "Define what the loggers and handlers name",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.python.org/3/library/logging.config.html#dictionary-schema-details",
			"https://docs.djangoproject.com/en/stable/topics/logging/#configuring-logging",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLoggingNotLoadable),
	}
}

func checkLoggingNotLoadable(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Sets("LOGGING_CONFIG") {
		return nil
	}
	return lint.Ask(s, "LOGGING", func(v value.Value) bool {
		fault, _ := loggingFault(v)
		return fault != ""
	}, func(v value.Value, at lint.Placed) lint.Result {
		fault, place := loggingFault(v)
		return lint.Fail(lint.Nearest(place, at), "Django does not start: in LOGGING %s", fault).
			Fix("define it, or take the name away")
	})
}

// loggingFault returns what dictConfig stumbles over, and its place.
//
// https://github.com/python/cpython/blob/main/Lib/logging/config.py, DictConfigurator.configure
func loggingFault(config value.Value) (fault string, place value.Value) {
	if config.Kind() != value.Dict || len(config.Keys()) == 0 || config.At("incremental").Truth() == value.True {
		return "", value.Value{}
	}
	if _, found, decided := config.Lookup("version"); decided && !found {
		return `"version": 1 is missing`, config
	}
	if n, ok := config.At("version").Int(); ok && n != 1 {
		return fmt.Sprintf("the version is %d, and only 1 is known", n), config.At("version")
	}
	handlers := config.At("handlers")
	for name, h := range deploy.Entries(handlers) {
		if formatter, ok := h.At("formatter").Text(); ok && notDefined(config, "formatters", formatter) {
			return fmt.Sprintf("the handler %q names the formatter %q, which is not defined", name, formatter), h.At("formatter")
		}
		for _, e := range h.At("filters").Elems() {
			if filter, ok := e.Text(); ok && notDefined(config, "filters", filter) {
				return fmt.Sprintf("the handler %q names the filter %q, which is not defined", name, filter), e
			}
		}
	}
	loggers := config.At("loggers")
	for name, l := range deploy.Entries(loggers) {
		if fault, e := undefinedHandler(config, l, fmt.Sprintf("the logger %q", name)); fault != "" {
			return fault, e
		}
	}
	return undefinedHandler(config, config.At("root"), "the root logger")
}

func undefinedHandler(config, logger value.Value, who string) (fault string, place value.Value) {
	for _, e := range logger.At("handlers").Elems() {
		if name, ok := e.Text(); ok && notDefined(config, "handlers", name) {
			return fmt.Sprintf("%s names the handler %q, which is not defined", who, name), e
		}
	}
	return "", value.Value{}
}

// notDefined reports whether a part of the dictionary certainly has no entry of the name.
func notDefined(config value.Value, part, name string) bool {
	section, found, decided := config.Lookup(part)
	if !found {
		return decided
	}
	_, found, decided = section.Lookup(name)
	return decided && !found
}
