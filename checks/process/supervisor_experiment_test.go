package process_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWhatSupervisorIgnores shows on the real supervisord what the rules about its files claim: what it passes over, what it
// cuts, what it cannot start, and what it does with the output of a container.
func TestWhatSupervisorIgnores(t *testing.T) {
	t.Parallel()
	supervisord := program(t, "supervisord")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "plain.sh"), "#!/bin/sh\nsleep 60\n")
	write(t, filepath.Join(dir, "more.conf"), "[program:far]\ncommand=sleep 61\n")
	write(t, filepath.Join(dir, "part.conf"), "[program:near]\ncommand=sleep 60\n\n[include]\nfiles=more.conf\n")
	config := filepath.Join(dir, "s.conf")
	write(t, config, fmt.Sprintf(`[supervisord]
nodaemon=true
logfile=%[1]s/s.log
pidfile=%[1]s/s.pid

[include]
files=part.conf

[Program:capital]
command=sleep 62

[program:host]
command=sleep 60

  [program:swallowed]
  command=sleep 63

[program:pipe]
command=sh -c "while true; do echo line; sleep 1; done"
stdout_logfile=/dev/stdout

[program:quiet]
command=sh -c "while true; do echo line; sleep 1; done"
stdout_logfile=/dev/stdout
stdout_logfile_maxbytes=0

[program:relative]
command=bin/none
directory=%[1]s

[program:cut]
command=sh -c "echo a ; sleep 60"

[program:mode]
command=%[1]s/plain.sh

[program:syntax]
command=cd /tmp && sleep 60

[program:crash]
command=false
startsecs=0
autorestart=true

[program:variables]
command=sh -c "env >%[1]s/env.txt"
autorestart=false
environment=PLACE="$PATH",TITLE=My shop
`, dir))

	log := run(t, 6*time.Second, supervisord, "-c", config)
	for _, c := range []struct {
		rule, says string
		said       bool
	}{
		{"supervisor-include-ignored", "spawned: 'near'", true},
		{"supervisor-include-ignored", "spawned: 'far'", false},
		{"supervisor-section-ignored", "spawned: 'capital'", false},
		{"supervisor-section-swallowed", "spawned: 'swallowed'", false},
		{"container-log-rotated", "with name pipe", true},
		{"container-log-rotated", "with name quiet", false},
		{"container-log-rotated", "Illegal seek", true},
		{"program-path-relative", "can't find command 'bin/none'", true},
		{"supervisor-value-cut", "No closing quotation", true},
		{"script-not-executable", "plain.sh' is not executable", true},
		{"shell-syntax-unread", "can't find command 'cd'", true},
		{"startsecs-zero", "gave up: crash", false},
	} {
		if said := strings.Contains(log, c.says); said != c.said {
			t.Errorf("%s: supervisord says %q: %v, want %v", c.rule, c.says, said, c.said)
		}
	}
	if n := strings.Count(log, "spawned: 'crash'"); n < 3 {
		t.Errorf("startsecs-zero: the crashing program was started %d times, want again and again", n)
	}
	variables, err := os.ReadFile(filepath.Join(dir, "env.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"TITLE=My\n", "PLACE=$PATH\n"} {
		if !strings.Contains(string(variables), line) {
			t.Errorf("supervisor-environment-lost: the program does not get %q", line)
		}
	}
	if t.Failed() {
		t.Log(log)
	}
}

// TestSupervisordLeavesItsContainer shows what supervisord-in-background says: without nodaemon the process that was started
// ends.
func TestSupervisordLeavesItsContainer(t *testing.T) {
	t.Parallel()
	supervisord := program(t, "supervisord")
	dir := t.TempDir()
	config := filepath.Join(dir, "s.conf")
	write(t, config, fmt.Sprintf("[supervisord]\nlogfile=%[1]s/s.log\npidfile=%[1]s/s.pid\n[program:web]\ncommand=sleep 60\n", dir))
	command := exec.Command(supervisord, "-c", config)
	if err := command.Run(); err != nil {
		t.Fatalf("it does not end by itself: %v", err)
	}
	t.Cleanup(func() {
		var pid int
		text, _ := os.ReadFile(filepath.Join(dir, "s.pid"))
		if _, err := fmt.Sscan(string(text), &pid); err == nil && pid > 1 {
			_ = syscall.Kill(pid, syscall.SIGTERM)
		}
		time.Sleep(time.Second)
	})
	waitFor(t, func() bool {
		text, err := os.ReadFile(filepath.Join(dir, "s.pid"))
		return err == nil && len(text) > 0
	})
}

// TestSupervisorWithoutInterface shows what supervisor-control-broken says: a server without an rpcinterface answers no
// command of supervisorctl.
func TestSupervisorWithoutInterface(t *testing.T) {
	t.Parallel()
	supervisord, supervisorctl := program(t, "supervisord"), program(t, "supervisorctl")
	dir := t.TempDir()
	config := filepath.Join(dir, "s.conf")
	write(t, config, fmt.Sprintf(`[supervisord]
nodaemon=true
logfile=%[1]s/s.log
pidfile=%[1]s/s.pid
[unix_http_server]
file=%[1]s/s.sock
[supervisorctl]
serverurl=unix://%[1]s/s.sock
[program:web]
command=sleep 60
`, dir))
	start(t, exec.Command(supervisord, "-c", config))
	_ = dial(t, filepath.Join(dir, "s.sock")).Close()
	out, _ := exec.Command(supervisorctl, "-c", config, "status").CombinedOutput()
	if !strings.Contains(string(out), "rpcinterface:supervisor") {
		t.Errorf("supervisorctl says %q, want that it misses the interface", out)
	}
}

// run starts a program for a while, stops it, and returns what it printed.
func run(t *testing.T, during time.Duration, name string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	command := exec.Command(name, args...)
	command.Stdout, command.Stderr = &out, &out
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = command.Wait()
	}()
	select {
	case <-ended:
	case <-time.After(during):
		_ = command.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(15 * time.Second):
			_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
			<-ended
		}
	}
	return out.String()
}
