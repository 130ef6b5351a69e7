package pyeval

import (
	"regexp"
	"strconv"
	"strings"

	"deploylint/internal/value"
)

func cacheURLLibrary() library {
	return library{
		modules: "dj_email_url django_cache_url dj_cache_url",
		member:  (*evaluator).urlLibraryMember,
	}
}

// djEmail is dj_email_url.parse (https://github.com/migonzalvar/dj-email-url).
func (ev *evaluator) djEmail(s string, c *call) val {
	if !plain(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	u, ok := parseURL(s)
	port, hasPort, goodPort := u.port()
	if !ok || !goodPort {
		return ev.raiseAt("ValueError", "the URL of the email is not valid", c.span)
	}
	optional := func(s string, ok bool) val {
		if !ok {
			return ofNone()
		}
		return ofStr(unquote(s))
	}
	host, portVal := orNone(u.host(), u.host() != ""), ofNone()
	if hasPort {
		portVal = ofInt(port)
	}
	ssl, tls := false, false
	switch u.scheme {
	case "smtp":
		if u.host() == "" {
			host = ofStr("localhost")
		}
		if port == 0 {
			portVal = ofInt(25)
		}
	case "smtps":
		tls = true
	case "submission", "submit":
		tls = true
		if port == 0 {
			portVal = ofInt(587)
		}
	}
	query := map[string]string{}
	for _, p := range parseQuery(u.query) {
		query[p.key] = p.values[0]
	}
	if v, given := query["ssl"]; given {
		if isTruthy(v) {
			ssl, tls = true, false
		}
	} else if isTruthy(query["tls"]) {
		ssl, tls = false, true
	}
	t := newTable()
	t.setStr("EMAIL_FILE_PATH", ofStr(u.path[min(1, len(u.path)):]))
	t.setStr("EMAIL_HOST_USER", optional(u.user()))
	t.setStr("EMAIL_HOST_PASSWORD", optional(u.password()))
	t.setStr("EMAIL_HOST", host)
	t.setStr("EMAIL_PORT", portVal)
	t.setStr("EMAIL_USE_SSL", ofBool(ssl))
	t.setStr("EMAIL_USE_TLS", ofBool(tls))
	t.setStr("EMAIL_TIMEOUT", ofNone())
	if b := djMailer(u.scheme); b != "" {
		t.setStr("EMAIL_BACKEND", ofStr(b))
	}
	if v, given := query["timeout"]; given {
		n := ev.scalarCast("int", v, c)
		if ev.exc != nil {
			return n
		}
		t.setStr("EMAIL_TIMEOUT", n)
	}
	if v, given := query["_server_email"]; given {
		t.setStr("SERVER_EMAIL", ofStr(v))
	}
	if v, given := query["_default_from_email"]; given {
		t.setStr("DEFAULT_FROM_EMAIL", ofStr(v))
	}
	return ev.placed(ev.dict(t), c)
}

func isTruthy(s string) bool {
	switch s {
	case "1", "y", "Y", "yes", "Yes", "YES", "t", "T", "true", "True", "TRUE", "on", "On", "ON":
		return true
	}
	return false
}

func djMailer(scheme string) string {
	const mail = "django.core.mail.backends."
	switch scheme {
	case "smtp", "submission", "submit", "smtps":
		return mail + "smtp.EmailBackend"
	case "console":
		return mail + "console.EmailBackend"
	case "file":
		return mail + "filebased.EmailBackend"
	case "memory":
		return mail + "locmem.EmailBackend"
	case "dummy":
		return mail + "dummy.EmailBackend"
	}
	return ""
}

// djCacheBackend is the BACKEND of a scheme of django-cache-url; no object where it knows none.
func (ev *evaluator) djCacheBackend(scheme string) val {
	const cache = "django.core.cache.backends."
	switch scheme {
	case "db":
		return ofStr(cache + "db.DatabaseCache")
	case "dummy":
		return ofStr(cache + "dummy.DummyCache")
	case "elasticache":
		return ofStr("django_elasticache.memcached.ElastiCache")
	case "file":
		return ofStr(cache + "filebased.FileBasedCache")
	case "locmem":
		return ofStr(cache + "locmem.LocMemCache")
	case "uwsgicache":
		return ofStr("uwsgicache.UWSGICache")
	case "memcached":
		return ofStr(cache + "memcached.PyLibMCCache")
	case "djangopylibmc":
		return ofStr("django_pylibmc.memcached.PyLibMCCache")
	case "pymemcached":
		return ofStr(cache + "memcached.MemcachedCache")
	case "pymemcache":
		return ofStr(cache + "memcached.PyMemcacheCache")
	case "redis-cache":
		return ofStr("redis_cache.RedisCache")
	case "redis", "rediss", "hiredis":
		if ev.libVersion("django").before(4, 0) || ev.libVersion("django-cache-url").before(3, 4) {
			return ofStr("django_redis.cache.RedisCache")
		}
		return ofStr(cache + "redis.RedisCache")
	}
	return val{}
}

// socketDatabase is the number that a Redis URL names behind the path of a socket.
var socketDatabase = regexp.MustCompile(`^.+?(\d+)`)

// djCache is django_cache_url.parse (https://github.com/epicserve/django-cache-url).
func (ev *evaluator) djCache(s string, c *call) val {
	const core = "django.core.cache.backends.redis.RedisCache"
	if !plain(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	u, ok := parseURL(s)
	if !ok {
		return ev.raiseAt("ValueError", "the URL of the cache is not valid", c.span)
	}
	args := newTable()
	for _, p := range parseQuery(u.query) {
		args.setStr(strings.ToUpper(p.key), ofStr(strings.Join(p.values, ";")))
	}
	backend := ev.djCacheBackend(u.scheme)
	if backend.o == nil {
		return ev.raiseAt("Exception", "the URL of the cache has an unknown scheme", c.span)
	}
	libVal, _ := args.get("sLIB")
	lib, _ := libVal.o.(strObj)
	if b := ev.djCacheBackend(string(lib)); strings.Contains(u.scheme, "redis") && b.o != nil {
		backend = b
	}
	name, _ := backend.o.(strObj)
	t, options := newTable(), newTable()
	t.setStr("BACKEND", backend)
	if u.scheme == "hiredis" {
		options.setStr("PARSER_CLASS", ofStr("redis.connection.HiredisParser"))
	}
	location := u.path
	switch {
	case u.netloc == "" && (u.scheme == "memcached" || u.scheme == "pymemcached" || u.scheme == "pymemcache" || u.scheme == "djangopylibmc"):
		location = "unix://" + u.path
	case u.netloc == "" && (u.scheme == "redis" || u.scheme == "hiredis"):
		path, db := u.path, "0"
		if m := socketDatabase.FindStringSubmatch(path); m != nil {
			path, db = path[:max(strings.LastIndexByte(path, '/'), 0)], m[1]
		}
		location = "unix://" + path + "?db=" + db
	case u.netloc == "":
	case u.scheme == "redis" || u.scheme == "rediss" || u.scheme == "hiredis":
		port, _, valid := u.port()
		if !valid {
			return ev.raiseAt("ValueError", "the URL of the cache is not valid", c.span)
		}
		if port == 0 {
			port = 6379
		}
		scheme, db := "redis", u.path[min(1, len(u.path)):]
		if u.scheme == "rediss" {
			scheme = u.scheme
		}
		if db == "" {
			db = "0"
		}
		host := u.host()
		if host == "" {
			host = "None"
		}
		at := host + ":" + strconv.Itoa(port) + "/" + db
		password, _ := u.password()
		switch {
		case password != "" && (lib == "redis-cache" || name == core):
			at = ":" + password + "@" + at
		case password != "":
			options.setStr("PASSWORD", ofStr(password))
		}
		location = scheme + "://" + at
		if lib == "redis-cache" {
			if failed, bad := ev.djPool(args, options, c); bad {
				return failed
			}
		}
	default:
		location = strings.ReplaceAll(u.netloc, ",", ";")
	}
	if u.scheme == "uwsgicache" && location == "" {
		location = "default"
	}
	t.setStr("LOCATION", ofStr(location))
	for _, key := range []string{"MAX_ENTRIES", "CULL_FREQUENCY"} {
		if v, given := args.get("s" + key); given {
			text, _ := v.o.(strObj)
			n := ev.scalarCast("int", string(text), c)
			if ev.exc != nil {
				return n
			}
			options.setStr(key, n)
			args.del("s" + key)
		}
	}
	if len(options.keys) > 0 {
		t.setStr("OPTIONS", ev.placed(ev.dict(options), c))
	}
	for i, k := range args.keys {
		text, _ := k.o.(strObj)
		t.setStr(string(text), args.vals[i])
	}
	return ev.placed(ev.dict(t), c)
}

// djPool are the options of django-redis-cache's pool of connections.
func (ev *evaluator) djPool(args, options *table, c *call) (failed val, bad bool) {
	for _, key := range []string{"PARSER_CLASS", "CONNECTION_POOL_CLASS"} {
		if v, given := args.get("s" + key); given {
			options.setStr(key, v)
		}
	}
	pool := newTable()
	for _, key := range []string{"MAX_CONNECTIONS", "TIMEOUT"} {
		v, given := args.get("s" + key)
		if !given {
			continue
		}
		text, _ := v.o.(strObj)
		n := ev.scalarCast("int", string(text), c)
		if ev.exc != nil {
			return n, true
		}
		pool.setStr(strings.ToLower(key), n)
	}
	if len(pool.keys) > 0 {
		options.setStr("CONNECTION_POOL_CLASS_KWARGS", ev.dict(pool))
	}
	return val{}, false
}
