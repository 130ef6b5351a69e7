package envfile

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
)

// envPlaceholder reports a secret that is still the placeholder of an example in an env file that production reads.
//
// # Why it matters
//
// The site starts and works, with a key or a password that stands in the example for everybody to read.
//
// # Example
//
//	SECRET_KEY=changeme
//
// in a file that a production launcher names.
//
// # Use instead
//
// A value of its own, in a file that git does not track.
//
// # When it stays silent
//
// In env files that nothing is known to read, in those of development, tests and examples, for variables that the settings
// do not read, and for SECRET_KEY itself, which has rules of its own.
func envPlaceholder() lint.Rule {
	return lint.Rule{
		ID:      "DPL210",
		Name:    "env-placeholder",
		Summary: "A secret of production is still the placeholder of an example",
		Help:    "Set a value of its own, in a file that git does not track",
		Level:   lint.Warning,
		Tags:    []string{"security", "secrets", "cwe-1392"},
		Links:   []string{"https://12factor.net/config"},
		Since:   "0.1.0",
		Check:   lint.OfEnvFile(checkEnvPlaceholder),
	}
}

func checkEnvPlaceholder(f deploy.RepoEnvFile, site *deploy.Site) lint.Answer {
	if site.Settings == nil || isReader(f.Role) || len(site.EnvFileReaders(f.Path)) == 0 {
		return nil
	}
	key, _ := site.Settings.Get("SECRET_KEY").FromEnv()
	var answers lint.Answers
	for _, e := range f.Entries {
		text, ok := e.Value.Text()
		if !ok || !site.Settings.ReadsVariable(e.Key) || e.Key == key || !secret.IsName(e.Key) {
			continue
		}
		about := func(r lint.Result) lint.Result { return r.About("env:" + e.Key).Hiding(e.Span) }
		switch secret.Classify(e.Key, text) {
		case secret.Placeholder:
			answers = append(answers, about(lint.Fail(e.KeySpan, "production reads %s from %s, where it still is a placeholder that anybody knows", e.Key, f.Path)).
				Fix("set %s to a value of its own, in a file that git does not track", e.Key))
		case secret.Weak:
			answers = append(answers, about(lint.Fail(e.KeySpan, "production reads %s from %s, and its value is one that anybody guesses", e.Key, f.Path)).
				Fix("set %s to a random value, in a file that git does not track", e.Key))
		default:
		}
	}
	return answers
}
