package python

// digits moves past digits of the given base, and single underscores between them.
func (s *scanner) digits(i, base int) int {
	for i < len(s.src) {
		switch {
		case isDigit(s.src[i], base):
			i++
		case s.src[i] == '_' && i+1 < len(s.src) && isDigit(s.src[i+1], base):
			i += 2
		default:
			return i
		}
	}
	return i
}

func isDigit(c byte, base int) bool {
	switch {
	case base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f':
		return true
	default:
		return c >= '0' && int(c) < '0'+min(base, 10)
	}
}

// number scans a number at s.at.
func (s *scanner) number() {
	src := s.src
	i := s.at
	for i < len(src) && classes[src[i]] == classDigit {
		i++
	}
	if i < len(src) && (classes[src[i]] == classLetter || src[i] == '.') || src[s.at] == '0' && i > s.at+1 {
		s.anyNumber()
		return
	}
	s.emit(tokNumber, s.at, i)
	s.at = i
}

// anyNumber scans a number that is not just digits.
func (s *scanner) anyNumber() {
	src := s.src
	if src[s.at] == '0' && s.at+1 < len(src) {
		switch src[s.at+1] | 0x20 {
		case 'x':
			s.based(16, "hexadecimal")
			return
		case 'o':
			s.based(8, "octal")
			return
		case 'b':
			s.based(2, "binary")
			return
		}
	}
	i := s.at
	if src[i] != '.' {
		i = s.digits(i, 10)
	}
	whole := true
	if i < len(src) && src[i] == '.' {
		whole = false
		i++
		if i < len(src) && isDigit(src[i], 10) {
			i = s.digits(i, 10)
		}
	}
	if i < len(src) && src[i]|0x20 == 'e' {
		j := i + 1
		if j < len(src) && (src[j] == '+' || src[j] == '-') {
			j++
			if j == len(src) || !isDigit(src[j], 10) {
				s.badNumber(j, "decimal")
				return
			}
		}
		if j < len(src) && isDigit(src[j], 10) {
			whole = false
			i = s.digits(j, 10)
		}
	}
	literal := "decimal"
	if i < len(src) && src[i]|0x20 == 'j' {
		whole = false
		literal = "imaginary"
		i++
	}
	if whole && src[s.at] == '0' && s.leadingZero(i) {
		return
	}
	s.endNumber(i, literal)
}

// leadingZero reports a number such as 0755, which ends at offset i.
func (s *scanner) leadingZero(i int) bool {
	for j := s.at; j < i; j++ {
		if s.src[j] != '0' && s.src[j] != '_' {
			s.fail(s.at, i, "leading zeros in decimal integer literals are not permitted; "+
				"use an 0o prefix for octal integers").python2 = true
			s.at = i
			return true
		}
	}
	return false
}

// based scans a number with a prefix such as 0x.
func (s *scanner) based(base int, literal string) {
	i := s.at + 2
	if i < len(s.src) && s.src[i] == '_' {
		i++
	}
	if i == len(s.src) || !isDigit(s.src[i], base) {
		s.badNumber(i, literal)
		return
	}
	i = s.digits(i, base)
	if i < len(s.src) && isDigit(s.src[i], 10) {
		s.badNumber(i, literal)
		return
	}
	s.endNumber(i, literal)
}

// endNumber ends a number at offset i. As in CPython a keyword may follow without a space, any other name may not.
func (s *scanner) endNumber(i int, literal string) {
	if i < len(s.src) && classes[s.src[i]] == classLetter && !s.keywordAt(i) {
		s.badNumber(i, literal)
		return
	}
	s.emit(tokNumber, s.at, i)
	s.at = i
}

func (s *scanner) keywordAt(i int) bool {
	j := i
	for j < len(s.src) && (classes[s.src[j]] == classLetter || classes[s.src[j]] == classDigit || s.src[j] >= 0x80) {
		j++
	}
	switch s.src[i:j] {
	case "and", "else", "for", "or", "not":
		return true
	}
	if j-i < 2 || s.src[i] != 'i' {
		return false
	}
	return s.src[i+1] == 'f' || s.src[i+1] == 'n' || s.src[i+1] == 's'
}

// badNumber reports a number that breaks at offset i, and takes the letters and digits behind it along.
func (s *scanner) badNumber(i int, literal string) {
	j := i
	for j < len(s.src) && (classes[s.src[j]] == classLetter || classes[s.src[j]] == classDigit) {
		j++
	}
	bad := s.fail(s.at, max(j, i), "invalid "+literal+" literal")
	bad.python2 = j == i+1 && s.src[i]|0x20 == 'l'
	s.at = max(j, s.at+1)
}
