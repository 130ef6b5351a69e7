package proxy_test

import (
	"bufio"
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
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"deploylint/internal/linttest"
)

// recordedWith is the nginx whose answers are recorded; another one may word its messages otherwise.
const recordedWith = "nginx/1.22."

// findNginx returns the path of nginx, or why the experiments cannot run.
func findNginx() (string, error) {
	for _, name := range []string{"nginx", "/usr/sbin/nginx"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		if version, _ := exec.Command(path, "-v").CombinedOutput(); !bytes.Contains(version, []byte(recordedWith)) {
			return "", fmt.Errorf("the answers were recorded with %sx; this is %s", recordedWith, bytes.TrimSpace(version))
		}
		return path, nil
	}
	return "", errors.New("nginx is not installed; its recorded answers were not compared")
}

// A place is a folder of the test's own that stands for the server's file system, with the ports that the configuration's
// are mapped to.
type place struct {
	dir   string
	ports map[string]string // "443" → the port on the loopback
	app   string            // the application's port
	// held keeps the ports from being given away twice until nginx takes them.
	held []net.Listener
}

// run starts nginx with the configuration of one side, asks, and returns the answer.
func (x *experiment) run(t *testing.T, binary string, s *side) string {
	t.Helper()
	dir := t.TempDir()
	p := &place{dir: dir, ports: map[string]string{}, app: startApplication(t, x.backend)}
	conf := p.prepare(t, x, s.text)
	command := exec.Command(binary, "-p", dir, "-c", conf, "-e", filepath.Join(dir, "error.log"), "-g", "daemon off; master_process off; pid "+dir+"/nginx.pid;")
	p.release()
	if x.test {
		command.Args = append(command.Args, "-t")
		out, _ := command.CombinedOutput()
		return p.complaint(string(out))
	}
	var output bytes.Buffer
	command.Stdout, command.Stderr = &output, &output
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	return x.ask(t, p, &output)
}

// configuration is the text of a file in a rule's case.
func configuration(t *testing.T, id, name, path string) string {
	t.Helper()
	cases, err := linttest.Cases(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		for _, f := range c.Stripped().Files {
			if c.Name == name && f.Path == path {
				return f.Text
			}
		}
	}
	t.Fatalf("%s has no case %s with %s", id, name, path)
	return ""
}

// complaint returns the first thing that nginx -t says, without what belongs to this machine.
func (p *place) complaint(out string) string {
	for line := range strings.Lines(out) {
		if _, after, ok := strings.Cut(line, "nginx: ["); ok {
			after, _, _ = strings.Cut(after, ": BIO_new_file()") // what follows depends on OpenSSL's version
			after = strings.ReplaceAll(strings.TrimSpace(after), p.dir, "")
			for port, mapped := range p.ports {
				after = strings.ReplaceAll(after, "127.0.0.1:"+mapped, "0.0.0.0:"+port)
			}
			return "[" + strings.ReplaceAll(after, "/site.conf:", "nginx.conf:")
		}
	}
	return "syntax is ok"
}

// prepare writes a configuration, made to fit this machine, and the files that it needs. It returns the main file.
func (p *place) prepare(t *testing.T, x *experiment, conf string) string {
	t.Helper()
	for _, r := range x.replace {
		from, to, _ := strings.Cut(r, " => ")
		conf = strings.ReplaceAll(conf, from, to)
	}
	conf = p.localise(t, conf)
	for _, f := range x.files {
		name, content, _ := strings.Cut(f, " ")
		p.write(t, name, content+"\n")
	}
	pair := certificate(t)
	for _, m := range regexp.MustCompile(`ssl_certificate(?:_key)?\s+([^\s;]+)`).FindAllStringSubmatch(conf, -1) {
		p.write(t, strings.TrimPrefix(m[1], p.dir), pair)
	}
	for _, name := range []string{"/var/log/nginx/x", "/run/x"} {
		p.write(t, name, "")
	}
	p.write(t, "/proxy_params", "proxy_set_header Host $host;\nproxy_set_header X-Real-IP $remote_addr;\n"+
		"proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\nproxy_set_header X-Forwarded-Proto $scheme;\n")
	p.write(t, "/uwsgi_params", "uwsgi_param REQUEST_METHOD $request_method;\nuwsgi_param REQUEST_URI $request_uri;\nuwsgi_param HTTP_HOST $host;\n")
	settings := "access_log " + p.dir + "/var/log/nginx/access.log;"
	for _, name := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		settings += fmt.Sprintf(" %s_temp_path %s/%s;", name, p.dir, name)
	}
	if before, after, ok := strings.Cut(conf, "http {"); ok {
		p.write(t, "/site.conf", before+"http { "+settings+after)
		return filepath.Join(p.dir, "site.conf")
	}
	p.write(t, "/site.conf", conf)
	p.write(t, "/main.conf", "events {}\nhttp {\ntypes { text/html html; text/css css; image/svg+xml svg; text/plain txt; }\ndefault_type text/plain;\n"+settings+"\ninclude site.conf;\n}\n")
	return filepath.Join(p.dir, "main.conf")
}

func (p *place) write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(name, "/\n") {
		return
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// localise maps the server's paths into the place's folder, its sockets to free ports of the loopback, and the
// application's address to the one of the test.
func (p *place) localise(t *testing.T, conf string) string {
	t.Helper()
	conf = regexp.MustCompile(`([\s"':])(/(?:srv|var|etc|run|home|opt|tmp)[/;\s"])`).ReplaceAllString(conf, "${1}"+p.dir+"${2}")
	conf = strings.ReplaceAll(conf, ":8000", ":"+p.app)
	return regexp.MustCompile(`(\blisten\s+)([^\s;]+)`).ReplaceAllStringFunc(conf, func(found string) string {
		words := strings.Fields(found)
		if strings.HasPrefix(words[1], "unix:") {
			return found
		}
		port := words[1][strings.LastIndexByte(words[1], ':')+1:]
		if strings.HasPrefix(words[1], "[") {
			port = "[::]:" + port
		}
		if _, err := strconv.Atoi(port); err != nil && !strings.HasPrefix(port, "[") {
			port = "80"
		}
		if p.ports[port] == "" {
			p.ports[port] = p.freePort(t)
		}
		return words[0] + " 127.0.0.1:" + p.ports[port]
	})
}

// freePort finds a port of the loopback, and holds it.
func (p *place) freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skipf("no port on the loopback: %v", err)
	}
	p.held = append(p.held, l)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// release gives the held ports up, for nginx to take.
func (p *place) release() {
	for _, l := range p.held {
		_ = l.Close()
	}
}

// startApplication stands for Django: it answers every request with the lines of the request's head, and the given
// headers. It returns its port.
func startApplication(t *testing.T, headers string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skipf("no port on the loopback: %v", err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go answer(c, headers)
		}
	}()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

func answer(c net.Conn, headers string) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(5 * time.Second))
	var head strings.Builder
	r := bufio.NewReader(c)
	if first, err := r.Peek(1); err == nil && first[0] == 0 {
		writeVariables(&head, r)
		headers = "200 OK"
		r = bufio.NewReader(strings.NewReader(""))
	}
	for {
		line, err := r.ReadString('\n')
		if err != nil || strings.TrimSpace(line) == "" {
			break
		}
		head.WriteString(line)
	}
	status, rest, _ := strings.Cut(headers, " | ")
	if status == "" {
		status = "200 OK"
	}
	if rest != "" {
		rest = strings.ReplaceAll(rest, " | ", "\r\n") + "\r\n"
	}
	_, _ = fmt.Fprintf(c, "HTTP/1.1 %s\r\nContent-Type: text/plain\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s", status, rest, head.Len(), head.String())
}

// writeVariables reads a request in uWSGI's protocol and writes its variables as lines.
// https://uwsgi-docs.readthedocs.io/en/latest/Protocol.html
func writeVariables(w *strings.Builder, r io.Reader) {
	text := func(size int) string {
		b := make([]byte, size)
		_, _ = io.ReadFull(r, b)
		return string(b)
	}
	size := func(b string) int { return int(b[0]) | int(b[1])<<8 }
	left := size(text(4)[1:])
	fmt.Fprintf(w, "%d bytes of variables\r\n", left)
	for left > 0 {
		name := text(size(text(2)))
		value := text(size(text(2)))
		left -= 4 + len(name) + len(value)
		fmt.Fprintf(w, "%s: %s\r\n", name, value)
	}
}

// ask sends the experiment's request and returns what the experiment wants to see of the response.
func (x *experiment) ask(t *testing.T, p *place, output *bytes.Buffer) string {
	t.Helper()
	port, ok := p.ports[x.port]
	if !ok {
		t.Fatalf("the configuration listens on no port %s", x.port)
	}
	var conn net.Conn
	var err error
	for range 100 {
		if conn, err = net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(p.dir, "error.log"))
		t.Fatalf("nginx does not listen: %v\n%s%s", err, output, log)
	}
	defer func() { _ = conn.Close() }()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	if x.port == "443" {
		client := tls.Client(conn, &tls.Config{InsecureSkipVerify: true, ServerName: "shop.example"}) // the certificate is the test's own
		if err := client.Handshake(); err != nil {
			return "no TLS: " + err.Error()
		}
		conn = client
	}
	request := strings.ReplaceAll(x.request, ":8000", ":"+p.app)
	request = regexp.MustCompile(`:\d+\b`).ReplaceAllStringFunc(request, func(port string) string {
		if mapped := p.ports[port[1:]]; mapped != "" {
			return ":" + mapped
		}
		return port
	})
	lines := strings.Split(request, " | ")
	if !strings.Contains(x.request, "| Host:") {
		lines = append(lines, "Host: shop.example")
	}
	lines[0] += " HTTP/1.1"
	_, _ = io.WriteString(conn, strings.Join(lines, "\r\n")+"\r\nConnection: close\r\n\r\n")
	if half, ok := conn.(interface{ CloseWrite() error }); ok && strings.Contains(x.request, "Expect:") {
		_ = half.CloseWrite() // the body never comes
	}
	raw, _ := io.ReadAll(conn)
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(raw)), nil)
	if err != nil {
		return "no answer"
	}
	body, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	var parts []string
	for _, what := range x.show {
		if name, ok := strings.CutPrefix(what, "lines "); ok {
			parts = append(parts, name+" "+countLines(string(raw), name))
			continue
		}
		parts = append(parts, p.part(what, response, string(body)))
	}
	return strings.Join(parts, ", ")
}

// countLines says over how many lines of a response a header reaches.
func countLines(raw, name string) string {
	head, _, _ := strings.Cut(raw, "\r\n\r\n")
	_, value, found := strings.Cut(head, "\r\n"+name+":")
	if !found {
		return "is not sent"
	}
	value, _, _ = strings.Cut(value, "\r\n")
	if n := strings.Count(value, "\n"); n > 0 {
		return fmt.Sprintf("reaches over %d lines", n+1)
	}
	return "stands on one line"
}

// part returns one thing about a response: its status, its body's first line, a header, or a header that reached the
// application.
func (p *place) part(what string, response *http.Response, body string) string {
	kind, name, _ := strings.Cut(what, " ")
	switch kind {
	case "status":
		return strconv.Itoa(response.StatusCode)
	case "body":
		line, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
		return strings.TrimSpace(line)
	case "has":
		if strings.Contains(body, name) {
			return name + " in the body"
		}
		return "no " + name + " in the body"
	case "header":
		values := response.Header.Values(name)
		if len(values) == 0 {
			return "no " + name
		}
		text := name + ": " + strings.Join(values, " and "+name+": ")
		for port, mapped := range p.ports {
			text = strings.ReplaceAll(text, ":"+mapped, map[bool]string{true: "", false: ":" + port}[port == "80" || port == "443"])
		}
		return text
	case "sent":
		var found []string
		for line := range strings.Lines(body) {
			line = strings.TrimSpace(line)
			if at, _, ok := strings.Cut(line, ":"); ok && strings.EqualFold(at, name) {
				found = append(found, strings.ReplaceAll(line, ":"+p.app, ":8000"))
			}
		}
		if len(found) == 0 {
			return "the application gets no " + name
		}
		return "the application gets " + strings.Join(found, " and ")
	case "log":
		files, _ := filepath.Glob(filepath.Join(p.dir, "var", "log", "nginx", "*"))
		for _, file := range append(files, filepath.Join(p.dir, "error.log")) {
			if text, _ := os.ReadFile(file); strings.Contains(string(text), name) {
				return name + " in the log"
			}
		}
		return "no " + name + " in the log"
	case "line":
		line, _, _ := strings.Cut(body, "\n")
		return "the application gets " + strings.TrimSuffix(strings.TrimSpace(line), " HTTP/1.0")
	}
	return "unknown part " + what
}

// certificate returns a key and a certificate of its own, both in one text.
func certificate(t *testing.T) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "shop.example"}, DNSNames: []string{"shop.example"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})) +
		string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: private}))
}
