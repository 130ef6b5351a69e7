package pyeval

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// Libraries of environment variables that are not followed. What they give is unknown, and says which variable it is.

// unreadMember is a member of a library whose reads are recorded but not followed.
func unreadMember(_ *evaluator, module, name string) (val, bool) {
	return of(unreadReader(module + "." + name)), true
}

// unreadReader is a function, class or object that may read a variable when it is called.
func unreadReader(full string) *nativeObj {
	n := &nativeObj{name: full}
	n.call = func(ev *evaluator, c *call) val {
		ev.risk("Exception")
		name, ok := c.text(0, "name")
		if !ok || !isVariable(name) || c.rest != nil {
			return of(unreadReader(full))
		}
		library, _, _ := strings.Cut(full, ".")
		r := read{name: name, span: c.span, library: library}
		r.def, r.hasDef = c.arg(-1, "default")
		if cast, given := c.arg(-1, "cast"); given {
			r.cast = castName(cast)
		}
		r.required = !r.hasDef
		ev.noteRead(r)
		u := &unknownObj{cause: value.Unread, reason: value.Why(value.FileReadBy, name, library)}
		if ev.variable(name).state == env.External {
			u.cause, u.waits = value.External, []string{name}
		}
		return of(u)
	}
	n.attrs = func(_ *evaluator, name string) (val, bool) { return of(unreadReader(full + "." + name)), true }
	return n
}

// isVariable reports whether a text looks like the name of a variable.
func isVariable(s string) bool {
	return s != "" && s == strings.ToUpper(s) && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

// unreadLibraries are packages of which a few members, or the name in the package index, are known.
func unreadLibraries() []library {
	return []library{
		{modules: "envparse prettyconf envs konfig everett", whole: true, member: unreadMember},
		{modules: "starlette.config", member: unreadMember},
		{modules: "sentry_sdk sentry_sdk.integrations.logging", ignored: "sentry_sdk.init sentry_sdk.set_tag sentry_sdk.integrations.logging.ignore_logger"},
		{modules: "pymysql", ignored: "pymysql.install_as_MySQLdb"},
		{modules: "django_stubs_ext", ignored: "django_stubs_ext.monkeypatch"},
		{modules: "urllib3", ignored: "urllib3.disable_warnings"},
		{modules: "celery.schedules", opaque: "celery.schedules.crontab"},
		{modules: "yaml", distributions: "pyyaml"},
		{modules: "MySQLdb", distributions: "mysqlclient"},
		{modules: "psycopg2", distributions: "psycopg2 psycopg2-binary"},
		{modules: "rest_framework", distributions: "djangorestframework"},
		{modules: "corsheaders", distributions: "django-cors-headers"},
		{modules: "PIL", distributions: "pillow"},
		{modules: "dynaconf dynaconf.contrib dynaconf.contrib.django_dynaconf_v2", fills: "dynaconf.DjangoDynaconf dynaconf.contrib.DjangoDynaconf " +
			"dynaconf.contrib.django_dynaconf_v2.DjangoDynaconf dynaconf.contrib.django_dynaconf_v2.load"},
	}
}
