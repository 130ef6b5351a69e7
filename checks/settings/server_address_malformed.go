package settings

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
	"deploylint/internal/version"
)

// serverAddressMalformed reports addresses of servers that are written in a form which the one that connects does not take.
//
// # Why it matters
//
// Some settings want a URL, others a name alone. redis refuses an address without redis:// in the request that uses the cache first.
// celery takes a broker without a scheme for the name of a RabbitMQ server and tries to reach it for ever. Databases and mail servers
// are looked up under the whole text, the port or the scheme included, and no such host exists. Nothing of this shows when the process
// starts.
//
// # Example
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis:6379/1"}}
//	EMAIL_HOST = "smtp.example.com:587"
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://redis:6379/1"}}
//	EMAIL_HOST = "smtp.example.com"
//	EMAIL_PORT = 587
//
// # When it stays silent
//
// For the address of a RabbitMQ server without a scheme, which celery takes, for the backends of other packages, and for values that
// are not known.
func serverAddressMalformed() lint.Rule {
	return lint.Rule{
		ID:      "DPL192",
		Name:    "server-address-malformed",
		Summary: "The address of a server is written in a form that cannot work",
		Help:    "Write a URL with its scheme where one is asked for, and the name of the host alone where that is",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#redis",
			"https://docs.djangoproject.com/en/stable/ref/settings/#host",
			"https://docs.djangoproject.com/en/stable/ref/settings/#email-host",
			"https://docs.celeryq.dev/en/stable/userguide/configuration.html#broker-url",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkServerAddressMalformed),
	}
}

func checkServerAddressMalformed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	answers := lint.Answers{
		hostName(s, "EMAIL_HOST", "", s.Get("EMAIL_HOST"), "EMAIL_PORT = %s", "no mail is sent"),
		brokerURL(s, "CELERY_BROKER_URL"), brokerURL(s, "BROKER_URL"), resultURL(s),
	}
	for alias, db := range deploy.Entries(s.Get("DATABASES")) {
		if engine, _ := db.At("ENGINE").Text(); deploy.DatabaseServer(engine) != "" {
			answers = append(answers, hostName(s, "DATABASES", alias+".HOST", db.At("HOST"), "\"PORT\": %q", "no connection to the database is made"))
		}
	}
	for alias, cache := range deploy.Entries(s.Get("CACHES")) {
		backend, _ := cache.At("BACKEND").Text()
		location := cache.At("LOCATION")
		switch {
		case strings.HasPrefix(backend, "django.core.cache.backends.redis."), strings.HasPrefix(backend, "django_redis.") && !takesHostAndPort(site):
			answers = append(answers, redisURL(s, "CACHES", alias+".LOCATION", location, "every use of the cache raises ValueError"))
		case strings.HasPrefix(backend, "django.core.cache.backends.memcached."):
			answers = append(answers, memcachedAddress(s, alias+".LOCATION", location))
		}
	}
	for alias, queue := range deploy.Entries(s.Get("RQ_QUEUES")) {
		answers = append(answers, redisURL(s, "RQ_QUEUES", alias+".URL", queue.At("URL"), "every use of the queue raises ValueError"))
	}
	return answers
}

// takesHostAndPort reports whether the project pins a django-redis that took addresses without a scheme.
func takesHostAndPort(site *deploy.Site) bool {
	v, ok := site.PackageVersion("django-redis")
	four, _ := version.Parse("4.0")
	return ok && v.Compare(four) < 0
}

// redisURL asks about what redis-py's from_url is given: a text or several.
func redisURL(s *deploy.Settings, name, part string, v value.Value, effect string) lint.Answer {
	bad := func(text string) bool {
		for _, one := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' }) {
			one = strings.TrimSpace(one)
			if !strings.HasPrefix(one, "redis://") && !strings.HasPrefix(one, "rediss://") && !strings.HasPrefix(one, "unix://") {
				return true
			}
		}
		return text == "" || strings.Trim(text, ";, ") == ""
	}
	return askTexts(s, name, part, v, bad, func(text string, at lint.Placed) lint.Result {
		if text == "" {
			return lint.Fail(at, "the address of redis is empty: %s", effect).Fix("redis://127.0.0.1:6379/0")
		}
		scheme := "redis://"
		if strings.HasPrefix(text, "/") {
			scheme = "unix://"
		}
		return lint.Fail(at, "%q is no URL of redis, which begins with redis://, rediss:// or unix://: %s", withoutPassword(text), effect).
			Fix("%s%s", scheme, bareAddress(text))
	})
}

// memcachedAddress asks about the servers of memcached, which have no scheme.
func memcachedAddress(s *deploy.Settings, part string, v value.Value) lint.Answer {
	bad := func(text string) bool { return strings.Contains(text, "://") }
	return askTexts(s, "CACHES", part, v, bad, func(text string, at lint.Placed) lint.Result {
		return lint.Fail(at, "%q has a scheme, which is looked up as part of the host's name: no value is kept in the cache or found there", withoutPassword(text)).
			Fix("%s", bareAddress(text))
	})
}

// brokerURL asks about celery's broker. Without a scheme it is the host of a RabbitMQ server.
func brokerURL(s *deploy.Settings, name string) lint.Answer {
	bad := func(text string) bool {
		scheme, _, found := strings.Cut(text, "://")
		if found {
			return scheme == "http" || scheme == "https" || scheme == "tcp"
		}
		host, port, _ := strings.Cut(text, ":")
		port, _, _ = strings.Cut(port, "/")
		return port == "6379" || port != "" && isRedis(host) || strings.Contains(text, "/") && isRedis(host)
	}
	return lint.Ask(s, name, lint.Text(bad), func(v value.Value, at lint.Placed) lint.Result {
		text, _ := v.Text()
		if strings.Contains(text, "://") {
			return lint.Fail(at, "celery has no transport of that scheme: no task is sent, and no worker starts").Fix("%s = \"redis://%s\"", name, bareAddress(text))
		}
		return lint.Fail(at, "%q has no scheme, so that celery looks for a RabbitMQ server of that name: no task is sent, and no worker connects", withoutPassword(text)).
			Fix("%s = \"redis://%s\"", name, bareAddress(text))
	})
}

// resultURL asks about celery's result backend. Without a scheme it is a name of celery's, or a class.
func resultURL(s *deploy.Settings) lint.Answer {
	bad := func(text string) bool {
		scheme, _, found := strings.Cut(text, "://")
		_, port, hasPort := strings.Cut(text, ":")
		port, _, _ = strings.Cut(port, "/")
		return found && (scheme == "http" || scheme == "https" || scheme == "tcp") || !found && hasPort && isPort(port)
	}
	return lint.Ask(s, "CELERY_RESULT_BACKEND", lint.Text(bad), func(v value.Value, at lint.Placed) lint.Result {
		text, _ := v.Text()
		return lint.Fail(at, "%q is no URL that celery knows, so that it looks for a module of that name: every task raises an error", bareAddress(text)).
			Fix("CELERY_RESULT_BACKEND = \"redis://%s\"", bareAddress(text))
	})
}

// hostName asks about the name of a host, which has neither scheme nor port; port spells the setting for the latter.
func hostName(s *deploy.Settings, name, part string, v value.Value, port, effect string) lint.Answer {
	bad := func(text string) bool {
		for host := range strings.SplitSeq(text, ",") { // several hosts of PostgreSQL
			if strings.Contains(host, "://") || strings.Count(host, ":") == 1 && isPort(host[strings.IndexByte(host, ':')+1:]) {
				return true
			}
		}
		return false
	}
	return lint.AskPart(s, name, part, v, lint.Text(bad), func(v value.Value, at lint.Placed) lint.Result {
		text, _ := v.Text()
		host, given, _ := strings.Cut(bareScheme(text)[strings.LastIndexByte(bareScheme(text), '@')+1:], ":")
		given, _, _ = strings.Cut(given, "/")
		setting := name
		if part != "" {
			setting = "HOST"
		}
		what := "has a scheme"
		if !strings.Contains(text, "://") {
			what = "has a port"
		}
		r := lint.Fail(at, "%q %s, and is looked up as a whole as the name of a host: %s", withoutPassword(text), what, effect)
		host, _, _ = strings.Cut(host, "/")
		fix := setting + " = " + strconv.Quote(host)
		if part != "" {
			fix = strconv.Quote(setting) + ": " + strconv.Quote(host)
		}
		if given != "" {
			return r.Fix(fix+", "+port, given)
		}
		return r.Fix("%s", fix)
	})
}

// askTexts asks about a text, or about each text of a sequence.
func askTexts(s *deploy.Settings, name, part string, v value.Value, bad func(string) bool, fail func(text string, at lint.Placed) lint.Result) lint.Answer {
	if v.IsSequence() {
		return lint.AskPart(s, name, part, v, lint.Has(bad), func(v value.Value, at lint.Placed) lint.Result {
			elem, _ := v.Find(bad)
			return fail(elem.Payload(), lint.Nearest(elem, at))
		})
	}
	return lint.AskPart(s, name, part, v, lint.Text(bad), func(v value.Value, at lint.Placed) lint.Result {
		text, _ := v.Text()
		return fail(text, at)
	})
}

// bareAddress returns an address without scheme, and with a placeholder for user and password.
func bareAddress(text string) string { return withoutPassword(bareScheme(text)) }

// withoutPassword returns an address that a report may show.
func withoutPassword(text string) string {
	if at := strings.LastIndexByte(text, '@'); at >= 0 {
		return ":PASSWORD" + text[at:]
	}
	return text
}

// bareScheme returns what stands behind the scheme of a URL.
func bareScheme(text string) string {
	if _, rest, found := strings.Cut(text, "://"); found {
		return rest
	}
	return text
}

func isRedis(host string) bool {
	host = strings.ToLower(host)
	return strings.Contains(host, "redis") || strings.Contains(host, "valkey")
}

func isPort(text string) bool {
	_, err := strconv.ParseUint(text, 10, 16)
	return err == nil
}
