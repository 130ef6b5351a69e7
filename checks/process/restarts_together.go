package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// restartsTogether reports gunicorn workers that all restart at the same moment.
//
// # Why it matters
//
// max_requests replaces a worker after so many requests, against leaking memory. The workers share the load evenly, and so reach
// the number together: for the seconds in which Django starts again, nobody answers.
//
// # Example
//
//	gunicorn --workers 3 --max-requests 1000 shop.wsgi
//
// # Use instead
//
//	gunicorn --workers 3 --max-requests 1000 --max-requests-jitter 100 shop.wsgi
//
// # When it stays silent
//
// With a single worker.
func restartsTogether() lint.Rule {
	return lint.Rule{
		ID:      "DPL457",
		Name:    "restarts-together",
		Summary: "All gunicorn workers restart at the same time",
		Help:    "Set max_requests_jitter to a tenth of max_requests",
		Level:   lint.Note,
		Tags:    []string{"availability", "gunicorn"},
		Links:   []string{"https://docs.gunicorn.org/en/stable/settings.html#max-requests-jitter"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkRestartsTogether),
	}
}

func checkRestartsTogether(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() {
		return nil
	}
	o := p.Server.Options
	most, given := o.Given("max_requests")
	n, ok := most.Int()
	jitter, known := o.Get("max_requests_jitter").Int()
	workers, counted := o.Get("workers").Int()
	if !given || !ok || n <= 0 || !known || jitter != 0 || counted && workers < 2 {
		return nil
	}
	return lint.Fail(most, "the workers reach %d requests together, and for the seconds of their restart nobody answers", n).
		About(about(p, "gunicorn.max_requests")).Fix("--max-requests-jitter %d", max(1, n/10))
}
