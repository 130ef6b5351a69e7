package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestConnections(t *testing.T) {
	str := value.OfStr
	dict := func(pairs ...any) value.Value {
		var keys, elems []value.Value
		for i := 0; i < len(pairs); i += 2 {
			keys = append(keys, str(pairs[i].(string)))
			elems = append(elems, pairs[i+1].(value.Value))
		}
		return value.OfDict(keys, elems)
	}
	given := map[string]value.Value{
		"DATABASES": dict(
			"default", dict("ENGINE", str("django.db.backends.postgresql"), "HOST", str("localhost"), "PORT", value.OfInt(5433)),
			"old", dict("ENGINE", str("django.db.backends.mysql")),
			"file", dict("ENGINE", str("django.db.backends.sqlite3")),
			"socket", dict("ENGINE", str("django.contrib.gis.db.backends.postgis"), "HOST", str("/run/postgresql")),
		),
		"CACHES": dict(
			"default", dict("BACKEND", str("django.core.cache.backends.redis.RedisCache"), "LOCATION", str("redis://:secret@cache/1")),
			"mem", dict("BACKEND", str("django.core.cache.backends.memcached.PyMemcacheCache"), "LOCATION", value.OfSequence(value.List, str("a:11212"), str("unix:/run/m.sock"))),
			"own", dict("BACKEND", str("django.core.cache.backends.locmem.LocMemCache"), "LOCATION", str("x")),
		),
		"CELERY_BROKER_URL": str("amqp://user:secret@rabbit//"),
		"CHANNEL_LAYERS": dict("default", dict("CONFIG", dict("hosts", value.OfSequence(value.List,
			value.OfSequence(value.Tuple, str("127.0.0.1"), value.OfInt(6380)), str("redis://r:6381"))))),
	}
	s := deploy.NewSettings(nil, func(name string) (value.Value, bool) { v, ok := given[name]; return v, ok },
		func(string) (value.Value, bool) { return value.Value{}, false })
	var got []string
	for _, c := range s.Connections() {
		local := ""
		if c.Local() {
			local = " local"
		}
		got = append(got, c.Setting+" "+c.Software+" "+c.Host+c.Socket+" "+c.Port+local)
	}
	want := []string{
		"DATABASES.default.HOST postgresql localhost 5433 local",
		"DATABASES.old.HOST mysql  3306 local",
		"DATABASES.socket.HOST postgresql /run/postgresql 5432 local",
		"CACHES.default.LOCATION redis cache 6379",
		"CACHES.mem.LOCATION memcached a 11212",
		"CACHES.mem.LOCATION memcached /run/m.sock 11211 local",
		"CELERY_BROKER_URL amqp rabbit 5672",
		"CHANNEL_LAYERS.default.CONFIG.hosts redis 127.0.0.1 6380 local",
		"CHANNEL_LAYERS.default.CONFIG.hosts redis r 6381",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestServesItself(t *testing.T) {
	db, web := &deploy.Place{Name: "db"}, &deploy.Place{Name: "web"}
	starts := func(p *deploy.Place, text string) *deploy.Process {
		return &deploy.Process{Place: p, Wrappers: []*deploy.Wrapper{{}, {Script: &deploy.Script{File: source.NewFile("run.sh", text)}}}}
	}
	site := &deploy.Site{Processes: []*deploy.Process{starts(db, "redis-server &\n"), starts(web, "gunicorn shop.wsgi\n")}}
	if !site.ServesItself(db, "redis") || site.ServesItself(web, "redis") {
		t.Error("a script serves the place that it runs in, and no other")
	}
	built := &deploy.Place{Name: "all", Built: &deploy.Image{File: source.NewFile("Dockerfile", "RUN apt-get install redis-server\n")}}
	if !site.ServesItself(built, "redis") || site.ServesItself(built, "postgresql") {
		t.Error("an image serves what it installs")
	}
}

func TestBindLoopback(t *testing.T) {
	for _, c := range []struct {
		bind deploy.Bind
		want bool
	}{
		{deploy.Bind{Known: true, Host: "127.0.0.1"}, true},
		{deploy.Bind{Known: true, Unix: "/run/shop.sock"}, true},
		{deploy.Bind{Known: true, Host: "0.0.0.0"}, false},
		{deploy.Bind{Host: "127.0.0.1"}, false},
	} {
		if got := c.bind.Loopback(); got != c.want {
			t.Errorf("%+v: %t", c.bind, got)
		}
	}
}

func TestSpeaks(t *testing.T) {
	for _, c := range []struct {
		place    deploy.Place
		software string
		want     bool
	}{
		{deploy.Place{Name: "db", Image: "postgres:17-alpine"}, "postgresql", true},
		{deploy.Place{Name: "db", Image: "postgis/postgis:17-3.5"}, "postgresql", true},
		{deploy.Place{Name: "cache", Image: "prometheuscommunity/postgres-exporter"}, "postgresql", false},
		{deploy.Place{Name: "redis"}, "redis", true},
		{deploy.Place{Name: "web"}, "redis", false},
		{deploy.Place{Name: "x", Image: "bitnami/redis"}, "redis", true},
	} {
		if got := c.place.Speaks(c.software); got != c.want {
			t.Errorf("%s %s speaks %s: %v", c.place.Name, c.place.Image, c.software, got)
		}
	}
}
