package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/dotenv"

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
	// Effects are the folders and files that the settings make, on any way that they may take.
	Effects []Effect
	// URLs are those of the module that ROOT_URLCONF names; nil where it is not in the repository.
	URLs *URLConf
	// Entrances are the modules of the repository that make the application for a server: wsgi.py, asgi.py.
	Entrances []*source.File
	// OldKeys are the apps whose migrations make keys of another type than Django's default is now. They are known where the
	// settings leave that type to Django alone.
	OldKeys []OldKey
	// Switches are the settings that a text of the environment turns on although it means off.
	Switches []Switch
	// Tasks is what the project's code says about the queues of celery's tasks, where a celery worker is known.
	Tasks TaskCode
	// CacheRelays are what requests leave in caches for others. They are looked for where several processes answer requests and a
	// cache lives in the memory of each.
	CacheRelays []CacheRelay
	// Failure is set when the settings certainly stop with an error.
	Failure *Failure
	// Missing are the errors of a process whose launcher gives it all its variables, and not one that the settings insist on.
	// Everything else is judged as if the variable were there.
	Missing []Failure

	// Tolerated is the import of a module that git does not track and that may set anything
	// (try: from .local_settings import *); nil where there is none.
	Tolerated *value.Step

	names    []string
	given    func(name string) (value.Value, bool)
	defaults func(name string) (value.Value, bool)
}

// NewSettings returns settings. Names are those that the module sets, sorted; given answers with what it leaves under a
// name, also one that is not among names where anything may have set it; defaults answers with Django's own.
// The caller fills the other fields.
func NewSettings(names []string, given, defaults func(string) (value.Value, bool)) *Settings {
	return &Settings{names: names, given: given, defaults: defaults}
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
	// SupportEnded is the month in which security fixes ended ("2024-04"), "" while the version is supported.
	SupportEnded string
	// NewestLTS is the newest version with long-term support.
	NewestLTS string
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
	// Cast is what the text is turned into: "bool", "int", "list"; "" for none.
	Cast string
	// Required is set when the process does not start without it.
	Required bool
	// Default is the default in the code; its kind is Unknown where there is none or it is not known.
	Default    value.Value
	HasDefault bool
}

// A Switch is a setting that an environment variable is meant to switch on and off, and that its text turns on although it
// means off.
type Switch struct {
	// Setting and Variable are the two names.
	Setting, Variable string
	// Span is where the setting is decided.
	Span source.Span
	// Read is where the variable is read.
	Read EnvRead
	// TurnedOn are the texts that mean off and turn the setting on: "False", "0". TurnedOff are those that turn it off.
	TurnedOn, TurnedOff []string
	// Present is set where the empty text turns it on too: what counts is that the variable is there.
	Present bool
}

// Source returns where the setting is decided.
func (s Switch) Source() source.Span { return s.Span }

// An EnvFile is one env file that the settings load.
type EnvFile struct {
	// Path is in the repository; "" when the path is not known.
	Path string
	Span source.Span
	// Found reports whether the file is in the repository.
	Found bool
	// Read reports whether its values were taken.
	Read bool
	// Override is set when its values replace those of the process's environment.
	Override bool
	// Dialect is that of the library that loads it.
	Dialect dotenv.Dialect
	// Entries are its assignments, as the library that loads it reads them, where it was read.
	Entries []EnvEntry
}

// An Effect is a folder or a file that the settings make when they are imported.
type Effect struct {
	// Folder is set for a folder; else it is a file that is written.
	Folder bool
	// Path is absolute, or begins with value.RootMark; "" where it is not known.
	Path string
	// Span is the call that makes it.
	Span source.Span
}

// Source returns the place of the call.
func (e Effect) Source() source.Span { return e.Span }

// An OldKey is an app whose tables have keys of the type that was Django's default before.
type OldKey struct {
	// App is the app's folder.
	App string
	// Span is where a migration names the type.
	Span source.Span
}

// Source returns where the migration names the type.
func (k OldKey) Source() source.Span { return k.Span }

// A Failure is an error with which the settings certainly stop.
type Failure struct {
	Span source.Span
	// Class is the exception's class: "KeyError".
	Class string
	// Message says what happened, without a value in it.
	Message string
	// Variable is the environment variable whose absence is the cause, "" where none is.
	Variable string
}

// Get returns a setting: what the module leaves, else Django's default, else unknown with cause Absent.
func (s *Settings) Get(name string) value.Value {
	if v, ok := s.given(name); ok {
		return s.fill(name, v)
	}
	return s.fallback(name)
}

// Default returns Django's own default of a setting, in the version that the project runs.
func (s *Settings) Default(name string) (value.Value, bool) { return s.defaults(name) }

func (s *Settings) fallback(name string) value.Value {
	v, ok := s.defaults(name)
	if !ok {
		v = value.NotKnownFor(value.Absent, value.Why(value.NotSet, name))
	}
	v.Overridable = s.Tolerated
	return v
}

// fill puts Django's default in the place of an alternative that leaves the name unset.
func (s *Settings) fill(name string, v value.Value) value.Value {
	if v.Known() {
		return v
	}
	if v.Cause == value.Absent {
		return s.fallback(name)
	}
	for i, a := range v.Alternatives {
		if a.Known() || a.Cause != value.Absent {
			continue
		}
		v.Alternatives = slices.Clone(v.Alternatives)
		v.Alternatives[i] = s.fallback(name)
	}
	return v
}

// Given returns what the module leaves under name, and whether it sets the name at all.
func (s *Settings) Given(name string) (value.Value, bool) {
	v, ok := s.given(name)
	return v, ok && (v.Known() || v.Cause != value.Absent)
}

// Names returns the names that the module sets, sorted. The caller must not change the slice.
func (s *Settings) Names() []string { return s.names }

// ReadsVariable reports whether the settings, where there are any, read an environment variable.
func (s *Settings) ReadsVariable(name string) bool {
	return s != nil && slices.ContainsFunc(s.Reads, func(r EnvRead) bool { return r.Name == name })
}

// Place returns where a setting is decided, or the module's first statement when that is Django's default.
func (s *Settings) Place(name string) source.Span {
	if v, ok := s.Given(name); ok {
		if span := v.Span(); !span.IsZero() {
			return span
		}
	}
	return s.First
}

// Sets reports whether the module sets any of the names.
func (s *Settings) Sets(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		_, ok := s.Given(name)
		return ok
	})
}

// On reports whether a setting certainly counts as true.
func (s *Settings) On(name string) bool { return s.Get(name).Truth() == value.True }

// Off reports whether a setting certainly counts as false.
func (s *Settings) Off(name string) bool { return s.Get(name).Truth() == value.False }

// MiddlewareSetting returns the name of the setting that lists the middleware.
func (s *Settings) MiddlewareSetting() string {
	if !s.Sets("MIDDLEWARE") && s.Django.Before(2, 0) {
		return "MIDDLEWARE_CLASSES"
	}
	return "MIDDLEWARE"
}

// Middleware reports whether a middleware whose dotted name ends in suffix runs.
func (s *Settings) Middleware(suffix string) value.Tri {
	return Holds(s.Get(s.MiddlewareSetting()), func(e string) bool { return strings.HasSuffix(e, suffix) })
}

// Runs reports whether the settings name this very middleware: Django's checks know no subclasses.
func (s *Settings) Runs(middleware string) value.Tri {
	return Holds(s.Get(s.MiddlewareSetting()), func(e string) bool { return e == middleware })
}

// App reports whether an app is installed, by its dotted name or by an AppConfig inside it.
func (s *Settings) App(name string) value.Tri {
	return Holds(s.Get("INSTALLED_APPS"), func(e string) bool { return e == name || strings.HasPrefix(e, name+".apps.") })
}

// Installed reports whether an app is certainly installed.
func (s *Settings) Installed(app string) bool { return s.App(app) == value.True }

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

// StaticElsewhere reports whether something other than the proxy serves the static files: WhiteNoise, or a storage on
// another host.
func (s *Settings) StaticElsewhere() value.Tri {
	isWhiteNoise := func(e string) bool { return strings.Contains(strings.ToLower(e), "whitenoise") }
	answer := Holds(s.Get("MIDDLEWARE"), isWhiteNoise).Or(Holds(s.Get("INSTALLED_APPS"), isWhiteNoise))
	storage := s.Get("STORAGES").At("staticfiles").At("BACKEND")
	if _, given := s.Given("STATICFILES_STORAGE"); given && s.Django.Before(5, 1) {
		storage = s.Get("STATICFILES_STORAGE")
	}
	text, ok := storage.Text()
	switch {
	case !ok && storage.Cause != value.Absent:
		return answer.Or(value.Undecided)
	case ok && !strings.HasPrefix(text, "django.") && !strings.Contains(strings.ToLower(text), "pipeline"):
		return answer.Or(value.Undecided)
	}
	return answer
}
