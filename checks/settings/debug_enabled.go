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
// A string counts as on unless it is empty: os.environ.get("DEBUG", "False") is the string "False", which is true.
//
// # Example
//
//	DEBUG = os.environ.get("DEBUG", "False")
//
// # Use instead
//
//	DEBUG = os.environ.get("DEBUG") == "True"
//
// # When it stays silent
//
// In settings that no production process runs. When DEBUG comes from a variable that has no default and that nothing in
// the repository supplies, the result is open, not a finding.
func debugEnabled() lint.Rule {
	return lint.Rule{
		ID:      "DPL101",
		Name:    "debug-enabled",
		Summary: "DEBUG is on in production",
		Help:    "Set DEBUG = False in the production settings, or derive it from a variable that is off by default.",
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

func debugFinding(v value.Value, at lint.Placed) lint.Result {
	if v.Kind() == value.Str {
		return lint.Fail(at, "DEBUG is the string %s, and every string but the empty one is true: each error shows visitors the source and settings", quote(v)).
			Fix("compare it: DEBUG = os.environ.get(\"DEBUG\") == \"True\"")
	}
	if last, ok := v.Last(); ok && last.How == value.Fallback {
		return lint.Fail(at, "DEBUG is on unless %s is set to something else: each error shows visitors the source and settings", last.Name).
			Fix("make off the default, and set %s only on a developer's machine", last.Name)
	}
	return lint.Fail(at, "DEBUG is on: each error shows visitors the source and settings, and every SQL query is kept in memory").
		Fix("DEBUG = False")
}

// quote returns a known str in quotes, for messages.
func quote(v value.Value) string {
	return "\"" + v.Payload() + "\""
}
