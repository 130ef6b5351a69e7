package process_test

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInterfaceOfGunicorn shows what server-interface-mismatch says: a sync worker that is given an ASGI application starts,
// and answers each request with status 500.
func TestInterfaceOfGunicorn(t *testing.T) {
	t.Parallel()
	gunicorn := program(t, "gunicorn")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "asgi.py"), "async def application(scope, receive, send):\n    pass\n")
	socket := filepath.Join(dir, "a.sock")
	start(t, exec.Command(gunicorn, "--bind", "unix:"+socket, "--chdir", dir, "asgi:application"))
	conn := dial(t, socket)
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: shop\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusInternalServerError {
		t.Errorf("status %d, want 500", response.StatusCode)
	}
}

// TestGunicornThatEnds shows what config-check-only, app-module-missing, worker-class-missing and numprocs-same-address say
// about starts that come to nothing.
func TestGunicornThatEnds(t *testing.T) {
	t.Parallel()
	gunicorn := program(t, "gunicorn")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "wsgi.py"), "def application(environ, start_response):\n    start_response('200 OK', [])\n    return [b'']\n")
	taken := "127.0.0.1:18231"
	start(t, exec.Command(gunicorn, "--bind", taken, "--chdir", dir, "wsgi"))
	time.Sleep(2 * time.Second)
	for _, c := range []struct {
		rule, says string
		args       []string
	}{
		{"config-check-only", "", []string{"--check-config", "wsgi"}},
		{"app-module-missing", "No module named 'shop'", []string{"--bind", "127.0.0.1:0", "shop.core.wsgi"}},
		{"worker-class-missing", "invalid or not found", []string{"--worker-class", "shop.workers.Absent", "wsgi"}},
		{"numprocs-same-address", "Address already in use", []string{"--bind", taken, "wsgi"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			began := time.Now()
			out := run(t, 20*time.Second, gunicorn, append([]string{"--chdir", dir}, c.args...)...)
			if time.Since(began) > 19*time.Second {
				t.Fatal("gunicorn goes on")
			}
			// gunicorn says the reason in words that versions differ in only little.
			if !strings.Contains(strings.ReplaceAll(out, "Connection in use", "Address already in use"), c.says) {
				t.Errorf("it ends without saying %q:\n%s", c.says, out)
			}
		})
	}
}

// TestUnknownGunicornSetting shows what gunicorn-setting-unknown says: a misspelt setting changes nothing and is no error.
func TestUnknownGunicornSetting(t *testing.T) {
	t.Parallel()
	gunicorn := program(t, "gunicorn")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "wsgi.py"), "def application(environ, start_response):\n    pass\n")
	config := filepath.Join(dir, "gunicorn.conf.py")
	write(t, config, "worker = 7\ntimeout = 77\n")
	out, err := exec.Command(gunicorn, "--chdir", dir, "--config", config, "--print-config", "wsgi").CombinedOutput()
	if err != nil {
		t.Skipf("this gunicorn does not print its configuration: %v", err)
	}
	if !strings.Contains(string(out), "77") || strings.Contains(string(out), "= 7\n") {
		t.Errorf("gunicorn takes the misspelt setting, or not the other:\n%s", out)
	}
}

// TestTracedSecrets shows what script-traces-secrets says: after set -x the shell prints the assignments of a file that it
// sources.
func TestTracedSecrets(t *testing.T) {
	t.Parallel()
	shell := program(t, "sh")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "live.env"), "DB_PASSWORD=tr0ub4dor\n")
	for _, c := range []struct {
		script string
		shown  bool
	}{
		{"set -x; set -a; . ./live.env; exec true", true},
		{"set -x; set +x; set -a; . ./live.env; exec true", false},
	} {
		command := exec.Command(shell, "-c", c.script)
		command.Dir = dir
		out, err := command.CombinedOutput()
		if err != nil {
			t.Fatal(err)
		}
		if shown := strings.Contains(string(out), "tr0ub4dor"); shown != c.shown {
			t.Errorf("%q: the password is printed: %v, want %v", c.script, shown, c.shown)
		}
	}
}

// TestDirenvWordsInShell shows what env-direnv-words says: a plain shell knows none of direnv's functions.
func TestDirenvWordsInShell(t *testing.T) {
	t.Parallel()
	bash := program(t, "bash")
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".env"), "STAGE=live\n")
	write(t, filepath.Join(dir, ".envrc"), "dotenv_if_exists .env\nexport SITE=shop\n")
	command := exec.Command(bash, "-c", "source ./.envrc; exec env")
	command.Dir, command.Env = dir, []string{"PATH=" + os.Getenv("PATH")}
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "dotenv_if_exists: command not found") || strings.Contains(string(out), "STAGE=live") || !strings.Contains(string(out), "SITE=shop") {
		t.Errorf("bash makes this of it:\n%s", out)
	}
}
