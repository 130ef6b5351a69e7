package stack

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// rateLimitsPerProcess reports limits on requests that each worker counts for itself.
//
// # Why it matters
//
// Throttles count in the cache. In LocMemCache every worker has counts of its own: with four workers a client tries four times as
// many passwords as the limit says, and all counts are gone at a restart.
//
// # Example
//
//	REST_FRAMEWORK = {"DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"]}
//	# no CACHES, and gunicorn --workers 4
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:6379"}}
//
// # When it stays silent
//
// With one worker, with a shared cache, and where neither the throttles of Django REST framework, nor django-ratelimit, nor the
// cache handler of django-axes is in use.
func rateLimitsPerProcess() lint.Rule {
	return lint.Rule{
		ID:      "DPL523",
		Name:    "rate-limits-per-process",
		Summary: "Each worker counts requests against the limits on its own",
		Help:    "Use a cache that all processes share",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-307"},
		Links: []string{
			"https://www.django-rest-framework.org/api-guide/throttling/#setting-up-the-cache",
			"https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkRateLimitsPerProcess),
	}
}

func checkRateLimitsPerProcess(s *deploy.Settings, site *deploy.Site) lint.Answer {
	workers, ok := site.Several()
	if !ok {
		return nil
	}
	limits := s.Get("REST_FRAMEWORK").At("DEFAULT_THROTTLE_CLASSES")
	what, alias := "the API's throttles", "default"
	handler, _ := s.Get("AXES_HANDLER").Text()
	switch {
	case limits.Truth() == value.True && hasRate(s.Get("REST_FRAMEWORK").At("DEFAULT_THROTTLE_RATES")):
	case handler == "axes.handlers.cache.AxesCacheHandler":
		what, limits = "django-axes", s.Get("AXES_HANDLER")
		if name, isText := s.Get("AXES_CACHE").Text(); isText {
			alias = name
		}
	default:
		return nil
	}
	if !s.InProcess(alias) {
		return nil
	}
	place := limits.Source()
	if place.IsZero() {
		place = s.Place("REST_FRAMEWORK")
	}
	times := "several times"
	if workers.N > 0 {
		times = fmt.Sprintf("%d times", workers.N)
	}
	r := lint.Fail(place, "%s count in the memory of %s: a client gets %s what the limit says", what, workers.Each(), times).
		About("settings.CACHES."+alias+".limits").With(workers, "the workers are started here").
		Fix("CACHES = {%q: {\"BACKEND\": \"django.core.cache.backends.redis.RedisCache\", …}}", alias)
	if _, given := s.Given("CACHES"); given {
		r = r.With(s.Place("CACHES"), "the cache is set here")
	}
	return r
}

// hasRate reports whether one of the rates is more than None, which is no limit.
func hasRate(rates value.Value) bool {
	for _, e := range rates.Elems() {
		if e.Kind() != value.None {
			return true
		}
	}
	return !rates.Known()
}
