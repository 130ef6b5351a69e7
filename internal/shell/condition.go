package shell

import (
	"strconv"

	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// test decides [[ … ]] as far as its words are known. What asks about the machine, such as -f, is never decided.
func (e *evaluator) test(s *state, x syntax.TestExpr) outcome {
	defer e.leave()
	if !e.enter(s) {
		return undecided
	}
	switch t := x.(type) {
	case *syntax.ParenTest:
		return e.test(s, t.X)
	case *syntax.Word:
		return outcomeOf(notEmpty(e.value(s, t)))
	case *syntax.UnaryTest:
		switch t.Op {
		case syntax.TsNot:
			return e.test(s, t.X).not()
		case syntax.TsEmpStr, syntax.TsNempStr:
			w, ok := t.X.(*syntax.Word)
			if !ok {
				return undecided
			}
			answer := notEmpty(e.value(s, w))
			if t.Op == syntax.TsEmpStr {
				answer = answer.Not()
			}
			return outcomeOf(answer)
		default:
			return undecided
		}
	case *syntax.BinaryTest:
		return e.binaryTest(s, t)
	}
	return undecided
}

func (e *evaluator) binaryTest(s *state, t *syntax.BinaryTest) outcome {
	switch t.Op {
	case syntax.AndTest, syntax.OrTest:
		a, b := e.test(s, t.X).tri(), e.test(s, t.Y).tri()
		if t.Op == syntax.AndTest {
			return outcomeOf(a.And(b))
		}
		return outcomeOf(a.Or(b))
	case syntax.TsMatch, syntax.TsMatchShort, syntax.TsNoMatch:
		x, okX := t.X.(*syntax.Word)
		y, okY := t.Y.(*syntax.Word)
		if !okX || !okY {
			return undecided
		}
		text, known := e.value(s, x).Text()
		answer := e.matches(s, y, text, known)
		if t.Op == syntax.TsNoMatch {
			answer = answer.Not()
		}
		return outcomeOf(answer)
	default:
		x, okX := t.X.(*syntax.Word)
		y, okY := t.Y.(*syntax.Word)
		if !okX || !okY {
			return undecided
		}
		return compare(e.value(s, x), t.Op.String(), e.value(s, y))
	}
}

func (o outcome) tri() value.Tri {
	switch o {
	case isTrue:
		return value.True
	case isFalse:
		return value.False
	default:
		return value.Undecided
	}
}

func notEmpty(v value.Value) value.Tri {
	if text, ok := v.Text(); ok {
		return value.TriOf(text != "")
	}
	if v.Cause == value.Absent && !v.Known() {
		return value.False
	}
	return value.Undecided
}

// bracket decides [ … ] and test, given their words.
func bracket(words []Word) outcome {
	switch {
	case len(words) > 0 && words[0].Text == "!" && words[0].Known:
		return bracket(words[1:]).not()
	case len(words) == 0:
		return isFalse
	case len(words) == 1:
		return outcomeOf(notEmpty(words[0].Value()))
	case len(words) == 2 && words[0].Text == "-n":
		return outcomeOf(notEmpty(words[1].Value()))
	case len(words) == 2 && words[0].Text == "-z":
		return outcomeOf(notEmpty(words[1].Value())).not()
	case len(words) == 3:
		return compare(words[0].Value(), words[1].Text, words[2].Value())
	case len(words) == 7 && (words[3].Text == "-a" || words[3].Text == "-o"):
		a, b := bracket(words[:3]).tri(), bracket(words[4:]).tri()
		if words[3].Text == "-a" {
			return outcomeOf(a.And(b))
		}
		return outcomeOf(a.Or(b))
	}
	return undecided
}

// compare decides a comparison of two words.
func compare(a value.Value, operator string, b value.Value) outcome {
	if a.Cause == value.Absent && !a.Known() {
		a = value.OfStr("")
	}
	if b.Cause == value.Absent && !b.Known() {
		b = value.OfStr("")
	}
	x, okX := a.Text()
	y, okY := b.Text()
	if !okX || !okY {
		return undecided
	}
	switch operator {
	case "=", "==":
		return outcomeOf(value.TriOf(x == y))
	case "!=":
		return outcomeOf(value.TriOf(x != y))
	}
	m, errX := strconv.Atoi(x)
	n, errY := strconv.Atoi(y)
	if errX != nil || errY != nil {
		return undecided
	}
	switch operator {
	case "-eq":
		return outcomeOf(value.TriOf(m == n))
	case "-ne":
		return outcomeOf(value.TriOf(m != n))
	case "-lt":
		return outcomeOf(value.TriOf(m < n))
	case "-le":
		return outcomeOf(value.TriOf(m <= n))
	case "-gt":
		return outcomeOf(value.TriOf(m > n))
	case "-ge":
		return outcomeOf(value.TriOf(m >= n))
	}
	return undecided
}
