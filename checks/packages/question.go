package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// withApp tells the settings under which an app is certainly installed.
func withApp(app string) func(*deploy.Settings) bool {
	return func(s *deploy.Settings) bool { return s.Installed(app) }
}

// isFalse answers for False itself.
func isFalse(v value.Value) bool {
	on, ok := v.Bool()
	return ok && !on
}

// app returns the element of INSTALLED_APPS that is an app, or an unknown value.
func app(s *deploy.Settings, name string) value.Value {
	elem, _ := s.Get("INSTALLED_APPS").Find(func(text string) bool { return text == name || strings.HasPrefix(text, name+".apps.") })
	return elem
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
