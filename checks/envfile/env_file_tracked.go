package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
)

// envFileTracked reports an env file with secrets in it that git tracks.
//
// # Why it matters
//
// The file is the place that keeps secrets out of the repository. Committed, every clone has them, and so has the history
// after the file is gone. A file that .gitignore names is tracked all the same once it was added.
//
// # Example
//
//	git add .env
//
// # Use instead
//
//	git rm --cached .env
//	echo .env >> .gitignore
//
// Keep a .env.example with placeholders, and change the secrets: they stay in the history.
//
// # When it stays silent
//
// For values that are placeholders, references (${X}) or no secrets. In example files and in those of development and tests
// only what has the form of a provider's key counts.
func envFileTracked() lint.Rule {
	return lint.Rule{
		ID:      "DPL201",
		Name:    "env-file-tracked",
		Summary: "git tracks an env file with secrets in it",
		Help:    "Remove the env file from git, ignore it, and change the secrets in it",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-540"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
			"https://12factor.net/config",
		},
		Since: "0.1.0",
		Check: lint.OfEnvFile(checkEnvFileTracked),
	}
}

// checkEnvFileTracked makes one finding of all secrets in a file, at the first of them.
func checkEnvFileTracked(f deploy.RepoEnvFile, site *deploy.Site) lint.Answer {
	if !site.Repository.Git || !f.Tracked || f.File == nil {
		return nil
	}
	var secrets []deploy.EnvEntry
	for _, e := range f.Entries {
		if isSecret(f, e) {
			secrets = append(secrets, e)
		}
	}
	if len(secrets) == 0 {
		return nil
	}
	r := lint.Fail(secrets[0].KeySpan, "git tracks %s, and %s in it is a secret: every clone of the repository has it", f.Path, secrets[0].Key)
	if more := len(secrets) - 1; more > 0 {
		r = lint.Fail(secrets[0].KeySpan, "git tracks %s, and %s and %d more of its values are secrets: every clone of the repository has them", f.Path, secrets[0].Key, more)
	}
	for _, e := range secrets {
		r = r.Hiding(e.Span)
	}
	for _, e := range secrets[1:] {
		r = r.With(e.KeySpan, "%s is a secret too", e.Key)
	}
	fix := "git rm --cached " + quote(f.Path) + " && echo " + quote("/"+f.Path) + " >> .gitignore, then change the secrets"
	if f.Ignored {
		r.Message += "; .gitignore names the file, but it was added before"
		fix = "git rm --cached " + quote(f.Path) + ", then change the secrets"
	}
	return r.About("file:"+f.Path).Fix("%s", fix)
}

// besides reports whether a text also is the value of a variable that holds no secret, such as the user's name.
func besides(f deploy.RepoEnvFile, text string) bool {
	return slices.ContainsFunc(f.Entries, func(e deploy.EnvEntry) bool {
		other, ok := e.Value.Text()
		return ok && other == text && !secret.IsName(e.Key)
	})
}

// quote returns a path as one word of a shell command that can be pasted.
func quote(path string) string {
	if strings.Trim(path, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+@%") == "" {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// isSecret reports whether an entry is a real secret for a file of this role.
func isSecret(f deploy.RepoEnvFile, e deploy.EnvEntry) bool {
	text, ok := e.Value.Text()
	if !ok {
		return false
	}
	class, part := secret.Of(e.Key, text)
	if class == secret.Likely && part == text && besides(f, text) {
		class = secret.Weak
	}
	switch f.Role {
	case "sample", "dev", "test":
		return class == secret.Provider
	default:
		return class == secret.Provider || class == secret.Likely
	}
}
