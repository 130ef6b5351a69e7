package project

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// packageMissing reports what the settings name of packages that nothing in the project installs.
//
// # Why it matters
//
// On the machine where the project was written the package is there, once installed by hand. The server installs what the
// requirements name: there Django stops with ModuleNotFoundError, or ImproperlyConfigured for the driver of a database, and no process
// starts. What is imported only when it is used, such as the client of a cache, fails in the first request that needs it.
//
// # Example
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", …}}
//
// with Django and gunicorn alone in requirements.txt
//
// # Use instead
//
//	psycopg[binary]
//
// in requirements.txt
//
// # When it stays silent
//
// Where a requirements file cannot be read or none names Django, where a package that brings the missing one is required, where a
// Dockerfile or a script names it, and where an image builds upon one that may hold it. Only packages in a table of the most used ones
// are looked for.
func packageMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL611",
		Name:    "package-missing",
		Summary: "The settings need a package that nothing installs",
		Help:    "Add the package to the requirements",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/databases/",
			"https://docs.djangoproject.com/en/stable/topics/cache/",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkPackageMissing),
	}
}

func checkPackageMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	ask := func(name, part string, v value.Value, effect string) {
		answers = append(answers, lint.AskPart(s, name, part, v, func(v value.Value) bool {
			dotted, ok := v.Text()
			packages := packagesOf(dotted)
			return ok && len(packages) > 0 && !inRepository(s, site, dotted) && site.Installs(packages...) == value.False
		}, func(v value.Value, at lint.Placed) lint.Result {
			dotted, _ := v.Text()
			packages := packagesOf(dotted)
			r := lint.Fail(at, "%s needs the package %s, which nothing in the project installs: %s", dotted, packages[0], effect).
				Fix("add %s to the requirements", packages[0])
			if django, ok := site.Requirement("django"); ok {
				r = r.With(django, "these are the requirements")
			}
			return r
		}))
	}
	for alias, db := range deploy.Entries(s.Get("DATABASES")) {
		ask("DATABASES", alias+".ENGINE", db.At("ENGINE"), "no process starts")
	}
	for alias, cache := range deploy.Entries(s.Get("CACHES")) {
		ask("CACHES", alias+".BACKEND", cache.At("BACKEND"), "every use of the cache fails")
	}
	for alias, storage := range deploy.Entries(s.Get("STORAGES")) {
		ask("STORAGES", alias+".BACKEND", storage.At("BACKEND"), "every use of the storage fails")
	}
	for _, e := range s.Get("INSTALLED_APPS").Elems() {
		if app, ok := e.Text(); ok {
			ask("INSTALLED_APPS", app, e, "no process starts")
		}
	}
	for _, e := range s.Get(s.MiddlewareSetting()).Elems() {
		if name, ok := e.Text(); ok {
			ask(s.MiddlewareSetting(), name, e, "no worker comes up")
		}
	}
	return append(answers, lint.Ask(s, "CELERY_BROKER_URL", func(v value.Value) bool {
		url, _ := v.Text()
		return (strings.HasPrefix(url, "redis://") || strings.HasPrefix(url, "rediss://")) && bringsNoRedis(site)
	}, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "celery's broker is redis, whose client nothing in the project installs: no task is sent, and no worker starts").
			Fix("add celery[redis] to the requirements")
	}))
}

// bringsNoRedis reports whether neither celery's extra nor any package brings the client of redis.
func bringsNoRedis(site *deploy.Site) bool {
	_, ok := site.Requirement("celery")
	return ok && site.Installs(clientsOfRedis()...) == value.False
}

// inRepository reports whether the project has a module or a folder of that name, which comes before any package.
func inRepository(s *deploy.Settings, site *deploy.Site, dotted string) bool {
	root, ok := s.ImportRoot()
	repo := site.Repository
	if !ok || repo == nil || repo.IsDir == nil || repo.Tracked == nil {
		return true
	}
	top, _, _ := strings.Cut(dotted, ".")
	for _, dir := range []string{root + "/", "", "apps/", root + "/apps/", "src/", "lib/", "vendor/"} {
		name := strings.TrimPrefix(dir+top, "/")
		if repo.IsDir(name) || repo.Tracked(name+".py") {
			return true
		}
	}
	return false
}

// clientsOfRedis are the packages that redis' client is, or that bring it.
func clientsOfRedis() []string {
	return []string{
		"redis", "hiredis", "django-redis", "django-rq", "rq", "channels-redis", "django-redis-cache", "django-cacheops",
		"kombu", "fakeredis", "django-redis-sessions", "django-defender", "celery-redbeat", "celery-singleton", "valkey", "django-valkey", "walrus", "dramatiq",
		"flower-redis", "aioredis", "redis-py-cluster",
	}
}

// packagesOf returns the packages that a dotted name of the settings needs, each of which will do: the usual one first, then those
// that bring it. It returns none for what is Django's own and for what the table does not have.
func packagesOf(dotted string) []string {
	switch dotted {
	case "django.db.backends.postgresql", "django.db.backends.postgresql_psycopg2", "django.contrib.gis.db.backends.postgis":
		return []string{
			"psycopg", "psycopg2", "psycopg2-binary", "psycopg-binary", "psycopg-c", "psycopg-pool", "psycopg2cffi", "psycopg2-pool", "django-heroku",
			"django-on-heroku", "django-tenants", "procrastinate", "django-tenant-schemas", "django-pgviews-redux",
		}
	case "django.db.backends.mysql", "django.contrib.gis.db.backends.mysql":
		return []string{"mysqlclient", "PyMySQL", "MySQL-python", "aiomysql", "mysql-connector-python"}
	case "django.db.backends.oracle":
		return []string{"oracledb", "cx_Oracle"}
	case "django.core.cache.backends.redis.RedisCache":
		return clientsOfRedis()
	case "django.core.cache.backends.memcached.PyMemcacheCache":
		return []string{"pymemcache"}
	case "django.core.cache.backends.memcached.PyLibMCCache":
		return []string{"pylibmc"}
	}
	top, _, _ := strings.Cut(dotted, ".")
	switch top {
	case "rest_framework":
		return []string{
			"djangorestframework", "drf-spectacular", "drf-yasg", "djangorestframework-simplejwt", "djangorestframework-gis", "django-rest-knox", "dj-rest-auth",
			"drf-nested-routers", "djoser", "drf-extensions", "djangorestframework-jwt", "django-rest-auth", "rest-framework", "wagtail", "drf-writable-nested", "djangorestframework-api-key",
			"drf-flex-fields", "drf-standardized-errors", "django-rest-passwordreset", "drf-jwt", "django-rest-swagger", "djangorestframework-camel-case",
		}
	case "corsheaders":
		return []string{"django-cors-headers", "django-cors-middleware"} // a fork with the same module
	case "whitenoise":
		return []string{"whitenoise", "django-heroku", "django-on-heroku"}
	case "debug_toolbar":
		return []string{"django-debug-toolbar"}
	case "django_extensions":
		return []string{"django-extensions"}
	case "crispy_forms":
		return []string{"django-crispy-forms", "crispy-bootstrap5", "crispy-bootstrap4", "crispy-tailwind", "crispy-bootstrap3"}
	case "allauth":
		return []string{"django-allauth"}
	case "django_filters":
		return []string{"django-filter", "wagtail", "django-filters"}
	case "storages":
		return []string{"django-storages", "django-storages-redux"}
	case "django_celery_beat":
		return []string{"django-celery-beat"}
	case "django_celery_results":
		return []string{"django-celery-results"}
	case "django_redis":
		return []string{"django-redis"}
	case "import_export":
		return []string{"django-import-export"}
	case "compressor":
		return []string{"django-compressor", "django-libsass"}
	case "guardian":
		return []string{"django-guardian"}
	case "axes":
		return []string{"django-axes"}
	case "csp":
		return []string{"django-csp"}
	case "drf_spectacular":
		return []string{"drf-spectacular"}
	case "drf_yasg":
		return []string{"drf-yasg", "drf-yasg2"}
	case "django_prometheus":
		return []string{"django-prometheus"}
	case "anymail":
		return []string{"django-anymail"}
	case "channels":
		return []string{"channels", "channels-redis", "django-channels"}
	case "simple_history":
		return []string{"django-simple-history"}
	case "widget_tweaks":
		return []string{"django-widget-tweaks"}
	case "ckeditor":
		return []string{"django-ckeditor"}
	case "jazzmin":
		return []string{"django-jazzmin"}
	case "mptt":
		return []string{"django-mptt", "django-cms", "django-polymorphic-tree"}
	case "cacheops":
		return []string{"django-cacheops"}
	}
	return nil
}
