package packages

import (
	"deploylint/internal/lint"
)

// configInMemory reports django-constance values that each process keeps for itself.
//
// # Why it matters
//
// With the memory backend a value that an administrator changes holds in the one process that took the form, until that is
// restarted. All others go on with the old one.
//
// # Example
//
//	CONSTANCE_BACKEND = "constance.backends.memory.MemoryBackend"
//
// # Use instead
//
//	CONSTANCE_BACKEND = "constance.backends.database.DatabaseBackend"
//
// # When it stays silent
//
// For the database and Redis backends.
func configInMemory() lint.Rule {
	return lint.Rule{
		ID:      "DPL728",
		Name:    "config-in-memory",
		Summary: "Values of constance are lost at each restart",
		Help:    "Use the database or Redis backend",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://django-constance.readthedocs.io/en/latest/backends.html",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "CONSTANCE_BACKEND", Bad: lint.Is("constance.backends.memory.MemoryBackend"),
			Message: "a changed value holds in one process only, and is gone at the next restart",
			Fix:     `CONSTANCE_BACKEND = "constance.backends.database.DatabaseBackend"`,
		},
	}
}
