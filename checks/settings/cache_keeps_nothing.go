package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cacheKeepsNothing reports a production cache that keeps nothing.
//
// # Why it matters
//
// DummyCache takes everything and returns nothing. Pages are computed anew for every visitor, counters that limit logins never
// count, and sessions that are kept in the cache are gone at the next request: nobody can log in.
//
// # Example
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:6379"}}
//
// # When it stays silent
//
// For caches other than "default" and the one that sessions use. Where the backend is what is left when a variable is not set,
// it is a note.
func cacheKeepsNothing() lint.Rule {
	return lint.Rule{
		ID:      "DPL178",
		Name:    "cache-keeps-nothing",
		Summary: "The cache is DummyCache, which keeps nothing",
		Help:    "Use Redis, Memcached or the database as the cache",
		Level:   lint.Warning,
		Tags:    []string{"performance", "availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#dummy-caching-for-development",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCacheKeepsNothing),
	}
}

func checkCacheKeepsNothing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	engine, _ := s.Get("SESSION_ENGINE").Text()
	sessions := ""
	if alias, ok := s.Get("SESSION_CACHE_ALIAS").Text(); ok && strings.HasSuffix(engine, "backends.cache") {
		sessions = alias
	}
	isDummy := lint.Is("django.core.cache.backends.dummy.DummyCache")
	ask := func(alias string) lint.Answer {
		return lint.AskPart(s, "CACHES", alias+".BACKEND", element(s.Get("CACHES").At(alias), "BACKEND"), isDummy, func(v value.Value, at lint.Placed) lint.Result {
			const fix = "\"BACKEND\": \"django.core.cache.backends.redis.RedisCache\""
			if alias == sessions {
				return lint.Fail(at, "sessions are kept in the cache %q, which is DummyCache and keeps nothing: nobody can log in", alias).
					With(s.Get("SESSION_ENGINE"), "sessions are kept in the cache").Fix(fix).At(lint.Error)
			}
			r := lint.Fail(at, "the cache %q is DummyCache, which keeps nothing", alias).Fix(fix)
			if _, fallback := v.FromDefault(); fallback {
				r = r.At(lint.Note)
			}
			return r
		})
	}
	if sessions == "" || sessions == "default" {
		return ask("default")
	}
	return lint.Answers{ask("default"), ask(sessions)}
}
