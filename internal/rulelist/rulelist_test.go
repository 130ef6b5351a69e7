package rulelist

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestListsAreFresh fails when a rule was added, removed or renumbered without go generate ./...
func TestListsAreFresh(t *testing.T) {
	const dir = "../../checks"
	files, err := Files(dir, "deploylint/checks")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		got, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			t.Errorf("%v: run go generate ./...", err)
			continue
		}
		if diff := cmp.Diff(string(files[path]), string(got)); diff != "" {
			t.Errorf("checks/%s is stale, run go generate ./... (-want +got):\n%s", path, diff)
		}
	}
	there, err := filepath.Glob(filepath.Join(dir, "*", listName))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range there {
		if rel, _ := filepath.Rel(dir, path); files[rel] == nil {
			t.Errorf("checks/%s lists rules of a family that has none: remove it", rel)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "checks")
	write(t, dir, "proxy/b.go", `package proxy
import "deploylint/internal/lint"
// second is the second.
func second() lint.Rule { return lint.Rule{Name: "second", ID: "DPL302"} }
func helper(id string) lint.Rule { return lint.Rule{ID: id} }
`)
	write(t, dir, "proxy/c.go", `package proxy
import "deploylint/internal/lint"
// first is the first.
//
// # Why
func first() lint.Rule {
	return lint.Rule{ID: "DPL301"}
}
`)
	files, err := Files(dir, "example/checks")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"proxy/rules_gen.go": header + `package proxy

import "deploylint/internal/lint"

// Rules returns the rules of the family, by id.
func Rules() []lint.Rule {
	return []lint.Rule{
		first(),  // DPL301
		second(), // DPL302
	}
}
`,
		"rules_gen.go": header + `package checks

import (
	"slices"

	"deploylint/internal/lint"
	"example/checks/proxy"
)

// All returns the rules of all families.
func All() []lint.Rule {
	return slices.Concat(
		proxy.Rules(),
	)
}
`,
	}
	got := map[string]string{}
	for path, text := range files {
		got[filepath.ToSlash(path)] = string(text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestComputedID(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "proxy/a.go", "package proxy\nimport \"deploylint/internal/lint\"\nfunc a() lint.Rule { return other() }\n")
	if _, err := Files(dir, "x"); err == nil {
		t.Error("a rule without a literal id is taken")
	}
}

func write(t *testing.T, dir, path, text string) {
	t.Helper()
	path = filepath.Join(dir, path)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
