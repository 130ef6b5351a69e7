package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// sessionsPerProcess reports sessions that are kept in the memory of one process.
//
// # Why it matters
//
// With SESSION_ENGINE in a cache that is LocMemCache, a session exists in the one worker that made it. The next request goes to
// another worker, which knows nothing of it: users are logged out at random, and all of them at each restart.
//
// # Example
//
//	SESSION_ENGINE = "django.contrib.sessions.backends.cache"
//	# no CACHES: Django's default is the memory of the process
//
// # Use instead
//
//	SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
//
// # When it stays silent
//
// For a cache that is shared or not known. With cached_db, which finds the session in the database again, it is a warning where
// there are several workers, since changes do not reach the other workers' copies. Where only one worker is known, it is a
// warning; where the cache or the engine is what is left when a variable is not set, a note.
func sessionsPerProcess() lint.Rule {
	return lint.Rule{
		ID:      "DPL513",
		Name:    "sessions-per-process",
		Summary: "Sessions live in the memory of one process",
		Help:    "Keep sessions in the database, or in a cache that all processes share",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cached-sessions",
			"https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkSessionsPerProcess),
	}
}

func checkSessionsPerProcess(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Middleware("SessionMiddleware") == value.False {
		return nil
	}
	engine := s.Get("SESSION_ENGINE")
	name, _ := engine.Text()
	alias, ok := s.Get("SESSION_CACHE_ALIAS").Text()
	inCache, inBoth := strings.HasSuffix(name, "sessions.backends.cache"), strings.HasSuffix(name, "sessions.backends.cached_db")
	if !ok || !inCache && !inBoth || !s.InProcess(alias) {
		return nil
	}
	cache := s.Get("CACHES").At(alias).At("BACKEND")
	workers, several := site.Several()
	r := lint.Fail(engine, "sessions are kept in the memory of the process: all users are logged out at each restart").At(lint.Warning)
	switch {
	case several && inCache:
		r = lint.Fail(engine, "%s keeps sessions in its own memory: users are logged out at random", workers.Each()).With(workers, "the workers are started here")
	case several:
		r = lint.Fail(engine, "%s caches sessions in its own memory: a change, such as a logout, does not reach the others", workers.Each()).
			With(workers, "the workers are started here").At(lint.Warning)
	case inBoth:
		return nil
	}
	var variables []string
	for _, v := range []value.Value{engine, cache, s.Get("CACHES").At(alias)} {
		variable, fallback := v.FromDefault()
		if !fallback {
			continue
		}
		r = r.At(lint.Note)
		if variable != "" && !slices.Contains(variables, variable) {
			variables = append(variables, variable)
		}
	}
	if len(variables) > 0 {
		r = r.UnlessSet(variables...)
	}
	return r.About("settings.SESSION_ENGINE").With(cache, "the cache is the memory of the process").
		Fix("SESSION_ENGINE = \"django.contrib.sessions.backends.db\", or a shared cache")
}
