package settings

import (
	"fmt"
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticfilesDirsWrong reports STATICFILES_DIRS that Django's system checks refuse.
//
// # Why it matters
//
// The checks fail, so that migrate and collectstatic stop before they do anything. A text in place of a list is read
// character by character. With STATIC_ROOT among its own sources collectstatic would copy files onto themselves.
//
// # Example
//
//	STATIC_ROOT = BASE_DIR / "static"
//	STATICFILES_DIRS = [BASE_DIR / "static"]
//
// # Use instead
//
//	STATIC_ROOT = BASE_DIR / "staticfiles"
//	STATICFILES_DIRS = [BASE_DIR / "static"]
//
// # When it stays silent
//
// Where django.contrib.staticfiles is not installed or STATICFILES_FINDERS is without FileSystemFinder.
func staticfilesDirsWrong() lint.Rule {
	return lint.Rule{
		ID:      "DPL131",
		Name:    "staticfiles-dirs-wrong",
		Summary: "STATICFILES_DIRS is refused by Django's checks, so commands stop",
		Help:    "Make STATICFILES_DIRS a list of source folders that does not hold STATIC_ROOT",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"staticfiles.E001", "staticfiles.E002", "staticfiles.E003"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#staticfiles-dirs",
			"https://docs.djangoproject.com/en/stable/ref/checks/#staticfiles",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkStaticfilesDirsWrong),
	}
}

func checkStaticfilesDirsWrong(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !findsSources(s) {
		return nil
	}
	const name, stops = "STATICFILES_DIRS", "migrate and collectstatic fail at Django's checks"
	dirs := s.Get(name)
	answers := lint.Answers{lint.Ask(s, name, notAList, func(v value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "%s is %s, not a list: %s", name, text(v), stops).
			Fix("%s = [BASE_DIR / \"static\"]", name).As("staticfiles.E001")
	})}
	if notAList(dirs) != value.False {
		return answers
	}
	root := s.Get("STATIC_ROOT")
	for i, source := range dirs.Elems() {
		subject := fmt.Sprintf("settings.%s[%d]", name, i)
		if pair := source.Elems(); len(pair) == 2 && source.Kind() != value.Set {
			if prefix, ok := pair[0].Text(); ok && strings.HasSuffix(prefix, "/") && s.Django.AtLeast(2, 2) {
				answers = append(answers, lint.Fail(pair[0], "the prefix %q in %s ends in a slash: %s", prefix, name, stops).
					About(subject).Fix("%q", strings.TrimRight(prefix, "/")).As("staticfiles.E003"))
			}
			source = pair[1]
		}
		if samePlace(root, source) {
			answers = append(answers, lint.Fail(source, "STATIC_ROOT is among its own sources in %s: %s", name, stops).
				About(subject).With(root, "STATIC_ROOT is set here").
				Fix("another folder for STATIC_ROOT, such as BASE_DIR / \"staticfiles\"").As("staticfiles.E002"))
		}
	}
	return answers
}

// findsSources reports whether the app is there that looks into STATICFILES_DIRS, with the finder that does.
func findsSources(s *deploy.Settings) bool {
	const finder = "django.contrib.staticfiles.finders.FileSystemFinder"
	return s.Installed(staticfilesApp) && deploy.Holds(s.Get("STATICFILES_FINDERS"), func(e string) bool { return e == finder }) == value.True
}

// notAList reports whether a value is neither a list nor a tuple.
func notAList(v value.Value) value.Tri {
	switch v.Kind() {
	case value.Unknown, value.Object:
		return value.Undecided
	case value.List, value.Tuple:
		return value.False
	default:
		return value.True
	}
}

// samePlace reports whether two values name one folder, as os.path.abspath has them.
func samePlace(a, b value.Value) bool {
	for _, v := range []value.Value{a, b} {
		if v.Kind() != value.Str && v.Kind() != value.Path || v.Payload() == "" {
			return false
		}
	}
	return path.Clean(a.Payload()) == path.Clean(b.Payload())
}
