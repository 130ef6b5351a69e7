package load

import (
	"path"
	"strings"
	"sync"

	"deploylint/internal/deploy"
	"deploylint/internal/repo"
	"deploylint/internal/secret"
	"deploylint/internal/source"
)

// leaks looks for tracked files that hold a secret, beside all else that the loader does: among the files that configure
// something or, unless the user asks for no more, among all text files. The function that it returns waits for them. It leaves
// out env files, whose rules know more of them, and tells which modules have been evaluated by then: of those the rules about
// settings know more.
func (l *loader) leaks() (wait func() []deploy.LeakyFile) {
	judged := map[string]bool{}
	for _, f := range l.inventory.Env {
		judged[f.Path] = true
	}
	var entries []repo.Entry
	for _, e := range l.repo.FilesIn(l.dir) {
		if e.Symlink() || e.Sparse || judged[e.Path] || !l.mayLeak(e) || repo.IsInstalled(e.Path) {
			continue
		}
		entries = append(entries, e)
	}
	var suspicious []*source.File
	var sweep sync.WaitGroup
	sweep.Go(func() {
		scanner := secret.NewScanner()
		suspicious = l.repo.Sweep(entries, func(f *source.File) bool { return scanner.Suspicious(f, secret.KindOf(f.Path)) })
	})
	return func() []deploy.LeakyFile {
		evaluated := map[string]bool{}
		for _, f := range l.files {
			evaluated[f.Path] = path.Ext(f.Path) == ".py"
		}
		sweep.Wait()
		var leaky []deploy.LeakyFile
		for _, f := range suspicious {
			if !judged[f.Path] {
				leaky = append(leaky, deploy.LeakyFile{File: f, Role: envRole(leakRole(f.Path)), Evaluated: evaluated[f.Path]})
			}
		}
		return leaky
	}
}

// mayLeak reports whether a file is one to look for secrets in.
func (l *loader) mayLeak(e repo.Entry) bool {
	if !secret.IsText(e.Path) {
		return false
	}
	if !l.options.OnlyConfig {
		return leakRole(e.Path) != repo.Test // what tests hold was made for them
	}
	if e.Size > 64<<10 || !secret.IsConfig(e.Path) {
		return false
	}
	switch leakRole(e.Path) {
	case repo.Test, repo.Documentation, repo.Sample:
		return false
	default:
		return true
	}
}

// leakRole is a file's role. What configures the tools of a test run holds the keys of tests.
func leakRole(name string) repo.Role {
	switch path.Base(name) {
	case "setup.cfg", "tox.ini", "pytest.ini", "pyproject.toml":
		return repo.Test
	}
	return repo.RoleOf(name)
}

// databases returns the databases and dumps of databases that git tracks.
func (l *loader) databases() []deploy.DatabaseFile {
	var found []deploy.DatabaseFile
	for _, e := range l.repo.FilesIn(l.dir) {
		format := databaseFormat(e.Path)
		if format == "" || !e.Tracked || e.Symlink() || e.Size == 0 || repo.IsInstalled(e.Path) || !repo.RoleOf(e.Path).Deployed() {
			continue
		}
		if !holdsData(format, l.repo.Head(e.Path, 4<<20)) {
			continue
		}
		found = append(found, deploy.DatabaseFile{File: source.NewFile(e.Path, ""), Format: format, Size: e.Size})
	}
	return found
}

// databaseFormat tells by a file's name what kind of database it may be.
func databaseFormat(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".sqlite3", ".sqlite", ".db":
		return "SQLite database"
	case ".sql", ".dump", ".pgdump", ".bak":
		return "database dump"
	}
	return ""
}

// holdsData reports whether a file is of its format and holds the tables of a Django project: SQLite's own header
// (https://www.sqlite.org/fileformat2.html), or the one of a dump program and rows behind it. SQL that somebody wrote, a
// schema alone or a search index is none.
func holdsData(format, head string) bool {
	if !strings.Contains(head, "django_migrations") {
		return false
	}
	switch {
	case format == "SQLite database":
		return strings.HasPrefix(head, "SQLite format 3\x00") && strings.Contains(head, `CREATE TABLE "django_migrations"`)
	case strings.HasPrefix(head, "PGDMP"):
		return true
	case strings.Contains(head, "PostgreSQL database dump"), strings.HasPrefix(head, "-- MySQL dump"), strings.HasPrefix(head, "-- MariaDB dump"):
		return strings.Contains(head, "\nCOPY ") || strings.Contains(head, "\nINSERT INTO ")
	}
	return false
}
