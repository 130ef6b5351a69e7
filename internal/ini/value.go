package ini

import (
	"sort"
	"strings"

	"deploylint/internal/source"
)

// A Value is the text that an option has after comments are cut off and lines are joined, with the way back to the file.
type Value struct {
	// Text is the value as the program gets it. The lines of a value of several lines are joined by "\n".
	Text string
	// Span runs from the first to the last byte of the value; comments between its lines lie inside.
	Span source.Span
	// Pieces are what Text is made of, in order and without gaps.
	Pieces []Piece
	// Holes are the parts that something else than the program fills in before or after it reads the file.
	Holes []Hole
}

// A Piece is a part of a value and the bytes of the file that it comes from. Most pieces are one physical line.
type Piece struct {
	// Start is the offset of the piece in the value.
	Start int
	Text  string
	Span  source.Span
	// Verbatim says that Text stands in the file as it is; else Text as a whole comes from Span as a whole, like the value
	// of %(here)s from the bytes "%(here)s".
	Verbatim bool
}

// Source returns Span, so that a Value is a place wherever one is asked for.
func (v Value) Source() source.Span { return v.Span }

// Hole reports whether a part of the value is filled in by a template, so that the text is not what will run. References
// that a shell resolves (${NAME}) are not counted: the text itself stays.
func (v Value) Hole() bool {
	for _, h := range v.Holes {
		if h.Kind != Reference {
			return true
		}
	}
	return false
}

// Lines returns the span of each physical line that the value has text on.
func (v Value) Lines() []source.Span {
	var lines []source.Span
	for _, p := range v.Pieces {
		if p.Verbatim && p.Text != "" {
			lines = append(lines, p.Span)
		}
	}
	return lines
}

// SpanOf returns the bytes of the file that Text[start:end] comes from. Offsets outside Text are moved to its nearest end.
func (v Value) SpanOf(start, end int) source.Span {
	start = max(0, min(start, len(v.Text)))
	end = max(start, min(end, len(v.Text)))
	if len(v.Pieces) == 0 || v.Span.IsZero() {
		return v.Span
	}
	first := v.Pieces[v.pieceAt(start)]
	from := first.Span.Start
	if first.Verbatim {
		from += start - first.Start
	}
	to := from
	if start < end {
		last := v.Pieces[v.pieceAt(end-1)]
		to = last.Span.End
		if last.Verbatim {
			to = last.Span.Start + end - last.Start
		}
	}
	return v.Span.File.Span(from, max(from, to))
}

// pieceAt returns the index of the piece that holds the byte at offset, or of the last piece.
func (v Value) pieceAt(offset int) int {
	// Of pieces that begin at one offset, all but the last are empty.
	return max(0, sort.Search(len(v.Pieces), func(i int) bool { return v.Pieces[i].Start > offset })-1)
}

// Slice returns Text[start:end] as a value of its own.
func (v Value) Slice(start, end int) Value {
	start = max(0, min(start, len(v.Text)))
	end = max(start, min(end, len(v.Text)))
	part := Value{Text: v.Text[start:end], Span: v.SpanOf(start, end), Pieces: v.cut(start, end)}
	for i := range part.Pieces {
		part.Pieces[i].Start -= start
	}
	for _, h := range v.Holes {
		if h.Start < end && h.End > start {
			h.Start, h.End = max(h.Start, start)-start, min(h.End, end)-start
			part.Holes = append(part.Holes, h)
		}
	}
	return part
}

// cut returns the pieces of Text[start:end], with the offsets that they have in Text.
func (v Value) cut(start, end int) []Piece {
	var pieces []Piece
	if len(v.Pieces) == 0 {
		return nil
	}
	for _, p := range v.Pieces[v.pieceAt(start):] {
		if p.Start >= end {
			break
		}
		from, to := max(start, p.Start), min(end, p.Start+len(p.Text))
		if from >= to {
			continue
		}
		part := Piece{Start: from, Text: p.Text[from-p.Start : to-p.Start], Span: p.Span, Verbatim: p.Verbatim}
		if p.Verbatim {
			part.Span = p.Span.File.Span(p.Span.Start+from-p.Start, p.Span.Start+to-p.Start)
		}
		pieces = append(pieces, part)
	}
	return pieces
}

// newValue joins pieces, to which it gives their offsets. Without any, the value is empty and stands at the given place.
func newValue(at source.Span, pieces []Piece) Value {
	v := Value{Span: at, Pieces: pieces}
	var text strings.Builder
	for i := range pieces {
		pieces[i].Start = text.Len()
		text.WriteString(pieces[i].Text)
		if i == 0 {
			v.Span = pieces[i].Span
		} else {
			v.Span = v.Span.Join(pieces[i].Span)
		}
	}
	v.Text = text.String()
	v.Holes = holes(v.Text)
	return v
}
