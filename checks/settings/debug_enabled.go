package settings

import (
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
// For settings that no production process runs. Where DEBUG comes from a variable without a default that nothing in the
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
		Check: checkDebugEnabled,
	}
}

func checkDebugEnabled(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	return lint.Question{
		Value:   s.Get("DEBUG"),
		Name:    "DEBUG",
		Subject: "settings.DEBUG",
		Place:   s.First,
		Bad:     value.Value.Truth,
		Fail:    debugFinding,
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "DEBUG is off")
		},
		Decides: true,
		Supply:  "set it to a false value in the environment, or pass --env-file",
	}.Judge(lint.Error)
}

// debugShows says what visitors get to see.
const debugShows = "each error shows visitors the source and settings"

func debugFinding(v value.Value, at lint.Placed) lint.Result {
	variable, supplied := v.FromEnv()
	fallback, isDefault := v.FromDefault()
	switch {
	case v.Kind() == value.Str && supplied:
		return lint.Fail(at, "DEBUG is the text of %s, and every text but the empty one is true, \"False\" too: %s", variable, debugShows).
			Fix("compare it: DEBUG = os.environ.get(\"%s\", \"False\") == \"True\"", variable)
	case v.Kind() == value.Str && isDefault:
		return lint.Fail(at, "DEBUG is the text \"%s\", and every text but the empty one is true: %s", v.Payload(), debugShows).
			Fix("compare it: DEBUG = os.environ.get(\"%s\", \"False\") == \"True\"", fallback)
	case v.Kind() == value.Str:
		return lint.Fail(at, "DEBUG is the text \"%s\", and every text but the empty one is true: %s", v.Payload(), debugShows).
			Fix("DEBUG = False")
	case isDefault:
		return lint.Fail(at, "DEBUG is on unless %s says otherwise: %s", fallback, debugShows).
			Fix("make off the default, and turn DEBUG on with %s on a developer's machine only", fallback)
	case supplied:
		return lint.Fail(at, "DEBUG is on, because %s is set to a true value: %s", variable, debugShows).
			Fix("%s=False", variable)
	}
	return lint.Fail(at, "DEBUG is on: %s, and every SQL query is kept in memory", debugShows).
		Fix("DEBUG = False")
}
