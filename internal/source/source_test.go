package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	tests := []struct {
		name, text   string
		offset       int
		line, column int
	}{
		{"an empty file", "", 0, 1, 1},
		{"the first byte", "ab\ncd\n", 0, 1, 1},
		{"a line end belongs to its line", "ab\ncd\n", 2, 1, 3},
		{"the next line's first byte", "ab\ncd\n", 3, 2, 1},
		{"behind the last line end", "ab\ncd\n", 6, 3, 1},
		{"columns are code points", "äß€x", len("äß€"), 1, 4},
		{"a carriage return is a column", "ab\r\ncd", 3, 1, 4},
		{"a byte that is no text is a column", "\xff\xfex", 2, 1, 3},
		{"before the file", "ab", -5, 1, 1},
		{"behind the file", "ab", 99, 1, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := NewFile("a", tt.text).Position(tt.offset)
			if want := (Position{tt.line, tt.column}); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	tests := []struct {
		name, text string
		lines      []string
	}{
		{"an empty file has one line", "", []string{""}},
		{"without a last line end", "ab\ncd", []string{"ab", "cd"}},
		{"with one", "ab\ncd\n", []string{"ab", "cd", ""}},
		{"line ends of Windows", "ab\r\ncd\r\n", []string{"ab", "cd", ""}},
		{"a carriage return within a line stays", "a\rb\n", []string{"a\rb", ""}},
		{"empty lines", "\n\n", []string{"", "", ""}},
		{"a carriage return at the end of the file", "ab\r", []string{"ab"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("a", tt.text)
			if got := f.LineCount(); got != len(tt.lines) {
				t.Errorf("%d lines, want %d", got, len(tt.lines))
			}
			for i, want := range tt.lines {
				if got := f.Line(i + 1); got != want {
					t.Errorf("line %d is %q, want %q", i+1, got, want)
				}
				if span := f.LineSpan(i + 1); span.From() != (Position{i + 1, 1}) {
					t.Errorf("line %d begins at %v", i+1, span.From())
				}
			}
			for _, none := range []int{-1, 0, len(tt.lines) + 1} {
				if got := f.Line(none); got != "" {
					t.Errorf("line %d is %q", none, got)
				}
			}
		})
	}
}

func TestSpan(t *testing.T) {
	f := NewFile("shop/settings.py", "DEBUG = (\n  True\n)\n")
	s := f.Span(8, 18)
	if s.Path() != "shop/settings.py" || s.Text() != "(\n  True\n)" || s.IsZero() {
		t.Errorf("the span is %q in %s", s.Text(), s.Path())
	}
	if s.From() != (Position{1, 9}) || s.To() != (Position{3, 2}) {
		t.Errorf("it goes from %v to %v", s.From(), s.To())
	}
	if got := s.FirstLine().Text(); got != "(" {
		t.Errorf("its first line is %q", got)
	}
	if s.Source() != s {
		t.Error("a span is not its own place")
	}
	for name, out := range map[string]Span{"before": f.Span(-9, -3), "reversed": f.Span(5, 2), "behind": f.Span(99, 120)} {
		if out.Text() != "" {
			t.Errorf("%s: %q", name, out.Text())
		}
	}
	if all := f.Span(-1, 99); all.Text() != f.Text {
		t.Errorf("the whole file is %q", all.Text())
	}
}

func TestZeroSpan(t *testing.T) {
	var zero Span
	if !zero.IsZero() || zero.Path() != "" || zero.Text() != "" || zero.From() != (Position{}) || zero.To() != (Position{}) {
		t.Error("nowhere is somewhere")
	}
	if zero.FirstLine() != zero {
		t.Error("nowhere has a first line")
	}
}

func TestJoin(t *testing.T) {
	f, other := NewFile("a", "0123456789"), NewFile("b", "0123456789")
	tests := []struct {
		name       string
		a, b, want Span
	}{
		{"apart", f.Span(1, 3), f.Span(6, 8), f.Span(1, 8)},
		{"the other way round", f.Span(6, 8), f.Span(1, 3), f.Span(1, 8)},
		{"one in the other", f.Span(1, 8), f.Span(3, 4), f.Span(1, 8)},
		{"nowhere first", Span{}, f.Span(3, 4), f.Span(3, 4)},
		{"nowhere second", f.Span(3, 4), Span{}, f.Span(3, 4)},
		{"of another file", f.Span(3, 4), other.Span(1, 2), f.Span(3, 4)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.a.Join(tt.b); got != tt.want {
				t.Errorf("got %d to %d", got.Start, got.End)
			}
		})
	}
}

func TestNotificationLevel(t *testing.T) {
	for level, want := range map[NotificationLevel]string{Note: "note", Warning: "warning", Error: "error", 9: "note"} {
		if got := level.String(); got != want {
			t.Errorf("%d is %q, want %q", level, got, want)
		}
	}
	if new(Notification).Level != Note {
		t.Error("the zero level is not the mildest")
	}
}

// FuzzPosition compares lines and columns with a plain count, and takes them back to the offset.
func FuzzPosition(f *testing.F) {
	for _, seed := range []string{"", "ab\ncd\n", "äß€\r\nx", "\xff\n\n"} {
		f.Add(seed, len(seed)/2)
	}
	f.Fuzz(func(t *testing.T, text string, offset int) {
		file := NewFile("a", text)
		got := file.Position(offset)
		inside := text[:max(0, min(offset, len(text)))]
		line := 1 + strings.Count(inside, "\n")
		column := 1 + utf8.RuneCountInString(inside[strings.LastIndexByte(inside, '\n')+1:])
		if want := (Position{line, column}); got != want {
			t.Fatalf("offset %d of %q: got %v, want %v", offset, text, got, want)
		}
		if span := file.LineSpan(got.Line); span.From() != (Position{got.Line, 1}) {
			t.Fatalf("line %d begins at %v", got.Line, span.From())
		}
	})
}
