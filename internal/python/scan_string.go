package python

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// flagF marks a prefix that makes an f-string or a t-string; the token's kind keeps it afterwards.
const flagF = flagEscape

// prefixFlags returns the flags of a string prefix, and whether s is one.
func prefixFlags(s string) (flags, bool) {
	var f flags
	for i := range len(s) {
		var g flags
		switch s[i] {
		case 'r', 'R':
			g = flagRaw
		case 'b', 'B':
			g = flagBytes
		case 'u':
			g = flagU
		case 'U':
			g = 0
		case 'f', 'F':
			g = flagF
		case 't', 'T':
			g = flagF | flagT
		default:
			return 0, false
		}
		if len(s) == 2 && (s[i]|0x20 == 'u' || f&g != 0) {
			return 0, false // u stands alone
		}
		f |= g
	}
	return f, len(s) < 2 || f&flagRaw != 0
}

// str scans a string from its prefix at s.at; its first quote is at offset i.
func (s *scanner) str(i int, f flags) {
	src := s.src
	quote := src[i]
	triple := strings.HasPrefix(src[i:], `"""`) || strings.HasPrefix(src[i:], "'''")
	switch {
	case f&flagF != 0:
		s.fstring(i, f&^flagF, triple)
	case triple:
		s.tripleString(i, f|flagTriple)
	default:
		for j := i + 1; j < len(src); j++ {
			switch src[j] {
			case quote:
				s.toks = append(s.toks, token{tokString, f, uint32(s.at), uint32(j + 1)})
				s.at = j + 1
				return
			case '\\':
				f |= flagEscape
				j++
				if j+1 < len(src) && src[j] == '\r' && src[j+1] == '\n' {
					j++
				}
			case '\n', '\r':
				s.unterminated(j)
				return
			}
		}
		s.unterminated(len(src))
	}
}

// unterminated cuts a string at the end of its line, and with it the f-strings around it.
func (s *scanner) unterminated(end int) {
	s.fail(s.at, end, "unterminated string literal")
	s.at = end
	s.aborted = s.fstrings > 0
}

// tripleString scans a string in three quotes that start at offset i.
func (s *scanner) tripleString(i int, f flags) {
	end, escaped := s.tripleEnd(i+3, s.src[i:i+3])
	if escaped {
		f |= flagEscape
	}
	if end < 0 {
		s.fail(s.at, len(s.src), "unterminated triple-quoted string literal")
		s.at = len(s.src)
		s.aborted = s.fstrings > 0
		return
	}
	s.toks = append(s.toks, token{tokString, f, uint32(s.at), uint32(end)})
	s.at = end
}

// tripleEnd returns the offset behind the next quotes at or after i, or -1, and whether a backslash came before them.
func (s *scanner) tripleEnd(i int, quotes string) (end int, escaped bool) {
	src := s.src
	for {
		n := strings.IndexByte(src[i:], quotes[0])
		if n < 0 {
			return -1, escaped
		}
		n += i
		// Each byte is looked at twice at most: a backslash behind which the search starts anew lies before n.
		for {
			b := strings.IndexByte(src[i:n], '\\')
			if b < 0 {
				break
			}
			escaped = true
			i += b + 2
			if i > n {
				break
			}
		}
		if i > n {
			continue // the quote itself is escaped
		}
		if strings.HasPrefix(src[n:], quotes) {
			return n + 3, escaped
		}
		i = n + 1
	}
}

// fstring scans an f-string or t-string into tokFStart, the parts, and tokFEnd.
func (s *scanner) fstring(i int, f flags, triple bool) {
	start, open := s.at, len(s.brackets)
	quotes := s.src[i : i+1]
	if triple {
		quotes = s.src[i : i+3]
		f |= flagTriple
	}
	if s.fstrings >= 2*maxFString {
		s.fail(s.at, i+len(quotes), "f-string: expressions nested too deeply")
		s.at = i + len(quotes)
		s.aborted = true
		return
	}
	first := len(s.toks)
	s.toks = append(s.toks, token{tokFStart, f, uint32(s.at), uint32(i + len(quotes))})
	s.at = i + len(quotes)
	s.fstrings++
	s.fparts(quotes, f, 0)
	s.fstrings--
	if !s.aborted || s.fstrings > 0 {
		return
	}
	s.aborted = false
	s.brackets = s.brackets[:open]
	if triple {
		if end, _ := s.tripleEnd(s.at, quotes); end >= 0 {
			s.at = end
		}
		return
	}
	// What was taken for the inside of the string may be the lines below it.
	end := s.lineEnd(start)
	switch n := strings.IndexByte(s.src[min(s.at, end):end], quotes[0]); {
	case s.at > end && !s.full:
		s.rewind(first, end)
	case n >= 0:
		s.at += n + 1
		s.emit(tokFEnd, s.at-1, s.at)
	case s.at < end:
		s.at = end
	}
}

// rewind drops all tokens from index first on, puts the first trouble found among them in their place and goes on at
// offset end.
func (s *scanner) rewind(first, end int) {
	why := badToken{message: "f-string: expecting '}'", pos: Pos{s.toks[first].from, uint32(end)}}
	s.toks = s.toks[:first]
	for n := len(s.bad); n > 0 && s.bad[n-1].index >= first; n-- {
		s.bad = s.bad[:n-1]
	}
	for n := len(s.comments); n > 0 && int(s.comments[n-1].To) > end; n-- {
		s.comments = s.comments[:n-1]
	}
	s.at = end
	s.fail(int(why.pos.From), end, why.message)
}

// fparts scans the inside of an f-string up to its quotes, or, where depth is not 0, a format spec up to its "}". Depth is
// how many replacement fields are around it.
func (s *scanner) fparts(quotes string, f flags, depth int) {
	src := s.src
	from := s.at
	spec := depth > 0
	if spec {
		f |= flagSpec
	}
	middle := func(to int) {
		if to > from {
			s.toks = append(s.toks, token{tokFMiddle, f, uint32(from), uint32(to)})
		}
		f &^= flagEscape
	}
	for i := from; i < len(src); i++ {
		switch c := src[i]; c {
		case '\\':
			f |= flagEscape
			i = s.fescape(i, f)
		case '\n', '\r':
			if len(quotes) == 1 {
				middle(i)
				s.at = i
				message := "unterminated f-string literal"
				if spec {
					message = "f-string: newlines are not allowed in format specifiers for single quoted f-strings"
				}
				s.fail(i, i, message)
				s.aborted = true
				return
			}
		case quotes[0]:
			if !strings.HasPrefix(src[i:], quotes) {
				continue
			}
			middle(i)
			s.at = i
			if spec {
				s.fail(i, i, "f-string: expecting '}'")
				s.aborted = true
				return
			}
			s.at += len(quotes)
			s.emit(tokFEnd, i, s.at)
			return
		case '{':
			if !spec && i+1 < len(src) && src[i+1] == '{' {
				i++
				continue
			}
			middle(i)
			s.at = i
			s.field(quotes, f, depth+1)
			if s.aborted {
				return
			}
			from, i = s.at, s.at-1
		case '}':
			if spec {
				middle(i)
				s.at = i
				return
			}
			if i+1 < len(src) && src[i+1] == '}' {
				i++
				continue
			}
			middle(i)
			s.fail(i, i+1, "f-string: single '}' is not allowed")
			from = i + 1
		}
	}
	s.at = len(src)
	s.fail(from, len(src), "unterminated f-string literal")
	s.aborted = true
}

// fescape returns the offset of the last byte that belongs to the backslash at offset i.
func (s *scanner) fescape(i int, f flags) int {
	rest := s.src[i+1:]
	switch {
	case rest == "" || rest[0] == '{' || rest[0] == '}':
		return i
	case strings.HasPrefix(rest, "\r\n"):
		return i + 2
	case f&flagRaw == 0 && strings.HasPrefix(rest, "N{"):
		for j := 2; j < len(rest); j++ {
			switch rest[j] {
			case '}':
				return i + 1 + j
			case '\n', '\r', '"', '\'', '{':
				return i + 2
			}
		}
	}
	return i + 1
}

// field scans a replacement field from "{" to "}".
func (s *scanner) field(quotes string, f flags, depth int) {
	f &= flagRaw | flagT | flagTriple
	if depth > maxSpec || s.fstrings >= 2*maxFString {
		s.fail(s.at, s.at+1, "f-string: expressions nested too deeply")
		s.aborted = true
		return
	}
	base := len(s.brackets) + 1
	s.operator('{')
	if s.aborted || len(s.brackets) < base {
		s.aborted = true
		return
	}
	s.fstrings++
	s.fieldParts(quotes, f, depth, base)
	s.fstrings--
}

func (s *scanner) fieldParts(quotes string, f flags, depth, base int) {
	for {
		s.run(base)
		if s.aborted {
			return
		}
		if s.at >= len(s.src) {
			s.fail(len(s.src), len(s.src), "f-string: expecting '}'")
			s.aborted = true
			return
		}
		switch s.src[s.at] {
		case '!':
			s.emit(tokExclamation, s.at, s.at+1)
			s.at++
		case ':':
			s.emit(tokColon, s.at, s.at+1)
			s.at++
			s.fparts(quotes, f, depth)
			if s.aborted {
				return
			}
		default:
			s.operator('}')
			return
		}
	}
}

// endsField reports whether c, the next byte, ends the expression of a replacement field.
func (s *scanner) endsField(c byte) bool {
	switch c {
	case '}', ':':
		return true
	case '!':
		return !strings.HasPrefix(s.src[s.at:], "!=")
	default:
		return false
	}
}

// wideName scans a name that holds characters beyond ASCII, or reports the one that cannot be part of a name.
func (s *scanner) wideName() {
	i := s.at
	for i < len(s.src) && (classes[s.src[i]] == classLetter || classes[s.src[i]] == classDigit || s.src[i] >= 0x80) {
		if s.src[i] < 0x80 {
			i++
			continue
		}
		r, size := rune(s.src[i]), 1
		if !s.latin1 {
			r, size = utf8.DecodeRuneInString(s.src[i:])
		}
		if !isIdentifier(r, i == s.at) {
			if i > s.at {
				s.toks = append(s.toks, token{tokName, flagWide, uint32(s.at), uint32(i)})
			}
			s.fail(i, i+size, "invalid character in identifier")
			s.at = i + size
			return
		}
		i += size
	}
	s.toks = append(s.toks, token{tokName, flagWide, uint32(s.at), uint32(i)})
	s.at = i
}

// isIdentifier reports whether r may stand in a name, or at its start: XID_Start and XID_Continue of UAX #31.
func isIdentifier(r rune, start bool) bool {
	if r == utf8.RuneError || unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space) {
		return false
	}
	switch r {
	case 0x37a, 0xfdfa, 0xfdfb, 0xfe70, 0xfe72, 0xfe74, 0xfe76, 0xfe78, 0xfe7a, 0xfe7c, 0xfe7e, 0xfc5e, 0xfc5f, 0xfc60, 0xfc61,
		0xfc62, 0xfc63, 0x309b, 0x309c:
		return false // their NFKC form holds a space
	case 0x200c, 0x200d, 0x30fb, 0xff65:
		return !start // Other_ID_Continue since Unicode 15.1
	case 0xe33, 0xeb3, 0xff9e, 0xff9f:
		return !start // their NFKC form starts with a mark
	}
	if unicode.In(r, unicode.Letter, unicode.Nl, unicode.Other_ID_Start) {
		return true
	}
	return !start && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}
