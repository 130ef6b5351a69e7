// Package source knows where things are: immutable files, spans of bytes in them, and the line and column that a person
// counts.
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// A File is one file as it was read. It never changes.
type File struct {
	// Path is slash-separated and relative to the repository root.
	Path string
	// Text is the whole content, as bytes.
	Text string

	once  sync.Once
	lines []int // offset of each line's first byte
}

// NewFile returns a file with the given path and content.
func NewFile(path, text string) *File {
	return &File{Path: path, Text: text}
}

// Span returns the half-open range of bytes [start, end) of f.
// Offsets outside the file are moved to its nearest end.
func (f *File) Span(start, end int) Span {
	start = max(0, min(start, len(f.Text)))
	end = max(start, min(end, len(f.Text)))
	return Span{File: f, Start: start, End: end}
}

// Position returns the line and column, both counted from 1, of the byte at offset.
func (f *File) Position(offset int) Position {
	starts := f.lineStarts()
	offset = max(0, min(offset, len(f.Text)))
	line := sort.SearchInts(starts, offset+1) // the number of lines that start at or before offset
	return Position{Line: line, Column: 1 + utf8.RuneCountInString(f.Text[starts[line-1]:offset])}
}

// LineCount returns the number of lines; a last line without a newline counts, an empty file has one.
func (f *File) LineCount() int {
	return len(f.lineStarts())
}

// LineSpan returns line n (from 1) without its line end. A line that is not there is empty.
func (f *File) LineSpan(n int) Span {
	starts := f.lineStarts()
	if n < 1 || n > len(starts) {
		return f.Span(len(f.Text), len(f.Text))
	}
	end := len(f.Text)
	if n < len(starts) {
		end = starts[n] - 1
	}
	if end > starts[n-1] && f.Text[end-1] == '\r' {
		end--
	}
	return f.Span(starts[n-1], end)
}

// Line returns the text of line n (from 1) without its line end.
func (f *File) Line(n int) string {
	return f.LineSpan(n).Text()
}

func (f *File) lineStarts() []int {
	f.once.Do(func() {
		f.lines = make([]int, 1, 1+strings.Count(f.Text, "\n"))
		for at := 0; ; {
			n := strings.IndexByte(f.Text[at:], '\n')
			if n < 0 {
				return
			}
			at += n + 1
			f.lines = append(f.lines, at)
		}
	})
	return f.lines
}

// A Position is a place as a person counts it: lines from 1, columns from 1 in code points.
type Position struct {
	Line, Column int
}

// A Span is a half-open range of bytes of a file. The zero Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// IsZero reports whether s is nowhere.
func (s Span) IsZero() bool { return s.File == nil }

// Path returns the path of the span's file, or "" for nowhere.
func (s Span) Path() string {
	if s.File == nil {
		return ""
	}
	return s.File.Path
}

// Text returns the bytes that s covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// From returns the position of the first byte, or the zero Position for nowhere.
func (s Span) From() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.Start)
}

// To returns the position just behind the last byte, or the zero Position for nowhere.
func (s Span) To() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.End)
}

// Join returns the smallest span that covers both s and t, which must be of one file; a zero span joins to the other.
func (s Span) Join(t Span) Span {
	switch {
	case s.File == nil:
		return t
	case t.File == nil || t.File != s.File:
		return s
	}
	return Span{File: s.File, Start: min(s.Start, t.Start), End: max(s.End, t.End)}
}

// FirstLine returns s cut at its first line end, for anchoring a result on a construct of many lines.
func (s Span) FirstLine() Span {
	if s.File == nil {
		return s
	}
	if n := strings.IndexAny(s.Text(), "\r\n"); n >= 0 {
		s.End = s.Start + n
	}
	return s
}

// Source returns s itself, so that a Span is a place wherever one is asked for.
func (s Span) Source() Span { return s }

// A Notification is trouble of the tool's own: something that could not be read, or was left out. It is never a result.
type Notification struct {
	// Level is how much the verdict lacks.
	Level NotificationLevel
	// Message says what could not be read and why, in one sentence without a secret in it.
	Message string
	// Span is the place, if there is one.
	Span Span
	// Path is the file, where there is no Span because the file could not be opened.
	Path string
}

// NotificationLevel says how much the verdict lacks.
type NotificationLevel uint8

// The levels of a notification.
const (
	// Note: worth knowing.
	Note NotificationLevel = iota
	// Warning: something was skipped that may matter.
	Warning
	// Error: the verdict is incomplete.
	Error
)

// String returns "note", "warning" or "error".
func (l NotificationLevel) String() string {
	switch l {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}
