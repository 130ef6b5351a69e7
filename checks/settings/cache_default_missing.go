package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cacheDefaultMissing reports CACHES without an entry named default.
//
// # Why it matters
//
// Django's system checks fail, so that migrate and other commands stop before they do anything, and everything that
// asks for the cache without naming one fails.
//
// # Example
//
//	CACHES = {"pages": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
//
// # When it stays silent
//
// Where a key of CACHES cannot be read.
func cacheDefaultMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL127",
		Name:    "cache-default-missing",
		Summary: "CACHES has no default, so commands stop at Django's checks",
		Help:    "Name one entry of CACHES default",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"caches.E001"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#caches",
			"https://docs.djangoproject.com/en/stable/ref/checks/#caches",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCacheDefaultMissing),
	}
}

func checkCacheDefaultMissing(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	return lint.Ask(s, "CACHES", isWithout("default"), func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "CACHES has no entry named default: migrate fails at Django's checks, and so does whatever asks for the cache").
			Fix(`"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} in CACHES`)
	})
}

// isWithout asks whether a dict is without a key.
func isWithout(key string) func(value.Value) value.Tri {
	return func(v value.Value) value.Tri {
		_, found, decided := v.Lookup(key)
		switch {
		case found:
			return value.False
		case decided:
			return value.True
		}
		return value.Undecided
	}
}
