package pyeval

import (
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// eval evaluates an expression. After an exception it returns at once; what it returns then does not matter.
func (ev *evaluator) eval(e python.Expr) val {
	if ev.exc != nil {
		return unread("an exception was raised before")
	}
	if !ev.step() {
		return limited("the evaluation takes more steps than are followed")
	}
	if ev.depth > maxDepth {
		return limited("the expression is nested too deeply")
	}
	ev.depth++
	v := ev.expr(e)
	ev.depth--
	if _, unknown := v.o.(*unknownObj); unknown {
		ev.vague = true
	}
	if v.o == nil {
		v.o = &unknownObj{cause: value.Unread, reason: value.Because("it is not followed")}
	}
	if len(ev.tries) > 0 {
		ev.mayRaise(e, v)
	}
	return v
}

// mayRaise notes that what could not be worked out may as well have raised.
func (ev *evaluator) mayRaise(e python.Expr, v val) {
	if _, ok := e.(*python.Name); ok {
		return
	}
	for _, a := range alternatives(v) {
		if u, ok := a.o.(*unknownObj); ok && !u.raw {
			ev.risk("Exception")
		}
	}
}

func (ev *evaluator) expr(e python.Expr) val {
	switch e := e.(type) {
	case *python.Constant:
		return ev.constant(e)
	case *python.Name:
		return ev.lookup(e)
	case *python.BoolOp:
		return ev.boolOp(e)
	case *python.NamedExpr:
		v := ev.eval(e.Value)
		s := ev.sc
		for s.comp && s.parent != nil {
			s = s.parent
		}
		ev.bind(s.target(e.Target.ID), e.Target.ID, v, ev.span(e.Value))
		return v
	case *python.BinOp:
		return ev.binOp(e)
	case *python.UnaryOp:
		return ev.unaryOp(e)
	case *python.Lambda:
		return ev.lambda(e)
	case *python.IfExp:
		return ev.ifExp(e)
	case *python.DictExpr:
		return ev.dictExpr(e)
	case *python.SetExpr:
		elems := ev.displayElems(e.Elts)
		return ev.makeSet(elems, ev.span(e))
	case *python.ListExpr:
		return ev.list(ev.displayElems(e.Elts))
	case *python.TupleExpr:
		return tupleOf(ev.displayElems(e.Elts)...)
	case *python.Comp:
		return ev.comprehension(e)
	case *python.Compare:
		return ev.comparison(e)
	case *python.Call:
		return ev.callExpr(e)
	case *python.JoinedStr:
		return ev.joinedStr(e)
	case *python.Attribute:
		recv := ev.eval(e.Value)
		if ev.exc != nil {
			return recv
		}
		return ev.getAttr(recv, e.Attr, ev.span(e))
	case *python.Subscript:
		recv := ev.eval(e.Value)
		index := ev.evalIndex(e.Index)
		if ev.exc != nil {
			return recv
		}
		return ev.getItem(recv, index, ev.span(e))
	case *python.Starred:
		return ev.eval(e.Value)
	case *python.Yield, *python.YieldFrom:
		return ev.yieldExpr(e)
	case *python.Await:
		return unread("it comes from a coroutine")
	case *python.TemplateStr:
		return of(&opaqueObj{typ: "Template"})
	default:
		return unread("the expression is not followed")
	}
}

func (ev *evaluator) constant(c *python.Constant) val {
	switch c.Kind {
	case python.ConstNone:
		return ofNone()
	case python.ConstTrue:
		return ofBool(true)
	case python.ConstFalse:
		return ofBool(false)
	case python.ConstEllipsis:
		return of(ellipsisObj{})
	case python.ConstInt:
		if c.Big != nil {
			return limited("the number needs more than 64 bits")
		}
		return of(intObj(c.Int))
	case python.ConstFloat:
		return of(floatObj(c.Float))
	case python.ConstStr:
		if c.Opaque {
			return unread("the string holds a named character")
		}
		if len(c.Text) > maxString {
			return limited("the string is longer than is followed")
		}
		if strings.Contains(c.Text, value.RootMark) {
			return unread("the string holds a NUL character")
		}
		return ofStr(c.Text)
	case python.ConstBytes:
		return of(bytesObj(c.Text))
	case python.ConstComplex:
		return of(&opaqueObj{typ: "complex"})
	default:
		return unread("the literal is not followed")
	}
}

// element evaluates an element of a display; where it stands is part of its trail, because rules underline it.
func (ev *evaluator) element(e python.Expr) val {
	v := ev.eval(e)
	return ev.assigned(v, ev.span(e))
}

func (ev *evaluator) displayElems(elts []python.Expr) []val {
	out := make([]val, 0, len(elts))
	for _, e := range elts {
		if s, ok := e.(*python.Starred); ok {
			v := ev.eval(s.Value)
			out = append(out, ev.spread(v)...)
		} else {
			out = append(out, ev.element(e))
		}
		if len(out) > maxItems {
			return []val{asMany(&unknownObj{cause: value.Limit, reason: value.Because("it has more elements than are followed")})}
		}
	}
	return out
}

// spread returns the elements of *v; what is not known of them is an unknown element for any number of them.
func (ev *evaluator) spread(v val) []val {
	ev.chargeFor(v)
	switch o := v.o.(type) {
	case *tupleObj:
		return o.elems
	case *listObj:
		if len(o.alts) == 1 {
			return o.alts[0]
		}
		u := &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
		return common(o.alts, u)
	case *iterObj:
		return ev.drain(o)
	case *viewObj:
		return viewElems(o.d, o.what)
	case *setObj:
		if len(o.elems) <= 1 {
			return o.elems
		}
		return []val{asMany(&unknownObj{cause: value.Unread, reason: value.Because("the order of a set is not known")})}
	}
	if u, ok := v.o.(*unionObj); ok {
		var contents [][]val
		for _, a := range u.alts {
			contents = append(contents, ev.spread(a.v))
		}
		return common(contents, &unknownObj{cause: value.Unread, reason: u.reason, waits: u.waits})
	}
	elems, why := ev.elements(v)
	if why != nil {
		return []val{asMany(why)}
	}
	return elems
}

func (ev *evaluator) dictExpr(e *python.DictExpr) val {
	d := &dictObj{birth: ev.now(), alts: []*table{newTable()}}
	for i, k := range e.Keys {
		if k == nil {
			more := ev.eval(e.Values[i])
			if ev.exc != nil {
				return of(d)
			}
			ev.updateDict(d, more)
			continue
		}
		key := ev.element(k)
		v := ev.element(e.Values[i])
		if ev.exc != nil {
			return of(d)
		}
		if h, ok := hashOf(key.o); ok && len(d.alts) == 1 && d.alts[0].rest == nil {
			d.own()
			d.alts[0].set(h, key, v)
			continue
		}
		ev.setItem(of(d), key, v, ev.span(k))
	}
	return of(d)
}

func (ev *evaluator) boolOp(e *python.BoolOp) val {
	left := ev.eval(e.Values[0])
	for i, x := range e.Values[1:] {
		if ev.exc != nil {
			return left
		}
		switch t := ev.truth(left); {
		case t == value.Undecided:
			return ev.undecidedBool(e, left, i+1)
		case (t == value.True) == (e.Op == python.Or):
			return left
		}
		left = carry(ev.eval(x), left)
	}
	return left
}

// undecidedBool is left or/and the rest, when the truth of left is not decided.
func (ev *evaluator) undecidedBool(e *python.BoolOp, left val, from int) val {
	rest := e.Values[from]
	if from+1 < len(e.Values) {
		rest = &python.BoolOp{Pos: e.Pos, Op: e.Op, Values: e.Values[from:]}
	}
	if u, ok := left.o.(*unknownObj); ok && u.raw && e.Op == python.Or {
		// os.environ.get("X") or "default" gives the default in other words.
		v := ev.eval(rest)
		ev.defaultRead(u, v, ev.span(rest))
		if len(u.waits) == 1 {
			return ev.fallback(v, u.waits[0], ev.span(e.Values[0]).Join(ev.span(rest)))
		}
		return v
	}
	if u, ok := ev.presence(left); ok {
		return ev.boolOfTests(u, e.Op, rest)
	}
	stop := value.TriOf(e.Op == python.Or)
	var keep []val // the alternatives of left at which the evaluation stops
	for _, a := range alternatives(left) {
		if ev.truth(a) != stop.Not() {
			keep = append(keep, a)
		}
	}
	fk := ev.newFork(reasonOf(left), joined(ev.span(e)))
	var out val
	for _, k := range keep {
		if u, ok := k.o.(*unknownObj); ok {
			k = derive(u)
		}
		if out.o == nil {
			out = k
		} else {
			out = ev.join(out, k, fk)
		}
	}
	var right val
	ev.branch(fk,
		func() flow {
			right = ev.eval(rest)
			return ev.flowNow()
		},
		func() flow { return flow{} })
	if right.o == nil {
		return out
	}
	if out.o == nil {
		return right
	}
	return ev.join(out, right, fk)
}

// flowNow is how an expression ended.
func (ev *evaluator) flowNow() flow {
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	return flow{}
}

func (ev *evaluator) ifExp(e *python.IfExp) val {
	test := ev.eval(e.Test)
	if ev.exc != nil {
		return test
	}
	switch ev.truth(test) {
	case value.True:
		return carry(ev.eval(e.Body), test)
	case value.False:
		return carry(ev.eval(e.OrElse), test)
	default:
	}
	if u, ok := ev.presence(test); ok {
		return ev.ifExpUnset(e, u)
	}
	fk := ev.newFork(reasonOf(test), joined(ev.span(e.Test)))
	var a, b val
	var aRaised, bRaised bool
	fl := ev.branch(fk,
		func() flow {
			ev.assume(e.Test, true)
			a = ev.element(e.Body)
			aRaised = ev.exc != nil
			return ev.flowNow()
		},
		func() flow {
			ev.assume(e.Test, false)
			b = ev.element(e.OrElse)
			bRaised = ev.exc != nil
			return ev.flowNow()
		})
	switch {
	case fl.kind == flowRaise || bRaised:
		return a
	case aRaised:
		return b
	}
	return ev.join(a, b, fk)
}

func (ev *evaluator) evalIndex(e python.Expr) val {
	s, ok := e.(*python.Slice)
	if !ok {
		return ev.eval(e)
	}
	part := func(x python.Expr) val {
		if x == nil {
			return ofNone()
		}
		return ev.eval(x)
	}
	return of(&sliceObj{lower: part(s.Lower), upper: part(s.Upper), stepBy: part(s.Step)})
}

// A sliceObj is a:b:c in a subscript.
type sliceObj struct{ lower, upper, stepBy val }

func (*sliceObj) typeName() string { return "slice" }

// elements returns what iterating over v gives, or why that is not known.
func (ev *evaluator) elements(v val) ([]val, *unknownObj) {
	switch o := v.o.(type) {
	case *tupleObj:
		return o.elems, manyOf(o.elems)
	case *listObj:
		if len(o.alts) == 1 {
			return o.alts[0], manyOf(o.alts[0])
		}
		return nil, losingContents(&unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}, o)
	case *setObj:
		if u, ok := anyMany(o.elems); ok {
			return nil, u
		}
		if len(o.elems) > 1 {
			return nil, &unknownObj{cause: value.Unread, reason: value.Because("the order of a set is not known")}
		}
		return o.elems, nil
	case *iterObj, *instObj:
		elems := ev.drain(ev.iter(v))
		if u := manyOf(elems); u != nil {
			return nil, u
		}
		return elems, nil
	case *viewObj:
		elems := viewElems(o.d, o.what)
		return elems, manyOf(elems)
	case *dictObj:
		if len(o.alts) != 1 {
			return nil, &unknownObj{cause: value.Unread, reason: value.Because("it is changed under conditions that are not decided here")}
		}
		if o.alts[0].rest != nil {
			return nil, o.alts[0].rest
		}
		return o.alts[0].keys, nil
	case strObj:
		if !plain(string(o)) {
			return nil, &unknownObj{cause: value.Host, reason: value.DependsOn("where the repository lies")}
		}
		var out []val
		for _, r := range string(o) {
			out = append(out, ofStr(string(r)))
		}
		return out, nil
	case *fileObj:
		lines := strings.SplitAfter(o.file.Text, "\n")
		if lines[len(lines)-1] == "" {
			lines = lines[:len(lines)-1]
		}
		if o.binary || len(lines) > maxItems {
			return nil, &unknownObj{cause: value.Unread, reason: value.Because("the file is not followed")}
		}
		out := make([]val, len(lines))
		for i, l := range lines {
			out[i] = ofStr(strings.TrimSuffix(strings.TrimSuffix(l, "\n"), "\r") + l[len(strings.TrimRight(l, "\n")):])
		}
		return out, nil
	case *classObj:
		if o.form == formEnum && o.opaque == nil {
			out := make([]val, len(o.members))
			for i, m := range o.members {
				out[i] = of(m)
			}
			return out, nil
		}
		return nil, &unknownObj{cause: value.Unread, reason: value.Because("iterating over a class is not followed")}
	case *argvObj:
		return nil, &unknownObj{cause: value.Host, reason: value.DependsOn("the arguments of the process")}
	case *environObj:
		return nil, derive(allVariables()).o.(*unknownObj)
	case *unknownObj:
		ev.risk("Exception")
		return nil, o
	case *unionObj:
		return ev.unionElements(v)
	case noneObj, boolObj, intObj, floatObj:
		ev.raise(&exception{class: "TypeError", message: "'" + o.typeName() + "' object is not iterable", span: ev.here()})
		return nil, &unknownObj{cause: value.Unread, reason: value.Because("it cannot be iterated over")}
	default:
		return nil, &unknownObj{cause: value.Unread, reason: value.Because("iterating over it is not followed")}
	}
}

// unionElements are the elements of a union: as many as all alternatives agree on, joined one by one.
func (ev *evaluator) unionElements(v val) ([]val, *unknownObj) {
	u := v.o.(*unionObj)
	fk := &fork{serial: ev.serial, reason: u.reason, waits: u.waits}
	var out []val
	for i, a := range u.alts {
		if _, ok := a.v.o.(*iterObj); ok {
			return nil, losing(reasonOf(v), v)
		}
		elems, why := ev.elements(a.v)
		if ev.exc != nil {
			ev.exc = nil
			return nil, losing(reasonOf(v), v)
		}
		if why != nil {
			return nil, losing(why, v)
		}
		if i == 0 {
			out = append([]val(nil), elems...)
			continue
		}
		if len(elems) != len(out) {
			return nil, losing(reasonOf(v), v)
		}
		for j := range out {
			out[j] = ev.join(out[j], elems[j], fk)
		}
	}
	return out, nil
}

// here is the place of the statement or call being evaluated, for exceptions of operations that do not know theirs.
func (ev *evaluator) here() source.Span { return ev.at }
