package settings

import (
	"strings"
	"unicode/utf8"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyWeak reports a SECRET_KEY that can be guessed.
//
// # Why it matters
//
// Django signs sessions, messages and password-reset links with the key. A short one, or one made of a few characters,
// can be found by trying. A key that begins with "django-insecure-" was made by startproject for development, and says so.
//
// # Example
//
//	SECRET_KEY=change-me-soon
//
// # Use instead
//
// A random key of at least 50 characters:
//
//	python -c "from django.core.management.utils import get_random_secret_key as k; print(k())"
//
// # When it stays silent
//
// For a key that cannot be read, and for an empty one (secret-key-missing). Before Django 3.2 the prefix means nothing.
// Old keys in SECRET_KEY_FALLBACKS are judged alike. A key that stands in the repository is known to everybody, however long
// it is: secret-key-committed and secret-key-default say so.
func secretKeyWeak() lint.Rule {
	return lint.Rule{
		ID:      "DPL107",
		Name:    "secret-key-weak",
		Summary: "SECRET_KEY is short, has few different characters, or was made for development",
		Help:    "Make a random key of at least 50 characters",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-521"},
		Django:  []string{"security.W009", "security.W025"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/checks/#security",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSecretKeyWeak),
	}
}

func checkSecretKeyWeak(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, key := range keys(s) {
		answers = append(answers, judgeWeak(site, key))
	}
	return answers
}

func judgeWeak(site *deploy.Site, k key) lint.Answer {
	s := site.Settings
	id := "security.W009"
	if k.old {
		id = "security.W025"
	}
	return lint.Question{
		Value:   k.value,
		Name:    k.name,
		Subject: "settings." + k.name,
		Place:   s.Place("SECRET_KEY"),
		Bad: func(v value.Value) value.Tri {
			if v.Kind() != value.Str || v.Truth() == value.False && !k.old {
				return value.Undecided // there is no key
			}
			weak := weakness(v, s.Django) != ""
			if weak && isPublic(site, k, v) {
				return value.Undecided // another rule says so
			}
			return value.TriOf(weak)
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			text, _ := v.Text()
			key := at
			if found, ok := stands(v, text); ok {
				at, key = found, found.text
			}
			fix := "make a new one: " + newKey
			return lint.Fail(at, "%s %s: sessions and password-reset links can be forged", k.name, weakness(v, s.Django)).
				Fix("%s", fix).
				As(id).
				Hiding(key)
		},
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "%s is as long and as varied as Django asks for", k.name).As(id)
		},
	}
}

// isPublic reports whether secret-key-committed or secret-key-default reports a key.
func isPublic(site *deploy.Site, k key, v value.Value) bool {
	if _, found := committedKey(site, v); found {
		return true
	}
	return !k.old && isPublicDefault(site, v)
}

// asWeak says which of Django's checks a key that stands in the repository is, too. Where the project silences that one
// it does not silence the worse fault.
func asWeak(s *deploy.Settings, k key, v value.Value) []string {
	id := "security.W009"
	if k.old {
		id = "security.W025"
	}
	silenced := deploy.Holds(s.Get("SILENCED_SYSTEM_CHECKS"), func(e string) bool { return e == id })
	if weakness(v, s.Django) == "" || silenced != value.False {
		return nil
	}
	return []string{id}
}

// weakness says what makes a key weak as django.core.checks.security.base._check_secret_key has it, or "".
// An empty key is missing, not weak.
func weakness(v value.Value, version deploy.DjangoVersion) string {
	key, ok := v.Text()
	if !ok {
		return ""
	}
	distinct := map[rune]bool{}
	for _, r := range key {
		distinct[r] = true
	}
	switch {
	case key == "":
		return "is empty"
	case strings.HasPrefix(key, "django-insecure-") && version.AtLeast(3, 2):
		return "begins with django-insecure-, so startproject made it for development"
	case utf8.RuneCountInString(key) < 50:
		return "is shorter than 50 characters"
	case len(distinct) < 5:
		return "has fewer than 5 different characters"
	}
	return ""
}
