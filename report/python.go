package report

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// pythonWidth is how wide a value may be on one line; a wider one has a line for each element.
const pythonWidth = 100

// mostElements is how many elements of one container text prints; JSON has them all.
const mostElements = 200

// rooted prints a text that may hold the place of the repository, as a path from its root.
func rooted(text string) string {
	if !strings.Contains(text, value.RootMark) {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, value.RootMark+"/", ""), value.RootMark, ".")
}

// python spells a value on one line as Python's repr does; what is not known stands in angle brackets.
func python(v value.Value) string {
	switch v.Kind() {
	case value.None:
		return "None"
	case value.Bool:
		if b, _ := v.Bool(); b {
			return "True"
		}
		return "False"
	case value.Int:
		i, _ := v.Int()
		return strconv.FormatInt(i, 10)
	case value.Float:
		f, _ := v.Float()
		return pythonFloat(f)
	case value.Duration:
		return pythonDuration(v)
	case value.Str:
		return pythonText(rooted(v.Payload()))
	case value.Bytes:
		return "b" + pythonText(v.Payload())
	case value.Path:
		return "Path(" + pythonText(rooted(v.Payload())) + ")"
	case value.List, value.Tuple, value.Set, value.Dict:
		return pythonContainer(v)
	case value.Object:
		return "<" + lint.Visible(v.Payload()) + ">"
	default:
		return pythonUnknown(v)
	}
}

func pythonContainer(v value.Value) string {
	opening, closing := brackets(v)
	parts := make([]string, 0, len(v.Elems()))
	for i, e := range v.Elems() {
		part := python(e)
		if v.Kind() == value.Dict {
			part = python(v.Keys()[i]) + ": " + part
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, ", ")
	if v.Kind() == value.Tuple && len(parts) == 1 {
		text += ","
	}
	return opening + text + closing
}

// pythonUnknown names the possible values where they are few and short.
func pythonUnknown(v value.Value) string {
	var parts []string
	for _, a := range v.Alternatives {
		parts = append(parts, python(a))
	}
	if text := strings.Join(parts, " or "); text != "" && len(text) <= pythonWidth/2 {
		return "<" + strings.NewReplacer("<", "", ">", "").Replace(text) + ">"
	}
	if v.Many {
		return "<any number of unknown ones>"
	}
	return "<unknown>"
}

func brackets(v value.Value) (opening, closing string) {
	switch {
	case v.Kind() == value.Tuple:
		return "(", ")"
	case v.Kind() == value.List:
		return "[", "]"
	case v.Kind() == value.Set && len(v.Elems()) == 0:
		return "set(", ")"
	}
	return "{", "}"
}

// pythonDuration is repr(timedelta): days, and seconds and microseconds that are never negative.
func pythonDuration(v value.Value) string {
	seconds, _ := v.Seconds()
	whole := math.Floor(seconds)
	micros := int64(math.Round((seconds - whole) * 1e6))
	days := math.Floor(whole / 86400)
	var parts []string
	for _, p := range []struct {
		name string
		n    int64
	}{{"days", int64(days)}, {"seconds", int64(whole - days*86400)}, {"microseconds", micros}} {
		if p.n != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", p.name, p.n))
		}
	}
	return "datetime.timedelta(" + cmp.Or(strings.Join(parts, ", "), "0") + ")"
}

// pythonFloat is repr(float): the shortest digits that give the number back, always with a point or an exponent.
func pythonFloat(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(f, 'g', -1, 64), "+"))
	}
	if size := math.Abs(f); size != 0 && (size < 1e-4 || size >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// pythonText is repr(str): single quotes, unless the text holds some and no double ones.
func pythonText(s string) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte(quote)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\\' || r == rune(quote):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case !strconv.IsPrint(r) || lint.Hostile(r):
			b.WriteString(pythonEscape(r))
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	b.WriteByte(quote)
	return b.String()
}

func pythonEscape(r rune) string {
	switch {
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// A pythonBlock spells a value over as many lines as it takes, with what is to be said about an element behind it as a
// comment.
type pythonBlock struct {
	strings.Builder

	// remark returns what is to be said about an element, "" for nothing.
	remark func(value.Value) string
}

func (b *pythonBlock) writef(format string, args ...any) {
	_, _ = fmt.Fprintf(b, format, args...) // a strings.Builder takes everything
}

// write writes v with what stands before and behind it: a key and a comma.
func (b *pythonBlock) write(indent int, before string, v value.Value, behind string) {
	margin := strings.Repeat("    ", indent)
	if lines := pythonLines(v); lines != nil {
		b.lines(margin, before, lines, behind)
		return
	}
	line := python(v)
	remark := b.remark(v)
	if indent == 0 {
		remark = "" // the value's own provenance stands below it
	}
	if len(v.Elems()) == 0 || len(margin)+len(before)+utf8.RuneCountInString(line) <= pythonWidth && !b.remarkable(v) {
		b.WriteString(margin + before + line + behind)
		b.comment(remark)
		return
	}
	opening, closing := brackets(v)
	b.WriteString(margin + before + opening)
	b.comment(remark)
	for i, e := range v.Elems() {
		if i == mostElements {
			b.writef("%s    # … and %d more\n", margin, len(v.Elems())-i)
			break
		}
		key := ""
		if v.Kind() == value.Dict {
			key = python(v.Keys()[i]) + ": "
		}
		b.write(indent+1, key, e, ",")
	}
	b.WriteString(margin + closing + behind + "\n")
}

// pythonLines cuts a long text at its line ends; nil where there is nothing to cut.
func pythonLines(v value.Value) []string {
	text, ok := v.Text()
	if !ok || len(text) <= pythonWidth || !strings.Contains(strings.TrimRight(text, "\n"), "\n") {
		return nil
	}
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, pythonText(line))
	}
	return lines
}

// lines writes a text as Python joins literals that stand side by side.
func (b *pythonBlock) lines(margin, before string, lines []string, behind string) {
	b.writef("%s%s(\n", margin, before)
	for i, line := range lines {
		if i == mostElements {
			b.writef("%s    # … and %s\n", margin, plural(len(lines)-i, "more line"))
			break
		}
		b.writef("%s    %s\n", margin, line)
	}
	b.writef("%s)%s\n", margin, behind)
}

// remarkable reports whether something is to be said about what is inside v.
func (b *pythonBlock) remarkable(v value.Value) bool {
	for _, e := range v.Elems() {
		if b.remark(e) != "" || b.remarkable(e) {
			return true
		}
	}
	return false
}

func (b *pythonBlock) comment(remark string) {
	if remark != "" {
		b.WriteString("  # " + remark)
	}
	b.WriteByte('\n')
}
