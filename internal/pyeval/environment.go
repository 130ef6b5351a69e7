package pyeval

import (
	"maps"
	"slices"

	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// An environment is os.environ as the code changes it: what it assigned, what it loaded from files, then what the
// process was given.
type environment struct {
	birth    int
	assigned map[string]val // absentObj for a variable that was taken away
	loaded   map[string]val // of env files that do not override
	names    []string       // of both, in order of their first appearance
	// murky is set when variables may have been set that are not known, such as by a file that is not read.
	murky *unknownObj
}

// An environObj is os.environ.
type environObj struct{ e *environment }

func (*environObj) typeName() string { return "_Environ" }

func newEnvironment(ev *evaluator) *environment {
	return &environment{birth: ev.now(), assigned: map[string]val{}, loaded: map[string]val{}}
}

type environContent struct {
	assigned, loaded map[string]val
	names            []string
	murky            *unknownObj
}

func (e *environment) born() int { return e.birth }

func cloneVars(m map[string]val) map[string]val {
	out := make(map[string]val, len(m))
	maps.Copy(out, m)
	return out
}

func (e *environment) snapshot() any {
	return environContent{cloneVars(e.assigned), cloneVars(e.loaded), append([]string(nil), e.names...), e.murky}
}

func (e *environment) restore(content any) {
	c := content.(environContent)
	e.assigned, e.loaded = cloneVars(c.assigned), cloneVars(c.loaded)
	e.names, e.murky = append([]string(nil), c.names...), c.murky
}

func (e *environment) merge(ev *evaluator, a, b any, f *fork) {
	x, y := a.(environContent), b.(environContent)
	e.restore(x)
	for _, n := range y.names {
		e.remember(n)
	}
	e.assigned = mergeVars(ev, x.assigned, y.assigned, e.names, f)
	e.loaded = mergeVars(ev, x.loaded, y.loaded, e.names, f)
	if e.murky == nil {
		e.murky = y.murky
	}
}

// mergeVars joins two sets of variables; one that only one side has stays unknown until it is looked up.
func mergeVars(ev *evaluator, x, y map[string]val, names []string, f *fork) map[string]val {
	out := map[string]val{}
	for _, n := range names {
		p, inX := x[n]
		q, inY := y[n]
		switch {
		case inX && inY:
			out[n] = ev.join(p, q, f)
		case inX || inY:
			why := &unknownObj{cause: value.Unread, reason: value.Why(value.VariableUndecided, n)}
			out[n] = of(why)
		}
	}
	return out
}

func (e *environment) widen(_ *evaluator, a, b any, why *unknownObj) bool {
	x, y := a.(environContent), b.(environContent)
	e.restore(y)
	changed := false
	for _, n := range y.names {
		if p, ok := x.assigned[n]; !ok || !same(p.o, y.assigned[n].o) {
			if _, now := y.assigned[n]; now {
				e.assigned[n] = derive(why)
				changed = changed || !ok || !isUnknown(p.o)
			}
		}
	}
	return changed
}

func (e *environment) havoc(_ *evaluator, why *unknownObj) { e.murky = why }

func (e *environment) remember(name string) {
	if !slices.Contains(e.names, name) {
		e.names = append(e.names, name)
	}
}

// A variable is what is known of an environment variable where the code reads it.
type variable struct {
	state env.State
	v     val // of a supplied one
}

// variable looks a variable up.
func (ev *evaluator) variable(name string) variable {
	if v, ok := ev.environ.assigned[name]; ok {
		if _, gone := v.o.(absentObj); gone {
			return variable{state: env.Unset}
		}
		return variable{state: env.Supplied, v: v}
	}
	a := ev.opt.Env.Lookup(name)
	if a.State == env.Supplied {
		return variable{state: env.Supplied, v: ev.supplied(name, a.Value, a.Span, a.Origin)}
	}
	if v, ok := ev.environ.loaded[name]; ok {
		return variable{state: env.Supplied, v: v}
	}
	if ev.environ.murky != nil {
		return variable{state: env.Supplied, v: derive(ev.environ.murky)}
	}
	return variable{state: a.State}
}

// supplied turns a variable's value into a str object whose trail names the variable and its place.
func (ev *evaluator) supplied(name string, v value.Value, at source.Span, origin string) val {
	text := name + " is supplied"
	if origin != "" {
		text += " by " + origin
	}
	t := (*trail)(nil).add(value.Step{How: value.Env, Span: at, Name: name, Text: text})
	if v.Kind() == value.Str {
		s := v.Payload()
		if len(s) > maxString {
			return notKnown(value.Limit, value.Why(value.VariableTooLong, name))
		}
		return val{o: strObj(s), trail: t}
	}
	return val{o: &unknownObj{cause: v.Cause, reason: v.Reason, waits: v.Waits}, trail: t}
}

// readAt notes the place of the read in the trail of a value that a variable supplied.
func readAt(v val, name string, at source.Span) val {
	if v.trail != nil && v.trail.step.How == value.Env && v.trail.step.Name == name {
		t := *v.trail
		t.read, t.list = at, nil
		if t.step.Span.IsZero() {
			t.step.Span = at
		}
		v.trail = &t
	}
	return v
}

// external is a variable that nothing in the repository supplies.
func external(name string) *unknownObj {
	return &unknownObj{
		cause: value.External, waits: []string{name}, use: value.Taken,
		reason: value.Why(value.VariableUnsupplied, name),
	}
}

// fallback is a default in the code, taken because nothing supplies the variable.
func (ev *evaluator) fallback(v val, name string, at source.Span) val {
	what := name
	if what == "" {
		what = "it" // a key of a file, say
	}
	step := value.Step{How: value.Fallback, Span: at, Name: name, Text: what + " is not supplied: the default in the code"}
	if name != "" && ev.variable(name).state == env.Unset {
		step.How = value.Settled
	}
	v.trail = link(step, at, v.trail)
	return v
}

// A read describes one read of a variable by some library.
type read struct {
	name     string
	span     source.Span
	library  string
	cast     string
	def      val
	hasDef   bool
	required bool
}

// note records a read; one place that reads one variable counts once.
func (ev *evaluator) noteRead(r read) {
	for i := range ev.reads {
		if ev.reads[i].Span == r.span && ev.reads[i].Name == r.name {
			return
		}
	}
	e := EnvRead{Name: r.name, Span: r.span, Library: r.library, Cast: r.cast, Required: r.required}
	if r.hasDef {
		x := newExporter(ev)
		e.Default, e.HasDefault = x.value(r.def), true
	}
	ev.reads = append(ev.reads, e)
}

// defaultRead completes the record of a read whose default stands beside it: os.environ.get("X") or "default".
func (ev *evaluator) defaultRead(u *unknownObj, def val, at source.Span) {
	if len(u.waits) != 1 {
		return
	}
	for i := len(ev.reads) - 1; i >= 0; i-- {
		r := &ev.reads[i]
		if r.Name == u.waits[0] && r.Span.File == at.File && !r.HasDefault && r.Span.End <= at.Start {
			x := newExporter(ev)
			r.Default, r.HasDefault = x.value(def), true
			return
		}
	}
}

// getVariable reads a variable the way os.environ.get does; required says that a missing one raises.
func (ev *evaluator) getVariable(r read) val {
	ev.noteRead(r)
	x := ev.variable(r.name)
	if x.state == env.Supplied {
		return readAt(x.v, r.name, r.span)
	}
	if r.hasDef {
		if _, none := r.def.o.(noneObj); !none {
			return ev.fallback(r.def, r.name, r.span)
		}
	}
	if x.state == env.External {
		u := external(r.name)
		u.raw = !r.required
		if u.raw {
			u.unset = noneObj{}
		}
		if r.required {
			if t := ev.excuse(r.name); t != nil {
				ev.raise(&exception{
					class: "KeyError", message: "the variable " + r.name + " is not set", span: r.span, variable: r.name, excuse: t,
				})
				return of(u)
			}
			ev.risk("KeyError")
		}
		return of(u)
	}
	if r.required {
		ev.raise(&exception{class: "KeyError", message: "the variable " + r.name + " is not set", span: r.span, variable: r.name})
		return notKnown(value.Unread, value.Why(value.VariableNotSet, r.name))
	}
	return ev.fallback(ofNone(), r.name, r.span)
}

func (ev *evaluator) environHas(name string) value.Tri {
	switch x := ev.variable(name); x.state {
	case env.Supplied:
		if isUnknown(x.v.o) && ev.environ.murky != nil {
			return value.Undecided
		}
		return value.True
	case env.Unset:
		return value.False
	default:
		return value.Undecided
	}
}

// environItem is os.environ[name].
func (ev *evaluator) environItem(index val, at source.Span) val {
	s, ok := index.o.(strObj)
	if !ok {
		ev.risk("KeyError")
		return derive(reasonOf(index))
	}
	return ev.getVariable(read{name: string(s), span: at, library: "os", required: true})
}

func (ev *evaluator) setEnviron(index, v val, at source.Span) {
	s, ok := index.o.(strObj)
	ev.touch(ev.environ)
	if !ok {
		ev.environ.murky = reasonOf(index)
		return
	}
	ev.environ.remember(string(s))
	ev.environ.assigned[string(s)] = ev.assigned(v, at)
}

func (ev *evaluator) delEnviron(index val) {
	s, ok := index.o.(strObj)
	ev.touch(ev.environ)
	if !ok {
		ev.environ.murky = reasonOf(index)
		return
	}
	ev.environ.remember(string(s))
	ev.environ.assigned[string(s)] = of(absentObj{})
}

// environMethod calls a method of os.environ.
func (ev *evaluator) environMethod(name string, c *call) val {
	key, isText := c.text(0, "key")
	if !isText && name != "copy" && name != "items" && name != "keys" && name != "values" && name != "update" {
		if k, ok := c.arg(0, "key"); ok {
			if isUnion(k.o) {
				return ev.lift(k, func(a val) val {
					d := *c
					d.args = append([]val{a}, c.args[1:]...)
					return ev.environMethod(name, &d)
				})
			}
			return derive(reasonOf(k))
		}
		return unread("the call is not followed")
	}
	switch name {
	case "get", "__getitem__":
		r := read{name: key, span: c.span, library: "os"}
		r.def, r.hasDef = c.arg(1, "default")
		return ev.getVariable(r)
	case "setdefault":
		def, ok := c.arg(1, "value")
		if !ok {
			def = ofNone()
		}
		x := ev.variable(key)
		if x.state == env.Supplied {
			return x.v
		}
		v := ev.fallback(def, key, c.span)
		ev.touch(ev.environ)
		ev.environ.remember(key)
		ev.environ.loaded[key] = v
		delete(ev.environ.assigned, key)
		return v
	case "pop":
		r := read{name: key, span: c.span, library: "os"}
		r.def, r.hasDef = c.arg(1, "default")
		r.required = !r.hasDef
		v := ev.getVariable(r)
		ev.delEnviron(ofStr(key))
		return v
	case "update":
		for _, a := range c.args {
			ev.updateEnviron(a, c.span)
		}
		for _, k := range c.kw {
			ev.setEnviron(ofStr(k.name), k.v, c.span)
		}
		return ofNone()
	case "copy":
		return of(&environObj{e: ev.environ})
	case "items", "keys", "values":
		return ev.iterator(name, []val{asMany(&unknownObj{
			cause: value.External, reason: value.DependsOn("all variables of the environment"),
		})})
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "os.environ"))
}

func (ev *evaluator) updateEnviron(v val, at source.Span) {
	d, ok := v.o.(*dictObj)
	if !ok || len(d.alts) != 1 || d.alts[0].rest != nil {
		ev.touch(ev.environ)
		ev.environ.murky = &unknownObj{cause: value.Unread, reason: value.Because("os.environ is updated with values that are not known")}
		return
	}
	for i, k := range d.alts[0].keys {
		ev.setEnviron(k, d.alts[0].vals[i], at)
	}
}
