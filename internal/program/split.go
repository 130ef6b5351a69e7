package program

import (
	"strings"

	"deploylint/internal/ini"
	"deploylint/internal/shell"
	"deploylint/internal/source"
)

// Split splits text that stands at a place into words, as Python's shlex does. What cannot be split is left out.
func Split(text string, at source.Span) []shell.Word {
	parts, _ := ini.SplitCommand(text)
	exact := strings.Index(at.Text(), text)
	var all []shell.Word
	for _, p := range parts {
		span := at
		if exact >= 0 && !at.IsZero() {
			span = at.File.Span(at.Start+exact+p.Start, at.Start+exact+p.End)
		}
		all = append(all, shell.Known(p.Text, span))
	}
	return all
}
