package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/value"
)

// python-decouple, after https://github.com/HBNetwork/python-decouple/blob/master/decouple.py.

// A decoupleConfig is a Config: where it looks after os.environ.
type decoupleConfig struct {
	auto   bool   // AutoConfig: settings.ini or .env from the calling file's folder upward
	dir    string // where an AutoConfig starts, if it was told
	file   string // of a Config(RepositoryEnv(…))
	loaded bool
	vars   map[string]val
	// unread is set where the repository's content is not known.
	unread *unknownObj
}

func (ev *evaluator) decoupleMember(name string) (val, bool) {
	switch name {
	case "config":
		return of((&decoupleConfig{auto: true}).object()), true
	case "AutoConfig":
		return native("decouple.AutoConfig", func(_ *evaluator, c *call) val {
			d := &decoupleConfig{auto: true}
			if v, ok := c.arg(0, "search_path"); ok {
				if s, isPath := pathText(v); isPath {
					if rel, in := relative(s); in {
						d.dir = rel
					}
				}
			}
			return of(d.object())
		}), true
	case "Config":
		return native("decouple.Config", func(_ *evaluator, c *call) val {
			d := &decoupleConfig{}
			if n, ok := c.args0().o.(*nativeObj); ok && n.name == "decouple.Repository" {
				d.file, _ = n.data.(string)
			}
			if d.file == "" {
				d.unread = &unknownObj{cause: value.External, reason: "it comes from a file that is not in the repository"}
			}
			return of(d.object())
		}), true
	case "RepositoryEnv", "RepositoryIni", "RepositorySecret", "RepositoryEmpty":
		return native("decouple."+name, func(ev *evaluator, c *call) val {
			n := &nativeObj{name: "decouple.Repository"}
			if v, ok := c.arg(0, "source"); ok && name == "RepositoryEnv" {
				if p, known := ev.envFileArg(v); known {
					n.data = p
				}
			}
			return of(n)
		}), true
	case "Csv":
		return native("decouple.Csv", (*evaluator).csv), true
	case "Choices":
		return native("decouple.Choices", func(*evaluator, *call) val {
			return strict("decouple.Choices()", func(_ *evaluator, c *call) val { return c.args0() })
		}), true
	case "undefined", "Undefined":
		return val{}, false
	}
	return val{}, false
}

func (d *decoupleConfig) object() *nativeObj {
	n := &nativeObj{name: "decouple.config", data: d}
	n.call = d.get
	n.attrs = func(_ *evaluator, name string) (val, bool) {
		if name == "get" {
			return native("decouple.config.get", d.get), true
		}
		return val{}, false
	}
	return n
}

// load reads the repository's file once.
func (d *decoupleConfig) load(ev *evaluator, c *call) {
	if d.loaded || d.unread != nil {
		return
	}
	d.loaded = true
	d.vars = map[string]val{}
	p := d.file
	if d.auto {
		dir := d.dir
		if dir == "" {
			dir = callerDir(c)
		}
		found, ok := ev.findUp(dir, "settings.ini", ".env")
		if !ok {
			ev.envFiles = append(ev.envFiles, EnvFileLoad{Path: path.Join(dir, ".env"), Dialect: dotenv.Decouple, Span: c.span})
			return
		}
		if strings.HasSuffix(found, ".ini") {
			d.loadINI(ev, found)
			return
		}
		p = found
	}
	r := ev.readEnvFile(p, dotenv.Decouple, c.span, false)
	if r == nil {
		return
	}
	for _, e := range r.Entries {
		if e.Dropped == "" {
			d.vars[e.Key] = entryValue(e)
		}
	}
}

func (d *decoupleConfig) loadINI(ev *evaluator, p string) {
	f := ev.open(p)
	if f == nil {
		return
	}
	ini := newINI("ConfigParser")
	ini.parse(f)
	for _, o := range ini.options("settings") {
		d.vars[strings.ToUpper(o.name)] = ini.value(o)
	}
}

func (d *decoupleConfig) get(ev *evaluator, c *call) val {
	if c.rest != nil {
		return derive(c.rest)
	}
	option, ok := c.arg(0, "option")
	if !ok {
		return unread("the call is not followed")
	}
	return ev.lift(option, func(o val) val {
		name, isText := o.o.(strObj)
		if !isText {
			return derive(reasonOf(o))
		}
		return d.option(ev, string(name), c)
	})
}

func (d *decoupleConfig) option(ev *evaluator, name string, c *call) val {
	d.load(ev, c)
	r := read{name: name, span: c.span, library: "python-decouple"}
	r.def, r.hasDef = c.arg(1, "default")
	cast, hasCast := c.arg(2, "cast")
	r.cast = castName(cast, hasCast)
	r.required = !r.hasDef
	ev.noteRead(r)
	x := ev.variable(name)
	v := x.v
	if x.state != env.Supplied {
		fromFile, inFile := d.vars[name]
		switch {
		case inFile:
			v = fromFile
		case d.unread != nil && !r.hasDef:
			ev.risk("UndefinedValueError")
			return of(d.unread)
		case !r.hasDef:
			return ev.missingVariable(r, x.state, "UndefinedValueError")
		default:
			if _, none := r.def.o.(noneObj); none && x.state == env.External {
				return of(external(name))
			}
			v = r.def
			if hasCast {
				t := v.trail
				v = ev.decoupleCast(v, cast, c)
				if v.trail == nil {
					v.trail = t
				}
			}
			return ev.fallback(v, name, c.span)
		}
	}
	v = readAt(v, name, c.span)
	if !hasCast {
		return v
	}
	out := ev.decoupleCast(v, cast, c)
	out.trail = v.trail
	return out
}

func (ev *evaluator) decoupleCast(v, cast val, c *call) val {
	if n, ok := cast.o.(*nativeObj); ok && n.name == "bool" {
		return ev.lift(v, func(v val) val {
			switch o := v.o.(type) {
			case boolObj:
				return v
			case strObj:
				if o == "" {
					return ofBool(false)
				}
			case *unknownObj:
				ev.risk("ValueError")
				return derive(o)
			}
			s := ev.strOf(v)
			r := ev.strtobool(&call{args: []val{s}, span: c.span, caller: c.caller})
			if i, isInt := r.o.(intObj); isInt {
				return ofBool(i != 0)
			}
			return r
		})
	}
	return ev.call(cast, &call{args: []val{v}, span: c.span, caller: c.caller})
}

// csv is Csv(cast, delimiter, strip, post_process).
func (ev *evaluator) csv(c *call) val {
	cast, hasCast := c.arg(0, "cast")
	delimiter, ok := c.text(1, "delimiter")
	if !ok {
		delimiter = ","
	}
	strip, ok := c.text(2, "strip")
	if !ok {
		strip = " \t\n\r\x0b\x0c"
	}
	post, hasPost := c.arg(3, "post_process")
	return strict("decouple.Csv()", func(ev *evaluator, d *call) val {
		s, isText := d.args0().o.(strObj)
		if _, none := d.args0().o.(noneObj); none {
			return ev.list(nil)
		}
		if !isText || !plain(string(s)) || len(delimiter) != 1 {
			return unread("the call of Csv is not followed")
		}
		if strings.ContainsAny(string(s), `"'\#`) {
			return unread("quotes and comments in a list of python-decouple are not followed")
		}
		var out []val
		for _, part := range slices.DeleteFunc(strings.Split(string(s), delimiter), func(p string) bool { return p == "" }) {
			x := ofStr(strings.Trim(part, strip))
			if hasCast {
				x = ev.call(cast, &call{args: []val{x}, span: d.span, caller: d.caller})
			}
			out = append(out, x)
		}
		if hasPost {
			return ev.call(post, &call{args: []val{ev.list(out)}, span: d.span, caller: d.caller})
		}
		return ev.list(out)
	})
}
