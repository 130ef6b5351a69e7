package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/value"
)

// hardcodedSecret reports passwords, keys and tokens that stand in the settings.
//
// # Why it matters
//
// Everybody who can read the repository has them, and so has everybody who will ever get a copy of its history. They
// cannot be changed without a release.
//
// # Example
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": "hunter2"}}
//
// # Use instead
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": os.environ["DATABASE_PASSWORD"]}}
//
// Change the password too: one that has been committed stays known.
//
// # When it stays silent
//
// For placeholders, references (${X}) and values that only sound secret, and for a file that git does not track. A
// password that everybody guesses, such as "postgres", is reported for a database only. A default for a variable is a
// note, unless it looks like a real secret. SECRET_KEY has rules of its own.
func hardcodedSecret() lint.Rule {
	return lint.Rule{
		ID:      "DPL108",
		Name:    "hardcoded-secret",
		Summary: "a password, key or token stands in the settings",
		Help:    "Read the secret from the environment, and change it.",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#databases",
			"https://12factor.net/config",
		},
		Since: "0.1.0",
		Check: checkHardcodedSecret,
	}
}

func checkHardcodedSecret(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	var results []lint.Result
	seen := map[string]bool{} // one text at one place is one defect, however many settings are made from it
	for _, name := range s.Names() {
		if name == "SECRET_KEY" || name == "SECRET_KEY_FALLBACKS" || strings.ToUpper(name) != name {
			continue
		}
		v, _ := s.Given(name)
		v.Walk(name, func(path string, leaf value.Value) {
			r, ok := judgeSecret(site, path, leaf)
			key := r.Span.Path() + "\x00" + r.Span.Text()
			if ok && !seen[key] {
				seen[key] = true
				results = append(results, r)
			}
		})
	}
	return results
}

// judgeSecret judges one str under a path such as "DATABASES.default.PASSWORD".
func judgeSecret(site *deploy.Site, path string, v value.Value) (lint.Result, bool) {
	text, ok := v.Text()
	if !ok || text == "" || v.Source().IsZero() || !site.Committed(v) {
		return lint.Result{}, false
	}
	variable, fallback := v.FromDefault()
	if !v.Literal() && !fallback {
		return lint.Result{}, false
	}
	name := path[strings.LastIndexByte(path, '.')+1:]
	class := secret.Plain
	what := path
	if _, password, ok := secret.URLPassword(text); ok {
		class, what = secret.Classify("password", password), "the password in "+path
		if strings.Contains(strings.ToLower(path), "dsn") && class == secret.Likely {
			what = "the secret part of " + path
		}
	} else if secret.IsName(name) {
		class = secret.Classify(name, text)
	} else if secret.ProviderOf(text) != "" {
		class, what = secret.Provider, path+" ("+secret.ProviderOf(text)+")"
	}
	r := lint.Fail(v, "%s stands in the repository: whoever reads it can use it", what).
		About("settings." + path).
		Fix("read it from the environment, and change it: it stays in the history").
		Hiding(v)
	switch class {
	case secret.Likely, secret.Provider:
		if fallback {
			r.Message = what + " stands in the repository, as the default of " + variable + ": whoever reads it can use it"
			r = r.At(lint.Warning)
		}
		return r, true
	case secret.Weak, secret.Placeholder:
		if fallback || !strings.HasPrefix(path, "DATABASES.") {
			return lint.Result{}, false
		}
		r.Message = what + " is a password that everybody guesses, and it stands in the repository"
		return r, true
	default:
		return lint.Result{}, false
	}
}
