package report

import (
	"io"

	"deploylint/internal/lint"
)

// A Format is a way to write the report of a check.
type Format struct {
	Name  string
	Write func(io.Writer, *lint.Report, Options) error
}

// Formats returns all formats of a check, the default first.
func Formats() []Format {
	return []Format{
		{"text", Text},
		{"json", JSON},
		{"sarif", SARIF},
		{"concise", Concise},
		{"github", GitHub},
		{"gitlab", GitLab},
		{"junit", JUnit},
		{"markdown", Markdown},
		{"html", HTML},
	}
}
