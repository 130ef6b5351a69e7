package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// poolWithPersistentConnections reports a PostgreSQL connection pool together with persistent connections.
//
// # Why it matters
//
// Since version 5.1 Django keeps a pool where OPTIONS has "pool", and refuses one together with CONN_MAX_AGE: the first query
// raises ImproperlyConfigured.
//
// # Example
//
//	"CONN_MAX_AGE": 60, "OPTIONS": {"pool": True}
//
// # Use instead
//
//	"OPTIONS": {"pool": True}
//
// # When it stays silent
//
// For other engines than PostgreSQL's, and where one of the two is not known.
func poolWithPersistentConnections() lint.Rule {
	return lint.Rule{
		ID:      "DPL186",
		Name:    "pool-with-persistent-connections",
		Summary: "A connection pool and CONN_MAX_AGE exclude each other",
		Help:    "Take CONN_MAX_AGE away where a pool is used",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/databases/#connection-pool",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkPoolWithPersistentConnections),
	}
}

func checkPoolWithPersistentConnections(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	databases := s.Get("DATABASES")
	for alias, database := range deploy.Entries(databases) {
		engine, ok := database.At("ENGINE").Text()
		if !ok || !strings.Contains(engine, "postg") || database.At("OPTIONS").At("pool").Truth() != value.True {
			continue
		}
		age := database.At("CONN_MAX_AGE")
		if n, isInt := age.Int(); age.Kind() != value.None && (!isInt || n == 0) {
			continue
		}
		answers = append(answers, lint.Fail(lint.Nearest(age, database), "CONN_MAX_AGE and a connection pool exclude each other: the first query raises ImproperlyConfigured").
			About("settings.DATABASES."+alias+".CONN_MAX_AGE").With(database.At("OPTIONS").At("pool"), "the pool is set here").Fix("take CONN_MAX_AGE away"))
	}
	return answers
}
