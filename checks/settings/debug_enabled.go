package settings

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// debugEnabled reports a deployment that runs with DEBUG on, or may do so.
//
// # Why it matters
//
// With DEBUG on, any error shows the visitor a page with the source around it, the local variables and most settings.
// Django also keeps every SQL query in memory, so that the process grows until it is killed, and ALLOWED_HOSTS is not
// enforced.
//
// A text counts as on unless it is empty: os.environ.get("DEBUG", "False") is the text "False", which is true, and so is
// bool() of it.
//
// # Example
//
//	DEBUG = os.environ.get("DEBUG", "False")
//
// # Use instead
//
//	DEBUG = os.environ.get("DEBUG", "False") == "True"
//
// # When it stays silent
//
// For settings that no production process runs, and where a variable without a default is compared with a text: without it
// DEBUG is off. Where DEBUG comes from a variable without a default that nothing in the
// repository supplies, the result is open, not a finding: nobody knows what production sets.
func debugEnabled() lint.Rule {
	return lint.Rule{
		ID:      "DPL101",
		Name:    "debug-enabled",
		Summary: "DEBUG is on in production",
		Help:    "Set DEBUG = False in the production settings, or derive it from a variable that is off by default",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-489"},
		Django:  []string{"security.W018"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#debug",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#debug",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDebugEnabled),
	}
}

func checkDebugEnabled(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if variable, ok := offUnlessSet(s); ok {
		return lint.Pass(s.Get("DEBUG"), "DEBUG is off unless the variable %s says otherwise", variable).About("settings.DEBUG")
	}
	return lint.Ask(s, "DEBUG", value.Value.Truth, func(v value.Value, at lint.Placed) lint.Result { return debugFinding(site, v, at) }).
		OrPass("DEBUG is off").OrOpen(debugSupply(s))
}

// offUnlessSet returns the variable that DEBUG is compared with a text, or looked up among texts: without the variable that
// is None, which equals no text.
func offUnlessSet(s *deploy.Settings) (variable string, ok bool) {
	v := s.Get("DEBUG")
	if v.Use != value.Compared || len(v.Waits) != 1 {
		return "", false
	}
	return v.Waits[0], true
}

// debugSupply says what to do about a DEBUG that the environment supplies. Where the settings take its text as it is,
// there is no text to set that would turn DEBUG off and keep the variable.
func debugSupply(s *deploy.Settings) string {
	for _, v := range possible(s.Get("DEBUG")) {
		for _, read := range s.Reads {
			if slices.Contains(v.Waits, read.Name) && read.Cast == "" && v.Use == value.Taken {
				return "cast it, since every text but the empty one is true, \"False\" too: DEBUG = " + castRead(read)
			}
		}
	}
	return "set it to a false value in the environment, or pass --env-file"
}

// castRead spells a read of a variable as its library turns the text into a bool.
func castRead(read deploy.EnvRead) string {
	switch {
	case strings.Contains(read.Library, "decouple"):
		return fmt.Sprintf("config(%q, default=False, cast=bool)", read.Name)
	case strings.Contains(read.Library, "environs"), strings.Contains(read.Library, "django-environ"):
		return fmt.Sprintf("env.bool(%q, default=False)", read.Name)
	}
	return compared(read.Name)
}

// compared spells a comparison that only the text True makes true.
func compared(variable string) string {
	return fmt.Sprintf("os.environ.get(%q, \"False\") == \"True\"", variable)
}

// possible returns what a value may be: its alternatives, or itself.
func possible(v value.Value) []value.Value {
	if v.Known() || len(v.Alternatives) == 0 {
		return []value.Value{v}
	}
	return v.Alternatives
}

// debugShows says what visitors get to see.
const debugShows = "each error shows visitors the source and settings"

func debugFinding(site *deploy.Site, v value.Value, at lint.Placed) lint.Result {
	variable, supplied := v.FromEnv()
	fallback, isDefault := v.FromDefault()
	switch {
	case v.Kind() == value.Str && supplied:
		return lint.Fail(at, "DEBUG is the text of %s, and every text but the empty one is true, \"False\" too: %s", variable, debugShows).
			Fix("compare it: DEBUG = %s", compared(variable))
	case v.Kind() == value.Str && isDefault:
		return lint.Fail(at, "DEBUG is the text \"%s\", the default of %s, and every text but the empty one is true: %s", v.Payload(), fallback, debugShows).
			Fix("compare it: DEBUG = %s", compared(fallback)).InOwnWords()
	case v.Kind() == value.Str:
		return lint.Fail(at, "DEBUG is the text \"%s\", and every text but the empty one is true: %s", v.Payload(), debugShows).
			Fix("DEBUG = False")
	case isDefault:
		return lint.Fail(at, "DEBUG is on unless the variable %s says otherwise: %s", fallback, debugShows).
			Fix("make off the default, and turn DEBUG on with %s on a developer's machine only", fallback).InOwnWords()
	case supplied && saysOff(site, variable):
		return lint.Fail(at, "DEBUG is on: %s is there, and every text but the empty one is true, \"0\" and \"False\" too: %s", variable, debugShows).
			Fix("compare it: DEBUG = %s", compared(variable))
	case supplied:
		return lint.Fail(at, "DEBUG is on, because %s is set to a true value: %s", variable, debugShows).
			Fix("%s=False", variable)
	}
	return lint.Fail(at, "DEBUG is on: %s, and every SQL query is kept in memory", debugShows).
		Fix("DEBUG = False")
}

// saysOff reports whether what supplies a variable means to turn something off.
func saysOff(site *deploy.Site, variable string) bool {
	for _, supplier := range site.Supply(variable) {
		text, ok := supplier.Value.Text()
		if !ok || !supplier.Wins {
			continue
		}
		if meansOff(text) {
			return true
		}
	}
	return false
}

// meansOff reports whether a text means to turn something off.
func meansOff(text string) bool {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "0", "false", "no", "off", "f", "n", "none":
		return true
	}
	return false
}
