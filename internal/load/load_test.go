package load_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"deploylint/internal/deploy"
	"deploylint/internal/load"
	"deploylint/internal/repo"
	"deploylint/internal/value"
)

// A projectCase is one question about a project of testdata. Its want is written as describe writes.
type projectCase struct {
	name    string
	project string
	// below is the path that is loaded, inside the project.
	below string
	// opt are the options besides the path; env files are named as they lie in the project.
	opt load.Options
	// show are the settings whose values are asked for.
	show []string
	want string
}

func (c projectCase) run(t *testing.T) {
	t.Helper()
	dir := unpack(t, c.project)
	opt := c.opt
	opt.Path = filepath.Join(dir, c.below)
	opt.EnvFiles = nil
	for _, name := range c.opt.EnvFiles {
		opt.EnvFiles = append(opt.EnvFiles, filepath.Join(dir, name))
	}
	if opt.Assume == nil {
		opt.Assume = &repo.Assumption{}
	}
	compare(t, opt, c.show, c.want)
}

// compare loads a deployment and compares what is found with want, written as describe writes.
func compare(t *testing.T, opt load.Options, show []string, want string) {
	t.Helper()
	got := ""
	if d, err := load.Load(opt); err != nil {
		got = "error: " + strings.ReplaceAll(err.Error(), opt.Path, "PATH")
	} else {
		got = describe(d, show)
	}
	lines := func(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func runCases(t *testing.T, cases []projectCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, c.run)
	}
}

// unpack writes a project of testdata to a folder of its own.
func unpack(t *testing.T, project string) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", project+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// git makes a repository of dir and runs further commands of git in it, or skips the test where there is no git.
func git(t *testing.T, dir string, commands ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	for _, command := range append([]string{"init -q"}, commands...) {
		cmd := exec.CommandContext(t.Context(), "git", strings.Fields(command)...)
		cmd.Dir = dir
		cmd.Env = []string{"HOME=" + dir, "GIT_CONFIG_NOSYSTEM=1", "PATH=" + os.Getenv("PATH")}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", command, err, out)
		}
	}
}

// describe writes what was found as lines: of each site its settings, how they were chosen, its processes and the settings
// that are asked for; then the proxies, and the notifications that cost a part of the verdict.
func describe(d *load.Deployment, show []string) string {
	var b strings.Builder
	for _, s := range d.Sites {
		fmt.Fprintf(&b, "site %s\n", s.Name)
		if s.Settings != nil {
			describeSettings(&b, s, show)
		}
		for _, p := range s.Processes {
			fmt.Fprintf(&b, "  process %s\n", p.Name)
		}
	}
	if len(d.Sites) > 0 {
		for _, p := range d.Sites[0].Proxies {
			fmt.Fprintf(&b, "nginx %s%s%s\n", strings.Join(treePaths(p), " "), suffix(" alternative ", p.Group), flag(" sample", p.Sample))
		}
	}
	for _, n := range d.Notifications {
		if n.Level > 0 {
			at := n.Path
			if !n.Span.IsZero() {
				at = fmt.Sprintf("%s:%d", n.Span.Path(), n.Span.From().Line)
			}
			fmt.Fprintf(&b, "%s %s: %s\n", n.Level, at, n.Message)
		}
	}
	return b.String()
}

func describeSettings(b *strings.Builder, site *deploy.Site, show []string) {
	s := site.Settings
	file := "elsewhere"
	if s.File != nil {
		file = s.File.Path
	}
	fmt.Fprintf(b, "  runs %s in %s\n  by %s%s\n", s.Module, file, s.ChosenBy, flag(", assumed", s.Assumed))
	for _, name := range show {
		fmt.Fprintf(b, "  %s = %s\n", name, describeValue(s.Get(name)))
		if site.DebugOff != nil {
			fmt.Fprintf(b, "  %s with DEBUG off = %s\n", name, describeValue(site.DebugOff.Settings.Get(name)))
		}
	}
	for _, f := range s.EnvFiles {
		fmt.Fprintf(b, "  loads %q%s%s\n", f.Path, flag(" found", f.Found), flag(" read", f.Read))
	}
}

// describeValue writes a value with the last step of its trail, and what it waits for.
func describeValue(v value.Value) string {
	over := ""
	if v.Overridable != nil {
		over = " unless " + v.Overridable.Name
	}
	switch {
	case v.Kind() == value.None:
		return "None" + over
	case v.Kind() == value.List:
		var elems []string
		for _, e := range v.Elems() {
			text, _ := e.Text()
			elems = append(elems, text)
		}
		return "[" + strings.Join(elems, " ") + "]" + over
	case v.Kind() == value.Bool:
		truth, _ := v.Bool()
		return fmt.Sprintf("%t%s", truth, over)
	case v.Known():
		text := v.Payload()
		if last, ok := v.Last(); ok {
			text += " (" + last.How.String() + ")"
		}
		return text + over
	case len(v.Alternatives) > 0:
		var each []string
		for _, a := range v.Alternatives {
			each = append(each, describeValue(a))
		}
		return strings.Join(each, " or ")
	case v.Cause == value.Absent:
		return "not set"
	case len(v.Waits) > 0:
		return "waits for " + strings.Join(v.Waits, ", ")
	default:
		return "unknown"
	}
}

func treePaths(p *deploy.Proxy) []string {
	var paths []string
	for _, tree := range p.Config.Trees {
		paths = append(paths, tree.File.Path)
	}
	return paths
}

func suffix(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

func flag(text string, set bool) string {
	if set {
		return text
	}
	return ""
}

// TestRoot is about where discovery starts, and where it ends. Only a real repository has something around the path.
func TestRoot(t *testing.T) {
	const found = `
site shop.settings
  runs shop.settings in %sshop/settings.py
  by default in shop/wsgi.py
`
	tests := []struct {
		name string
		// repository is the folder that git knows, "" for none; path is what is loaded.
		repository, path string
		root, want       string
	}{
		{"the project's folder", ".", ".", ".", fmt.Sprintf(found, "")},
		{"a folder without a project, upward to the repository's root", ".", "deploy/nginx", ".", fmt.Sprintf(found, "")},
		{"a folder of the project itself", ".", "shop", ".", strings.Replace(fmt.Sprintf(found, ""), "default in shop/", "default in ", 1)},
		{"not beyond the repository's root", "deploy", "deploy/nginx", "deploy", "error: " + load.ErrNoProject.Error()},
		{"without git, not beyond the path", "", "deploy", "deploy", "error: " + load.ErrNoProject.Error()},
		{"without git, the path is the root", "", ".", ".", fmt.Sprintf(found, "")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := unpack(t, "root")
			if tt.repository != "" {
				git(t, filepath.Join(dir, tt.repository), "add .")
			}
			opt := load.Options{Path: filepath.Join(dir, tt.path)}
			compare(t, opt, nil, tt.want)
			if d, err := load.Load(opt); err == nil && d.Root != realPath(t, filepath.Join(dir, tt.root)) {
				t.Errorf("the root is %s", d.Root)
			}
		})
	}
}

func realPath(t *testing.T, name string) string {
	t.Helper()
	resolved, err := filepath.EvalSymlinks(name)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// TestNoVerdict is about what cannot be loaded at all.
func TestNoVerdict(t *testing.T) {
	tests := []struct {
		name, project string
		opt           load.Options
		is            error
		says          string
	}{
		{"no project", "nothing", load.Options{}, load.ErrNoProject, "no Django project"},
		{"another program", "otherprogram", load.Options{}, load.ErrNoProject, "no Django project"},
		{"a library's tests", "library", load.Options{}, nil, "manage.py names tests.settings, which are test settings: no production settings found; pass --settings"},
		{"a project without settings", "nosettings", load.Options{}, nil, "name it with --settings"},
		{"an unknown module", "root", load.Options{Settings: "shop.prod"}, nil, "--settings shop.prod: the project has no such settings module"},
		{"an unknown file", "root", load.Options{Settings: "shop/prod.py"}, nil, "--settings shop/prod.py"},
		{"a variable without a name", "root", load.Options{Set: []string{"=geheim"}}, nil, "--set wants KEY=VALUE"},
		{"a variable without a value", "root", load.Options{Set: []string{"geheim"}}, nil, "--set wants KEY=VALUE"},
		{"an env file that is not there", "root", load.Options{EnvFiles: []string{"no.env"}}, os.ErrNotExist, "--env-file"},
		{"a version of nginx", "root", load.Options{NginxVersion: "new"}, nil, "--nginx-version"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.opt.Path, tt.opt.Assume = unpack(t, tt.project), &repo.Assumption{}
			_, err := load.Load(tt.opt)
			if err == nil || !strings.Contains(err.Error(), tt.says) || tt.is != nil && !errors.Is(err, tt.is) {
				t.Fatalf("got the error %v, want %q", err, tt.says)
			}
			if strings.Contains(err.Error(), "geheim") {
				t.Errorf("the error quotes the value: %v", err)
			}
		})
	}
}

// TestDeterministic loads a deployment of many parts twice.
func TestDeterministic(t *testing.T) {
	dir := unpack(t, "supervisor")
	opt := load.Options{Path: dir, Assume: &repo.Assumption{}}
	first, err := load.Load(opt)
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Clone(first.Sites[0].Settings.Names())
	want := describe(first, names)
	for range 10 {
		compare(t, opt, names, want)
	}
}
