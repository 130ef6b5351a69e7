package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// requestLimitOff reports a limit on the size of requests that is switched off.
//
// # Why it matters
//
// Django reads form data into memory. The three limits keep one request from filling it: with None a single client with one
// large body, or with a million small fields, takes the process down.
//
// # Example
//
//	DATA_UPLOAD_MAX_MEMORY_SIZE = None
//
// # Use instead
//
//	DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
//
// # When it stays silent
//
// For a limit that is only raised.
func requestLimitOff() lint.Rule {
	return lint.Rule{
		ID:      "DPL167",
		Name:    "request-limit-off",
		Summary: "A limit on the size of requests is switched off",
		Help:    "Raise the limit to what the site needs, and keep one",
		Level:   lint.Warning,
		Tags:    []string{"security", "availability", "cwe-770"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#data-upload-max-memory-size",
			"https://docs.djangoproject.com/en/stable/topics/security/#user-uploaded-content",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkRequestLimitOff),
	}
}

func checkRequestLimitOff(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	isNone := func(v value.Value) bool { return v.Kind() == value.None }
	ask := func(name, harm string) lint.Answer {
		if !s.Sets(name) {
			return nil
		}
		return lint.Ask(s, name, isNone, func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s is off: %s", name, harm).Fix("set it to what the site needs; nginx's client_max_body_size bounds the body only")
		})
	}
	return lint.Answers{
		ask("DATA_UPLOAD_MAX_MEMORY_SIZE", "one request body may fill the memory"),
		ask("DATA_UPLOAD_MAX_NUMBER_FIELDS", "one request with a million fields keeps a worker busy"),
		ask("DATA_UPLOAD_MAX_NUMBER_FILES", "one request with a million files keeps a worker busy"),
	}
}
