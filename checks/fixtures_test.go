package checks_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/checks"
	"deploylint/internal/linttest"
)

// TestArchives holds that each archive below fixtures belongs to a rule, and that each base lies under some case.
func TestArchives(t *testing.T) {
	ids, bases := map[string]bool{}, map[string]bool{}
	for _, rule := range checks.All() {
		ids[rule.ID] = true
		cases, err := linttest.Cases(rule.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			if c.Config.Base != "" {
				bases[c.Config.Base] = true
			}
		}
	}
	for folder, wanted := range map[string]map[string]bool{"rules": ids, "bases": bases} {
		paths, err := filepath.Glob("../fixtures/" + folder + "/*")
		if err != nil {
			t.Fatal(err)
		}
		var there []string
		for _, path := range paths {
			there = append(there, strings.TrimSuffix(filepath.Base(path), ".txtar"))
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(wanted)), there); diff != "" {
			t.Errorf("fixtures/%s (-used +there):\n%s", folder, diff)
		}
	}
}
