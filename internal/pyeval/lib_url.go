package pyeval

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// A urlText is a URL taken apart as urllib.parse.urlparse does. Parts may hold the root mark.
type urlText struct {
	scheme, netloc, path, query, fragment string
	user, password, host, port            string
	hasUser, hasPassword, hasHost         bool
}

func splitURL(s string) urlText {
	var u urlText
	rest := s
	if i := strings.IndexByte(s, ':'); i > 0 && isScheme(s[:i]) {
		u.scheme, rest = strings.ToLower(s[:i]), s[i+1:]
	}
	if r, ok := strings.CutPrefix(rest, "//"); ok {
		end := strings.IndexAny(r, "/?#")
		if end < 0 {
			end = len(r)
		}
		u.netloc, rest = r[:end], r[end:]
	}
	rest, u.fragment, _ = strings.Cut(rest, "#")
	u.path, u.query, _ = strings.Cut(rest, "?")
	hostPort := u.netloc
	if i := strings.LastIndexByte(u.netloc, '@'); i >= 0 {
		hostPort = u.netloc[i+1:]
		u.hasUser = true
		u.user, u.password, u.hasPassword = strings.Cut(u.netloc[:i], ":")
	}
	if strings.HasPrefix(hostPort, "[") {
		host, after, _ := strings.Cut(hostPort[1:], "]")
		u.host = host
		_, u.port, _ = strings.Cut(after, ":")
	} else {
		u.host, u.port, _ = strings.Cut(hostPort, ":")
	}
	u.host = strings.ToLower(u.host)
	u.hasHost = u.host != ""
	return u
}

func isScheme(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '+' && r != '-' && r != '.') {
			return false
		}
	}
	return true
}

// unquote decodes %XX; what is no escape stays. False where the bytes would not be UTF-8.
func unquote(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

func orNone(s string, ok bool) val {
	if !ok {
		return ofNone()
	}
	return ofStr(s)
}

// urlObject is the result of urlparse.
func (ev *evaluator) urlObject(s string) val {
	if !plain(s) || strings.ContainsAny(s, "\t\r\n[") {
		return unread("parsing this URL is not followed")
	}
	u := splitURL(s)
	port := ofNone()
	if n, err := strconv.Atoi(u.port); err == nil {
		port = ofInt(n)
	} else if u.port != "" {
		port = unread("the port of the URL is no number")
	}
	if strings.Contains(u.path, ";") {
		return unread("the parameters of a URL are not followed")
	}
	return of(&opaqueObj{typ: "ParseResult", attrs: map[string]val{
		"scheme": ofStr(u.scheme), "netloc": ofStr(u.netloc), "path": ofStr(u.path), "query": ofStr(u.query),
		"fragment": ofStr(u.fragment), "params": ofStr(""), "hostname": orNone(u.host, u.hasHost), "port": port,
		"username": orNone(u.user, u.hasUser), "password": orNone(u.password, u.hasPassword),
	}})
}

func urllibMember(module, name string) (val, bool) {
	full := module + "." + name
	switch name {
	case "urlparse", "urlsplit":
		return strict(full, func(ev *evaluator, c *call) val {
			if s, ok := c.text(0, "url"); ok && len(c.args) == 1 {
				return ev.urlObject(s)
			}
			return unread("the call of " + name + " is not followed")
		}), true
	case "quote", "quote_plus":
		return strict(full, func(_ *evaluator, c *call) val {
			s, ok := c.text(0, "string")
			safe := "/"
			if name == "quote_plus" {
				safe = ""
			}
			if t, has := c.text(1, "safe"); has {
				safe = t
			}
			if !ok || !plain(s) || !isASCII(safe) {
				return unread("quoting it is not followed")
			}
			out := quote(s, safe)
			if name == "quote_plus" {
				out = strings.ReplaceAll(quote(s, safe+" "), " ", "+")
			}
			return ofStr(out)
		}), true
	case "unquote", "unquote_plus":
		return strict(full, func(_ *evaluator, c *call) val {
			s, ok := c.text(0, "string")
			if !ok || len(c.args)+len(c.kw) != 1 {
				return unread("the call of " + name + " is not followed")
			}
			if name == "unquote_plus" {
				s = strings.ReplaceAll(s, "+", " ")
			}
			return ofStr(unquote(s))
		}), true
	case "parse":
		return of(&libObj{name: "urllib.parse"}), true
	case "urljoin":
		return strict(full, func(_ *evaluator, c *call) val {
			base, ok := c.text(0, "base")
			rel, ok2 := c.text(1, "url")
			u := splitURL(base)
			if ok && ok2 && plain(base) && plain(rel) && strings.HasSuffix(base, "/") && u.scheme != "" && u.query == "" &&
				rel != "" && !strings.HasPrefix(rel, "/") && !strings.Contains(rel, "..") && !strings.Contains(rel, ":") &&
				!strings.HasPrefix(rel, "./") && !strings.ContainsAny(rel, "?#;") {
				return ofStr(base + rel)
			}
			return unread("the call of urljoin is not followed")
		}), true
	}
	return val{}, false
}

func quote(s, safe string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_.-~", c) >= 0 ||
			strings.IndexByte(safe, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		const hex = "0123456789ABCDEF"
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

// environEngine is the ENGINE that django-environ gives a scheme.
func (ev *evaluator) environEngine(scheme string) string {
	_, minor, known := ev.version("django-environ")
	switch scheme {
	case "postgres", "postgresql", "psql", "pgsql":
		if known && minor < 5 {
			return "django.db.backends.postgresql_psycopg2"
		}
		return "django.db.backends.postgresql"
	case "postgis":
		return "django.contrib.gis.db.backends.postgis"
	case "mysql", "mysql2":
		return "django.db.backends.mysql"
	case "mysql-connector":
		return "mysql.connector.django"
	case "mysqlgis":
		return "django.contrib.gis.db.backends.mysql"
	case "mssql":
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
	default:
		return scheme
	}
}

// environDatabase is Env.db_url_config.
func (ev *evaluator) environDatabase(s string, c *call) val {
	t := newTable()
	if s == "sqlite://:memory:" {
		t.setStr("ENGINE", ofStr("django.db.backends.sqlite3"))
		t.setStr("NAME", ofStr(":memory:"))
		return ev.dict(t)
	}
	u := splitURL(s)
	if u.scheme == "" || u.scheme == "ldap" || u.scheme == "oracle" || strings.Contains(u.netloc, ",") {
		return unread("database URLs of this kind are not followed")
	}
	name := unquote(strings.ReplaceAll(strings.TrimPrefix(u.path, "/"), "+", " "))
	if u.scheme == "sqlite" && name == "" {
		name = ":memory:"
	}
	t.setStr("NAME", ofStr(name))
	t.setStr("USER", ofStr(unquote(strings.ReplaceAll(u.user, "+", " "))))
	t.setStr("PASSWORD", ofStr(unquote(strings.ReplaceAll(u.password, "+", " "))))
	t.setStr("HOST", ofStr(u.host))
	t.setStr("PORT", portValue(u.port))
	if strings.HasPrefix(u.scheme, "postg") && strings.HasPrefix(name, "/") {
		return unread("database URLs with a socket are not followed")
	}
	if u.query != "" {
		options := newTable()
		for _, kv := range parseQuery(u.query) {
			switch upper := strings.ToUpper(kv[0]); upper {
			case "CONN_MAX_AGE", "ATOMIC_REQUESTS", "AUTOCOMMIT", "DISABLE_SERVER_SIDE_CURSORS", "CONN_HEALTH_CHECKS":
				t.setStr(upper, literalOr(kv[1]))
			default:
				options.setStr(kv[0], literalOr(kv[1]))
			}
		}
		t.setStr("OPTIONS", ev.dict(options))
	}
	t.setStr("ENGINE", ofStr(ev.environEngine(u.scheme)))
	if e, ok := c.arg(-1, "engine"); ok {
		if _, none := e.o.(noneObj); !none {
			t.setStr("ENGINE", e)
		}
	}
	return ev.placed(ev.dict(t), c)
}

func portValue(s string) val {
	if n, err := strconv.Atoi(s); err == nil {
		return ofInt(n)
	}
	return ofStr("")
}

// literalOr is ast.literal_eval, or the text where it is no literal.
func literalOr(s string) val {
	if isScheme(s) && s != "True" && s != "False" && s != "None" {
		return ofStr(s)
	}
	if i, err := strconv.Atoi(s); err == nil && !strings.HasPrefix(s, "0") {
		return ofInt(i)
	}
	switch s {
	case "True":
		return ofBool(true)
	case "False":
		return ofBool(false)
	case "None":
		return ofNone()
	case "0":
		return ofInt(0)
	}
	if strings.ContainsAny(s, "'\"[]{}()") || s != "" && s[0] >= '0' && s[0] <= '9' {
		return unread("the option of the URL is not followed")
	}
	return ofStr(s)
}

// parseQuery is urllib.parse.parse_qs with the first value of each key, without blank values.
func parseQuery(q string) [][2]string {
	var out [][2]string
	for part := range strings.SplitSeq(q, "&") {
		k, v, ok := strings.Cut(part, "=")
		k, v = unquote(strings.ReplaceAll(k, "+", " ")), unquote(strings.ReplaceAll(v, "+", " "))
		if !ok || v == "" || slices.ContainsFunc(out, func(x [2]string) bool { return x[0] == k }) {
			continue
		}
		out = append(out, [2]string{k, v})
	}
	return out
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

// environCache is Env.cache_url_config for the schemes whose result does not depend on what is installed.
func (ev *evaluator) environCache(s string, c *call) val {
	u := splitURL(s)
	t := newTable()
	location := u.netloc + u.path
	switch u.scheme {
	case "dbcache":
		t.setStr("BACKEND", ofStr("django.core.cache.backends.db.DatabaseCache"))
		location = u.netloc + u.path
	case "dummycache":
		t.setStr("BACKEND", ofStr("django.core.cache.backends.dummy.DummyCache"))
	case "locmemcache":
		t.setStr("BACKEND", ofStr("django.core.cache.backends.locmem.LocMemCache"))
	case "filecache":
		t.setStr("BACKEND", ofStr("django.core.cache.backends.filebased.FileBasedCache"))
	case "redis", "rediss", "rediscache":
		t.setStr("BACKEND", unread("it depends on which Redis package is installed"))
		scheme := strings.Replace(u.scheme, "cache", "", 1)
		if u.query != "" || u.host == "" || strings.Contains(u.netloc, ",") {
			return unread("cache URLs of this kind are not followed")
		}
		location = scheme + "://" + u.netloc + u.path
	default:
		return unread("cache URLs of this kind are not followed")
	}
	if u.query != "" {
		return unread("cache URLs with options are not followed")
	}
	t.setStr("LOCATION", ofStr(location))
	return ev.placed(ev.dict(t), c)
}

// environEmail is Env.email_url_config.
func (ev *evaluator) environEmail(s string) val {
	u := splitURL(s)
	t := newTable()
	backend := ""
	switch u.scheme {
	case "smtp", "smtps", "smtp+tls", "smtp+ssl":
		backend = "django.core.mail.backends.smtp.EmailBackend"
	case "consolemail":
		backend = "django.core.mail.backends.console.EmailBackend"
	case "filemail":
		backend = "django.core.mail.backends.filebased.EmailBackend"
	case "memorymail":
		backend = "django.core.mail.backends.locmem.EmailBackend"
	case "dummymail":
		backend = "django.core.mail.backends.dummy.EmailBackend"
	default:
		return unread("email URLs of this kind are not followed")
	}
	if u.query != "" {
		return unread("email URLs with options are not followed")
	}
	emptyOr := func(v string, ok bool) val {
		if !ok {
			return ofNone()
		}
		return ofStr(unquote(v))
	}
	t.setStr("EMAIL_FILE_PATH", ofStr(unquote(strings.TrimPrefix(u.path, "/"))))
	t.setStr("EMAIL_HOST_USER", emptyOr(u.user, u.hasUser))
	t.setStr("EMAIL_HOST_PASSWORD", emptyOr(u.password, u.hasPassword))
	t.setStr("EMAIL_HOST", orNone(u.host, u.hasHost))
	port := ofNone()
	if n, err := strconv.Atoi(u.port); err == nil {
		port = ofInt(n)
	}
	t.setStr("EMAIL_PORT", port)
	t.setStr("EMAIL_BACKEND", ofStr(backend))
	if u.scheme == "smtps" || u.scheme == "smtp+tls" {
		t.setStr("EMAIL_USE_TLS", ofBool(true))
	}
	if u.scheme == "smtp+ssl" {
		t.setStr("EMAIL_USE_SSL", ofBool(true))
	}
	return ev.dict(t)
}

// dj-database-url, after https://github.com/jazzband/dj-database-url/blob/master/dj_database_url/__init__.py.

func (ev *evaluator) urlLibraryMember(module, name string) (val, bool) {
	full := module + "." + name
	if module != "dj_database_url" {
		if name == "config" || name == "parse" {
			return native(full, func(ev *evaluator, c *call) val { return ev.otherURL(module, name, c) }), true
		}
		return val{}, false
	}
	switch name {
	case "config":
		return native(full, (*evaluator).djConfig), true
	case "parse":
		return native(full, func(ev *evaluator, c *call) val {
			if c.rest != nil {
				return derive(c.rest)
			}
			return ev.lift(c.args0(), func(v val) val {
				switch o := v.o.(type) {
				case strObj:
					out := ev.djDatabase(string(o), c)
					out.trail = v.trail
					return out
				case *unknownObj:
					ev.risk("Exception")
					return derive(o)
				}
				return unread("the URL is not followed")
			})
		}), true
	}
	return val{}, false
}

// otherURL reads the variable of dj_email_url and django_cache_url, whose URLs are not followed.
func (ev *evaluator) otherURL(module, name string, c *call) val {
	if name == "parse" {
		return unread("the URLs of " + module + " are not followed")
	}
	variable := "CACHE_URL"
	if module == "dj_email_url" {
		variable = "EMAIL_URL"
	}
	if s, ok := c.text(0, "env"); ok {
		variable = s
	}
	r := read{name: variable, span: c.span, library: module, cast: "url"}
	r.def, r.hasDef = c.arg(-1, "default")
	ev.noteRead(r)
	return unread("the URLs of " + module + " are not followed")
}

func (ev *evaluator) djConfig(c *call) val {
	if c.rest != nil {
		return derive(c.rest)
	}
	name := "DATABASE_URL"
	if s, ok := c.text(0, "env"); ok {
		name = s
	}
	r := read{name: name, span: c.span, library: "dj-database-url", cast: "db_url"}
	r.def, r.hasDef = c.arg(1, "default")
	ev.noteRead(r)
	x := ev.variable(name)
	v := x.v
	if x.state == env.Supplied {
		v = readAt(v, name, c.span)
	} else {
		def := r.def
		if !r.hasDef {
			def = ofNone()
		}
		if _, none := def.o.(noneObj); none {
			if x.state == env.External {
				return of(external(name))
			}
			return ev.fallback(ev.dict(newTable()), name, c.span)
		}
		v = ev.fallback(def, name, c.span)
	}
	return ev.lift(v, func(v val) val {
		s, ok := v.o.(strObj)
		if !ok {
			if p, isPath := v.o.(*pathObj); isPath {
				s = strObj(p.p)
			} else {
				return derive(reasonOf(v))
			}
		}
		if s == "" {
			return ev.dict(newTable())
		}
		out := ev.djDatabase(string(s), c)
		out.trail = v.trail
		return out
	})
}

func djEngine(scheme string) string {
	switch scheme {
	case "postgres", "postgresql", "pgsql", "psql":
		return "django.db.backends.postgresql"
	case "postgis":
		return "django.contrib.gis.db.backends.postgis"
	case "redshift":
		return "django_redshift_backend"
	case "cockroach":
		return "django_cockroachdb"
	case "timescale":
		return "timescale.db.backends.postgresql"
	case "timescalegis":
		return "timescale.db.backends.postgis"
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
		return "mssql"
	default:
		return ""
	}
}

// djDatabase is dj_database_url.parse with the call's keyword arguments.
func (ev *evaluator) djDatabase(s string, c *call) val {
	t := newTable()
	if s == "sqlite://:memory:" {
		t.setStr("ENGINE", ofStr("django.db.backends.sqlite3"))
		t.setStr("NAME", ofStr(":memory:"))
		return ev.dict(t)
	}
	u := splitURL(s)
	engine := djEngine(u.scheme)
	if e, ok := c.arg(-1, "engine"); ok {
		if x, isText := e.o.(strObj); isText && x != "" {
			engine = string(x)
		}
	}
	if engine == "" || strings.Contains(u.netloc, ",") || strings.HasPrefix(u.scheme, "oracle") ||
		strings.HasPrefix(u.scheme, "mssql") {
		return unread("database URLs of this kind are not followed")
	}
	if s := unquote(u.host); strings.HasPrefix(s, "/") || strings.Contains(u.host, "%") {
		u.host = unquote(strings.Split(u.netloc[strings.LastIndexByte(u.netloc, '@')+1:], ":")[0])
	}
	name := unquote(strings.TrimPrefix(u.path, "/"))
	if u.scheme == "sqlite" && name == "" {
		name = ":memory:"
	}
	t.setStr("ENGINE", ofStr(engine))
	t.setStr("NAME", ofStr(name))
	t.setStr("USER", ofStr(unquote(u.user)))
	t.setStr("PASSWORD", ofStr(unquote(u.password)))
	t.setStr("HOST", ofStr(u.host))
	t.setStr("PORT", portValue(u.port))
	keyword := func(name, key string, def val) {
		if v, ok := c.arg(-1, name); ok {
			def = v
		}
		t.setStr(key, def)
	}
	keyword("conn_max_age", "CONN_MAX_AGE", ofInt(0))
	keyword("conn_health_checks", "CONN_HEALTH_CHECKS", ofBool(false))
	keyword("disable_server_side_cursors", "DISABLE_SERVER_SIDE_CURSORS", ofBool(false))
	options := newTable()
	for _, kv := range parseQuery(u.query) {
		if u.scheme == "mysql" && kv[0] == "ssl-ca" {
			return unread("database URLs of this kind are not followed")
		}
		options.setStr(kv[0], djOption(kv[1]))
	}
	if v, ok := c.arg(-1, "ssl_require"); ok {
		switch ev.truth(v) {
		case value.True:
			options.setStr("sslmode", ofStr("require"))
		case value.Undecided:
			options.rest = reasonOf(v)
		default:
		}
	}
	if len(options.keys) > 0 || options.rest != nil {
		t.setStr("OPTIONS", ev.placed(ev.dict(options), c))
	}
	if v, ok := c.arg(-1, "test_options"); ok && ev.truth(v) == value.True {
		t.setStr("TEST", v)
	}
	return ev.placed(ev.dict(t), c)
}

func djOption(s string) val {
	switch strings.ToLower(s) {
	case "true":
		return ofBool(true)
	case "false":
		return ofBool(false)
	}
	if strings.Trim(s, "0123456789") == "" {
		if n, err := strconv.Atoi(s); err == nil {
			return ofInt(n)
		}
	}
	return ofStr(s)
}
