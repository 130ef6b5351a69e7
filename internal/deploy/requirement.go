package deploy

import (
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Requirement is what the project asks for of one Python package.
type Requirement struct {
	// Pinned is the version that is asked for, "" where more than one will do.
	Pinned string
	// Extras are the package's extras that are asked for: "gevent" of gunicorn[gevent].
	Extras []string
	// Span is the place that decides.
	Span source.Span
}

// Source returns the place that decides.
func (r Requirement) Source() source.Span { return r.Span }

// Requirements are the Python packages that the project installs in production.
type Requirements struct {
	// Get returns the requirement of a package, by any spelling of its name.
	Get func(name string) (Requirement, bool)
	// Complete is set where all files that name packages could be read, so that the absence of one says something.
	Complete bool
}

// Requirement returns what the project asks for of a package; ok is false where nothing names it.
func (s *Site) Requirement(name string) (r Requirement, ok bool) {
	if s.Requirements.Get == nil {
		return Requirement{}, false
	}
	return s.Requirements.Get(name)
}

// Requires reports whether the project installs a package by naming it. It is undecided where a file that may name it
// could not be read.
func (s *Site) Requires(name string) value.Tri {
	if _, ok := s.Requirement(name); ok {
		return value.True
	}
	if s.Requirements.Complete {
		return value.False
	}
	return value.Undecided
}
