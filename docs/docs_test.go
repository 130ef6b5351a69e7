package docs_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/checks"
	"deploylint/docs"
	"deploylint/internal/rulepage"
)

// TestPagesAreFresh fails when a rule's comment, data or output changed without go generate ./...
func TestPagesAreFresh(t *testing.T) {
	pages, err := rulepage.Build("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		got, err := os.ReadFile(filepath.Join("rules", name))
		if err != nil {
			t.Errorf("%v: run go generate ./...", err)
			continue
		}
		if diff := cmp.Diff(pages[name], string(got)); diff != "" {
			t.Errorf("docs/rules/%s is stale, run go generate ./... (-want +got):\n%s", name, diff)
		}
	}
	there, err := filepath.Glob("rules/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range there {
		if _, wanted := pages[filepath.Base(path)]; !wanted {
			t.Errorf("docs/%s is about no rule, run go generate ./...", filepath.ToSlash(path))
		}
	}
}

// TestPagesAreComplete holds what every page must tell.
func TestPagesAreComplete(t *testing.T) {
	for _, rule := range checks.All() {
		page := docs.Page(rule.ID)
		for _, heading := range []string{"# " + rule.ID + " " + rule.Name, "## Why it matters", "## Example", "## Use instead", "## When it stays silent"} {
			if !strings.Contains("\n"+page, "\n"+heading+"\n") {
				t.Errorf("%s: the page has no heading %q: add it to the rule's doc comment", rule.ID, heading)
			}
		}
		if strings.Contains(page, "TODO") {
			t.Errorf("%s: the page is a draft: it says TODO", rule.ID)
		}
	}
}
