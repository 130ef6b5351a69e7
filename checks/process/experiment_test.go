package process_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The experiments show on the real programs what rules claim about them. They skip where a program is not installed.

// TestStopSignalOnGunicorn shows what stop-signal-drops-work says: gunicorn answers the request in flight after TERM, and
// drops it after QUIT.
func TestStopSignalOnGunicorn(t *testing.T) {
	gunicorn := program(t, "gunicorn")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "slow.py"), `
import time
def application(environ, start_response):
    time.sleep(1.5)
    start_response("200 OK", [("Content-Length", "4")])
    return [b"done"]
`)
	for _, c := range []struct {
		signal   syscall.Signal
		answered bool
	}{
		{syscall.SIGTERM, true},
		{syscall.SIGQUIT, false},
	} {
		t.Run(c.signal.String(), func(t *testing.T) {
			socket := filepath.Join(dir, fmt.Sprintf("%d.sock", c.signal))
			command := exec.Command(gunicorn, "--bind", "unix:"+socket, "--chdir", dir, "slow:application")
			start(t, command)
			conn := dial(t, socket)
			if _, err := fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: shop\r\n\r\n"); err != nil {
				t.Fatal(err)
			}
			time.Sleep(500 * time.Millisecond)
			if err := command.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
			response, err := http.ReadResponse(bufio.NewReader(conn), nil)
			answered := err == nil && response.StatusCode == http.StatusOK
			if response != nil {
				_ = response.Body.Close()
			}
			if answered != c.answered {
				t.Errorf("the request in flight is answered: %v (%v), want %v", answered, err, c.answered)
			}
		})
	}
}

// TestWorldWritableSocketOfSupervisor shows what supervisor-socket-writable says: any account stops programs through a
// socket of mode 0777, and none but the owner through one of mode 0700.
func TestWorldWritableSocketOfSupervisor(t *testing.T) {
	supervisord, supervisorctl := program(t, "supervisord"), program(t, "supervisorctl")
	if os.Geteuid() != 0 {
		t.Skip("only root can act as another account")
	}
	for _, c := range []struct {
		mode    string
		stopped bool
	}{
		{"0777", true},
		{"0700", false},
	} {
		t.Run(c.mode, func(t *testing.T) {
			dir, err := os.MkdirTemp("/tmp", "supervisor") //nolint:usetesting // a socket's path is short, and another account has to reach it
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.RemoveAll(dir) })
			if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // another account has to reach the socket
				t.Fatal(err)
			}
			config := filepath.Join(dir, "s.conf")
			write(t, config, fmt.Sprintf(`
[supervisord]
nodaemon=true
user=root
logfile=%[1]s/s.log
pidfile=%[1]s/s.pid
[unix_http_server]
file=%[1]s/s.sock
chmod=%[2]s
[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
[supervisorctl]
serverurl=unix://%[1]s/s.sock
[program:web]
command=sleep 600
`, dir, c.mode))
			start(t, exec.Command(supervisord, "-c", config))
			_ = dial(t, filepath.Join(dir, "s.sock")).Close()
			waitFor(t, func() bool {
				out, _ := exec.Command(supervisorctl, "-c", config, "status").Output()
				return strings.Contains(string(out), "RUNNING")
			})
			stranger := exec.Command(supervisorctl, "-c", config, "stop", "web")
			stranger.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			out, _ := stranger.CombinedOutput()
			if stopped := strings.Contains(string(out), "web: stopped"); stopped != c.stopped {
				t.Errorf("another account stops the program: %v, want %v\n%s", stopped, c.stopped, out)
			}
		})
	}
}

// TestUnexportedVariable shows what unexported-variables says: what a sourced file sets does not reach the process unless
// it is exported.
func TestUnexportedVariable(t *testing.T) {
	bash := program(t, "bash")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "live.env"), "DEBUG=False\nexport STAGE=live\n")
	for _, c := range []struct {
		script string
		debug  bool
	}{
		{". ./live.env; exec env", false},
		{"set -a; . ./live.env; exec env", true},
	} {
		command := exec.Command(bash, "-c", c.script)
		command.Dir = dir
		command.Env = []string{"PATH=" + os.Getenv("PATH")}
		out, err := command.Output()
		if err != nil {
			t.Fatal(err)
		}
		if arrives := strings.Contains(string(out), "DEBUG=False"); arrives != c.debug {
			t.Errorf("%q: DEBUG arrives: %v, want %v", c.script, arrives, c.debug)
		}
		if !strings.Contains(string(out), "STAGE=live") {
			t.Errorf("%q: the exported variable does not arrive", c.script)
		}
	}
}

// program returns the path of an installed program, or skips the test.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil { //nolint:gosec // read by other accounts
		t.Fatal(err)
	}
}

// start starts a program that ends with the test.
func start(t *testing.T, command *exec.Cmd) {
	t.Helper()
	var log strings.Builder
	command.Stdout, command.Stderr = &log, &log
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
		_ = command.Wait()
		if t.Failed() {
			t.Log(log.String())
		}
	})
}

// dial connects to a socket as soon as something listens on it.
func dial(t *testing.T, socket string) net.Conn {
	t.Helper()
	var conn net.Conn
	waitFor(t, func() bool {
		var err error
		dialer := net.Dialer{Timeout: time.Second}
		conn, err = dialer.DialContext(context.Background(), "unix", socket)
		return err == nil
	})
	return conn
}

// waitFor waits until something holds.
func waitFor(t *testing.T, holds func() bool) {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for !holds() {
		if time.Now().After(deadline) {
			t.Fatal(errors.New("it does not come up"))
		}
		time.Sleep(50 * time.Millisecond)
	}
}
