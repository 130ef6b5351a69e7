package pyeval

import (
	"strconv"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// dj-database-url, after https://github.com/jazzband/dj-database-url: dj_database_url/__init__.py of its releases since 0.5.

func dburlLibrary() library {
	return library{
		modules: "dj_database_url",
		member:  (*evaluator).urlLibraryMember,
	}
}

// urlLibraryMember is a member of dj_database_url, dj_email_url or django_cache_url, whose interfaces are alike.
func (ev *evaluator) urlLibraryMember(module, name string) (val, bool) {
	full := module + "." + name
	kind := "dj_db_url"
	switch module {
	case "dj_email_url":
		kind = "dj_email_url"
	case "django_cache_url", "dj_cache_url":
		kind = "dj_cache_url"
	}
	switch name {
	case "config":
		return native(full, func(ev *evaluator, c *call) val { return ev.urlConfig(kind, c) }), true
	case "parse":
		return native(full, func(ev *evaluator, c *call) val {
			if c.rest != nil {
				return derive(c.rest)
			}
			url, ok := c.arg(0, "url")
			if !ok {
				return notKnown(value.Unread, value.Why(value.CallNotFollowed, full))
			}
			return ev.lift(url, func(v val) val {
				out := ev.parsedURL(kind, v, c.without(1))
				out.trail = v.trail
				return out
			})
		}), true
	case "DEFAULT_ENV":
		return ofStr(defaultURL(kind)), true
	case "UnknownSchemeError", "ParseError":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

// defaultURL is the variable that config() reads.
func defaultURL(kind string) string {
	switch kind {
	case "dj_email_url":
		return "EMAIL_URL"
	case "dj_cache_url":
		return "CACHE_URL"
	}
	return "DATABASE_URL"
}

// urlConfig is config() of the three: the variable, or the default, taken apart; an empty dict where there is neither.
func (ev *evaluator) urlConfig(kind string, c *call) val {
	if c.rest != nil {
		return derive(c.rest)
	}
	r := read{name: defaultURL(kind), span: c.span, library: urlPackage(kind), cast: strings.TrimPrefix(kind, "dj_")}
	if v, ok := c.arg(0, "env"); ok {
		s, isText := v.o.(strObj)
		if !isText {
			return derive(reasonOf(v))
		}
		r.name = string(s)
	}
	r.def, r.hasDef = c.arg(1, "default")
	if kind == "dj_cache_url" && !r.hasDef {
		r.def, r.hasDef = ofStr("locmem://"), true
	}
	ev.noteRead(r)
	x := ev.variable(r.name)
	v := x.v
	if x.state == env.Supplied {
		v = readAt(v, r.name, c.span)
	} else {
		if !r.hasDef {
			r.def = ofNone()
		}
		if _, none := r.def.o.(noneObj); none {
			if x.state == env.External {
				return of(external(r.name))
			}
			return ev.fallback(ev.dict(newTable()), r.name, c.span)
		}
		v = ev.fallback(r.def, r.name, c.span)
	}
	rest := c.without(2)
	if kind == "dj_db_url" && ev.libVersion("dj-database-url").before(1, 2) && !ev.libVersion("dj-database-url").before(1, 1) {
		rest = &call{span: c.span, caller: c.caller, args: ev.misplaced(rest)}
	}
	return ev.lift(v, func(v val) val {
		if ev.truth(v) == value.False && !isUnknown(v.o) {
			return ev.dict(newTable())
		}
		out := ev.parsedURL(kind, v, rest)
		out.trail = v.trail
		return out
	})
}

// misplaced is what config() of dj-database-url 1.1 hands to parse(): ssl_require in the place of conn_health_checks.
func (ev *evaluator) misplaced(c *call) []val {
	out := []val{ofNone(), ofInt(0), ofBool(false)}
	for i, name := range []string{"engine", "conn_max_age", "ssl_require"} {
		if v, ok := c.arg(i, name); ok {
			out[i] = v
		}
	}
	return out
}

func urlPackage(kind string) string {
	switch kind {
	case "dj_email_url":
		return "dj-email-url"
	case "dj_cache_url":
		return "django-cache-url"
	}
	return "dj-database-url"
}

// parsedURL is parse() of the three. The call holds what stands behind the URL.
func (ev *evaluator) parsedURL(kind string, v val, c *call) val {
	switch o := v.o.(type) {
	case *unknownObj:
		ev.risk("Exception")
		return derive(o)
	case strObj:
		switch kind {
		case "dj_email_url":
			return ev.djEmail(string(o), c)
		case "dj_cache_url":
			return ev.djCache(string(o), c)
		}
		return ev.djDatabase(string(o), c)
	case *pathObj:
		return ev.raiseAt("AttributeError", "the URL is no text", c.span)
	}
	return unread("a URL that is no text is not followed")
}

// djEngine is the ENGINE of a scheme, "" where there is none.
func djEngine(scheme string, version libVersion) string {
	since := func(minor int, engine string) string {
		if version.before(1, minor) {
			return ""
		}
		return engine
	}
	switch scheme {
	case "postgres", "postgresql", "pgsql":
		if version.before(1, 0) {
			return "django.db.backends.postgresql_psycopg2"
		}
		return "django.db.backends.postgresql"
	case "postgis":
		return "django.contrib.gis.db.backends.postgis"
	case "redshift":
		return "django_redshift_backend"
	case "cockroach":
		return since(0, "django_cockroachdb")
	case "timescale":
		return since(1, "timescale.db.backends.postgresql")
	case "timescalegis":
		return since(1, "timescale.db.backends.postgis")
	case "mysql", "mysql2":
		return "django.db.backends.mysql"
	case "mysqlgis":
		return "django.contrib.gis.db.backends.mysql"
	case "mysql-connector":
		return "mysql.connector.django"
	case "sqlite":
		return "django.db.backends.sqlite3"
	case "spatialite":
		return "django.contrib.gis.db.backends.spatialite"
	case "oracle":
		return "django.db.backends.oracle"
	case "oraclegis":
		return "django.contrib.gis.db.backends.oracle"
	case "mssql":
		return "sql_server.pyodbc"
	case "mssqlms":
		return since(0, "mssql")
	}
	return ""
}

// djArguments are the arguments of parse() behind the URL.
type djArguments struct {
	engine, maxAge, healthChecks, cursors, ssl, test val
}

func djArgumentsOf(c *call, version libVersion) djArguments {
	names := []string{"engine", "conn_max_age", "conn_health_checks", "disable_server_side_cursors", "ssl_require", "test_options"}
	switch {
	case version.before(1, 1):
		names = []string{"engine", "conn_max_age", "ssl_require"}
	case version.before(2, 2):
		names = []string{"engine", "conn_max_age", "conn_health_checks", "ssl_require", "test_options"}
	}
	a := djArguments{engine: ofNone(), maxAge: ofInt(0), healthChecks: ofBool(false), cursors: ofBool(false), ssl: ofBool(false), test: ofNone()}
	for i, n := range names {
		v, ok := c.arg(i, n)
		if !ok {
			continue
		}
		switch n {
		case "engine":
			a.engine = v
		case "conn_max_age":
			a.maxAge = v
		case "conn_health_checks":
			a.healthChecks = v
		case "disable_server_side_cursors":
			a.cursors = v
		case "ssl_require":
			a.ssl = v
		case "test_options":
			a.test = v
		}
	}
	return a
}

// djDatabase is dj_database_url.parse.
func (ev *evaluator) djDatabase(s string, c *call) val {
	version := ev.libVersion("dj-database-url")
	a := djArgumentsOf(c, version)
	t := newTable()
	if s == "sqlite://:memory:" {
		t.setStr("ENGINE", ofStr("django.db.backends.sqlite3"))
		t.setStr("NAME", ofStr(":memory:"))
		return ev.dict(t)
	}
	if !readable(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	u, valid := splitURL(s)
	known := djEngine(u.scheme, version)
	port, hasPort, goodPort := u.port()
	valid = valid && (goodPort || known == "" && !version.before(3, 0))
	_, noEngine := a.engine.o.(noneObj)
	switch {
	case !valid && !version.before(3, 0):
		return ev.raiseAt("ParseError", "the URL of the database is not valid", c.span)
	case !valid:
		return ev.raiseAt("ValueError", "the URL of the database is not valid", c.span)
	case known == "" && !version.before(3, 0):
		return ev.raiseAt("UnknownSchemeError", "the URL of the database has an unknown scheme", c.span)
	case known == "" && noEngine && version.before(1, 3):
		return ev.raiseAt("KeyError", "the URL of the database has an unknown scheme", c.span)
	case known == "" && noEngine:
		return ev.raiseAt("ValueError", "the URL of the database has an unknown scheme", c.span)
	}
	engine := ofStr(known)
	if !noEngine && (version.before(3, 0) || ev.truth(a.engine) != value.False) {
		engine = a.engine
	}
	name := u.path[min(1, len(u.path)):]
	if u.scheme == "sqlite" && name == "" {
		name = ":memory:"
	}
	user, _ := u.user()
	password, _ := u.password()
	t.setStr("ENGINE", engine)
	t.setStr("NAME", ofStr(unquote(name)))
	t.setStr("USER", ofStr(unquote(user)))
	t.setStr("PASSWORD", ofStr(unquote(password)))
	t.setStr("HOST", ofStr(djHost(u, version)))
	t.setStr("PORT", djPort(u, engine, port, hasPort, version))
	t.setStr("CONN_MAX_AGE", a.maxAge)
	if !version.before(1, 1) {
		t.setStr("CONN_HEALTH_CHECKS", a.healthChecks)
	}
	if !version.before(2, 2) {
		t.setStr("DISABLE_SERVER_SIDE_CURSORS", a.cursors)
	}
	options := ev.djOptions(u, engine, version)
	switch ev.truth(a.ssl) {
	case value.True:
		options.setStr("sslmode", ofStr("require"))
	case value.Undecided:
		options.rest = reasonOf(a.ssl)
	case value.False:
	}
	if len(options.keys) > 0 || options.rest != nil {
		t.setStr("OPTIONS", ev.placed(ev.dict(options), c))
	}
	if ev.truth(a.test) == value.True {
		t.setStr("TEST", a.test)
	}
	return ev.placed(ev.dict(t), c)
}

// djHost is the host, decoded where it is the escaped path of a socket.
func djHost(u urlText, version libVersion) string {
	host := u.host()
	at := u.netloc[strings.LastIndexByte(u.netloc, '@')+1:]
	switch {
	case version.before(1, 2):
		if !strings.Contains(strings.ToLower(host), "%2f") {
			return host
		}
		at, _, _ = strings.Cut(at, ":")
		return strings.ReplaceAll(strings.ReplaceAll(at, "%2f", "/"), "%2F", "/")
	case version.before(3, 0):
		if !strings.Contains(host, "%") {
			return host
		}
		if version.before(1, 3) {
			at, _, _ = strings.Cut(at, ":")
		}
		return unquote(at)
	}
	return unquote(host)
}

// djPort is the port: a number, or for some engines its digits.
func djPort(u urlText, engine val, port int, given bool, version libVersion) val {
	text := false
	if version.before(3, 0) {
		s, _ := engine.o.(strObj)
		text = s == "django.db.backends.oracle" || !version.before(1, 0) && (s == "sql_server.pyodbc" || s == "mssql")
	} else {
		text = u.scheme == "oracle" || u.scheme == "mssqlms" || u.scheme == "mssql"
	}
	switch {
	case !given || port == 0:
		return ofStr("")
	case text:
		return ofStr(strconv.Itoa(port))
	}
	return ofInt(port)
}

// djOptions are the OPTIONS of a query.
func (ev *evaluator) djOptions(u urlText, engine val, version libVersion) *table {
	t := newTable()
	query := u.query
	schema := -1
	for i, p := range parseQuery(query) {
		last := p.values[len(p.values)-1]
		mysql := u.scheme == "mysql" || u.scheme == "mysql2" && !version.before(3, 0)
		switch {
		case p.key == "ssl-ca" && mysql && version.before(3, 0):
			ssl := newTable()
			ssl.setStr("ca", ofStr(last))
			t.setStr("ssl", ev.dict(ssl))
			continue
		case p.key == "currentSchema":
			schema = i
		}
		var v val
		switch {
		case version.before(2, 1):
			v = ofStr(last)
		case version.before(2, 2):
			v = ofStr(last)
			if n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(last), "_", "")); err == nil {
				v = ofInt(n)
			}
		case version.before(3, 0) || len(p.values) == 1:
			v = djOption(last)
		default:
			var all []val
			for _, x := range p.values {
				all = append(all, djOption(x))
			}
			v = ev.list(all)
		}
		if p.key == "ssl-ca" && mysql {
			ssl := newTable()
			ssl.setStr("ca", v)
			t.setStr("ssl", ev.dict(ssl))
			continue
		}
		t.setStr(p.key, v)
	}
	if schema >= 0 && djHasSchema(u, engine, version) {
		v, _ := t.get("scurrentSchema")
		t.del("scurrentSchema")
		if text, ok := ev.strOf(v).o.(strObj); ok {
			t.setStr("options", ofStr("-c search_path="+string(text)))
		}
	}
	return t
}

// djHasSchema reports whether currentSchema is turned into a search path.
func djHasSchema(u urlText, engine val, version libVersion) bool {
	if !version.before(2, 2) {
		switch u.scheme {
		case "postgres", "postgresql", "pgsql", "postgis", "redshift", "timescale", "timescalegis":
			return true
		}
		return false
	}
	s, _ := engine.o.(strObj)
	switch s {
	case "django.contrib.gis.db.backends.postgis", "django.db.backends.postgresql_psycopg2", "django_redshift_backend":
		return true
	case "django.db.backends.postgresql":
		return !version.before(1, 0)
	case "timescale.db.backends.postgresql", "timescale.db.backends.postgis":
		return !version.before(1, 1)
	}
	return false
}

func djOption(s string) val {
	switch strings.ToLower(s) {
	case "true":
		return ofBool(true)
	case "false":
		return ofBool(false)
	}
	return digitsOrText(s)
}
