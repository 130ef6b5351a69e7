package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// removedClass reports a setting that names a class which the project's version of Django no longer has.
//
// # Why it matters
//
// Django imports it by name when it starts or at the first use, and stops with an error: an upgrade that left a line of the
// settings behind.
//
// # Example
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.memcached.MemcachedCache", …}}
//
// # Use instead
//
//	CACHES = {"default": {"BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache", …}}
//
// # When it stays silent
//
// Where nothing in the project says which version of Django it runs. The engine django.db.backends.postgresql_psycopg2 still
// works: Django takes it for postgresql.
func removedClass() lint.Rule {
	return lint.Rule{
		ID:      "DPL174",
		Name:    "removed-class",
		Summary: "A setting names a class that this Django no longer has",
		Help:    "Replace it by its successor, or take the line away",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/internals/deprecation/",
			"https://docs.djangoproject.com/en/stable/releases/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkRemovedClass),
	}
}

func checkRemovedClass(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Assumed {
		return nil
	}
	var answers lint.Answers
	for _, name := range []string{
		"INSTALLED_APPS", s.MiddlewareSetting(), "CACHES", "TEMPLATES", "PASSWORD_HASHERS", "STORAGES", "LOGGING", "MESSAGE_STORAGE", "FORM_RENDERER",
	} {
		v, given := s.Given(name)
		if !given {
			continue
		}
		eachText(v, "settings."+name, func(subject, text string, e value.Value) {
			gone, major, minor, instead := goneClass(text)
			if !gone || s.Django.Before(major, minor) {
				return
			}
			r := lint.Fail(lint.Nearest(e, v), "%s is gone since Django %d.%d: the import fails", text, major, minor).About(subject)
			if instead == "" {
				r = r.Fix("take it away")
			} else {
				r = r.Fix("%q", instead)
			}
			answers = append(answers, r)
		})
	}
	return answers
}

// eachText visits the texts in a known container, not those of undecided parts.
func eachText(v value.Value, subject string, visit func(subject, text string, v value.Value)) {
	if text, ok := v.Text(); ok {
		visit(subject, text, v)
	}
	for i, e := range v.Elems() {
		key := ""
		if v.Kind() == value.Dict {
			name, _ := v.Keys()[i].Text()
			key = "." + name
		} else if text, ok := e.Text(); ok {
			key = "[" + text + "]"
		}
		eachText(e, subject+key, visit)
	}
}

// goneClass tells of a dotted name since which version Django has it no more, and its successor.
func goneClass(name string) (gone bool, major, minor int, instead string) {
	const hashers, cache = "django.contrib.auth.hashers.", "django.core.cache.backends.memcached."
	switch name {
	case cache + "MemcachedCache":
		return true, 4, 1, cache + "PyMemcacheCache"
	case hashers + "SHA1PasswordHasher", hashers + "UnsaltedSHA1PasswordHasher", hashers + "UnsaltedMD5PasswordHasher":
		return true, 5, 1, ""
	case hashers + "CryptPasswordHasher":
		return true, 5, 0, ""
	case "django.contrib.staticfiles.storage.CachedStaticFilesStorage":
		return true, 3, 1, "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
	case "django.contrib.auth.middleware.SessionAuthenticationMiddleware":
		return true, 2, 0, ""
	case "django.middleware.transaction.TransactionMiddleware", "django.contrib.formtools", "django.contrib.comments":
		return true, 1, 8, ""
	case "django.contrib.webdesign":
		return true, 1, 10, ""
	case "django.utils.log.NullHandler":
		return true, 1, 9, "logging.NullHandler"
	case "django.template.loaders.eggs.Loader":
		return true, 1, 9, ""
	case "django.forms.renderers.DjangoDivFormRenderer":
		return true, 6, 0, "django.forms.renderers.DjangoTemplates"
	}
	if processor, ok := strings.CutPrefix(name, "django.core.context_processors."); ok {
		return true, 1, 10, "django.template.context_processors." + processor
	}
	return false, 0, 0, ""
}
