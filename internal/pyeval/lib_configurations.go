package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// django-configurations, after https://github.com/jazzband/django-configurations: configurations/importer.py, base.py and
// values.py. The settings are the upper-case attributes of the class that DJANGO_CONFIGURATION names.

// A configValue is a Value object of configurations.values whose variable is named after the attribute that it becomes.
type configValue struct {
	class string
	call  *call
}

func (*configValue) typeName() string { return "Value" }

// configurationClass is configurations.Configuration.
func (ev *evaluator) configurationClass() *classObj {
	if ev.configuration == nil {
		ev.configuration = &classObj{name: "Configuration", ns: ev.namespace(), names: []string{"Configuration"}}
		ev.configuration.ns.set("__getattr__", binding{v: native("configurations.Configuration.__getattr__", func(*evaluator, *call) val {
			return unread("it is Django's default, which configurations inherit")
		})})
		for _, n := range []string{"pre_setup", "setup", "post_setup"} {
			ev.configuration.ns.set(n, binding{v: ignored("configurations.Configuration." + n)})
		}
	}
	return ev.configuration
}

func configurationsLibrary() library {
	return library{
		modules: "configurations configurations.base configurations.values",
		member:  (*evaluator).configurationsMember,
	}
}

// configurationsMember is a member of configurations or configurations.values.
func (ev *evaluator) configurationsMember(module, name string) (val, bool) {
	if module != "configurations.values" {
		if name == "Configuration" {
			return of(ev.configurationClass()), true
		}
		return val{}, false
	}
	switch name {
	case "Value", "BooleanValue", "IntegerValue", "PositiveIntegerValue", "FloatValue", "DecimalValue", "ListValue", "TupleValue",
		"SetValue", "DictValue", "SingleNestedListValue", "SingleNestedTupleValue", "BackendsValue", "URLValue", "EmailValue", "IPValue",
		"RegexValue", "PathValue", "SecretValue", "DatabaseURLValue", "CacheURLValue", "EmailURLValue", "SearchURLValue":
		return native("configurations.values."+name, func(ev *evaluator, c *call) val {
			if c.rest != nil {
				return derive(c.rest)
			}
			return ev.newValue(&configValue{class: name, call: c})
		}), true
	}
	return val{}, false
}

// newValue is the call of a class of values: the value itself where that does not wait for the name of the attribute.
func (ev *evaluator) newValue(v *configValue) val {
	if failed := ev.checkValue(v); ev.exc != nil {
		return failed
	}
	late, _ := v.call.arg(-1, "late_binding")
	if v.isURL() || late.o != nil && ev.truth(late) != value.False {
		return of(v)
	}
	name, hasName := v.call.text(2, "environ_name")
	def, _ := v.call.arg(0, "default")
	fromEnviron := v.fromEnviron(ev)
	if fromEnviron && hasName && name != "" || !fromEnviron && def.o != nil && ev.truth(def) == value.True {
		return ev.setupValue(v, name)
	}
	return of(v)
}

// fromEnviron reports whether a value looks at the environment.
func (v *configValue) fromEnviron(ev *evaluator) bool {
	e, ok := v.call.arg(1, "environ")
	return v.class == "SecretValue" || !ok || ev.truth(e) != value.False
}

// isURL reports whether a value is a URL that one variable without a prefix holds.
func (v *configValue) isURL() bool {
	return strings.HasSuffix(v.class, "URLValue") && v.class != "URLValue"
}

// checkValue is what the constructors insist on.
func (ev *evaluator) checkValue(v *configValue) val {
	def, given := v.call.arg(0, "default")
	if !given {
		def = ofNone()
	}
	switch v.class {
	case "BooleanValue":
		if ev.equal(def, ofBool(true)) == value.False && ev.equal(def, ofBool(false)) == value.False {
			return ev.raiseAt("ValueError", "the default is no truth value", v.call.span)
		}
	case "SecretValue":
		if _, none := def.o.(noneObj); !none && !isUnknown(def.o) {
			return ev.raiseAt("ValueError", "a secret has no default", v.call.span)
		}
	case "EmailValue", "IPValue", "URLValue", "RegexValue":
		if ev.truth(def) == value.True {
			return ev.convertValue(v.class, def, v.call)
		}
	}
	return val{}
}

// setupValue is Value.setup: the variable's value converted, or the default. The attribute is the one that it is bound to.
func (ev *evaluator) setupValue(v *configValue, attribute string) val {
	c := v.call
	r := read{name: strings.ToUpper(attribute), span: c.span, library: "django-configurations", cast: castOfValue(v.class)}
	prefix := "DJANGO"
	if v.isURL() {
		prefix, r.name = "", strings.ToUpper(strings.TrimSuffix(v.class, "URLValue"))+"_URL"
	}
	if n, ok := c.text(2, "environ_name"); ok && n != "" {
		r.name = n
	}
	if p, ok := c.arg(3, "environ_prefix"); ok {
		s, isText := p.o.(strObj)
		if _, none := p.o.(noneObj); !isText && !none {
			return derive(reasonOf(p))
		}
		prefix = strings.TrimSuffix(string(s), "_")
	}
	if prefix != "" {
		r.name = prefix + "_" + r.name
	}
	def, given := c.arg(0, "default")
	if d, isValue := def.o.(*configValue); isValue {
		def, given = d.call.arg(0, "default")
	}
	def = ev.defaultOfValue(v, def, given)
	if ev.exc != nil {
		return def
	}
	out := def
	if v.fromEnviron(ev) {
		q, _ := c.arg(4, "environ_required")
		r.required = v.class == "SecretValue" || q.o != nil && ev.truth(q) != value.False
		if !r.required {
			r.def, r.hasDef = def, true
		}
		out = ev.environValue(v, r)
	}
	if ev.exc != nil {
		return out
	}
	switch v.class {
	case "SecretValue":
		if ev.truth(out) == value.False {
			return ev.raiseAt("ValueError", "the secret is empty", c.span)
		}
	case "PathValue":
		return ev.lift(out, func(p val) val { return ev.pathValue(p, c) })
	}
	return out
}

// environValue is the variable converted, or the default.
func (ev *evaluator) environValue(v *configValue, r read) val {
	ev.noteRead(r)
	x := ev.variable(r.name)
	if x.state != env.Supplied {
		if !r.hasDef {
			return ev.missingVariable(r, x.state, "ValueError")
		}
		_, none := r.def.o.(noneObj)
		if x.state == env.External && (none || v.isURL() && ev.truth(r.def) == value.False) {
			return of(external(r.name))
		}
		return ev.fallback(r.def, r.name, r.span)
	}
	s := readAt(x.v, r.name, r.span)
	return ev.lift(s, func(s val) val { return carry(ev.convertValue(v.class, s, v.call), s) })
}

// pathValue is what PathValue does besides: the path must be there.
func (ev *evaluator) pathValue(p val, c *call) val {
	s, ok := pathText(p)
	switch {
	case isUnknown(p.o):
		return p
	case !ok:
		return ev.raiseAt("TypeError", "the path is no text", c.span)
	case strings.HasPrefix(s, "~"):
		return notKnown(value.Host, value.DependsOn("the user that the process runs as"))
	}
	if check, given := c.arg(-1, "check_exists"); !given || ev.truth(check) != value.False {
		rel, in := relative(s)
		if file, dir := ev.exists(rel); in && !file && !dir && ev.closed() {
			return ev.raiseAt("ValueError", "the path is not there", c.span)
		}
		ev.risk("ValueError")
	}
	if !isAbsolute(s) {
		return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
	}
	return val{o: strObj(normalize(s)), trail: p.trail}
}

// configure fills a module whose settings are the attributes of a configuration class, as the importer of
// django-configurations does. It does nothing for any other module.
func (ev *evaluator) configure(m *moduleObj) {
	if ev.configuration == nil || m.tree == nil || ev.exc != nil {
		return
	}
	found := false
	for _, b := range m.ns.all() { // only whether there is one
		c, ok := b.v.o.(*classObj)
		found = found || ok && slices.Contains(c.mro, ev.configuration)
	}
	if !found {
		return
	}
	ev.sc = &scope{ns: m.ns, mod: m, globals: map[string]bool{}}
	defer func() { ev.sc = nil }()
	name, why := ev.configurationName()
	b, _ := m.ns.get(name)
	c, isClass := b.v.o.(*classObj)
	switch {
	case why == nil && (!isClass || !slices.Contains(c.mro, ev.configuration)):
		why = &unknownObj{reason: value.Why(value.ConfigurationMissing, shorten(name))}
	case why == nil && c.opaque != nil:
		why = c.opaque
	}
	if why != nil {
		ev.havocNamespace(m.ns, why)
		return
	}
	ev.exportConfiguration(m, c)
}

// configurationName is the class that DJANGO_CONFIGURATION names, or why that is not known.
func (ev *evaluator) configurationName() (string, *unknownObj) {
	x := ev.variable("DJANGO_CONFIGURATION")
	if s, ok := x.v.o.(strObj); ok {
		return string(s), nil
	}
	if ev.opt.Configuration != "" && x.v.o == nil {
		return ev.opt.Configuration, nil
	}
	return "", &unknownObj{
		cause: value.External, waits: []string{"DJANGO_CONFIGURATION"},
		reason: value.Because("DJANGO_CONFIGURATION says which class gives it, and no file in the repository supplies that"),
	}
}

func (ev *evaluator) exportConfiguration(m *moduleObj, c *classObj) {
	at := source.Span{}
	hook := func(name string) {
		if f, ok := ev.classAttr(c, name); ok && ev.exc == nil {
			ev.call(ev.bound(f, of(c)), &call{span: at, caller: m})
		}
	}
	ev.configurationDotenv(c)
	hook("pre_setup")
	var layers []bindings
	var email []string // what an EmailURLValue sets
	for _, k := range append([]*classObj{c}, c.mro...) {
		layers = append(layers, k.ns.bindings)
	}
	for _, n := range append(sortedNames(layers...), email...) {
		if n != strings.ToUpper(n) || strings.HasPrefix(n, "_") {
			continue
		}
		v, ok := ev.classAttr(c, n)
		if late, isValue := v.o.(*configValue); ok && isValue && ev.exc == nil {
			ev.touch(c.ns)
			set := ev.setupValue(late, n)
			if set.trail.span().IsZero() {
				set.trail = set.trail.onto(v.trail)
			}
			c.ns.set(n, binding{v: set})
			if d, isDict := set.o.(*dictObj); isDict && late.class == "EmailURLValue" && len(d.alts) == 1 {
				for i, k := range d.alts[0].keys {
					if name, isText := k.o.(strObj); isText {
						c.ns.set(string(name), binding{v: d.alts[0].vals[i]})
						email = append(email, string(name))
					}
				}
			}
		}
	}
	hook("setup")
	self := of(&instObj{class: c, ns: ev.namespace()})
	for _, n := range append(sortedNames(layers...), email...) {
		if n != strings.ToUpper(n) || strings.ToLower(n) == n || strings.HasPrefix(n, "_") || ev.exc != nil {
			continue
		}
		v := ev.getAttr(self, n, at)
		if f, isMethod := v.o.(*funcObj); isMethod && ev.exc == nil {
			v = ev.call(v, &call{span: ev.spanOf(f.def.NamePos), caller: m})
			if late, isValue := v.o.(*configValue); isValue && ev.exc == nil {
				v = ev.setupValue(late, n)
			}
		}
		if ev.exc == nil {
			ev.bindIn(m.ns, n, binding{v: v})
		}
	}
	hook("post_setup")
}

// configurationDotenv loads the file that the attribute DOTENV names, as Configuration.load_dotenv does.
func (ev *evaluator) configurationDotenv(c *classObj) {
	v, ok := ev.classAttr(c, "DOTENV")
	if !ok || ev.truth(v) == value.False {
		return
	}
	at := v.trail.span()
	p, known := ev.envFileArg(v)
	if !known {
		ev.touch(ev.environ)
		ev.environ.murky = &unknownObj{cause: value.Unread, reason: value.Because("which env file DOTENV names is not known")}
		return
	}
	r := ev.readEnvFileAs(p, dotenv.Reader{Dialect: dotenv.DjangoEnviron07, NoExport: true}, at)
	switch {
	case r != nil:
		ev.loadEntries(r, p, envLoad{keepFirst: true})
	case ev.closed():
		ev.raiseAt("ImproperlyConfigured", "the env file that DOTENV names is not there", at)
	}
}
