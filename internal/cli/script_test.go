package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"mvdan.cc/sh/v3/shell"

	"deploylint/checks"
)

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // the testing package wants flags this way

// TestScripts runs fixtures/cli/*.txtar: the archive's files are the working directory, its comment is a script. The
// whole program runs in process. The commands of a script:
//
//	$ [VARIABLE=value…] deploylint ARGUMENT…   run it; shell quotes group words
//	status N                                   the exit status must be N
//	stdout 'pattern', stderr 'pattern'         a line of the output must match; with ! in front, none may
//	cmp FILE GOLDEN                            the file, or stdout or stderr, must equal a file of the archive
func TestScripts(t *testing.T) {
	paths, err := filepath.Glob("../../fixtures/cli/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			path, err = filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			if err := txtar.Write(archive, dir); err != nil {
				t.Fatal(err)
			}
			t.Chdir(dir)
			s := &script{t: t, archive: archive, status: -1}
			for n, line := range strings.Split(string(archive.Comment), "\n") {
				s.line = n + 1
				s.do(strings.TrimSpace(line))
			}
			if s.changed {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A script is one archive at work.
type script struct {
	t       *testing.T
	archive *txtar.Archive
	line    int
	changed bool

	stdout, stderr string
	status         int
}

func (s *script) errorf(format string, args ...any) {
	s.t.Helper()
	s.t.Errorf("line %d: %s\nstatus: %d\nstdout: %s\nstderr: %s", s.line, fmt.Sprintf(format, args...), s.status, s.stdout, s.stderr)
}

func (s *script) do(line string) {
	s.t.Helper()
	if line == "" || strings.HasPrefix(line, "#") {
		return
	}
	words, err := shell.Fields(strings.TrimPrefix(line, "$ "), func(string) string { return "" })
	if err != nil {
		s.errorf("%v", err)
		return
	}
	if strings.HasPrefix(line, "$ ") {
		s.run(words)
		return
	}
	wanted := words[0] != "!"
	if !wanted {
		words = words[1:]
	}
	switch {
	case words[0] == "status" && len(words) == 2:
		if want, err := strconv.Atoi(words[1]); err != nil || s.status != want {
			s.errorf("status %d, want %s", s.status, words[1])
		}
	case (words[0] == "stdout" || words[0] == "stderr") && len(words) == 2:
		pattern, err := regexp.Compile("(?m)" + words[1])
		if err != nil {
			s.errorf("%v", err)
		} else if pattern.MatchString(s.text(words[0])) != wanted {
			s.errorf("%s", line)
		}
	case words[0] == "cmp" && len(words) == 3:
		s.compare(words[1], words[2])
	default:
		s.errorf("unknown command %q", line)
	}
}

// run runs the program with the environment that stands in front of its name, and no other.
func (s *script) run(words []string) {
	s.t.Helper()
	environment := map[string]string{}
	for len(words) > 0 && words[0] != name {
		key, value, ok := strings.Cut(words[0], "=")
		if !ok {
			s.errorf("a run is a run of %s, not of %s", name, words[0])
			return
		}
		environment[key] = value
		words = words[1:]
	}
	s.status, s.stdout, s.stderr = runProgram(words, environment)
}

// runProgram runs the real program in process, under a version that no release changes.
func runProgram(args []string, environment map[string]string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	p := &program{
		stdin: strings.NewReader(""), stdout: &out, stderr: &errs, load: read, rules: checks.All, version: func() string { return "0.0.0-test" },
		lookup: func(name string) (string, bool) { v, ok := environment[name]; return v, ok },
	}
	status = p.main(args)
	return status, out.String(), errs.String()
}

func (s *script) text(file string) string {
	s.t.Helper()
	switch file {
	case "stdout":
		return s.stdout
	case "stderr":
		return s.stderr
	}
	text, err := os.ReadFile(file)
	if err != nil {
		s.errorf("%v", err)
	}
	return string(text)
}

func (s *script) compare(file, golden string) {
	s.t.Helper()
	got := s.text(file)
	for i := range s.archive.Files {
		f := &s.archive.Files[i]
		if f.Name != golden {
			continue
		}
		if diff := cmp.Diff(string(f.Data), got); diff != "" {
			if *update {
				f.Data, s.changed = []byte(got), true
				return
			}
			s.errorf("%s differs from %s (-want +got):\n%s", file, golden, diff)
		}
		return
	}
	s.errorf("the archive has no file %s", golden)
}
