package checks_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"deploylint/checks"
)

// TestChangelogNamesAllRules: a new rule can break someone's CI, so nobody may meet one unannounced.
func TestChangelogNamesAllRules(t *testing.T) {
	text, err := os.ReadFile("../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range checks.All() {
		if line := fmt.Sprintf("- %s %s (%s)\n", r.ID, r.Name, r.Level); !strings.Contains(string(text), line) {
			t.Errorf("CHANGELOG.md lacks %q", line)
		}
	}
}
