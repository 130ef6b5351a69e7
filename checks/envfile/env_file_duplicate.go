package envfile

import (
	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/lint"
)

// envFileDuplicate reports a variable that an env file sets twice, to different values.
//
// # Why it matters
//
// All readers take the last one and say nothing. Whoever edits the first line changes nothing, and finds that out in
// production.
//
// # Example
//
//	ALLOWED_HOSTS=shop.example.com
//	ALLOWED_HOSTS=localhost
//
// # Use instead
//
//	ALLOWED_HOSTS=shop.example.com
//
// # When it stays silent
//
// For the same value twice, and in env files of development, tests and examples. That one file overrides another is what
// files are for.
func envFileDuplicate() lint.Rule {
	return lint.Rule{
		ID:      "DPL208",
		Name:    "env-file-duplicate",
		Summary: "An env file sets a variable twice",
		Help:    "Keep one of the lines",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "configuration"},
		Links:   []string{"https://dotenv-linter.github.io/#/checks/duplicated_key"},
		Since:   "0.1.0",
		Check:   lint.OfEnvFile(checkEnvFileDuplicate),
	}
}

func checkEnvFileDuplicate(f deploy.RepoEnvFile, _ *deploy.Site) lint.Answer {
	if f.Tree == nil || isReader(f.Role) {
		return nil
	}
	var answers lint.Answers
	first := map[string]*dotenv.Statement{}
	for _, s := range f.Tree.Statements {
		before := first[s.Key]
		first[s.Key] = s
		if before == nil || before.Raw == s.Raw {
			continue
		}
		answers = append(answers, lint.Fail(s.KeySpan, "%s sets %s twice to different values, and only this last one counts", f.Path, s.Key).
			About("env:"+s.Key).With(before.KeySpan, "this one has no effect").Hiding(s.ValueSpan, before.ValueSpan).
			Fix("remove one of the two lines"))
	}
	return answers
}
