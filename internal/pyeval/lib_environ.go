package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/value"
)

// django-environ, after https://github.com/joke2k/django-environ/blob/main/environ/environ.py.

// A djangoEnv is an instance of environ.Env.
type djangoEnv struct {
	scheme    map[string]val // name → cast, or (cast, default)
	prefix    val
	smartCast bool
	fileAware bool
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
			attrs: func(_ *evaluator, attr string) (val, bool) {
				if attr == "read_env" {
					return native("environ.Env.read_env", (*evaluator).environReadEnv), true
				}
				if attr == "db_url_config" {
					return strict("environ.Env.db_url_config", func(ev *evaluator, c *call) val {
						s, _ := c.text(0, "url")
						return ev.environDatabase(s, c)
					}), true
				}
				return val{}, false
			},
		}), true
	case "Path":
		return pathClass(pathEnviron), true
	case "ImproperlyConfigured":
		return ev.exceptionClass(name), true
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
	switch name {
	case "read_env":
		return native(full, (*evaluator).environReadEnv), true
	case "bool", "int", "float", "dict", "json", "url", "bytes", "str", "unicode", "get_value", "path":
		return native(full, func(ev *evaluator, c *call) val {
			switch name {
			case "get_value":
				return e.get(ev, c, "", 1, 2)
			default:
				return e.get(ev, c, name, -1, 1)
			}
		}), true
	case "list", "tuple", "set":
		return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, name, 1, 2) }), true
	case "db", "db_url":
		return native(full, func(ev *evaluator, c *call) val { return e.urlValue(ev, c, "DATABASE_URL", "db_url") }), true
	case "cache", "cache_url":
		return native(full, func(ev *evaluator, c *call) val { return e.urlValue(ev, c, "CACHE_URL", "cache_url") }), true
	case "email", "email_url":
		return native(full, func(ev *evaluator, c *call) val { return e.urlValue(ev, c, "EMAIL_URL", "email_url") }), true
	case "search_url", "channels", "channels_url":
		return native(full, func(ev *evaluator, c *call) val { return e.urlValue(ev, c, "SEARCH_URL", name) }), true
	case "ENVIRON":
		return of(&environObj{e: ev.environ}), true
	case "prefix":
		return e.prefix, true
	case "smart_cast":
		return ofBool(e.smartCast), true
	}
	return val{}, false
}

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
		prefix, plainPrefix := e.prefix.o.(strObj)
		if !isText || !plainPrefix {
			return derive(reasonOf(n, e.prefix))
		}
		r := read{name: string(prefix) + string(s), span: c.span, library: "django-environ", cast: kind}
		r.def, r.hasDef = c.arg(defaultAt, "default")
		cast, hasCast := c.arg(castAt, "cast")
		if hasCast {
			if _, none := cast.o.(noneObj); none {
				hasCast = false
			}
		}
		switch {
		case kind != "" && hasCast && (kind == "list" || kind == "tuple" || kind == "set"):
			cast = ev.list([]val{cast})
			if kind == "tuple" {
				cast = tupleOf(cast.o.(*listObj).alts[0]...)
			}
		case kind != "":
			cast, hasCast = native(kind, nil), true
		}
		return e.value(ev, r, cast, hasCast, c, 0)
	})
}

// value is Env.get_value.
func (e *djangoEnv) value(ev *evaluator, r read, cast val, hasCast bool, c *call, depth int) val {
	if info, ok := e.scheme[r.name]; ok {
		if t, isTuple := info.o.(*tupleObj); isTuple && len(t.elems) == 2 {
			if !hasCast {
				cast, hasCast = t.elems[0], true
			}
			if !r.hasDef {
				r.def, r.hasDef = t.elems[1], true
			}
		} else if !hasCast {
			cast, hasCast = info, true
		}
	}
	if r.cast == "" {
		r.cast = castName(cast, hasCast)
	}
	r.required = !r.hasDef
	ev.noteRead(r)
	x := ev.variable(r.name)
	if e.fileAware {
		if f := ev.variable(r.name + "_FILE"); f.state == env.Supplied {
			return of(&unknownObj{cause: value.External, reason: "it is read from the file that " + r.name + "_FILE names"})
		}
	}
	v, isDefault := x.v, false
	switch x.state {
	case env.Supplied:
		v = readAt(v, r.name, r.span)
	case env.External, env.Unset:
		if !r.hasDef {
			return ev.missingVariable(r, x.state, "ImproperlyConfigured")
		}
		if _, none := r.def.o.(noneObj); none && x.state == env.External {
			return of(external(r.name))
		}
		isDefault = true
		v = r.def
	}
	s, isText := v.o.(strObj)
	if isText && strings.HasPrefix(string(s), "$") {
		if depth > 16 {
			return limited("variables refer to each other too deeply")
		}
		next := r
		next.name = strings.TrimLeft(string(s), "$")
		return e.value(ev, next, cast, hasCast, c, depth+1)
	}
	if isDefault {
		if isText && (castName(cast, hasCast) == "url" || castName(cast, hasCast) == "path") {
			v = ev.environParse(string(s), cast, c) // these two parse their default
		}
		return ev.fallback(v, r.name, r.span)
	}
	if u, unknown := v.o.(*unknownObj); unknown {
		return val{o: derive(u).o, trail: v.trail}
	}
	if !isText {
		return v
	}
	if !hasCast && r.hasDef && e.smartCast {
		cast, hasCast = typeOfDefault(ev, r.def)
	}
	if r.hasDef {
		if _, none := r.def.o.(noneObj); none && s == "" {
			return val{o: noneObj{}, trail: v.trail}
		}
		if ev.equal(v, r.def) == value.True {
			return val{o: r.def.o, trail: v.trail}
		}
	}
	if !hasCast {
		return v
	}
	out := ev.environParse(string(s), cast, c)
	out.trail = v.trail
	return out
}

// missingVariable is a required variable that nothing supplies.
func (ev *evaluator) missingVariable(r read, s env.State, class string) val {
	if s == env.External {
		ev.risk(class)
		return of(external(r.name))
	}
	ev.raise(&exception{class: class, message: "the variable " + r.name + " is not set", span: r.span, variable: r.name})
	return unread("the variable " + r.name + " is not set")
}

func typeOfDefault(ev *evaluator, def val) (val, bool) {
	switch o := def.o.(type) {
	case boolObj, intObj, floatObj, strObj, *listObj, *tupleObj, *dictObj:
		return ev.builtin(o.typeName())
	default:
		return val{}, false
	}
}

// castName names a cast for the record of a read.
func castName(cast val, ok bool) string {
	if !ok {
		return ""
	}
	switch o := cast.o.(type) {
	case *nativeObj:
		return o.name
	case *listObj:
		return "list"
	case *tupleObj:
		return "tuple"
	case *dictObj:
		return "dict"
	case *funcObj:
		return o.name
	}
	return ""
}

// environParse is Env.parse_value.
func (ev *evaluator) environParse(s string, cast val, c *call) val {
	if !plain(s) {
		return hostly("it depends on where the repository lies")
	}
	each := func(elems []string, f val) []val {
		var out []val
		for _, x := range elems {
			if x == "" {
				continue
			}
			v := ofStr(x)
			if f.o != nil {
				v = ev.call(f, &call{args: []val{v}, span: c.span, caller: c.caller})
			}
			out = append(out, v)
		}
		return out
	}
	inner := strings.Trim(strings.Trim(s, "("), ")")
	switch o := cast.o.(type) {
	case *listObj:
		if len(o.alts) == 1 && len(o.alts[0]) == 1 {
			return ev.list(each(strings.Split(s, ","), o.alts[0][0]))
		}
	case *tupleObj:
		if len(o.elems) == 1 {
			return tupleOf(each(strings.Split(inner, ","), o.elems[0])...)
		}
	case *nativeObj:
		switch o.name {
		case "bool":
			return ofBool(environBool(s))
		case "list":
			return ev.list(each(strings.Split(s, ","), val{}))
		case "tuple":
			return tupleOf(each(strings.Split(inner, ","), val{})...)
		case "set":
			return ev.makeSet(each(strings.Split(s, ","), val{}), c.span)
		case "dict":
			return ev.environDict(s, c)
		case "int", "float":
			return ev.scalarCast(o.name, s, c)
		case "str", "unicode":
			return ofStr(s)
		case "bytes":
			return of(bytesObj(s))
		case "path":
			return ofPath(pathEnviron, s)
		case "json":
			return ev.parseJSON(s, c)
		case "url":
			return ev.urlObject(s)
		default:
			if o.call != nil {
				return ev.call(cast, &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller})
			}
		}
	case *funcObj, *classObj:
		return ev.call(cast, &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller})
	}
	return unread("the cast is not followed")
}

func (ev *evaluator) environDict(s string, c *call) val {
	t := newTable()
	for part := range strings.SplitSeq(s, ",") {
		if part == "" {
			continue
		}
		k, v, ok := strings.Cut(part, "=")
		if !ok {
			return ev.raiseAt("ValueError", "the text is no dict", c.span)
		}
		t.setStr(k, ofStr(v))
	}
	return ev.dict(t)
}

func (ev *evaluator) scalarCast(name, s string, c *call) val {
	d := &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller}
	if name == "int" {
		return ev.intCall(d)
	}
	return ev.floatCall(d)
}

// environBool is django-environ's idea of truth: any number but 0, or one of six words.
func environBool(s string) bool {
	t := strings.Trim(s, blanks)
	digits := strings.TrimLeft(t, "+-")
	if digits != "" && strings.Trim(digits, "0123456789") == "" && len(t)-len(digits) <= 1 {
		return strings.Trim(digits, "0") != ""
	}
	return slices.Contains([]string{"true", "on", "ok", "y", "yes", "1"}, strings.ToLower(t))
}

// environReadEnv is Env.read_env: without a path, .env beside the calling file.
func (ev *evaluator) environReadEnv(c *call) val {
	override := false
	if o, ok := c.arg(2, "overwrite"); ok {
		override = ev.truth(o) == value.True
	}
	p := path.Join(callerDir(c), ".env")
	if v, ok := c.arg(0, "env_file"); ok {
		if p, ok = ev.envFileArg(v); !ok {
			ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: ev.environDialect(), Span: c.span, Override: override})
			return ofNone()
		}
	}
	ev.loadEnvFile(p, ev.environDialect(), c.span, override)
	return ofNone()
}

// urlValue is env.db() and its like: a variable that holds a URL.
func (e *djangoEnv) urlValue(ev *evaluator, c *call, name, kind string) val {
	if len(c.args) == 0 {
		if _, ok := c.arg(-1, "var"); !ok {
			d := *c
			d.args = []val{ofStr(name)}
			c = &d
		}
	}
	v := e.get(ev, c, "str", -1, 1)
	if n := len(ev.reads); n > 0 && ev.reads[n-1].Span == c.span {
		ev.reads[n-1].Cast = kind
	}
	return ev.lift(v, func(v val) val {
		s, ok := v.o.(strObj)
		if !ok {
			return v
		}
		var out val
		switch kind {
		case "db_url":
			out = ev.environDatabase(string(s), c)
		case "cache_url":
			out = ev.environCache(string(s), c)
		case "email_url":
			out = ev.environEmail(string(s))
		default:
			return unread("URLs of this kind are not followed")
		}
		out.trail = v.trail
		return out
	})
}

// environs, after https://github.com/sloria/environs.

// A marshmallowEnv is an instance of environs.Env.
type marshmallowEnv struct {
	prefixed *unknownObj
	file     map[string]val // what read_env found, where it does not write os.environ
}

func (ev *evaluator) environsMember(name string) (val, bool) {
	switch name {
	case "Env", "FileAwareEnv":
		return native("environs.Env", func(*evaluator, *call) val { return of((&marshmallowEnv{file: map[string]val{}}).object()) }), true
	case "env":
		return of((&marshmallowEnv{file: map[string]val{}}).object()), true
	case "EnvError", "EnvValidationError":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

func (e *marshmallowEnv) object() *nativeObj {
	n := &nativeObj{name: "environs.Env()", data: e}
	n.call = func(ev *evaluator, c *call) val { return e.get(ev, c, "str") }
	n.attrs = func(_ *evaluator, name string) (val, bool) {
		switch name {
		case "read_env":
			return native("environs.Env.read_env", e.readEnv), true
		case "prefixed":
			return native("environs.Env.prefixed", func(*evaluator, *call) val {
				e.prefixed = &unknownObj{cause: value.Unread, reason: "the prefixes of environs are not followed"}
				return of(n)
			}), true
		case "seal":
			return ignored("environs.Env.seal"), true
		default:
			return native("environs.Env."+name, func(ev *evaluator, c *call) val { return e.get(ev, c, name) }), true
		}
	}
	return n
}

func (e *marshmallowEnv) readEnv(ev *evaluator, c *call) val {
	override := false
	if o, ok := c.arg(-1, "override"); ok {
		override = ev.truth(o) == value.True
	}
	p, found := ev.findUp(callerDir(c), ".env")
	if v, ok := c.arg(0, "path"); ok {
		if _, none := v.o.(noneObj); !none {
			p, found = ev.envFileArg(v)
		}
	}
	if !found {
		p = path.Join(callerDir(c), ".env")
	}
	major, _, known := ev.version("environs")
	if known && major < 15 {
		return ofBoolOrUnknown(ev.loadEnvFile(p, dotenv.Environs, c.span, override))
	}
	r := ev.readEnvFile(p, dotenv.Environs, c.span, override)
	if r == nil {
		return ofBoolOrUnknown(false)
	}
	for _, entry := range r.Entries {
		if entry.Dropped == "" && !entry.Null {
			e.file[entry.Key] = entryValue(entry)
			if len(ev.frames) > len(ev.tries) {
				e.file[entry.Key] = unread("whether " + p + " is loaded is not decided here")
			}
		}
	}
	if !known {
		// Whether os.environ sees the file depends on the version: what it holds counts, as it does for most.
		for _, entry := range r.Entries {
			if _, ok := ev.environ.loaded[entry.Key]; !ok && entry.Dropped == "" && !entry.Null {
				ev.touch(ev.environ)
				ev.environ.remember(entry.Key)
				ev.environ.loaded[entry.Key] = entryValue(entry)
			}
		}
	}
	return ofBool(true)
}

func (e *marshmallowEnv) get(ev *evaluator, c *call, kind string) val {
	if e.prefixed != nil || c.rest != nil {
		return unread("the prefixes of environs are not followed")
	}
	name, ok := c.text(0, "name")
	if !ok {
		return unread("the name of the variable is not known")
	}
	r := read{name: name, span: c.span, library: "environs", cast: kind}
	r.def, r.hasDef = c.arg(1, "default")
	r.required = !r.hasDef
	ev.noteRead(r)
	x := ev.variable(name)
	if v, inFile := e.file[name]; inFile && x.state != env.Supplied {
		x = variable{state: env.Supplied, v: v}
	}
	if x.state != env.Supplied {
		if !r.hasDef {
			return ev.missingVariable(r, x.state, "EnvError")
		}
		if _, none := r.def.o.(noneObj); none && x.state == env.External {
			return of(external(name))
		}
		if (kind == "dj_db_url" || kind == "dj_cache_url" || kind == "dj_email_url") && !isUnknown(r.def.o) {
			out := e.cast(ev, r.def, kind, c)
			return ev.fallback(out, name, c.span)
		}
		return ev.fallback(r.def, name, c.span)
	}
	v := readAt(x.v, name, c.span)
	if isUnknown(v.o) {
		return v
	}
	if _, hasValidate := c.arg(-1, "validate"); hasValidate {
		ev.risk("EnvError")
	}
	out := e.cast(ev, v, kind, c)
	out.trail = v.trail
	return out
}

func (e *marshmallowEnv) cast(ev *evaluator, v val, kind string, c *call) val {
	s, ok := v.o.(strObj)
	if !ok || !plain(string(s)) && kind != "str" && kind != "dj_db_url" {
		return unread("the cast is not followed")
	}
	text := string(s)
	switch kind {
	case "str":
		return v
	case "bool":
		switch text {
		case "t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1":
			return ofBool(true)
		case "f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0":
			return ofBool(false)
		}
		return ev.raiseAt("EnvError", "the variable is not a valid boolean", c.span)
	case "int", "float":
		return ev.scalarCast(kind, text, c)
	case "list":
		if text == "" {
			return ev.list(nil)
		}
		sub, hasSub := c.arg(-1, "subcast")
		var out []val
		for part := range strings.SplitSeq(text, ",") {
			x := ofStr(part)
			if hasSub {
				x = ev.call(sub, &call{args: []val{x}, span: c.span, caller: c.caller})
			}
			out = append(out, x)
		}
		return ev.list(out)
	case "json":
		return ev.parseJSON(text, c)
	case "path":
		return ofPath(pathPathlib, text)
	case "dj_db_url":
		return ev.djDatabase(text, c)
	case "url":
		return ev.urlObject(text)
	default:
		return unread("the cast " + kind + " of environs is not followed")
	}
}
