package settings_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/checks/settings"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
)

// A variant is one settings module that Django was asked about.
type variant struct {
	Name     string            `json:"name"`
	Settings string            `json:"settings"`
	Env      map[string]string `json:"env"`
	// Host are the ids that depend on what folders the machine has.
	Host []string `json:"host"`
}

// An answer is what manage.py check --deploy said.
type answer struct {
	IDs   []string `json:"ids"`
	Error *string  `json:"error"`
}

// outOfScope says why the ids of a variant are left out of the comparison.
func outOfScope(id, variant string) (reason string, out bool) {
	switch id {
	case "models.W042", "fields.W342", "models.E010":
		return "needs the models' code", true
	case "security.E101":
		return "needs the view's signature", true
	case "templates.E003", "templates.W003":
		return "needs the modules with the template tags", true
	}
	number, _, _ := strings.Cut(variant, " ")
	switch number + " " + id {
	case "225 security.E102":
		return "any package may be installed beside the repository's", true
	case "226 ":
		return "needs the view's module", true
	case "187 admin.E402", "192 admin.E409":
		return "needs the base classes of the project's own", true
	case "220 async.E001":
		return "needs what the settings write into os.environ", true
	case "224 ":
		return "needs the modules with the template tags", true
	}
	return "", false
}

// stops matches findings that say that Django ends before its checks have anything to say.
var stops = regexp.MustCompile(`no process starts|refuses to start|commands stop|check --deploy stops|the import fails`)

// TestAgreesWithDjango compares the Django ids of the findings, and whether Django starts at all, with what real versions
// of Django said about the same settings; see testdata/oracle.
func TestAgreesWithDjango(t *testing.T) {
	var data struct {
		Files    map[string]string `json:"files"`
		Variants []variant         `json:"variants"`
	}
	readJSON(t, "testdata/oracle/variants.json", &data)
	records, err := filepath.Glob("testdata/oracle/answers/*.json")
	if err != nil || len(records) < 10 {
		t.Fatalf("%d recordings, %v", len(records), err)
	}
	project := writeProject(t, data.Files)
	for _, record := range records {
		version := strings.TrimSuffix(filepath.Base(record), ".json")
		t.Run(version, func(t *testing.T) {
			var recorded struct {
				Answers map[string]answer `json:"answers"`
			}
			readJSON(t, record, &recorded)
			for _, v := range data.Variants {
				want, ok := recorded.Answers[v.Name]
				if !ok {
					continue // 6.2a was asked about the first of them only
				}
				got := judge(t, project, v, version)
				if diff := cmp.Diff(want.expected(v), got.expected(v)); diff != "" {
					t.Errorf("%s (-Django +here):\n%s%s", v.Name, diff, deref(want.Error))
				}
			}
		})
	}
}

// expected is what both have to agree on: the ids, each once, or that Django does not get as far as its checks.
func (a answer) expected(v variant) []string {
	if _, out := outOfScope("", v.Name); out {
		return nil
	}
	if a.Error != nil {
		return []string{"does not start"}
	}
	ids := map[string]bool{}
	for _, id := range a.IDs {
		if _, out := outOfScope(id, v.Name); !out && !slices.Contains(v.Host, id) {
			ids[id] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// judge asks all rules of the family about a variant, in an environment of which all is known.
func judge(t *testing.T, project string, v variant, version string) answer {
	t.Helper()
	if err := os.WriteFile(filepath.Join(project, "proj", "settings.py"), []byte(v.Settings), 0o644); err != nil {
		t.Fatal(err)
	}
	config := linttest.Config{Settings: "proj.settings", EnvComplete: true, DjangoVersion: strings.TrimSuffix(version, "a")}
	for _, name := range slices.Sorted(maps.Keys(v.Env)) {
		config.Set = append(config.Set, name+"="+v.Env[name])
	}
	d, err := linttest.Load(project, config)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	rep := lint.Run(settings.Rules(), d.Sites, lint.Options{Strict: true})
	for i := range rep.Results {
		r := &rep.Results[i]
		if !r.Finding() || r.Suppressed != nil {
			continue
		}
		if stops.MatchString(r.Message) && a.Error == nil {
			a.Error = &r.Message
		}
		a.IDs = append(a.IDs, r.DjangoIDs()...)
	}
	return a
}

// writeProject lays the project out that all variants share, as record.py does.
func writeProject(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		"manage.py":        "import os\nos.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"proj.settings\")\n",
		"proj/__init__.py": "",
		"proj/settings.py": "",
		"proj/urls.py":     "urlpatterns = []\n",
		"proj/wsgi.py":     "import os\nos.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"proj.settings\")\n",
	}
	maps.Copy(all, files)
	for name, text := range all {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
