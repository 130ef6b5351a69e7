package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// settingsRaise reports settings whose import ends in an error.
//
// # Why it matters
//
// Every process imports the settings first: none of them starts.
//
// # Example
//
//	PORT = int(os.environ.get("PORT", "eighty"))
//
// # Use instead
//
//	PORT = int(os.environ.get("PORT", "80"))
//
// # When it stays silent
//
// Where the error depends on something that is not known, such as a variable that the environment may supply.
func settingsRaise() lint.Rule {
	return lint.Rule{
		ID:      "DPL145",
		Name:    "settings-raise",
		Summary: "The settings raise an error, so no process starts",
		Help:    "Mend the line, or give the process what it asks for",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/settings/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSettingsRaise),
	}
}

func checkSettingsRaise(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Failure == nil {
		return nil
	}
	var at lint.Placed = s.Failure.Span
	if s.Failure.Span.IsZero() {
		at = s.First
	}
	what := s.Failure.Class
	if s.Failure.Message != "" {
		what += ": " + s.Failure.Message
	}
	fix := "mend the line"
	if s.Failure.Variable != "" {
		fix = "set " + s.Failure.Variable + " in the environment of every process"
	}
	return lint.Fail(at, "importing the settings raises an error, so no process starts: %s", what).
		About("settings/"+s.Failure.Class).Fix("%s", fix)
}
