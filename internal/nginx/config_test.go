package nginx

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/nginx/nginxtest"
	"deploylint/internal/source"
	"deploylint/internal/value"

	"github.com/google/go-cmp/cmp"
)

// files returns a repository of the given files.
func files(texts map[string]string) Files {
	return Files{
		Open: func(name string) (*source.File, error) {
			text, ok := texts[name]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return source.NewFile(name, text), nil
		},
		Glob: func(pattern string) []string {
			var found []string
			for name := range texts {
				if ok, _ := path.Match(pattern, name); ok {
					found = append(found, name)
				}
			}
			slices.Sort(found)
			return found
		},
	}
}

// outline returns the directives of a block as they stand after the includes were followed.
func outline(b *Block) string {
	var parts []string
	for _, e := range b.Entries {
		words := e.Name.Text
		for _, a := range e.Args {
			words += " " + a.Text
		}
		if e.Inner != nil {
			words += " { " + outline(e.Inner) + " }"
		}
		parts = append(parts, words)
	}
	for _, inner := range b.InferredBlocks {
		parts = append(parts, inner.Context.String()+"? { "+outline(inner)+" }")
	}
	if len(b.Unresolved) > 0 {
		parts = append(parts, "…")
	}
	return strings.Join(parts, "; ")
}

func TestLoad(t *testing.T) {
	cases := []struct {
		name  string
		files map[string]string
		roots []string
		want  string
	}{
		{
			"whole",
			map[string]string{"nginx.conf": "events {} http { server { listen 80; } }"},
			nil,
			"events {  }; http { server { listen 80 } }",
		},
		{
			"site", map[string]string{"site.conf": "server { listen 80; }"}, nil, "http? { server { listen 80 } }",
		},
		{
			"locations",
			map[string]string{"app.conf": "location / { proxy_pass http://a; }"},
			nil,
			"http? { server? { location / { proxy_pass http://a } } }",
		},
		{
			"directives of a location",
			map[string]string{"proxy.conf": "proxy_pass http://a; proxy_set_header Host $host;"},
			nil,
			"http? { server? { location? { proxy_pass http://a; proxy_set_header Host $host } } }",
		},
		{
			"beside the including file",
			map[string]string{"a/site.conf": "server { include tls.inc; }", "a/tls.inc": "listen 443 ssl;"},
			[]string{"a/site.conf"},
			"http? { server { include tls.inc; listen 443 ssl } }",
		},
		{
			"beside the main file",
			map[string]string{"n/nginx.conf": "http { include d/a.conf; }", "n/d/a.conf": "include b.conf;", "n/b.conf": "gzip on;", "n/d/b.conf": "gzip off;"},
			[]string{"n/nginx.conf"},
			"http { include d/a.conf; include b.conf; gzip on }",
		},
		{
			"above the site's folder",
			map[string]string{"n/sites/a.conf": "server { include snippets/x.conf; }", "n/snippets/x.conf": "listen 81;"},
			[]string{"n/sites/a.conf"},
			"http? { server { include snippets/x.conf; listen 81 } }",
		},
		{
			"absolute path, longest tail",
			map[string]string{
				"deploy/nginx/nginx.conf": "http { include /etc/nginx/conf.d/a.conf; }", "deploy/nginx/conf.d/a.conf": "gzip on;",
				"conf.d/a.conf": "gzip off;",
			},
			[]string{"deploy/nginx/nginx.conf"},
			"http { include /etc/nginx/conf.d/a.conf; gzip on }",
		},
		{
			"pattern, in order, without hidden files",
			map[string]string{"nginx.conf": "http { include sites/*; }", "sites/b": "server { listen 2; }", "sites/a": "server { listen 1; }", "sites/.c": "x;"},
			[]string{"nginx.conf"},
			"http { include sites/*; server { listen 1 }; server { listen 2 } }",
		},
		{
			"pattern by base name alone is no evidence",
			map[string]string{"nginx.conf": "http { include /etc/nginx/conf.d/*.conf; }", "other.conf": "server { listen 1; }"},
			[]string{"nginx.conf"},
			"http { include /etc/nginx/conf.d/*.conf; … }",
		},
		{
			"file that is not there",
			map[string]string{"a.conf": "server { include x.conf; }"},
			nil,
			"http? { server { include x.conf; … } }",
		},
		{
			"out of the repository",
			map[string]string{"a.conf": "server { include ../../x.conf; }"},
			nil,
			"http? { server { include ../../x.conf; … } }",
		},
		{
			"builtin",
			map[string]string{"a.conf": "http { include /etc/nginx/proxy_params; }"},
			nil,
			"http { include /etc/nginx/proxy_params; proxy_set_header Host $host; proxy_set_header X-Real-IP $remote_addr; " +
				"proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto $scheme }",
		},
		{
			"own file before builtin",
			map[string]string{"a.conf": "http { include /etc/nginx/proxy_params; }", "proxy_params": "proxy_set_header Host a;"},
			[]string{"a.conf"},
			"http { include /etc/nginx/proxy_params; proxy_set_header Host a }",
		},
		{
			"cycle", map[string]string{"nginx.conf": "http { include nginx.conf; }"}, nil, "http { include nginx.conf }",
		},
		{
			"template value",
			map[string]string{"a.conf": "server {\n {{ extra }}\n listen 1;\n}"},
			nil,
			"http? { server { {{ extra }}; listen 1; … } }",
		},
		{
			"site joins the whole configuration",
			map[string]string{"nginx.conf": "http { include /etc/nginx/sites-enabled/*; }", "shop.conf": "server { listen 1; }"},
			[]string{"shop.conf", "nginx.conf"},
			"http { include /etc/nginx/sites-enabled/*; server { listen 1 }; … }",
		},
		{
			"root that another includes counts once",
			map[string]string{"nginx.conf": "http { include conf.d/*.conf; }", "conf.d/a.conf": "server { listen 1; }"},
			[]string{"conf.d/a.conf", "nginx.conf"},
			"http { include conf.d/*.conf; server { listen 1 } }",
		},
		{
			"one file in two blocks",
			map[string]string{"a.conf": "server { include p.inc; } server { include p.inc; }", "p.inc": "location / { }"},
			[]string{"a.conf"},
			"http? { server { include p.inc; location / {  } }; server { include p.inc; location / {  } } }",
		},
		{
			"dump",
			map[string]string{"dump.txt": "# configuration file /etc/nginx/nginx.conf:\nhttp { include conf.d/*.conf; include x/*; }\n" +
				"\n# configuration file /etc/nginx/conf.d/a.conf:\nserver { listen 1; }\n"},
			nil,
			"http { include conf.d/*.conf; server { listen 1 }; include x/* }",
		},
		{
			"context by folder", map[string]string{"conf.d/gzip.conf": "gzip on;"}, nil, "http? { gzip on }",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var roots []*source.File
			if c.roots == nil {
				for name, text := range c.files { // one file
					roots = append(roots, source.NewFile(name, text))
				}
			}
			for _, name := range c.roots {
				roots = append(roots, source.NewFile(name, c.files[name]))
			}
			if diff := cmp.Diff(c.want, outline(Load(files(c.files), roots...).Top)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLoadEnds(t *testing.T) {
	texts := map[string]string{}
	for i := range 30 {
		// Each file includes the next one many times: 2^30 includes without a limit.
		texts[fmt.Sprintf("f%d.conf", i)] = strings.Repeat(fmt.Sprintf("include f%d.conf;\n", i+1), 2)
	}
	texts["wide.conf"] = "http { include w/*; }"
	for i := range 300 {
		texts[fmt.Sprintf("w/%d", i)] = "gzip on;"
	}
	for _, root := range []string{"f0.conf", "wide.conf"} {
		c := Load(files(texts), source.NewFile(root, texts[root]))
		if len(c.Notifications) == 0 {
			t.Errorf("%s: no notification", root)
		}
	}
}

func TestLargeConfigIsFast(t *testing.T) {
	c := load(t, "root /a;\n"+strings.Repeat("server { listen 80; location /a { } location / { proxy_pass http://b; } }\n", 10_000))
	for _, s := range c.Servers {
		for _, l := range s.Locations {
			if e, found := l.InEffect("root"); found != value.True || l.Key() == "" || e.Arg(0).Text != "/a" {
				t.Fatalf("root of %s is %v", l.Key(), found)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	texts := map[string]string{
		"site.conf": "server { location / {\n include proxy_params;\n include own.inc;\n } }", "own.inc": "proxy_set_header X y;",
	}
	c := Load(files(texts), source.NewFile("site.conf", texts["site.conf"]))
	var got []string
	for _, h := range c.Servers[0].Locations[0].Headers("proxy_set_header").List {
		got = append(got, h.Source().Path()+": "+h.Source().Text())
	}
	slices.Sort(got)
	want := []string{"own.inc: proxy_set_header X y;", "site.conf: include proxy_params;"}
	if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKeys(t *testing.T) {
	c := load(t, `upstream app { server a; }
server { listen 80; server_name shop.example; return 301 https://shop.example$request_uri; }
server { listen 443 ssl; server_name shop.example www.shop.example;
  location /static/ { alias /a/; location ~* \.css$ { expires 1y; } }
  location = /x { if ($host = a) { return 404; } } }
server { listen 80; }
gzip on;`)
	var got []string
	c.Walk(func(e Entry) bool {
		if !e.Is("listen", "server_name") {
			got = append(got, e.Key())
		}
		return true
	})
	want := []string{
		"nginx:http#upstream", "nginx:upstream app#server",
		"nginx:http#server", "nginx:shop.example:80#return",
		"nginx:http#server", "nginx:shop.example#location", "nginx:shop.example/location /static/#alias",
		"nginx:shop.example/location /static/#location", `nginx:shop.example/location /static//location ~* \.css$#expires`,
		"nginx:shop.example#location", "nginx:shop.example/location = /x#if", "nginx:shop.example/location = /x/if ($host = a)#return",
		"nginx:http#server", "nginx:http#gzip",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzLoad asks every question of whatever can be read.
func FuzzLoad(f *testing.F) {
	for _, c := range nginxtest.TreeCases() {
		f.Add(c.Text)
	}
	f.Add("upstream { server; } server { listen; server_name \"\"; location; location {} location = {} proxy_pass; if {} return; rewrite; alias; }")
	f.Add("server { location ~ ^/(?!a)(.*)$ { alias /a/$1/$x; try_files; } location @a { proxy_pass http://; deny; allow; } }")
	f.Add("include *; include; http { include nginx.conf; proxy_pass unix:; server { uwsgi_pass $a; client_max_body_size; } }")
	f.Fuzz(func(t *testing.T, text string) {
		c := Load(files(map[string]string{"a/nginx.conf": text}), source.NewFile("a/nginx.conf", text))
		c.Walk(func(e Entry) bool {
			e.Source()
			if e.Key() == "" {
				t.Fatal("a directive without a subject")
			}
			Condition(e.Directive)
			e.Outer.Headers("add_header")
			return true
		})
		c.Sockets()
		for _, target := range c.Targets() {
			target.Addresses()
		}
		for _, s := range c.Servers {
			s.TLS()
			s.Plain()
			s.Answers("a.example")
			s.RedirectsToHTTPS()
			s.Refuses("/.git/config")
			s.Answer("/static/a.css")
			s.BodyLimit()
			for _, l := range s.AllLocations() {
				l.Folder()
				l.Slashes()
				l.Access()
				l.Handler()
			}
		}
	})
}

func TestInEffect(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"own", "http { root /a; server { root /b; location / { root /c; } } }", "/c true"},
		{"server's", "http { root /a; server { root /b; location / { } } }", "/b true"},
		{"http's", "http { root /a; server { location / { } } }", "/a true"},
		{"none", "http { server { location / { } } }", " false"},
		{"include in the location", "http { root /a; server { location / { include x; } } }", "/a undecided"},
		{"include further out", "http { include x; server { root /a; location / { } } }", "/a true"},
		{"include and none", "server { include x; location / { } }", " undecided"},
		{"conditional", "server { {% if a %}root /a;{% endif %} location / { } }", "/a undecided"},
		{"site alone", "server { location / { } }", " false"},
		{"sites of a distribution", "http { include /etc/nginx/conf.d/*.conf; server { location / { } } }", " false"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e, found := load(t, c.text).Servers[0].Locations[0].InEffect("root")
			got := " " + found.String()
			if e.Directive != nil {
				got = e.Arg(0).Text + got
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	// What a distribution's nginx.conf sets is not known for a site alone.
	if _, found := load(t, "server { location / { } }").Servers[0].InEffect("ssl_protocols"); found != value.Undecided {
		t.Errorf("ssl_protocols of a site alone: %v, want undecided", found)
	}
}

func TestHeaders(t *testing.T) {
	const server = "proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme;"
	cases := []struct{ name, text, want string }{
		{"inherited", "server { " + server + " location / { } }", "Host=$host X-Forwarded-Proto=$scheme"},
		{
			"dropped", "server { " + server + " location / { proxy_set_header Upgrade $http_upgrade; } }",
			"Upgrade=$http_upgrade -Host -X-Forwarded-Proto",
		},
		{"none", "server { location / { } }", ""},
		{"include", "server { location / { proxy_set_header Host $host; include x; } }", "Host=$host …"},
		{"include nearer", "server { " + server + " location / { include x; } }", "Host=$host X-Forwarded-Proto=$scheme …"},
		{"include further out", "server { include x; location / { proxy_set_header Host $host; } }", "Host=$host"},
		{"conditional", "server { location / { {% if a %}proxy_set_header Host $host;{% endif %} } }", "Host=$host …"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			h := load(t, c.text).Servers[0].Locations[0].Headers("proxy_set_header")
			var got []string
			for _, one := range h.List {
				got = append(got, one.Name.Text+"="+one.Value.Text)
			}
			for _, one := range h.Dropped {
				got = append(got, "-"+one.Name.Text)
			}
			if !h.Complete {
				got = append(got, "…")
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeadersGet(t *testing.T) {
	l := load(t, `server { location / { add_header X-Frame-Options DENY always; add_header {{ x }} 1; } location /a { include x; }
		location /b { add_header A b; } }`).Servers[0].Locations
	h, found := l[0].Headers("add_header").Get("x-frame-options")
	got := []string{h.Value.Text, fmt.Sprint(h.Always), found.String()}
	for _, one := range l {
		_, found := one.Headers("add_header").Get("X-Content-Type-Options")
		got = append(got, found.String())
	}
	if diff := cmp.Diff([]string{"DENY", "true", "true", "undecided", "undecided", "false"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHeadersMerge(t *testing.T) {
	c := load(t, "server { add_header_inherit merge; add_header A 1; location / { add_header B 2; } }")
	h := c.Servers[0].Locations[0].Headers("add_header")
	if len(h.List) != 2 || len(h.Dropped) != 0 {
		t.Errorf("%d headers, %d dropped, want 2 and 0", len(h.List), len(h.Dropped))
	}
}

// TestManyBlocksEnd holds a hostile configuration to a notification.
func TestManyBlocksEnd(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"nested", strings.Repeat("location /a {\n", 10_000) + strings.Repeat("}", 10_000), "nested more than 32 deep"},
		{"included", strings.Repeat("include a.conf;\n", 10_000), "too deep, or too many"},
		{"included in itself", "include site.conf;", "includes itself"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := source.NewFile("site.conf", c.text)
			fs := files(map[string]string{"a.conf": "location /b { include b.conf; }", "b.conf": "root /c;"})
			open := fs.Open
			fs.Open = func(path string) (*source.File, error) {
				if path == "site.conf" {
					return root, nil
				}
				return open(path)
			}
			config := Load(fs, root)
			found := false
			for _, n := range config.Notifications {
				found = found || strings.Contains(n.Message, c.want)
			}
			if !found {
				t.Errorf("notifications are %v", config.Notifications)
			}
		})
	}
}
