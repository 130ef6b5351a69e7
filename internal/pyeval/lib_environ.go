package pyeval

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// django-environ, after https://github.com/joke2k/django-environ/blob/main/environ/environ.py and its releases since 0.4.5.

// A djangoEnv is an instance of environ.Env.
type djangoEnv struct {
	scheme      map[string]val // name → cast, or (cast, default)
	prefix      val
	smartCast   bool
	escapeProxy bool
	fileAware   bool
}

// An environRead is one call of Env.get_value.
type environRead struct {
	read
	cast         val // no object where there is none
	parseDefault bool
	call         *call
	depth        int
}

func environLibrary() library {
	return library{
		modules:       "environ environ.environ",
		distributions: "django-environ",
		member:        func(ev *evaluator, _, name string) (val, bool) { return ev.environMember(name) },
	}
}

func (ev *evaluator) environMember(name string) (val, bool) {
	switch name {
	case "Env", "FileAwareEnv":
		return of(&nativeObj{
			name: "environ." + name,
			call: func(_ *evaluator, c *call) val {
				e := &djangoEnv{scheme: map[string]val{}, prefix: ofStr(""), smartCast: true, fileAware: name == "FileAwareEnv"}
				for _, k := range c.kw {
					e.scheme[k.name] = k.v
				}
				if c.rest != nil {
					return derive(c.rest)
				}
				return of(e.object())
			},
			attrs: environClassAttr,
		}), true
	case "Path":
		return pathClass(pathEnviron), true
	case "ImproperlyConfigured":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

// environClassAttr is an attribute of the class Env, which instances have as well.
func environClassAttr(ev *evaluator, name string) (val, bool) {
	full := "environ.Env." + name
	switch name {
	case "read_env":
		return native(full, (*evaluator).environReadEnv), true
	case "ENVIRON":
		return of(&environObj{e: ev.environ}), true
	case "db_url_config", "cache_url_config", "email_url_config", "search_url_config", "channels_url_config":
		return strict(full, func(ev *evaluator, c *call) val {
			return ev.environURL(strings.TrimSuffix(name, "_url_config"), c.args0(), c.without(1))
		}), true
	}
	return val{}, false
}

func (e *djangoEnv) object() *nativeObj {
	n := &nativeObj{name: "environ.Env", data: e}
	n.call = func(ev *evaluator, c *call) val { return e.get(ev, c, "", 1, 2) }
	n.attrs = func(ev *evaluator, name string) (val, bool) { return e.attr(ev, name) }
	return n
}

func (e *djangoEnv) attr(ev *evaluator, name string) (val, bool) {
	full := "environ.Env." + name
	old := ev.libVersion("django-environ")
	switch name {
	case "read_env":
		return native(full, func(ev *evaluator, c *call) val { return ev.readEnvInto(c, e.fileAware) }), true
	case "get_value":
		return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, "", 1, 2) }), true
	case "bool", "int", "float", "json", "url", "bytes", "str", "path":
		return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, name, -1, 1) }), true
	case "unicode":
		if old.before(0, 10) {
			return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, name, -1, 1) }), true
		}
	case "list", "tuple", "dict":
		return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, name, 1, 2) }), true
	case "db", "db_url":
		return e.urlMethod("db", "DATABASE_URL"), true
	case "cache", "cache_url":
		return e.urlMethod("cache", "CACHE_URL"), true
	case "email", "email_url":
		return e.urlMethod("email", "EMAIL_URL"), true
	case "search_url":
		return e.urlMethod("search", "SEARCH_URL"), true
	case "channels", "channels_url":
		if !old.before(0, 12) {
			return e.urlMethod("channels", "CHANNELS_URL"), true
		}
	case "prefix":
		return e.prefix, true
	case "smart_cast":
		return ofBool(e.smartCast), true
	case "escape_proxy":
		return ofBool(e.escapeProxy), true
	case "ENVIRON":
		if e.fileAware {
			return unread("the mapping of FileAwareEnv is not followed"), true
		}
	}
	return environClassAttr(ev, name)
}

// setAttr is env.prefix = "…" and its like.
func (e *djangoEnv) setAttr(ev *evaluator, name string, v val) {
	switch name {
	case "prefix":
		if !ev.libVersion("django-environ").before(0, 9) {
			e.prefix = v
		}
	case "smart_cast":
		e.smartCast = ev.truth(v) != value.False
	case "escape_proxy":
		e.escapeProxy = ev.truth(v) == value.True
	}
}

// has is name in env, which looks at the name as it is, without the prefix.
func (e *djangoEnv) has(ev *evaluator, name string) value.Tri { return ev.environHas(name) }

// get is env(var, cast, default) or one of its typed forms.
func (e *djangoEnv) get(ev *evaluator, c *call, kind string, castAt, defaultAt int) val {
	if c.rest != nil {
		return derive(c.rest)
	}
	name, ok := c.arg(0, "var")
	if !ok {
		return unread("the call is not followed")
	}
	return ev.lift(name, func(n val) val {
		s, isText := n.o.(strObj)
		if !isText {
			return derive(reasonOf(n))
		}
		q := environRead{read: read{name: string(s), span: c.span, library: "django-environ", cast: kind}, call: c}
		q.def, q.hasDef = c.arg(defaultAt, "default")
		cast, hasCast := c.arg(castAt, "cast")
		if _, none := cast.o.(noneObj); hasCast && !none {
			q.cast = cast
		}
		if p, given := c.arg(3, "parse_default"); given && kind == "" {
			q.parseDefault = ev.truth(p) == value.True
		}
		return e.typed(ev, q, kind)
	})
}

// typed is a read by one of the typed forms.
func (e *djangoEnv) typed(ev *evaluator, q environRead, kind string) val {
	version := ev.libVersion("django-environ")
	builtin := kind
	switch kind {
	case "str", "bytes", "unicode":
		builtin = "str"
		if kind == "str" && version.before(0, 5) {
			builtin = ""
		}
		if kind == "bytes" && version.before(0, 5) {
			q.hasDef = false
		}
	case "list":
		if q.cast.o != nil {
			builtin, q.cast = "", ev.list([]val{q.cast})
		}
	case "tuple":
		if q.cast.o != nil {
			builtin, q.cast = "", tupleOf(q.cast)
		}
	case "dict":
		if q.cast.o != nil {
			builtin = ""
		}
	case "url":
		builtin, q.parseDefault = "", true
		q.cast, _ = urllibMember(ev, "urllib.parse", "urlparse")
	case "json":
		builtin = ""
		q.cast, _ = ev.dataMember("json", "loads")
	case "path":
		builtin = ""
	}
	if builtin != "" {
		q.cast, _ = ev.builtin(builtin)
	}
	v := e.value(ev, q)
	if ev.exc != nil {
		return v
	}
	switch kind {
	case "bytes":
		return ev.lift(v, func(v val) val {
			if s, ok := v.o.(strObj); ok {
				v.o = bytesObj(s)
			}
			return v
		})
	case "str":
		return ev.lift(v, func(v val) val { return ev.environStr(v, q.call) })
	case "path":
		if isUnknown(v.o) {
			return v
		}
		out := ev.call(pathClass(pathEnviron), &call{args: []val{v}, span: q.span, caller: q.call.caller})
		out.trail = v.trail
		return out
	}
	return v
}

// environStr is what Env.str does besides reading: multiline and choices.
func (ev *evaluator) environStr(v val, c *call) val {
	version := ev.libVersion("django-environ")
	if choices, ok := c.arg(3, "choices"); ok && !version.before(0, 13) {
		switch ev.contains(choices, v) {
		case value.False:
			return ev.raiseAt("ImproperlyConfigured", "the variable is none of the choices", c.span)
		case value.Undecided:
			ev.risk("ImproperlyConfigured")
		default:
		}
	}
	m, ok := c.arg(2, "multiline")
	if !ok || ev.truth(m) == value.False || isUnknown(v.o) {
		return v
	}
	s, isText := v.o.(strObj)
	switch {
	case !isText && version.before(0, 8):
		return ev.raiseAt("AttributeError", "the default is no text", c.span)
	case !isText:
		return ev.raiseAt("TypeError", "the default is no text", c.span)
	case ev.truth(m) == value.Undecided:
		return derive(reasonOf(m))
	}
	text := string(s)
	if !version.before(0, 8) {
		text = strings.ReplaceAll(text, `\r\n`, "\n")
	}
	v.o = strObj(strings.ReplaceAll(text, `\n`, "\n"))
	return v
}

// apply takes the cast and the default that the scheme names, where the call does not.
func (e *djangoEnv) apply(q *environRead) {
	info, ok := e.scheme[q.name]
	if !ok {
		return
	}
	var pair []val
	switch o := info.o.(type) {
	case *tupleObj:
		pair = o.elems
	case *listObj:
		pair = o.alts[0]
	}
	if len(pair) != 2 {
		pair = []val{info}
	}
	if q.cast.o == nil {
		if _, none := pair[0].o.(noneObj); !none {
			q.cast = pair[0]
		}
	}
	if len(pair) == 2 && !q.hasDef {
		q.def, q.hasDef = pair[1], true
	}
}

// value is Env.get_value.
func (e *djangoEnv) value(ev *evaluator, q environRead) val {
	version := ev.libVersion("django-environ")
	prefix, ok := e.prefix.o.(strObj)
	if !ok {
		return derive(reasonOf(e.prefix))
	}
	q.name = string(prefix) + q.name
	e.apply(&q)
	if q.read.cast == "" {
		q.read.cast = castName(q.cast)
	}
	q.required = !q.hasDef
	ev.noteRead(q.read)
	v, state := e.lookup(ev, q)
	if ev.exc != nil || state == env.Supplied && isUnknown(v.o) {
		return v
	}
	isDefault := false
	if state != env.Supplied {
		if !q.hasDef {
			return ev.missingVariable(q.read, state, "ImproperlyConfigured")
		}
		if _, none := q.def.o.(noneObj); none && state == env.External {
			return of(external(q.name))
		}
		isDefault, v = true, q.def
		if isUnknown(v.o) {
			return ev.fallback(v, q.name, q.span)
		}
	}
	if s, isText := v.o.(strObj); isText && strings.HasPrefix(string(s), "$") {
		if q.depth > 16 {
			if state == env.Unset {
				return ev.raiseAt("RecursionError", "the variables refer to each other without end", q.span)
			}
			return limited("variables refer to each other too deeply")
		}
		next := q
		next.name, next.parseDefault = strings.TrimLeft(string(s), "$"), false
		next.depth++
		v = e.value(ev, next)
		isDefault = false
		if ev.exc != nil || isUnknown(v.o) {
			return v
		}
	}
	if s, isText := v.o.(strObj); isText && e.escapeProxy {
		v.o = strObj(strings.ReplaceAll(string(s), `\$`, "$"))
	}
	out := e.finish(ev, q, v, version)
	out.trail = v.trail
	if isDefault {
		return ev.fallback(out, q.name, q.span)
	}
	return out
}

// finish casts what was found, unless it equals the default.
func (e *djangoEnv) finish(ev *evaluator, q environRead, v val, version libVersion) val {
	cast := q.cast
	_, noDefault := q.def.o.(noneObj)
	if cast.o == nil && q.hasDef && !noDefault && e.smartCast {
		if cast = ev.classOf(q.def); cast.o == nil {
			return unread("the cast is not followed")
		}
	}
	if s, isText := v.o.(strObj); isText && s == "" && q.hasDef && noDefault && !version.before(0, 8) {
		v.o = noneObj{}
	}
	if q.hasDef && ev.equal(v, q.def) == value.True {
		_, none := v.o.(noneObj)
		parse := q.parseDefault && !none
		if version.before(0, 10) {
			parse = parse && ev.truth(v) == value.True
		}
		if !parse {
			return v
		}
	}
	if cast.o == nil {
		return v
	}
	return ev.environParse(v, cast, q.call)
}

// lookup reads os.environ; FileAwareEnv looks for a file first.
func (e *djangoEnv) lookup(ev *evaluator, q environRead) (val, env.State) {
	if e.fileAware {
		f := ev.variable(q.name + "_FILE")
		if s, ok := f.v.o.(strObj); ok && s != "" {
			return ev.fileContent(f.v, q.name+"_FILE"), env.Supplied
		}
		if f.state == env.Supplied && isUnknown(f.v.o) {
			return f.v, env.Supplied
		}
	}
	x := ev.variable(q.name)
	if x.state == env.Supplied {
		x.v = readAt(x.v, q.name, q.span)
		if u, unknown := x.v.o.(*unknownObj); unknown {
			x.v.o = derive(u).o
		}
	}
	return x.v, x.state
}

// fileContent is the text of the file that a variable names.
func (ev *evaluator) fileContent(path val, variable string) val {
	if p, ok := ev.envFileArg(path); ok {
		if file, _ := ev.exists(p); file {
			if f := ev.open(p); f != nil {
				t := path.trail.add(value.Step{How: value.Assigned, Span: f.LineSpan(1), Text: "read from " + f.Path})
				text := strings.ReplaceAll(strings.ReplaceAll(f.Text, "\r\n", "\n"), "\r", "\n")
				return val{o: strObj(text), trail: t}
			}
		}
	}
	if ev.closed() {
		return ev.raiseAt("FileNotFoundError", "the file that "+variable+" names is not there", ev.here())
	}
	ev.risk("OSError")
	return of(&unknownObj{cause: value.External, reason: value.Why(value.FileNamedBy, variable)})
}

// missingVariable is a required variable that nothing supplies.
func (ev *evaluator) missingVariable(r read, s env.State, class string) val {
	if s == env.External {
		ev.risk(class)
		return of(external(r.name))
	}
	ev.raise(&exception{class: class, message: "the variable " + r.name + " is not set", span: r.span, variable: r.name})
	return notKnown(value.Unread, value.Why(value.VariableNotSet, r.name))
}
