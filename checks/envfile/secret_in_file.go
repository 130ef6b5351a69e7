package envfile

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/role"
	"deploylint/internal/secret"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// secretInFile reports passwords, keys and tokens in the files that a deployment is made of, or in any other file that git
// tracks.
//
// # Why it matters
//
// Everybody who can read the repository has the secret, and so has everybody who will ever get a copy of its history. What
// a compose file gives as the fallback of a variable is the password of every installation that forgot to set one.
//
// # Example
//
//	environment=SECRET_KEY="w3n+z!0k@q7r$1vd&8xj5tfa%%6ch2yb^4mgu9es"
//
// # Use instead
//
//	environment=SECRET_KEY="%(ENV_SECRET_KEY)s"
//
// and make a new secret: one that has been committed stays known.
//
// # When it stays silent
//
// For placeholders, references (${X}), passwords that everybody guesses, and for what a Dockerfile sets for one RUN only.
// In files of development (such as a compose file that names development's settings module), examples and documentation
// only what has the form of a provider's key counts, as a warning in development and as a note in the others; a live key of
// a payment provider is an error in development too, and an example that is named for production is a warning. Tests are not
// looked into. Keys out of a provider's documentation,
// for a storage that tests start (MinIO), and those that Google gives to browsers never count, nor do the examples in a
// docstring. The settings that production runs with and env files have rules of their own (hardcoded-secret,
// env-file-tracked). Bundled, locked and translated files, installed packages and files above a megabyte are not looked
// into. With --no-all-files only files that configure something are.
func secretInFile() lint.Rule {
	return lint.Rule{
		ID:      "DPL203",
		Name:    "secret-in-file",
		Summary: "A password, key or token stands in a file of the repository",
		Help:    "Take the secret out of the file, give it to the process from outside the repository, and change it",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-798"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key",
			"https://12factor.net/config",
		},
		Since: "0.1.0",
		Check: lint.OfRepository(checkSecretInFile),
	}
}

func checkSecretInFile(r *deploy.Repository, site *deploy.Site) lint.Answer {
	scanner := secret.NewScanner()
	var answers lint.Answers
	for _, f := range r.Leaky {
		if r.Tracked != nil && !r.Tracked(f.File.Path) {
			continue
		}
		if secret.Develops(f.File.Text) {
			f.Role = "dev"
		}
		hits := slices.DeleteFunc(scanner.Scan(f.File, secret.KindOf(f.File.Path)), func(h secret.Hit) bool {
			return h.Provider == privateKey || f.Evaluated && !h.Comment || isReader(f.Role) && h.Provider == "" && !isProductionSample(f) || isKey(site, h.Span)
		})
		if len(hits) > 0 {
			answers = append(answers, secretsOf(f, hits))
		}
	}
	return answers
}

// isKey reports whether a place gives SECRET_KEY its value: secret-key-committed and its kin speak of it.
func isKey(site *deploy.Site, at source.Span) bool {
	if site.Settings == nil {
		return false
	}
	key := site.Settings.Get("SECRET_KEY")
	for _, v := range append(slices.Clone(key.Alternatives), key) {
		for _, step := range v.Trail {
			if step.How == value.Env && step.Span.Path() == at.Path() && step.Span.Start < at.End && at.Start < step.Span.End {
				return true
			}
		}
	}
	return false
}

// secretsOf makes one finding of all secrets in a file, at the first of them.
func secretsOf(f deploy.LeakyFile, secrets []secret.Hit) lint.Result {
	first := secrets[0]
	r := lint.Fail(first.Span, "%s stands in the repository: whoever reads it can use it", what(first))
	if first.Default {
		r = lint.Fail(first.Span, "%s falls back to a secret that stands in the repository: whoever reads it can use it", first.Name)
	}
	switch {
	case first.Guessable:
		r = lint.Fail(first.Span, "%s is a password that everybody guesses, and it stands in the repository", what(first))
	case first.Comment:
		r = lint.Fail(first.Span, "%s stands in a comment, which the repository publishes as well: whoever reads it can use it", what(first))
	}
	if more := len(secrets) - 1; more > 0 {
		r.Message += ", and so do " + count(more, "more secret") + " of this file"
		if more == 1 {
			r.Message = strings.Replace(r.Message, "and so do", "and so does", 1)
		}
	}
	for _, h := range secrets {
		r = r.Hiding(h.Span)
	}
	for _, h := range secrets[1:] {
		r = r.With(h.Span, "%s stands here", what(h))
	}
	switch {
	case f.Role == "dev" && !slices.ContainsFunc(secrets, isLive), isProductionSample(f):
		r = r.At(lint.Warning)
	case f.Role == "sample", f.Role == "test":
		r = r.At(lint.Note)
	}
	return r.About("file:"+f.File.Path).Fix("%s", remedy(first))
}

// privateKey is what the scanner calls a key in PEM's form, which private-key-committed is about.
const privateKey = "private key"

// isProductionSample reports whether a file is an example of production's own, local_settings.py.prod-example: people fill
// those with what production has.
func isProductionSample(f deploy.LeakyFile) bool {
	base := strings.ToLower(path.Base(f.File.Path))
	return f.Role == "sample" && strings.Contains(base, "prod") && !strings.HasSuffix(base, ".md") && !strings.HasSuffix(base, ".rst")
}

// isReader reports whether files of a role are read by people and tests rather than by production.
func isReader(role role.Role) bool { return role == "sample" || role == "dev" || role == "test" }

// isLive reports whether a secret moves money by its own form.
func isLive(h secret.Hit) bool { return strings.Contains(h.Provider, " live ") }

// what names a secret.
func what(h secret.Hit) string {
	switch {
	case h.Provider != "" && h.Name != "":
		return h.Name + " (" + h.Provider + ")"
	case h.Provider != "":
		return article(h.Provider)
	case h.Name != "":
		return h.Name
	}
	return "the password in a URL"
}

func article(noun string) string {
	if strings.IndexByte("AEIOUaeiou", noun[0]) >= 0 {
		return "an " + noun
	}
	return "a " + noun
}

func remedy(h secret.Hit) string {
	if h.Default {
		return "write ${" + h.Name + ":?} so that nothing starts without it, and change the secret: it stays in the history"
	}
	return "give it from outside the repository (an env file that git ignores, the platform's secrets), and change it: it stays in the history"
}
