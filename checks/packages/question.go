package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

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
