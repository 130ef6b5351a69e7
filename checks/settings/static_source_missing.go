package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticSourceMissing reports a source of static files in the project where there is no such folder.
//
// # Why it matters
//
// collectstatic then leaves out what was meant to be there, and says so in a warning only: the site comes up without
// its styles or scripts.
//
// # Example
//
//	STATICFILES_DIRS = [BASE_DIR / "assets"]  # and the repository has no assets/
//
// # Use instead
//
//	STATICFILES_DIRS = [BASE_DIR / "static"]
//
// # When it stays silent
//
// For a folder outside the repository, and one that git ignores, which a build makes. It is a note: a build may make
// others too.
func staticSourceMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL132",
		Name:    "static-source-missing",
		Summary: "A source of static files is not in the repository",
		Help:    "Name a folder that is there, or leave the entry out",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Django:  []string{"staticfiles.W004"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#staticfiles-dirs",
			"https://docs.djangoproject.com/en/stable/ref/checks/#staticfiles",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkStaticSourceMissing),
	}
}

func checkStaticSourceMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if !findsSources(s) || notAList(s.Get("STATICFILES_DIRS")) != value.False {
		return nil
	}
	var answers lint.Answers
	for _, folder := range foldersOf(s, "STATICFILES_DIRS") {
		if isMissing(site, folder) != value.True {
			continue
		}
		r := lint.Fail(folder, "the repository has no folder %s: collectstatic leaves it out, unless a build makes it before", below(folder)).
			About("settings.STATICFILES_DIRS/" + below(folder)).
			Fix("name a folder that is there, or leave the entry out")
		if s.Django.Before(4, 0) {
			r = r.As()
		}
		answers = append(answers, r)
	}
	return answers
}
