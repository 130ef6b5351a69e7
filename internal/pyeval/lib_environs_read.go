package pyeval

import (
	"path"
	"regexp"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/value"
)

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
			e.file[entry.Key] = notKnown(value.Unread, value.Why(value.FileLoadUndecided, p))
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
