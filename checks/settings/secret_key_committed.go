package settings

import (
	"fmt"
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyCommitted reports a SECRET_KEY that stands in the repository.
//
// # Why it matters
//
// Whoever reads the repository, now or in its history, can forge session cookies and password-reset links, and with
// pickled sessions run code on the server.
//
// # Example
//
//	SECRET_KEY = "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es"
//
// # Use instead
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// Make a new key: one that has been committed stays known. It must not become one of SECRET_KEY_FALLBACKS either, which
// count as much.
//
// # When it stays silent
//
// For settings that no production process runs, and for a file that git does not track. A default for a variable is
// secret-key-default, a key in an env file that git tracks is env-file-tracked.
func secretKeyCommitted() lint.Rule {
	return lint.Rule{
		ID:      "DPL104",
		Name:    "secret-key-committed",
		Summary: "SECRET_KEY stands in the repository",
		Help:    "Read SECRET_KEY from the environment, and make a new key",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Django:  []string{"security.W009", "security.W025"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
			"https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSecretKeyCommitted),
	}
}

func checkSecretKeyCommitted(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, key := range keys(s) {
		answers = append(answers, judgeCommitted(site, key))
	}
	return answers
}

// A key is SECRET_KEY, or one of the old keys that still count.
type key struct {
	name  string
	value value.Value
	old   bool
}

// keys returns all keys that what Django has signed is tried with: https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks.
func keys(s *deploy.Settings) []key {
	all := []key{{name: "SECRET_KEY", value: settle(s.Get("SECRET_KEY"))}}
	if s.Django.Before(4, 1) {
		return all
	}
	for i, v := range s.Get("SECRET_KEY_FALLBACKS").Elems() {
		all = append(all, key{name: fmt.Sprintf("SECRET_KEY_FALLBACKS[%d]", i), value: settle(v), old: true})
	}
	return all
}

func judgeCommitted(site *deploy.Site, k key) lint.Answer {
	return lint.Question{
		Value:   k.value,
		Name:    k.name,
		Subject: "settings." + k.name,
		Place:   site.Settings.Place("SECRET_KEY"),
		Bad: func(v value.Value) value.Tri {
			if v.Truth() == value.False {
				return value.Undecided // there is no key
			}
			_, bad := committedKey(site, v)
			return value.TriOf(bad)
		},
		Fail: func(v value.Value, _ lint.Placed) lint.Result {
			at, _ := committedKey(site, v)
			r := lint.Fail(at, "%s stands in the repository: whoever reads it can forge sessions and password-reset links", k.name).
				Fix("SECRET_KEY = os.environ[\"SECRET_KEY\"], with a new key: %s", newKey).
				As(asWeak(site.Settings, k, v)...).
				Hiding(at.text)
			if k.old {
				r = r.Fix("take it out: what it has signed is only as safe as the repository")
			}
			if variable, ok := v.FromEnv(); ok {
				return r.Fix("keep %s out of the repository, and make a new key: %s", variable, newKey)
			}
			return r
		},
		Pass: func(v value.Value, at lint.Placed) lint.Result {
			if variable, ok := v.FromEnv(); ok {
				return lint.Pass(at, "%s comes from %s", k.name, variable).As()
			}
			return lint.Pass(at, "%s does not stand in the repository", k.name).As()
		},
	}
}

// newKey is the command that Django's documentation gives for a new key.
const newKey = "python -c \"from django.core.management.utils import get_random_secret_key as k; print(k())\""

// committedKey returns the place where a key stands in a file that git tracks: in the settings as a literal, or in what
// gives the process its environment. Env files and defaults have rules of their own.
func committedKey(site *deploy.Site, v value.Value) (standing, bool) {
	text, ok := v.Text()
	if !ok || text == "" || !site.Committed(v.Source()) {
		return standing{}, false
	}
	if _, ok := v.FromDefault(); ok {
		return standing{}, false
	}
	if at, ok := stands(v, text); ok {
		return at, site.Committed(at.place)
	}
	span := v.Source()
	if _, supplied := v.FromEnv(); supplied {
		_, given := within(span, text)
		return standing{place: span, text: span}, given && !isEnvFile(site, span.Path())
	}
	for _, read := range site.Settings.Reads {
		if read.Span.File == span.File && read.Span.Start >= span.Start && read.Span.End <= span.End {
			return standing{}, false // made from a variable
		}
	}
	return standing{place: span, text: span}, true
}

// isEnvFile reports whether a path is that of an env file in the repository.
func isEnvFile(site *deploy.Site, path string) bool {
	return site.Repository != nil && slices.ContainsFunc(site.Repository.EnvFiles, func(f deploy.RepoEnvFile) bool { return f.Path == path })
}
