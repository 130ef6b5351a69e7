package pyeval

import (
	"strings"

	"deploylint/internal/value"
)

// environRedis is the driver that django-environ chose for Redis when it was imported.
func (ev *evaluator) environRedis() val {
	const driver, core, old = "django_redis.cache.RedisCache", "django.core.cache.backends.redis.RedisCache", "redis_cache.RedisCache"
	version, django := ev.libVersion("django-environ"), ev.libVersion("django")
	hasDriver, decided := ev.installed("django-redis")
	hasOld, _ := ev.installed("django-redis-cache")
	switch {
	case !decided:
		return notKnown(value.Unread, value.DependsOn("which Redis package is installed"))
	case version.before(0, 10):
		if hasOld {
			return ofStr(old)
		}
		return ofStr(driver)
	case hasDriver && !version.before(0, 11):
		return ofStr(driver)
	case !django.known:
		return notKnown(value.Unread, value.DependsOn("the version of Django"))
	case !django.before(4, 0):
		return ofStr(core)
	case hasOld || !version.before(0, 11):
		return ofStr(old)
	}
	return ofStr(driver)
}

// environCacheBackend is the BACKEND of a scheme; no object where it knows none.
func (ev *evaluator) environCacheBackend(scheme string) val {
	const cache = "django.core.cache.backends."
	version := ev.libVersion("django-environ")
	switch scheme {
	case "dbcache":
		return ofStr(cache + "db.DatabaseCache")
	case "dummycache":
		return ofStr(cache + "dummy.DummyCache")
	case "filecache":
		return ofStr(cache + "filebased.FileBasedCache")
	case "locmemcache":
		return ofStr(cache + "locmem.LocMemCache")
	case "memcache":
		return ofStr(cache + "memcached.MemcachedCache")
	case "pylibmc":
		if !version.before(0, 8) {
			return ofStr(cache + "memcached.PyLibMCCache")
		}
	case "pymemcache":
		has, decided := ev.installed("pymemcache")
		switch {
		case version.before(0, 8), ev.libVersion("django").before(3, 2), decided && !has:
			return ofStr(cache + "memcached.PyLibMCCache")
		case !has:
			return notKnown(value.Unread, value.DependsOn("whether pymemcache is installed"))
		}
		return ofStr(cache + "memcached.PyMemcacheCache")
	case "rediscache", "redis":
		return ev.environRedis()
	case "rediss":
		if !version.before(0, 5) {
			return ev.environRedis()
		}
	case "valkey", "valkeys":
		if !version.before(0, 13) {
			return ev.environRedis()
		}
	}
	return val{}
}

// environCache is Env.cache_url_config.
func (ev *evaluator) environCache(u urlText, c *call) val {
	version := ev.libVersion("django-environ")
	backend := ev.environCacheBackend(u.scheme)
	if backend.o == nil {
		if version.before(0, 5) {
			return ev.raiseAt("KeyError", "the cache has an unknown scheme", c.span)
		}
		return ev.raiseAt("ImproperlyConfigured", "the cache has an unknown scheme", c.span)
	}
	join := func(f func(string) string) val {
		var out []val
		for host := range strings.SplitSeq(u.netloc, ",") {
			out = append(out, ofStr(f(host)))
		}
		if len(out) == 1 {
			return out[0]
		}
		return ev.list(out)
	}
	location := join(func(h string) string { return h })
	memcache := u.scheme == "memcache" || u.scheme == "pymemcache"
	switch {
	case u.scheme == "filecache":
		location = ofStr(u.netloc + u.path)
	case memcache && u.netloc == "" && !version.before(0, 8), memcache && u.path != "" && version.before(0, 8):
		location = ofStr("unix:" + u.path)
	case strings.HasPrefix(u.scheme, "redis"):
		scheme := "unix"
		if u.host() != "" {
			scheme = strings.Replace(u.scheme, "cache", "", 1)
		}
		location = join(func(h string) string { return scheme + "://" + h + u.path })
	}
	t := newTable()
	t.setStr("BACKEND", backend)
	t.setStr("LOCATION", location)
	given, hasBackend := c.arg(0, "backend")
	if _, none := given.o.(noneObj); none {
		hasBackend = false
	}
	chosen := backend
	if hasBackend {
		chosen = given
		t.setStr("BACKEND", given)
	}
	if u.query != "" {
		lower, decided := false, true
		if !version.before(0, 13) {
			s, isText := chosen.o.(strObj)
			lower, decided = s == "django.core.cache.backends.redis.RedisCache", isText
		}
		if !decided {
			return derive(reasonOf(chosen))
		}
		options := newTable()
		for _, p := range parseQuery(u.query) {
			v := ev.environCast(p.values[0], c)
			if ev.exc != nil {
				return v
			}
			key := strings.ToUpper(p.key)
			into := options
			switch key {
			case "TIMEOUT", "KEY_PREFIX", "VERSION", "KEY_FUNCTION", "BINARY":
				into = t
			}
			if lower {
				key = strings.ToLower(p.key)
			}
			into.setStr(key, v)
		}
		t.setStr("OPTIONS", ev.placed(ev.dict(options), c))
	}
	return ev.placed(ev.dict(t), c)
}
