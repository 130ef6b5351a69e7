package livetest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a program may take to come up, to change or to end.
const patience = 30 * time.Second

// workers is how many the project's gunicorn has.
const workers = 3

// A stack is a running copy of fixtures/projects/ready-systemd. What the project takes for the machine's is mapped:
//
//   - /srv, /var, /run and /etc are folders below dir;
//   - ports 80 and 443 are free ports of the loopback, which the client dials in their place;
//   - the account gallery is the one that runs the test;
//   - the virtual environment is that of DEPLOYLINT_DJANGO, the certificate is made here.
//
// Nothing else of its files is changed.
type stack struct {
	dir   string
	ports map[string]string
	roots *x509.CertPool
	tools tools

	nginx, supervisord *exec.Cmd
	// refused is what nginx said where it did not start.
	refused string
}

// tools are the programs that a stack is made of.
type tools struct{ nginx, supervisord, supervisorctl, venv string }

// findTools skips the test where one of the programs is missing.
func findTools(t *testing.T) tools {
	t.Helper()
	if testing.Short() {
		t.Skip("it starts nginx, supervisor and gunicorn")
	}
	python := os.Getenv("DEPLOYLINT_DJANGO")
	if python == "" {
		t.Skip("DEPLOYLINT_DJANGO names no Python interpreter that has Django and gunicorn")
	}
	bin := filepath.Dir(python)
	if _, err := os.Stat(filepath.Join(bin, "gunicorn")); err != nil {
		t.Skip("DEPLOYLINT_DJANGO's environment has no gunicorn")
	}
	found := tools{venv: filepath.Dir(bin)}
	for name, path := range map[string]*string{"nginx": &found.nginx, "supervisord": &found.supervisord, "supervisorctl": &found.supervisorctl} {
		var err error
		for _, candidate := range []string{name, "/usr/sbin/" + name} {
			if *path, err = exec.LookPath(candidate); err == nil {
				break
			}
		}
		if err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
	return found
}

// newStack lays the project out, and does what a first release does. Nothing runs yet.
func newStack(t *testing.T) *stack {
	t.Helper()
	s := &stack{tools: findTools(t), dir: t.TempDir(), ports: map[string]string{"80": freePort(t), "443": freePort(t)}}
	t.Cleanup(s.stop)
	for _, dir := range []string{
		"srv", "etc/gallery", "etc/letsencrypt/live/gallery.example", "run/gallery", "tmp",
		"var/lib/gallery/media/photos", "var/www/gallery/static", "var/log/nginx", "var/log/gallery",
	} {
		if err := os.MkdirAll(s.path(dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s.copyProject(t)
	if err := os.Symlink(s.tools.venv, s.path("srv/gallery/venv")); err != nil {
		t.Fatal(err)
	}
	s.certify(t)
	write(t, s.path("etc/gallery/env"), "SECRET_KEY=9d4c7b0e51f2a86350bd7719c3fe24aa8816d05be937fc42\n")
	write(t, s.path("var/www/gallery/notes.txt"), "beside the static files\n")
	write(t, s.path("var/lib/gallery/media/photos/first.txt"), "the first picture\n")
	s.writeMain(t)
	for _, args := range [][]string{{"migrate"}, {"collectstatic"}, {"createsuperuser", "--username", member, "--email", "ada@gallery.example"}} {
		if out, err := s.manage(append(args, "--noinput")...); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	return s
}

func (s *stack) path(name string) string { return filepath.Join(s.dir, name) }

func freePort(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // only the number is wanted
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// copyProject copies the project to /srv/gallery, mapped.
func (s *stack) copyProject(t *testing.T) {
	t.Helper()
	from := os.DirFS("../../fixtures/projects/ready-systemd")
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return errors.Join(err, os.MkdirAll(s.path("srv/gallery/"+name), 0o755))
		}
		text, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return os.WriteFile(s.path("srv/gallery/"+name), []byte(s.mapped(t, string(text))), info.Mode())
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	serverPath = regexp.MustCompile(`(?m)(^|[\s":=])/(srv|var|run|etc)/`)
	ipv6Listen = regexp.MustCompile(`(?m)^\s*listen \[::\]:.*\n`)
	listen     = regexp.MustCompile(`\blisten (80|443)\b`)
	account    = regexp.MustCompile(`(?m)^(user|User)=gallery$`)
)

// mapped makes a file's text fit this machine: see stack.
func (s *stack) mapped(t *testing.T, text string) string {
	t.Helper()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	text = serverPath.ReplaceAllString(text, "${1}"+s.dir+"/${2}/")
	text = ipv6Listen.ReplaceAllString(text, "") // the loopback may not have IPv6
	text = listen.ReplaceAllStringFunc(text, func(l string) string {
		return "listen 127.0.0.1:" + s.ports[strings.TrimPrefix(l, "listen ")]
	})
	return account.ReplaceAllString(text, "${1}="+me.Username)
}

// certify makes the certificate of the site, which the client trusts.
func (s *stack) certify(t *testing.T) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "gallery.example"}, DNSNames: []string{"gallery.example", "www.gallery.example"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	chain := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	write(t, s.path("etc/letsencrypt/live/gallery.example/fullchain.pem"), string(chain))
	write(t, s.path("etc/letsencrypt/live/gallery.example/privkey.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	s.roots = x509.NewCertPool()
	s.roots.AppendCertsFromPEM(chain)
}

// writeMain writes what a machine has before the project comes: the main files of nginx and supervisor.
func (s *stack) writeMain(t *testing.T) {
	t.Helper()
	conf := "worker_processes 1;\nevents {}\nhttp {\ntypes { text/html html; text/css css; text/plain txt; }\naccess_log off;\n"
	if os.Getuid() == 0 {
		conf = "user root root;\n" + conf
	}
	for _, name := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		conf += name + "_temp_path " + s.path("tmp/"+name) + ";\n"
	}
	write(t, s.path("etc/nginx.conf"), conf+"include "+s.path("srv/gallery/deploy/nginx/*.conf")+";\n}\n")
	socket := s.path("run/supervisor.sock")
	write(t, s.path("etc/supervisord.conf"), "[supervisord]\nnodaemon=true\nlogfile="+s.path("var/log/supervisord.log")+
		"\npidfile="+s.path("run/supervisord.pid")+"\nchildlogdir="+s.path("tmp")+"\n[unix_http_server]\nfile="+socket+
		"\n[supervisorctl]\nserverurl=unix://"+socket+"\n[rpcinterface:supervisor]\n"+
		"supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface\n"+
		"[include]\nfiles="+s.path("srv/gallery/deploy/supervisor/*.conf")+"\n")
}

// manage runs a command of Django with production's environment, through the project's own script.
func (s *stack) manage(args ...string) (string, error) {
	command := exec.Command(s.path("srv/gallery/deploy/run.sh"), append([]string{"python", "manage.py"}, args...)...)
	command.Env = append(os.Environ(), "DJANGO_SETTINGS_MODULE=gallery.settings.production", "DJANGO_SUPERUSER_PASSWORD="+password, "PYTHONDONTWRITEBYTECODE=1")
	out, err := command.CombinedOutput()
	return string(out), err
}

// startNginx starts nginx, and returns when it listens or has refused.
func (s *stack) startNginx(t *testing.T) {
	t.Helper()
	log := &bytes.Buffer{}
	s.refused = ""
	s.nginx = exec.Command(s.tools.nginx, "-p", s.dir, "-c", s.path("etc/nginx.conf"), "-e", s.path("var/log/nginx/main.log"), "-g", "daemon off; pid "+s.path("run/nginx.pid")+";")
	s.nginx.Stdout, s.nginx.Stderr = log, log
	s.nginx.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	ended := begin(t, s.nginx)
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		select {
		case <-ended:
			s.nginx, s.refused = nil, log.String()
			return
		default:
		}
		if conn, err := net.DialTimeout("tcp", "127.0.0.1:"+s.ports["443"], time.Second); err == nil {
			_ = conn.Close()
			return
		}
	}
	t.Fatalf("nginx does not listen: %s", log)
}

// startSupervisor starts supervisor, and returns when gunicorn's workers are there or their program has given up.
func (s *stack) startSupervisor(t *testing.T) {
	t.Helper()
	for _, log := range []string{"var/log/supervisord.log", "var/log/gallery/web.log"} {
		_ = os.Remove(s.path(log))
	}
	s.supervisord = exec.Command(s.tools.supervisord, "-c", s.path("etc/supervisord.conf"))
	s.supervisord.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	s.supervisord.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	begin(t, s.supervisord)
	err := s.until(func() error {
		log, _ := os.ReadFile(s.path("var/log/supervisord.log"))
		web, _ := os.ReadFile(s.path("var/log/gallery/web.log"))
		switch {
		case bytes.Contains(log, []byte("exited: gallery")), bytes.Contains(log, []byte("can't find command")):
			return nil // so says the defect
		case bytes.Count(web, []byte("Booting worker")) < workers && !strings.Contains(s.control("status"), "STOPPED"):
			return fmt.Errorf("gunicorn's workers do not boot: %s%s", log, web)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// begin starts a program; the channel is closed when it has ended and was waited for.
func begin(t *testing.T, command *exec.Cmd) <-chan struct{} {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = command.Wait()
	}()
	return ended
}

// until asks again until there is no error, and returns the last one when patience is at its end.
func (s *stack) until(ask func() error) error {
	deadline := time.Now().Add(patience)
	for {
		err := ask()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// control runs supervisorctl and returns what it prints.
func (s *stack) control(args ...string) string {
	out, _ := exec.Command(s.tools.supervisorctl, append([]string{"-c", s.path("etc/supervisord.conf")}, args...)...).CombinedOutput()
	return string(out)
}

var spawned = regexp.MustCompile(`spawned: '\w+' with pid (\d+)`)

// started are the processes that supervisor started, the last one last.
func (s *stack) started() []int {
	log, _ := os.ReadFile(s.path("var/log/supervisord.log"))
	var pids []int
	for _, m := range spawned.FindAllSubmatch(log, -1) {
		if pid, err := strconv.Atoi(string(m[1])); err == nil && pid > 1 {
			pids = append(pids, pid)
		}
	}
	return pids
}

// master is the process that supervisor started last, 0 for none.
func (s *stack) master() int {
	if pids := s.started(); len(pids) > 0 {
		return pids[len(pids)-1]
	}
	return 0
}

// workers are the children of gunicorn's master.
func (s *stack) workers() []string {
	pid := strconv.Itoa(s.master())
	children, _ := os.ReadFile("/proc/" + pid + "/task/" + pid + "/children")
	return strings.Fields(string(children))
}

// settled waits until the unchanged project answers with all workers of its own: those of a killed master answer one more
// request each.
func (s *stack) settled() error {
	return s.until(func() error {
		if now := s.workers(); len(now) != workers {
			return fmt.Errorf("workers: %v", now)
		}
		return answers(200, front)(s)
	})
}

// stop ends everything that was started.
func (s *stack) stop() {
	s.stopNginx()
	s.stopSupervisor()
}

func (s *stack) stopNginx() {
	if s.nginx != nil {
		end(s.nginx, syscall.SIGTERM)
		s.nginx = nil
	}
}

func (s *stack) stopSupervisor() {
	if s.supervisord == nil {
		return
	}
	end(s.supervisord, syscall.SIGTERM)
	s.supervisord = nil
	// Each program has a process group of its own, which outlives supervisor where a script does not pass the signal on.
	for _, pid := range s.started() {
		_ = syscall.Kill(-pid, syscall.SIGKILL)
	}
}

// end stops a program, by force when it takes too long.
func end(command *exec.Cmd, signal syscall.Signal) {
	pid := command.Process.Pid
	_ = command.Process.Signal(signal)
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if syscall.Kill(pid, 0) != nil {
			return
		}
	}
	_ = syscall.Kill(-pid, syscall.SIGKILL)
}

// tls is what the client of the site trusts.
func (s *stack) tls() *tls.Config { return &tls.Config{RootCAs: s.roots, MinVersion: tls.VersionTLS12} }
