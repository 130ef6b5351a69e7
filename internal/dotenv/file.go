package dotenv

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/source"
)

// The limits of the package, so that no file costs more than a moment.
const (
	// MaxSize is the size in bytes up to which a file is read.
	MaxSize = 256 << 10
	// maxValue is the size in bytes up to which a value is expanded.
	maxValue = 64 << 10
	// maxTotal bounds what all expansions of one reading may add up to.
	maxTotal = 4 << 20
	// maxDepth is how deeply references and defaults may nest.
	maxDepth = 16
)

// A File is one env file as read.
type File struct {
	// Source is the file.
	Source *source.File
	// Statements are all statements that godotenv can read, in order, repeated names too.
	Statements []*Statement
	// Issues are what it cannot, and what is wrong with the file as a whole, in order of their places.
	Issues []Issue
	// CRLF says that lines end as on Windows.
	CRLF bool

	refusal *Issue // the file is no text at all
}

// A Statement is one assignment:
//
//	export SECRET_KEY="…"  # comment
type Statement struct {
	// Key is the name.
	Key string
	// Value is what godotenv makes of it, when Known.
	Value string
	// Known is false where a limit was reached or the file has an issue that hides the value.
	Known bool
	// Raw is the value as written, quotes included, without a comment behind it.
	Raw string
	// Quote is the quote around the value, or 0.
	Quote byte
	// Delimiter is '=' or ':'.
	Delimiter byte
	// Export says that "export" stands before the name.
	Export bool
	// Repeats says that an earlier statement has the same name, Overridden that a later one has.
	Repeats, Overridden bool
	// outside are the names that the value refers to and that the file has not set before.
	outside []string
	// Span covers the statement from "export" or the name to the end of the value, KeySpan the name, ValueSpan Raw.
	Span, KeySpan, ValueSpan source.Span
}

// Source returns Span, so that a Statement is a place wherever one is asked for.
func (s *Statement) Source() source.Span { return s.Span }

// An Issue is something that godotenv, or with [Reading.Refusal] another reader, cannot read.
type Issue struct {
	// Kind tells issues apart.
	Kind IssueKind
	// Span is the place.
	Span source.Span
	// Message says in a clause what is wrong. It quotes nothing of a value.
	Message string
}

// IssueKind tells issues apart.
type IssueKind uint8

// The kinds of issue.
const (
	// NoValue: a line without "=".
	NoValue IssueKind = iota
	// BadName: a name that cannot be one, or none at all.
	BadName
	// Unterminated: a quote that is not closed.
	Unterminated
	// ByteOrderMark: the file begins with one.
	ByteOrderMark
	// NotText: the file is UTF-16, not UTF-8, or holds a NUL.
	NotText
	// TooBig: the file is over the limit and was not read.
	TooBig
	// BadExpansion: a reference with "$" that is not well-formed.
	BadExpansion
	// BadSyntax: the shell cannot read it.
	BadSyntax
)

// Parse reads an env file.
func Parse(f *source.File) *File {
	file := &File{Source: f, CRLF: strings.Contains(f.Text, "\r\n")}
	switch {
	case len(f.Text) > MaxSize:
		file.refuse(TooBig, f.Span(0, 0), "the file is too big to be an env file and was not read")
	case strings.HasPrefix(f.Text, "\xff\xfe") || strings.HasPrefix(f.Text, "\xfe\xff"):
		file.refuse(NotText, f.Span(0, 2), "the file is UTF-16, which nothing reads as an env file")
	}
	if file.refusal != nil {
		return file
	}
	if strings.HasPrefix(f.Text, "\ufeff") {
		file.issue(ByteOrderMark, f.Span(0, len("\ufeff")), "the file begins with a byte order mark, which many readers take for a part of the first name")
	}
	file.checkBytes()
	file.scan()
	return file
}

// checkBytes reports the first byte that is no text.
func (f *File) checkBytes() {
	text := f.Source.Text
	if i := strings.IndexByte(text, 0); i >= 0 {
		f.issue(NotText, f.Source.Span(i, i+1), "the file holds a NUL byte")
	}
	if i := invalidAt(text); i >= 0 {
		f.issue(NotText, f.Source.Span(i, i+1), "the file is not UTF-8")
	}
}

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	i := 0
	for i < len(text) {
		c, n := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError && n <= 1 {
			break
		}
		i += n
	}
	return i
}

func (f *File) issue(kind IssueKind, at source.Span, message string) {
	f.Issues = append(f.Issues, Issue{Kind: kind, Span: at, Message: message})
}

func (f *File) refuse(kind IssueKind, at source.Span, message string) {
	f.issue(kind, at, message)
	f.refusal = &f.Issues[len(f.Issues)-1]
}

// Get returns the last statement of that name.
func (f *File) Get(key string) (*Statement, bool) {
	for _, s := range slices.Backward(f.Statements) {
		if s.Key == key {
			return s, true
		}
	}
	return nil, false
}
