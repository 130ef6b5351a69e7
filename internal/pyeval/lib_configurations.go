package pyeval

import (
	"slices"
	"strings"

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
		ev.configuration = &classObj{name: "Configuration", ns: ev.namespace(), names: []string{"object"}}
		for _, n := range []string{"pre_setup", "setup", "post_setup"} {
			ev.configuration.ns.set(n, binding{v: ignored("configurations.Configuration." + n)})
		}
	}
	return ev.configuration
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
	case "Value", "BooleanValue", "IntegerValue", "PositiveIntegerValue", "FloatValue", "ListValue", "TupleValue", "SetValue",
		"URLValue", "EmailValue", "IPValue", "RegexValue", "SecretValue", "DatabaseURLValue":
		return native("configurations.values."+name, func(ev *evaluator, c *call) val {
			v := &configValue{class: name, call: c}
			if c.rest != nil {
				return derive(c.rest)
			}
			late, _ := c.arg(-1, "late_binding")
			if n, ok := c.text(-1, "environ_name"); ok && late.o == nil {
				return ev.setupValue(v, n)
			}
			if name == "DatabaseURLValue" {
				return ev.setupValue(v, "DATABASE_URL")
			}
			return of(v)
		}), true
	}
	return val{}, false
}

// setupValue is Value.setup: the variable's value converted, or the default. The attribute is the one that it is bound to.
func (ev *evaluator) setupValue(v *configValue, attribute string) val {
	c := v.call
	r := read{name: strings.ToUpper(attribute), span: c.span, library: "configurations", cast: castOfValue(v.class)}
	if n, ok := c.text(-1, "environ_name"); ok {
		r.name = strings.ToUpper(n)
	}
	prefix := "DJANGO"
	if p, ok := c.arg(-1, "environ_prefix"); ok {
		s, isText := p.o.(strObj)
		if _, none := p.o.(noneObj); !isText && !none {
			return derive(reasonOf(p))
		}
		prefix = strings.TrimSuffix(string(s), "_")
	} else if v.class == "DatabaseURLValue" {
		prefix = ""
	}
	if prefix != "" {
		r.name = strings.ToUpper(prefix) + "_" + r.name
	}
	r.def, r.hasDef = c.arg(0, "default")
	if v.class == "SecretValue" {
		r.hasDef, r.required = false, true
	}
	if q, ok := c.arg(-1, "environ_required"); ok && ev.truth(q) != value.False {
		r.hasDef, r.required = false, true
	}
	if e, ok := c.arg(1, "environ"); ok && ev.truth(e) == value.False {
		return ev.defaultOfValue(v.class, r.def, r.hasDef)
	}
	if v.class == "DatabaseURLValue" {
		return ev.databaseURLValue(r)
	}
	if !r.hasDef && !r.required {
		r.def, r.hasDef = ofNone(), true
	}
	if r.hasDef {
		r.def = ev.defaultOfValue(v.class, r.def, true)
	}
	got := ev.getVariable(r)
	if got.trail == nil || !got.trail.env || got.trail.step.How == value.Fallback {
		return got
	}
	return ev.lift(got, func(s val) val { return carry(ev.convertValue(v.class, s, c), s) })
}

// databaseURLValue is DATABASES of one URL.
func (ev *evaluator) databaseURLValue(r read) val {
	config := &call{kw: []kwarg{{"env", ofStr(r.name)}}, span: r.span, caller: ev.sc.mod}
	if r.hasDef {
		config.kw = append(config.kw, kwarg{"default", r.def})
	}
	v := ev.djConfig(config)
	if u, ok := v.o.(*unknownObj); ok {
		return val{o: u, trail: v.trail}
	}
	t := newTable()
	t.setStr("default", v)
	d := ev.dict(t)
	d.trail = v.trail
	return d
}

func castOfValue(class string) string {
	switch class {
	case "BooleanValue":
		return "bool"
	case "IntegerValue", "PositiveIntegerValue":
		return "int"
	case "FloatValue":
		return "float"
	case "ListValue":
		return "list"
	case "TupleValue":
		return "tuple"
	case "SetValue":
		return "set"
	case "DatabaseURLValue":
		return "url"
	}
	return ""
}

// defaultOfValue is a default as the class keeps it: sequences are made of their own type, the rest stays what it is.
func (ev *evaluator) defaultOfValue(class string, def val, ok bool) val {
	if !ok {
		def = ofNone()
	}
	name := castOfValue(class)
	if name != "list" && name != "tuple" && name != "set" {
		return def
	}
	if _, none := def.o.(noneObj); none {
		def = tupleOf()
	}
	f, _ := ev.builtin(name)
	made := ev.call(f, &call{args: []val{def}, span: ev.here(), caller: ev.sc.mod})
	if made.trail == nil {
		made.trail = def.trail
	}
	return made
}

// convertValue is Value.to_python.
func (ev *evaluator) convertValue(class string, v val, c *call) val {
	s, ok := v.o.(strObj)
	if !ok {
		return derive(reasonOf(v))
	}
	switch name := castOfValue(class); name {
	case "bool":
		switch strings.ToLower(strings.TrimSpace(string(s))) {
		case "yes", "y", "true", "1":
			return ofBool(true)
		case "no", "n", "false", "0", "":
			return ofBool(false)
		}
		return ev.raiseAt("ValueError", "the variable is no truth value", c.span)
	case "int", "float":
		f, _ := ev.builtin(name)
		return ev.call(f, &call{args: []val{v}, span: c.span, caller: c.caller})
	case "list", "tuple", "set":
		separator := ","
		if sep, given := c.arg(-1, "separator"); given {
			text, isText := sep.o.(strObj)
			if !isText || text == "" {
				return derive(reasonOf(sep))
			}
			separator = string(text)
		}
		if _, given := c.arg(-1, "converter"); given {
			return unread("the converter of the value is not followed")
		}
		var elems []val
		for part := range strings.SplitSeq(string(s), separator) {
			if part = strings.TrimSpace(part); part != "" {
				elems = append(elems, val{o: strObj(part), trail: v.trail})
			}
		}
		switch name {
		case "tuple":
			return tupleOf(elems...)
		case "set":
			return ev.makeSet(elems, c.span)
		}
		return ev.list(elems)
	}
	return ofStr(string(s))
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
		why = &unknownObj{reason: "DJANGO_CONFIGURATION names " + shorten(name) + ", which is no configuration of the module"}
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
		reason: "DJANGO_CONFIGURATION says which class gives it, and no file in the repository supplies that",
	}
}

func (ev *evaluator) exportConfiguration(m *moduleObj, c *classObj) {
	at := source.Span{}
	hook := func(name string) {
		if f, ok := ev.classAttr(c, name); ok && ev.exc == nil {
			ev.call(ev.bound(f, of(c)), &call{span: at, caller: m})
		}
	}
	hook("pre_setup")
	var layers []bindings
	for _, k := range append([]*classObj{c}, c.mro...) {
		layers = append(layers, k.ns.bindings)
	}
	for _, n := range sortedNames(layers...) {
		v, ok := ev.classAttr(c, n)
		if late, isValue := v.o.(*configValue); ok && isValue && ev.exc == nil {
			ev.touch(c.ns)
			set := ev.setupValue(late, n)
			if set.trail.span().IsZero() {
				set.trail = set.trail.onto(v.trail)
			}
			c.ns.set(n, binding{v: set})
		}
	}
	hook("setup")
	self := of(&instObj{class: c, ns: ev.namespace()})
	for _, n := range sortedNames(layers...) {
		if n != strings.ToUpper(n) || strings.ToLower(n) == n || strings.HasPrefix(n, "_") || ev.exc != nil {
			continue
		}
		if v := ev.getAttr(self, n, at); ev.exc == nil {
			ev.bindIn(m.ns, n, binding{v: v})
		}
	}
	hook("post_setup")
}
