package settings

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// storageSettingIgnored reports STATICFILES_STORAGE or DEFAULT_FILE_STORAGE with a Django that does not look at them.
//
// # Why it matters
//
// Version 5.1 removed both for STORAGES, and says nothing where they are still set. Uploads then go to the server's disk and
// not to the bucket. Static files lose their hashed names, or are not compressed, and are served all the same: that is a warning,
// unless the storage was a bucket.
//
// # Example
//
//	DEFAULT_FILE_STORAGE = "storages.backends.s3.S3Storage"
//
// # Use instead
//
//	STORAGES = {
//	    "default": {"BACKEND": "storages.backends.s3.S3Storage"},
//	    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
//	}
//
// # When it stays silent
//
// Where STORAGES says the same, where the value is Django's default, and where nothing says that the version is 5.1 or later.
func storageSettingIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL175",
		Name:    "storage-setting-ignored",
		Summary: "Django 5.1 and later ignore STATICFILES_STORAGE and DEFAULT_FILE_STORAGE",
		Help:    "Move the storages into STORAGES",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/releases/5.1/#features-removed-in-5-1",
			"https://docs.djangoproject.com/en/stable/ref/settings/#storages",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkStorageSettingIgnored),
	}
}

func checkStorageSettingIgnored(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Assumed || s.Django.Before(5, 1) {
		return nil
	}
	var answers lint.Answers
	for _, old := range [][3]string{
		{"DEFAULT_FILE_STORAGE", "default", "uploads are kept by "},
		{"STATICFILES_STORAGE", "staticfiles", "static files are kept by "},
	} {
		name, key, effect := old[0], old[1], old[2]
		if !s.Sets(name) {
			continue
		}
		now, ok := s.Get("STORAGES").At(key).At("BACKEND").Text()
		if !ok {
			continue
		}
		another := lint.Text(func(text string) bool { return text != now })
		answers = append(answers, lint.Ask(s, name, another, func(v value.Value, at lint.Placed) lint.Result {
			text, _ := v.Text()
			r := lint.Fail(at, "Django %s ignores %s: %s%s", s.Django.Text, name, effect, deploy.LastName(now))
			if key == "staticfiles" && !isElsewhere(text) {
				r = r.At(lint.Warning) // the files are served all the same
			}
			if s.Sets("STORAGES") {
				return r.Fix("%q: {\"BACKEND\": %q} in STORAGES", key, text)
			}
			return r.Fix("STORAGES = {\"default\": {\"BACKEND\": %q}, \"staticfiles\": {\"BACKEND\": %q}}",
				meant(s, "DEFAULT_FILE_STORAGE", "default"), meant(s, "STATICFILES_STORAGE", "staticfiles"))
		}))
	}
	return answers
}

// meant returns the storage that an old setting asks for, else the one in use.
func meant(s *deploy.Settings, name, key string) string {
	if v, given := s.Given(name); given {
		if text, ok := v.Text(); ok {
			return text
		}
	}
	text, _ := s.Get("STORAGES").At(key).At("BACKEND").Text()
	return text
}

// isElsewhere reports whether a class keeps files on another machine, so that pages link to files which its loss leaves
// behind. What other classes add is lost without harm to the files: hashed names, compression.
func isElsewhere(class string) bool {
	class = strings.ToLower(class)
	return strings.HasPrefix(class, "storages.") ||
		slices.ContainsFunc([]string{"s3", "boto", "azure", "cloud", "bucket"}, func(word string) bool { return strings.Contains(class, word) })
}
