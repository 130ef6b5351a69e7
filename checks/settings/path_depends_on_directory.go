package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// pathDependsOnDirectory reports a path in the settings that is relative, so that it depends on where a process was started.
//
// # Why it matters
//
// A relative path is looked up from the working directory. The web server, a cron job, collectstatic and the shell each have
// their own: files go to one place and are looked for in another, and an SQLite database that is not found is made anew,
// empty.
//
// # Example
//
//	MEDIA_ROOT = "media"
//
// # Use instead
//
//	MEDIA_ROOT = BASE_DIR / "media"
//
// # When it stays silent
//
// For settings that are empty, where a storage of another package does not use the folder, and for static files without
// django.contrib.staticfiles.
func pathDependsOnDirectory() lint.Rule {
	return lint.Rule{
		ID:      "DPL164",
		Name:    "path-depends-on-directory",
		Summary: "A path in the settings is relative",
		Help:    "Begin the path with BASE_DIR, or write it in full",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#media-root",
			"https://docs.djangoproject.com/en/stable/ref/settings/#static-root",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkPathDependsOnDirectory),
	}
}

func checkPathDependsOnDirectory(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	ask := func(name, part string, v value.Value, what string) lint.Answer {
		q := lint.AskPart(s, name, part, v, isRelative, nil)
		q.Fail = func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s is relative: each process looks for %s in the directory that it was started in", q.Name, what).
				Fix("BASE_DIR / %q", strings.TrimPrefix(v.Payload(), "./"))
		}
		return q
	}
	var answers lint.Answers
	if s.KeepsUploads() != value.False {
		answers = append(answers, ask("MEDIA_ROOT", "", s.Get("MEDIA_ROOT"), "uploads"))
	}
	if s.Installed("django.contrib.staticfiles") {
		answers = append(answers, ask("STATIC_ROOT", "", s.Get("STATIC_ROOT"), "static files"))
	}
	database := s.Get("DATABASES").At("default")
	if engine, ok := database.At("ENGINE").Text(); ok && strings.HasSuffix(engine, ".sqlite3") && database.At("NAME").Known() {
		answers = append(answers, ask("DATABASES", "default.NAME", element(database, "NAME"), "the database"))
	}
	return answers
}

// isRelative reports whether a value is a path that begins nowhere certain.
func isRelative(v value.Value) bool {
	text := v.Payload()
	if v.Kind() != value.Str && v.Kind() != value.Path || text == "" || strings.HasPrefix(text, value.RootMark) {
		return false
	}
	return !strings.HasPrefix(text, "/") && !strings.HasPrefix(text, "~") && !strings.Contains(text, ":") && !strings.HasPrefix(text, `\`)
}
