package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A call is what a function is called with.
type call struct {
	args []val
	kw   []kwarg
	// rest is set when *args or **kwargs of unknown content were passed.
	rest *unknownObj
	span source.Span
	// file is the file that the call stands in, for libraries that look beside it.
	caller *moduleObj
}

type kwarg struct {
	name string
	v    val
}

// arg returns the i-th positional argument or the keyword argument of the given name.
func (c *call) arg(i int, name string) (val, bool) {
	if i >= 0 && i < len(c.args) {
		return c.args[i], true
	}
	for _, k := range c.kw {
		if k.name == name && name != "" {
			return k.v, true
		}
	}
	return val{}, false
}

// text returns a str argument.
func (c *call) text(i int, name string) (string, bool) {
	v, ok := c.arg(i, name)
	if !ok {
		return "", false
	}
	s, ok := v.o.(strObj)
	return string(s), ok
}

// all returns all arguments.
func (c *call) all() []val {
	out := slices.Clip(c.args)
	for _, k := range c.kw {
		out = append(out, k.v)
	}
	return out
}

// without returns the call without its first positional arguments.
func (c *call) without(n int) *call {
	d := *c
	d.args = d.args[min(n, len(d.args)):]
	return &d
}

func (ev *evaluator) callExpr(e *python.Call) val {
	var recv, fn val
	attr := ""
	if a, ok := e.Func.(*python.Attribute); ok {
		recv = ev.eval(a.Value)
		attr = a.Attr
	} else {
		n, ok := e.Func.(*python.Name)
		if ok && n.ID == "super" && len(e.Args) == 0 {
			return ev.superOf()
		}
		if ok && n.ID == "super" && len(e.Args) == 2 {
			if _, isName := e.Args[1].(*python.Name); isName && ev.sc.fn != nil {
				return ev.superOf()
			}
		}
		fn = ev.eval(e.Func)
	}
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	c := &call{span: ev.span(e), caller: ev.sc.mod}
	for _, a := range e.Args {
		if s, ok := a.(*python.Starred); ok {
			c.addStar(ev, ev.eval(s.Value))
			continue
		}
		c.args = append(c.args, ev.element(a))
	}
	for _, k := range e.Keywords {
		v := ev.element(k.Value)
		if k.Name != "" {
			c.kw = append(c.kw, kwarg{k.Name, v})
			continue
		}
		c.addKeywords(v)
	}
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	ev.at = c.span
	if attr != "" {
		return ev.callMethod(recv, attr, c)
	}
	return ev.call(fn, c)
}

func (c *call) addStar(ev *evaluator, v val) {
	elems, why := ev.elements(v)
	if why != nil {
		c.rest = why
		return
	}
	c.args = append(c.args, elems...)
}

func (c *call) addKeywords(v val) {
	d, ok := v.o.(*dictObj)
	if !ok || len(d.alts) != 1 || d.alts[0].rest != nil {
		c.rest = reasonOf(v)
		return
	}
	for i, k := range d.alts[0].keys {
		s, ok := k.o.(strObj)
		if !ok {
			c.rest = reasonOf(k)
			return
		}
		c.kw = append(c.kw, kwarg{string(s), d.alts[0].vals[i]})
	}
}

// call calls an object.
func (ev *evaluator) call(fn val, c *call) val {
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	switch f := fn.o.(type) {
	case *funcObj:
		return ev.callFunc(f, c)
	case *classObj:
		return ev.instantiate(f, c)
	case *nativeObj:
		return ev.callNative(f, c)
	case *methodObj:
		return ev.callMethod(f.recv, f.name, c)
	case *pathObj:
		if f.lib == pathEnviron {
			return ev.environPathCall(f, c)
		}
	case *instObj:
		if m, ok := ev.classAttr(f.class, "__call__"); ok {
			return ev.call(ev.bound(m, fn), c)
		}
	case *unionObj:
		return ev.callAny(f, c)
	case noneObj, boolObj, intObj, strObj, *listObj, *dictObj, *tupleObj:
		return ev.raiseAt("TypeError", "'"+f.typeName()+"' object is not callable", c.span)
	}
	return ev.callUnknown(fn, c)
}

// callAny calls one of several functions.
func (ev *evaluator) callAny(u *unionObj, c *call) val {
	fk := ev.newFork(&unknownObj{reason: u.reason, waits: u.waits}, joined(c.span))
	var out val
	var paths []func() flow
	for _, a := range u.alts {
		paths = append(paths, func() flow {
			r := ev.call(a.v, c)
			if ev.exc == nil {
				if out.o == nil {
					out = r
				} else {
					out = ev.join(out, r, fk)
				}
			}
			return ev.flowNow()
		})
	}
	ev.branch(fk, paths...)
	return out
}

// callUnknown calls something that cannot be followed: what it was given may have been changed.
func (ev *evaluator) callUnknown(fn val, c *call) val {
	why := &unknownObj{cause: value.Unread, reason: value.Because("it is made by code that is not read")}
	if u, ok := fn.o.(*unknownObj); ok {
		why = &unknownObj{cause: u.cause, reason: u.reason, waits: u.waits}
		if u.lib != "" {
			why.reason = value.Why(value.LibraryMakes, u.lib)
		}
		if ev.fills(u.lib) {
			// It is handed the module's name and fills the module from files and the environment.
			ev.havoc(val{o: &nsObj{ns: ev.sc.mod.ns}}, why)
		}
	}
	ev.risk("Exception")
	ev.havoc(fn, why)
	for _, a := range c.all() {
		ev.havoc(a, &unknownObj{cause: value.Unread, reason: value.Because("it was handed to code that is not read")})
	}
	return of(losing(why, c.all()...))
}

// callNative calls a function written in Go. A strict one is called for each combination of its arguments' values.
func (ev *evaluator) callNative(f *nativeObj, c *call) val {
	if f.call == nil {
		return ev.callUnknown(val{o: &unknownObj{lib: f.name}}, c)
	}
	ev.chargeFor(c.args...)
	if !f.strict {
		return ev.run(f, c)
	}
	if c.rest != nil {
		ev.risk("Exception")
		return derive(c.rest)
	}
	return ev.combine(c, 0, 1, f)
}

func (ev *evaluator) combine(c *call, i, product int, f *nativeObj) val {
	n := len(c.args) + len(c.kw)
	for ; i < n; i++ {
		v := c.nth(i)
		switch o := v.o.(type) {
		case *unknownObj:
			ev.risk("Exception")
			return derive(o)
		case *unionObj:
			if product*len(o.alts) > 2*maxAlternatives {
				return derive(reasonOf(v))
			}
			return ev.lift(v, func(a val) val {
				d := *c
				d.args, d.kw = slices.Clone(c.args), slices.Clone(c.kw)
				d.setNth(i, a)
				return ev.combine(&d, i+1, product*len(o.alts), f)
			})
		}
	}
	return ev.run(f, c)
}

// run runs a function written in Go. What it makes is counted, since it may be larger than what it was given.
func (ev *evaluator) run(f *nativeObj, c *call) val {
	since := ev.serial
	out := f.call(ev, c)
	ev.chargeFor(out)
	return ev.carryInto(since, out, c.all()...)
}

func (c *call) nth(i int) val {
	if i < len(c.args) {
		return c.args[i]
	}
	return c.kw[i-len(c.args)].v
}

func (c *call) setNth(i int, v val) {
	if i < len(c.args) {
		c.args[i] = v
		return
	}
	c.kw[i-len(c.args)].v = v
}

// defineFunction executes: def f(…): ….
func (ev *evaluator) defineFunction(s *python.FunctionDef) {
	f := ev.function(s.Name, s.Args)
	f.def = s
	v := of(f)
	if s.Async {
		v = unread("it is a coroutine function")
	}
	for _, d := range slices.Backward(s.Decorators) {
		v = ev.decorate(ev.eval(d), v, ev.span(d))
		if ev.exc != nil {
			return
		}
	}
	ev.bind(ev.sc.target(s.Name), s.Name, v, ev.spanOf(s.NamePos))
}

func (ev *evaluator) spanOf(p python.Pos) source.Span {
	return ev.sc.mod.tree.File.Span(int(p.From), int(p.To))
}

func (ev *evaluator) decorate(d, v val, at source.Span) val {
	if n, ok := d.o.(*nativeObj); ok {
		f, isFunc := v.o.(*funcObj)
		switch n.name {
		case "property", "functools.cached_property":
			if isFunc {
				f.kind = "property"
			}
			return v
		case "staticmethod":
			if isFunc {
				f.kind = "static"
			}
			return v
		case "classmethod":
			if isFunc {
				f.kind = "class"
			}
			return v
		case "functools.wraps()":
			return v
		}
	}
	return ev.call(d, &call{args: []val{v}, span: at, caller: ev.sc.mod})
}

func (ev *evaluator) function(name string, args *python.Arguments) *funcObj {
	f := &funcObj{name: name, args: args, scope: ev.sc}
	if args == nil {
		f.args = &python.Arguments{}
		return f
	}
	for _, d := range args.Defaults {
		f.defaults = append(f.defaults, ev.element(d))
	}
	for _, d := range args.KwDefaults {
		if d == nil {
			f.kwdefs = append(f.kwdefs, val{})
			continue
		}
		f.kwdefs = append(f.kwdefs, ev.element(d))
	}
	return f
}

func (ev *evaluator) lambda(e *python.Lambda) val {
	f := ev.function("<lambda>", e.Args)
	f.lambda = e
	return of(f)
}

// callFunc runs a function of the repository.
func (ev *evaluator) callFunc(f *funcObj, c *call) val {
	if why := ev.notFollowed(f, c); why != "" {
		ev.risk("Exception")
		u := &unknownObj{cause: value.Limit, reason: value.Because(why)}
		for _, a := range c.all() {
			ev.havoc(a, u)
		}
		if f.self != nil {
			ev.havoc(*f.self, u)
		}
		ev.mayExport(c, u)
		return of(losing(u, c.all()...))
	}
	sc := &scope{
		ns: ev.namespace(), mod: f.scope.mod, globals: map[string]bool{}, outer: map[string]bool{}, fn: f,
	}
	if f.scope.ns != f.scope.mod.ns {
		sc.parent = f.scope
	}
	if !ev.bindParams(f, c, sc.ns) {
		return unread("an exception was raised")
	}
	if f.def != nil && isGenerator(f.def.Body) {
		return ev.generator(func() { ev.runBody(f, sc) }, sc.ns)
	}
	generating := ev.generating
	ev.generating = nil
	v := ev.runBody(f, sc)
	ev.generating = generating
	return v
}

// runBody executes a function's body in its scope and returns what it returns.
func (ev *evaluator) runBody(f *funcObj, sc *scope) val {
	outer := ev.sc
	ev.sc = sc
	ev.calls = append(ev.calls, activation{f, len(ev.frames)})
	mark := len(ev.pending)
	tests, outerMissing := ev.tests, ev.missing
	ev.tests, ev.missing = nil, nil
	var fl flow
	if f.lambda != nil {
		fl = flow{kind: flowReturn, v: ev.eval(f.lambda.Body)}
	} else {
		ev.declareGlobals(f.def.Body, sc)
		fl = ev.block(f.def.Body)
		if ev.exc != nil {
			fl = flow{kind: flowRaise}
		}
		fl = ev.settle(mark, func(k flowKind) bool { return k == flowReturn }, fl)
	}
	ev.calls = ev.calls[:len(ev.calls)-1]
	ev.sc = outer
	ev.tests, tests = tests, ev.tests
	missing := ev.missing
	ev.missing = outerMissing
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	if fl.kind != flowReturn || fl.v.o == nil {
		return carry(ofNone(), tests...)
	}
	if _, none := fl.v.o.(noneObj); none && missing != nil {
		return ev.defaultFor(fl.v, missing, ev.at)
	}
	return carry(fl.v, tests...)
}

// An activation is a call that is under way.
type activation struct {
	fn *funcObj
	// frames is how many frames were open when it began: more mean that it is in a branch that is not decided.
	frames int
}

// mayExport forgets the names of the running modules that a function of the project is handed by name, as class-based
// settings do: Base.load_settings(__name__).
func (ev *evaluator) mayExport(c *call, why *unknownObj) {
	for _, a := range c.all() {
		if s, ok := a.o.(strObj); ok {
			if m := ev.modules[string(s)]; m != nil && m.running {
				ev.havocNamespace(m.ns, why)
				ev.setModuleNames(m)
			}
		}
	}
}

// notFollowed says why a function's body is not entered.
func (ev *evaluator) notFollowed(f *funcObj, c *call) value.Clause {
	for _, g := range ev.calls {
		if g.fn.args == f.args && g.fn.scope == f.scope && g.frames < len(ev.frames) {
			return "it is computed by a function that calls itself under a condition that is not decided here"
		}
	}
	switch {
	case len(ev.calls) >= maxCalls:
		return "it is computed by functions that call each other too deeply"
	case f.def != nil && f.def.Async:
		return "it is computed by a coroutine"
	case f.scope.mod.tree == nil:
		return "its module cannot be read"
	case c.rest != nil:
		return "its arguments are not known"
	}
	return ""
}

// isGenerator reports whether a function body yields.
func isGenerator(body []python.Stmt) bool {
	found := false
	for _, s := range body {
		python.Walk(s, func(n python.Node) bool {
			switch n.(type) {
			case *python.FunctionDef, *python.Lambda, *python.ClassDef:
				return false
			case *python.Yield, *python.YieldFrom:
				found = true
			}
			return !found
		})
	}
	return found
}

// declareGlobals notes the global and nonlocal names of a function, which hold wherever in it they are declared.
func (ev *evaluator) declareGlobals(body []python.Stmt, sc *scope) {
	for _, s := range body {
		python.Walk(s, func(n python.Node) bool {
			switch n := n.(type) {
			case *python.FunctionDef, *python.Lambda, *python.ClassDef:
				return false
			case *python.Global:
				for _, name := range n.Names {
					sc.globals[name] = true
				}
			case *python.Nonlocal:
				for _, name := range n.Names {
					sc.outer[name] = true
				}
			}
			return true
		})
	}
}

// bindParams binds a call's arguments to a function's parameters; false when they certainly do not fit.
func (ev *evaluator) bindParams(f *funcObj, c *call, ns *namespace) bool {
	args := c.args
	if f.self != nil {
		args = append([]val{*f.self}, args...)
	}
	params := slices.Concat(f.args.PosOnly, f.args.Args)
	set := func(name string, v val) { ns.set(name, binding{v: v}) }
	for i, p := range params {
		switch {
		case i < len(args):
			set(p.Name, args[i])
		case len(params)-i <= len(f.defaults):
			set(p.Name, f.defaults[len(f.defaults)-(len(params)-i)])
		}
	}
	for i, p := range f.args.KwOnly {
		if i < len(f.kwdefs) && f.kwdefs[i].o != nil {
			set(p.Name, f.kwdefs[i])
		}
	}
	extra := newTable()
	named := slices.Concat(f.args.Args, f.args.KwOnly)
	for _, k := range c.kw {
		if slices.ContainsFunc(named, func(p *python.Arg) bool { return p.Name == k.name }) {
			set(k.name, k.v)
			continue
		}
		if f.args.KwArg == nil {
			ev.raiseAt("TypeError", f.name+"() got an unexpected keyword argument", c.span)
			return false
		}
		extra.setStr(k.name, k.v)
	}
	if f.args.KwArg != nil {
		set(f.args.KwArg.Name, ev.dict(extra))
	}
	if f.args.VarArg != nil {
		set(f.args.VarArg.Name, tupleOf(args[min(len(params), len(args)):]...))
	} else if len(args) > len(params) {
		ev.raiseAt("TypeError", f.name+"() takes fewer arguments", c.span)
		return false
	}
	for _, p := range slices.Concat(params, f.args.KwOnly) {
		if _, ok := ns.get(p.Name); !ok {
			ev.raiseAt("TypeError", f.name+"() misses an argument", c.span)
			return false
		}
	}
	return true
}
