package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// celeryBrokerInMemory reports a celery broker that lives in the memory of one process.
//
// # Why it matters
//
// Tasks go into a queue that no other process sees. The workers wait for ever, and the tasks are gone with the web process.
//
// # Example
//
//	CELERY_BROKER_URL = "memory://"
//
// # Use instead
//
//	CELERY_BROKER_URL = "redis://127.0.0.1:6379/0"
//
// # When it stays silent
//
// Where tasks run at once anyway, which is another rule's finding. Where the broker is what is left when a variable is not set,
// it is a note.
func celeryBrokerInMemory() lint.Rule {
	return lint.Rule{
		ID:      "DPL703",
		Name:    "celery-broker-in-memory",
		Summary: "celery's broker is the memory of one process, so no worker sees the tasks",
		Help:    "Use Redis or RabbitMQ as the broker",
		Level:   lint.Error,
		Tags:    []string{"availability", "celery"},
		Links: []string{
			"https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/index.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCeleryBrokerInMemory),
	}
}

func checkCeleryBrokerInMemory(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.On("CELERY_TASK_ALWAYS_EAGER") || s.On("CELERY_ALWAYS_EAGER") {
		return nil
	}
	inMemory := lint.Text(func(url string) bool { return url == "memory" || strings.HasPrefix(url, "memory://") })
	ask := func(name string) lint.Answer {
		return lint.Ask(s, name, inMemory, func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "the broker is the memory of the web process: no worker ever sees a task").Fix("%s = \"redis://127.0.0.1:6379/0\"", name)
			variable, fallback := v.FromDefault()
			if variable != "" {
				r = r.Fix("set %s in production to the broker of your workers, such as redis://127.0.0.1:6379/0", variable)
			}
			if fallback {
				r = r.At(lint.Note)
			}
			return r
		})
	}
	return lint.Answers{ask("CELERY_BROKER_URL"), ask("BROKER_URL")}
}
