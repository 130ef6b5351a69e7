package deploy

import (
	"path"
	"slices"
	"strings"

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
	// Written are all of them with their extras, by their names in normal form: "celery[redis]", "django[]".
	Written []string
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

// Installs reports whether production installs one of some packages that would each do: the requirements name one, or another that
// has the first one's name within its own or its extras, as forks and celery[redis] do, or a Dockerfile or a script names one. It is undecided where the requirements are not known as a whole, where they do not name Django, since
// then they are not those of the site, and where an image builds upon one that may hold anything.
func (s *Site) Installs(names ...string) value.Tri {
	if s.Requires("django") != value.True {
		return value.Undecided
	}
	for _, name := range names {
		if answer := s.Requires(name); answer != value.False {
			return answer
		}
	}
	if short := strings.TrimPrefix(strings.ToLower(names[0]), "django-"); slices.ContainsFunc(s.Requirements.Written, func(written string) bool { return strings.Contains(written, short) }) {
		return value.True
	}
	answer := value.False
	for _, image := range s.Images {
		if image.names(names) {
			return value.True
		}
		if !image.FromPlain() {
			answer = value.Undecided
		}
	}
	for _, use := range s.Scripts() {
		for _, c := range use.Script.Commands {
			if (c.Has("install") || c.Has("add")) && namesAny(c.Span.Text(), names) {
				return value.True
			}
		}
	}
	return answer
}

// names reports whether an instruction names a package, other than those that say what the container runs.
func (i *Image) names(packages []string) bool {
	for _, one := range i.Tree.Instructions {
		switch one.Name {
		case "CMD", "ENTRYPOINT", "HEALTHCHECK", "LABEL":
			continue
		}
		if namesAny(one.Span.Text(), packages) || slices.ContainsFunc(one.Heredocs, func(s source.Span) bool { return namesAny(s.Text(), packages) }) {
			return true
		}
	}
	return false
}

func namesAny(text string, names []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, strings.ToLower(name)) })
}

// FromPlain reports whether all that the image builds upon are images of a distribution or of Python, in which no package of
// Django's kind is.
func (i *Image) FromPlain() bool {
	for _, stage := range i.Final.Stages {
		if stage.Parent != nil {
			continue
		}
		base, ok := stage.Base.Text()
		if !ok {
			return false
		}
		name, _, _ := strings.Cut(path.Base(base), "@")
		name, _, _ = strings.Cut(name, ":")
		switch name {
		case "python", "debian", "ubuntu", "alpine", "pypy", "uv", "scratch":
		default:
			return false
		}
	}
	return true
}
