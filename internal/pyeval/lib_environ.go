package pyeval

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"deploylint/internal/env"
	"deploylint/internal/source"
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
		q.cast, _ = urllibMember("urllib.parse", "urlparse")
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
func (e *djangoEnv) apply(ev *evaluator, q *environRead) {
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
	e.apply(ev, &q)
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
	return of(&unknownObj{cause: value.External, reason: "it is read from the file that " + variable + " names"})
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

// classOf is type(v), without an object where that is not followed.
func (ev *evaluator) classOf(v val) val {
	switch o := v.o.(type) {
	case boolObj, intObj, floatObj, strObj, bytesObj, *listObj, *tupleObj, *dictObj, *setObj:
		c, _ := ev.builtin(o.typeName())
		return c
	case *pathObj:
		return pathClass(o.lib)
	default:
		return val{}
	}
}

// castName names a cast for the record of a read.
func castName(cast val) string {
	switch o := cast.o.(type) {
	case *nativeObj:
		return o.name[strings.LastIndexByte(o.name, '.')+1:]
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

// castIs reports whether a cast is the built-in class of that name.
func castIs(cast val, name string) bool {
	n, ok := cast.o.(*nativeObj)
	return ok && n.name == name
}

// environParse is Env.parse_value.
func (ev *evaluator) environParse(v, cast val, c *call) val {
	if u, ok := v.o.(*unknownObj); ok {
		return derive(u)
	}
	s, isText := v.o.(strObj)
	if isText && !plain(string(s)) && !castIs(cast, "str") {
		return hostly("it depends on where the repository lies")
	}
	apply := func(f, x val) val {
		if text, ok := x.o.(strObj); ok && castIs(f, "int") {
			return ev.scalarCast("int", string(text), c)
		}
		return ev.call(f, &call{args: []val{x}, span: c.span, caller: c.caller})
	}
	if castIs(cast, "bool") {
		return ev.environBool(v, c)
	}
	if !isText {
		switch cast.o.(type) {
		case *listObj, *tupleObj, *dictObj:
			return ev.raiseAt("AttributeError", "the value is cast a second time and is no text any more", c.span)
		}
		switch {
		case castIs(cast, "list"), castIs(cast, "tuple"), castIs(cast, "dict"):
			return ev.raiseAt("AttributeError", "the value is cast a second time and is no text any more", c.span)
		case castIs(cast, "float"):
			return ev.raiseAt("TypeError", "the value is cast a second time and is no text any more", c.span)
		case castIs(cast, "urllib.parse.urlparse") && ev.truth(v) == value.False:
			return of(&opaqueObj{typ: "ParseResultBytes"}) // which is what urlparse takes anything empty for
		case castIs(cast, "urllib.parse.urlparse"):
			return ev.raiseAt("AttributeError", "the URL is no text", c.span)
		}
		return apply(cast, v)
	}
	text := string(s)
	items := func(s string, f val) []val {
		var out []val
		for x := range strings.SplitSeq(s, ",") {
			if x == "" {
				continue
			}
			e := ofStr(x)
			if f.o != nil && ev.exc == nil {
				e = apply(f, e)
			}
			out = append(out, e)
		}
		return out
	}
	inner := strings.Trim(strings.Trim(text, "("), ")")
	switch o := cast.o.(type) {
	case *listObj:
		if len(o.alts) == 1 && len(o.alts[0]) > 0 {
			return ev.list(items(text, o.alts[0][0]))
		}
	case *tupleObj:
		if len(o.elems) > 0 {
			return tupleOf(items(inner, o.elems[0])...)
		}
	case *dictObj:
		return ev.environTypedDict(text, o, c)
	case *unknownObj:
		return derive(o)
	}
	switch {
	case castIs(cast, "list"):
		return ev.list(items(text, val{}))
	case castIs(cast, "tuple"):
		return tupleOf(items(inner, val{})...)
	case castIs(cast, "dict"):
		return ev.environDict(text, c)
	case castIs(cast, "float"):
		return ev.environFloat(text, c)
	}
	return apply(cast, v)
}

// environBool is django-environ's idea of truth: any number but 0, or one of six words.
func (ev *evaluator) environBool(v val, c *call) val {
	s, ok := v.o.(strObj)
	if !ok {
		n := ev.intCall(&call{args: []val{v}, span: c.span})
		if i, isInt := n.o.(intObj); isInt {
			return ofBool(i != 0)
		}
		return n
	}
	t := strings.TrimFunc(string(s), unicode.IsSpace)
	if strings.ContainsFunc(t, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsDigit(r) }) {
		return unread("digits beyond ASCII are not followed")
	}
	if zero, isInt := intText(t); isInt {
		return ofBool(!zero)
	}
	word := strings.ToLower(string(s))
	if !ev.libVersion("django-environ").before(0, 11) {
		word = strings.TrimFunc(word, unicode.IsSpace)
	}
	return ofBool(slices.Contains([]string{"true", "on", "ok", "y", "yes", "1"}, word))
}

// intText reports whether int() takes a text, and whether it is zero.
func intText(t string) (zero, ok bool) {
	digits := strings.TrimLeft(t, "+-")
	if len(t)-len(digits) > 1 || digits == "" || strings.HasPrefix(digits, "_") || strings.HasSuffix(digits, "_") ||
		strings.Contains(digits, "__") || strings.Trim(digits, "0123456789_") != "" {
		return false, false
	}
	return strings.Trim(digits, "0_") == "", true
}

// environFloat leaves out what is no part of a number and takes the last comma or dot for the decimal one.
func (ev *evaluator) environFloat(s string, c *call) val {
	signs := "-"
	if ev.libVersion("django-environ").before(0, 5) {
		signs = ""
	}
	var b strings.Builder
	for _, r := range s {
		if r > unicode.MaxASCII && unicode.IsDigit(r) {
			return unread("digits beyond ASCII are not followed")
		}
		if r >= '0' && r <= '9' || strings.ContainsRune(",."+signs, r) {
			b.WriteRune(r)
		}
	}
	text := strings.ReplaceAll(b.String(), ",", ".")
	if i := strings.LastIndexByte(text, '.'); i >= 0 {
		text = strings.ReplaceAll(text[:i], ".", "") + text[i:]
	}
	return ev.floatCall(&call{args: []val{ofStr(text)}, span: c.span, caller: c.caller})
}

func (ev *evaluator) environDict(s string, c *call) val {
	t := newTable()
	for part := range strings.SplitSeq(s, ",") {
		if part == "" {
			continue
		}
		k, v, ok := strings.Cut(part, "=")
		if !ok || ev.libVersion("django-environ").before(0, 10) && strings.Contains(v, "=") {
			return ev.raiseAt("ValueError", "the text is no dict", c.span)
		}
		t.setStr(k, ofStr(v))
	}
	return ev.dict(t)
}

// environTypedDict is a cast such as {"value": int, "cast": {"port": int}}.
func (ev *evaluator) environTypedDict(s string, cast *dictObj, c *call) val {
	if len(cast.alts) != 1 || cast.alts[0].rest != nil {
		return unread("the cast is not followed")
	}
	part := func(key string) val {
		if v, ok := cast.alts[0].get("s" + key); ok {
			return v
		}
		v, _ := ev.builtin("str")
		return v
	}
	byKey, _ := cast.alts[0].get("scast")
	t := newTable()
	for item := range strings.SplitSeq(s, ";") {
		if item == "" {
			continue
		}
		fields := strings.Split(item, "=")
		if len(fields) < 2 {
			return ev.raiseAt("IndexError", "the text is no dict", c.span)
		}
		valueCast := part("value")
		if d, ok := byKey.o.(*dictObj); ok && len(d.alts) == 1 {
			if v, found := d.alts[0].get("s" + fields[0]); found {
				valueCast = v
			}
		}
		k := ev.call(part("key"), &call{args: []val{ofStr(fields[0])}, span: c.span, caller: c.caller})
		if ev.exc != nil {
			return k
		}
		v := ev.environParse(ofStr(fields[1]), valueCast, c)
		if ev.exc != nil {
			return v
		}
		h, ok := hashOf(k.o)
		if !ok {
			return unread("the cast is not followed")
		}
		t.set(h, k, v)
	}
	return ev.dict(t)
}

// scalarCast is int(s) or float(s).
func (ev *evaluator) scalarCast(name, s string, c *call) val {
	d := &call{args: []val{ofStr(s)}, span: c.span, caller: c.caller}
	if !isASCII(s) && plain(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) }) {
		return ev.raiseAt("ValueError", "the text is no number", c.span)
	}
	if name == "int" {
		return ev.intCall(d)
	}
	return ev.floatCall(d)
}

// A libVersion is the version of a library, as far as it is known. Where it is not, the newest one is assumed.
type libVersion struct {
	major, minor, patch int
	known               bool
}

func (ev *evaluator) libVersion(pkg string) libVersion {
	major, minor, patch, ok := ev.version(pkg)
	return libVersion{major, minor, patch, ok}
}

// before reports whether the version is known to be older than another.
func (v libVersion) before(major, minor int) bool {
	return v.known && (v.major < major || v.major == major && v.minor < minor)
}

// installed reports whether the project lists a package; decided is false where its packages are not known.
func (ev *evaluator) installed(pkg string) (listed, decided bool) {
	if ev.opt.Version == nil {
		return false, false
	}
	if _, ok := ev.opt.Version(pkg); ok {
		return true, true
	}
	_, known := ev.opt.Version("django")
	return false, known
}

// version returns the first three numbers of a package's pinned version.
func (ev *evaluator) version(pkg string) (major, minor, patch int, ok bool) {
	if ev.opt.Version == nil {
		return 0, 0, 0, false
	}
	v, ok := ev.opt.Version(pkg)
	if !ok || v == "" {
		return 0, 0, 0, false
	}
	parts := strings.SplitN(v, ".", 4)
	major, err := strconv.Atoi(parts[0])
	if err != nil {
		return 0, 0, 0, false
	}
	if len(parts) > 1 {
		minor, _ = strconv.Atoi(parts[1])
	}
	if len(parts) > 2 {
		patch, _ = strconv.Atoi(parts[2])
	}
	return major, minor, patch, true
}

// libraryType is the name of the type of an object written in Go.
func libraryType(n *nativeObj) string {
	switch n.data.(type) {
	case urlText:
		return "ParseResult"
	case *djangoEnv, *marshmallowEnv:
		return "Env"
	}
	return "function"
}

// setLibraryAttr assigns to an attribute of a library's object.
func (ev *evaluator) setLibraryAttr(n *nativeObj, name string, v val, _ source.Span) {
	if e, ok := n.data.(*djangoEnv); ok {
		e.setAttr(ev, name, v)
	}
}

// libraryHas is item in n, for a library's object.
func (ev *evaluator) libraryHas(n *nativeObj, item val) value.Tri {
	e, isEnv := n.data.(*djangoEnv)
	s, isText := item.o.(strObj)
	if !isEnv || !isText {
		return value.Undecided
	}
	return e.has(ev, string(s))
}

// leaveContext ends a with statement for a library's object that counts on it.
func leaveContext(v val) {
	if n, ok := v.o.(*nativeObj); ok {
		if p, isPrefix := n.data.(*environsPrefix); isPrefix {
			p.leave()
		}
	}
}
