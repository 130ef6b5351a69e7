package packages

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// whitenoiseServesProject reports a WHITENOISE_ROOT that is the project itself.
//
// # Why it matters
//
// Every file below WHITENOISE_ROOT is served at the site's root: /manage.py, /shop/settings.py, /.env, the SQLite database.
//
// # Example
//
//	WHITENOISE_ROOT = BASE_DIR
//
// # Use instead
//
//	WHITENOISE_ROOT = BASE_DIR / "public"
//
// # When it stays silent
//
// For a folder of its own below the project.
func whitenoiseServesProject() lint.Rule {
	return lint.Rule{
		ID:      "DPL732",
		Name:    "whitenoise-serves-project",
		Summary: "WhiteNoise serves the project's sources",
		Help:    "Point WHITENOISE_ROOT at a folder that holds nothing but public files",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-538"},
		Links: []string{
			"https://whitenoise.readthedocs.io/en/stable/django.html#WHITENOISE_ROOT",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkWhitenoiseServesProject),
	}
}

func checkWhitenoiseServesProject(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Middleware("WhiteNoiseMiddleware") == value.False {
		return nil
	}
	all := func(v value.Value) bool { return holds(v, s.File) }
	return lint.Ask(s, "WHITENOISE_ROOT", all, func(v value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "WhiteNoise serves every file of %s, the settings among them", site.Display(v)).Fix("WHITENOISE_ROOT = BASE_DIR / \"public\"")
	})
}

// holds reports whether a folder of the repository holds a file.
func holds(folder value.Value, file *source.File) bool {
	below, ok := strings.CutPrefix(folder.Payload(), value.RootMark)
	if !ok || file == nil {
		return false
	}
	below = strings.Trim(path.Clean("/"+below), "/")
	return below == "" || strings.HasPrefix(file.Path, below+"/")
}
