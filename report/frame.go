package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/source"
)

// The limits of a frame's line. A longer one, such as generated code, is cut around the span.
const (
	frameWidth = 150
	frameLead  = 40
)

// tabWidth is how wide frames print a tab. Real tab stops would have to count the frame's own margin.
const tabWidth = 4

// A cell is one character of a frame, or a redacted secret.
type cell struct {
	text   string
	width  int
	marked bool
}

// A frame is the line of a span with the span underlined.
type frame struct {
	line       int
	text, mark string
}

// frameOf makes the frame of a span; a span of several lines is cut at its first.
func frameOf(rep *lint.Report, span source.Span) frame {
	n := span.From().Line
	cells := window(cellsOf(rep, span, span.File.LineSpan(n)))
	var text, mark strings.Builder
	for _, c := range cells {
		text.WriteString(c.text)
		if c.marked {
			mark.WriteString(strings.Repeat("^", c.width))
		} else {
			mark.WriteString(strings.Repeat(" ", c.width))
		}
	}
	return frame{line: n, text: strings.TrimRight(text.String(), " "), mark: strings.TrimRight(mark.String(), " ")}
}

// cellsOf cuts a line into cells, with the secrets in it redacted. A span that covers nothing gets one mark.
func cellsOf(rep *lint.Report, span, line source.Span) []cell {
	start, end := span.Start, min(span.End, line.Start+len(strings.TrimRight(line.Text(), " \t")))
	hidden := rep.Secrets.Within(span.File, line.Start, line.End)
	var cells []cell
	some := false
	for at := line.Start; at < line.End; {
		var c cell
		var next int
		if len(hidden) > 0 && at >= hidden[0].Start {
			// A secret of several lines shows its beginning once, where it begins.
			c.text = "••••"
			if hidden[0].Start >= line.Start {
				c.text = lint.Visible(secret.Redact(hidden[0].Text()))
			}
			next = min(hidden[0].End, line.End)
			hidden = hidden[1:]
			c.width = textWidth(c.text)
		} else {
			r, size := utf8.DecodeRuneInString(span.File.Text[at:line.End])
			next = at + size
			c.text, c.width = glyph(r, span.File.Text[at:next])
		}
		c.marked = at < end && next > start
		some = some || c.marked
		cells = append(cells, c)
		at = next
	}
	if !some {
		return markOne(cells, span, line)
	}
	return cells
}

// markOne marks the character at an empty span, or a blank behind the line.
func markOne(cells []cell, span, line source.Span) []cell {
	n := utf8.RuneCountInString(line.File.Text[line.Start:max(line.Start, min(span.Start, line.End))])
	if n < len(cells) {
		cells[n].marked = true
		cells[n].width = max(1, cells[n].width)
		return cells
	}
	return append(cells, cell{text: " ", width: 1, marked: true})
}

// glyph returns how a character prints, and how wide.
func glyph(r rune, raw string) (text string, width int) {
	switch {
	case r == '\t':
		return strings.Repeat(" ", tabWidth), tabWidth
	case lint.Hostile(r), r == utf8.RuneError && len(raw) == 1:
		text = lint.Visible(raw)
		return text, len(text)
	}
	return raw, runeWidth(r)
}

// window cuts a line that is too long to the part around the first mark.
func window(cells []cell) []cell {
	total, mark := 0, -1
	for _, c := range cells {
		if c.marked && mark < 0 {
			mark = total
		}
		total += c.width
	}
	if total <= frameWidth {
		return cells
	}
	from := max(0, min(mark-frameLead, total-frameWidth))
	dots := cell{text: "…", width: 1}
	var cut []cell
	column := 0
	for _, c := range cells {
		if column >= from && column+c.width <= from+frameWidth {
			cut = append(cut, c)
		}
		column += c.width
	}
	if from > 0 {
		cut = append([]cell{dots}, cut...)
	}
	if from+frameWidth < total {
		cut = append(cut, dots)
	}
	return cut
}

func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// runeWidth returns how many columns of a terminal a character takes: none for combining ones, two for those that
// Unicode's EastAsianWidth calls wide or fullwidth, in the large ranges (https://www.unicode.org/reports/tr11/).
func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x1100:
		return 1
	case r <= 0x115f, // Hangul Jamo
		r >= 0x2e80 && r <= 0x303e, r >= 0x3041 && r <= 0x33ff, // CJK symbols, kana
		r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0xa4cf, // CJK ideographs, Yi
		r >= 0xa960 && r <= 0xa97f, r >= 0xac00 && r <= 0xd7a3, // Hangul
		r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f,
		r >= 0xff00 && r <= 0xff60, r >= 0xffe0 && r <= 0xffe6, // fullwidth forms
		r >= 0x1f300 && r <= 0x1f64f, r >= 0x1f680 && r <= 0x1f6ff, r >= 0x1f900 && r <= 0x1faff, // emoji
		r >= 0x20000 && r <= 0x3fffd:
		return 2
	}
	return 1
}
