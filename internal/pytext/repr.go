package pytext

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Repr is repr of a str, or with ascii its ascii().
func Repr(text string, ascii bool) string {
	var b strings.Builder
	quote := quoteOf(text)
	b.WriteByte(quote)
	for _, c := range text {
		switch {
		case c == rune(quote) || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < 0x20 || c == 0x7f || c < 0x100 && (ascii && c >= 0x80 || !strconv.IsPrint(c)):
			fmt.Fprintf(&b, `\x%02x`, c)
		case c < 0x80 || !ascii && strconv.IsPrint(c):
			b.WriteRune(c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			fmt.Fprintf(&b, `\U%08x`, c)
		}
	}
	b.WriteByte(quote)
	return b.String()
}

// Certain reports whether Repr writes a str as every version of Python does: which rarer characters are printable depends
// on the version of Unicode.
func Certain(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c == utf8.RuneError || c > 0x2fff })
}

// ReprBytes is repr of bytes.
func ReprBytes(text string) string {
	var b strings.Builder
	quote := quoteOf(text)
	b.WriteByte('b')
	b.WriteByte(quote)
	for i := range len(text) {
		switch c := text[i]; {
		case c == quote || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < 0x20 || c >= 0x7f:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(quote)
	return b.String()
}

func quoteOf(text string) byte {
	if strings.Contains(text, "'") && !strings.Contains(text, `"`) {
		return '"'
	}
	return '\''
}

// ReprFloat is repr of a float: the shortest text that reads back, with an exponent from 1e16 on.
func ReprFloat(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
