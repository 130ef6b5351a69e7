package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// logRotationRace reports a log file that several processes rotate.
//
// # Why it matters
//
// Python's rotating handlers know nothing of each other. When the file is full, each worker renames it: lines go into the wrong
// file or are lost, and a whole day's log may be overwritten.
//
// # Example
//
//	"class": "logging.handlers.RotatingFileHandler"
//	gunicorn --workers 4
//
// # Use instead
//
//	"class": "logging.handlers.WatchedFileHandler"
//
// # When it stays silent
//
// With one worker, and where nothing says how many there are.
func logRotationRace() lint.Rule {
	return lint.Rule{
		ID:      "DPL522",
		Name:    "log-rotation-race",
		Summary: "Several processes rotate one log file",
		Help:    "Log to the console or with WatchedFileHandler, and let logrotate rotate",
		Level:   lint.Note,
		Tags:    []string{"observability"},
		Links: []string{
			"https://docs.python.org/3/howto/logging-cookbook.html#logging-to-a-single-file-from-multiple-processes",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkLogRotationRace),
	}
}

func checkLogRotationRace(s *deploy.Settings, site *deploy.Site) lint.Answer {
	workers, ok := site.Several()
	if !ok {
		return nil
	}
	var found []source.Span
	handlers := s.Get("LOGGING").At("handlers")
	for _, h := range handlers.Elems() {
		class, _ := h.At("class").Text()
		if class != "logging.handlers.RotatingFileHandler" && class != "logging.handlers.TimedRotatingFileHandler" {
			continue
		}
		place := h.At("class").Source()
		if place.IsZero() {
			place = s.Place("LOGGING")
		}
		found = append(found, place)
	}
	if len(found) == 0 {
		return nil
	}
	r := lint.Fail(found[0], "%s rotates this log file on its own: lines are lost when it is full", workers.Each()).
		About("settings.LOGGING.handlers").With(workers, "the workers are started here").Fix("\"class\": \"logging.handlers.WatchedFileHandler\", with logrotate")
	for _, other := range found[1:] {
		r = r.With(other, "and this one")
	}
	return r
}
