package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// persistentConnectionsAsync reports persistent database connections under ASGI.
//
// # Why it matters
//
// Under ASGI a request does not belong to one thread, and Django's documentation says to switch persistent connections off:
// connections stay open that nobody takes up again, until the database refuses new ones.
//
// # Example
//
//	"CONN_MAX_AGE": 600
//	uvicorn shop.asgi:application
//
// # Use instead
//
//	"CONN_MAX_AGE": 0, "OPTIONS": {"pool": True}
//
// # When it stays silent
//
// With 0, which is the default, and where a WSGI server runs beside it: then the setting may be for that. A value that is a
// variable's default is a note.
func persistentConnectionsAsync() lint.Rule {
	return lint.Rule{
		ID:      "DPL517",
		Name:    "persistent-connections-async",
		Summary: "Persistent database connections under ASGI",
		Help:    "Set CONN_MAX_AGE to 0 under ASGI, and use a pool",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/databases/#persistent-database-connections",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkPersistentConnectionsAsync),
	}
}

func checkPersistentConnectionsAsync(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var asgi *deploy.Process
	for _, p := range site.Web() {
		if p.Server == nil || p.Server.Traits.Development {
			continue
		}
		if p.Server.Speaks(deploy.ASGI) != value.True {
			return nil
		}
		asgi = p
	}
	if asgi == nil {
		return nil
	}
	age := s.Get("DATABASES").At("default").At("CONN_MAX_AGE")
	if n, isInt := age.Int(); age.Kind() != value.None && (!isInt || n == 0) {
		return nil
	}
	place := age.Source()
	if place.IsZero() {
		place = s.Place("DATABASES")
	}
	r := lint.Fail(place, "database connections are kept open, and under ASGI nobody takes them up again: the database runs out of connections").
		About("settings.DATABASES.default.CONN_MAX_AGE").Via(age).With(asgi.Started(), "%s serves ASGI", asgi.Server.Program).Fix("\"CONN_MAX_AGE\": 0")
	if _, fallback := age.FromDefault(); fallback {
		r = r.At(lint.Note)
	}
	return r
}
