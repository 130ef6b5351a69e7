//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"deploylint/checks"
	"deploylint/internal/cli"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
)

// What one run may need, whatever its input. Processor time counts, not the clock: the machine may be busy.
const (
	mostTime   = 6 * time.Second
	mostMemory = 256 << 10 // KB
)

// The secrets of the tests' projects. Of the long one reports may show the first four characters, of the short one nothing.
const (
	longSecret  = "kD9vQx2LmZ7pRt4wYc8bNf3hJs6gVa1eUo5iTy0rEw-XqWzPlMk"
	shortSecret = "pWd73xQz"
)

// ownCommand matches the commands that the format for GitHub is made of.
var ownCommand = regexp.MustCompile(`^::(error|warning|notice) [^:]*title=(DPL\d{3} [a-z0-9-]+|deploylint%3A [a-z]+)::[^\n]+\n$`)

// An outcome is what one run left behind.
type outcome struct {
	status int
	// outputs are what it wrote, by format; the error stream is "stderr".
	outputs map[string]string
	json    jsonReport
	time    time.Duration
	peak    int64 // KB
}

// A jsonReport is the part of the JSON report that the tests ask about.
type jsonReport struct {
	ExitStatus int `json:"exit_status"`
	Results    []struct {
		Kind, Rule, Path, Message string
		Line                      int
	}
	Notifications []struct {
		Level, Message, Path string
		Line                 int
	}
}

// formats are those that one run writes into files, while it prints the text.
func formats() []string {
	return []string{"json", "sarif", "concise", "github", "gitlab", "junit", "markdown", "html"}
}

// run runs the program in a folder once, with all formats, as a process of its own.
func run(t *testing.T, binary, dir string, args ...string) *outcome {
	t.Helper()
	return runBy(t, process(binary), dir, args...)
}

func runBy(t *testing.T, execute runner, dir string, args ...string) *outcome {
	t.Helper()
	out := t.TempDir()
	command := []string{"check", "--show-passed"}
	for _, format := range formats() {
		command = append(command, "--format", format+"="+filepath.Join(out, format))
	}
	o := &outcome{outputs: map[string]string{}}
	var took spent
	o.outputs["text"], o.outputs["stderr"], took = execute(t, dir, append(append(command, "--format", "text"), args...)...)
	o.status = took.status
	o.count(took)
	for _, format := range formats() {
		// A run without a verdict writes none of them.
		text, _ := os.ReadFile(filepath.Join(out, format))
		o.outputs[format] = string(text)
	}
	if text := o.outputs["json"]; text != "" {
		if err := json.Unmarshal([]byte(text), &o.json); err != nil {
			t.Errorf("the JSON report: %v", err)
		}
	}
	return o
}

// nevers checks what must hold of every run: it ended by itself with a status of the contract, in time, and no output holds
// what none may. The machine's paths are those below the given folders.
func (o *outcome) nevers(t *testing.T, machine ...string) {
	t.Helper()
	if !slices.Contains([]int{lint.StatusReady, lint.StatusFindings, lint.StatusNoVerdict}, o.status) {
		t.Errorf("exit status %d", o.status)
	}
	if o.time > mostTime || o.peak > max(mostMemory, ownRSS()) {
		t.Errorf("it took %s and %d MB", o.time, o.peak>>10)
	}
	if text := o.outputs["json"]; text != "" && o.json.ExitStatus != o.status {
		t.Errorf("exit status %d, %d in the JSON report", o.status, o.json.ExitStatus)
	}
	for _, name := range []string{"sarif", "gitlab", "settings json", "env json"} {
		if text := o.outputs[name]; text != "" && !json.Valid([]byte(text)) {
			t.Errorf("%s: not JSON", name)
		}
	}
	if err := xml.Unmarshal([]byte(o.outputs["junit"]), new(any)); o.outputs["junit"] != "" && err != nil {
		t.Errorf("junit: %v", err)
	}
	for _, name := range slices.Sorted(maps.Keys(o.outputs)) {
		text := o.outputs[name]
		if !utf8.ValidString(text) {
			t.Errorf("%s: not UTF-8", name)
		}
		if at := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && lint.Hostile(r) }); at >= 0 {
			t.Errorf("%s: control character in %q", name, around(text, at))
		}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") && (name != "github" || !ownCommand.MatchString(line)) {
				t.Errorf("%s: a CI system takes this line for a command: %q", name, around(line, 0))
			}
		}
		never := []string{"##[", "##vso[", "goroutine ", "panic", "runtime error", "internal error", longSecret[4:14], longSecret[30:40], shortSecret}
		for _, s := range append(never, machine...) {
			if at := strings.Index(text, s); at >= 0 {
				t.Errorf("%s: %q in %q", name, s, around(text, at))
			}
		}
	}
}

// list runs the commands that show what is there, on the same project.
func (o *outcome) list(t *testing.T, execute runner, dir string) {
	t.Helper()
	for _, command := range []string{"settings", "env"} {
		file := filepath.Join(t.TempDir(), "json")
		stdout, stderr, took := execute(t, dir, command, "--format", "text", "--format", "json="+file)
		if status := took.status; status != lint.StatusReady && status != lint.StatusNoVerdict {
			t.Errorf("%s: exit status %d", command, status)
		}
		o.count(took)
		text, _ := os.ReadFile(file)
		o.outputs[command], o.outputs[command+" json"], o.outputs[command+" stderr"] = stdout, string(text), stderr
	}
}

// spent is how a run ended and what it took.
type spent struct {
	status int
	time   time.Duration
	peak   int64 // KB
}

// count notes what a run took, where it is more than that of the runs before.
func (o *outcome) count(s spent) {
	o.time = max(o.time, s.time)
	o.peak = max(o.peak, s.peak)
}

// A runner runs the program on a folder.
type runner func(t *testing.T, dir string, args ...string) (stdout, stderr string, spent spent)

// process runs a binary as nobody in particular.
func process(binary string) runner {
	return func(t *testing.T, dir string, args ...string) (string, string, spent) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		c := exec.CommandContext(ctx, binary, args...)
		var out, errs bytes.Buffer
		c.Dir, c.Stdout, c.Stderr, c.Env = dir, &out, &errs, []string{"HOME=" + t.TempDir(), "GIT_CEILING_DIRECTORIES=" + filepath.Dir(dir)}
		for _, name := range []string{"GOMAXPROCS", "GOCOVERDIR"} {
			if value, ok := os.LookupEnv(name); ok {
				c.Env = append(c.Env, name+"="+value)
			}
		}
		err := c.Run()
		if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
			t.Fatal(err)
		}
		p := c.ProcessState
		return out.String(), errs.String(), spent{p.ExitCode(), p.UserTime() + p.SystemTime(), maxRSS(p)}
	}
}

// inProcess runs the program in this process, in the folder: what it takes is not known, and no test may run beside it.
func inProcess(t *testing.T, dir string, args ...string) (string, string, spent) {
	t.Helper()
	var out, errs bytes.Buffer
	t.Chdir(dir)
	status := cli.Main(append([]string{"deploylint"}, args...), strings.NewReader(""), &out, &errs)
	return out.String(), errs.String(), spent{status: status}
}

func around(text string, at int) string {
	return text[max(0, at-60):min(len(text), at+60)]
}

// found reports whether there is a finding or an open result of a rule in a file.
func (o *outcome) found(rule, path string) bool {
	for _, r := range o.json.Results {
		if r.Rule == rule && r.Path == path && r.Kind != "pass" {
			return true
		}
	}
	return false
}

// TestNevers runs all projects, and the first case of each rule: what holds of hostile projects holds of ours.
func TestNevers(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every rule in all formats")
	}
	projects, err := filepath.Glob(root(t, "fixtures", "projects", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range projects {
		if strings.HasSuffix(dir, ".want") {
			continue
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			o := runBy(t, inProcess, dir)
			o.list(t, inProcess, dir)
			o.nevers(t, root(t))
		})
	}
	for _, rule := range checks.All() {
		cases, err := linttest.Cases(rule.ID)
		if err != nil || len(cases) == 0 {
			t.Fatalf("%s has no cases: %v", rule.ID, err)
		}
		t.Run(rule.ID+"/"+cases[0].Name, func(t *testing.T) {
			dir := t.TempDir()
			if err := cases[0].Write(dir); err != nil {
				t.Fatal(err)
			}
			o := runBy(t, inProcess, dir)
			// The other families' fixtures have hardly any settings to list.
			if rule.ID < "DPL3" {
				o.list(t, inProcess, dir)
			}
			o.nevers(t, dir)
		})
	}
}

// TestSameBytes runs one project on one processor and on many, twice, and as another checkout: every byte is the same.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many processes")
	}
	binary := deploylint(t)
	for _, name := range []string{"article", "ready", "startproject"} {
		t.Run(name, func(t *testing.T) {
			var first map[string]string
			for _, processors := range []string{"1", "8", "8"} {
				dir := filepath.Join(t.TempDir(), "checkout"+processors)
				if err := os.CopyFS(dir, os.DirFS(root(t, "fixtures", "projects", name))); err != nil {
					t.Fatal(err)
				}
				for range 2 {
					t.Setenv("GOMAXPROCS", processors)
					outputs := bytesOf(t, binary, dir)
					if first == nil {
						first = outputs
					}
					for format, text := range outputs {
						if text != first[format] {
							t.Fatalf("%s differs with GOMAXPROCS=%s", format, processors)
						}
					}
				}
			}
		})
	}
}

// bytesOf returns what each format and command prints.
func bytesOf(t *testing.T, binary, dir string) map[string]string {
	t.Helper()
	o := run(t, binary, dir, "--fail-on", "never")
	o.list(t, process(binary), dir)
	delete(o.outputs, "stderr")
	for name, text := range o.outputs {
		if text == "" && !strings.HasSuffix(name, "stderr") {
			t.Fatalf("%s: no output", name)
		}
	}
	return o.outputs
}
