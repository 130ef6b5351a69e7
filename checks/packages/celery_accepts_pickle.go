package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// celeryAcceptsPickle reports celery workers that load pickles from the queue.
//
// # Why it matters
//
// A pickle is a program: loading one runs it. A worker that accepts pickle runs whatever somebody puts into the broker, be it
// through an open Redis, a leaked password or another service on the same queue. Since version 4.0 celery accepts JSON only,
// and has to be told otherwise.
//
// # Example
//
//	CELERY_ACCEPT_CONTENT = ["json", "pickle"]
//
// # Use instead
//
//	CELERY_ACCEPT_CONTENT = ["json"]
//
// # When it stays silent
//
// For other formats, and where the list is not known.
func celeryAcceptsPickle() lint.Rule {
	return lint.Rule{
		ID:      "DPL702",
		Name:    "celery-accepts-pickle",
		Summary: "celery workers load pickles from the queue",
		Help:    "Send and accept JSON",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-502", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/userguide/security.html#serializers",
			"https://docs.celeryq.dev/en/stable/userguide/configuration.html#accept-content",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCeleryAcceptsPickle),
	}
}

func checkCeleryAcceptsPickle(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	pickle := func(text string) bool {
		return text == "pickle" || text == "application/x-python-serialize" || text == "application/x-pickle"
	}
	ask := func(name string) lint.Answer {
		return lint.Ask(s, name, lint.Has(pickle), func(v value.Value, at lint.Placed) lint.Result {
			all := v.FindAll(pickle)
			return lint.Fail(lint.Nearest(all[len(all)-1], at), "celery loads pickles: whoever can write to the broker runs code on the workers").Fix("%s = [\"json\"]", name)
		})
	}
	return lint.Answers{ask("CELERY_ACCEPT_CONTENT"), ask("CELERY_TASK_ACCEPT_CONTENT")}
}
