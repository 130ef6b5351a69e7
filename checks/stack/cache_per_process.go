package stack

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// cachePerProcess reports a cache that each of several processes keeps for itself.
//
// # Why it matters
//
// LocMemCache is the memory of one process. With several workers each visitor sees the cache of whichever answered: a value that
// one deletes lives on in the others, and what is counted is counted several times.
//
// # Example
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
//	gunicorn --workers 4
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:6379"}}
//
// # When it stays silent
//
// With one worker, where nothing says how many there are, and where CACHES is not set: then perhaps nothing uses the cache. What the
// project's code leaves there for other requests is cache-relay-per-process's to report.
func cachePerProcess() lint.Rule {
	return lint.Rule{
		ID:      "DPL512",
		Name:    "cache-per-process",
		Summary: "Each worker has a cache of its own",
		Help:    "Use a cache that all processes share: Redis, Memcached or the database",
		Level:   lint.Note,
		Tags:    []string{"availability", "performance"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkCachePerProcess),
	}
}

func checkCachePerProcess(s *deploy.Settings, site *deploy.Site) lint.Answer {
	workers, ok := site.Several()
	caches, given := s.Given("CACHES")
	if !ok || !given || !s.InProcess("default") {
		return nil
	}
	backend := caches.At("default").At("BACKEND")
	if engine, _ := s.Get("SESSION_ENGINE").Text(); strings.Contains(engine, "cache") {
		return nil // sessions-per-process says it
	}
	if slices.ContainsFunc(relaysInProcess(s), func(r deploy.CacheRelay) bool { return r.Alias == "default" }) {
		return nil // cache-relay-per-process says more
	}
	place := backend.Source()
	if place.IsZero() {
		place = caches.Source()
	}
	r := lint.Fail(place, "%s has a cache of its own: what one stores or deletes, the others do not see", workers.Each()).
		Fix(`"BACKEND": "django.core.cache.backends.redis.RedisCache"`)
	variable, fallback := backend.FromDefault()
	if !fallback {
		variable, fallback = caches.At("default").FromDefault() // of a URL, such as env.cache_url reads
	}
	if fallback && variable != "" {
		r = lint.Fail(place, "%s has a cache of its own unless %s is set: what one stores or deletes, the others do not see", workers.Each(), variable).
			Fix("set %s in production to a cache that all share, such as redis://127.0.0.1:6379", variable).InOwnWords()
	}
	return r.About("settings.CACHES.default.BACKEND").Via(backend).With(workers, "the workers are started here")
}
