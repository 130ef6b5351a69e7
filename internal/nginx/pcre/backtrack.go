package pcre

import (
	"regexp/syntax"
	"slices"
)

// Backtracks reports whether PCRE may need time that doubles with each character of the text: a repeat without bound
// stands in another one, nothing between two rounds tells them apart, and what follows may fail.
//
// (\w+\s?)+$ is such a pattern: "aaaa!" can be cut into words in eight ways, and each is tried. ([^/]+/)+$ is none: only a
// slash ends a round, and no round holds one.
func (p Pattern) Backtracks() bool { return backtracks(p.whole, false) }

// backtracks looks for such a repeat in re. mayFail is set where something that may fail follows re.
func backtracks(re *syntax.Regexp, mayFail bool) bool {
	switch re.Op {
	case syntax.OpConcat:
		for i, sub := range re.Sub {
			if backtracks(sub, mayFail || i < len(re.Sub)-1 && !allNullable(re.Sub[i+1:])) {
				return true
			}
		}
		return false
	case syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		if unbounded(re) && mayFail && ambiguous(re.Sub[0]) {
			return true
		}
		return backtracks(re.Sub[0], true)
	default:
		return slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return backtracks(sub, mayFail) })
	}
}

// unbounded reports whether re repeats without a bound that matters.
func unbounded(re *syntax.Regexp) bool {
	const many = 16
	switch re.Op {
	case syntax.OpStar, syntax.OpPlus:
		return true
	case syntax.OpRepeat:
		return re.Max < 0 || re.Max >= many
	default:
		return false
	}
}

// ambiguous reports whether two rounds of a repeat over body can also be read as one: body is, but for parts that may be
// empty or hold the same characters, an unbounded repeat itself.
func ambiguous(body *syntax.Regexp) bool {
	switch body.Op {
	case syntax.OpCapture:
		return ambiguous(body.Sub[0])
	case syntax.OpAlternate:
		return slices.ContainsFunc(body.Sub, ambiguous)
	case syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		return unbounded(body)
	case syntax.OpConcat:
		for i, sub := range body.Sub {
			if inner := bare(sub); unbounded(inner) && othersBlend(body.Sub, i, inner) {
				return true
			}
		}
		return false
	default:
		return false
	}
}

// othersBlend reports whether all parts beside the one at index i may be empty or consist of characters of inner.
func othersBlend(parts []*syntax.Regexp, i int, inner *syntax.Regexp) bool {
	for at, part := range parts {
		if at != i && !nullable(part) && !blends(part, inner) {
			return false
		}
	}
	return true
}

// bare strips the groups around re.
func bare(re *syntax.Regexp) *syntax.Regexp {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	return re
}

// blends reports whether a single character or class, maybe repeated, lies within what inner repeats.
func blends(part, inner *syntax.Regexp) bool {
	part = bare(part)
	for part.Op == syntax.OpPlus || part.Op == syntax.OpStar || part.Op == syntax.OpQuest || part.Op == syntax.OpRepeat {
		part = bare(part.Sub[0])
	}
	switch part.Op {
	case syntax.OpLiteral:
		for _, r := range part.Rune {
			if !mayHold(inner, r) {
				return false
			}
		}
		return true
	case syntax.OpCharClass:
		return len(part.Rune) > 0 && mayHold(inner, part.Rune[0]) && mayHold(inner, part.Rune[len(part.Rune)-1])
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return bare(inner.Sub[0]).Op == part.Op
	default:
		return false
	}
}

// nullable reports whether re matches the empty text.
func nullable(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpStar, syntax.OpQuest, syntax.OpEmptyMatch:
		return true
	case syntax.OpRepeat:
		return re.Min == 0 || nullable(re.Sub[0])
	case syntax.OpCapture, syntax.OpPlus:
		return nullable(re.Sub[0])
	case syntax.OpConcat:
		return allNullable(re.Sub)
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, nullable)
	default:
		return false
	}
}

func allNullable(res []*syntax.Regexp) bool {
	for _, re := range res {
		if !nullable(re) {
			return false
		}
	}
	return true
}
