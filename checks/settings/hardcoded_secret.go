package settings

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/source"
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
// password that everybody guesses, such as "postgres", is reported for a database only, and not as a variable's default. A
// default that looks like a real secret is a warning. SECRET_KEY has rules of its own.
// The key in a DSN of Sentry is a note: it lets people send events, and nothing else.
func hardcodedSecret() lint.Rule {
	return lint.Rule{
		ID:      "DPL108",
		Name:    "hardcoded-secret",
		Summary: "A password, key or token stands in the settings",
		Help:    "Read the secret from the environment, and change it",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#databases",
			"https://12factor.net/config",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkHardcodedSecret),
	}
}

func checkHardcodedSecret(s *deploy.Settings, site *deploy.Site) lint.Answer {
	j := &secretJudge{site: site, seen: map[source.Span]bool{}}
	key := settle(s.Get("SECRET_KEY"))
	for _, v := range append(slices.Clone(key.Alternatives), key) {
		if text, ok := v.Text(); ok {
			if at, ok := stands(v, text); ok {
				j.seen[at.text] = true // secret-key-committed and its kin have said it
			}
		}
	}
	for _, name := range s.Names() {
		if name == "SECRET_KEY" || name == "SECRET_KEY_FALLBACKS" || strings.ToUpper(name) != name {
			continue
		}
		v, _ := s.Given(name)
		j.walk(name, v)
	}
	return j.answers
}

// A secretJudge looks for secrets in all settings of a site.
type secretJudge struct {
	site    *deploy.Site
	answers lint.Answers
	// seen holds the texts that were judged: one text at one place is one defect, however many settings are made from it.
	seen map[source.Span]bool
}

// walk judges a value and everything in it.
func (j *secretJudge) walk(path string, v value.Value) {
	if text, ok := v.Text(); ok && text != "" {
		j.judge(path, text, v, false)
		return
	}
	for i, e := range v.Elems() {
		var inner string
		if keys := v.Keys(); len(keys) > 0 {
			key, ok := keys[i].Text()
			if !ok {
				key = "*"
			}
			inner = path + "." + key
		} else {
			inner = path + "[" + strconv.Itoa(i) + "]"
		}
		if text, ok := e.Text(); ok && v.Kind() == value.Dict && besides(v, i, text) {
			j.judge(inner, text, inherit(e, v), true)
			continue
		}
		j.walk(inner, inherit(e, v))
	}
	if v.Known() {
		return
	}
	settled := settle(v)
	if settled.Known() {
		j.walk(path, settled)
		return
	}
	for _, a := range settled.Alternatives {
		j.walk(path, a)
	}
}

// besides reports whether the text of a dict's element i also is that of one that holds no secret: a password that is the
// user's name is easily guessed.
func besides(dict value.Value, i int, text string) bool {
	for k, e := range dict.Elems() {
		name, _ := dict.Keys()[k].Text()
		if other, ok := e.Text(); ok && k != i && other == text && !secret.IsName(name) {
			return true
		}
	}
	return false
}

// judge judges one text under a path such as "DATABASES.default.PASSWORD".
func (j *secretJudge) judge(path, text string, v value.Value, guessed bool) {
	class, what, secretText := classify(path, text)
	if guessed && class == secret.Likely {
		class = secret.Weak
	}
	if class != secret.Likely && class != secret.Provider && class != secret.Weak {
		return
	}
	at, ok := stands(v, secretText)
	if !ok || j.seen[at.text] || !j.site.Committed(at.place) {
		return
	}
	j.seen[at.text] = true
	r := lint.Fail(at, "%s stands in the repository: whoever reads it can use it", what)
	switch {
	case class == secret.Weak && (at.variable != "" || !strings.HasPrefix(path, "DATABASES.")):
		return
	case class == secret.Weak:
		r = lint.Fail(at, "%s is a password that everybody guesses, and it stands in the repository", what)
	case isDSN(path):
		r = lint.Fail(at, "%s stands in the repository: whoever reads it can send false errors to Sentry", what).At(lint.Note)
	case at.variable != "":
		r = lint.Fail(at, "%s stands in the repository, as the default of %s: whoever reads it can use it", what, at.variable).At(lint.Warning).InOwnWords()
	}
	r = r.About("settings." + path).Via(v).Hiding(at.text)
	if at.variable != "" {
		r = r.Fix("read %s without a default, and change the secret: it stays in the history", at.variable)
	} else {
		r = r.Fix("read it from the environment, and change it: it stays in the history")
	}
	j.answers = append(j.answers, r)
}

// isDSN reports whether a setting is the address that Sentry's clients send errors to. The key in it lets people send
// events and nothing else: https://docs.sentry.io/concepts/key-terms/dsn-explainer/.
func isDSN(path string) bool {
	upper := strings.ToUpper(path)
	name := upper[strings.LastIndexByte(upper, '.')+1:]
	return strings.Contains(name, "DSN") && (name == "DSN" || strings.Contains(upper, "SENTRY") || strings.Contains(upper, "RAVEN"))
}

// classify says what a text under a path is, what to call it, and which part of it is secret.
func classify(path, text string) (class secret.Class, what, part string) {
	class, part = secret.Of(path[strings.LastIndexByte(path, '.')+1:], text)
	_, _, isURL := secret.URLPassword(text)
	switch {
	case isURL && isDSN(path):
		return class, "the secret part of " + path, part
	case isURL:
		return class, "the password in " + path, part
	case class == secret.Provider && !secret.IsName(path[strings.LastIndexByte(path, '.')+1:]):
		return class, path + " (" + secret.ProviderOf(text) + ")", part
	}
	return class, path, part
}
