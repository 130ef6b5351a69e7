package envfile

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/lint"
)

// envFileEntryDropped reports a variable of an env file that does not arrive, because the program that reads the file drops
// the line or refuses the whole file.
//
// # Why it matters
//
// systemd and foreman drop a line that begins with "export", django-environ one with blanks around "=": the settings then
// run with the default, without a word. Docker refuses the whole file, and the container does not start.
//
// # Example
//
//	EnvironmentFile=/srv/shop/production.env
//
// with, in that file:
//
//	export DEBUG=0
//
// # Use instead
//
//	DEBUG=0
//
// # When it stays silent
//
// Where nothing is known to read the file, and for variables that the settings do not read.
func envFileEntryDropped() lint.Rule {
	return lint.Rule{
		ID:      "DPL207",
		Name:    "env-file-entry-dropped",
		Summary: "A variable of an env file does not arrive",
		Help:    "Write NAME=value without export and without blanks around the equals sign",
		Level:   lint.Error,
		Tags:    []string{"correctness", "configuration"},
		Links: []string{
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=",
			"https://docs.docker.com/reference/cli/docker/container/run/#env",
		},
		Since: "0.1.0",
		Check: lint.OfEnvFile(checkEnvFileEntryDropped),
	}
}

func checkEnvFileEntryDropped(f deploy.RepoEnvFile, site *deploy.Site) lint.Answer {
	if f.Tree == nil {
		return nil
	}
	var answers lint.Answers
	for _, r := range site.EnvFileReaders(f.Path) {
		reading := f.Tree.Read(r.Dialect, nil, false)
		if reading.Refusal != nil && r.Dialect != dotenv.Bash {
			answers = append(answers, lint.Fail(reading.Refusal.Span, "%s refuses %s, so nothing of it arrives: %s", reader(r), f.Path, reading.Refusal.Message).
				About("file:"+f.Path).With(r, "%s names the file here", r.By).
				Fix("mend the line"))
			continue
		}
		answers = append(answers, dropped(reading, r, site.Settings))
	}
	return answers
}

// dropped makes findings of the entries that a reader leaves out and that no other line of the file gives it.
func dropped(reading dotenv.Reading, r deploy.EnvFileReader, s *deploy.Settings) lint.Answer {
	var answers lint.Answers
	for _, e := range reading.Entries {
		name := strings.TrimSpace(strings.TrimPrefix(e.Key, "export "))
		if e.Dropped == "" || !s.ReadsVariable(name) {
			continue
		}
		if _, given := reading.Get(name); given {
			continue
		}
		answers = append(answers, lint.Fail(e.KeySpan, "%s does not get %s from this file: %s", reader(r), name, e.Dropped).
			About("env:"+name).With(r, "%s names the file here", r.By).Hiding(e.ValueSpan).
			Fix("write %s=… without anything before the name and without blanks around =", name))
	}
	return answers
}
