package pyeval

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// Libraries of environment variables that are not followed. What they give is unknown, and says which variable it is.

// unreadMember is a member of a library whose reads are recorded but not followed.
func unreadMember(module, name string) (val, bool) {
	switch top, _, _ := strings.Cut(module, "."); top {
	case "envparse", "prettyconf", "envs", "konfig", "everett":
	case "starlette":
		if module != "starlette.config" {
			return val{}, false
		}
	default:
		return val{}, false
	}
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

// fillsModule reports whether a function outside the repository fills the module whose name it is handed with settings
// of its own, from files and from the environment.
func fillsModule(full string) bool {
	switch full {
	case "dynaconf.DjangoDynaconf", "dynaconf.contrib.DjangoDynaconf", "dynaconf.contrib.django_dynaconf_v2.DjangoDynaconf",
		"dynaconf.contrib.django_dynaconf_v2.load":
		return true
	}
	return false
}
