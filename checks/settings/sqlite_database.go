package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// sqliteDatabase reports a production site whose database is SQLite.
//
// # Why it matters
//
// SQLite has one writer: with several workers, requests fail with "database is locked". The file belongs to one machine,
// cannot be shared between hosts, and in a container it is gone with the container.
//
// # Example
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
//
// # Use instead
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop", …}}
//
// # When it stays silent
//
// For databases other than "default", which are often read-only data, without any database, and for an engine that cannot
// be read. Where SQLite is only what
// is left when a variable such as DATABASE_URL is not set, it is a note.
func sqliteDatabase() lint.Rule {
	return lint.Rule{
		ID:      "DPL109",
		Name:    "sqlite-database",
		Summary: "The production database is SQLite",
		Help:    "Use PostgreSQL, MySQL or another database server in production",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#databases",
			"https://docs.djangoproject.com/en/stable/ref/databases/#database-is-locked-errors",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSQLiteDatabase),
	}
}

func checkSQLiteDatabase(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	engine := settle(element(s.Get("DATABASES").At("default"), "ENGINE"))
	if engine.Cause == value.Absent && !engine.Known() {
		return nil
	}
	isSQLite := lint.Text(func(engine string) bool {
		return strings.HasSuffix(engine, ".sqlite3") || strings.HasSuffix(engine, ".spatialite")
	})
	q := lint.AskPart(s, "DATABASES", "default.ENGINE", engine, isSQLite, func(v value.Value, at lint.Placed) lint.Result {
		if variable, ok := v.FromDefault(); ok && variable != "" {
			return lint.Fail(at, "the database is SQLite unless %s is set: one writer, on one machine", variable).
				Fix("set %s in production, and read it without a default", variable).At(lint.Note).InOwnWords()
		}
		return lint.Fail(at, "the database is SQLite: it has one writer, so several workers meet \"database is locked\", and it lives on one machine").
			Fix("use a database server: \"ENGINE\": \"django.db.backends.postgresql\"")
	}).OrPass("the database is not SQLite")
	q.Name = "the database engine"
	return q
}
