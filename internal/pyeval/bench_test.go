package pyeval

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"deploylint/internal/source"
)

// A project is one whose settings module is evaluated for its speed.
type project struct {
	root, module string
	options      Options
}

var settingsModuleRE = regexp.MustCompile(`DJANGO_SETTINGS_MODULE['"],\s*['"]([\w.]+)['"]`)

// projects finds the projects under a folder, by their manage.py.
func projects(tb testing.TB, folder string) []project {
	tb.Helper()
	var out []project
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "manage.py" {
			return nil //nolint:nilerr // what cannot be read is left out
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil //nolint:nilerr // what cannot be read is left out
		}
		if m := settingsModuleRE.FindSubmatch(text); m != nil {
			out = append(out, newProject(filepath.Dir(path), string(m[1])))
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// newProject reads each file once, since it is not the disk that is measured.
func newProject(root, module string) project {
	type entry struct{ file, dir bool }
	opened, looked := map[string]*source.File{}, map[string]entry{}
	return project{root: root, module: module, options: Options{
		Open: func(p string) (*source.File, error) {
			if f := opened[p]; f != nil {
				return f, nil
			}
			text, err := os.ReadFile(filepath.Join(root, p))
			if err != nil {
				return nil, err
			}
			opened[p] = source.NewFile(p, string(text))
			return opened[p], nil
		},
		Exists: func(p string) (file, dir bool) {
			e, ok := looked[p]
			if !ok {
				info, err := os.Stat(filepath.Join(root, p))
				e = entry{err == nil && !info.IsDir(), err == nil && info.IsDir()}
				looked[p] = e
			}
			return e.file, e.dir
		},
		Path: []string{"."},
		Env:  open(),
	}}
}

// BenchmarkProjects evaluates the settings of the projects under $DEPLOYLINT_CORPUS, else those of the fixtures. It reports
// how long that takes against CPython's ast.parse of the same files, for all of them and for the worst.
func BenchmarkProjects(b *testing.B) {
	folder := os.Getenv("DEPLOYLINT_CORPUS")
	if folder == "" {
		folder = filepath.Join("..", "..", "fixtures")
	}
	var lists [][]string
	var measured []project
	for _, p := range projects(b, folder) {
		var files []string
		for _, f := range Settings(p.module, p.options).Files {
			if strings.HasSuffix(f.Path, ".py") {
				files = append(files, filepath.Join(p.root, f.Path))
			}
		}
		if len(files) > 0 {
			lists, measured = append(lists, files), append(measured, p)
		}
	}
	if len(measured) == 0 {
		b.Skip("no projects under " + folder)
	}
	least := make([]time.Duration, len(measured))
	for b.Loop() {
		for i, p := range measured {
			begin := time.Now()
			Settings(p.module, p.options)
			if took := time.Since(begin); least[i] == 0 || took < least[i] {
				least[i] = took
			}
		}
	}
	theirs := parseTimes(b, lists)
	var ours, all time.Duration
	worst, at := 0.0, 0
	for i, took := range least {
		if theirs[i] == 0 {
			continue
		}
		ours, all = ours+took, all+theirs[i]
		b.Logf("%.2f %v of %v: %s", float64(took)/float64(theirs[i]), took, theirs[i], measured[i].root)
		if ratio := float64(took) / float64(theirs[i]); ratio > worst {
			worst, at = ratio, i
		}
	}
	b.ReportMetric(float64(ours)/float64(all), "parse-ratio")
	b.ReportMetric(worst, "worst-ratio")
	b.Logf("%d projects; the worst is %s: %v against %v", len(measured), measured[at].module, least[at], theirs[at])
}

// parseTimes asks CPython how long it takes to parse the files.
func parseTimes(b *testing.B, lists [][]string) []time.Duration {
	b.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		b.Skip("python3 is not installed")
	}
	in, err := json.Marshal(lists)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), python, filepath.Join("testdata", "parse_times.py"))
	cmd.Stdin = bytes.NewReader(in)
	text, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	var seconds []float64
	if err := json.Unmarshal(text, &seconds); err != nil {
		b.Fatal(err)
	}
	out := make([]time.Duration, len(seconds))
	for i, s := range seconds {
		out[i] = time.Duration(s * float64(time.Second))
	}
	return out
}
