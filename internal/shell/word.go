package shell

import (
	"path"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Known returns a word that is known.
func Known(text string, at source.Span) Word { return Word{Text: text, Known: true, Span: at} }

// Given returns the word as a value that is given where the word stands.
func (w Word) Given() value.Value {
	return w.Value().With(value.Step{How: value.Assigned, Span: w.Span, Text: "it is given here"})
}

// Base returns the name of the program that the word names, without its folder.
func (w Word) Base() string {
	if !w.Known && !w.KnownEnd() {
		return ""
	}
	return path.Base(w.Text)
}

// KnownEnd reports whether the part of an unknown word behind its last slash holds no variable, so that
// "$VENV/bin/gunicorn" is gunicorn all the same.
func (w Word) KnownEnd() bool {
	n := strings.LastIndexByte(w.Text, '/')
	return n >= 0 && n+1 < len(w.Text) && !strings.ContainsAny(w.Text[n+1:], "$`{}<>%()\"'*?")
}
