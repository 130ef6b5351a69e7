package rulelist

import (
	"encoding/json"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/linttest"
)

const root = "../.."

// TestDraftsCompile drafts a rule for each type of check, and compiles them where they would lie.
func TestDraftsCompile(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the rules of a family")
	}
	_, _, err := parameters(filepath.Join(root, "internal", "lint"), "")
	_, known, found := strings.Cut(err.Error(), "there are ")
	if !found {
		t.Fatal(err)
	}
	dir := t.TempDir()
	replace := map[string]string{}
	for check := range strings.SplitSeq(known, ", ") {
		d, err := NewDraft(root, "project", "drafted-"+strings.ToLower(check), check)
		if err != nil {
			t.Fatal(err)
		}
		files, err := d.Files()
		if err != nil {
			t.Fatal(err)
		}
		path := "checks/project/drafted_" + strings.ToLower(check) + ".go"
		if formatted, err := format.Source([]byte(files[path])); err != nil || string(formatted) != files[path] {
			t.Errorf("%s is not formatted: %v", path, err)
		}
		write(t, dir, path, files[path])
		at, err := filepath.Abs(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		replace[at] = filepath.Join(dir, path)
	}
	if len(replace) < len(starts()) {
		t.Errorf("only %d types of checks: %s", len(replace), known)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "overlay.json", string(overlay))
	build := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "./checks/project")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestDraftedArchives loads the cases that a draft begins with: a site must be found in them.
func TestDraftedArchives(t *testing.T) {
	there := repository(t)
	for family := range starts() {
		d, err := NewDraft(there, family, "some-"+family)
		if err != nil {
			t.Fatal(err)
		}
		written, err := d.Write(there)
		if err != nil {
			t.Fatal(err)
		}
		wantWritten := []string{"checks/" + family + "/some_" + family + ".go", "fixtures/rules/" + d.ID + ".txtar"}
		if diff := cmp.Diff(wantWritten, written); diff != "" {
			t.Errorf("written (-want +got):\n%s", diff)
		}
	}
	rules, err := Scan(filepath.Join(there, "checks"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(there)
	drafted := 0
	for _, r := range rules {
		cases, err := linttest.Cases(r.ID)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, c := range cases {
			drafted++
			names = append(names, c.Name)
			if d, err := c.Load(t.TempDir()); err != nil || len(d.Sites) != 1 {
				t.Errorf("%s %s/%s: %v, or not one site", r.Family, r.ID, c.Name, err)
			}
		}
		if len(cases) > 0 && !slices.Equal(names, []string{"loud", "silent"}) {
			t.Errorf("%s: cases %q", r.ID, names)
		}
	}
	if drafted != 2*len(starts()) {
		t.Errorf("%d cases are drafted", drafted)
	}
}

func TestNewDraft(t *testing.T) {
	there := repository(t)
	d, err := NewDraft(there, "proxy", "alias-on-moon", "OfLocation", "error")
	if err != nil {
		t.Fatal(err)
	}
	want := &Draft{
		ID: "DPL308", Name: "alias-on-moon", Family: "proxy", Func: "aliasOnMoon", Check: "OfLocation", Level: "error",
		Params:  "l *nginx.Location, site *deploy.Site",
		Imports: []string{"deploylint/internal/deploy", "deploylint/internal/lint", "deploylint/internal/nginx"},
		Since:   "0.10.0", Start: starts()["proxy"],
	}
	if diff := cmp.Diff(want, d, cmp.AllowUnexported(start{})); diff != "" {
		t.Errorf("draft (-want +got):\n%s", diff)
	}
	for range 2 { // the second must not write over the first
		_, err = d.Write(there)
	}
	if err == nil {
		t.Error("a file that is there is written over")
	}
	changelog, err := os.ReadFile(filepath.Join(there, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(changelog), "- DPL307 gone (note)\n- DPL308 alias-on-moon (error)\n\n") {
		t.Errorf("the changelog does not list the rule behind the last of its family:\n%s", changelog)
	}

	for _, test := range []struct{ name, family, rule, option, want string }{
		{"unknown family", "moon", "a-b", "note", `no rule can be drafted for the family "moon"`},
		{"no kebab case", "proxy", "AliasOnMoon", "note", `"AliasOnMoon" is no name`},
		{"name taken", "stack", "first-proxy", "note", "DPL301 is called first-proxy already"},
		{"unknown type", "proxy", "a-b", "OfMoon", `no rule looks at "OfMoon": there are OfAppServer, `},
		{"full", "project", "a-b", "note", "DPL699 is taken: the family project has no free id"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "full" {
				write(t, there, "checks/project/last.go", rule("project", "last", "DPL699"))
			}
			if _, err := NewDraft(there, test.family, test.rule, test.option); err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
}

// repository lays out what a draft is made from: a rule of each family, the types of checks, the bases and a changelog.
func repository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module deploylint\n")
	changelog := "# Changelog\n"
	for family, digit := range map[string]string{"settings": "1", "envfile": "2", "proxy": "3", "process": "4", "stack": "5", "project": "6", "packages": "7"} {
		write(t, dir, "checks/"+family+"/first.go", rule(family, "first-"+family, "DPL"+digit+"01"))
		changelog += "\n" + family + ":\n\n- DPL" + digit + "01 first-" + family + " (note)\n- DPL" + digit + "07 gone (note)\n"
	}
	write(t, dir, "CHANGELOG.md", changelog+"\nThe end.\n")
	for _, name := range []string{"internal/lint/check.go", "fixtures/bases/package.txtar", "fixtures/bases/settings.txtar", "fixtures/bases/gunicorn.txtar"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, string(text))
	}
	write(t, dir, "fixtures/rules/README", "")
	return dir
}

func rule(family, name, id string) string {
	return "package " + family + "\n\nimport \"deploylint/internal/lint\"\n\nfunc first() lint.Rule {\n" +
		"\treturn lint.Rule{ID: \"" + id + "\", Name: \"" + name + "\", Since: \"0.10.0\"}\n}\n\n" +
		"func second() lint.Rule {\n\treturn lint.Rule{ID: \"" + id + "\", Since: \"0.9.0\"}\n}\n"
}
