package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// databaseInClear reports a connection to a database on another machine for which encryption is switched off.
//
// # Why it matters
//
// Everything that the site reads and writes, and the password with which it logs in, crosses the network in the clear. "allow"
// and "prefer" are no better against somebody who sits on the way: they fall back.
//
// # Example
//
//	"HOST": "db.provider.example", "OPTIONS": {"sslmode": "disable"}
//
// # Use instead
//
//	"HOST": "db.provider.example", "OPTIONS": {"sslmode": "verify-full", "sslrootcert": "/etc/ssl/db.pem"}
//
// # When it stays silent
//
// For a database on this machine, under a name without a dot or in a private network, and where sslmode is not set.
func databaseInClear() lint.Rule {
	return lint.Rule{
		ID:      "DPL185",
		Name:    "database-in-clear",
		Summary: "The connection to a remote database is not encrypted",
		Help:    "Set sslmode to require, or to verify-full with the server's certificate",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-319"},
		Links: []string{
			"https://www.postgresql.org/docs/current/libpq-ssl.html",
			"https://docs.djangoproject.com/en/stable/ref/settings/#std-setting-OPTIONS",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDatabaseInClear),
	}
}

func checkDatabaseInClear(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	databases := s.Get("DATABASES")
	for alias, database := range deploy.Entries(databases) {
		host, ok := database.At("HOST").Text()
		if !ok || !strings.Contains(host, ".") || strings.HasPrefix(host, "/") || isLocal(host) || isPrivate(host) {
			continue
		}
		mode := database.At("OPTIONS").At("sslmode")
		answers = append(answers, lint.AskPart(s, "DATABASES", alias+".OPTIONS.sslmode", mode, lint.Is("disable", "allow"), func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "sslmode %q sends the password and all data to %s in the clear", v.Payload(), host).Fix("\"sslmode\": \"require\"")
		}))
	}
	return answers
}
