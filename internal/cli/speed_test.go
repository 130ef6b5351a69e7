package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The benchmarks of this file time whole processes, each against another one on the same input in the same run, and
// report the ratio: absolute times say little on a shared machine. They skip where the other program is missing.

// BenchmarkTree times the default run over a tree of 5,000 files, or over the checkout that DEPLOYLINT_BENCH_TREE names,
// against "rg -l SECRET_KEY" over the same tree. The goal is 1.0 or less.
func BenchmarkTree(b *testing.B) {
	rg := installed(b, "rg")
	binary := deploylint(b)
	tree := os.Getenv("DEPLOYLINT_BENCH_TREE")
	if tree == "" {
		tree = generate(b, 5000)
	}
	versus(b, "x-rg",
		exec.Command(binary, "check", "--fail-on", "never", tree),
		exec.Command(rg, "-l", "SECRET_KEY", tree))
}

// BenchmarkStartproject times a run over a fresh project against "manage.py check --deploy" on it. The goal is 0.05 or
// less. DEPLOYLINT_BENCH_PYTHON names a Python that can import Django.
func BenchmarkStartproject(b *testing.B) {
	python := os.Getenv("DEPLOYLINT_BENCH_PYTHON")
	if python == "" {
		python = "python3"
	}
	python = installed(b, python)
	if err := exec.Command(python, "-c", "import django").Run(); err != nil {
		b.Skip("this Python has no Django: set DEPLOYLINT_BENCH_PYTHON")
	}
	project := root(b, "fixtures", "projects", "startproject")
	check := exec.Command(python, "-B", "manage.py", "check", "--deploy")
	check.Dir = project
	versus(b, "x-check-deploy", exec.Command(deploylint(b), "check", "--fail-on", "never", project), check)
}

// BenchmarkHelp times --help against a Go program that does nothing. The goal is 3 or less.
func BenchmarkHelp(b *testing.B) {
	dir := b.TempDir()
	write(b, filepath.Join(dir, "main.go"), "package main\n\nfunc main() {}\n")
	write(b, filepath.Join(dir, "go.mod"), "module empty\n\ngo 1.26\n")
	versus(b, "x-empty", exec.Command(deploylint(b), "--help"), exec.Command(build(b, dir)))
}

// versus runs two commands in turn, b.N times but at least nine, and reports the ratio of the medians, and the largest
// memory that the first of them needed.
func versus(b *testing.B, unit string, ours, theirs *exec.Cmd) {
	b.Helper()
	var a, z []float64
	var peak int64
	run := func(c *exec.Cmd) float64 {
		again := exec.Command(c.Path, c.Args[1:]...)
		again.Dir = c.Dir
		start := time.Now()
		err := again.Run()
		took := time.Since(start).Seconds()
		if again.ProcessState == nil {
			b.Fatal(err)
		}
		if c == ours {
			peak = max(peak, maxRSS(again.ProcessState))
		}
		return took
	}
	run(ours)
	run(theirs)
	b.ResetTimer()
	for range max(b.N, 9) {
		a = append(a, run(ours))
		z = append(z, run(theirs))
	}
	b.StopTimer()
	b.ReportMetric(median(a)/median(z), unit)
	b.ReportMetric(median(a)*1000, "ms")
	b.ReportMetric(float64(peak)/1024, "peak-MB")
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}

func installed(b *testing.B, name string) string {
	b.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		b.Skipf("%s is not installed", name)
	}
	return path
}

// build builds the main package in a folder relative to the repository's root, or an absolute one. The flags are those of
// the test itself, so that nothing but the linking is left to do.
func build(tb testing.TB, dir string) string {
	tb.Helper()
	if !filepath.IsAbs(dir) {
		dir = root(tb, dir)
	}
	binary := filepath.Join(tb.TempDir(), "program")
	compile(tb, dir, binary)
	return binary
}

func compile(tb testing.TB, dir, binary string) {
	tb.Helper()
	c := exec.Command("go", "build", "-o", binary, ".")
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		tb.Fatalf("build: %v\n%s", err, out)
	}
}

// programFolder names the variable that holds the folder of the program that all tests share.
const programFolder = "DEPLOYLINT_TEST_PROGRAM"

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "deploylint")
	if err == nil {
		err = os.Setenv(programFolder, dir)
	}
	if err != nil {
		panic(err)
	}
	status := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(status)
}

// deploylint returns the program, built for the first test that asks.
func deploylint(tb testing.TB) string {
	tb.Helper()
	binary := filepath.Join(os.Getenv(programFolder), "deploylint")
	if _, err := os.Stat(binary); err != nil {
		compile(tb, root(tb), binary)
	}
	return binary
}

func root(tb testing.TB, parts ...string) string {
	tb.Helper()
	dir, err := filepath.Abs(filepath.Join(append([]string{"..", ".."}, parts...)...))
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}

func write(tb testing.TB, name, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// generate makes a git checkout of n files around a Django project: applications, templates, scripts and documentation of
// the sizes that real projects have.
func generate(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS(root(b, "fixtures", "projects", "ready"))); err != nil {
		b.Fatal(err)
	}
	python := strings.Repeat("def view(request, pk):\n    item = get_object_or_404(Item, pk=pk)\n    return render(request, \"item.html\", {\"item\": item})\n\n\n", 40)
	html := strings.Repeat("<div class=\"row\"><p>{{ item.name }}</p></div>\n", 60)
	script := strings.Repeat("export function load(url) { return fetch(url).then((r) => r.json()); }\n", 120)
	for i := range n {
		app := fmt.Sprintf("apps/app%03d", i/25)
		switch i % 5 {
		case 0, 1:
			write(b, filepath.Join(dir, app, fmt.Sprintf("views%d.py", i)), python)
		case 2:
			write(b, filepath.Join(dir, app, "templates", fmt.Sprintf("page%d.html", i)), html)
		case 3:
			write(b, filepath.Join(dir, app, "static", fmt.Sprintf("script%d.js", i)), script)
		default:
			write(b, filepath.Join(dir, app, fmt.Sprintf("notes%d.md", i)), strings.Repeat("Some words about the application.\n", 30))
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}} {
		c := exec.Command("git", args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			b.Skipf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}
