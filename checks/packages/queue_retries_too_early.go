package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// queueRetriesTooEarly reports a django-q queue that starts tasks a second time while they still run.
//
// # Why it matters
//
// After "retry" seconds without an answer django-q takes a task for lost and gives it to another worker. Where a task may run
// longer than that ("timeout"), slow tasks run twice: two mails, two payments.
//
// # Example
//
//	Q_CLUSTER = {"timeout": 300, "retry": 60}
//
// # Use instead
//
//	Q_CLUSTER = {"timeout": 300, "retry": 360}
//
// # When it stays silent
//
// Where one of the two is not known, and without "timeout", where only the default of 60 seconds tells.
func queueRetriesTooEarly() lint.Rule {
	return lint.Rule{
		ID:      "DPL729",
		Name:    "queue-retries-too-early",
		Summary: "Slow tasks are started twice",
		Help:    "Set retry larger than timeout",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://django-q2.readthedocs.io/en/master/configure.html#retry",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkQueueRetriesTooEarly),
	}
}

func checkQueueRetriesTooEarly(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	limit, retry := s.Get("Q_CLUSTER").At("timeout"), s.Get("Q_CLUSTER").At("retry")
	timeout, ok := limit.Int()
	seconds, isInt := retry.Int()
	if !isInt && retry.Cause == value.Absent && !retry.Known() {
		seconds, isInt = 60, true
	}
	if !ok || !isInt || timeout == 0 || seconds >= timeout {
		return nil
	}
	return lint.Fail(lint.Nearest(retry, limit), "a task may run for %d seconds, and is started again after %d: slow tasks run twice", timeout, seconds).
		About("settings.Q_CLUSTER.retry").With(limit, "the timeout is set here").Fix("\"retry\": %d", timeout+60)
}
