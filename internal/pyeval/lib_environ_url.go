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
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
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
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
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
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
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
