package repo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

func writeFile(tb testing.TB, root, name, text string) {
	tb.Helper()
	full := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func open(tb testing.TB, path string, opt Options) *Repo {
	tb.Helper()
	r, _, err := Open(path, opt)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func gitEnv(root string) []string {
	// A git hook that runs the tests sets GIT_DIR and others.
	env := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") })
	return append(env, "HOME="+root, "XDG_CONFIG_HOME="+root, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x")
}

// git runs the real git, or skips the test where there is none.
func git(tb testing.TB, dir string, args ...string) string {
	tb.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		tb.Skip("git is not installed")
	}
	command := exec.Command("git", args...)
	command.Dir = dir
	command.Env = gitEnv(dir)
	out, err := command.CombinedOutput()
	if err != nil {
		tb.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func paths(entries []Entry) []string {
	var list []string
	for _, e := range entries {
		list = append(list, e.Path)
	}
	return list
}

func TestScopeAndRoot(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	for _, name := range []string{"manage.py", "backend/a.py", "backend/b/c.py", "backend.txt", "deploy/x.conf"} {
		writeFile(t, root, name, "x")
	}
	git(t, root, "add", ".")

	r := open(t, filepath.Join(root, "backend"), Options{})
	if r.Scope() != "backend" || r.State() != Tracked {
		t.Errorf("scope %q, state %v", r.Scope(), r.State())
	}
	want := []string{"backend.txt", "backend/a.py", "backend/b/c.py", "deploy/x.conf", "manage.py"}
	if diff := cmp.Diff(want, paths(r.FilesIn(""))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"backend/a.py", "backend/b/c.py"}, paths(r.FilesIn("backend"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]DirEntry{{"a.py", false}, {"b", true}}, r.Dir("backend")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]DirEntry{{"backend", true}, {"backend.txt", false}, {"deploy", true}, {"manage.py", false}}, r.Dir("")); diff != "" {
		t.Error(diff)
	}
	if !r.HasDir("backend/b") || r.HasDir("backend/a.py") || r.HasDir("back") || !r.Exists("./manage.py") {
		t.Error("HasDir or Exists is wrong")
	}

	single := open(t, filepath.Join(root, "deploy/x.conf"), Options{})
	if single.Single() != "deploy/x.conf" || single.Scope() != "deploy" {
		t.Errorf("single %q, scope %q", single.Single(), single.Scope())
	}
}

func TestGlob(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.conf", "conf.d/b.conf", "conf.d/.hidden.conf", "conf.d/sub/c.conf", "conf.d/d.txt"} {
		writeFile(t, root, name, "")
	}
	r := open(t, root, Options{Assume: &Assumption{}})
	for _, test := range []struct {
		pattern string
		want    []string
	}{
		{"*.conf", []string{"a.conf"}},
		{"conf.d/*", []string{"conf.d/b.conf", "conf.d/d.txt"}},
		{"./conf.d/*.conf", []string{"conf.d/b.conf"}},
		{"**/*.conf", []string{"a.conf", "conf.d/b.conf", "conf.d/sub/c.conf"}},
		{"conf.d/[bc].conf", []string{"conf.d/b.conf"}},
		{"a.conf", []string{"a.conf"}},
		{"nothing", nil},
	} {
		if diff := cmp.Diff(test.want, r.Glob(test.pattern)); diff != "" {
			t.Errorf("Glob(%q): %s", test.pattern, diff)
		}
	}
}

func TestWalkWithoutGit(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"manage.py": "", ".env": "SECRET_KEY=x\n", ".gitignore": ".env\nlogs/\n", "logs/a.log": "", "node_modules/x/index.js": "",
		"myenv/pyvenv.cfg": "", "myenv/lib/x.py": "", "env/bin/activate": "", "build/lib/x.py": "", "dist/manage.py": "",
		"a/b.py": "", "a.b": "", ".github/workflows/ci.yml": "",
	} {
		writeFile(t, root, name, text)
	}
	r, notes, err := Open(root, Options{Exclude: []string{"a.b"}})
	if err != nil {
		t.Fatal(err)
	}
	if r.State() != NoGit || len(notes) != 1 || !strings.Contains(notes[0].Message, "not a git checkout") {
		t.Errorf("state %v, notes %v", r.State(), notes)
	}
	want := []string{".github/workflows/ci.yml", ".gitignore", "a/b.py", "dist/manage.py", "manage.py"}
	if diff := cmp.Diff(want, paths(r.FilesIn(""))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{".env"}, paths(r.Untracked())); diff != "" {
		t.Error(diff)
	}
	if f, err := r.Read(".env"); err != nil || f.Text != "SECRET_KEY=x\n" {
		t.Errorf("an ignored file cannot be read: %v", err)
	}
}

func TestUntracked(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	for name, text := range map[string]string{
		"app/manage.py": "", ".gitignore": ".env\n", ".env": "", "app/.env.prod": "", "app/db.sqlite3": "", "app/notes.txt": "",
		"app/shop/settings/base.py": "", "app/shop/settings/local.py": "", ".envs/.production/.django": "", "deploy/.env": "",
	} {
		writeFile(t, root, name, text)
	}
	git(t, root, "add", ".gitignore", "app/manage.py", "app/shop/settings/base.py")
	r := open(t, root, Options{})
	want := []string{".env", ".envs/.production/.django", "app/.env.prod", "app/db.sqlite3", "app/shop/settings/local.py"}
	if diff := cmp.Diff(want, paths(r.Untracked())); diff != "" {
		t.Error(diff)
	}
	if !r.Ignored(".env") || r.Ignored("app/.env.prod") {
		t.Error("Ignored is wrong")
	}
	if r.Exists(".env") || !r.OnDisk(".env") {
		t.Error("an untracked file counts as the project's")
	}
}

func TestNothingTrackedYet(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	writeFile(t, root, "manage.py", "")
	writeFile(t, root, "x.log", "")
	writeFile(t, root, ".gitignore", "*.log\n")
	r := open(t, root, Options{})
	if r.State() != Empty {
		t.Errorf("state %v", r.State())
	}
	if diff := cmp.Diff([]string{".gitignore", "manage.py"}, paths(r.FilesIn(""))); diff != "" {
		t.Error(diff)
	}
}

func TestAssumption(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"manage.py", ".env", "local.py", "node_modules/x.js", ".gitignore"} {
		writeFile(t, root, name, "x")
	}
	r := open(t, root, Options{Assume: &Assumption{Untracked: []string{"local.py"}, Ignored: []string{".env"}}})
	if diff := cmp.Diff([]string{".gitignore", "manage.py", "node_modules/x.js"}, paths(r.FilesIn(""))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{".env", "local.py"}, paths(r.Untracked())); diff != "" {
		t.Error(diff)
	}
	if !r.IsTracked("manage.py") || r.IsTracked(".env") || !r.Ignored(".env") || r.Ignored("local.py") {
		t.Error("the assumption does not count")
	}
}

func TestReadLimits(t *testing.T) {
	root := t.TempDir()
	writeFile(t, root, "big.env", strings.Repeat("A=1\n", configLimit/4+1))
	writeFile(t, root, "fits.env", strings.Repeat("A=1\n", configLimit/4))
	writeFile(t, root, "big.json", strings.Repeat(" ", smallLimit+1))
	writeFile(t, root, "big.py", strings.Repeat("#\n", sourceLimit/2+1))
	writeFile(t, root, "data.bin", "PNG\x00")
	writeFile(t, root, "utf16.env", "\xff\xfeA\x00=\x001\x00\n\x00")
	writeFile(t, root, "bom.env", "\ufeffA=1")
	writeFile(t, root, "empty.py", "")
	r := open(t, root, Options{Assume: &Assumption{}})
	for _, test := range []struct {
		name, text string
		err        error
	}{
		{"big.env", "", ErrTooBig},
		{"fits.env", strings.Repeat("A=1\n", configLimit/4), nil},
		{"big.json", "", ErrTooBig},
		{"big.py", "", ErrTooBig},
		{"data.bin", "", ErrBinary},
		{"utf16.env", "A=1\n", nil},
		{"bom.env", "\ufeffA=1", nil},
		{"empty.py", "", nil},
		{"not there", "", fs.ErrNotExist},
		{".", "", ErrNotRegular},
		{"../x", "", ErrOutside},
		{"/etc/passwd", "", ErrOutside},
		{"a/../../x", "", ErrOutside},
	} {
		f, err := r.Read(test.name)
		if !errors.Is(err, test.err) {
			t.Errorf("Read(%q): error %v, want %v", test.name, err, test.err)
			continue
		}
		if err != nil {
			if strings.Contains(err.Error(), root) {
				t.Errorf("the error shows the machine's path: %v", err)
			}
			continue
		}
		if f.Text != test.text {
			t.Errorf("Read(%q) = %.20q", test.name, f.Text)
		}
	}
}

func TestReadBudget(t *testing.T) {
	root := t.TempDir()
	text := strings.Repeat("#\n", sourceLimit/2)
	for i := range 66 {
		writeFile(t, root, fmt.Sprintf("%02d.py", i), text)
	}
	r := open(t, root, Options{Assume: &Assumption{}})
	failed := 0
	for _, e := range r.FilesIn("") {
		if _, err := r.Read(e.Path); errors.Is(err, ErrBudget) {
			failed++
		} else if err != nil {
			t.Error(err)
		}
	}
	if failed != 2 {
		t.Errorf("%d files are beyond the budget, want 2", failed)
	}
}

func TestReadOnce(t *testing.T) {
	root := t.TempDir()
	writeFile(t, root, "a.py", "x = 1\n")
	r := open(t, root, Options{Assume: &Assumption{}})
	files := make([]*source.File, 16)
	var wait sync.WaitGroup
	for i := range files {
		wait.Go(func() { files[i], _ = r.Read([]string{"a.py", "./a.py"}[i%2]) })
	}
	wait.Wait()
	for _, f := range files {
		if f == nil || f != files[0] {
			t.Fatal("the file was read more than once")
		}
	}
}

func TestUnread(t *testing.T) {
	r := open(t, t.TempDir(), Options{Assume: &Assumption{}})
	_, err := r.Read("a\x1b[31m\n.py")
	n := Unread("a\x1b[31m\n.py", err)
	if strings.ContainsAny(n.Message, "\x1b\n") || n.Level != source.Note {
		t.Errorf("%v: %q", n.Level, n.Message)
	}
}

func BenchmarkOpen(b *testing.B) {
	root := b.TempDir()
	for i := range 50 {
		for j := range 100 {
			writeFile(b, root, fmt.Sprintf("app%02d/pkg/module_%03d.py", i, j), "x = 1\n")
		}
	}
	for _, name := range []string{"manage.py", "shop/settings.py", "deploy/nginx/site.conf", "deploy/gunicorn.conf", ".env"} {
		writeFile(b, root, name, "[program:x]\n")
	}
	run := func(b *testing.B) {
		b.Helper()
		for b.Loop() {
			open(b, root, Options{}).Inventory()
		}
	}
	b.Run("walk", run)
	git(b, root, "init", "-q")
	git(b, root, "add", ".")
	b.Run("index", run)
}
