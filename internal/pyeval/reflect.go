package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func (ev *evaluator) isInstance(c *call) val {
	if len(c.args) != 2 {
		return unread("the call of isinstance is not followed")
	}
	return ev.lift(c.args[0], func(v val) val {
		if u, ok := v.o.(*unknownObj); ok {
			return derive(u)
		}
		return ev.triValue(ev.instanceOf(v, c.args[1]), v)
	})
}

func (ev *evaluator) instanceOf(v, class val) value.Tri {
	switch k := class.o.(type) {
	case *tupleObj:
		out := value.False
		for _, e := range k.elems {
			out = out.Or(ev.instanceOf(v, e))
		}
		return out
	case *classObj:
		if i, ok := v.o.(*instObj); ok {
			return value.TriOf(i.class == k || slices.Contains(i.class.mro, k))
		}
		if isBasic(v.o) {
			return value.False
		}
		return value.Undecided
	case *nativeObj:
		typ := v.o.typeName()
		if !isBasic(v.o) {
			if _, ok := v.o.(*setObj); !ok {
				return value.Undecided
			}
		}
		switch k.name {
		case "str", "int", "float", "bool", "list", "tuple", "dict", "set", "frozenset", "bytes":
			return value.TriOf(typ == k.name || k.name == "int" && typ == "bool")
		case "object":
			return value.True
		case "property", "classmethod", "staticmethod":
			return value.False // attributes are read through their object, which gives what they give
		}
	}
	return value.Undecided
}

func (ev *evaluator) reflectBuiltin(name string) val {
	return native(name, func(ev *evaluator, c *call) val {
		switch name {
		case "globals":
			return of(&nsObj{ns: ev.sc.mod.ns})
		case "locals", "vars", "dir":
			if len(c.args) == 0 && name != "dir" {
				return of(&nsObj{ns: ev.sc.ns})
			}
			return ev.varsOf(name, c)
		case "type":
			return ev.typeOf(c)
		case "getattr":
			return ev.getattrCall(c)
		case "hasattr":
			return ev.hasattrCall(c)
		case "setattr":
			return ev.setattrCall(c)
		case "callable":
			switch c.args0().o.(type) {
			case *funcObj, *classObj, *nativeObj, *methodObj:
				return ofBool(true)
			case strObj, intObj, boolObj, noneObj, *listObj, *dictObj, *tupleObj, floatObj:
				return ofBool(false)
			}
		}
		return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
	})
}

// setattrCall is setattr(recv, name, v). On a module it is how settings classes export their attributes: a value that has
// a place keeps it.
func (ev *evaluator) setattrCall(c *call) val {
	if len(c.args) == 0 {
		return ofNone()
	}
	s, ok := c.text(1, "")
	if !ok || len(c.args) != 3 {
		ev.havoc(c.args[0], &unknownObj{reason: value.Because("an attribute whose name is not known is set")})
		return ofNone()
	}
	if m, isModule := c.args[0].o.(*moduleObj); isModule && !c.args[2].trail.span().IsZero() {
		v := c.args[2]
		for v.trail.prev != nil && v.trail.step.How == value.Assigned && within(v.trail.step.Span, c.span) {
			v.trail = v.trail.prev // the argument's place says less than where the value stands
		}
		ev.bindIn(m.ns, s, binding{v: v})
		return ofNone()
	}
	if u, unknown := c.args[0].o.(*unknownObj); unknown && u.module {
		ev.havocNamespace(c.caller.ns, &unknownObj{reason: value.Because("a setting may be set through sys.modules")})
	}
	ev.setAttr(c.args[0], s, c.args[2], c.span)
	return ofNone()
}

// getMembers is inspect.getmembers: the attributes of an object whose class is in the repository, sorted by name.
func (ev *evaluator) getMembers(c *call) val {
	recv := c.args0()
	var names []bindings
	var opaque *unknownObj
	switch o := recv.o.(type) {
	case *instObj:
		names, opaque = append(names, o.ns.bindings), o.ns.open
		for _, k := range append([]*classObj{o.class}, o.class.mro...) {
			names = append(names, k.ns.bindings)
		}
		if opaque == nil {
			opaque = o.class.opaque
		}
	case *classObj:
		for _, k := range append([]*classObj{o}, o.mro...) {
			names = append(names, k.ns.bindings)
		}
		opaque = o.opaque
	case *moduleObj:
		names, opaque = append(names, o.ns.bindings), o.ns.open
	default:
		opaque = reasonOf(recv)
	}
	if opaque != nil || len(c.args) != 1 || len(c.kw) > 0 {
		if opaque == nil {
			opaque = &unknownObj{cause: value.Unread, reason: value.Because("the call of inspect.getmembers is not followed")}
		}
		return ev.list([]val{asMany(opaque)})
	}
	var out []val
	for _, n := range sortedNames(names...) {
		if strings.HasPrefix(n, "__") {
			continue // those that Python adds are left out as well
		}
		v := ev.getAttr(recv, n, c.span)
		if ev.exc != nil {
			return unread("an exception was raised")
		}
		pair := tupleOf(ofStr(n), v)
		pair.trail = v.trail // it stands where the attribute does
		out = append(out, pair)
	}
	return ev.list(out)
}

// modulesItem is sys.modules[name]: a module of the repository, or one that is not known.
func (ev *evaluator) modulesItem(index val) val {
	if s, ok := index.o.(strObj); ok {
		if m := ev.modules[string(s)]; m != nil {
			return of(m)
		}
		return ev.foreign("sys", "modules")
	}
	return of(&unknownObj{cause: value.Unread, reason: value.Because("it is a module that is not known"), module: true})
}

func (ev *evaluator) varsOf(name string, c *call) val {
	if name == "dir" {
		return ev.dir(c)
	}
	switch o := c.args[0].o.(type) {
	case *moduleObj:
		return of(&nsObj{ns: o.ns})
	case *instObj:
		return of(&nsObj{ns: o.ns})
	case *classObj:
		return of(&nsObj{ns: o.ns})
	}
	return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
}

func (ev *evaluator) typeOf(c *call) val {
	if len(c.args) != 1 {
		return unread("the call of type is not followed")
	}
	switch o := c.args[0].o.(type) {
	case *instObj:
		return of(o.class)
	case *tupleObj:
		if o.class != nil {
			return of(o.class)
		}
		return ev.containerBuiltin("tuple")
	case boolObj, intObj, floatObj, strObj, *listObj, *dictObj, bytesObj, *setObj:
		if b, ok := ev.builtin(o.typeName()); ok {
			return b
		}
	}
	return unread("the call of type is not followed")
}

func (ev *evaluator) getattrCall(c *call) val {
	if len(c.args) < 2 {
		return unread("the call of getattr is not followed")
	}
	s, ok := c.text(1, "")
	if _, dunder := c.args[1].o.(dunderObj); dunder {
		return unread("the names that Python adds are not followed")
	}
	if !ok {
		ev.risk("AttributeError")
		return derive(reasonOf(c.args[1]))
	}
	if len(c.args) == 2 {
		return ev.getAttr(c.args[0], s, c.span)
	}
	return ev.lift(c.args[0], func(recv val) val {
		if u, isUnk := recv.o.(*unknownObj); isUnk && u.lib == "" {
			return derive(u)
		}
		v := ev.getAttr(recv, s, c.span)
		if ev.exc != nil && ev.exc.class == "AttributeError" && ev.exc.span == c.span {
			ev.exc = nil
			return c.args[2]
		}
		return v
	})
}

func (ev *evaluator) hasattrCall(c *call) val {
	s, ok := c.text(1, "")
	if !ok || len(c.args) != 2 {
		return unread("the call of hasattr is not followed")
	}
	return ev.lift(c.args[0], func(recv val) val { return ev.hasAttr(recv, s, c) })
}

func (ev *evaluator) hasAttr(recv val, name string, c *call) val {
	switch o := recv.o.(type) {
	case *unknownObj:
		return derive(o)
	case *moduleObj:
		if t := ev.hasName(o.ns, name); t != value.False {
			return ev.triValue(t, recv)
		}
	}
	v := ev.getAttr(recv, name, c.span)
	if ev.exc != nil {
		if ev.exc.class != "AttributeError" {
			return v
		}
		ev.exc = nil
		return ofBool(false)
	}
	for _, a := range alternatives(v) {
		if u, ok := a.o.(*unknownObj); ok {
			return derive(u) // the attribute may as well not be there
		}
	}
	return ofBool(true)
}

// codeBuiltin is exec, eval and compile.
func (ev *evaluator) codeBuiltin(name string) val {
	return native(name, func(ev *evaluator, c *call) val {
		if name == "compile" {
			return c.args0() // exec takes the text as well
		}
		ns := ev.sc.ns
		if g, ok := c.arg(1, "globals"); ok {
			n, isNS := g.o.(*nsObj)
			if !isNS {
				ev.havoc(g, &unknownObj{reason: value.Because("code that is not followed runs in it")})
				return unread("the code runs in names of its own, which is not followed")
			}
			ns = n.ns
		}
		code, ok := c.args0().o.(strObj)
		if name == "execfile" && ok {
			if rel, in := relative(string(code)); in {
				if f := ev.open(rel); f != nil {
					ev.runText(f, ns)
					return ofNone()
				}
			}
			ok = false
		}
		if !ok || name == "eval" {
			if name == "eval" && ok {
				return ev.literalEval(string(code), c)
			}
			if u, isU := c.args0().o.(*unknownObj); isU && u.file != "" && (ev.guarded() || ev.catches("OSError")) {
				ev.markOverridable(&exception{namespace: ns, overrides: replacing(u.file, c.span)})
				return ofNone()
			}
			ev.risk("Exception")
			if u, isU := c.args0().o.(*unknownObj); isU && u.file != "" {
				ev.note(source.Error, c.span, "", "the file "+shorten(u.file)+" is not in the repository, so what it sets is not known")
			}
			ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Because("code that is not read may set it"), at: c.span})
			return unread("the code that is run is not known")
		}
		f := ev.sources[string(code)]
		if f == nil {
			// It stands in no file, so that its places could not be shown.
			ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Because("code that is put together in the module may set it")})
			return ofNone()
		}
		ev.runText(f, ns)
		return ofNone()
	})
}

// runText executes a file's statements in a namespace, as exec(open(path).read()) does. __file__ stays what it was.
func (ev *evaluator) runText(f *source.File, ns *namespace) {
	if ev.importAt >= maxImports {
		ev.havocNamespace(ns, &unknownObj{cause: value.Limit, reason: value.Because("files that run each other are nested too deeply")})
		return
	}
	tree := ev.parse(f)
	ev.syntaxNotes(tree)
	outer := ev.sc
	m := *outer.mod
	m.tree, m.ns = tree, ns
	if outer.mod.ns != ns {
		m.ns = outer.mod.ns
	}
	ev.sc = &scope{ns: ns, mod: &m, globals: map[string]bool{}}
	ev.importAt++
	ev.block(tree.Body)
	ev.importAt--
	ev.sc = outer
}

// importCall is importlib.import_module and __import__.
func (ev *evaluator) importCall(c *call) val {
	s, ok := c.text(0, "name")
	if !ok {
		ev.risk("ImportError")
		return unread("the name of the module that is imported is not known")
	}
	name := s
	if strings.HasPrefix(s, ".") {
		pkg, ok := c.text(1, "package")
		if !ok {
			return unread("the name of the module that is imported is not known")
		}
		level := len(s) - len(strings.TrimLeft(s, "."))
		for range level - 1 {
			pkg = parentName(pkg)
		}
		name = strings.TrimSuffix(pkg+"."+s[level:], ".")
	}
	m, state := ev.importDotted(name, c.span)
	switch state {
	case importFound:
		return of(m)
	case importFailed:
		return unread("the import raises")
	case importMissing:
		ev.missingModule(name, c.span, false)
		return notKnown(value.Unread, value.Why(value.ModuleMissing, name))
	default:
		ev.outside(name)
		return of(&libObj{name: name})
	}
}

// literalEval is ast.literal_eval, and eval of a literal.
func (ev *evaluator) literalEval(s string, c *call) val {
	if !plain(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	tree := python.Parse(source.NewFile("", strings.TrimLeft(s, " \t")+"\n"))
	if len(tree.Errors) > 0 || len(tree.Body) != 1 {
		ev.risk("Exception")
		if len(tree.Errors) > 0 {
			return ev.raiseAt("SyntaxError", "the text is no literal", c.span)
		}
		return unread("the text is no literal")
	}
	e, ok := tree.Body[0].(*python.ExprStmt)
	if !ok || !isLiteral(e.Value) {
		ev.risk("Exception")
		return unread("the text is no literal")
	}
	outer := ev.sc
	ev.sc = &scope{ns: ev.namespace(), mod: &moduleObj{tree: tree, ns: ev.namespace()}}
	v := ev.eval(e.Value)
	ev.sc = outer
	return ev.rehome(v, homeOf(c))
}

// homeOf is the trail of what a call makes of a text: that of the variable which holds the text, or the call's place.
func homeOf(c *call) *trail {
	if t := c.args0().trail; t != nil && t.carries {
		return t
	}
	return (*trail)(nil).add(value.Step{How: value.Assigned, Span: c.span})
}

// rehome gives a value and what is in it a trail, for texts that are in no file.
func (ev *evaluator) rehome(v val, home *trail) val {
	v.trail = home
	all := func(vs []val) []val {
		out := make([]val, len(vs))
		for i, e := range vs {
			out[i] = ev.rehome(e, home)
		}
		return out
	}
	switch o := v.o.(type) {
	case *tupleObj:
		v.o = tupleOf(all(o.elems)...).o
	case *listObj:
		o.alts = [][]val{all(o.alts[0])}
	case *setObj:
		o.elems = all(o.elems)
	case *dictObj:
		o.own()
		o.alts[0].keys, o.alts[0].vals = all(o.alts[0].keys), all(o.alts[0].vals)
	}
	return v
}

// isLiteral reports whether an expression is one that ast.literal_eval takes.
func isLiteral(e python.Expr) bool {
	all := func(es []python.Expr) bool {
		return !slices.ContainsFunc(es, func(e python.Expr) bool { return e == nil || !isLiteral(e) })
	}
	switch e := e.(type) {
	case *python.Constant:
		return true
	case *python.UnaryOp:
		c, ok := e.Operand.(*python.Constant)
		return ok && (e.Op == python.USub || e.Op == python.UAdd) && (c.Kind == python.ConstInt || c.Kind == python.ConstFloat)
	case *python.TupleExpr:
		return all(e.Elts)
	case *python.ListExpr:
		return all(e.Elts)
	case *python.SetExpr:
		return all(e.Elts)
	case *python.DictExpr:
		return all(e.Keys) && all(e.Values)
	default:
		return false
	}
}
