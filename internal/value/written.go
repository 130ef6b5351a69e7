package value

import (
	"strconv"
	"strings"

	"deploylint/internal/source"
)

// Written returns a text that is written at a place.
func Written(text string, at source.Span, why string) Value {
	return OfStr(text).With(Step{How: Assigned, Span: at, Text: why})
}

// Retold returns a value in other words, with the way that it came.
func (v Value) Retold(other Value) Value {
	other.Trail = v.Trail
	return other
}

// AsInt turns a text into an int; a text that is none is unknown, and anything else stays as it is.
func (v Value) AsInt() Value {
	text, ok := v.Text()
	if !ok {
		return v
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return v.Retold(NotKnown(Unread, "it is not a whole number"))
	}
	return v.Retold(OfInt(n))
}
