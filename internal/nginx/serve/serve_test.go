package serve

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/nginxtest"
	"deploylint/internal/source"

	"github.com/google/go-cmp/cmp"
)

// An observed is a reply as the client and the backend see it.
type observed struct {
	Status   int      `json:"status"`
	Redirect string   `json:"redirect,omitempty"`
	Body     string   `json:"body,omitempty"`
	Added    []string `json:"added,omitempty"`
	// Asked is the method, path and query that the backend got, Upstream its headers, sorted.
	Asked    string   `json:"asked,omitempty"`
	Upstream []string `json:"upstream,omitempty"`
}

// A served is one drawn configuration with the replies to its requests.
type served struct {
	Config  string         `json:"config"`
	Request []drawnRequest `json:"requests"`
	Replies []observed     `json:"replies"`
}

// A place is where a drawn configuration runs.
type place struct {
	root, socket        string
	main, wild, backend int
}

func (p place) fill(text string) string {
	return strings.NewReplacer("@ROOT@", p.root, "@SOCKET@", p.socket, "@MAIN@", strconv.Itoa(p.main), "@WILD@", strconv.Itoa(p.wild),
		"@BACKEND@", strconv.Itoa(p.backend)).Replace(text)
}

// clean replaces what differs from run to run.
func (p place) clean(text string) string {
	text = strings.NewReplacer(p.root, "@ROOT@", p.socket, "@SOCKET@").Replace(text)
	for name, port := range map[string]int{"@MAIN@": p.main, "@WILD@": p.wild, "@BACKEND@": p.backend} {
		text = strings.ReplaceAll(text, strconv.Itoa(port), name)
	}
	return text
}

// fixedPlace is where recorded configurations are taken to run.
func fixedPlace() place {
	return place{root: "/srv/www", socket: "/run/drawn.sock", main: 18080, wild: 18081, backend: 18082}
}

// predict returns what the model says of a request, and whether it knows all of it.
func predict(c *nginx.Config, r drawnRequest, p place, stat func(string) FileKind, read func(string) string) (observed, Reply) {
	request := Request{Method: r.Method, Target: r.Target, Host: r.Host, Remote: "127.0.0.1", Address: "127.0.0.1", Port: p.main}
	request.Header = append(slices.Clone(r.Header), Field{Name: "Connection", Value: "close"})
	switch r.On {
	case "wild":
		request.Address, request.Port = "127.0.0.2", p.wild
		request.Remote = "127.0.0.1"
	case "address":
		request.Port = p.wild
	case "unix":
		request.Address, request.Port, request.Unix, request.Remote = "", 0, p.socket, "unix:"
	}
	reply := Answer(c, request, World{Stat: stat, Prefix: p.root})
	got := observed{Status: reply.Status, Redirect: reply.Redirect}
	for _, f := range reply.Added {
		got.Added = append(got.Added, f.Name+": "+f.Value)
	}
	switch {
	case reply.Handler == nginx.Proxies && reply.URI != "":
		if got.Status == 0 {
			got.Status = 200
		}
		got.Asked = request.Method + " " + reply.URI
		if request.Method == "" {
			got.Asked = "GET " + reply.URI
		}
		for _, f := range reply.Upstream {
			got.Upstream = append(got.Upstream, f.Name+": "+f.Value)
		}
		slices.Sort(got.Upstream)
	case reply.Handler == nginx.Returns && reply.Body != "":
		got.Body = reply.Body
	case reply.Handler == nginx.ServesFiles && reply.File != "" && reply.Redirect == "" && stat(reply.File) == RegularFile:
		got.Body = read(reply.File)
	}
	return got, reply
}

// withoutUnmodelled drops what the model does not say: the bodies of nginx's own pages, and what HEAD leaves out.
func withoutUnmodelled(r drawnRequest, want, got observed) (observed, observed) {
	if got.Body == "" && got.Asked == "" {
		want.Body = ""
	}
	if r.Method == "HEAD" {
		want.Body, got.Body = "", ""
		want.Asked, got.Asked, want.Upstream, got.Upstream = "", "", nil, nil
	}
	if got.Asked != "" && want.Asked != "" {
		// An internal redirect turns another method into GET, which the model keeps for itself.
		_, want.Asked, _ = strings.Cut(want.Asked, " ")
		_, got.Asked, _ = strings.Cut(got.Asked, " ")
	}
	if want.Status == 444 {
		got.Added = nil
	}
	return want, got
}

// opener returns how the location begins.
func openerOf(l *nginx.Location) string {
	if l == nil {
		return "none"
	}
	return l.Opener.Opener.Text()
}

// compare judges one reply; it returns whether the model knew it.
func compare(t *testing.T, c *nginx.Config, one served, i int, p place, stat func(string) FileKind, read func(string) string) (known bool) {
	t.Helper()
	r := one.Request[i]
	got, reply := predict(c, r, p, stat, read)
	unknown := func(f Field) bool { return !f.Known }
	if !reply.Known || slices.ContainsFunc(reply.Added, unknown) || slices.ContainsFunc(reply.Upstream, unknown) {
		t.Logf("not known: %s (%s %s)", reply.Why, r.Target, r.Host)
		return false
	}
	want := one.Replies[i]
	want, got = withoutUnmodelled(r, want, got)
	got.Redirect = strings.TrimRight(got.Redirect, " ") // a client drops them
	for i := range got.Added {
		got.Added[i] = strings.TrimRight(got.Added[i], " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s %s of %s on %s %v (-nginx +model):\n%s\nin location %v with file %q of\n%s", r.Method, r.Target, r.Host, r.On, r.Header, diff,
			openerOf(reply.Location), reply.File, one.Config)
	}
	return true
}

// drawAll draws configurations that nginx takes. Each is one server, or those of before.
func drawAll(t *testing.T, seed uint64, count int, p place, dir string) []served {
	t.Helper()
	d := &draw{Rand: rand.New(rand.NewPCG(seed, 22))}
	all := []served{{Request: nameRequests()}}
	for n := 0; len(all) <= count; n++ {
		host := fmt.Sprintf("s%d.test", len(all))
		text := fmt.Sprintf("server { listen 127.0.0.1:@MAIN@; server_name %s;%s\n}\n", host, d.server())
		whole := "events {} http {\n" + before + text + "}\n"
		if ok, _, _ := nginxtest.AskNginx(t, dir, p.fill(whole)); !ok {
			continue
		}
		all = append(all, served{Config: text, Request: d.requests(host, text, 10)})
	}
	return all
}

// start runs nginx with all servers and a backend, and returns where they are.
func start(t *testing.T, seed uint64, count int) (p place, all []served) {
	t.Helper()
	dir := nginxtest.NewPrefix(t)
	short, err := os.MkdirTemp("", "n") //nolint:usetesting // a unix socket's path is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	if err := os.Chmod(short, 0o755); err != nil {
		t.Fatal(err)
	}
	p = place{root: short + "/www", socket: short + "/s", main: freePort(t), wild: freePort(t), backend: backend(t)}
	for _, name := range drawnFiles() {
		file := filepath.Join(p.root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("file "+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all = drawAll(t, seed, count, p, dir)
	run(t, dir, p, all)
	return p, all
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

// backend answers every request with what it got.
func backend(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				r := bufio.NewReader(c)
				var head bytes.Buffer
				for {
					line, err := r.ReadString('\n')
					if err != nil || line == "\r\n" {
						break
					}
					head.WriteString(line)
				}
				_, _ = fmt.Fprintf(c, "HTTP/1.0 200 OK\r\nX-Backend: yes\r\nContent-Length: %d\r\n\r\n%s", head.Len(), head.String())
			}()
		}
	}()
	return l.Addr().(*net.TCPAddr).Port
}

// run starts nginx on the drawn servers and stops it when the test ends.
func run(t *testing.T, dir string, p place, all []served) {
	t.Helper()
	var text strings.Builder
	text.WriteString("daemon off; master_process off; pid logs/pid; events { worker_connections 64; }\n" +
		"http { access_log off; server_names_hash_max_size 8192; variables_hash_max_size 4096; client_body_temp_path body; proxy_temp_path tmp;\n" +
		"fastcgi_temp_path tmp/f; uwsgi_temp_path tmp/u; scgi_temp_path tmp/s; keepalive_timeout 0;\n")
	text.WriteString(before)
	for _, one := range all {
		text.WriteString(one.Config)
	}
	text.WriteString("}\n")
	conf := filepath.Join(dir, "run.conf")
	if err := os.WriteFile(conf, []byte(p.fill(text.String())), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("nginx", "-p", dir, "-c", conf, "-e", filepath.Join(dir, "logs", "error.log"))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	for range 200 {
		if c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", p.main)); err == nil {
			_ = c.Close()
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "logs", "error.log"))
	t.Fatalf("nginx does not answer: %s", log)
}

// ask sends a request and returns what came back.
func ask(t *testing.T, p place, r drawnRequest) observed {
	t.Helper()
	network, address := "tcp", fmt.Sprintf("127.0.0.1:%d", p.main)
	switch r.On {
	case "wild":
		address = fmt.Sprintf("127.0.0.2:%d", p.wild)
	case "address":
		address = fmt.Sprintf("127.0.0.1:%d", p.wild)
	case "unix":
		network, address = "unix", p.socket
	}
	dialer := net.Dialer{Timeout: 5 * time.Second}
	if r.On == "wild" {
		dialer.LocalAddr = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}
	}
	c, err := dialer.Dial(network, address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	method := r.Method
	if method == "" {
		method = "GET"
	}
	head := fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\n", method, r.Target, r.Host)
	for _, f := range r.Header {
		head += f.Name + ": " + f.Value + "\r\n"
	}
	if _, err := io.WriteString(c, head+"Connection: close\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	request, _ := http.NewRequest(method, "http://x/", nil) //nolint:noctx // only its method counts
	response, err := http.ReadResponse(bufio.NewReader(c), request)
	if err != nil {
		return observed{Status: 444}
	}
	defer func() { _ = response.Body.Close() }()
	body, _ := io.ReadAll(response.Body)
	o := observed{Status: response.StatusCode, Redirect: p.clean(response.Header.Get("Location"))}
	for _, name := range []string{"X-Number", "X-Words", "X-If"} {
		for _, v := range response.Header.Values(name) {
			o.Added = append(o.Added, p.clean(name+": "+v))
		}
	}
	slices.Sort(o.Added)
	if response.Header.Get("X-Backend") == "" {
		o.Body = p.clean(string(body))
		return o
	}
	lines := strings.Split(strings.TrimSpace(p.clean(string(body))), "\r\n")
	o.Asked = strings.TrimSuffix(strings.TrimSuffix(lines[0], " HTTP/1.0"), " HTTP/1.1")
	o.Upstream = lines[1:]
	slices.Sort(o.Upstream)
	return o
}

// diskOf tells what is under root, for a recording too.
func diskOf(root string) (stat func(string) FileKind, read func(string) string) {
	kinds := map[string]FileKind{}
	for _, name := range drawnFiles() {
		for at := name; at != "."; at = filepath.Dir(at) {
			kinds[root+"/"+at] = Folder
		}
		kinds[root+"/"+name] = RegularFile
	}
	kinds[root] = Folder
	kinds["/"], kinds[filepath.Dir(root)] = Folder, Folder
	stat = func(path string) FileKind {
		if len(path) > 4000 {
			return NotAFolder
		}
		// The system goes from part to part, so that nothing is beyond a file or below a folder that is not there.
		at := ""
		parts := strings.Split(strings.Trim(path, "/"), "/")
		for i, part := range parts {
			switch part {
			case "", ".":
			case "..":
				at = strings.TrimSuffix(at[:max(strings.LastIndexByte(at, '/'), 0)], "/")
			default:
				at += "/" + part
			}
			kind := kinds[at]
			if at == "" || strings.HasPrefix(filepath.Dir(root)+"/", at+"/") {
				kind = Folder
			}
			last := i == len(parts)-1
			if kind == RegularFile && (!last || strings.HasSuffix(path, "/")) {
				return NotAFolder
			}
			if kind == FileNotKnown {
				return NoFile
			}
			if last {
				return kind
			}
		}
		return Folder
	}
	read = func(path string) string {
		clean := filepath.Clean(path)
		return "file " + strings.TrimPrefix(clean, root+"/")
	}
	return stat, read
}

const serveRecord = "testdata/served.json"

func parseServed(t *testing.T, p place, all []served) *nginx.Config {
	t.Helper()
	var text strings.Builder
	text.WriteString("events {} http {\n" + before)
	for _, one := range all {
		text.WriteString(one.Config)
	}
	text.WriteString("}\n")
	c := nginx.Load(nginx.Files{}, source.NewFile("nginx.conf", p.fill(text.String())))
	for _, tree := range c.Trees {
		if len(tree.Errors) > 0 {
			t.Fatalf("errors: %v", tree.Errors)
		}
	}
	return c
}

// TestServeAgainstNginx draws servers and requests, and has nginx answer them. With -update it records the replies.
func TestServeAgainstNginx(t *testing.T) {
	if testing.Short() {
		t.Skip("asks nginx")
	}
	seed := uint64(1)
	if text := os.Getenv("NGINX_DRAW"); text != "" {
		seed, _ = strconv.ParseUint(text, 10, 64)
	}
	count := 110
	p, all := start(t, seed, count)
	for i, one := range all {
		for _, r := range one.Request {
			all[i].Replies = append(all[i].Replies, ask(t, p, r))
		}
	}
	if nginxtest.Update() {
		nginxtest.WriteRecord(t, serveRecord, all[:60])
	}
	judgeServed(t, all, 1000)
}

// TestServe compares with recorded replies of nginx.
func TestServe(t *testing.T) {
	var all []served
	nginxtest.ReadRecord(t, serveRecord, &all)
	judgeServed(t, all, 300)
}

// judgeServed compares the replies with the model's. All are in the terms of fixedPlace.
func judgeServed(t *testing.T, all []served, atLeast int) {
	t.Helper()
	p := fixedPlace()
	c := parseServed(t, p, all)
	stat, read := diskOf(p.root)
	known, total := 0, 0
	for _, one := range all {
		one := served{Config: one.Config, Request: one.Request, Replies: slices.Clone(one.Replies)}
		for i := range one.Request {
			reply := &one.Replies[i]
			reply.Redirect, reply.Body, reply.Asked = p.fill(reply.Redirect), p.fill(reply.Body), p.fill(reply.Asked)
			reply.Added, reply.Upstream = slices.Clone(reply.Added), slices.Clone(reply.Upstream)
			for j := range reply.Added {
				reply.Added[j] = p.fill(reply.Added[j])
			}
			for j := range reply.Upstream {
				reply.Upstream[j] = p.fill(reply.Upstream[j])
			}
			slices.Sort(reply.Upstream)
			total++
			if compare(t, c, one, i, p, stat, read) {
				known++
			}
		}
	}
	t.Logf("%d replies, %d known", total, known)
	if total < atLeast || known < total*98/100 {
		t.Errorf("of %d replies %d are known, want %d and 98 %%", total, known, atLeast)
	}
}
