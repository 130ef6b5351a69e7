package ini

import (
	"fmt"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/pytext"
	"deploylint/internal/source"
)

// maxExpanded is the size in bytes up to which a text is expanded, so that a width of a billion costs nothing.
const maxExpanded = 64 << 10

// A FormatError is a text that Python's % operator refuses, which stops supervisord at its start.
type FormatError struct {
	// Start and End are the offsets of the bad part in the text.
	Start, End int
	// Message says what is wrong, in Python's words where it has some.
	Message string
}

// Error returns the message.
func (e *FormatError) Error() string { return e.Message }

// KnownName reports whether supervisor itself may put a value for %(name)s: one of its own names, or ENV_ followed by the
// name of an environment variable.
func KnownName(name string) bool {
	switch name {
	case "here", "program_name", "group_name", "host_node_name", "process_num", "numprocs":
		return true
	}
	return len(name) > len("ENV_") && strings.HasPrefix(name, "ENV_")
}

// Expand returns text after Python's "text % table", where vars looks up the table. Names that vars does not know stay in
// the text as they are and are listed in unknown, once each: supervisord refuses them. Two names, process_num and
// numprocs, are integers there and take %d; all others are strings.
//
// A conversion without a name, such as a lone "%s", inserts the whole table on its first use; it stays in the text and is
// listed as it is written. The error, if any, is a *[FormatError].
func Expand(text string, vars func(name string) (string, bool)) (expanded string, unknown []string, err error) {
	parts, unknown, err := expand(text, vars)
	if err != nil {
		return text, unknown, err
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text)
	}
	return b.String(), unknown, nil
}

// Expand is [Expand] for a value: every byte of the result still knows its place in the file, where the text of a name
// comes from the bytes of %(name)s. On an error the value is returned as it was.
func (v Value) Expand(vars func(name string) (string, bool)) (expanded Value, unknown []string, err error) {
	parts, unknown, err := expand(v.Text, vars)
	if err != nil {
		return v, unknown, err
	}
	var pieces []Piece
	for _, p := range parts {
		if p.literal {
			pieces = append(pieces, v.cut(p.start, p.end)...)
			continue
		}
		pieces = append(pieces, Piece{Text: p.text, Span: v.SpanOf(p.start, p.end)})
	}
	expanded = newValue(source.Span{}, pieces)
	expanded.Span = v.Span
	// What was a hole in the value stays one, wherever it moved to; what a name's text looks like does not matter.
	expanded.Holes = v.movedHoles(parts)
	return expanded, unknown, nil
}

// movedHoles returns the holes of v with their offsets in the expanded text.
func (v Value) movedHoles(parts []part) []Hole {
	partAt := func(offset int) part {
		return parts[max(0, sort.Search(len(parts), func(i int) bool { return parts[i].start > offset })-1)]
	}
	var moved []Hole
	for _, h := range v.Holes {
		first, last := partAt(h.Start), partAt(h.End-1)
		from, to := first.at, last.at+len(last.text)
		if first.literal {
			from += h.Start - first.start
		}
		if last.literal {
			to = last.at + h.End - last.start
		}
		h.Start, h.End = from, to
		moved = append(moved, h)
	}
	return moved
}

// A part is a stretch of an expanded text and the bounds of what it comes from.
type part struct {
	text       string
	at         int // where it begins in the expanded text
	start, end int
	literal    bool
}

// A spec is one conversion: %[(name)][flags][width][.precision][length]conversion.
type spec struct {
	name             string
	named            bool
	minus, zero      bool
	plus, blank, alt bool
	width            int
	precision        int // -1 when there is none
	star             bool
	conversion       rune
	start, end       int
}

func expand(text string, vars func(string) (string, bool)) (parts []part, unknown []string, err error) {
	listed := map[string]bool{}
	note := func(name string) {
		if !listed[name] {
			listed[name] = true
			unknown = append(unknown, name)
		}
	}
	// Python counts the arguments that are left: the table itself serves one conversion without a name, and none once a
	// name has been looked up.
	whole := true
	size := 0
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '%')
		if n < 0 {
			n = len(text) - at
		}
		if n > 0 {
			parts = append(parts, part{text: text[at : at+n], start: at, end: at + n, literal: true})
			size += n
			at += n
			continue
		}
		if strings.HasPrefix(text[at:], "%%") {
			parts = append(parts, part{text: "%", start: at, end: at + 2})
			at += 2
			size++
			continue
		}
		s, err := parseSpec(text, at)
		value, known := "", true
		if s.named {
			// Python looks the name up before it reads on, so an unknown one is told even where the rest is broken.
			whole = false
			if value, known = vars(s.name); !known {
				note(s.name)
			}
		}
		if err != nil {
			return nil, unknown, err
		}
		at = s.end
		stay := part{text: text[s.start:s.end], start: s.start, end: s.end, literal: true}
		switch {
		case s.star:
			return nil, unknown, s.fail("* wants int")
		case !known:
			parts = append(parts, stay)
		case s.named:
			formatted, err := s.format(value)
			if err != nil {
				return nil, unknown, err
			}
			parts = append(parts, part{text: formatted, start: s.start, end: s.end})
		case !strings.ContainsRune("sra", s.conversion):
			return nil, unknown, s.fail("a conversion without a name")
		case !whole:
			return nil, unknown, s.fail("not enough arguments for format string")
		default:
			whole = false
			note(stay.text)
			parts = append(parts, stay)
		}
		if size += len(parts[len(parts)-1].text); size > maxExpanded {
			return nil, unknown, s.fail("the text grows too long")
		}
	}
	size = 0
	for i := range parts {
		parts[i].at = size
		size += len(parts[i].text)
	}
	return parts, unknown, nil
}

func (s spec) fail(message string) error {
	return &FormatError{Start: s.start, End: s.end, Message: message}
}

// parseSpec reads the conversion that begins at the percent sign at start.
func parseSpec(text string, start int) (spec, error) {
	s := spec{start: start, precision: -1}
	i := start + 1
	incomplete := func() (spec, error) {
		return s, &FormatError{Start: start, End: len(text), Message: "incomplete format"}
	}
	if i < len(text) && text[i] == '(' {
		depth := 1
		from := i + 1
		for i++; i < len(text) && depth > 0; i++ {
			switch text[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		if depth > 0 {
			return s, &FormatError{Start: start, End: len(text), Message: "incomplete format key"}
		}
		s.name, s.named = text[from:i-1], true
	}
	i = s.flags(text, i)
	var ok bool
	if i, ok = s.number(text, i, &s.width); !ok {
		return s, &FormatError{Start: start, End: i, Message: "width too big"}
	}
	if i < len(text) && text[i] == '.' {
		s.precision = 0
		if i, ok = s.number(text, i+1, &s.precision); !ok {
			return s, &FormatError{Start: start, End: i, Message: "precision too big"}
		}
	}
	if i < len(text) && strings.IndexByte("hlL", text[i]) >= 0 {
		i++
	}
	if i >= len(text) {
		return incomplete()
	}
	c, n := utf8.DecodeRuneInString(text[i:])
	s.conversion, s.end = c, i+n
	if !strings.ContainsRune("sradiouxXeEfFgGc", c) {
		at := utf8.RuneCountInString(text[:i])
		shown := "?"
		if c >= 0x20 && c < 0x7f {
			shown = string(c)
		}
		return s, s.fail(fmt.Sprintf("unsupported format character '%s' (0x%x) at index %d", shown, c, at))
	}
	return s, nil
}

func (s *spec) flags(text string, i int) int {
	for ; i < len(text); i++ {
		switch text[i] {
		case '-':
			s.minus = true
		case '+':
			s.plus = true
		case ' ':
			s.blank = true
		case '#':
			s.alt = true
		case '0':
			s.zero = true
		default:
			return i
		}
	}
	return i
}

// number reads a width or precision. It is not ok when the number is beyond all reason.
func (s *spec) number(text string, i int, n *int) (int, bool) {
	if i < len(text) && text[i] == '*' {
		s.star = true
		return i + 1, true
	}
	for ; i < len(text) && isDigit(text[i]); i++ {
		*n = *n*10 + int(text[i]-'0')
		if *n > maxExpanded {
			return i + 1, false
		}
	}
	return i, true
}

// format converts one value.
func (s spec) format(value string) (string, error) {
	integer := s.name == "process_num" || s.name == "numprocs"
	switch s.conversion {
	case 's', 'r', 'a':
		if !integer && s.conversion != 's' {
			value = pytext.Repr(value, s.conversion == 'a')
		}
		if s.precision >= 0 && utf8.RuneCountInString(value) > s.precision {
			value = string([]rune(value)[:s.precision])
		}
		return s.pad("", value, false), nil
	case 'c':
		if !integer && utf8.RuneCountInString(value) == 1 {
			return s.pad("", value, false), nil
		}
	}
	if !integer {
		if s.conversion == 'c' {
			return "", s.fail("%c requires int or char")
		}
		return "", s.fail("%" + string(s.conversion) + " format: a number is required, not str")
	}
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return "", s.fail(s.name + " is not a number")
	}
	return s.formatNumber(number)
}

func (s spec) formatNumber(number int64) (string, error) {
	sign := ""
	switch {
	case number < 0:
		sign = "-"
	case s.plus:
		sign = "+"
	case s.blank:
		sign = " "
	}
	digits := new(big.Int).Abs(big.NewInt(number))
	prefix := ""
	var text string
	switch s.conversion {
	case 'c':
		if number < 0 || number > utf8.MaxRune {
			return "", s.fail("%c arg not in range(0x110000)")
		}
		return s.pad("", string(rune(number)), false), nil
	case 'x', 'X', 'o':
		base := 16
		prefix = "0" + string(s.conversion)
		if s.conversion == 'o' {
			base = 8
		}
		text = digits.Text(base)
		if s.conversion == 'X' {
			text = strings.ToUpper(text)
		}
		if !s.alt {
			prefix = ""
		}
	case 'e', 'E', 'f', 'F', 'g', 'G':
		precision := s.precision
		if precision < 0 {
			precision = 6
		}
		verb := byte(s.conversion)
		if verb == 'F' {
			verb = 'f'
		}
		float, _ := new(big.Float).SetInt(digits).Float64()
		text = strconv.FormatFloat(float, verb, precision, 64)
		return s.pad(sign, text, s.zero), nil
	default:
		text = digits.String()
	}
	if n := s.precision - len(text); n > 0 {
		text = strings.Repeat("0", n) + text
	}
	return s.pad(sign+prefix, text, s.zero), nil
}

// pad fills text to the width, with zeros between the sign and the digits or with blanks.
func (s spec) pad(sign, text string, zeros bool) string {
	n := s.width - utf8.RuneCountInString(sign) - utf8.RuneCountInString(text)
	switch {
	case n <= 0:
		return sign + text
	case s.minus:
		return sign + text + strings.Repeat(" ", n)
	case zeros:
		return sign + strings.Repeat("0", n) + text
	default:
		return strings.Repeat(" ", n) + sign + text
	}
}
