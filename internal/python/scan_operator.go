package python

import "slices"

// operator scans a token that starts with c, a byte of punctuation.
func (s *scanner) operator(c byte) {
	i := s.at
	var next, third byte
	if i+1 < len(s.src) {
		next = s.src[i+1]
	}
	var k kind
	n := 1
	switch c {
	case '(':
		s.open(tokLParen)
		return
	case '[':
		s.open(tokLBracket)
		return
	case '{':
		s.open(tokLBrace)
		return
	case ')':
		s.close(tokRParen, tokLParen)
		return
	case ']':
		s.close(tokRBracket, tokLBracket)
		return
	case '}':
		s.close(tokRBrace, tokLBrace)
		return
	case ',':
		k = tokComma
	case ';':
		k = tokSemicolon
	case '~':
		k = tokTilde
	case ':':
		k, n = either(next == '=', tokColonEqual, tokColon)
	case '=':
		k, n = either(next == '=', tokEqEqual, tokEqual)
	case '!':
		k, n = either(next == '=', tokNotEqual, tokExclamation)
	case '+':
		k, n = either(next == '=', tokPlusEqual, tokPlus)
	case '@':
		k, n = either(next == '=', tokAtEqual, tokAt)
	case '%':
		k, n = either(next == '=', tokPercentEqual, tokPercent)
	case '&':
		k, n = either(next == '=', tokAmperEqual, tokAmper)
	case '|':
		k, n = either(next == '=', tokBarEqual, tokBar)
	case '^':
		k, n = either(next == '=', tokCaretEqual, tokCaret)
	case '-':
		k, n = either(next == '=', tokMinusEqual, tokMinus)
		if next == '>' {
			k, n = tokArrow, 2
		}
	case '.':
		if next >= '0' && next <= '9' {
			s.anyNumber()
			return
		}
		k = tokDot
		if next == '.' && i+2 < len(s.src) && s.src[i+2] == '.' {
			k, n = tokEllipsis, 3
		}
	default:
		if i+2 < len(s.src) {
			third = s.src[i+2]
		}
		if c == '<' && next == '>' {
			s.fail(i, i+2, "invalid syntax").python2 = true
			s.at = i + 2
			return
		}
		k, n = repeated(c, next, third)
	}
	s.emit(k, i, i+n)
	s.at = i + n
}

// either returns two with length 2 or one with length 1.
func either(isTwo bool, two, one kind) (kind, int) {
	if isTwo {
		return two, 2
	}
	return one, 1
}

// repeated returns the operator that starts with one of * / < >, which may be doubled, and its length.
func repeated(c, next, third byte) (kind, int) {
	one, oneEqual, two, twoEqual := tokStar, tokStarEqual, tokDoubleStar, tokDoubleStarEqual
	switch c {
	case '/':
		one, oneEqual, two, twoEqual = tokSlash, tokSlashEqual, tokDoubleSlash, tokDoubleSlashEqual
	case '<':
		one, oneEqual, two, twoEqual = tokLess, tokLessEqual, tokLeftShift, tokLeftShiftEqual
	case '>':
		one, oneEqual, two, twoEqual = tokGreater, tokGreaterEqual, tokRightShift, tokRightShiftEqual
	}
	switch {
	case next == c && third == '=':
		return twoEqual, 3
	case next == c:
		return two, 2
	case next == '=':
		return oneEqual, 2
	default:
		return one, 1
	}
}

func (s *scanner) open(k kind) {
	t := token{kind: k, from: uint32(s.at), to: uint32(s.at + 1)}
	if len(s.brackets) >= maxBrackets {
		s.fail(s.at, s.at+1, "too many nested parentheses")
		// Nothing sensible can follow: go on behind this line, as if all were closed.
		s.brackets = s.brackets[:0]
		s.at = s.lineEnd(s.at)
		s.aborted = s.fstrings > 0
		return
	}
	s.brackets = append(s.brackets, t)
	s.toks = append(s.toks, t)
	s.at++
	if s.desperate && len(s.brackets) == 1 {
		s.templateComment()
	}
}

// close emits a closing bracket. One that does not match is left to the parser to refuse: it closes what it can, so that
// the lines below are not drawn in.
func (s *scanner) close(k, opener kind) {
	s.emit(k, s.at, s.at+1)
	s.at++
	for i, b := range slices.Backward(s.brackets) {
		if b.kind == opener {
			s.brackets = s.brackets[:i]
			return
		}
	}
	if len(s.brackets) > 0 {
		s.brackets = s.brackets[:len(s.brackets)-1]
	}
}
