// Package nginxtest knows how to ask the installed nginx, and holds the texts that tests of several packages read.
package nginxtest

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Update means that the tests record the installed nginx's answers anew.
func Update() bool { return *update }

var update = flag.Bool("update", false, "record the installed nginx's answers anew") //nolint:gochecknoglobals // a flag of the test binary

// AskNginx returns what nginx -t says first.
func AskNginx(tb testing.TB, dir, text string) (ok bool, message string, line int) {
	tb.Helper()
	conf := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	out, err := exec.Command("nginx", "-t", "-p", dir, "-c", conf, "-e", "stderr").CombinedOutput()
	if err == nil {
		return true, "", 0
	}
	found := regexp.MustCompile(`\[emerg\] (?:\d+#\d+: )?(.*?)(?: in ` + regexp.QuoteMeta(conf) + `:(\d+))?\n`).FindSubmatch(out)
	if found == nil {
		tb.Fatalf("nginx says %q", out)
	}
	line, _ = strconv.Atoi(string(found[2]))
	return false, strings.ReplaceAll(string(found[1]), dir, "DIR"), line
}

// NewPrefix returns a folder for an nginx to run in. It skips the test where nginx is not installed.
func NewPrefix(tb testing.TB) string {
	tb.Helper()
	if _, err := exec.LookPath("nginx"); err != nil {
		tb.Skip("nginx is not installed; its recorded answers are tested all the same")
	}
	dir := tb.TempDir()
	for _, name := range []string{"logs", "body", "tmp"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

// ReadRecord reads a list that WriteRecord wrote.
func ReadRecord(tb testing.TB, name string, into any) {
	tb.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		tb.Fatal(err)
	}
}

// WriteRecord writes a list, an element a line.
func WriteRecord[T any](tb testing.TB, name string, list []T) {
	tb.Helper()
	var b strings.Builder
	b.WriteString("[\n")
	for i, one := range list {
		data, err := json.Marshal(one)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(data)
		if i < len(list)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// A Readable is a text without an error, and the tree that it is.
type Readable struct{ Name, Text, Want string }

// A Broken is a text with errors, and what can still be read of it.
type Broken struct {
	Name, Text string
	Errors     []string
	Want       string
}

// TreeCases are texts that nginx reads without an error, and their trees.
func TreeCases() []Readable {
	return []Readable{
		{"nothing", "", ""},
		{"simple", "worker_processes 4;", "(worker_processes 4)"},
		{"several words", "server_name a\n  b\tc ;", "(server_name a b c)"},
		{"block", "server { listen 80; }", "(server {(listen 80)})"},
		{"empty block", "events {}", "(events {})"},
		{"nested", "http{server{location /a{return 404;}}}", "(http {(server {(location /a {(return 404)})})})"},
		{"hash inside a word", "server_name a#b;", "(server_name a#b)"},
		{"brace inside a word", "server_name foo};", "(server_name `foo}`)"},
		{"quotes", `add_header "X Y" 'it "is"';`, "(add_header `X Y` `it \"is\"`)"},
		{"quote inside a word", `set $a b"c;`, "(set $a `b\"c`)"},
		{"empty string", `add_header X "";`, "(add_header X ``)"},
		{"escapes", `add_header X "a\"b\\c\td\.e";`, "(add_header X `a\"b\\c\\td\\.e`)"},
		{"escapes outside quotes", `server_name a\;b c\ d \{;`, "(server_name a\\;b `c\\ d` `\\{`)"},
		{"variable in braces", `add_header X ${host}a;`, "(add_header X `${host}a`)"},
		{"backtick", "server_name `a;", "(server_name `a)"},
		{"newline in quotes", "add_header X \"a\n b\";", "(add_header X `a\\n b`)"},
		{"if", `server { if ($host ~ "^www") { return 404; } }`, "(server {(if `($host` ~ ^www `)` {(return 404)})})"},
		{"map", `map $a $b { default 0; "x y" 1; ~^/l 2; '' 3; }`, "(map $a $b {(default 0) (`x y` 1) (~^/l 2) (`` 3)})"},
		{"map keys named like directives", "map $a $b {\nlisten\n root;\n}", "(map $a $b {(listen root)})"},
		{
			"lua", "content_by_lua_block { local a = \"}\" -- }\n local b = [[ } ]] if x then y({1}) end --[=[ } ]=] }\nreturn 1;",
			"(content_by_lua_block {})\n(return 1)",
		},
		{"lua with an argument", "set_by_lua_block $res { return '}' }", "(set_by_lua_block $res {})"},
		{"crlf", "listen 80;\r\nserver_name a;\r\n", "(listen 80)\n(server_name a)"},
		{"listen over lines", "listen 443\n  ssl\n  http2;", "(listen 443 ssl http2)"},
		{"braces of a regular expression", `location ~ "^/a{2}$" {}`, "(location ~ `^/a{2}$` {})"},
		{"jinja value", "server_name {{ a }}.com;", "(server_name ?`{{ a }}.com`?)"},
		{"jinja value with quotes", `root "{{ a | default("x") }}/b";`, "(root ?`{{ a | default(\"x\") }}/b`?)"},
		{"jinja tags", "{% if a %}\nlisten 80;\n{% else %}\nlisten 81;\n{% endif %}", "(listen 80)\n(listen 81)"},
		{"jinja tags in a directive", "listen {% if a %}80{% else %}81{% endif %} ssl;", "(listen ?`80{% else %}81{% endif %}`? ?ssl?)"},
		{"jinja loop in a directive", "server_name{% for d in ds %} {{ d }}{% endfor %};", "(?`server_name{% for d in ds %}`? ?`{{ d }}{% endfor %}`?)"},
		{"jinja comment", "{# { \n } #} {{ a }}\nlisten 80;", "(?`{{ a }}`?)\n(listen 80)"},
		{"jinja include", "server { {% include 'x' %} listen 80; }", "(server {(?`{% include 'x' %}`?) (listen 80)})"},
		{"jinja in a comment", "# {% if a %}\nlisten 80;\n# {% endif %}\nlisten {{ b }};", "(listen 80)\n(listen ?`{{ b }}`?)"},
		{"jinja value that stands alone", "server {\n {{ extra }}\n}", "(server {(?`{{ extra }}`?)})"},
		{"go template", "{{ if .TLS }}\nlisten 443 ssl;\n{{- end }}\nserver_name {{ .Name }};", "(listen 443 ssl)\n(server_name ?`{{ .Name }}`?)"},
		{"erb", `listen <%= ENV["PORT"] %>;`, "(listen ?`<%= ENV[\"PORT\"] %>`?)"},
		{"erb tags", "<% if a %>\nlisten 80;\n<% end %>", "(listen 80)"},
		{"python format", "server_name %(host)s;", "(server_name ?`%(host)s`?)"},
		{"capital variables", "listen ${PORT}; listen $PORT; set $a $host;", "(listen ?`${PORT}`?)\n(listen ?$PORT?)\n(set $a $host)"},
		{"placeholders", "a __X_Y__; b @@X@@; c @X@; d <HOST>; e <your domain>;", "(a ?__X_Y__?)\n(b ?@@X@@?)\n(c ?@X@?)\n(d ?<HOST>?)\n(e <your domain>)"},
		{"no placeholders", `location ~ ^/(?<name>a) {} try_files $uri @app; sub_filter "<head>" "</b>";`, "(location ~ `^/(?<name>a)` {})\n(try_files $uri @app)\n(sub_filter <head> </b>)"},
	}
}

// RecoveryCases are texts with errors: where each error is, and what can still be read.
func RecoveryCases() []Broken {
	return []Broken{
		{
			"missing semicolon before a directive", "server {\n  server_name a\n  listen 80;\n}\n",
			[]string{"2:15-16 missing ; at the end of line 2"},
			"(server {(server_name a) (listen 80)})",
		},
		{
			"missing semicolon and a comment", "server {\n  server_name a # b\n  listen 80;\n}\n",
			[]string{"2:15-16 missing ; at the end of line 2"},
			"(server {(server_name a) (listen 80)})",
		},
		{
			"missing semicolon before a block", "server {\n  root /srv\n  location / { return 404; }\n}\n",
			[]string{"2:8-12 missing ; at the end of line 2"},
			"(server {(root /srv) (location / {(return 404)})})",
		},
		{
			"missing semicolon before a closing brace", "server {\n  root /srv\n}\nevents {}",
			[]string{"2:8-12 missing ; at the end of line 2"},
			"(server {(root /srv)})\n(events {})",
		},
		{
			"missing semicolon at the end", "user www-data", []string{"1:6-14 missing ; at the end of line 1"}, "(user www-data)",
		},
		{
			"a name that the block does not allow is a parameter", "upstream a {\n server b\n root;\n}",
			nil, "(upstream a {(server b root)})",
		},
		{
			"missing semicolon in upstream", "upstream a {\n server b\n server c;\n}",
			[]string{"2:9-10 missing ; at the end of line 2"},
			"(upstream a {(server b) (server c)})",
		},
		{
			"missing opening brace", "server\n  listen 80;\n  location /a\n    root /srv;\n  }\n}\n",
			[]string{"1:1-7 missing { at the end of line 1", "3:12-14 missing { at the end of line 3"},
			"(server {(listen 80) (location /a {(root /srv)})})",
		},
		{
			"extra closing brace", "server { }\n}\nserver { listen 80; }",
			[]string{`2:1-2 unexpected "}": no block is open here`},
			"(server {})\n(server {(listen 80)})",
		},
		{
			"block not closed", "http {\n  server {\n    listen 80;\n  }\n",
			[]string{`1:1-7 missing "}": the block of "http" is not closed`},
			"(http {(server {(listen 80)})})",
		},
		{
			"two blocks not closed", "http {\n  server {\n    listen 80;\n",
			[]string{
				`1:1-7 missing "}": the block of "http" is not closed`, `2:3-11 missing "}": the block of "server" is not closed`,
			},
			"(http {(server {(listen 80)})})",
		},
		{
			"stray semicolon", "listen 80;;\nroot /a;", []string{`1:11-12 unexpected ";"`}, "(listen 80)\n(root /a)",
		},
		{
			"stray brace", "{ root /a; }", []string{`1:1-2 unexpected "{"`}, "(`` {(root /a)})",
		},
		{
			"unclosed quote at the end", "add_header X \"a;\nroot /b;",
			[]string{"1:14-15 quote is not closed"},
			"(add_header X a)\n(root /b)",
		},
		{
			"unclosed quote before other quotes", "add_header X \"a;\nadd_header Y \"b\";\nroot /c;",
			[]string{"1:14-15 quote is not closed"},
			"(add_header X a)\n(add_header Y b)\n(root /c)",
		},
		{
			"text after the closing quote", `add_header X "a"b c;`,
			[]string{`1:17-18 unexpected text after the closing quote: a space, ";" or "{" must follow`},
			"(add_header X ab c)",
		},
		{
			"brace after the closing quote", `server { add_header X "a"} events {}`,
			[]string{"1:23-26 missing ; at the end of line 1"},
			"(server {(add_header X a)})\n(events {})",
		},
		{
			"byte order mark", "\ufeffevents {}",
			[]string{"1:1-2 byte order mark: nginx takes it for a part of the first directive's name"},
			"(events {})",
		},
		{
			"lua not closed", "content_by_lua_block { a = '}'\n",
			[]string{`1:1-23 missing "}": the Lua block is not closed`},
			"(content_by_lua_block {})",
		},
		{
			"quantifier without quotes", "location ~ ^/a{2}$ { root /b; }",
			[]string{`1:1-16 missing "}": the block of "location" is not closed`},
			"(location ~ ^/a {(`2}$` {(root /b)})})",
		},
		{
			"braces of both branches of a template", "{% if a %}\nserver {\n{% else %}\nserver {\n{% endif %}\nlisten 80;\n}\n",
			nil, "(server {(server {(listen 80)})})",
		},
		{"only a quote", `"`, []string{"1:1-2 quote is not closed", "1:1-2 missing ; at the end of line 1"}, "(``)"},
	}
}

// GrammarCases returns the names of the cases in order, and their texts as nginx was given them (see grammar.py).
func GrammarCases(tb testing.TB) (names []string, texts map[string]string) {
	tb.Helper()
	data, err := os.ReadFile("../syntax/testdata/grammar.txt")
	if err != nil {
		tb.Fatal(err)
	}
	texts = map[string]string{}
	for piece := range strings.SplitSeq("\n"+string(data), "\n-- ") {
		if piece == "" {
			continue
		}
		name, text, _ := strings.Cut(piece, "\n")
		if !strings.HasSuffix(text, "\n") && text != "" {
			text += "\n"
		}
		text = regexp.MustCompile(`@(.)\*(\d+)@`).ReplaceAllStringFunc(text, func(s string) string {
			n, _ := strconv.Atoi(s[3 : len(s)-1])
			return strings.Repeat(s[1:2], n)
		})
		text = strings.NewReplacer("@CR@", "\r", "@BOM@", "\ufeff").Replace(text)
		text = strings.TrimSuffix(text, "@EOF@\n")
		whole := regexp.MustCompile(`^(?:\s*(events|http)|#!whole|\x{feff})`)
		if !whole.MatchString(text) {
			text = "events{}http{server{" + text + "}}\n"
		}
		names, texts[name] = append(names, name), text
	}
	return names, texts
}

// BenchmarkText is a site as they are, times n.
func BenchmarkText(n int) string {
	return strings.Repeat(`# A site.
upstream app { server unix:/run/app/gunicorn.sock fail_timeout=0; }
server {
    listen 443 ssl http2;
    server_name shop.example www.shop.example;
    ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
    client_max_body_size 10m;
    add_header Content-Security-Policy "default-src 'self'; img-src *" always;
    location /static/ { alias /srv/shop/static/; expires 1y; }
    location ~* \.(css|js|png)$ { root /srv/shop; }
    location / {
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass http://app;
    }
}
`, n)
}
