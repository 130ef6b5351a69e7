package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// asyncUnsafeAllowed reports a process that is given DJANGO_ALLOW_ASYNC_UNSAFE.
//
// # Why it matters
//
// Django then no longer refuses to use a database connection from a running event loop, and requests may see each
// other's data. Any text counts, false and 0 too.
//
// # Example
//
//	DJANGO_ALLOW_ASYNC_UNSAFE=true
//
// # Use instead
//
//	# nothing: leave the variable out
//
// # When it stays silent
//
// For a process that is not part of production, such as a notebook, and for an empty value. Before Django 3.0 the
// variable means nothing.
func asyncUnsafeAllowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL141",
		Name:    "async-unsafe-allowed",
		Summary: "DJANGO_ALLOW_ASYNC_UNSAFE is set",
		Help:    "Leave the variable out in production",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"async.E001"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/async/#async-safety",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAsyncUnsafeAllowed),
	}
}

func checkAsyncUnsafeAllowed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	const name = "DJANGO_ALLOW_ASYNC_UNSAFE"
	if s.Django.Before(3, 0) {
		return nil
	}
	for _, supplier := range site.Supply(name) {
		given, ok := supplier.Value.Text()
		if !supplier.Wins || !ok || given == "" {
			continue
		}
		var at lint.Placed = supplier
		if supplier.Span.IsZero() {
			at = site.Anchor()
		}
		r := lint.Fail(at, "%s is set: Django no longer keeps requests apart that use the database from async code", name).
			About("env:"+name).Fix("leave %s out in production", name)
		if s.Django.Before(3, 1) {
			r = r.As()
		}
		return r
	}
	return nil
}
