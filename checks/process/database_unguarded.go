package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/lint"
)

// databaseUnguarded reports a database that lets everybody in without a password.
//
// # Why it matters
//
// POSTGRES_HOST_AUTH_METHOD=trust believes whoever connects, as the superuser too. Any container on the network, and any hole in
// the site that can be talked into a connection, reads and changes everything; as a superuser it runs programs with COPY.
//
// # Example
//
//	environment:
//	  POSTGRES_HOST_AUTH_METHOD: trust
//
// # Use instead
//
//	environment:
//	  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}
//
// # When it stays silent
//
// In compose files of developers: those that start no application server of the site and are not named for production.
func databaseUnguarded() lint.Rule {
	return lint.Rule{
		ID:      "DPL467",
		Name:    "database-unguarded",
		Summary: "The database asks nobody for a password",
		Help:    "Remove the variable and set a password",
		Level:   lint.Error,
		Tags:    []string{"security", "compose", "database", "cwe-306"},
		Links: []string{
			"https://hub.docker.com/_/postgres",
			"https://hub.docker.com/_/mariadb",
		},
		Since: "0.1.0",
		Check: lint.OfService(checkDatabaseUnguarded),
	}
}

func checkDatabaseUnguarded(s *deploy.Place, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, name := range []string{
		"POSTGRES_HOST_AUTH_METHOD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MARIADB_ALLOW_EMPTY_PASSWORD", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
	} {
		a := s.Environment.Lookup(name)
		text, known := a.Value.Text()
		if a.State != env.Supplied || !known {
			continue
		}
		open := strings.EqualFold(text, "trust")
		if name != "POSTGRES_HOST_AUTH_METHOD" {
			open = text != "" && text != "0" && !strings.EqualFold(text, "no") && !strings.EqualFold(text, "false")
		}
		if open {
			answers = append(answers, lint.Fail(a.Value, "the database lets everybody in who reaches it, as its superuser too, and asks for no password").
				About(s.Key+"#"+name).With(s.ImageSpan, "this is the database").Fix("remove %s and set a password", name))
		}
	}
	return answers
}
