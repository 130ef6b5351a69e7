package pyeval

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// urlMethod is env.db() and its like: a variable that holds a URL.
func (e *djangoEnv) urlMethod(kind, variable string) val {
	return native("environ.Env."+kind, func(ev *evaluator, c *call) val {
		if c.rest != nil {
			return derive(c.rest)
		}
		if _, ok := c.arg(0, "var"); !ok {
			d := *c
			d.kw = append(slices.Clone(c.kw), kwarg{"var", ofStr(variable)})
			c = &d
		}
		form := "url"
		if kind == "db" {
			form = ""
		}
		before := len(ev.reads)
		v := e.get(ev, c, form, -1, 1)
		for i := before; i < len(ev.reads); i++ {
			ev.reads[i].Cast = kind + "_url"
		}
		if ev.exc != nil {
			return v
		}
		return ev.lift(v, func(v val) val {
			if isUnknown(v.o) {
				return v
			}
			out := ev.environURL(kind, v, c.without(2))
			out.trail = v.trail
			return out
		})
	})
}

// environURL is Env.db_url_config and its like. The call holds what stands behind the URL.
func (ev *evaluator) environURL(kind string, v val, c *call) val {
	var u urlText
	switch o := v.o.(type) {
	case strObj:
		if kind == "db" {
			return ev.environDatabase(string(o), c)
		}
		if o == "" && kind == "cache" && ev.libVersion("django-environ").before(0, 10) && !ev.libVersion("django-environ").before(0, 5) {
			return ev.dict(newTable())
		}
		if !plain(string(o)) {
			return hostly("it depends on where the repository lies")
		}
		var ok bool
		if u, ok = parseURL(string(o)); !ok {
			return ev.raiseAt("ValueError", "the URL has an address in brackets that is none", c.span)
		}
	case *nativeObj:
		parsed, ok := o.data.(urlText)
		if !ok {
			return unread("the URL is not followed")
		}
		u = parsed
	case noneObj:
		return ev.environNoURL(kind, c)
	case *opaqueObj:
		if o.typ == "ParseResultBytes" {
			return ev.raiseAt("AttributeError", "the URL is no text", c.span)
		}
		return unread("a URL that is no text is not followed")
	case *dictObj, *listObj, boolObj, intObj:
		if ev.truth(v) == value.False {
			return ev.environNoURL(kind, c) // urlparse takes all that is empty for the same
		}
		return ev.raiseAt("AttributeError", "the URL is no text", c.span)
	default:
		return unread("a URL that is no text is not followed")
	}
	switch kind {
	case "cache":
		return ev.environCache(u, c)
	case "email":
		return ev.environEmail(u, c)
	case "search":
		return ev.environSearch(u, c)
	case "channels":
		return ev.environChannels(u, c)
	}
	return unread("URLs of this kind are not followed")
}

// environNoURL is what the forms make of None.
func (ev *evaluator) environNoURL(kind string, c *call) val {
	version := ev.libVersion("django-environ")
	switch {
	case kind == "cache" && !version.before(0, 5), kind == "db" && !version.before(0, 11):
		return ev.dict(newTable())
	case kind == "channels":
		return ev.raiseAt("ImproperlyConfigured", "the channel layer has no URL", c.span)
	}
	return ev.raiseAt("TypeError", "None is no URL", c.span)
}

// environEngine is the ENGINE that django-environ gives a scheme, "" where it knows none.
func (ev *evaluator) environEngine(scheme string) string {
	version := ev.libVersion("django-environ")
	switch scheme {
	case "postgres", "postgresql", "psql", "pgsql":
		if ev.libVersion("django").before(2, 0) {
			return "django.db.backends.postgresql_psycopg2"
		}
		return "django.db.backends.postgresql"
	case "postgis":
		return "django.contrib.gis.db.backends.postgis"
	case "cockroachdb":
		if !version.before(0, 12) {
			return "django_cockroachdb"
		}
	case "mysql", "mysql2":
		return "django.db.backends.mysql"
	case "mysql-connector":
		return "mysql.connector.django"
	case "mysqlgis":
		return "django.contrib.gis.db.backends.mysql"
	case "mssql":
		if version.before(0, 11) {
			return "sql_server.pyodbc"
		}
		return "mssql"
	case "oracle":
		return "django.db.backends.oracle"
	case "pyodbc":
		return "sql_server.pyodbc"
	case "redshift":
		return "django_redshift_backend"
	case "spatialite":
		return "django.contrib.gis.db.backends.spatialite"
	case "sqlite":
		return "django.db.backends.sqlite3"
	case "ldap":
		return "ldapdb.backends.ldap"
	}
	if name, ok := strings.CutPrefix(scheme, "prometheus_"); ok && !version.before(0, 13) {
		switch name {
		case "sqlite":
			return "django_prometheus.db.backends.sqlite3"
		case "postgresql", "postgis", "mysql", "spatialite":
			return "django_prometheus.db.backends." + name
		}
	}
	return ""
}

// isPostgres reports whether a scheme is one of POSTGRES_FAMILY, as far as sockets go.
func isPostgres(scheme string, version libVersion) bool {
	if version.before(0, 5) {
		return scheme == "postgres"
	}
	switch scheme {
	case "postgres", "postgresql", "psql", "pgsql", "postgis":
		return true
	case "prometheus_postgresql", "prometheus_postgis":
		return !version.before(0, 13)
	}
	return false
}

// environDatabase is Env.db_url_config.
func (ev *evaluator) environDatabase(s string, c *call) val {
	version := ev.libVersion("django-environ")
	t := newTable()
	if s == "sqlite://:memory:" {
		t.setStr("ENGINE", ofStr("django.db.backends.sqlite3"))
		t.setStr("NAME", ofStr(":memory:"))
		return ev.dict(t)
	}
	if !readable(s) {
		return hostly("it depends on where the repository lies")
	}
	const safe = ":/?&=@"
	u, ok := parseURL(s)
	if !ok {
		if version.before(0, 11) {
			return ev.raiseAt("ValueError", "the URL has an address in brackets that is none", c.span)
		}
		u, _ = parseURL(quote(s, safe))
	}
	if u.path == "" && !version.before(0, 11) {
		u, _ = parseURL(quote(u.String(), safe))
	}
	if u.scheme == "ldap" && u.host() == "" {
		return unread("this URL of LDAP is not followed")
	}
	name := unquotePlus(strings.TrimPrefix(u.path, u.path[:min(1, len(u.path))]))
	if u.scheme == "sqlite" && name == "" {
		name = ":memory:"
	}
	host := u.host()
	port, given, valid := u.port()
	portVal := ofStr("")
	if given && port != 0 {
		portVal = ofInt(port)
	}
	if u.scheme == "ldap" {
		name = "ldap://" + host
		if given && port != 0 {
			name += ":" + strconv.Itoa(port)
		}
	}
	if hosts, ports, cluster := environCluster(u, version); cluster {
		host, portVal, valid = hosts, digitsOrText(ports), true
	}
	if !valid {
		return ev.raiseAt("ValueError", "the port of the URL is no number", c.span)
	}
	text := unquote
	if version.before(0, 9) {
		text = unquotePlus
	}
	user, _ := u.user()
	password, _ := u.password()
	set := func(k string, v val) { t.setStr(k, v) }
	set("NAME", ofStr(name))
	set("USER", ofStr(text(user)))
	set("PASSWORD", ofStr(text(password)))
	set("HOST", ofStr(host))
	set("PORT", portVal)
	if strings.HasPrefix(name, "/") && (isPostgres(u.scheme, version) || strings.Contains(name, "cloudsql") && !version.before(0, 8)) {
		i := strings.LastIndexByte(name, '/')
		set("HOST", ofStr(name[:i]))
		set("NAME", ofStr(name[i+1:]))
	}
	if u.scheme == "oracle" {
		if name == "" {
			set("NAME", ofStr(host))
			set("HOST", ofStr(""))
		}
		if n, isInt := portVal.o.(intObj); isInt {
			set("PORT", ofStr(strconv.FormatInt(int64(n), 10)))
		} else {
			t.del("sPORT")
		}
	}
	if failed, ok := ev.environOptions(t, u, c); !ok {
		return failed
	}
	engine := u.scheme
	if e, ok := c.arg(0, "engine"); ok && ev.truth(e) != value.False {
		s, isText := e.o.(strObj)
		if !isText {
			return derive(reasonOf(e))
		}
		engine = string(s)
	}
	if known := ev.environEngine(engine); known != "" {
		engine = known
	}
	if engine == "" {
		return ev.dict(newTable())
	}
	set("ENGINE", ofStr(engine))
	return ev.placed(ev.dict(t), c)
}

// digitsOrText is _cast_int.
func digitsOrText(s string) val {
	if s != "" && strings.Trim(s, "0123456789") == "" {
		if n, err := strconv.Atoi(s); err == nil {
			return ofInt(n)
		}
	}
	return ofStr(s)
}

// environCluster takes several hosts of one PostgreSQL cluster apart.
func environCluster(u urlText, version libVersion) (hosts, ports string, ok bool) {
	if version.before(0, 9) || !isPostgres(u.scheme, version) {
		return "", "", false
	}
	at := u.netloc[strings.LastIndexByte(u.netloc, '@')+1:]
	strictPorts := !version.before(0, 13)
	if strictPorts {
		at = unquote(at)
	}
	if !strings.Contains(at, ",") {
		return "", "", false
	}
	var names, numbers []string
	for h := range strings.SplitSeq(at, ",") {
		name, port := h, ""
		i := strings.LastIndexByte(h, ':')
		switch end := strings.IndexByte(h, ']'); {
		case strictPorts && strings.HasPrefix(h, "["):
			if end >= 0 && strings.HasPrefix(h[end+1:], ":") {
				name, port = h[:end+1], h[end+2:]
			}
		case i >= 0 && (!strictPorts || i+1 < len(h) && strings.Trim(h[i+1:], "0123456789") == ""):
			name, port = h[:i], h[i+1:]
		}
		names = append(names, name)
		if port != "" {
			numbers = append(numbers, port)
		}
	}
	return strings.Join(names, ","), strings.Join(numbers, ","), true
}

// environOptions reads the query of a database URL.
func (ev *evaluator) environOptions(t *table, u urlText, c *call) (val, bool) {
	if u.query == "" {
		return val{}, true
	}
	version := ev.libVersion("django-environ")
	options := newTable()
	for _, p := range parseQuery(u.query) {
		upper := strings.ToUpper(p.key)
		base := false
		switch upper {
		case "CONN_MAX_AGE", "ATOMIC_REQUESTS", "AUTOCOMMIT":
			base = true
		case "DISABLE_SERVER_SIDE_CURSORS":
			base = !version.before(0, 5)
		case "CONN_HEALTH_CHECKS":
			base = !version.before(0, 10)
		}
		if !base {
			options.setStr(p.key, digitsOrText(p.values[0]))
			continue
		}
		v := ev.environCast(p.values[0], c)
		if ev.exc != nil {
			return v, false
		}
		t.setStr(upper, v)
	}
	t.setStr("OPTIONS", ev.placed(ev.dict(options), c))
	return val{}, true
}

// environCast is _cast: a literal of Python, or the text.
func (ev *evaluator) environCast(s string, c *call) val {
	if !plain(s) {
		return hostly("it depends on where the repository lies")
	}
	tree := python.Parse(source.NewFile("", strings.TrimLeft(s, " \t")+"\n"))
	if len(tree.Errors) > 0 || len(tree.Body) != 1 {
		if ev.libVersion("django-environ").before(0, 5) {
			return ev.raiseAt("SyntaxError", "an option of the URL is no literal", c.span)
		}
		return ofStr(s)
	}
	if e, ok := tree.Body[0].(*python.ExprStmt); !ok || !isLiteral(e.Value) {
		return ofStr(s)
	}
	return ev.literalEval(s, &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller})
}

// environRedis is the driver that django-environ chose for Redis when it was imported.
func (ev *evaluator) environRedis() val {
	const driver, core, old = "django_redis.cache.RedisCache", "django.core.cache.backends.redis.RedisCache", "redis_cache.RedisCache"
	version, django := ev.libVersion("django-environ"), ev.libVersion("django")
	hasDriver, decided := ev.installed("django-redis")
	hasOld, _ := ev.installed("django-redis-cache")
	switch {
	case !decided:
		return unread("it depends on which Redis package is installed")
	case version.before(0, 10):
		if hasOld {
			return ofStr(old)
		}
		return ofStr(driver)
	case hasDriver && !version.before(0, 11):
		return ofStr(driver)
	case !django.known:
		return unread("it depends on the version of Django")
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
			return unread("it depends on whether pymemcache is installed")
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

// environEmail is Env.email_url_config.
func (ev *evaluator) environEmail(u urlText, c *call) val {
	text := unquote
	if ev.libVersion("django-environ").before(0, 9) {
		text = unquotePlus
	}
	port, given, valid := u.port()
	if !valid {
		return ev.raiseAt("ValueError", "the port of the URL is no number", c.span)
	}
	optional := func(s string, ok bool) val {
		if !ok {
			return ofNone()
		}
		return ofStr(text(s))
	}
	t := newTable()
	t.setStr("EMAIL_FILE_PATH", ofStr(unquotePlus(u.path[min(1, len(u.path)):])))
	t.setStr("EMAIL_HOST_USER", optional(u.user()))
	t.setStr("EMAIL_HOST_PASSWORD", optional(u.password()))
	t.setStr("EMAIL_HOST", orNone(u.host(), u.host() != ""))
	t.setStr("EMAIL_PORT", ofNone())
	if given {
		t.setStr("EMAIL_PORT", ofInt(port))
	}
	backend, hasBackend := c.arg(0, "backend")
	if !hasBackend || ev.truth(backend) == value.False {
		backend = ofStr(environMailer(u.scheme))
		if u.scheme == "" || environMailer(u.scheme) == "" {
			return ev.raiseAt("ImproperlyConfigured", "the email has an unknown scheme", c.span)
		}
	}
	t.setStr("EMAIL_BACKEND", backend)
	switch u.scheme {
	case "smtps", "smtp+tls":
		t.setStr("EMAIL_USE_TLS", ofBool(true))
	case "smtp+ssl":
		t.setStr("EMAIL_USE_SSL", ofBool(true))
	}
	if u.query != "" {
		options := newTable()
		for _, p := range parseQuery(u.query) {
			v := digitsOrText(p.values[0])
			if key := strings.ToUpper(p.key); key == "EMAIL_USE_TLS" || key == "EMAIL_USE_SSL" {
				t.setStr(key, v)
			} else {
				options.setStr(key, v)
			}
		}
		t.setStr("OPTIONS", ev.dict(options))
	}
	return ev.placed(ev.dict(t), c)
}

func environMailer(scheme string) string {
	const mail = "django.core.mail.backends."
	switch scheme {
	case "smtp", "smtps", "smtp+tls", "smtp+ssl":
		return mail + "smtp.EmailBackend"
	case "consolemail":
		return mail + "console.EmailBackend"
	case "filemail":
		return mail + "filebased.EmailBackend"
	case "memorymail":
		return mail + "locmem.EmailBackend"
	case "dummymail":
		return mail + "dummy.EmailBackend"
	}
	return ""
}

// environChannels is Env.channels_url_config.
func (ev *evaluator) environChannels(u urlText, c *call) val {
	t := newTable()
	if b, ok := c.arg(0, "backend"); ok && ev.truth(b) != value.False {
		t.setStr("BACKEND", b)
		return ev.placed(ev.dict(t), c)
	}
	secure := !ev.libVersion("django-environ").before(0, 13)
	scheme, _, _ := strings.Cut(u.scheme, "+")
	switch {
	case u.scheme == "inmemory":
		t.setStr("BACKEND", ofStr("channels.layers.InMemoryChannelLayer"))
		return ev.placed(ev.dict(t), c)
	case u.scheme == "redis", secure && u.scheme == "rediss":
		t.setStr("BACKEND", ofStr("channels_redis.core.RedisChannelLayer"))
	case u.scheme == "redis+pubsub", secure && u.scheme == "rediss+pubsub":
		t.setStr("BACKEND", ofStr("channels_redis.pubsub.RedisPubSubChannelLayer"))
	default:
		return ev.raiseAt("ImproperlyConfigured", "the channel layer has an unknown scheme", c.span)
	}
	u.scheme = scheme
	config := newTable()
	config.setStr("hosts", ev.list([]val{ofStr(u.String())}))
	t.setStr("CONFIG", ev.dict(config))
	return ev.placed(ev.dict(t), c)
}

// environSearch is Env.search_url_config, which serves django-haystack.
func (ev *evaluator) environSearch(u urlText, c *call) val {
	version := ev.libVersion("django-environ")
	scheme, secure := u.scheme, false
	if s, ok := strings.CutSuffix(scheme, "s"); ok && strings.HasPrefix(s, "elasticsearch") && !version.before(0, 11) {
		scheme, secure = s, true
	}
	engine := environSearchEngine(scheme, version)
	if engine == "" {
		return ev.raiseAt("ImproperlyConfigured", "the search has an unknown scheme", c.span)
	}
	t := newTable()
	t.setStr("ENGINE", ofStr(engine))
	params := map[string]string{}
	for _, p := range parseQuery(u.query) {
		params[p.key] = p.values[0]
	}
	number := func(key string) bool {
		s, ok := params[key]
		if ok {
			t.setStr(key, ev.scalarCast("int", s, c))
		}
		return ev.exc == nil
	}
	text := func(key string) {
		if s, ok := params[key]; ok {
			t.setStr(key, ofStr(s))
		}
	}
	if s, ok := params["EXCLUDED_INDEXES"]; ok {
		var names []val
		for n := range strings.SplitSeq(s, ",") {
			names = append(names, ofStr(n))
		}
		t.setStr("EXCLUDED_INDEXES", ev.list(names))
	}
	if s, ok := params["INCLUDE_SPELLING"]; ok {
		t.setStr("INCLUDE_SPELLING", ev.environBool(ofStr(s), c))
	}
	failed := unread("an option of the URL is no number")
	if !number("BATCH_SIZE") {
		return failed
	}
	if scheme == "simple" {
		return ev.placed(ev.dict(t), c)
	}
	path := strings.TrimSuffix(unquotePlus(u.path[min(1, len(u.path)):]), "/")
	protocol := "http"
	if secure {
		protocol = "https"
	}
	switch {
	case scheme == "solr" || strings.HasPrefix(scheme, "elasticsearch"):
		index := ""
		if scheme != "solr" {
			i := strings.LastIndexByte(path, '/')
			path, index = path[:max(i, 0)], path[i+1:]
		}
		t.setStr("URL", ofStr(urlText{scheme: protocol, netloc: u.netloc, path: path}.String()))
		if !number("TIMEOUT") {
			return failed
		}
		text("KWARGS")
		if scheme != "solr" {
			t.setStr("INDEX_NAME", ofStr(index))
		}
		return ev.placed(ev.dict(t), c)
	}
	t.setStr("PATH", ofStr("/"+path))
	if scheme == "whoosh" {
		text("STORAGE")
		if !number("POST_LIMIT") {
			return failed
		}
	} else {
		text("FLAGS")
	}
	if e, ok := c.arg(0, "engine"); ok && ev.truth(e) != value.False {
		t.setStr("ENGINE", e)
	}
	return ev.placed(ev.dict(t), c)
}

func environSearchEngine(scheme string, version libVersion) string {
	const backends = "haystack.backends."
	switch scheme {
	case "elasticsearch":
		return backends + "elasticsearch_backend.ElasticsearchSearchEngine"
	case "elasticsearch2":
		return backends + "elasticsearch2_backend.Elasticsearch2SearchEngine"
	case "elasticsearch5", "elasticsearch7":
		if version.before(0, 5) {
			return ""
		}
		n := scheme[len(scheme)-1:]
		return backends + "elasticsearch" + n + "_backend.Elasticsearch" + n + "SearchEngine"
	case "solr":
		return backends + "solr_backend.SolrEngine"
	case "whoosh":
		return backends + "whoosh_backend.WhooshEngine"
	case "xapian":
		return backends + "xapian_backend.XapianEngine"
	case "simple":
		return backends + "simple_backend.SimpleEngine"
	}
	return ""
}

// placed gives the values of a dict that a call made the call's place.
func (ev *evaluator) placed(v val, c *call) val {
	if d, ok := v.o.(*dictObj); ok {
		d.own()
		for i := range d.alts[0].vals {
			d.alts[0].vals[i] = ev.assigned(d.alts[0].vals[i], c.span)
		}
	}
	return v
}
