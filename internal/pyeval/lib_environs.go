package pyeval

import (
	"path"
	"regexp"
	"strings"

	"deploylint/internal/dotenv"
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

func (e *marshmallowEnv) readEnv(ev *evaluator, c *call) val {
	version := ev.libVersion("environs")
	option := func(i int, name string, def bool) bool {
		if version.before(13, 0) == (i >= 0) || i < 0 {
			if v, ok := c.arg(i, name); ok {
				return ev.truth(v) == value.True
			}
			return def
		}
		if v, ok := c.arg(-1, name); ok {
			return ev.truth(v) == value.True
		}
		return def
	}
	override, recurse := option(3, "override", false), option(1, "recurse", true)
	start := path.Join(callerDir(c), ".env")
	if v, ok := c.arg(0, "path"); ok {
		if _, none := v.o.(noneObj); !none {
			if start, ok = ev.envFileArg(v); !ok {
				ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: dotenv.Environs, Span: c.span, Override: override})
				return unread("which env file is read is not known")
			}
			if _, dir := ev.exists(start); dir {
				return ev.raiseAt("ValueError", "the path of the env file is a folder", c.span)
			}
		}
	}
	if recurse {
		if p, found := ev.findUp(path.Dir(start), path.Base(start)); found {
			start = p
		}
	}
	none := version.before(10, 0) // which gives nothing back
	answer := func(v val) val {
		if none {
			return ofNone()
		}
		return v
	}
	if version.before(15, 0) {
		found, filled := ev.loadEnvFile(start, dotenv.Environs, c.span, override)
		if found {
			return answer(ofBool(filled))
		}
		return answer(ev.ofFound(false))
	}
	r := ev.readEnvFile(start, dotenv.Environs, c.span, true)
	if r == nil {
		return ev.ofFound(false)
	}
	e.keep(ev, r, start, override)
	if !version.known {
		// Whether os.environ sees the file depends on the version: what it holds counts, as it does for most.
		ev.loadEntries(r, start, envLoad{})
	}
	return ofBool(true)
}

// keep notes what a file holds in the instance, as environs does from version 15 on.
func (e *marshmallowEnv) keep(ev *evaluator, r *dotenv.Reading, p string, override bool) {
	fresh := map[string]bool{}
	for _, entry := range r.Entries {
		if last, _ := r.Get(entry.Key); entry.Dropped != "" || entry.Null || last.Null {
			continue
		}
		if _, had := e.file[entry.Key]; had && !override && !fresh[entry.Key] {
			continue
		}
		fresh[entry.Key] = true
		e.file[entry.Key] = entryValue(entry)
		if len(ev.frames) > len(ev.tries) {
			e.file[entry.Key] = unread("whether " + p + " is loaded is not decided here")
		}
	}
}

// expandedVar is a reference in a value, where expand_vars is on.
var expandedVar = regexp.MustCompile(`\$\{([A-Za-z0-9_]+)(:-[^\}:]*)?\}`)

// references finds the references that no backslash stands before.
func references(s string) [][]int {
	var out [][]int
	for _, m := range expandedVar.FindAllStringSubmatchIndex(s, -1) {
		if m[0] == 0 || s[m[0]-1] != '\\' {
			out = append(out, m)
		}
	}
	return out
}

// An environsValue is what _get_from_environ finds; no object where there is nothing.
type environsValue struct {
	v       val
	state   env.State
	proxied bool // it stands under another name, so that it is no default
}

// find is Env._get_from_environ: the variable, its references resolved.
func (e *marshmallowEnv) find(ev *evaluator, r read, def val, depth int) environsValue {
	x := e.lookup(ev, r)
	v := x.v
	if x.state != env.Supplied {
		if def.o == nil {
			return environsValue{state: x.state}
		}
		v = def
	}
	s, ok := v.o.(strObj)
	if !ok || !e.expand || depth > 16 {
		return environsValue{v: v, state: x.state}
	}
	refs := references(string(s))
	text := string(s)
	whole := len(refs) > 0 && refs[0][0] == 0 && (refs[0][1] == len(text) || ev.libVersion("environs").before(15, 0))
	follow := func(m []int, def val) environsValue {
		next := r
		next.name, next.def, next.hasDef = text[m[2]:m[3]], val{}, false
		if m[4] >= 0 {
			def = ofStr(text[m[4]+2 : m[5]])
		}
		got := e.find(ev, next, def, depth+1)
		got.proxied = true
		if got.v.o != nil {
			got.state = env.Supplied
		}
		return got
	}
	switch {
	case whole:
		if m := refs[0]; m[4] < 0 && def.o != nil && ev.equal(v, def) == value.True {
			def = val{}
		}
		return follow(refs[0], def)
	case len(refs) > 0:
		var b strings.Builder
		at := 0
		for _, m := range refs {
			got := follow(m, val{})
			part, isText := got.v.o.(strObj)
			if !isText {
				return got
			}
			b.WriteString(text[at:m[0]] + string(part))
			at = m[1]
		}
		v.o = strObj(b.String() + text[at:])
		return environsValue{v: v, state: env.Supplied, proxied: true}
	}
	v.o = strObj(strings.ReplaceAll(text, `\$`, "$"))
	return environsValue{v: v, state: x.state}
}

// lookup is Env._get_value: os.environ, then the files that this instance has read.
func (e *marshmallowEnv) lookup(ev *evaluator, r read) variable {
	if e.fileSuffix != "" {
		f := ev.variable(r.name + e.fileSuffix)
		if s, ok := f.v.o.(strObj); ok && s != "" {
			v := ev.fileContent(f.v, r.name+e.fileSuffix)
			if text, isText := v.o.(strObj); isText && e.strip {
				v.o = strObj(strings.TrimSpace(string(text)))
			}
			return variable{state: env.Supplied, v: v}
		}
	}
	x := ev.variable(r.name)
	if v, inFile := e.file[r.name]; inFile && x.state != env.Supplied {
		x = variable{state: env.Supplied, v: v}
	}
	if x.state == env.Supplied {
		x.v = readAt(x.v, r.name, r.span)
	}
	return x
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
