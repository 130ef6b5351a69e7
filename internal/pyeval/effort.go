package pyeval

// effortPerStep is how many elements an operation may go through for one step of the run, so that operations on large
// containers are bounded as statements are.
const effortPerStep = 16

// maxTuple bounds the elements of a tuple and of the tuples in it, which sharing could multiply.
const maxTuple = 2 * maxItems

// charge counts an operation that goes through n elements.
func (ev *evaluator) charge(n int) {
	ev.effort += n
	if ev.effort >= effortPerStep {
		ev.steps += ev.effort / effortPerStep
		ev.effort %= effortPerStep
		if ev.steps > maxSteps {
			ev.dead = true
		}
	}
}

// chargeFor counts an operation on the given operands.
func (ev *evaluator) chargeFor(operands ...val) {
	for _, v := range operands {
		ev.charge(weight(v.o))
	}
}

// weight is how many elements an operation on o goes through.
func weight(o object) int {
	n := 1
	switch o := o.(type) {
	case strObj:
		return 1 + len(o)/256
	case *tupleObj:
		return o.size
	case *listObj:
		for _, c := range o.alts {
			n += len(c)
		}
	case *setObj:
		n += len(o.elems)
	case *iterObj:
		n += len(o.state.buffer)
	case *dictObj:
		for _, t := range o.alts {
			n += len(t.keys)
		}
	case *unionObj:
		for _, a := range o.alts {
			if _, nested := a.v.o.(*unionObj); !nested {
				n += weight(a.v.o)
			}
		}
	}
	return n
}

// weightOf is what it costs to keep the content of m in the journal.
func weightOf(m mutable) int {
	switch m := m.(type) {
	case *namespace:
		return 1 + len(m.since)
	case *environment:
		return 1 + len(m.assigned) + len(m.loaded)
	case object:
		return weight(m)
	default:
		return 1
	}
}
