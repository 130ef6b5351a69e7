package nginx

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// load returns the configuration of one file without includes.
func load(t *testing.T, text string) *Config {
	t.Helper()
	c := Load(Files{}, source.NewFile("nginx/site.conf", text))
	for _, tree := range c.Trees {
		if len(tree.Errors) > 0 {
			t.Fatalf("syntax errors: %v", tree.Errors)
		}
	}
	return c
}

// TestLocationForAgainstNginx compares with what a running nginx answered: the location, found by the number that it
// returns, and the file that it maps the path to.
func TestLocationForAgainstNginx(t *testing.T) {
	data, err := os.ReadFile("testdata/locations.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded []struct {
		Server  string            `json:"server"`
		Answers map[string]string `json:"answers"`
	}
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	sure, files, all := 0, 0, 0
	for _, r := range recorded {
		s := load(t, "http { server {\n"+r.Server+"} }").Servers[0]
		for path, want := range r.Answers {
			wantNumber, wantFile, _ := strings.Cut(want, " ")
			all++
			m := s.LocationFor(path)
			if !m.Sure {
				continue
			}
			sure++
			number := "none"
			if m.Redirect {
				number = "redirect"
			} else if m.Location != nil {
				number = numberOf(m.Location)
			}
			if number != wantNumber {
				t.Errorf("%s is answered by %s, want %s, in\n%s", path, number, want, r.Server)
				continue
			}
			if m.Redirect || m.Location == nil || wantFile == "" {
				continue
			}
			if _, file, found := m.Location.file(m.Location, path); found == value.True {
				files++
				if file != wantFile {
					t.Errorf("%s is the file %s, want %s, in\n%s", path, file, wantFile, r.Server)
				}
			}
		}
	}
	// Nothing above fails where all is undecided.
	if sure < all*99/100 || files < all/3 {
		t.Errorf("of %d answers %d are sure, and %d have a known file", all, sure, files)
	}
}

// numberOf returns the number that a location of testdata/locations.py says.
func numberOf(l *Location) string {
	if e, ok := l.First("return"); ok {
		number, _, _ := strings.Cut(e.Arg(1).Text, " ")
		return number
	}
	e, _ := l.First("proxy_set_header")
	return e.Arg(1).Text
}

func TestLocationForUnsure(t *testing.T) {
	cases := []struct {
		name, server, path, want string
		sure                     bool
	}{
		{"known", "location /a/ {}", "/a/x", "/a/", true},
		{"none", "location /a/ {}", "/b", "", true},
		{"include that is not there", "location /a/ {} include more.conf;", "/a/x", "/a/", false},
		{"template value", "location /a/ {} location {{ b }} {}", "/a/x", "/a/", false},
		{"pattern that Go cannot compile", `location /a/ {} location ~ (?<!x)b {}`, "/a/x", "/a/", false},
		{"pattern that cannot matter", `location ^~ /a/ {} location ~ (?<!x)b {}`, "/a/x", "/a/", true},
		{"lookahead that matches", `location / {} location ~ /\.(?!well-known/) {}`, "/.git/config", `/\.(?!well-known/)`, true},
		{"lookahead that does not match", `location / {} location ~ /\.(?!well-known/) {}`, "/.well-known/x", "/", true},
		{"conditional", "{% if a %}location /a/ {}{% endif %}", "/a/x", "/a/", false},
		{"modifiers glued", "location =/a {} location ^~/b {} location ~*\\.CSS$ {}", "/x.css", `\.CSS$`, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := load(t, "server { "+c.server+" }").Servers[0].LocationFor(c.path)
			got := ""
			if m.Location != nil {
				got = m.Location.Path
			}
			if got != c.want || m.Sure != c.sure {
				t.Errorf("got %q sure %v, want %q sure %v", got, m.Sure, c.want, c.sure)
			}
		})
	}
}

func TestAnswer(t *testing.T) {
	cases := []struct{ name, server, path, want string }{
		{"alias", "location /static/ { alias /srv/s/; }", "/static/a/b.css", "serves files /srv/s/a/b.css"},
		{"alias without slash", "location /static { alias /srv/s/; }", "/static../x", "serves files /srv/s/../x"},
		{"root", "root /srv; location /static/ { }", "/static/a", "serves files /srv/static/a"},
		{"root of the server", "root /srv;", "/a", "serves files /srv/a"},
		{"no root", "location /static/ { }", "/static/a", "serves files ?"},
		{"template root", "root {{ r }};", "/a", "serves files ?"},
		{"variable", "location / { root /srv/$host; }", "/a", "serves files ?"},
		{"alias of a pattern", "location ~ ^/s/(.*)$ { alias /srv/$1; }", "/s/a/b", "serves files /srv/a/b"},
		{"nested in an alias", "location /s/ { alias /srv/; location ~ css$ { expires 1y; } }", "/s/a.css", "serves files /srv/a.css"},
		{"proxied", "location / { proxy_pass http://a; }", "/x", "proxies"},
		{"uwsgi", "location / { include uwsgi_params; uwsgi_pass a:1; }", "/x", "proxies"},
		{"named fallback", "root /srv; location / { try_files $uri @app; } location @app { proxy_pass http://a; }", "/x", "serves files /srv/x @app"},
		{"regex shadows", `location /s/ { alias /srv/; } location ~ \.css$ { expires 1y; }`, "/s/a.css", "serves files ?"},
		{"return", "return 301 https://a$request_uri; location / { proxy_pass http://a; }", "/x", "returns"},
		{"rewrite", "location / { rewrite ^/(.*)$ https://a/$1 permanent; }", "/x", "returns"},
		{"slash redirect", "location /a/ { proxy_pass http://a; }", "/a", "returns"},
		{"status", "location /s { stub_status; }", "/s", "answers"},
		{"include that is not there", "location / { include app.conf; }", "/s", "not known"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := load(t, "server { "+c.server+" }").Servers[0].Answer(c.path)
			got := a.Handler.String()
			if a.Handler == ServesFiles {
				if a.FileKnown {
					got += " " + a.File
				} else {
					got += " ?"
				}
			}
			if a.Fallback != nil {
				got += " " + a.Fallback.Path
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFolder(t *testing.T) {
	cases := []struct{ name, location, want string }{
		{"alias", "location /s/ { alias /srv/s/; }", "/srv/s/"},
		{"root", "location /s/ { root /srv; }", "/srv/s/"},
		{"root of the server", "location /s { }", "/top/s"},
		{"pattern with root", "location ~ css$ { root /srv; }", "/srv"},
		{"pattern with alias", "location ~ ^/(.*) { alias /srv/$1; }", "?"},
		{"variable", "location / { root /srv/$host; }", "?"},
		{"placeholder", "location / { root /srv/__NAME__; }", "?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder, e, known := load(t, "server { root /top; "+c.location+" }").Servers[0].Locations[0].Folder()
			if !known {
				folder = "?"
			}
			if folder != c.want || e.Directive == nil {
				t.Errorf("got %q by %v, want %q", folder, e.Directive, c.want)
			}
		})
	}
}

func TestSlashes(t *testing.T) {
	cases := []struct {
		location string
		want     Slashes
	}{
		{"location /s/ { alias /srv/s/; }", BothSlashes},
		{"location /s { alias /srv/s; }", NeitherSlash},
		{"location /s { alias /srv/s/; }", AliasSlash},
		{"location ^~ /s { alias /srv/s/; }", AliasSlash},
		{"location /s/ { alias /srv/s; }", LocationSlash},
		{"location = /s { alias /srv/s/; }", NoAlias},
		{"location ~ /s { alias /srv/s/; }", NoAlias},
		{"location /s { root /srv/s/; }", NoAlias},
		{"location /s/ { alias {{ static }}; }", SlashesNotKnown},
		{"location /s/ { alias {{ static }}/; }", BothSlashes},
		{"location /s/ { alias /srv/$host; }", SlashesNotKnown},
		{"location /s/ { alias $root/s; }", LocationSlash},
	}
	for _, c := range cases {
		t.Run(c.location, func(t *testing.T) {
			if got, _ := load(t, "server { "+c.location+" }").Servers[0].Locations[0].Slashes(); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

func TestAccess(t *testing.T) {
	cases := []struct{ name, location, want, refuses string }{
		{"open", "location / { }", "open", "false"},
		{"deny all", "location / { deny all; }", "denied", "true"},
		{"inherited", "deny all; location / { }", "denied", "true"},
		{"replaced", "deny all; location / { allow all; }", "open", "false"},
		{"allow some", "location / { allow 10.0.0.0/8; deny all; }", "limited", "false"},
		{"allow without deny", "location / { allow 10.0.0.0/8; }", "open", "false"},
		{"internal", "location / { internal; }", "denied", "true"},
		{"password", `auth_basic "x"; location / { }`, "limited", "false"},
		{"password off", `auth_basic "x"; location / { auth_basic off; }`, "open", "false"},
		{"return", "location / { return 404; }", "denied", "true"},
		{"redirect", "location / { return 301 /a; }", "open", "false"},
		{"include", "location / { include x.conf; }", "not known", "undecided"},
		{"conditional", "location / { {% if a %}return 404;{% endif %} }", "open", "false"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := load(t, "server { "+c.location+" }").Servers[0]
			access, _ := s.Locations[0].Access()
			if got := []string{access.String(), s.Refuses("/x").String()}; !cmp.Equal(got, []string{c.want, c.refuses}) {
				t.Errorf("got %q, want %q", got, []string{c.want, c.refuses})
			}
		})
	}
}
