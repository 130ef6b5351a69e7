//go:build unix

package repo

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// makeHostile fills a folder with what no project should hold.
func makeHostile(t *testing.T, root string) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, root, "manage.py", "print()\n")
	writeFile(t, root, "real/nginx.conf", "server {\n}\n")
	writeFile(t, root, "new\nline.py", "x")
	writeFile(t, root, "esc\x1b[31m.py", "x")
	writeFile(t, root, "bad\xff.py", "x")
	writeFile(t, root, strings.Repeat("n", 250)+".py", "x")
	must(os.Symlink("loop", filepath.Join(root, "loop")))
	must(os.Symlink("..", filepath.Join(root, "real", "up")))
	must(os.Symlink("/etc/passwd", filepath.Join(root, "passwd.conf")))
	must(os.Symlink("../../../../etc/passwd", filepath.Join(root, "relative.conf")))
	must(os.Symlink("/etc", filepath.Join(root, "etc")))
	must(os.Symlink("real/nginx.conf", filepath.Join(root, "inside.conf")))
	must(os.Symlink("real", filepath.Join(root, "folder")))
	must(syscall.Mkfifo(filepath.Join(root, ".env"), 0o644))
	must(os.Mkdir(filepath.Join(root, "settings.py"), 0o755))
	writeFile(t, root, "locked.py", "x")
	must(os.Chmod(filepath.Join(root, "locked.py"), 0))
}

func TestHostileTree(t *testing.T) {
	root := t.TempDir()
	makeHostile(t, root)
	done := make(chan *Repo)
	go func() {
		r, _, err := Open(root, Options{})
		if err != nil {
			t.Error(err)
		}
		r.Inventory()
		r.Untracked()
		done <- r
	}()
	var r *Repo
	select {
	case r = <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("something was waited for")
	}
	for _, e := range r.FilesIn("") {
		if strings.HasPrefix(e.Path, "folder/") || strings.HasPrefix(e.Path, "real/up/") || e.Path == ".env" {
			t.Errorf("%q is listed", e.Path)
		}
	}
	for _, test := range []struct {
		name string
		want error
	}{
		{"loop", syscall.ELOOP},
		{"passwd.conf", ErrOutside},
		{"relative.conf", ErrOutside},
		{"etc/passwd", ErrOutside},
		{".env", ErrNotRegular},
		{"settings.py", ErrNotRegular},
		{"folder/nothing", fs.ErrNotExist},
		{"real/up/manage.py", nil},
		{"inside.conf", nil},
		{"folder/nginx.conf", nil},
		{"new\nline.py", nil},
		{"bad\xff.py", nil},
	} {
		_, err := r.Read(test.name)
		// How a loop is told differs between systems; it must be an error and not a wait.
		if !errors.Is(err, test.want) && (test.name != "loop" || err == nil) {
			t.Errorf("Read(%q): %v, want %v", test.name, err, test.want)
		}
	}
	if os.Getuid() != 0 {
		if _, err := r.Read("locked.py"); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("locked.py: %v", err)
		}
	}
	if diff := cmp.Diff([]string{"real/nginx.conf"}, foundPaths(r.Inventory().Nginx)); diff != "" {
		t.Error(diff)
	}
}

func TestHostileGit(t *testing.T) {
	for _, test := range []struct {
		name  string
		make  func(t *testing.T, root string)
		state State
		want  string
	}{
		{"a .git file that names itself", func(t *testing.T, root string) {
			t.Helper()
			writeFile(t, root, ".git", "gitdir: .git\n")
		}, NoGit, "names a git directory that is not there"},
		{"a .git file of garbage", func(t *testing.T, root string) {
			t.Helper()
			writeFile(t, root, ".git", "\x00\x01")
		}, NoGit, "does not name a git directory"},
		{"an empty .git folder", func(t *testing.T, root string) {
			t.Helper()
			if err := os.Mkdir(filepath.Join(root, ".git"), 0o755); err != nil {
				t.Fatal(err)
			}
		}, NoGit, "not a git checkout"},
		{"a truncated index", func(t *testing.T, root string) {
			t.Helper()
			writeFile(t, root, ".git/HEAD", "ref: refs/heads/main\n")
			writeFile(t, root, ".git/index", "DIRC\x00\x00\x00\x02\x00\x00\x00\x09"+strings.Repeat("x", 50))
		}, Unreadable, "it is cut short"},
		{"an index that is a FIFO", func(t *testing.T, root string) {
			t.Helper()
			writeFile(t, root, ".git/HEAD", "ref: refs/heads/main\n")
			if err := syscall.Mkfifo(filepath.Join(root, ".git/index"), 0o644); err != nil {
				t.Fatal(err)
			}
		}, Unreadable, "it is not a regular file"},
		{"a SHA-256 index in a repository that claims SHA-1", func(t *testing.T, root string) {
			t.Helper()
			writeFile(t, root, ".git/HEAD", "ref: refs/heads/main\n")
			b := indexBuilder{version: 2, hashSize: 32}
			b.entry("manage.py", 0o100644, 0)
			writeFile(t, root, ".git/index", b.String())
		}, Unreadable, "git's index cannot be read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			writeFile(t, root, "manage.py", "x")
			test.make(t, root)
			r, notes, err := Open(root, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if r.State() != test.state || !strings.Contains(messages(notes), test.want) {
				t.Errorf("state %v, notes %q", r.State(), messages(notes))
			}
			if !r.Exists("manage.py") {
				t.Error("manage.py is not found")
			}
			if strings.Contains(messages(notes), root) {
				t.Errorf("the notes show the machine's path: %q", messages(notes))
			}
		})
	}
}

func messages(notes []source.Notification) string {
	var b strings.Builder
	for _, n := range notes {
		b.WriteString(n.Message + "\n")
	}
	return b.String()
}

func TestDisappearingFile(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	writeFile(t, root, "manage.py", "x")
	writeFile(t, root, "nginx.conf", "server {\n}\n")
	git(t, root, "add", ".")
	r := open(t, root, Options{})
	if err := os.Remove(filepath.Join(root, "nginx.conf")); err != nil {
		t.Fatal(err)
	}
	if len(r.Inventory().Nginx) != 0 {
		t.Error("a file that is gone is listed as nginx's")
	}
	if _, err := r.Read("nginx.conf"); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), root) {
		t.Errorf("error %v", err)
	}
}

func TestOpenErrors(t *testing.T) {
	root := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(root, "fifo"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{"nothing": fs.ErrNotExist, "fifo": ErrNotRegular} {
		if _, _, err := Open(filepath.Join(root, name), Options{}); !errors.Is(err, want) {
			t.Errorf("Open(%s): %v, want %v", name, err, want)
		}
	}
}
