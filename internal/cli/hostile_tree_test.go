//go:build unix

package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestHostileTree runs the program on folders that hold what no project should: each with git and without.
func TestHostileTree(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many processes")
	}
	binary := deploylint(t)
	for _, a := range append(hostileFiles(), hostileLinks()...) {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			a.run(t, binary)
		})
	}
	for _, a := range hostileLinks() {
		t.Run(a.name+", tracked", func(t *testing.T) {
			t.Parallel()
			prepare := a.prepare
			a.prepare = func(t *testing.T, dir string) {
				t.Helper()
				prepare(t, dir)
				initGit(t, dir)
				addAll(t, dir)
			}
			a.run(t, binary)
		})
	}
	for _, a := range hostileGit() {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			a.run(t, binary)
		})
	}
}

// replace puts something else in the place of a file.
func replace(name string, with func(path string) error) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		if err := with(path); err != nil {
			t.Fatal(err)
		}
	}
}

func fifo(path string) error   { return syscall.Mkfifo(path, 0o644) }
func folder(path string) error { return os.Mkdir(path, 0o755) }

func linkTo(target string) func(string) error {
	return func(path string) error { return os.Symlink(target, path) }
}

func hostileFiles() []attack {
	special := func(name, path string, with func(string) error, notes ...string) attack {
		return attack{name: name, status: 1, prepare: replace(path, with), lost: []string{path}, notes: notes}
	}
	// What is no regular file is not listed, unless git's index says that it is one.
	tracked := func(a attack, notes ...string) attack {
		prepare := a.prepare
		a.name, a.notes = a.name+", tracked as a file", notes
		a.prepare = func(t *testing.T, dir string) {
			t.Helper()
			initGit(t, dir)
			addAll(t, dir)
			prepare(t, dir)
		}
		return a
	}
	const missing = "^error shop/wsgi.py:2: the settings module shop.settings is not in the repository"
	env := special("a FIFO called .env", ".env", fifo)
	module := special("a FIFO for settings", settingsFile, fifo, missing)
	nginx := special("a FIFO for nginx", nginxFile, fifo)
	manage := special("a FIFO for manage.py", "manage.py", fifo)
	return []attack{
		env, tracked(env, "^warning .env:0: cannot read .env: it is not a regular file"),
		module, tracked(module, "^error shop/settings.py:0: cannot read shop/settings.py: it is not a regular file"),
		nginx, tracked(nginx, "^warning deploy/nginx/shop.conf:0: cannot read deploy/nginx/shop.conf: it is not a regular file"),
		manage, tracked(manage, "^warning manage.py:0: cannot read manage.py: it is not a regular file"),
		special("a folder for settings", settingsFile, folder, missing),
	}
}

func hostileLinks() []attack {
	link := func(name, path, target string, notes ...string) attack {
		return attack{name: name, status: 1, prepare: replace(path, linkTo(target)), lost: []string{path}, notes: notes}
	}
	outside := func(path string) string { return "cannot read " + path + ": it lies outside the project" }
	return []attack{
		link("a link to /etc/passwd for settings", settingsFile, "/etc/passwd", "^error shop/settings.py:0: "+outside(settingsFile)),
		link("a link to ../etc/passwd for settings", settingsFile, strings.Repeat("../", 20)+"etc/passwd", "^error shop/settings.py:0: "+outside(settingsFile)),
		link("a link to itself for settings", settingsFile, "settings.py", "^error shop/settings.py:0: cannot read shop/settings.py: "),
		link("a link to /etc/passwd for nginx", nginxFile, "/etc/passwd", "^warning deploy/nginx/shop.conf:0: "+outside(nginxFile)),
		link("a link to itself for nginx", nginxFile, "shop.conf"),
		link("a link to /etc/passwd for supervisor", supervisorFile, "/etc/passwd", "^warning deploy/supervisor/shop.conf:0: "+outside(supervisorFile)),
		link("a link to /etc/passwd for .env", ".env", "/etc/passwd", "^warning .env:0: "+outside(".env")),
		link("a link to /etc", "deploy/etc", "/etc"),
		link("a link to the folder around it", "deploy/up", ".."),
	}
}

func hostileGit() []attack {
	overwrite := func(name string, content []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			t.Helper()
			initGit(t, dir)
			addAll(t, dir)
			write(t, filepath.Join(dir, ".git", name), string(content))
		}
	}
	garbage := bytes.Repeat([]byte{0xff, 0x00, 0x1b, '\n', 0x80}, 500)
	unreadable := "^warning :0: git's index cannot be read"
	return []attack{
		{name: "a .git that names itself", status: 1, files: map[string]string{".git": "gitdir: .git\n"}, notes: []string{"names a git directory that is not there"}},
		{name: "a .git of garbage", status: 1, files: map[string]string{".git": string(garbage)}, notes: []string{"does not name a git directory"}},
		{name: "an index of garbage", status: 1, prepare: overwrite("index", garbage), notes: []string{unreadable}},
		{name: "an index cut short", status: 1, prepare: overwrite("index", []byte("DIRC\x00\x00\x00\x02\x00\x00\x00\x09xxxxxxxxxxxx")), notes: []string{unreadable}},
		{name: "an index of four billion files", status: 1, prepare: overwrite("index", []byte("DIRC\x00\x00\x00\x02\xff\xff\xff\xff"+strings.Repeat("x", 5000))), notes: []string{unreadable}},
		{name: "a configuration of garbage", status: 1, prepare: overwrite("config", garbage)},
		{name: "a HEAD of garbage", status: 1, prepare: overwrite("HEAD", garbage)},
		{
			name: "a tracked file that is gone", status: 1, lost: []string{settingsFile}, notes: []string{"^error shop/settings.py:0: cannot read shop/settings.py: no such file"},
			prepare: func(t *testing.T, dir string) {
				t.Helper()
				initGit(t, dir)
				addAll(t, dir)
				if err := os.Remove(filepath.Join(dir, settingsFile)); err != nil {
					t.Fatal(err)
				}
			},
		},
	}
}

func initGit(t *testing.T, dir string) { t.Helper(); git(t, dir, "init", "-q") }

func addAll(t *testing.T, dir string) { t.Helper(); git(t, dir, "add", "-A") }

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", append([]string{"-c", "core.safecrlf=false"}, args...)...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Skipf("git %v: %v\n%s", args, err, out)
	}
}

// TestHostileNames gives every file of the victim's, and every folder, a name that a report must not print as it is.
func TestHostileNames(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many processes")
	}
	binary := deploylint(t)
	for _, name := range []string{
		"a\nb", "a\rb", "a\x1b[31mb", "a\xffb", "a\u202eb", "a\u2028b", "::error::x", "##[error]x", "-rf", "a b", "%n%s", "[x]", "{{x}}", `a\b`, `a"b`, "a:b", "$(id)",
		strings.Repeat("n", 200),
	} {
		for _, tracked := range []bool{false, true} {
			t.Run(fmt.Sprintf("%q tracked=%t", name, tracked), func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				for path, text := range victim() {
					path = filepath.Join(dir, name, filepath.FromSlash(path))
					write(t, path, text)
					if filepath.Ext(path) == ".conf" || filepath.Ext(path) == ".env" {
						write(t, filepath.Join(filepath.Dir(path), name+filepath.Base(path)), text)
					}
				}
				write(t, filepath.Join(dir, name, "deploy/nginx/broken.conf"), "server { } }\n")
				write(t, filepath.Join(dir, name, "Dockerfile"), "FROM x\nCMD gunicorn shop.wsgi --reload\n")
				if tracked {
					initGit(t, dir)
					addAll(t, dir)
				}
				o := run(t, binary, dir)
				o.nevers(t, dir)
				if o.status != 1 || len(o.json.Results) < 5 {
					t.Errorf("exit status %d, %d results\n%s", o.status, len(o.json.Results), o.outputs["stderr"])
				}
			})
		}
	}
}

// TestHostilePath gives the program paths that hold no project.
func TestHostilePath(t *testing.T) {
	binary := deploylint(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "plain", "README.md"), "# Nothing\n")
	write(t, filepath.Join(dir, "venv", "pyvenv.cfg"), "home = /usr\n")
	write(t, filepath.Join(dir, "venv", "lib/python3/site-packages/django/conf/project_template/manage.py"), "import os\n")
	write(t, filepath.Join(dir, "no-settings", "manage.py"), "import os\n")
	write(t, filepath.Join(dir, "file.bin"), "\x00\x01")
	for _, name := range []string{"empty", "locked"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := fifo(filepath.Join(dir, "fifo")); err != nil {
		t.Fatal(err)
	}
	paths := map[string]string{
		"nothing": "no such file", "nothing\x1b[31m": "no such file", "empty": "no Django project", "plain": "no Django project", "fifo": "not a regular file",
		"venv/lib/python3": "no Django project", "no-settings": "no settings module", "file.bin": "not text", "plain/README.md/x": "not a directory",
	}
	if os.Getuid() != 0 {
		if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
			t.Fatal(err)
		}
		paths["locked"] = "permission denied"
	}
	for path, want := range paths {
		t.Run(fmt.Sprintf("%q", path), func(t *testing.T) {
			o := run(t, binary, dir, path)
			o.nevers(t, dir)
			if o.status != 2 || !strings.Contains(o.outputs["stderr"], want) || o.outputs["text"] != "" {
				t.Errorf("exit status %d, want 2 and %q\nstdout: %s\nstderr: %s", o.status, want, o.outputs["text"], o.outputs["stderr"])
			}
		})
	}
}

// TestLocked takes the permission to read files away.
func TestLocked(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads every file: run the tests as another user")
	}
	binary := deploylint(t)
	for path, level := range map[string]string{settingsFile: "error", nginxFile: "warning", supervisorFile: "warning"} {
		a := attack{status: 1, lost: []string{path}, notes: []string{"^" + level + " " + path + ":0: cannot read " + path + ": permission denied"}}
		a.prepare = func(t *testing.T, dir string) {
			t.Helper()
			if err := os.Chmod(filepath.Join(dir, path), 0); err != nil {
				t.Fatal(err)
			}
		}
		t.Run(path, func(t *testing.T) { a.run(t, binary) })
	}
}

// TestManySites runs a thousand sites: each process has a settings module of its own.
func TestManySites(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many processes")
	}
	binary := deploylint(t)
	files := victim()
	var programs, servers strings.Builder
	for i := range 1000 {
		files[fmt.Sprintf("shop/settings_%d.py", i)] = "from shop.settings import *\n"
		fmt.Fprintf(&programs, "[program:web%d]\ncommand=/srv/venv/bin/gunicorn shop.wsgi --bind 127.0.0.1:%d --workers 3\ndirectory=/srv/shop\nenvironment=DJANGO_SETTINGS_MODULE=shop.settings_%d\n", i, 9000+i, i)
		fmt.Fprintf(&servers, "server { listen 80; server_name s%d.example; location / { proxy_pass http://127.0.0.1:%d; } }\n", i, 9000+i)
	}
	files[supervisorFile] += programs.String()
	files[nginxFile] += servers.String()
	a := attack{files: files, status: 1, notes: []string{"^error :0: there are [0-9]+ sites, and only 50 of them were judged"}, still: []string{"DPL103 " + settingsFile, "DPL305 " + nginxFile, "DPL407 " + supervisorFile}}
	a.run(t, binary)
}
