package pytext

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Spec is a format specification: [[fill]align][sign][#][0][width][grouping][.precision][type].
type Spec struct {
	Fill      rune
	Align     byte // 0 where none is given
	Sign      byte // '+', '-' or ' '; 0 where none is given
	Alternate bool
	Width     int
	Grouping  byte // ',' or '_'; 0 where none is given
	Precision int  // -1 where none is given
	Type      byte
}

// Limits on what a specification may ask for.
const (
	maxWidth     = 10_000
	maxPrecision = 1_000
)

// ParseSpec reads a specification; false where Python refuses it or it asks for more than is followed.
func ParseSpec(s string) (Spec, bool) {
	f := Spec{Fill: ' ', Precision: -1}
	if _, n := utf8.DecodeRuneInString(s); n > 0 && len(s) > n && isAlign(s[n]) {
		f.Fill, _ = utf8.DecodeRuneInString(s)
		f.Align = s[n]
		s = s[n+1:]
	} else if s != "" && isAlign(s[0]) {
		f.Align, s = s[0], s[1:]
	}
	if s != "" && strings.IndexByte("+- ", s[0]) >= 0 {
		f.Sign, s = s[0], s[1:]
	}
	s, f.Alternate = cut(s, "#")
	zero := false
	if s, zero = cut(s, "0"); zero && f.Align == 0 {
		f.Fill, f.Align = '0', '='
	}
	f.Width, s = digits(s)
	if s != "" && (s[0] == ',' || s[0] == '_') {
		f.Grouping, s = s[0], s[1:]
	}
	if rest, dot := cut(s, "."); dot {
		if rest == "" || rest[0] < '0' || rest[0] > '9' {
			return f, false
		}
		f.Precision, s = digits(rest)
	}
	if s != "" {
		f.Type, s = s[0], s[1:]
	}
	return f, s == "" && f.Width < maxWidth && f.Precision < maxPrecision
}

func isAlign(c byte) bool { return strings.IndexByte("<>=^", c) >= 0 }

func cut(s, prefix string) (string, bool) {
	rest, ok := strings.CutPrefix(s, prefix)
	return rest, ok
}

func digits(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 7 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:]
}

// Text formats a str; false where Python refuses to.
func (f Spec) Text(s string) (string, bool) {
	if f.Type != 0 && f.Type != 's' || f.Align == '=' || f.Sign != 0 || f.Alternate || f.Grouping != 0 {
		return "", false
	}
	if rs := []rune(s); f.Precision >= 0 && len(rs) > f.Precision {
		s = string(rs[:f.Precision])
	}
	return f.pad("", s, '<'), true
}

// Int formats an int; false where Python refuses to, or the format is not followed.
func (f Spec) Int(n int64) (string, bool) {
	base, prefix := 10, ""
	switch f.Type {
	case 0, 'd':
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(f.Type)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		if n > 1<<53 || n < -1<<53 {
			return "", false
		}
		return f.Float(float64(n))
	default:
		return "", false
	}
	if f.Precision >= 0 || f.Grouping == ',' && base != 10 {
		return "", false
	}
	text := strings.TrimPrefix(strconv.FormatInt(n, base), "-")
	if f.Type == 'X' {
		text = strings.ToUpper(text)
	}
	if !f.Alternate {
		prefix = ""
	}
	size := 3
	if base != 10 {
		size = 4
	}
	return f.number(n < 0, prefix, text, "", size)
}

// Float formats a float; false where Python refuses to, or the format is not followed.
func (f Spec) Float(x float64) (string, bool) {
	if math.IsInf(x, 0) || math.IsNaN(x) || f.Alternate {
		return "", false
	}
	precision := f.Precision
	if precision < 0 {
		precision = 6
	}
	magnitude := math.Abs(x)
	var text, suffix string
	switch f.Type {
	case 'f', 'F':
		text = strconv.FormatFloat(magnitude, 'f', precision, 64)
	case 'e', 'E':
		text = strconv.FormatFloat(magnitude, f.Type, precision, 64)
	case '%':
		text, suffix = strconv.FormatFloat(magnitude*100, 'f', precision, 64), "%"
	case 'g', 'G':
		text = general(magnitude, precision, f.Type)
	case 0:
		if f.Precision >= 0 {
			return "", false
		}
		text = ReprFloat(magnitude)
	default:
		return "", false
	}
	whole, rest := text, ""
	if i := strings.IndexAny(text, ".eE"); i >= 0 {
		whole, rest = text[:i], text[i:]
	}
	return f.number(math.Signbit(x), "", whole, rest+suffix, 3)
}

// general is the type g: precision digits that matter, without zeros at the end.
func general(x float64, precision int, typ byte) string {
	precision = max(precision, 1)
	scientific := strconv.FormatFloat(x, 'e', precision-1, 64)
	mantissa, exponent, _ := strings.Cut(scientific, "e")
	n, err := strconv.Atoi(exponent)
	if err != nil {
		return scientific
	}
	trim := func(s string) string {
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	if n < -4 || n >= precision {
		mark := "e"
		if typ == 'G' {
			mark = "E"
		}
		return trim(mantissa) + mark + exponent
	}
	return trim(strconv.FormatFloat(x, 'f', precision-1-n, 64))
}

// number puts a number together: its sign, prefix, digits before the point, and what follows them.
func (f Spec) number(negative bool, prefix, whole, rest string, size int) (string, bool) {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case f.Sign == '+' || f.Sign == ' ':
		sign = string(f.Sign)
	}
	if f.Grouping != 0 {
		if f.Fill == '0' && f.Align == '=' && f.Width > 0 {
			return "", false // the zeros are grouped as well
		}
		whole = grouped(whole, f.Grouping, size)
	}
	return f.pad(sign+prefix, whole+rest, '>'), true
}

func grouped(digits string, mark byte, size int) string {
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%size == 0 {
			b.WriteByte(mark)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// pad fills up to the width, between what goes in front and the text where the alignment is '='.
func (f Spec) pad(front, text string, usual byte) string {
	n := f.Width - utf8.RuneCountInString(front) - utf8.RuneCountInString(text)
	if n <= 0 {
		return front + text
	}
	fill := func(n int) string { return strings.Repeat(string(f.Fill), n) }
	align := f.Align
	if align == 0 {
		align = usual
	}
	switch align {
	case '<':
		return front + text + fill(n)
	case '^':
		return fill(n/2) + front + text + fill(n-n/2)
	case '=':
		return front + fill(n) + text
	default:
		return fill(n) + front + text
	}
}
