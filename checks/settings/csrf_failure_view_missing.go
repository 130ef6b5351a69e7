package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// csrfFailureViewMissing reports CSRF_FAILURE_VIEW that cannot be imported.
//
// # Why it matters
//
// Whoever posts a form with an old token gets an error in place of the page that tells them to try again, and Django's
// system checks fail, so that migrate and other commands stop.
//
// # Example
//
//	CSRF_FAILURE_VIEW = "shop.errors.csrf"  # and there is no shop/errors.py
//
// # Use instead
//
//	CSRF_FAILURE_VIEW = "shop.views.csrf_failure"
//
// # When it stays silent
//
// For a view in a package that is not in the repository.
func csrfFailureViewMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL143",
		Name:    "csrf-failure-view-missing",
		Summary: "CSRF_FAILURE_VIEW cannot be imported",
		Help:    "Name a view that is there",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.E102"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-failure-view",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCsrfFailureViewMissing),
	}
}

func checkCsrfFailureViewMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	const name = "CSRF_FAILURE_VIEW"
	return lint.Ask(s, name, func(v value.Value) value.Tri {
		view, ok := v.Text()
		module, dotted := cutLast(view)
		if !ok {
			return value.Undecided
		}
		return value.TriOf(!dotted).Or(site.HasModule(module).Not())
	}, func(v value.Value, at lint.Placed) lint.Result {
		if !strings.Contains(v.Payload(), ".") {
			r := lint.Fail(at, "%s is %s, which names no module: it cannot be imported, and migrate fails at Django's checks", name, text(v)).
				Fix(`%s = "shop.views.csrf_failure"`, name)
			if s.Django.Before(3, 2) {
				return r.As()
			}
			return r
		}
		return lint.Fail(at, "%s is %s, whose module is not there, so commands stop: ViewDoesNotExist", name, text(v)).
			Fix("name a view that is there").As()
	})
}
