package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/checks"
	"deploylint/docs"
	"deploylint/internal/lint"
)

// TestProjects runs whole deployments: the working directory is a copy of fixtures/projects/<name>, and <name>.want beside
// it holds what text, JSON and SARIF must be, and in flags.txt the flags of the run. What SARIF says of the rules is the
// same for all of them and left out: see withoutRules.
func TestProjects(t *testing.T) {
	dirs, err := filepath.Glob("../../fixtures/projects/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no projects: %v", err)
	}
	for _, dir := range dirs {
		if strings.HasSuffix(dir, ".want") {
			continue
		}
		dir, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			if _, err := os.Stat(dir + ".want"); err != nil && !*update {
				t.Skip("it has no goldens yet: run go test ./internal/cli -update")
			}
			copied := t.TempDir()
			if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			t.Chdir(copied)
			for format, golden := range map[string]string{"text": "report.txt", "json": "report.json", "sarif": "report.sarif"} {
				compareProject(t, dir+".want", format, golden)
			}
		})
	}
}

func compareProject(t *testing.T, dir, format, golden string) {
	t.Helper()
	args := []string{name, "check", "--format", format}
	if flags, err := os.ReadFile(filepath.Join(dir, "flags.txt")); err == nil {
		args = append(args, strings.Fields(string(flags))...)
	}
	_, got, stderr := runProgram(args, nil)
	if format == "sarif" {
		got = withoutRules(t, got)
	}
	path := filepath.Join(dir, golden)
	if *update {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./internal/cli -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s\nstderr: %s", golden, diff, stderr)
	}
}

// withoutRules cuts the rules and their numbers out of a SARIF text, after it has held them against the rules that there
// are: a golden need not change with each new rule.
func withoutRules(t *testing.T, text string) string {
	t.Helper()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID   string
						Help struct{ Markdown string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	described := log.Runs[0].Tool.Driver.Rules
	rules := checks.All()
	slices.SortFunc(rules, func(a, b lint.Rule) int { return strings.Compare(a.ID, b.ID) })
	if len(described) != len(rules) {
		t.Fatalf("SARIF describes %d rules of %d", len(described), len(rules))
	}
	for i, rule := range rules {
		if described[i].ID != rule.ID || described[i].Help.Markdown != docs.Page(rule.ID) {
			t.Errorf("SARIF describes %s as rule %d, want %s with its page", described[i].ID, i, rule.ID)
		}
	}
	for _, r := range log.Runs[0].Results {
		if r.RuleIndex >= len(described) || described[r.RuleIndex].ID != r.RuleID {
			t.Errorf("SARIF's rule %d is not %s", r.RuleIndex, r.RuleID)
		}
	}
	text = regexp.MustCompile(`(?ms)^( *)"rules": \[\n.*?^ {10}\](,?)$`).ReplaceAllString(text, `$1"rules": []$2`)
	return regexp.MustCompile(`(?m)^ *"ruleIndex": \d+,\n`).ReplaceAllString(text, "")
}
