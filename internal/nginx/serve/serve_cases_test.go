package serve

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/nginxtest"
	"deploylint/internal/source"

	"github.com/google/go-cmp/cmp"
)

// disk is a world with some files.
func disk(files ...string) World {
	return World{Prefix: "/usr/share/nginx", Stat: func(name string) FileKind {
		name = path.Clean(name)
		for _, f := range files {
			if f == name {
				return RegularFile
			}
			if strings.HasPrefix(f, strings.TrimSuffix(name, "/")+"/") {
				return Folder
			}
		}
		return NoFile
	}}
}

// told returns a reply in short.
func told(r Reply) string {
	var parts []string
	if r.Status != 0 {
		parts = append(parts, fmt.Sprint(r.Status))
	}
	parts = append(parts, r.Handler.String())
	for _, part := range []string{r.Redirect, r.File, r.Body, r.URI} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !r.Known {
		parts = append(parts, "? "+r.Why)
	}
	return strings.Join(parts, " ")
}

func TestServeCases(t *testing.T) {
	world := disk("/srv/static/a.css", "/srv/manage.py", "/srv/index.html")
	cases := []struct{ name, server, target, want string }{
		{"off by a slash", "location /static { alias /srv/static/; }", "/static../manage.py", "200 serves files /srv/static/../manage.py"},
		{"no root", "", "/x", "404 serves files /usr/share/nginx/html/x"},
		{"index", "root /srv;", "/", "200 serves files /srv/index.html"},
		{"folder", "root /srv;", "/static", "301 serves files http://shop.test/static/"},
		{"folder without index", "root /srv;", "/static/", "403 serves files"},
		{"django", "root /srv; location / { try_files $uri @app; } location @app { proxy_pass http://a; }", "/blog/?p=1", "proxies /blog/?p=1"},
		{"file of django", "root /srv; location / { try_files $uri @app; } location @app { proxy_pass http://a; }", "/static/a.css", "200 serves files /srv/static/a.css"},
		{"prefix stripped", "location /api/ { proxy_pass http://a/; }", "/api/v1%20x?y", "proxies /v1%20x?y"},
		{"prefix kept", "location /api/ { proxy_pass http://a; }", "/api//v1%20x?y", "proxies /api//v1%20x?y"},
		{"slash redirect", "location /api/ { proxy_pass http://a; }", "/api?x", "301 returns http://shop.test/api/?x"},
		{"https", "return 301 https://$host$request_uri;", "/a?b", "301 returns https://shop.test/a?b"},
		{"cycle", "rewrite ^ /x; location / { rewrite ^ /y last; }", "/a", "500 serves files"},
		{"out of the root", "root /srv;", "/../etc/passwd", "400 serves files"},
		{"module", "location /s { stub_status; }", "/s", "answers ? what the module answers is not modelled"},
		{"template", "location / { proxy_pass http://{{ app }}; }", "/", "proxies / ? where the request is handed to is not known"},
		{"include", "location / { include app.conf; }", "/a", "serves files ? the location is not certain"},
		{"pattern", "location ~ (?<!x)y { return 404; } location / { return 200; }", "/a", "200 returns ? the location is not certain"},
		{"password", "auth_basic x; root /srv;", "/manage.py", "200 serves files /srv/manage.py ? the reply depends on the client's password"},
		{"address", "allow 10.0.0.0/8; deny all; root /srv;", "/manage.py", "200 serves files /srv/manage.py ? who may have access depends on the client's address"},
		{"error page", "error_page 404 /index.html; root /srv;", "/none", "404 serves files /srv/index.html"},
		{"own variable", `location / { if ($geo_x) { return 403; } return 200 "a"; }`, "/", "200 returns a ? the condition of an if is not known"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			config := nginx.Load(nginx.Files{}, source.NewFile("nginx/site.conf", "http { server { listen 80; server_name shop.test; "+c.server+" } }"))
			got := told(Answer(config, Request{Target: c.target, Host: "shop.test", Port: 80}, world))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestServeWithoutWorld(t *testing.T) {
	config := nginx.Load(nginx.Files{}, source.NewFile("nginx/site.conf", "http { server { root /srv; location /s/ { alias /a/; } location / { try_files $uri =404; } } }"))
	if got := told(Answer(config, Request{Target: "/s/x", Host: "a", Port: 80}, World{})); got != "serves files /a/x" {
		t.Errorf("a file is %q", got)
	}
	if r := Answer(config, Request{Target: "/x", Host: "a", Port: 80}, World{}); r.Known || r.File != "/srv/x" {
		t.Errorf("try_files is %q", told(r))
	}
	if r := Answer(config, Request{Target: "/x", Host: "a", Port: 81}, World{}); r.Known || r.Server != nil {
		t.Errorf("a port that nobody listens on is %q", told(r))
	}
}

func TestParseTarget(t *testing.T) {
	cases := []struct{ text, want string }{
		{"/", "/"},
		{"/a//b/./c/../d?x=/../y#z", "/a/b/d x=/../y"},
		{"/a%2fb%2E%2e/c", "/a/b../c"},
		{"/a/%2e%2e/b", "/b"},
		{"/%3Fa%23%25", "/?a#%"},
		{"/a/..", "/"},
		{"/a/.", "/a/"},
		{"http://h.test:80/a?b", "/a b h.test"},
		{"http://h.test", "/  h.test"},
		{"/..", "refused"},
		{"/%00", "refused"},
		{"/%z", "refused"},
		{"/a b", "refused"},
		{"a", "refused"},
		{"http://a_b/", "refused"},
	}
	for _, c := range cases {
		target, ok := parseTarget(c.text, true)
		got := "refused"
		if ok {
			got = target.uri
			if target.args != "" || target.host != "" {
				got += " " + target.args
			}
			if target.host != "" {
				got += " " + target.host
			}
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzServe(f *testing.F) {
	for _, server := range []string{
		"root /srv; location / { try_files $uri $uri/ @app; } location @app { proxy_pass http://a$uri; }",
		"location ~ ^/(.*)$ { alias /srv/$1; rewrite (.) /$1 last; error_page 404 =200 /x; } location = /x { return 200 $uri; }",
		"location /a { alias /b/; index $uri /c; autoindex on; } if (-f $request_filename) { set $x $y; rewrite a b; }",
	} {
		f.Add(server, "/a/%2e%2e//x?y", "a.test:80")
	}
	f.Fuzz(func(t *testing.T, server, target, host string) {
		config := nginx.Load(nginx.Files{}, source.NewFile("nginx.conf", "http { server { "+server+" } }"))
		request := Request{Target: target, Host: host, Port: 80}
		Answer(config, request, World{})
		first := Answer(config, request, disk("/srv/a", "/srv/b/index.html"))
		if diff := cmp.Diff(told(first), told(Answer(config, request, disk("/srv/a", "/srv/b/index.html")))); diff != "" {
			t.Errorf("two answers: %s", diff)
		}
	})
}

func BenchmarkServe(b *testing.B) {
	config := nginx.Load(nginx.Files{}, source.NewFile("site.conf", nginxtest.BenchmarkText(10)))
	for b.Loop() {
		Answer(config, Request{Target: "/static/a.css", Host: "shop.example", Port: 443, TLS: true}, World{})
	}
}
