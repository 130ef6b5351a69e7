package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/value"
)

// pydantic-settings, after https://github.com/pydantic/pydantic-settings (version 2). Validators, nested models and
// sources other than the environment and env files are not followed.

// baseSettings marks the classes that inherit from BaseSettings.
const baseSettings = "pydantic_settings.BaseSettings"

// validatorReason marks what a validator's decorator leaves behind in a class.
const validatorReason value.Clause = "the validators of pydantic are not followed"

// A pydanticField is what Field(…) gives.
type pydanticField struct{ call *call }

func pydanticLibrary() library {
	return library{
		modules: "pydantic pydantic_settings",
		member:  (*evaluator).pydanticMember,
	}
}

// pydanticMember is a member of pydantic_settings or pydantic.
func (ev *evaluator) pydanticMember(module, name string) (val, bool) {
	full := module + "." + name
	switch name {
	case "BaseSettings":
		c := &classObj{name: name, ns: ev.namespace(), names: []string{baseSettings}}
		if module != "pydantic_settings" {
			c.names = append(c.names, "pydantic.BaseSettings")
		}
		return of(c), true
	case "SettingsConfigDict", "ConfigDict":
		return ev.builtin("dict")
	case "Field":
		return native(full, func(_ *evaluator, c *call) val {
			return of(&nativeObj{name: full, data: &pydanticField{call: c}})
		}), true
	case "validator", "field_validator", "model_validator", "root_validator":
		return native(full, func(*evaluator, *call) val {
			return native(full+"()", func(*evaluator, *call) val { return unread(validatorReason) })
		}), true
	case "ValidationError":
		return ev.exceptionClass(name), true
	}
	return val{}, false
}

// A settingsModel is a subclass of BaseSettings as its configuration has it.
type settingsModel struct {
	prefix        string
	caseSensitive bool
	forbid        bool // variables of the file that are no fields are an error
	files         []val
	unread        *unknownObj
}

// modelOf reads model_config, or the class Config of old.
func (ev *evaluator) modelOf(c *classObj) settingsModel {
	m := settingsModel{forbid: true}
	set := func(key string, v val) {
		s, isText := v.o.(strObj)
		switch key {
		case "env_prefix":
			if m.prefix = string(s); !isText {
				m.unread = reasonOf(v)
			}
		case "case_sensitive":
			m.caseSensitive = ev.truth(v) == value.True
		case "extra":
			m.forbid = s == "forbid"
		case "env_file":
			switch v.o.(type) {
			case noneObj:
			case *tupleObj, *listObj:
				m.files = elemsOf(v)
			default:
				m.files = []val{v}
			}
		case "env_file_encoding", "env_nested_delimiter", "title", "frozen":
		default:
			m.unread = &unknownObj{reason: value.Why(value.OptionNotFollowed, shorten(key))}
		}
	}
	if config, ok := ev.classAttr(c, "model_config"); ok {
		d, isDict := config.o.(*dictObj)
		if !isDict || len(d.alts) != 1 || d.alts[0].rest != nil {
			m.unread = reasonOf(config)
			return m
		}
		for i, k := range d.alts[0].keys {
			key, _ := k.o.(strObj)
			set(string(key), d.alts[0].vals[i])
		}
	}
	if config, ok := ev.classAttr(c, "Config"); ok {
		if k, isClass := config.o.(*classObj); isClass {
			for _, n := range sortedNames(k.ns.bindings) {
				if v, found := ev.classAttr(k, n); found && !strings.HasPrefix(n, "_") {
					set(n, v)
				}
			}
		}
	}
	if slices.Contains(c.names, "pydantic.BaseSettings") {
		m.unread = &unknownObj{reason: value.Because("the settings of pydantic 1 are not followed")}
	}
	for _, k := range append([]*classObj{c}, c.mro...) {
		for _, n := range sortedNames(k.ns.bindings) {
			b, _ := k.ns.get(n)
			if u, unknown := b.v.o.(*unknownObj); unknown && u.reason.Equal(value.Because(validatorReason)) || n == "settings_customise_sources" || n == "__init__" {
				m.unread = &unknownObj{reason: value.Because(validatorReason)}
			}
		}
	}
	return m
}

// settingsFields are the fields of a class and those above it, the oldest first.
func settingsFields(c *classObj) []field {
	var out []field
	for _, k := range slices.Backward(append([]*classObj{c}, c.mro...)) {
		for _, f := range k.annotated {
			if f.name == "model_config" || strings.HasPrefix(f.name, "_") {
				continue
			}
			out = slices.DeleteFunc(out, func(o field) bool { return o.name == f.name })
			out = append(out, f)
		}
	}
	return out
}

// newSettings makes an instance: each field of the variable, of an env file, or of its default.
func (ev *evaluator) newSettings(c *classObj, call *call) val {
	m := ev.modelOf(c)
	file := ev.settingsFile(m, call)
	i := &instObj{class: c, ns: ev.namespace()}
	fields := settingsFields(c)
	var names []string
	invalid := ""
	for _, f := range fields {
		r, cands, alias := ev.settingsRead(m, f, call)
		names = append(names, cands...)
		ev.noteRead(r)
		v, bad := ev.settingsValue(m, f, r, cands, file, call)
		if _, given := call.arg(-1, alias); given || call.rest != nil || m.unread != nil {
			v, bad = unread("the arguments of the settings are not followed"), ""
			if m.unread != nil {
				v = derive(m.unread)
			}
		}
		if invalid == "" || bad == "SettingsError" {
			invalid = cmpText(bad, invalid)
		}
		i.ns.set(f.name, binding{v: v})
	}
	if m.unread != nil {
		ev.risk("ValidationError")
		return of(i)
	}
	for key := range file { // any one will do
		known := slices.ContainsFunc(names, func(n string) bool { return n == key || !m.caseSensitive && strings.EqualFold(n, key) })
		if s, isText := file[key].o.(strObj); m.forbid && !known && (!isText || s != "") && invalid == "" {
			invalid = "ValidationError"
		}
	}
	if invalid != "" {
		return ev.raiseAt(invalid, "a field of "+c.name+" is missing or not valid", call.span)
	}
	return of(i)
}

// cmpText returns the first text that is not empty.
func cmpText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// settingsFile is what the env files hold.
func (ev *evaluator) settingsFile(m settingsModel, c *call) map[string]val {
	out := map[string]val{}
	for _, f := range m.files {
		p, ok := ev.envFileArg(f)
		if !ok {
			ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: dotenv.PythonDotenv, Span: c.span})
			continue
		}
		r := ev.readEnvFile(p, dotenv.PythonDotenv, c.span, true)
		if r == nil || r.Refusal != nil {
			continue
		}
		for _, e := range r.Entries {
			if e.Dropped != "" {
				continue
			}
			key := e.Key
			if !m.caseSensitive {
				key = strings.ToLower(key)
			}
			out[key] = entryValue(e)
		}
	}
	return out
}

// settingsRead is the record of a field's read, the variables that it may stand in, and the name of its argument.
func (ev *evaluator) settingsRead(m settingsModel, f field, c *call) (r read, candidates []string, argument string) {
	base, argument := m.prefix+f.name, f.name
	r = read{span: f.def.trail.span(), library: "pydantic-settings", cast: annotationText(f.kind)}
	if r.span.IsZero() {
		r.span = c.span
	}
	def, has, alias := settingsDefault(f)
	if alias != "" {
		base, argument = alias, alias
	}
	r.name, candidates = strings.ToUpper(base), []string{strings.ToUpper(base), strings.ToLower(base), base}
	if m.caseSensitive {
		r.name, candidates = base, []string{base}
	}
	r.def, r.hasDef, r.required = def, has, !has
	return r, candidates, argument
}

// settingsDefault is a field's default and its alias.
func settingsDefault(f field) (def val, has bool, alias string) {
	def, has = f.def, f.def.o != nil
	n, ok := f.def.o.(*nativeObj)
	if !ok {
		_, ellipsis := def.o.(ellipsisObj)
		return def, has && !ellipsis, ""
	}
	p, ok := n.data.(*pydanticField)
	if !ok {
		return def, has, ""
	}
	def, has = p.call.arg(0, "default")
	if _, ellipsis := def.o.(ellipsisObj); ellipsis {
		has = false
	}
	for _, key := range []string{"alias", "validation_alias"} {
		if s, given := p.call.text(-1, key); given {
			alias = s
		}
	}
	return def, has, alias
}

// settingsValue is the value of a field; bad is the class of the exception that it raises, if any.
func (ev *evaluator) settingsValue(m settingsModel, f field, r read, candidates []string, file map[string]val, c *call) (v val, bad string) {
	state := env.Unset
	for _, n := range candidates {
		x := ev.variable(n)
		if x.state == env.Supplied {
			return ev.settingsCast(f.kind, readAt(x.v, n, r.span), c)
		}
		if x.state == env.External {
			state = env.External
		}
	}
	key := candidates[0]
	if !m.caseSensitive {
		key = strings.ToLower(key)
	}
	if v, ok := file[key]; ok {
		return ev.settingsCast(f.kind, v, c)
	}
	if n, ok := f.def.o.(*nativeObj); ok {
		if p, isField := n.data.(*pydanticField); isField {
			if slices.ContainsFunc(p.call.kw, func(k kwarg) bool { return k.name == "validation_alias" && !isText(k.v) || k.name == "env" }) {
				return unread("the alias of the field is not followed"), ""
			}
			if factory, given := p.call.arg(-1, "default_factory"); given {
				made, bad := ev.settingsCheck(f.kind, ev.call(factory, &call{span: c.span, caller: c.caller}), c)
				return ev.fallback(made, r.name, r.span), bad
			}
		}
	}
	switch {
	case r.hasDef && (state != env.External || !isNone(r.def)):
		checked, bad := ev.settingsCheck(f.kind, r.def, c)
		return ev.fallback(checked, r.name, r.span), bad
	case state == env.External:
		ev.risk("ValidationError")
		return of(external(r.name)), ""
	}
	return unread("the field is not set"), "ValidationError"
}

func isText(v val) bool {
	_, ok := v.o.(strObj)
	return ok
}

func isNone(v val) bool {
	_, ok := v.o.(noneObj)
	return ok
}

// annotationText names a field's type for the record of its read.
func annotationText(e python.Expr) string {
	switch e := e.(type) {
	case *python.Name:
		return strings.ToLower(e.ID)
	case *python.Attribute:
		return strings.ToLower(e.Attr)
	case *python.Subscript:
		if outer := annotationText(e.Value); outer != "optional" {
			return outer
		}
		return annotationText(e.Index)
	case *python.BinOp:
		if c, ok := e.Right.(*python.Constant); ok && c.Kind == python.ConstNone {
			return annotationText(e.Left)
		}
	}
	return ""
}
