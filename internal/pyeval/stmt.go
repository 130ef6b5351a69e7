package pyeval

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// block executes statements until one of them leaves.
func (ev *evaluator) block(body []python.Stmt) flow {
	for _, s := range body {
		if !ev.step() {
			return flow{}
		}
		fl := ev.stmt(s)
		if ev.exc != nil {
			return flow{kind: flowRaise}
		}
		if fl.kind != flowNext {
			return fl
		}
	}
	return flow{}
}

func (ev *evaluator) stmt(s python.Stmt) flow {
	switch s := s.(type) {
	case *python.ExprStmt:
		ev.eval(s.Value)
	case *python.Assign:
		v := ev.eval(s.Value)
		for _, t := range s.Targets {
			ev.assign(t, v, ev.span(s.Value))
		}
	case *python.AugAssign:
		ev.augAssign(s)
	case *python.AnnAssign:
		if s.Value != nil {
			ev.assign(s.Target, ev.eval(s.Value), ev.span(s.Value))
		}
	case *python.TypeAlias:
		ev.assign(s.Name, of(&opaqueObj{typ: "TypeAliasType"}), ev.span(s))
	case *python.If:
		return ev.ifStmt(s)
	case *python.For:
		return ev.forStmt(s)
	case *python.While:
		return ev.whileStmt(s)
	case *python.With:
		return ev.withStmt(s)
	case *python.Try:
		return ev.tryStmt(s)
	case *python.Match:
		return ev.matchStmt(s)
	case *python.FunctionDef:
		ev.defineFunction(s)
	case *python.ClassDef:
		ev.defineClass(s)
	case *python.Return:
		v := ofNone()
		if s.Value != nil {
			v = ev.eval(s.Value)
		}
		return flow{kind: flowReturn, v: v}
	case *python.Delete:
		for _, t := range s.Targets {
			ev.del(t)
		}
	case *python.Raise:
		ev.raiseStmt(s)
		return flow{kind: flowRaise}
	case *python.Assert:
		ev.assert(s)
	case *python.Import:
		ev.importStmt(s)
	case *python.ImportFrom:
		if s.Module != "__future__" {
			ev.importFrom(s)
		}
	case *python.Global:
		for _, n := range s.Names {
			ev.sc.globals[n] = ev.sc.parent != nil || ev.sc.fn != nil
		}
	case *python.Break:
		return flow{kind: flowBreak}
	case *python.Continue:
		return flow{kind: flowContinue}
	case *python.BadStmt:
		ev.badStmt(s)
	case *python.Nonlocal, *python.Pass:
	}
	return flow{}
}

var assignmentRE = regexp.MustCompile(`(?m)^[ \t]*([A-Za-z_]\w*)[ \t]*(?:[-+*/|&^%]|//|\*\*)?=[^=]`)

// printRE is a print statement of Python 2 on one line, which sets nothing.
var printRE = regexp.MustCompile(`^print\b[ \t]*[^=;\s][^;\n]*$`)

// badStmt forgets what a statement that does not parse may set: the names in it, and names that are bound nowhere else.
// What stands before it and is not named in it stays as it is.
func (ev *evaluator) badStmt(s *python.BadStmt) {
	at := ev.span(s)
	text := at.Text()
	if printRE.MatchString(text) {
		return
	}
	first := at.FirstLine()
	line := strconv.Itoa(at.From().Line)
	why := &unknownObj{
		cause: value.Unread, at: first, text: text,
		reason: value.Why(value.StatementUnparsed, line, shorten(at.File.Path)),
	}
	ns := ev.sc.ns
	if evasiveRE.MatchString(text) {
		ev.havocNamespace(ns, why)
		ev.setModuleNames(ev.sc.mod)
		return
	}
	ev.touch(ns)
	for n, b := range ns.all() { // each name on its own
		if !strings.HasPrefix(n, "__") && why.maySet(n) {
			ns.set(n, binding{v: derive(why), history: b.history})
		}
	}
	ev.openUp(ns, why)
	for _, m := range assignmentRE.FindAllStringSubmatch(text+"\n", -1) {
		if target := ev.sc.target(m[1]); target != ns || ev.sc.fn != nil {
			ev.bind(target, m[1], of(why), first)
		}
	}
}

// evasiveRE is what can set names that do not stand in the statement.
var evasiveRE = regexp.MustCompile(`import[ \t]*\(?\*|\b(?:globals|locals|vars|exec|execfile|setattr|include)\b`)

// maySet reports whether what u stands for can set a name: a statement that does not parse only sets what it names.
func (u *unknownObj) maySet(name string) bool {
	if u.text == "" {
		return true
	}
	for rest := u.text; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return false
		}
		end := i + len(name)
		if (i == 0 || !isWordByte(rest[i-1])) && (end == len(rest) || !isWordByte(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// openUp notes that names may be bound that are not known.
func (ev *evaluator) openUp(ns *namespace, why *unknownObj) {
	if ns.open != nil && (ns.open.text == "" || ns.open == why) {
		return
	}
	ev.touch(ns)
	if ns.open != nil && why.text != "" {
		both := *ns.open
		both.text += "\n" + why.text
		why = &both
	}
	ns.open = why
}

// assign binds a target to a value that stands at the given place.
func (ev *evaluator) assign(target python.Expr, v val, at source.Span) {
	if ev.exc != nil || ev.dead {
		return
	}
	switch t := target.(type) {
	case *python.Name:
		ev.bind(ev.sc.target(t.ID), t.ID, v, at)
	case *python.TupleExpr:
		ev.unpack(t.Elts, v, at)
	case *python.ListExpr:
		ev.unpack(t.Elts, v, at)
	case *python.Starred:
		ev.assign(t.Value, v, at)
	case *python.Attribute:
		recv := ev.eval(t.Value)
		if ev.exc == nil {
			ev.setAttr(recv, t.Attr, v, at)
		}
	case *python.Subscript:
		recv := ev.eval(t.Value)
		index := ev.evalIndex(t.Index)
		if ev.exc == nil {
			ev.setItem(recv, index, ev.assigned(v, at), ev.span(t))
		}
	}
}

// unpack assigns the elements of v to several targets, of which one may be starred.
func (ev *evaluator) unpack(targets []python.Expr, v val, at source.Span) {
	elems, why := ev.elements(v)
	star := -1
	for i, t := range targets {
		if _, ok := t.(*python.Starred); ok {
			star = i
		}
	}
	if why != nil {
		for i, t := range targets {
			if i == star {
				ev.assign(t, ev.list([]val{asMany(losing(why, v))}), at)
				continue
			}
			ev.assign(t, derive(losing(why, v)), at)
		}
		return
	}
	switch {
	case star < 0 && len(elems) != len(targets), star >= 0 && len(elems) < len(targets)-1:
		ev.raiseAt("ValueError", "the number of values to unpack does not match", at)
		return
	case star < 0:
		for i, t := range targets {
			ev.assign(t, elems[i], at)
		}
		return
	}
	after := len(targets) - star - 1
	for i, t := range targets {
		switch {
		case i < star:
			ev.assign(t, elems[i], at)
		case i == star:
			ev.assign(t, ev.list(append([]val(nil), elems[star:len(elems)-after]...)), at)
		default:
			ev.assign(t, elems[len(elems)-len(targets)+i], at)
		}
	}
}

func (ev *evaluator) augAssign(s *python.AugAssign) {
	at := ev.span(s.Value)
	store := func(v val) { ev.assign(s.Target, v, at) }
	var old val
	switch t := s.Target.(type) {
	case *python.Subscript:
		recv := ev.eval(t.Value)
		index := ev.evalIndex(t.Index)
		old = ev.getItem(recv, index, ev.span(t))
		store = func(v val) { ev.setItem(recv, index, ev.assigned(v, at), ev.span(t)) }
	case *python.Attribute:
		recv := ev.eval(t.Value)
		old = ev.getAttr(recv, t.Attr, ev.span(t))
		store = func(v val) { ev.setAttr(recv, t.Attr, v, at) }
	case *python.Name:
		old = ev.lookup(t)
	default:
		return
	}
	operand := ev.eval(s.Value)
	if ev.exc != nil {
		return
	}
	store(carry(ev.inPlace(old, s.Op, operand, ev.span(s)), old, operand))
}

// inPlace is old op= operand: lists, sets and dicts are changed where they are. Of several values only one is.
func (ev *evaluator) inPlace(old val, op python.Operator, operand val, at source.Span) val {
	u, ok := old.o.(*unionObj)
	if !ok {
		return ev.inPlaceOne(old, op, operand, at)
	}
	var out val
	fk := &fork{serial: ev.serial, reason: u.reason, waits: u.waits}
	ev.mutate(old, func(o val) {
		v := ev.inPlaceOne(o, op, operand, at)
		switch {
		case ev.exc != nil:
		case out.o == nil:
			out = v
		default:
			out = ev.join(out, v, fk)
		}
	})
	return out
}

func (ev *evaluator) inPlaceOne(o val, op python.Operator, operand val, at source.Span) val {
	switch x := o.o.(type) {
	case *listObj:
		if op == python.Add {
			ev.extend(x, operand, at)
			return o
		}
		if n, ok := asInt(operand.o); ok && op == python.Mult {
			if n > 100 {
				return limited("the list is longer than is followed")
			}
			ev.change(x, func(c []val) []val { return slices.Repeat(c, int(max(n, 0))) })
			return o
		}
	case *dictObj:
		if op == python.BitOr {
			ev.updateDict(x, operand)
			return o
		}
	case *setObj:
		if !x.frozen && (op == python.BitOr || op == python.Sub || op == python.BitAnd || op == python.BitXor) {
			r := ev.binary(o, op, operand, at)
			if s, ok := r.o.(*setObj); ok {
				ev.touch(x)
				x.elems = s.elems
				return o
			}
			ev.havoc(o, reasonOf(r))
			return o
		}
	case *unknownObj:
		ev.changeThrough(x, operand)
		if _, ok := operand.o.(*listObj); !ok || x.may != nil {
			return derive(losing(x, operand)) // a list takes any iterable here
		}
	case *instObj:
		return unread("it is computed by a class of its own")
	}
	return ev.binary(o, op, operand, at)
}

func (ev *evaluator) del(target python.Expr) {
	switch t := target.(type) {
	case *python.Name:
		ns := ev.sc.target(t.ID)
		if _, ok := ns.get(t.ID); !ok {
			if ns.open == nil {
				ev.raiseAt("NameError", "name '"+t.ID+"' is not defined", ev.span(t))
			}
			return
		}
		ev.touch(ns)
		ns.remove(t.ID)
	case *python.TupleExpr:
		for _, e := range t.Elts {
			ev.del(e)
		}
	case *python.ListExpr:
		for _, e := range t.Elts {
			ev.del(e)
		}
	case *python.Subscript:
		recv := ev.eval(t.Value)
		index := ev.evalIndex(t.Index)
		if ev.exc == nil {
			ev.delItem(recv, index, ev.span(t))
		}
	case *python.Attribute:
		recv := ev.eval(t.Value)
		switch o := recv.o.(type) {
		case *instObj:
			ev.touch(o.ns)
			o.ns.remove(t.Attr)
		case *moduleObj:
			ev.touch(o.ns)
			o.ns.remove(t.Attr)
		}
	}
}

func (ev *evaluator) raiseStmt(s *python.Raise) {
	at := ev.span(s)
	if s.Exc == nil {
		if ev.sc != nil && ev.handling() != nil {
			ev.raise(ev.handling())
			return
		}
		ev.raise(&exception{class: "RuntimeError", message: "no active exception to raise", span: at})
		return
	}
	v := ev.eval(s.Exc)
	if ev.exc != nil {
		return
	}
	e := &exception{class: exceptionName(s.Exc), span: at, obj: v, message: literalMessage(s.Exc)}
	for _, a := range alternatives(v) {
		switch o := a.o.(type) {
		case *instObj:
			e.class, e.bases = o.class.name, exceptionBases(o.class)
		case *classObj:
			e.class, e.bases = o.name, exceptionBases(o)
		case *opaqueObj:
			e.class = o.typ
		}
	}
	e.class = canonicalException(e.class)
	ev.raise(e)
}

func exceptionBases(c *classObj) []string {
	var out []string
	for _, b := range append([]*classObj{c}, c.mro...) {
		out = append(out, b.name)
		out = append(out, b.names...)
	}
	return out
}

// exceptionName is the last name of the class in raise Class(…).
func exceptionName(e python.Expr) string {
	switch e := e.(type) {
	case *python.Call:
		return exceptionName(e.Func)
	case *python.Name:
		return e.ID
	case *python.Attribute:
		return e.Attr
	default:
		return "Exception"
	}
}

// literalMessage is the message of raise Class("message"), where it is a plain literal.
func literalMessage(e python.Expr) string {
	c, ok := e.(*python.Call)
	if !ok || len(c.Args) == 0 {
		return ""
	}
	if k, ok := c.Args[0].(*python.Constant); ok && k.Kind == python.ConstStr && !k.Opaque {
		return shorten(k.Text)
	}
	return ""
}

func (ev *evaluator) assert(s *python.Assert) {
	v := ev.eval(s.Test)
	if ev.exc != nil {
		return
	}
	if ev.truth(v) == value.False {
		ev.raiseAt("AssertionError", "the assertion does not hold", ev.span(s))
		return
	}
	ev.risk("AssertionError")
}
