package envfile

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// envFileNotIgnored reports an env file that git neither tracks nor ignores.
//
// # Why it matters
//
// The next "git add ." commits it, with everything in it.
//
// # Example
//
//	source .server.envrc
//
// with no line in .gitignore that names the file.
//
// # Use instead
//
//	echo .server.envrc >> .gitignore
//
// # When it stays silent
//
// Without git, for a file outside the repository, and for one that git tracks (see env-file-tracked).
func envFileNotIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL202",
		Name:    "env-file-not-ignored",
		Summary: "An env file is one git add away from being committed",
		Help:    "Name the env file in .gitignore",
		Level:   lint.Warning,
		Tags:    []string{"security", "secrets", "cwe-540"},
		Links: []string{
			"https://git-scm.com/docs/gitignore",
		},
		Since: "0.1.0",
		Check: lint.OfRepository(checkEnvFileNotIgnored),
	}
}

func checkEnvFileNotIgnored(repository *deploy.Repository, site *deploy.Site) lint.Answer {
	if !repository.Git {
		return nil
	}
	var answers lint.Answers
	reported := map[string]bool{}
	report := func(path string, at source.Span, message string) {
		if reported[path] || at.IsZero() || strings.HasPrefix(path, "..") || repository.Tracked(path) || repository.Ignored(path) {
			return
		}
		reported[path] = true
		answers = append(answers, lint.Fail(at, "%s", message).
			About("file:"+path).
			Fix("echo %s >> .gitignore", quote("/"+path)))
	}
	for _, p := range site.Processes {
		for _, w := range p.Wrappers {
			if w.Script == nil {
				continue
			}
			for _, s := range w.Script.Sources {
				if s.Path != "" && !s.Virtualenv {
					report(s.Path, s.Name.Span, "production reads "+s.Path+", and nothing in .gitignore names it: the next git add commits its secrets")
				}
			}
		}
	}
	if s := site.Settings; s != nil {
		for _, f := range s.EnvFiles {
			if f.Path != "" {
				report(f.Path, f.Span, "the settings load "+f.Path+", and nothing in .gitignore names it: the next git add commits its secrets")
			}
		}
	}
	for _, f := range repository.EnvFiles {
		if !f.Tracked && !f.Ignored && f.Role != "sample" {
			report(f.Path, site.Anchor(), f.Path+" lies in the checkout, and nothing in .gitignore names it: the next git add commits its secrets")
		}
	}
	return answers
}
