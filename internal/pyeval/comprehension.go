package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

// A comp is a comprehension being worked out.
type comp struct {
	e     *python.Comp
	ev    *evaluator
	elems []val
	table *table
	open  *unknownObj
	turns int
	from  []val // what it goes through, and the conditions that chose its elements
}

// comprehension evaluates a comprehension over known sequences; the elements of others are unknown. What it goes through
// first is evaluated around it, as in CPython.
func (ev *evaluator) comprehension(e *python.Comp) val {
	outer := ev.sc
	first := ev.eval(e.Generators[0].Iter)
	if ev.exc != nil {
		return first
	}
	inner := &scope{ns: ev.namespace(), mod: outer.mod, parent: outer, comp: true, fn: outer.fn}
	c := &comp{e: e, ev: ev, table: newTable()}
	if e.Kind == python.GeneratorExp {
		return c.lazily(inner, first)
	}
	ev.sc = inner
	c.generate(0, first)
	ev.sc = outer
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	return carry(c.result(), c.from...)
}

// lazily is a generator expression: each element of what it goes through is worked on when it is asked for.
func (c *comp) lazily(inner *scope, first val) val {
	ev := c.ev
	if c.e.Generators[0].Async {
		return unread("it comes from an asynchronous loop")
	}
	c.source(first)
	source := ev.iter(first)
	if ev.exc != nil {
		return unread("an exception was raised")
	}
	it := ev.iterates("generator", func(ev *evaluator, s *iterState) (val, bool) {
		for {
			if v, ok := takeBuffer(ev, s); ok {
				return carry(v, c.from...), true
			}
			if s.raises != nil {
				ev.exc = s.raises
				return val{}, false
			}
			e, ok := ev.advance(source)
			if !ok {
				return val{}, false
			}
			outer, generating := ev.sc, ev.generating
			ev.sc, ev.generating = inner, nil
			c.elems, c.open = nil, nil
			c.turn(0, e)
			ev.sc, ev.generating = outer, generating
			s.buffer = c.elems
			if c.open != nil {
				s.buffer = append(s.buffer, asMany(c.open))
			}
			if ev.exc != nil && len(s.buffer) > 0 {
				s.raises, ev.exc = ev.exc, nil // it is raised once these are taken
			}
			if ev.exc != nil {
				return val{}, false
			}
		}
	})
	return carry(of(it), c.from...)
}

func (c *comp) result() val {
	if c.open != nil {
		return c.unknown()
	}
	switch c.e.Kind {
	case python.ListComp:
		return c.ev.list(c.elems)
	case python.SetComp:
		return c.ev.makeSet(c.elems, c.ev.span(c.e))
	default:
		return c.ev.dict(c.table)
	}
}

func (c *comp) unknown() val {
	switch c.e.Kind {
	case python.ListComp:
		return c.ev.list(append(c.elems, asMany(c.open)))
	case python.SetComp:
		return c.ev.set(append(c.elems, asMany(c.open)))
	default:
		c.table.rest = c.open
		return c.ev.dict(c.table)
	}
}

// widenTo gives up: any number of unknown elements.
func (c *comp) widenTo(why *unknownObj) {
	if c.open == nil {
		c.open = why
		c.elems = nil
		c.table = newTable()
	}
}

// generate goes through the source of the i-th for clause.
func (c *comp) generate(i int, iter val) {
	ev := c.ev
	g := c.e.Generators[i]
	c.source(iter)
	var source *iterObj
	if s, ok := iter.o.(*setObj); ok && c.e.Kind == python.SetComp {
		source = ev.iterates("set_iterator", takeBuffer) // the order does not matter
		source.state.buffer = s.elems
	} else {
		source = ev.iter(iter)
	}
	if ev.exc == nil && g.Async {
		source.havoc(ev, &unknownObj{cause: value.Unread, reason: value.Because("it comes from an asynchronous loop")})
	}
	for ev.exc == nil {
		e, ok := ev.advance(source)
		if !ok {
			return
		}
		c.turns++
		if c.turns > maxItems || ev.dead {
			c.widenTo(&unknownObj{cause: value.Limit, reason: value.Because("it has more elements than are followed")})
			return
		}
		c.turn(i, e)
		if c.open != nil {
			return
		}
	}
}

// turn works on one element of the source of the i-th for clause.
func (c *comp) turn(i int, e val) {
	ev := c.ev
	g := c.e.Generators[i]
	if u, unknown := e.o.(*unknownObj); unknown && u.many {
		c.unknownTurns(i, u)
		return
	}
	ev.assign(g.Target, e, elementSpan(e, ev.span(g.Iter)))
	keep := value.True
	var last val
	for _, cond := range g.Ifs {
		last = ev.eval(cond)
		if ev.exc != nil {
			return
		}
		c.source(last)
		if keep = ev.truth(last); keep != value.True {
			break
		}
	}
	switch keep {
	case value.False:
	case value.True:
		c.inside(i + 1)
	default:
		c.unknownInside(i, reasonOf(last))
	}
}

// inside adds an element, or goes through the next for clause.
func (c *comp) inside(i int) {
	if i == len(c.e.Generators) {
		c.add()
		return
	}
	iter := c.ev.eval(c.e.Generators[i].Iter)
	if c.ev.exc == nil {
		c.generate(i, iter)
	}
}

// unknownTurns is any number of turns with elements that are not known: what they add is any number of elements.
func (c *comp) unknownTurns(i int, why *unknownObj) {
	ev := c.ev
	g := c.e.Generators[i]
	if why.each != nil && c.without(g, why) {
		return
	}
	if mayAct(c.e) {
		ev.openLoop(why, nil, nil, func() {
			ev.assign(g.Target, derive(why), ev.span(g.Iter))
			for _, cond := range g.Ifs {
				ev.eval(cond)
			}
			c.effects(i)
		})
		ev.forgetWalrus(c.e)
	} else {
		ev.risk("Exception")
	}
	c.several(why)
}

// unknownInside adds what an element gives that may be there or not.
func (c *comp) unknownInside(i int, why *unknownObj) {
	if mayAct(c.e) {
		c.ev.maybe(why, func() { c.effects(i) })
		c.ev.forgetWalrus(c.e)
	}
	c.several(why)
}

// several adds any number of elements that are not known.
func (c *comp) several(why *unknownObj) {
	why = losing(why, c.named()...)
	if c.e.Kind == python.DictComp {
		c.widenTo(why)
		return
	}
	c.elems = append(c.elems, asMany(why))
}

// named are the values of the names that an element is made of.
func (c *comp) named() []val {
	var out []val
	see := func(n python.Node) bool {
		if name, ok := n.(*python.Name); ok {
			for s := c.ev.sc; s != nil; s = s.parent {
				if b, bound := s.ns.get(name.ID); bound {
					out = append(out, b.v)
					return true
				}
			}
			if b, bound := c.ev.sc.mod.ns.get(name.ID); bound {
				out = append(out, b.v)
			}
		}
		return true
	}
	python.Walk(c.e.Elt, see)
	if c.e.Value != nil {
		python.Walk(c.e.Value, see)
	}
	return out
}

// effects does what one turn does besides adding an element.
func (c *comp) effects(i int) {
	ev := c.ev
	d := &comp{e: c.e, ev: ev, table: newTable()}
	d.inside(i + 1)
}

// mayAct reports whether a comprehension may do something besides giving elements.
func mayAct(e *python.Comp) bool {
	found := false
	python.Walk(e, func(n python.Node) bool {
		switch n.(type) {
		case *python.Call, *python.NamedExpr, *python.Lambda: // a function sees the last value of the loop's name
			found = true
		}
		return !found
	})
	return found
}

func (c *comp) add() {
	if c.e.Kind != python.DictComp {
		v := c.element(c.e.Elt)
		if c.ev.exc == nil {
			c.elems = append(c.elems, v)
		}
		return
	}
	k, v := c.element(c.e.Elt), c.element(c.e.Value)
	h, ok := hashOf(k.o)
	switch {
	case c.ev.exc != nil:
	case ok:
		c.table.set(h, k, v)
	case unhashable(k.o):
		c.ev.raiseAt("TypeError", "unhashable type: '"+k.o.typeName()+"'", c.ev.span(c.e))
	default:
		c.widenTo(reasonOf(k))
	}
}

// unhashable reports whether a value certainly cannot be a key.
func unhashable(o object) bool {
	switch o := o.(type) {
	case *listObj, *dictObj, *nsObj:
		return true
	case *setObj:
		return !o.frozen
	case *tupleObj:
		return slices.ContainsFunc(o.elems, func(e val) bool { return unhashable(e.o) })
	default:
		return false
	}
}

// element evaluates what the comprehension gives for one turn. A variable that it goes through is read within it.
func (c *comp) element(e python.Expr) val {
	v := c.ev.eval(e)
	whole := c.ev.span(c.e)
	if v.trail != nil && within(v.trail.read, whole) {
		return c.ev.assigned(v, whole)
	}
	return c.ev.assigned(v, c.ev.span(e))
}

// source notes a value that decides what the comprehension holds.
func (c *comp) source(v val) {
	if v.trail != nil && v.trail.carries && !slices.ContainsFunc(c.from, func(o val) bool { return o.trail == v.trail }) {
		c.from = append(c.from, v)
	}
}

// forgetWalrus forgets the names that a comprehension may assign around it.
func (ev *evaluator) forgetWalrus(c *python.Comp) {
	python.Walk(c, func(n python.Node) bool {
		if w, ok := n.(*python.NamedExpr); ok {
			s := ev.sc
			for s.comp && s.parent != nil {
				s = s.parent
			}
			ev.bind(s.target(w.Target.ID), w.Target.ID, unread("it is set in a comprehension that is not followed"), ev.span(w))
		}
		return true
	})
}

// without reports whether the conditions of a for clause leave out what is known of many elements.
func (c *comp) without(g python.Generator, many *unknownObj) bool {
	ev := c.ev
	ev.assign(g.Target, of(many.each), ev.span(g.Iter))
	for _, cond := range g.Ifs {
		v := ev.eval(cond)
		if ev.exc != nil {
			return false
		}
		if ev.truth(v) == value.False {
			return true
		}
	}
	return false
}
