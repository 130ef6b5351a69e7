package envfile

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// envFileServed reports an env file that lies in a folder whose files are handed out to everybody.
//
// # Why it matters
//
// STATIC_ROOT and MEDIA_ROOT are served as they are. https://shop.example/static/.env is among the first addresses that scanners try,
// and the answer holds the database's password and the secret key, with which anybody makes a session of their own.
//
// # Example
//
//	STATIC_ROOT = BASE_DIR / "public"
//
// with public/.env
//
// # Use instead
//
// An env file outside of all folders that are served.
//
// # When it stays silent
//
// For example files, and for folders that the settings do not name.
func envFileServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL213",
		Name:    "env-file-served",
		Summary: "An env file lies in a folder that is served",
		Help:    "Move the env file out of the folder, and change the secrets in it",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-538"},
		Links:   []string{"https://docs.djangoproject.com/en/stable/ref/settings/#static-root"},
		Since:   "0.1.0",
		Check:   lint.OfEnvFile(checkEnvFileServed),
	}
}

func checkEnvFileServed(f deploy.RepoEnvFile, site *deploy.Site) lint.Answer {
	if site.Settings == nil || f.Role == "sample" || !f.Tracked || f.File == nil {
		return nil
	}
	var answers lint.Answers
	for _, name := range []string{"STATIC_ROOT", "MEDIA_ROOT"} {
		folder := site.Settings.Get(name)
		below, ok := strings.CutPrefix(folder.Payload(), value.RootMark)
		below = strings.Trim(path.Clean("/"+below), "/")
		if !ok || below == "" || !strings.HasPrefix(f.Path, below+"/") {
			continue
		}
		r := lint.Fail(f.File.Span(0, 0), "everybody can download this env file: it lies in %s, which is served", name).
			About("file:"+f.Path+"#served").With(folder, "%s is set here", name).
			Fix("git mv it out of %s, and change the secrets in it", below)
		for _, e := range f.Entries {
			r = r.Hiding(e.Span)
		}
		answers = append(answers, r)
	}
	return answers
}
