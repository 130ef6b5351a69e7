package dotenv

import (
	"strings"
	"unicode/utf8"

	"deploylint/internal/value"
)

// systemdState is where systemd's reader is.
type systemdState uint8

// The states of parse_env_file_internal (src/basic/env-file.c).
const (
	preKey systemdState = iota
	inKey
	preValue
	inValue
	valueEscape
	singleQuoted
	doubleQuoted
	doubleEscape
	comment
	commentEscape
)

// systemd does what systemd does with an EnvironmentFile. A closed quote may be followed by more of the value, a
// backslash joins lines, and what is no variable's name is dropped with a warning.
func (r *reading) systemd() {
	s := &systemdReader{reading: r}
	for i := 0; i < len(r.text) && r.text[i] != 0; i++ {
		s.step(i, r.text[i])
	}
	switch s.state {
	case preValue, inValue, valueEscape, singleQuoted, doubleQuoted, doubleEscape:
		s.push(len(r.text))
	default:
	}
}

type systemdReader struct {
	*reading
	state         systemdState
	key           strings.Builder
	value         []byte
	blank         int // where blanks begin that end the value, or -1
	keyStart      int
	equals, start int // offsets of "=" and of the value's first byte
}

func isNewline(c byte) bool { return c == '\n' || c == '\r' }

func isWhite(c byte) bool { return c == ' ' || c == '\t' || isNewline(c) }

func (s *systemdReader) step(i int, c byte) {
	switch s.state {
	case preKey:
		switch {
		case c == '#' || c == ';':
			s.state = comment
		case !isWhite(c):
			s.state = inKey
			s.keyStart = i
			s.key.Reset()
			s.key.WriteByte(c)
		}
	case inKey:
		switch {
		case isNewline(c):
			s.state = preKey
			s.drop(strings.TrimRight(s.key.String(), " \t"), s.keyStart, i, "the line has no value")
		case c == '=':
			s.state = preValue
			s.equals, s.start, s.blank, s.value = i, -1, -1, nil
		default:
			s.key.WriteByte(c)
		}
	case preValue:
		s.beforeValue(i, c)
	case inValue:
		s.inValue(i, c)
	case valueEscape:
		s.state = inValue
		if !isNewline(c) {
			s.value = append(s.value, c)
		}
	case singleQuoted:
		if c == '\'' {
			s.state = preValue
			return
		}
		s.value = append(s.value, c)
	case doubleQuoted, doubleEscape:
		s.inDoubleQuotes(c)
	case comment:
		switch {
		case c == '\\':
			s.state = commentEscape
		case isNewline(c):
			s.state = preKey
		}
	case commentEscape:
		s.state = comment
		if isNewline(c) {
			s.state = preKey
		}
	}
}

func (s *systemdReader) beforeValue(i int, c byte) {
	if s.start < 0 && !isWhite(c) {
		s.start = i
	}
	switch {
	case isNewline(c):
		s.push(i)
	case c == '\'':
		s.state = singleQuoted
	case c == '"':
		s.state = doubleQuoted
	case c == '\\':
		s.state = valueEscape
	case !isWhite(c):
		s.state = inValue
		s.value = append(s.value, c)
	}
}

func (s *systemdReader) inValue(i int, c byte) {
	switch {
	case isNewline(c):
		s.push(i)
	case c == '\\':
		s.state = valueEscape
		s.blank = -1
	default:
		if !isWhite(c) {
			s.blank = -1
		} else if s.blank < 0 {
			s.blank = len(s.value)
		}
		s.value = append(s.value, c)
	}
}

func (s *systemdReader) inDoubleQuotes(c byte) {
	switch {
	case s.state == doubleEscape:
		s.state = doubleQuoted
		if c == '\n' {
			return
		}
		if strings.IndexByte("\"\\`$", c) < 0 {
			s.value = append(s.value, '\\')
		}
		s.value = append(s.value, c)
	case c == '"':
		s.state = preValue
	case c == '\\':
		s.state = doubleEscape
	default:
		s.value = append(s.value, c)
	}
}

// push ends an assignment at offset end.
func (s *systemdReader) push(end int) {
	if s.state == inValue && s.blank >= 0 {
		s.value = s.value[:s.blank]
	}
	state := s.state
	s.state = preKey
	key := strings.TrimRight(s.key.String(), " \t")
	start := s.start
	if start < 0 {
		start = s.equals + 1
	}
	stop := max(start, trimRight(s.text, s.equals+1, end))
	if !isVariableName(key) {
		s.drop(key, s.keyStart, stop, "the name is not one that systemd takes")
		return
	}
	if !isPlain(string(s.value)) {
		s.drop(key, s.keyStart, stop, "the value holds a control character")
		return
	}
	e := s.add(key, s.keyStart, s.keyStart+len(key), start, stop)
	s.set(e, result{text: string(s.value)})
	if state == singleQuoted || state == doubleQuoted || state == doubleEscape {
		e.Reason = value.Because("the quote is not closed, so the rest of the file is the value")
	}
}

// isVariableName is systemd's env_name_is_valid.
func isVariableName(name string) bool {
	return isDjangoName(name) && (name[0] < '0' || name[0] > '9')
}

// isPlain is systemd's env_value_is_valid: text without control characters but tabs and line ends.
func isPlain(value string) bool {
	return utf8.ValidString(value) && strings.IndexFunc(value, func(c rune) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f
	}) < 0
}
