package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// databaseMissing reports a site whose apps need a database, and whose settings name none.
//
// # Why it matters
//
// Every query raises ImproperlyConfigured. With other databases and none named default, Django's commands fail as well.
//
// # Example
//
//	DATABASES = {}
//
// # Use instead
//
//	DATABASES = {
//	    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop"},
//	}
//
// # When it stays silent
//
// Where none of the apps and sessions of Django's that keep something in the database is in use, and where a part of
// DATABASES cannot be read.
func databaseMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL149",
		Name:    "database-missing",
		Summary: "The apps need a database, and DATABASES has none named default",
		Help:    "Set DATABASES[\"default\"]",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#databases",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDatabaseMissing),
	}
}

func checkDatabaseMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	databases := s.Get("DATABASES")
	fix := `DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", …}}`
	if databases.Truth() == value.True && isWithout("default")(databases) == value.True {
		return lint.Fail(databases, "DATABASES has none named default, so commands stop and every query fails: ImproperlyConfigured: You must define a 'default' database").
			About("settings.DATABASES.default").Fix("%s", fix)
	}
	engine := databases.At("default").At("ENGINE")
	name, known := engine.Text()
	none := databases.Kind() == value.Dict && !engine.Known() && engine.Cause == value.Absent || known && (name == "" || name == "django.db.backends.dummy")
	if !none || needsDatabase(s) != value.True || databases.Overridable != nil {
		return nil
	}
	return lint.Fail(s.Place("DATABASES"), "DATABASES names no database, and the installed apps need one: every query fails: ImproperlyConfigured").
		About("settings.DATABASES.default").Fix("%s", fix)
}

// needsDatabase reports whether an app is installed that does nothing without a database.
func needsDatabase(s *deploy.Settings) value.Tri {
	answer := s.App(adminApp).Or(s.App("django.contrib.auth"))
	if engine, ok := s.Get("SESSION_ENGINE").Text(); ok && engine == "django.contrib.sessions.backends.db" {
		answer = answer.Or(s.App("django.contrib.sessions").And(s.Runs(sessionMiddleware)))
	}
	return answer
}
