package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// python-decouple, after https://github.com/HBNetwork/python-decouple/blob/master/decouple.py.

// A decoupleConfig is a Config: where it looks after os.environ.
type decoupleConfig struct {
	auto   bool   // AutoConfig: settings.ini or .env from the calling file's folder upward
	dir    string // where an AutoConfig starts, if it was told
	repo   *decoupleRepository
	loaded bool
}

// A decoupleRepository is one of the Repository classes.
type decoupleRepository struct {
	kind string // "Env", "Ini", "Secret", "Empty"
	path string // "" where it is not known
	vars map[string]val
	ini  *iniFile
	// unread is set where the repository's content is not known.
	unread *unknownObj
}

func decoupleLibrary() library {
	return library{
		modules:       "decouple",
		distributions: "python-decouple",
		member:        func(ev *evaluator, _, name string) (val, bool) { return ev.decoupleMember(name) },
	}
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
			d := &decoupleConfig{loaded: true}
			v, _ := c.arg(0, "repository")
			if n, ok := v.o.(*nativeObj); ok {
				d.repo, _ = n.data.(*decoupleRepository)
			}
			if d.repo == nil {
				d.repo = &decoupleRepository{unread: &unknownObj{cause: value.Unread, reason: value.Because("the repository of the Config is not followed")}}
			}
			return of(d.object())
		}), true
	case "RepositoryEnv", "RepositoryIni", "RepositorySecret", "RepositoryEmpty":
		return native("decouple."+name, func(ev *evaluator, c *call) val {
			r := &decoupleRepository{kind: strings.TrimPrefix(name, "Repository")}
			if v, ok := c.arg(0, "source"); ok {
				r.path, _ = ev.envFileArg(v)
			}
			ev.readRepository(r, c.span)
			return of(&nativeObj{name: "decouple.Repository", data: r})
		}), true
	case "Csv":
		return native("decouple.Csv", (*evaluator).csv), true
	case "Choices":
		return native("decouple.Choices", (*evaluator).choices), true
	case "UndefinedValueError":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

func (d *decoupleConfig) object() *nativeObj {
	n := &nativeObj{name: "decouple.config", data: d}
	n.call = d.get
	n.attrs = func(_ *evaluator, name string) (val, bool) {
		switch {
		case name == "get" && !d.auto:
			return native("decouple.config.get", d.get), true
		case name == "encoding" || name == "SUPPORTED":
			return notKnown(value.Unread, value.Why(value.AttributeOfNotFollowed, name, "decouple's config")), true
		}
		return val{}, false
	}
	return n
}

// readRepository reads what a repository stands on.
func (ev *evaluator) readRepository(r *decoupleRepository, at source.Span) {
	r.vars = map[string]val{}
	missing := func() {
		if ev.closed() && r.path != "" {
			ev.raiseAt("FileNotFoundError", "the file of the repository is not there", at)
		}
		ev.risk("OSError")
		r.unread = &unknownObj{cause: value.External, reason: value.Because("it comes from a file that is not in the repository")}
	}
	switch r.kind {
	case "Env":
		reading := ev.readEnvFile(r.path, dotenv.Decouple, at, false)
		if reading == nil {
			missing()
			return
		}
		for _, e := range reading.Entries {
			if e.Dropped == "" {
				r.vars[e.Key] = entryValue(e)
			}
		}
	case "Ini":
		var f *source.File
		if file, _ := ev.exists(r.path); file {
			f = ev.open(r.path)
		}
		if f == nil {
			missing()
			return
		}
		r.ini = newINI("ConfigParser")
		ev.parseINI(r.ini, f, at)
	case "Secret":
		if _, dir := ev.exists(r.path); dir && r.path != "" {
			return // each secret is a file of its own
		}
		r.unread = &unknownObj{cause: value.External, reason: value.Because("it comes from a folder of secrets on the server")}
	}
}

// load finds and reads an AutoConfig's file, once.
func (d *decoupleConfig) load(ev *evaluator, c *call) {
	if d.loaded {
		return
	}
	d.loaded = true
	dir := d.dir
	if dir == "" {
		dir = callerDir(c)
	}
	d.repo = &decoupleRepository{kind: "Empty", vars: map[string]val{}}
	found, ok := ev.findUp(dir, "settings.ini", ".env")
	switch {
	case !ok:
		ev.envFiles = append(ev.envFiles, EnvFileLoad{Path: path.Join(dir, ".env"), Dialect: dotenv.Decouple, Span: c.span})
		return
	case strings.HasSuffix(found, ".ini"):
		d.repo.kind = "Ini"
	case ev.opt.Untracked != nil && ev.opt.Untracked(found):
		ev.readEnvFile(found, dotenv.Decouple, c.span, false) // noted, and not read
		return
	default:
		d.repo.kind = "Env"
	}
	d.repo.path = found
	ev.readRepository(d.repo, c.span)
}

// lookup returns what the repository has under a name.
func (r *decoupleRepository) lookup(ev *evaluator, name string, at source.Span) (val, bool) {
	if secret := path.Join(r.path, name); r.kind == "Secret" && r.unread == nil {
		if file, _ := ev.exists(secret); !file || strings.Contains(name, "/") {
			return val{}, false
		}
		return ev.fileContent(ofStr(value.RootMark+"/"+secret), name), true
	}
	if r.ini == nil {
		v, ok := r.vars[name]
		return v, ok
	}
	if r.ini.unread != nil {
		return derive(r.ini.unread), true
	}
	o, ok := r.ini.find("settings", name)
	if !ok || !slices.Contains(r.ini.sections, "settings") {
		return val{}, false
	}
	return ev.iniValue(r.ini, "settings", o, at), true
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
	if hasCast {
		r.cast = castName(cast)
	}
	r.required = !r.hasDef
	ev.noteRead(r)
	if ev.exc != nil {
		return unread("the repository of decouple cannot be read")
	}
	x := ev.variable(name)
	v, state := x.v, x.state
	if state != env.Supplied {
		if inFile, ok := d.repo.lookup(ev, name, c.span); ok {
			v, state = inFile, env.Supplied
		}
	}
	switch {
	case ev.exc != nil:
		return v
	case state == env.Supplied:
		v = readAt(v, name, c.span)
	case d.repo.unread != nil && !r.hasDef:
		ev.risk("UndefinedValueError")
		return of(d.repo.unread)
	case !r.hasDef:
		return ev.missingVariable(r, state, "UndefinedValueError")
	default:
		if _, none := r.def.o.(noneObj); none && state == env.External {
			return of(external(name))
		}
		v = r.def
	}
	if hasCast {
		out := ev.decoupleCast(v, cast, c)
		if out.trail == nil || state == env.Supplied {
			out.trail = v.trail
		}
		v = out
	}
	if state != env.Supplied {
		return ev.fallback(v, name, c.span)
	}
	return v
}

func (ev *evaluator) decoupleCast(v, cast val, c *call) val {
	if !castIs(cast, "bool") {
		return ev.call(cast, &call{args: []val{v}, span: c.span, caller: c.caller})
	}
	return ev.lift(v, func(v val) val {
		if u, ok := v.o.(*unknownObj); ok {
			ev.risk("ValueError")
			return derive(u)
		}
		s, ok := ev.strOf(v).o.(strObj)
		if !ok {
			return ev.raiseAt("ValueError", "the value is no truth value", c.span) // no text of a container is one
		}
		switch strings.ToLower(string(s)) {
		case "y", "yes", "t", "true", "on", "1":
			return ofBool(true)
		case "n", "no", "f", "false", "off", "0", "":
			return ofBool(false)
		}
		return ev.raiseAt("ValueError", "the variable is no truth value", c.span)
	})
}

// choices is Choices(flat, cast, choices).
func (ev *evaluator) choices(c *call) val {
	cast, ok := c.arg(1, "cast")
	if !ok {
		cast, _ = ev.builtin("str")
	}
	var valid []val
	if flat, given := c.arg(0, "flat"); given {
		valid = append(valid, elemsOf(flat)...)
	}
	if pairs, given := c.arg(2, "choices"); given {
		for _, p := range elemsOf(pairs) {
			if pair := elemsOf(p); len(pair) == 2 {
				valid = append(valid, pair[0])
			} else {
				valid = append(valid, unread("the choices are not followed"))
			}
		}
	}
	return strict("decouple.Choices", func(ev *evaluator, d *call) val {
		v := ev.call(cast, &call{args: []val{d.args0()}, span: d.span, caller: d.caller})
		if ev.exc != nil {
			return v
		}
		switch ev.containsElem(valid, v) {
		case value.False:
			return ev.raiseAt("ValueError", "the value is none of the choices", d.span)
		case value.Undecided:
			ev.risk("ValueError")
		default:
		}
		return v
	})
}
