package settings

import (
	"strings"

	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// weakPasswordHasher reports new passwords that are stored with a hash that is broken in no time.
//
// # Why it matters
//
// The first entry of PASSWORD_HASHERS hashes every new password, and every old one at the next login. MD5 and SHA-1 are made to
// be fast: whoever gets hold of the user table tries billions a second. The fast hasher belongs into test settings.
//
// # Example
//
//	PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
//
// # Use instead
//
//	PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
//
// # When it stays silent
//
// For weak hashers behind a strong one, which only let old passwords log in.
func weakPasswordHasher() lint.Rule {
	return lint.Rule{
		ID:      "DPL168",
		Name:    "weak-password-hasher",
		Summary: "New passwords are stored with a weak hash",
		Help:    "Put PBKDF2, Argon2, scrypt or bcrypt first in PASSWORD_HASHERS",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-916"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/auth/passwords/#how-django-stores-passwords",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "PASSWORD_HASHERS",
			Bad:  func(v value.Value) bool { return weakHasher(v) != "" },
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				return lint.Fail(lint.Nearest(v.Elems()[0], at), "new passwords are stored with %s: whoever gets the user table reads them", weakHasher(v)).
					Fix("put \"django.contrib.auth.hashers.PBKDF2PasswordHasher\" first")
			},
		},
	}
}

// weakHasher returns the first hasher of a list where it is a weak one of Django's.
func weakHasher(list value.Value) string {
	if !list.IsSequence() || len(list.Elems()) == 0 {
		return ""
	}
	first, _ := list.Elems()[0].Text()
	name, ok := strings.CutPrefix(first, "django.contrib.auth.hashers.")
	if !ok {
		return ""
	}
	switch name {
	case "MD5PasswordHasher", "UnsaltedMD5PasswordHasher", "SHA1PasswordHasher", "UnsaltedSHA1PasswordHasher", "CryptPasswordHasher":
		return name
	}
	return ""
}
