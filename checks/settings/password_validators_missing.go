package settings

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// passwordValidatorsMissing reports passwords that are accepted however weak they are.
//
// # Why it matters
//
// AUTH_PASSWORD_VALIDATORS is empty by default; only the template of a new project fills it. Without validators a user, or an
// administrator, may choose "1".
//
// # Example
//
//	AUTH_PASSWORD_VALIDATORS = []
//
// # Use instead
//
//	AUTH_PASSWORD_VALIDATORS = [
//	    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
//	    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
//	]
//
// # When it stays silent
//
// Where no backend checks passwords in Django's own user table, and without django.contrib.auth.
func passwordValidatorsMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL169",
		Name:    "password-validators-missing",
		Summary: "Any password is accepted, however weak",
		Help:    "Set AUTH_PASSWORD_VALIDATORS as a new project's settings do",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-521"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/auth/passwords/#enabling-password-validation",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name:    "AUTH_PASSWORD_VALIDATORS",
			When:    hasPasswords,
			Bad:     lint.Off,
			Message: `AUTH_PASSWORD_VALIDATORS is empty, so any password is accepted, even "1"`,
			Fix:     "AUTH_PASSWORD_VALIDATORS = [" + strings.Join(validators(), ", ") + "]",
		},
	}
}

// hasPasswords reports whether users log in with passwords that Django keeps.
func hasPasswords(s *deploy.Settings) bool {
	passwords := func(backend string) bool { return backend == "django.contrib.auth.backends.ModelBackend" }
	return s.Django.AtLeast(1, 9) && s.Installed("django.contrib.auth") && deploy.Holds(s.Get("AUTHENTICATION_BACKENDS"), passwords) == value.True
}

// validators are those of a new project's settings, as they are written there.
func validators() []string {
	var all []string
	for _, name := range []string{"UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword"} {
		all = append(all, fmt.Sprintf(`{"NAME": "django.contrib.auth.password_validation.%sValidator"}`, name))
	}
	return all
}
