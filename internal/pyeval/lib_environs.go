package pyeval

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// environs, after https://github.com/sloria/environs: src/environs/__init__.py of its releases since 9.5.

// A marshmallowEnv is an instance of environs.Env.
type marshmallowEnv struct {
	prefix     string
	noPrefix   bool // the prefix is not known
	expand     bool
	lazy       bool // eager=False: errors wait for seal()
	fileSuffix string
	strip      bool
	failed     bool // some error waits
	doubtful   bool // some error may wait
	sealed     bool
	file       map[string]val // what read_env found, where it does not write os.environ
	parsers    map[string]val // add_parser and parser_for
}

// An environsPrefix is env.prefixed("…"), whose prefix holds until its with statement ends.
type environsPrefix struct {
	env    *marshmallowEnv
	before string
}

func (p *environsPrefix) leave() { p.env.prefix = p.before }

func environsLibrary() library {
	return library{
		modules: "environs",
		member:  func(ev *evaluator, _, name string) (val, bool) { return ev.environsMember(name) },
	}
}

func (ev *evaluator) environsMember(name string) (val, bool) {
	switch name {
	case "Env", "FileAwareEnv":
		return native("environs."+name, func(ev *evaluator, c *call) val {
			e := newMarshmallowEnv()
			if name == "FileAwareEnv" {
				e.fileSuffix = "_FILE"
			}
			return ev.environsOptions(e, c)
		}), true
	case "env":
		return of(newMarshmallowEnv().object()), true
	case "EnvError", "EnvValidationError", "EnvNotSetError", "EnvSealedError", "ParserConflictError", "ValidationError":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

func newMarshmallowEnv() *marshmallowEnv {
	return &marshmallowEnv{file: map[string]val{}, parsers: map[string]val{}}
}

// environsOptions takes the arguments of Env(…).
func (ev *evaluator) environsOptions(e *marshmallowEnv, c *call) val {
	if c.rest != nil || len(c.args) > 0 {
		return unread("the options of environs are not known")
	}
	for _, k := range c.kw {
		s, isText := k.v.o.(strObj)
		switch k.name {
		case "eager":
			e.lazy = ev.truth(k.v) != value.True
		case "expand_vars":
			e.expand = ev.truth(k.v) == value.True
		case "prefix":
			_, none := k.v.o.(noneObj)
			e.prefix, e.noPrefix = string(s), !isText && !none
		case "file_suffix":
			e.fileSuffix, e.noPrefix = string(s), !isText
		case "strip_whitespace":
			e.strip = ev.truth(k.v) == value.True
		default:
			return ev.raiseAt("TypeError", "Env() has no option "+k.name, c.span)
		}
	}
	return of(e.object())
}

func (e *marshmallowEnv) object() *nativeObj {
	n := &nativeObj{name: "environs.Env()", data: e}
	n.call = func(ev *evaluator, c *call) val { return e.get(ev, c, "raw") }
	n.attrs = func(_ *evaluator, name string) (val, bool) { return e.attr(n, name), true }
	return n
}

func (e *marshmallowEnv) attr(n *nativeObj, name string) val {
	full := "environs.Env." + name
	switch name {
	case "read_env":
		return native(full, e.readEnv)
	case "prefixed":
		return native(full, func(_ *evaluator, c *call) val {
			p := &environsPrefix{env: e, before: e.prefix}
			s, ok := c.text(0, "prefix")
			e.prefix, e.noPrefix = e.prefix+s, e.noPrefix || !ok
			return of(&nativeObj{name: n.name, data: p, call: n.call, attrs: n.attrs})
		})
	case "seal":
		return native(full, func(ev *evaluator, c *call) val {
			e.sealed = true
			switch {
			case e.failed:
				return ev.raiseAt("EnvValidationError", "a variable is missing or not valid", c.span)
			case e.doubtful:
				ev.risk("EnvValidationError")
			}
			return ofNone()
		})
	case "add_parser":
		return native(full, func(_ *evaluator, c *call) val {
			s, _ := c.text(0, "name")
			e.parsers[s], _ = c.arg(1, "func")
			return ofNone()
		})
	case "parser_for":
		return native(full, func(_ *evaluator, c *call) val {
			s, _ := c.text(0, "name")
			return native(full+"()", func(_ *evaluator, c *call) val {
				e.parsers[s] = c.args0()
				return c.args0()
			})
		})
	case "dump":
		return native(full, func(*evaluator, *call) val { return unread("the dump of environs is not followed") })
	case "add_parser_from_field":
		return ignored(full)
	}
	if f, ok := e.parsers[name]; ok {
		return native(full, func(ev *evaluator, c *call) val { return e.custom(ev, c, name, f) })
	}
	return native(full, func(ev *evaluator, c *call) val { return e.get(ev, c, name) })
}

// start is what every read begins with: the name, the default, and the record of the read.
func (e *marshmallowEnv) start(ev *evaluator, c *call, kind string) (read, val) {
	if e.noPrefix || c.rest != nil {
		return read{}, unread("the prefix of environs is not known")
	}
	if e.sealed {
		return read{}, ev.raiseAt("EnvSealedError", "the Env is sealed", c.span)
	}
	name, ok := c.text(0, "name")
	if !ok {
		return read{}, unread("the name of the variable is not known")
	}
	r := read{name: e.prefix + name, span: c.span, library: "environs", cast: kind}
	if kind == "raw" {
		r.cast = ""
	}
	r.def, r.hasDef = c.arg(1, "default")
	if _, ellipsis := r.def.o.(ellipsisObj); ellipsis {
		r.def, r.hasDef = val{}, false
	}
	r.required = !r.hasDef
	ev.noteRead(r)
	return r, val{}
}

// fail is an error of a read: at once, or at seal().
func (e *marshmallowEnv) fail(ev *evaluator, class string, raw val, c *call) val {
	if !e.lazy {
		return ev.raiseAt(class, "the variable is not valid", c.span)
	}
	e.failed = true
	if raw.o == nil || !ev.libVersion("environs").before(15, 0) {
		return ofNone()
	}
	return raw
}

// missing is a variable that nothing supplies and that has no default.
func (e *marshmallowEnv) missing(ev *evaluator, r read, s env.State, c *call) val {
	if s == env.External {
		e.doubtful = true
		ev.risk("EnvError")
		return of(external(r.name))
	}
	if e.lazy {
		return e.fail(ev, "", val{}, c)
	}
	class := "EnvNotSetError"
	if ev.libVersion("environs").before(15, 1) {
		class = "EnvError"
	}
	return ev.missingVariable(r, s, class)
}

// get is env.bool and its like.
func (e *marshmallowEnv) get(ev *evaluator, c *call, kind string) val {
	if !isEnvironsParser(kind) {
		return ev.raiseAt("AttributeError", "environs has no parser "+kind, c.span)
	}
	r, failed := e.start(ev, c, kind)
	if failed.o != nil {
		return failed
	}
	direct := strings.HasPrefix(kind, "dj_") || kind == "enum" && ev.libVersion("environs").before(10, 0)
	def := val{}
	old := ev.libVersion("environs").before(14, 0)
	if r.hasDef && (old || direct) {
		def = r.def
	}
	got := e.find(ev, r, def, 0)
	v := got.v
	if v.o == nil {
		if !r.hasDef || got.proxied && (old || direct) {
			return e.missing(ev, r, got.state, c)
		}
		v = r.def
		if _, none := v.o.(noneObj); none && got.state == env.External {
			return of(external(r.name))
		}
		return ev.fallback(v, r.name, c.span)
	}
	isDefault := got.state != env.Supplied
	version := ev.libVersion("environs")
	parses := direct || kind == "dict" || (kind == "list" || kind == "json") && version.before(10, 0)
	if _, none := v.o.(noneObj); isDefault && none {
		if got.state == env.External {
			return of(external(r.name))
		}
		if !parses {
			return ev.fallback(v, r.name, c.span)
		}
	}
	if isUnknown(v.o) {
		e.doubtful = true
		ev.risk("EnvError")
		return val{o: derive(reasonOf(v)).o, trail: v.trail}
	}
	out, bad := e.cast(ev, v, kind, c)
	if ev.exc != nil {
		return out
	}
	if bad {
		return e.fail(ev, "EnvValidationError", out, c)
	}
	if _, hasValidate := c.arg(-1, "validate"); hasValidate {
		e.doubtful = true
		ev.risk("EnvError")
	}
	out.trail = v.trail
	if isDefault {
		return ev.fallback(out, r.name, c.span)
	}
	return out
}

// custom is a parser that the project has added.
func (e *marshmallowEnv) custom(ev *evaluator, c *call, kind string, f val) val {
	r, failed := e.start(ev, c, kind)
	if failed.o != nil {
		return failed
	}
	got := e.find(ev, r, r.def, 0)
	if got.v.o == nil {
		return e.missing(ev, r, got.state, c)
	}
	d := &call{args: []val{got.v}, kw: without(c.kw, "default", "name"), span: c.span, caller: c.caller}
	out := ev.call(f, d)
	if out.trail == nil {
		out.trail = got.v.trail
	}
	if got.state != env.Supplied && ev.exc == nil {
		return ev.fallback(out, r.name, c.span)
	}
	return out
}

// without leaves keyword arguments out.
func without(kw []kwarg, names ...string) []kwarg {
	var out []kwarg
	for _, k := range kw {
		found := false
		for _, n := range names {
			found = found || n == k.name
		}
		if !found {
			out = append(out, k)
		}
	}
	return out
}

func isEnvironsParser(kind string) bool {
	switch kind {
	case "raw", "int", "bool", "str", "float", "decimal", "list", "dict", "json", "datetime", "date", "time", "path", "log_level",
		"timedelta", "uuid", "url", "enum", "dj_db_url", "dj_email_url", "dj_cache_url":
		return true
	}
	return false
}
