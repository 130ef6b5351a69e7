package envfile

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// databaseCommitted reports databases and dumps of databases that git tracks.
//
// # Why it matters
//
// They hold what users entered, and their password hashes and sessions: every clone of the repository has them, and so has
// the history. A tracked SQLite file also changes with every request, so that the next "git pull" on the server stops with
// a conflict or puts old data over new.
//
// # Example
//
//	git add db.sqlite3
//
// # Use instead
//
//	git rm --cached db.sqlite3
//	echo /db.sqlite3 >> .gitignore
//
// # When it stays silent
//
// For files of tests, examples and documentation, for an empty file, and for SQL that no dump program wrote.
func databaseCommitted() lint.Rule {
	return lint.Rule{
		ID:      "DPL205",
		Name:    "database-committed",
		Summary: "git tracks a database or a dump of one",
		Help:    "Remove the database from git, ignore it, and treat what was in it as known",
		Level:   lint.Warning,
		Tags:    []string{"security", "privacy", "cwe-538"},
		Links: []string{
			"https://www.sqlite.org/fileformat2.html",
			"https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
		},
		Since: "0.1.0",
		Check: lint.OfRepository(checkDatabaseCommitted),
	}
}

func checkDatabaseCommitted(r *deploy.Repository, _ *deploy.Site) lint.Answer {
	if !r.Git {
		return nil
	}
	var answers lint.Answers
	for _, f := range r.Databases {
		name := f.File.Path
		answers = append(answers, lint.Fail(f.File.Span(0, 0), "git tracks %s, %s of %s: every clone has the data in it, password hashes and sessions too",
			name, article(f.Format), size(f.Size)).
			About("file:"+name).
			Fix("git rm --cached %s && echo %s >> .gitignore; what was in it stays in the history", quote(name), quote("/"+name)))
	}
	return answers
}

// size writes a number of bytes as people read it.
func size(bytes int64) string {
	switch {
	case bytes >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20))
	case bytes >= 1<<10:
		return fmt.Sprintf("%d KiB", bytes>>10)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// count writes a number of things.
func count(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
