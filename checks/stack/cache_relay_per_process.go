package stack

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// cacheRelayPerProcess reports what one request leaves in the cache for the next, where each worker has a cache of its own.
//
// # Why it matters
//
// Without CACHES, Django's cache is the memory of one process. A code that is stored there to be confirmed by the next request is
// found if the same worker happens to answer: with four workers three of four confirmations fail as "invalid or expired". A lock
// locks nobody out but the worker that took it, and attempts are counted by each worker anew. With one process, as in development and
// in tests, all of it works.
//
// # Example
//
//	# no CACHES, and gunicorn --workers 4
//	cache.set(f"confirm:{token}", role, 300)       # in one view
//	role = cache.get(f"confirm:{token}")           # in another
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:6379"}}
//
// # When it stays silent
//
// With one worker, with a shared cache, and for what a function makes anew where it does not find it: then the cache only saves
// work. Calls whose key is a bare variable are not looked at, nor is the code of packages. Where the cache is what is left
// when a variable is not set, it is a note.
func cacheRelayPerProcess() lint.Rule {
	return lint.Rule{
		ID:      "DPL552",
		Name:    "cache-relay-per-process",
		Summary: "Each worker has a cache of its own, and requests leave things there for others",
		Help:    "Use a cache that all processes share: Redis, Memcached or the database",
		Level:   lint.Warning,
		Tags:    []string{"availability", "correctness"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching",
		},
		Since: "0.2.0",
		Check: lint.OfStack(checkCacheRelayPerProcess),
	}
}

// mostRelays is how many places of the code are named.
const mostRelays = 5

func checkCacheRelayPerProcess(s *deploy.Settings, site *deploy.Site) lint.Answer {
	workers, ok := site.Several()
	relays := relaysInProcess(s)
	if !ok || len(relays) == 0 {
		return nil
	}
	first := relays[0]
	backend := s.Get("CACHES").At(first.Alias).At("BACKEND")
	place := backend.Source()
	if place.IsZero() {
		place = s.Place("CACHES")
	}
	r := lint.Fail(place, "%s has a cache of its own, so %s", workers.Each(), lossOf(first)).
		About("settings.CACHES."+first.Alias+".relay").Via(backend).
		Fix("CACHES = {%q: {\"BACKEND\": \"django.core.cache.backends.redis.RedisCache\", \"LOCATION\": \"redis://…\"}}", first.Alias)
	if _, fallback := backend.FromDefault(); fallback {
		r = r.At(lint.Note)
	} else if _, fallback := s.Get("CACHES").At(first.Alias).FromDefault(); fallback { // of a URL, such as env.cache_url reads
		r = r.At(lint.Note).Via(s.Get("CACHES").At(first.Alias))
	}
	for i, relay := range relays {
		if i == mostRelays {
			break
		}
		switch relay.Op {
		case deploy.CacheCounts:
			r = r.With(relay.Left, "%s is counted here", relay.What())
		case deploy.CacheLocks:
			r = r.With(relay.Left, "%s is locked here", relay.What())
		default:
			r = r.With(relay.Left, "%s is stored here", relay.What()).With(relay.Taken, "and is looked for here")
		}
	}
	return r.With(workers, "the workers are started here")
}

// relaysInProcess returns what requests leave for others in caches that live in the memory of a process: first what is lost, then
// what is counted or locked.
func relaysInProcess(s *deploy.Settings) []deploy.CacheRelay {
	relays := slices.DeleteFunc(slices.Clone(s.CacheRelays), func(r deploy.CacheRelay) bool { return !s.InProcess(r.Alias) })
	slices.SortStableFunc(relays, func(a, b deploy.CacheRelay) int { return int(a.Op) - int(b.Op) })
	return relays
}

// lossOf says what goes wrong with one of them.
func lossOf(r deploy.CacheRelay) string {
	switch r.Op {
	case deploy.CacheCounts:
		return "what is counted under " + r.What() + " is counted by each on its own"
	case deploy.CacheLocks:
		return "the lock " + r.What() + " keeps out nobody but the worker that took it"
	default:
		return "what a request stores as " + r.What() + " is not there for the next one, which another worker answers"
	}
}
