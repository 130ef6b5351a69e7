package settings

import (
	"deploylint/internal/lint"
)

// exceptionsPropagated reports DEBUG_PROPAGATE_EXCEPTIONS in production.
//
// # Why it matters
//
// It hands every exception on to the application server in place of answering it. Visitors see the server's bare error, or a
// broken connection, the 500 page is never used, and neither ADMINS nor handlers of django.request hear of it. It is for test
// suites.
//
// # Example
//
//	DEBUG_PROPAGATE_EXCEPTIONS = True
//
// # Use instead
//
//	DEBUG_PROPAGATE_EXCEPTIONS = False
//
// # When it stays silent
//
// Where it is off, which is the default.
func exceptionsPropagated() lint.Rule {
	return lint.Rule{
		ID:      "DPL171",
		Name:    "exceptions-propagated",
		Summary: "Exceptions go to the application server in place of Django's 500 page",
		Help:    "Take DEBUG_PROPAGATE_EXCEPTIONS out of the production settings",
		Level:   lint.Warning,
		Tags:    []string{"availability", "observability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#debug-propagate-exceptions",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "DEBUG_PROPAGATE_EXCEPTIONS", Bad: lint.On,
			Message: "exceptions go to the application server: no 500 page, and no report to ADMINS",
			Fix:     "DEBUG_PROPAGATE_EXCEPTIONS = False",
		},
	}
}
