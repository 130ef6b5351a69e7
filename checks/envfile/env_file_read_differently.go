package envfile

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/lint"
)

// envFileReadDifferently reports a value of an env file that its readers take differently, or that its one reader takes
// otherwise than it is written.
//
// # Why it matters
//
// Docker keeps the quotes around a value, systemd keeps a comment behind it, a shell and Compose replace what looks like a
// variable, django-environ 0.11 cuts at the first "#". A SECRET_KEY that is another one in the web process than in the
// worker breaks every session and every signed link between them; a password with a piece cut off is refused.
//
// # Example
//
//	EnvironmentFile=/srv/shop/production.env
//
// with, in that file:
//
//	EMAIL_TIMEOUT=10 # seconds
//
// # Use instead
//
//	# seconds
//	EMAIL_TIMEOUT=10
//
// Single quotes around a value with "$", "#", quotes or blanks are read alike by all of them but Docker.
//
// # When it stays silent
//
// Where nothing is known to read the file, for names that are the same to all its readers, and for variables that the
// settings do not read.
func envFileReadDifferently() lint.Rule {
	return lint.Rule{
		ID:      "DPL206",
		Name:    "env-file-read-differently",
		Summary: "A value of an env file is not what it looks like to the program that reads it",
		Help:    "Write the value in a way that all its readers take alike",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "configuration"},
		Links: []string{
			"https://docs.docker.com/reference/cli/docker/container/run/#env",
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=",
			"https://django-environ.readthedocs.io/en/latest/tips.html",
		},
		Since: "0.1.0",
		Check: lint.OfEnvFile(checkEnvFileReadDifferently),
	}
}

func checkEnvFileReadDifferently(f deploy.RepoEnvFile, site *deploy.Site) lint.Answer {
	readers := site.EnvFileReaders(f.Path)
	if f.Tree == nil || len(readers) == 0 {
		return nil
	}
	var answers lint.Answers
	for _, s := range f.Tree.Statements {
		if !s.Overridden && site.Settings.ReadsVariable(s.Key) {
			answers = append(answers, compareReaders(f, s, readers))
		}
	}
	return answers
}

// compareReaders compares what the readers of a file make of one statement, with one another and with what it says to a
// person, which is what python-dotenv makes of it.
func compareReaders(f deploy.RepoEnvFile, s *dotenv.Statement, readers []deploy.EnvFileReader) lint.Answer {
	intent, ok := taken(f, s, dotenv.PythonDotenv)
	if !ok || s.Quote == 0 && intent != s.Raw && intent != "" && !hasComment(s) {
		intent = s.Raw
	}
	for _, r := range readers {
		got, ok := taken(f, s, r.Dialect)
		if !ok || got == intent {
			continue
		}
		return lint.Fail(s.KeySpan, "%s reads %s otherwise than it is written: %s", reader(r), s.Key, difference(intent, got, s)).
			About("env:"+s.Key).With(r, "%s names the file here", r.By).Hiding(s.ValueSpan).Fix("%s", rewrite(s, r))
	}
	return nil
}

// taken returns the value of a statement as a dialect reads it; it is not ok where the dialect takes nothing, or what it
// takes depends on other variables.
func taken(f deploy.RepoEnvFile, s *dotenv.Statement, d dotenv.Dialect) (string, bool) {
	for _, e := range f.Tree.Values(d) {
		if e.KeySpan.Start == s.KeySpan.Start && e.Supplies() {
			return e.Text, e.Known
		}
	}
	return "", false
}

func hasComment(s *dotenv.Statement) bool {
	return s.Span.End > s.ValueSpan.End
}

// reader names a reader and its dialect.
func reader(r deploy.EnvFileReader) string {
	return fmt.Sprintf("%s (%s)", r.By, r.Dialect)
}

// difference says in what way a value that arrives differs from the one that is written, without a piece of either.
func difference(written, got string, s *dotenv.Statement) string {
	quoted := len(got) >= 2 && (got[0] == '"' || got[0] == '\'')
	switch {
	case quoted && got[1:len(got)-1] == written:
		return "the quotes become part of the value"
	case strings.HasPrefix(got, written) && strings.Contains(got[len(written):], "#"):
		return "the comment becomes part of the value"
	case strings.TrimSpace(got) == written:
		return "the blanks around it become part of the value"
	case strings.Contains(written, "#") && len(got) < len(written) && !strings.Contains(got, "#"):
		return "it is cut off at the #"
	case strings.Contains(written, "$"):
		return "what looks like a variable in it is replaced"
	case strings.Contains(s.Raw, `\`):
		return "the backslashes in it mean something else there"
	}
	return fmt.Sprintf("%d characters arrive instead of %d", len([]rune(got)), len([]rune(written)))
}

// rewrite says how to write a value for a reader.
func rewrite(s *dotenv.Statement, r deploy.EnvFileReader) string {
	switch {
	case r.Dialect == dotenv.Docker && s.Quote != 0:
		return "write " + s.Key + " without quotes"
	case hasComment(s):
		return "put the comment on a line of its own"
	}
	return "put the value of " + s.Key + " in single quotes"
}
