package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// hashingAlgorithmUnknown reports DEFAULT_HASHING_ALGORITHM that Django 3.1 and 3.2 refuse.
//
// # Why it matters
//
// Django's system checks fail, so that migrate and other commands stop before they do anything.
//
// # Example
//
//	DEFAULT_HASHING_ALGORITHM = "md5"
//
// # Use instead
//
//	DEFAULT_HASHING_ALGORITHM = "sha256"
//
// # When it stays silent
//
// In all other versions, which do not know the setting.
func hashingAlgorithmUnknown() lint.Rule {
	return lint.Rule{
		ID:      "DPL142",
		Name:    "hashing-algorithm-unknown",
		Summary: "DEFAULT_HASHING_ALGORITHM is neither sha1 nor sha256, so commands stop at Django's checks",
		Help:    "Leave DEFAULT_HASHING_ALGORITHM out",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.E100"},
		Links: []string{
			"https://docs.djangoproject.com/en/3.2/ref/settings/#default-hashing-algorithm",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "DEFAULT_HASHING_ALGORITHM",
			When: func(s *deploy.Settings) bool { return s.Django.AtLeast(3, 1) && s.Django.Before(4, 0) },
			Bad: func(v value.Value) bool {
				return v.Kind() != value.Str || v.Payload() != "sha1" && v.Payload() != "sha256"
			},
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				return lint.Fail(at, "DEFAULT_HASHING_ALGORITHM is %s, neither sha1 nor sha256: migrate fails at Django's checks", text(v)).
					Fix(`DEFAULT_HASHING_ALGORITHM = "sha256"`)
			},
		},
	}
}
