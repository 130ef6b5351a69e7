package livetest

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deploylint/checks"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
)

// A mutation is one line of a project changed for the worse.
type mutation struct {
	// file is the changed file, and text, which it has once, becomes by.
	file, text, by string
	// rule is the only one with errors or warnings that the project did not have.
	rule string
	// breaks returns nil when the running project is broken in the way that the message says, and an error that tells what
	// it does instead. It is nil where a running project does not show it.
	breaks func(s *stack) error
}

// apply returns the file's text with the change.
func (m mutation) apply(t *testing.T, before string) string {
	t.Helper()
	if strings.Count(before, m.text) != 1 || strings.ContainsAny(m.text+m.by, "\n") {
		t.Fatalf("%s does not have %q once, within a line", m.file, m.text)
	}
	return strings.Replace(before, m.text, m.by, 1)
}

// name is the test's name of the mutation.
func (m mutation) name() string { return m.rule + " " + strings.TrimSpace(m.text) }

func TestMutations(t *testing.T) {
	for project, mutations := range map[string][]mutation{"ready-systemd": hostMutations(), "ready-compose": composeMutations()} {
		t.Run(project, func(t *testing.T) {
			if len(mutations) < 25 {
				t.Errorf("%d mutations", len(mutations))
			}
			dir := copyProject(t, project)
			if before := complaints(t, dir); len(before) != 0 {
				t.Fatalf("unchanged, it is not ready: %v", before)
			}
			for _, m := range mutations {
				t.Run(m.name(), func(t *testing.T) {
					path := filepath.Join(dir, m.file)
					text := read(t, path)
					write(t, path, m.apply(t, text))
					defer write(t, path, text)
					got := complaints(t, dir)
					if rules := slices.Sorted(maps.Keys(got)); !slices.Equal(rules, []string{m.rule}) {
						t.Errorf("%s: %q by %q: %v, want %s alone", m.file, m.text, m.by, got, m.rule)
					}
				})
			}
		})
	}
}

// copyProject copies a project out of the checkout, whose .gitignore is not its own.
func copyProject(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("../../fixtures/projects", name))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// complaints returns the messages of the errors and warnings, by rule.
func complaints(t *testing.T, dir string) map[string][]string {
	t.Helper()
	d, err := linttest.Load(dir, linttest.Config{})
	if err != nil {
		t.Fatal(err)
	}
	rep := lint.Run(checks.All(), d.Sites, lint.Options{Files: d.Files, Notifications: d.Notifications})
	got := map[string][]string{}
	for _, n := range rep.Notifications {
		got["notification"] = append(got["notification"], n.Message)
	}
	for _, r := range rep.Results {
		if r.Finding() && r.Level >= lint.Warning {
			got[r.Rule.ID] = append(got[r.Rule.ID], r.Span.File.Path+": "+r.Message)
		}
	}
	return got
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// write replaces a file's text and keeps its mode.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
