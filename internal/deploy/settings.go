package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Settings are the Django settings of a site as its processes run them.
type Settings struct {
	// Module is the dotted name: "shop.settings.production".
	Module string
	// File is the module's file.
	File *source.File
	// First is the module's first statement: where results about something missing stand.
	First source.Span
	// ChosenBy says how the module was chosen: "environment of supervisor program web".
	ChosenBy string
	// Assumed is set when the choice rests on names alone.
	Assumed bool
	// Django is the version that the project runs.
	Django DjangoVersion
	// Reads are the environment variables that the settings read, in order.
	Reads []EnvRead
	// EnvFiles are the env files that the settings load, in order.
	EnvFiles []EnvFile
	// Failure is set when the settings certainly stop with an error.
	Failure *Failure

	values   map[string]value.Value
	defaults func(name string) (value.Value, bool)
}

// NewSettings returns settings with the given values; defaults answers with Django's own for what is not there.
// It keeps both. The caller fills the other fields.
func NewSettings(values map[string]value.Value, defaults func(string) (value.Value, bool)) *Settings {
	return &Settings{values: values, defaults: defaults}
}

// A DjangoVersion is the Django version that a project runs, and how that is known.
type DjangoVersion struct {
	// Major and Minor are 5 and 2 for Django 5.2.17.
	Major, Minor int
	// Text is the version as far as it is known: "5.2.17", "5.2".
	Text string
	// From says how it is known: "requirements.txt:3", "settings header", "assumed: newest LTS".
	From string
	// Assumed is set when nothing in the project names the version.
	Assumed bool
	// Exact is set when the version is pinned, not a lower bound.
	Exact bool
	// Span is where the version stands.
	Span source.Span
}

// AtLeast reports whether the version is major.minor or later.
func (v DjangoVersion) AtLeast(major, minor int) bool {
	return v.Major > major || v.Major == major && v.Minor >= minor
}

// Before reports whether the version is earlier than major.minor.
func (v DjangoVersion) Before(major, minor int) bool { return !v.AtLeast(major, minor) }

// An EnvRead is one place where the settings read an environment variable.
type EnvRead struct {
	// Name is the variable.
	Name string
	Span source.Span
	// Library reads it: "os.environ", "django-environ".
	Library string
	// Required is set when the process does not start without it.
	Required bool
	// Default is the default in the code; its kind is Unknown where there is none or it is not known.
	Default    value.Value
	HasDefault bool
}

// An EnvFile is one env file that the settings load.
type EnvFile struct {
	// Path is in the repository; "" when the path is not known.
	Path string
	Span source.Span
	// Found reports whether the file is in the repository.
	Found bool
	// Read reports whether its values were taken.
	Read bool
}

// A Failure is an error with which the settings certainly stop.
type Failure struct {
	Span    source.Span
	Message string
}

// Get returns a setting: what the module leaves, else Django's default, else unknown with cause Absent.
func (s *Settings) Get(name string) value.Value {
	if v, ok := s.values[name]; ok {
		return v
	}
	if v, ok := s.defaults(name); ok {
		return v
	}
	return value.NotKnown(value.Absent, name+" is not set")
}

// Given returns what the module leaves under name, and whether it sets the name at all.
func (s *Settings) Given(name string) (value.Value, bool) {
	v, ok := s.values[name]
	return v, ok
}

// Names returns the names that the module sets, sorted.
func (s *Settings) Names() []string {
	names := make([]string, 0, len(s.values))
	for name := range s.values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Place returns where a setting is decided, or the module's first statement when that is Django's default.
func (s *Settings) Place(name string) source.Span {
	if v, ok := s.values[name]; ok {
		if span := v.Span(); !span.IsZero() {
			return span
		}
	}
	return s.First
}

// Middleware reports whether a middleware whose dotted name ends in suffix runs.
func (s *Settings) Middleware(suffix string) value.Tri {
	name := "MIDDLEWARE"
	if _, given := s.Given(name); !given && s.Django.Before(2, 0) {
		name = "MIDDLEWARE_CLASSES"
	}
	return Holds(s.Get(name), func(e string) bool { return strings.HasSuffix(e, suffix) })
}

// App reports whether an app is installed, by its dotted name or by an AppConfig inside it.
func (s *Settings) App(name string) value.Tri {
	return Holds(s.Get("INSTALLED_APPS"), func(e string) bool { return e == name || strings.HasPrefix(e, name+".apps.") })
}

// Holds reports whether a sequence holds a str for which is answers true; undecided when an unknown element may be one.
func Holds(seq value.Value, is func(string) bool) value.Tri {
	if !seq.IsSequence() {
		if len(seq.Alternatives) == 0 {
			return value.Undecided
		}
		first := Holds(seq.Alternatives[0], is)
		for _, a := range seq.Alternatives[1:] {
			if Holds(a, is) != first {
				return value.Undecided
			}
		}
		return first
	}
	answer := value.False
	for _, e := range seq.Elems() {
		if text, ok := e.Text(); ok && is(text) {
			return value.True
		}
		if !e.Known() {
			answer = value.Undecided
		}
	}
	return answer
}
