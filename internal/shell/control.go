package shell

import (
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// An outcome is how a command ends, as far as it is decided.
type outcome uint8

const (
	// succeeds: a program that is taken to do what it is for.
	succeeds outcome = iota
	// undecided: a test whose answer is not known.
	undecided
	isTrue
	isFalse
)

func (o outcome) not() outcome {
	switch o {
	case isTrue:
		return isFalse
	case isFalse:
		return isTrue
	default:
		return undecided
	}
}

func outcomeOf(t value.Tri) outcome {
	switch t {
	case value.True:
		return isTrue
	case value.False:
		return isFalse
	default:
		return undecided
	}
}

// binary walks a && b, a || b and pipes.
func (e *evaluator) binary(s *state, c *syntax.BinaryCmd, g guard) outcome {
	switch c.Op {
	case syntax.AndStmt:
		left := g
		left.chained = true
		switch first := e.statement(s, c.X, left); first {
		case isFalse:
			return isFalse
		case undecided:
			return e.maybe(s, c.Y, g, e.text.of(c))
		default:
			return e.statement(s, c.Y, g)
		}
	case syntax.OrStmt:
		left := g
		left.noticed = true
		switch first := e.statement(s, c.X, left); first {
		case isTrue:
			return isTrue
		case isFalse:
			return e.statement(s, c.Y, g)
		case undecided:
			return e.maybe(s, c.Y, g, e.text.of(c))
		default:
			if s.dead {
				return succeeds
			}
			// The left side is taken to succeed, so what the right side starts is not what the script ends with.
			tail := s.tail
			e.maybe(s, c.Y, g, e.text.of(c))
			if !s.dead {
				s.tail = tail
			}
			return succeeds
		}
	default:
		return e.pipe(s, c, g)
	}
}

// pipe walks a | b. The program that matters is the first one: what follows it reads its log.
func (e *evaluator) pipe(s *state, c *syntax.BinaryCmd, g guard) outcome {
	e.subshells++
	first, rest := e.fork(s), e.fork(s)
	e.statement(first, c.X, g)
	e.statement(rest, c.Y, guard{noticed: true})
	e.subshells--
	s.tail, s.background = first.tail, union(first.background, rest.background)
	return undecided
}

// maybe walks a statement that may not run.
func (e *evaluator) maybe(s *state, st *syntax.Stmt, g guard, place source.Span) outcome {
	skipped, taken := e.fork(s), e.fork(s)
	e.undecided++
	e.statement(taken, st, g)
	e.undecided--
	s.become([]*state{skipped, taken}, place)
	return undecided
}

// conditional walks if, elif and else. The chain is followed in a loop: it may be long.
func (e *evaluator) conditional(s *state, c *syntax.IfClause, g guard) {
	place := e.text.of(c)
	open := 0 // conditions that were left undecided
	outer := len(e.purposes)
	defer func() { e.purposes = e.purposes[:outer] }()
	var branches []*state
	for current := c; ; current = current.Else {
		if current == nil {
			branches = append(branches, e.fork(s)) // no branch is taken
			break
		}
		decided := isTrue
		if current.ThenPos.IsValid() { // not a plain else
			decided = e.statements(s, current.Cond, guard{noticed: true})
		}
		if s.dead {
			break
		}
		if decided == isFalse {
			continue
		}
		branch := e.fork(s)
		if decided == isTrue {
			e.statements(branch, current.Then, g)
			branches = append(branches, branch)
			break
		}
		open++
		e.undecided++
		said := e.purposeOf(current.Cond)
		e.purposes = append(e.purposes, said)
		e.statements(branch, current.Then, g)
		branches = append(branches, branch)
		e.purposes[len(e.purposes)-1] = said.opposite() // for what stands behind elif and else
	}
	e.undecided -= open
	s.become(branches, place)
}

// choose walks case: the branch that matches, or all of them when the word is not known.
func (e *evaluator) choose(s *state, c *syntax.CaseClause, g guard) {
	subject := e.value(s, c.Word)
	text, known := subject.Text()
	var branches []*state
	open := 0
	covered := false
	for _, item := range c.Items {
		matches := value.False
		for _, p := range item.Patterns {
			matches = matches.Or(e.matches(s, p, text, known))
		}
		if matches == value.False {
			continue
		}
		branch := e.fork(s)
		if matches == value.True {
			e.statements(branch, item.Stmts, g)
			branches = append(branches, branch)
			covered = true
			break
		}
		if open == 0 {
			e.undecided++
		}
		open++
		e.purposes = append(e.purposes, e.purposeOfPatterns(item.Patterns))
		e.statements(branch, item.Stmts, g)
		e.purposes = e.purposes[:len(e.purposes)-1]
		branches = append(branches, branch)
	}
	if open > 0 {
		e.undecided--
	}
	if !covered {
		branches = append(branches, e.fork(s))
	}
	s.become(branches, e.text.of(c))
}

// matches compares a case pattern with a word.
func (e *evaluator) matches(s *state, pattern *syntax.Word, text string, known bool) value.Tri {
	if pattern.Lit() == "*" {
		return value.True
	}
	if !known {
		return value.Undecided
	}
	p, ok := e.value(s, pattern).Text()
	if !ok {
		return value.Undecided
	}
	quoted := true
	for _, part := range pattern.Parts {
		if lit, isLit := part.(*syntax.Lit); isLit && strings.ContainsAny(lit.Value, "*?[") {
			quoted = false
		}
		if _, isGlob := part.(*syntax.ExtGlob); isGlob {
			return value.Undecided
		}
	}
	if quoted {
		return value.TriOf(p == text)
	}
	if strings.ContainsAny(p, `[\`) {
		return value.Undecided
	}
	return value.TriOf(glob(p, text))
}

// glob matches * and ?, in time that grows with the product of both lengths at most.
func glob(pattern, text string) bool {
	p, t, star, mark := 0, 0, -1, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == text[t]):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// loop walks while and until. One whose condition is a constant runs for ever; any other may not run at all.
func (e *evaluator) loop(s *state, c *syntax.WhileClause, g guard) {
	decided := e.statements(s, c.Cond, guard{noticed: true})
	if c.Until {
		decided = decided.not()
	}
	switch {
	case s.dead || decided == isFalse:
	case decided == isTrue:
		e.statements(s, c.Do, g)
	default:
		e.body(s, c.Do, e.text.of(c))
	}
}

// repeat walks for, once, with the name of the loop not known.
func (e *evaluator) repeat(s *state, c *syntax.ForClause, _ guard) {
	if words, ok := c.Loop.(*syntax.WordIter); ok && words.Name != nil {
		s.vars[words.Name.Value] = &variable{val: value.NotKnown(value.Unread, "it is a loop's variable")}
		if e.exhausted(s, words) {
			return
		}
	}
	e.body(s, c.Do, e.text.of(c))
}

// exhausted reports whether a for loop has nothing to go over.
func (e *evaluator) exhausted(s *state, words *syntax.WordIter) bool {
	if !words.InPos.IsValid() {
		return s.argsKnown && len(s.args) == 0
	}
	return len(words.Items) == 0
}

// body walks what may run any number of times.
func (e *evaluator) body(s *state, list []*syntax.Stmt, place source.Span) {
	skipped, taken := e.fork(s), e.fork(s)
	e.undecided++
	e.statements(taken, list, guard{})
	e.undecided--
	s.become([]*state{skipped, taken}, place)
}
