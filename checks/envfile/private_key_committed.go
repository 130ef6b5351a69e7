package envfile

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
)

// privateKeyCommitted reports private keys that git tracks: of TLS certificates, SSH, payment providers.
//
// # Why it matters
//
// Whoever has the key is the server, the deploy user or the merchant that it stands for. A certificate whose key is known
// has to be revoked; the key stays in the history after the file is gone.
//
// # Example
//
//	deploy/shop.key:  -----BEGIN PRIVATE KEY-----
//
// # Use instead
//
//	git rm --cached deploy/shop.key
//	echo /deploy/shop.key >> .gitignore
//
// and make a new key on the server, where it stays.
//
// # When it stays silent
//
// For keys of development, tests, examples and documentation, and for a file that only names the form of a key.
func privateKeyCommitted() lint.Rule {
	return lint.Rule{
		ID:      "DPL204",
		Name:    "private-key-committed",
		Summary: "git tracks a private key",
		Help:    "Remove the key from git, revoke it, and make a new one where it is used",
		Level:   lint.Error,
		Tags:    []string{"security", "secrets", "cwe-321"},
		Links: []string{
			"https://www.rfc-editor.org/rfc/rfc7468",
			"https://letsencrypt.org/docs/revoking/",
		},
		Since: "0.1.0",
		Check: lint.OfRepository(checkPrivateKeyCommitted),
	}
}

func checkPrivateKeyCommitted(r *deploy.Repository, _ *deploy.Site) lint.Answer {
	scanner := secret.NewScanner()
	var answers lint.Answers
	for _, f := range r.Leaky {
		if isReader(f.Role) || r.Tracked != nil && !r.Tracked(f.File.Path) {
			continue
		}
		hits := scanner.Scan(f.File, secret.KindOf(f.File.Path))
		if i := slices.IndexFunc(hits, func(h secret.Hit) bool { return h.Provider == privateKey }); i >= 0 {
			answers = append(answers, lint.Fail(hits[i].Span, "%s holds a private key, and every clone of the repository has it", f.File.Path).
				About("file:"+f.File.Path).
				Fix("git rm --cached %s, revoke the key, and make a new one: this one stays in the history", quote(f.File.Path)))
		}
	}
	return answers
}
