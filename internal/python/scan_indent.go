package python

// line reads the indentation at the start of a logical line, and all blank lines and comment lines before it.
func (s *scanner) line() {
	src := s.src
	for {
		var here indent
		here, ok := s.indentation()
		if !ok || s.at == len(src) {
			return
		}
		switch src[s.at] {
		case '#':
			s.comment()
			s.skipLineEnd()
		case '\n', '\r':
			s.skipLineEnd()
		default:
			if here != s.indents[len(s.indents)-1] {
				s.indent(here)
			}
			return
		}
	}
}

// indentation reads white space at the start of a line. A backslash at a line's end goes on with the next one, and the
// indentation is that of the first.
func (s *scanner) indentation() (here indent, ok bool) {
	// Nearly always it is just spaces.
	i := s.at
	for i < len(s.src) && s.src[i] == ' ' {
		i++
	}
	here = indent{i - s.at, i - s.at}
	s.at = i
	if i < len(s.src) && classes[s.src[i]] <= classWide {
		return here, true
	}
	continued := 0
	for ; s.at < len(s.src); s.at++ {
		switch s.src[s.at] {
		case ' ':
			here.col++
			here.alt++
		case '\t':
			here.col = (here.col/tabSize + 1) * tabSize
			here.alt++
		case '\f':
			here = indent{}
		case '\\':
			if continued == 0 {
				continued = here.col
			}
			n := len(s.bad)
			s.continuation()
			if len(s.bad) > n {
				return here, false
			}
			s.at-- // the loop adds one
		default:
			if continued > 0 {
				here = indent{continued, continued}
			}
			return here, true
		}
	}
	return here, true
}

// indent compares the indentation of a new line with those of the blocks around it, and opens or closes blocks.
func (s *scanner) indent(here indent) {
	top := s.indents[len(s.indents)-1]
	switch {
	case here.col > top.col:
		if len(s.indents) >= maxIndents {
			s.fail(s.at, s.at, "too many levels of indentation")
			return
		}
		if here.alt <= top.alt {
			s.inconsistent()
		}
		s.indents = append(s.indents, here)
		s.emit(tokIndent, s.at, s.at)
	case here.col < top.col:
		s.dedent(here)
	default:
		s.inconsistent()
	}
}

// dedent closes the blocks that are deeper than here. A line between two levels is taken to belong to the inner block.
func (s *scanner) dedent(here indent) {
	for {
		n := len(s.indents)
		if s.indents[n-1].col <= here.col {
			break
		}
		if n > 1 && s.indents[n-2].col < here.col {
			s.indents[n-1] = here
			s.fail(s.at, s.at, "unindent does not match any outer indentation level").soft = true
			return
		}
		s.indents = s.indents[:n-1]
		s.emit(tokDedent, s.at, s.at)
	}
	if s.indents[len(s.indents)-1].alt != here.alt {
		s.inconsistent()
	}
}

func (s *scanner) inconsistent() {
	s.fail(s.at, s.at, "inconsistent use of tabs and spaces in indentation").soft = true
}
