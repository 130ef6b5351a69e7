package packages

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// An asked is a question about one setting of a package, for rules that stay silent about what is fine or not known.
type asked struct {
	// name is the setting, and part the keys within it, "" for all of it.
	name, part string
	// value is what is judged where that is a part; else the setting.
	value value.Value
	// bad answers for a known value.
	bad func(value.Value) bool
	// fail makes the finding.
	fail func(value.Value, lint.Placed) lint.Result
}

// ask judges one setting at a rule's level. One that the project does not set is not judged.
func ask(s *deploy.Settings, level lint.Level, a asked) []lint.Result {
	v, given := s.Given(a.name)
	if !given {
		return nil
	}
	name := a.name
	if a.part != "" {
		v, name = a.value, a.name+"."+a.part
	}
	return lint.Question{
		Value:   v,
		Name:    name,
		Subject: "settings." + name,
		Place:   s.Place(a.name),
		Bad:     func(v value.Value) value.Tri { return value.TriOf(a.bad(v)) },
		Fail:    a.fail,
	}.Judge(level)
}

// isOn answers for a value that counts as true.
func isOn(v value.Value) bool { return v.Truth() == value.True }

// isOff answers for a known value that counts as false.
func isOff(v value.Value) bool { return v.Truth() == value.False }

// installed reports whether an app is certainly installed.
func installed(s *deploy.Settings, app string) bool { return s.App(app) == value.True }

// app returns the element of INSTALLED_APPS that is an app, or an unknown value.
func app(s *deploy.Settings, name string) value.Value {
	for _, e := range s.Get("INSTALLED_APPS").Elems() {
		if text, ok := e.Text(); ok && (text == name || strings.HasPrefix(text, name+".apps.")) {
			return e
		}
	}
	return value.Value{}
}

// middleware returns the place of a middleware in the list, and the element; -1 where it is not there. sure is false where
// an element is not known.
func middleware(s *deploy.Settings, is func(string) bool) (at int, elem value.Value, sure bool) {
	at, sure = -1, s.Get("MIDDLEWARE").IsSequence()
	for i, e := range s.Get("MIDDLEWARE").Elems() {
		text, ok := e.Text()
		if !ok {
			sure = false
		} else if at < 0 && is(text) {
			at, elem = i, e
		}
	}
	return at, elem, sure
}

// mentions reports whether the settings' sources hold a text, so that a condition that is off may bring what is missing.
func mentions(s *deploy.Settings, text string) bool {
	if s.File != nil && strings.Contains(s.File.Text, text) {
		return true
	}
	for _, name := range []string{"MIDDLEWARE", "AUTHENTICATION_BACKENDS", "INSTALLED_APPS"} {
		if f := s.Place(name).File; f != nil && strings.Contains(f.Text, text) {
			return true
		}
	}
	return false
}

// named returns a test for one dotted name.
func named(name string) func(string) bool { return func(text string) bool { return text == name } }

// nearest returns an element's own place where it has one, else that of what holds it.
func nearest(elem value.Value, holder lint.Placed) lint.Placed {
	if elem.Source().IsZero() {
		return holder
	}
	return elem
}

// base returns what stands behind the last dot: a class without its package.
func base(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }

// A version is the beginning of a package's version.
type version struct{ major, minor, patch int }

// versionOf returns the version of a package as far as the project's requirements fix it.
func versionOf(site *deploy.Site, name string) (version, bool) {
	text, ok := site.Version(name)
	if !ok || text == "" {
		return version{}, false
	}
	var parts [3]int
	for i, part := range strings.SplitN(text, ".", 4)[:min(3, strings.Count(text, ".")+1)] {
		n, err := strconv.Atoi(part)
		if err != nil {
			if i == 0 {
				return version{}, false
			}
			break
		}
		parts[i] = n
	}
	return version{parts[0], parts[1], parts[2]}, true
}

// atLeast reports whether v is major.minor.patch or later.
func (v version) atLeast(major, minor, patch int) bool {
	switch {
	case v.major != major:
		return v.major > major
	case v.minor != minor:
		return v.minor > minor
	}
	return v.patch >= patch
}
