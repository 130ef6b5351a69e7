package report

import (
	"fmt"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// Options are what the writers need to know beside the report.
type Options struct {
	// Version is deploylint's own.
	Version string
	// Status is the exit status of the run.
	Status int
	// Gate is what makes the run fail.
	Gate lint.Gate
	// Place turns a path of the report into one from the working directory, for people; nil leaves it as it is.
	Place func(path string) string
	// Page returns a rule's page as Markdown, "" where there is none; nil stands for no pages at all.
	Page func(id string) string
	// Color allows colours in text.
	Color bool
	// Quiet leaves everything but findings and the summary out of text.
	Quiet bool
	// ShowPassed adds what was looked at and is fine.
	ShowPassed bool
	// Statistics adds the number of findings of each rule to text.
	Statistics bool
}

func (o *Options) place(path string) string {
	if o.Place != nil {
		path = o.Place(path)
	}
	return lint.Visible(path)
}

func (o *Options) page(id string) string {
	if o.Page == nil {
		return ""
	}
	return o.Page(id)
}

// position prints a place as editors and CI matchers read it.
func (o *Options) position(s source.Span) string {
	from := s.From()
	return fmt.Sprintf("%s:%d:%d", o.place(s.Path()), from.Line, from.Column)
}

// word is what text says for a result's kind or level.
func word(r *lint.Reported) string {
	switch r.Kind {
	case lint.KindOpen:
		return "unverified"
	case lint.KindPass:
		return "passed"
	default:
		return r.Level.String()
	}
}

// trouble is what text says for a notification: what it means for the verdict.
func trouble(n source.Notification) string {
	switch n.Level {
	case source.Error:
		return "incomplete"
	case source.Warning:
		return "skipped"
	default:
		return "remark"
	}
}

// notice prints a notification on one line.
func (o *Options) notice(n source.Notification) string {
	text := trouble(n) + ": " + lint.Visible(n.Message)
	switch {
	case !n.Span.IsZero():
		return o.position(n.Span) + ": " + text
	case n.Path != "":
		return o.place(n.Path) + ": " + text
	}
	return text
}

// Notice prints a notification on one line, for the error stream.
func Notice(n source.Notification, o Options) string { return Inert(o.notice(n)) }
