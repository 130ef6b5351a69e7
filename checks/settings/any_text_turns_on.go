package settings

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// anyTextTurnsOn reports settings that a text in the environment turns on although it means off.
//
// # Why it matters
//
// The environment holds texts, and every text but the empty one is true: "False", "0" and "no" too. bool() changes nothing about
// that, nor does a default that is a bool. != "False" knows one spelling of many. Whoever writes DEBUG=False to be safe gets a site
// with DEBUG on, and no error tells.
//
// # Example
//
//	DEBUG = bool(os.environ.get("DEBUG"))
//
// # Use instead
//
//	DEBUG = os.environ.get("DEBUG", "False").lower() in ("1", "true", "yes", "on")
//
// # When it stays silent
//
// Where the text is cast or compared with what means on, where DEBUG is certainly on ([DPL101] says so), and for what is switched by
// the presence of something else, such as the address of a service. The settings are evaluated as if the environment said False,
// false and 0, so that functions in between count.
func anyTextTurnsOn() lint.Rule {
	return lint.Rule{
		ID:      "DPL191",
		Name:    "any-text-turns-on",
		Summary: "A text that means off turns a setting on",
		Help:    "Compare the text of the environment with what means on, or read it with a cast to bool",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1188"},
		Links: []string{
			"https://docs.python.org/3/library/stdtypes.html#truth-value-testing",
			"https://docs.python.org/3/library/os.html#os.environ",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkAnyTextTurnsOn),
	}
}

func checkAnyTextTurnsOn(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, one := range s.Switches {
		if one.Setting == "DEBUG" && s.Get("DEBUG").Truth() == value.True {
			continue
		}
		r := lint.Fail(one, "%s", anyTextEffect(one)).About("settings."+one.Setting).
			Fix("%s = %s", one.Setting, castSwitch(one.Read))
		if one.Read.Span != one.Span {
			r = r.With(one.Read.Span, "the text is read here")
		}
		for _, supplier := range site.Supply(one.Variable) {
			if text, ok := supplier.Value.Text(); ok && supplier.Wins && !supplier.Source().IsZero() && meansOff(text) {
				r = r.With(supplier, "this means off")
			}
		}
		answers = append(answers, r)
	}
	return answers
}

// anyTextEffect says what turns a switch on.
func anyTextEffect(one deploy.Switch) string {
	var written []string
	for _, text := range one.TurnedOn {
		written = append(written, one.Variable+"="+text)
	}
	last := len(written) - 1
	examples := written[last]
	if last > 0 {
		examples = strings.Join(written[:last], ", ") + " and " + examples
	}
	every := "any text but the empty one"
	switch {
	case one.Present && len(one.TurnedOff) == 0:
		every = "any text"
	case len(one.TurnedOff) > 0:
		every = fmt.Sprintf("any text but %q", one.TurnedOff[0])
	}
	effect := fmt.Sprintf("%s is on for %s: %s turn it on too", one.Setting, every, examples)
	if last == 0 {
		effect = fmt.Sprintf("%s is on for %s: %s turns it on too", one.Setting, every, examples)
	}
	if one.Setting == "DEBUG" {
		effect += ", and " + debugShows
	}
	return effect
}

// castSwitch spells a read of a variable as a bool, with the default that is there.
func castSwitch(read deploy.EnvRead) string {
	onByDefault := read.HasDefault && read.Default.Truth() == value.True
	if text, ok := read.Default.Text(); ok && meansOff(text) {
		onByDefault = false
	}
	fallback := "False"
	if onByDefault {
		fallback = "True"
	}
	switch {
	case strings.Contains(read.Library, "decouple"):
		return fmt.Sprintf("config(%q, default=%s, cast=bool)", read.Name, fallback)
	case strings.Contains(read.Library, "environs"), strings.Contains(read.Library, "django-environ"):
		return fmt.Sprintf("env.bool(%q, default=%s)", read.Name, fallback)
	}
	return fmt.Sprintf("os.environ.get(%q, %q).lower() in (\"1\", \"true\", \"yes\", \"on\")", read.Name, fallback)
}
