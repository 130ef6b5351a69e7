package pyeval

import (
	"slices"

	"deploylint/internal/python"
	"deploylint/internal/value"
)

// matchStmt follows the cases in order; where one is not decided, both ways are followed.
func (ev *evaluator) matchStmt(s *python.Match) flow {
	subject := ev.eval(s.Subject)
	if ev.exc != nil {
		return flow{kind: flowRaise}
	}
	if u, ok := subject.o.(*unionObj); ok {
		return ev.matchAny(s, u)
	}
	return ev.matchCases(s, subject, s.Cases)
}

// matchAny matches each value that the subject may have.
func (ev *evaluator) matchAny(s *python.Match, u *unionObj) flow {
	var paths []func() flow
	for _, a := range u.alts {
		paths = append(paths, func() flow { return ev.matchCases(s, a.v, s.Cases) })
	}
	fk := ev.newFork(&unknownObj{reason: u.reason, waits: u.waits}, joined(ev.span(s.Subject)))
	return ev.branch(fk, paths...)
}

func (ev *evaluator) matchCases(s *python.Match, subject val, cases []*python.MatchCase) flow {
	for i, c := range cases {
		m := &matching{ev: ev}
		hit := m.pattern(c.Pattern, subject)
		if ev.exc != nil {
			return flow{kind: flowRaise}
		}
		if hit == value.False {
			continue
		}
		m.bind()
		if hit == value.True && c.Guard != nil {
			test := ev.eval(c.Guard)
			if ev.exc != nil {
				return flow{kind: flowRaise}
			}
			if hit = ev.truth(test); hit == value.False {
				continue
			}
		}
		if hit == value.True {
			return ev.block(c.Body)
		}
		fk := ev.newFork(reasonOf(subject), joined(ev.span(s.Subject)))
		return ev.branch(fk,
			func() flow {
				if c.Guard != nil {
					ev.eval(c.Guard)
				}
				if ev.exc != nil {
					return flow{kind: flowRaise}
				}
				return ev.block(c.Body)
			},
			func() flow { return ev.matchCases(s, subject, cases[i+1:]) })
	}
	return flow{}
}

// A matching is one pattern being tried; what it captures is bound when it fits.
type matching struct {
	ev    *evaluator
	names []capture
}

type capture struct {
	name string
	v    val
	at   python.Node
}

func (m *matching) capture(name string, v val, at python.Node) {
	if name != "" {
		m.names = append(m.names, capture{name, v, at})
	}
}

func (m *matching) bind() {
	for _, c := range m.names {
		m.ev.bind(m.ev.sc.target(c.name), c.name, c.v, m.ev.span(c.at))
	}
}

func (m *matching) pattern(p python.Pattern, subject val) value.Tri {
	ev := m.ev
	switch p := p.(type) {
	case *python.MatchValue:
		return ev.truth(ev.compare(subject, python.Eq, ev.eval(p.Value), ev.span(p.Value)))
	case *python.MatchSingleton:
		return ev.truth(ev.compare(subject, python.Is, ev.eval(p.Value), ev.span(p.Value)))
	case *python.MatchAs:
		hit := value.True
		if p.Pattern != nil {
			hit = m.pattern(p.Pattern, subject)
		}
		m.capture(p.Name, subject, p)
		return hit
	case *python.MatchOr:
		out := value.False
		for _, q := range p.Patterns {
			before := len(m.names)
			hit := m.pattern(q, subject)
			if hit == value.True && out == value.False {
				return value.True
			}
			if hit == value.False {
				m.names = m.names[:before]
			}
			for i := range m.names[before:] {
				m.names[before+i].v = unread("it is taken by one of several patterns")
			}
			out = out.Or(hit)
		}
		return out
	case *python.MatchSequence:
		return m.sequence(p, subject)
	case *python.MatchMapping:
		return m.mapping(p, subject)
	case *python.MatchClass:
		return m.class(p, subject)
	default:
		return value.Undecided
	}
}

// lost captures the names of a pattern that cannot be followed.
func (m *matching) lost(p python.Pattern, why *unknownObj) {
	python.Walk(p, func(n python.Node) bool {
		switch q := n.(type) {
		case *python.MatchAs:
			m.capture(q.Name, derive(why), q)
		case *python.MatchStar:
			m.capture(q.Name, m.ev.list([]val{asMany(why)}), q)
		case *python.MatchMapping:
			m.capture(q.Rest, derive(why), q)
		}
		return true
	})
}

func (m *matching) sequence(p *python.MatchSequence, subject val) value.Tri {
	var elems []val
	switch o := subject.o.(type) {
	case *listObj:
		if len(o.alts) == 1 {
			elems = o.alts[0]
			break
		}
		m.lost(p, reasonOf(subject))
		return value.Undecided
	case *tupleObj:
		elems = o.elems
	case strObj, bytesObj, noneObj, boolObj, intObj, floatObj, *dictObj, *setObj:
		return value.False
	default:
		m.lost(p, reasonOf(subject))
		return value.Undecided
	}
	if u, many := anyMany(elems); many {
		m.lost(p, u)
		return value.Undecided
	}
	star := slices.IndexFunc(p.Patterns, func(q python.Pattern) bool { _, ok := q.(*python.MatchStar); return ok })
	if star < 0 && len(elems) != len(p.Patterns) || len(elems) < len(p.Patterns)-1 {
		return value.False
	}
	hit := value.True
	for i, q := range p.Patterns {
		switch {
		case i == star:
			rest := elems[i : len(elems)-(len(p.Patterns)-1-i)]
			m.capture(q.(*python.MatchStar).Name, m.ev.list(slices.Clone(rest)), q)
			continue
		case star >= 0 && i > star:
			hit = hit.And(m.pattern(q, elems[len(elems)-len(p.Patterns)+i]))
		default:
			hit = hit.And(m.pattern(q, elems[i]))
		}
		if hit == value.False {
			return hit
		}
	}
	return hit
}

func (m *matching) mapping(p *python.MatchMapping, subject val) value.Tri {
	d, ok := subject.o.(*dictObj)
	if !ok {
		if isBasic(subject.o) {
			return value.False
		}
		m.lost(p, reasonOf(subject))
		return value.Undecided
	}
	hit := value.True
	rest := m.ev.copyDict(d)
	for i, k := range p.Keys {
		key := m.ev.eval(k)
		has := m.ev.containsKey(d, key)
		if hit = hit.And(has); hit == value.False {
			return hit
		}
		hit = hit.And(m.pattern(p.Patterns[i], m.ev.dictGet(d, key, ofNone())))
		m.ev.popKey(rest, key, ofNone(), m.ev.span(k))
	}
	m.capture(p.Rest, of(rest), p)
	return hit
}

func (m *matching) class(p *python.MatchClass, subject val) value.Tri {
	class := m.ev.eval(p.Cls)
	hit := m.ev.instanceOf(subject, class)
	if isUnknown(subject.o) || isUnion(subject.o) {
		hit = value.Undecided
	}
	if hit == value.False {
		return hit
	}
	native, builtin := class.o.(*nativeObj)
	if builtin && len(p.Patterns) == 1 && len(p.KwdPatterns) == 0 && native.name != "object" {
		return hit.And(m.pattern(p.Patterns[0], subject)) // str(x) captures the subject itself
	}
	if len(p.Patterns) > 0 {
		m.lost(p, reasonOf(subject))
		return value.Undecided
	}
	for i, name := range p.KwdAttrs {
		has := m.ev.hasAttr(subject, name, &call{span: m.ev.span(p), caller: m.ev.sc.mod})
		if hit = hit.And(m.ev.truth(has)); hit == value.False {
			return hit
		}
		hit = hit.And(m.pattern(p.KwdPatterns[i], m.ev.getAttr(subject, name, m.ev.span(p))))
	}
	return hit
}
