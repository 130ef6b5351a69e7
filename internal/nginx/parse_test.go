package nginx

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// treeCases are texts that nginx reads without an error, and their trees.
func treeCases() []struct{ name, text, want string } {
	return []struct{ name, text, want string }{
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

func TestParse(t *testing.T) {
	for _, c := range treeCases() {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.text))
			if diff := cmp.Diff(c.want, strings.TrimSuffix(tree.String(), "\n")); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string(nil), errorLines(tree)); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
		})
	}
}

// errorLines returns the tree's errors as "line:column-column message".
func errorLines(tree *Tree) []string {
	var lines []string
	for _, e := range tree.Errors {
		from, to := e.Span.From(), e.Span.To()
		end := strconv.Itoa(to.Column)
		if from.Line != to.Line {
			end = fmt.Sprintf("%d:%d", to.Line, to.Column)
		}
		lines = append(lines, fmt.Sprintf("%d:%d-%s %s", from.Line, from.Column, end, e.Message))
	}
	return lines
}

// recoveryCases are texts with errors: where each error is, and what can still be read.
func recoveryCases() []struct {
	name, text string
	errors     []string
	want       string
} {
	return []struct {
		name, text string
		errors     []string
		want       string
	}{
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

func TestParseRecovers(t *testing.T) {
	for _, c := range recoveryCases() {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.text))
			if diff := cmp.Diff(c.errors, errorLines(tree)); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.want, strings.TrimSuffix(tree.String(), "\n")); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseSpans(t *testing.T) {
	const text = "# top\nserver { # a\n  add_header X \"a b\" always;\n  location /é/ {\n  }\n}\n"
	tree := Parse(source.NewFile("site.conf", text))
	server := tree.Directives[0]
	header, location := server.Block[0], server.Block[1]
	got := map[string]string{
		"server opener":   server.Opener.Text(),
		"server":          server.Span.Text(),
		"header":          header.Source().Text(),
		"header value":    header.Arg(1).Span.Text(),
		"header args":     header.ArgsSpan().Text(),
		"location opener": location.Source().Text(),
		"location end":    fmt.Sprint(location.Span.To()),
		"comments":        tree.Comments[0].Text() + tree.Comments[1].Text(),
		"parent":          location.Parent.Name.Text,
	}
	want := map[string]string{
		"server opener":   "server {",
		"server":          text[6 : len(text)-1],
		"header":          `add_header X "a b" always;`,
		"header value":    `"a b"`,
		"header args":     `X "a b" always`,
		"location opener": "location /é/ {",
		"location end":    "{5 4}",
		"comments":        "# top# a",
		"parent":          "server",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseConditional(t *testing.T) {
	tree := Parse(source.NewFile("a.j2", "listen 80;\n{% if tls %}\nlisten 443 ssl;\n{% endif %}\nroot /a;"))
	var got []string
	for d := range tree.All() {
		if d.Conditional {
			got = append(got, d.Span.Text())
		}
	}
	if diff := cmp.Diff([]string{"listen 443 ssl;"}, got); diff != "" {
		t.Errorf("conditional (-want +got):\n%s", diff)
	}
}

func TestWordVariables(t *testing.T) {
	cases := []struct {
		text, want string
		literal    bool
	}{
		{"a", "", true},
		{"https://$host$request_uri", "host request_uri", false},
		{"${host}a:$server_port", "host server_port", false},
		{"/srv/$1x", "1", false},
		{"a$", "", false},
		{"$ $$a", "a", false},
	}
	for _, c := range cases {
		w := Word{Text: c.text}
		_, literal := w.Literal()
		if got := strings.Join(slices.Collect(w.Variables()), " "); got != c.want || literal != c.literal {
			t.Errorf("%q: variables %q, literal %v, want %q, %v", c.text, got, literal, c.want, c.literal)
		}
	}
	if w := (Word{Text: "${HTTP_Host}"}); !w.Uses("http_host") || w.Uses("host") {
		t.Error("Uses finds the wrong variables")
	}
}

func TestParseLimits(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"large file", strings.Repeat("#", maxFile+1), "file is larger than 1 MB"},
		{"many directives", strings.Repeat("a;", maxDirectives+1), "more than 100,000 directives"},
		{"deep blocks", strings.Repeat("a{", 10_000) + strings.Repeat("}", 10_000), "nested more than 32 deep"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.text))
			if len(tree.Errors) != 1 || !tree.Errors[0].Limit || !strings.Contains(tree.Errors[0].Message, c.want) {
				t.Errorf("errors = %q, want one that says %q", errorLines(tree), c.want)
			}
			depth := 0
			for d := range tree.All() {
				n := 0
				for p := d; p != nil; p = p.Parent {
					n++
				}
				depth = max(depth, n)
			}
			if depth > maxDepth+1 {
				t.Errorf("the tree is %d deep", depth)
			}
		})
	}
}

// A verdict is what nginx said about a case of testdata/grammar.txt.
type verdict struct {
	OK      bool   `json:"ok"`
	Message string `json:"message"`
	Line    int    `json:"line"`
}

// grammarCases returns the names of the cases in order, and their texts as nginx was given them (see grammar.py).
func grammarCases(tb testing.TB) (names []string, texts map[string]string) {
	tb.Helper()
	data, err := os.ReadFile("testdata/grammar.txt")
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

// TestGrammar compares with what nginx said: what it refuses while reading must be an error here, and what is an error
// here it must refuse, if only later (a missing ";" makes two directives one, with too many parameters).
func TestGrammar(t *testing.T) {
	data, err := os.ReadFile("testdata/grammar.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]verdict
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	reading := regexp.MustCompile(`^(unexpected|too long parameter|unknown directive "\x{feff})`)
	names, texts := grammarCases(t)
	if len(names) != len(recorded) || len(names) < 100 {
		t.Fatalf("%d cases, %d recorded: run grammar.py", len(names), len(recorded))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			said, ok := recorded[name]
			if !ok {
				t.Fatal("not recorded: run grammar.py")
			}
			tree := Parse(source.NewFile("nginx.conf", texts[name]))
			got := errorLines(tree)
			switch {
			case name == "missing semicolon before a directive":
				// nginx takes the next line for more names; that is no less an error.
				if !said.OK || len(got) != 1 {
					t.Errorf("nginx takes it: %v, errors: %q", said.OK, got)
				}
			case said.OK && len(got) > 0:
				t.Errorf("nginx takes it, errors here: %q", got)
			case reading.MatchString(said.Message) && len(got) == 0:
				t.Errorf("nginx says %q in line %d, no error here", said.Message, said.Line)
			case strings.HasPrefix(said.Message, "unexpected \"") && len(got) > 0 && strings.HasPrefix(tree.Errors[0].Message, "unexpected"):
				if line := tree.Errors[0].Span.From().Line; line != said.Line {
					t.Errorf("error in line %d, nginx says line %d: %q", line, said.Line, got)
				}
			}
		})
	}
}

// TestGrammarRecording asks the installed nginx again.
func TestGrammarRecording(t *testing.T) {
	if _, err := exec.LookPath("nginx"); err != nil {
		t.Skip("nginx is not installed; its recorded answers are tested by TestGrammar")
	}
	data, err := os.ReadFile("testdata/grammar.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]verdict
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	names, texts := grammarCases(t)
	for _, name := range names {
		conf := dir + "/nginx.conf"
		if err := os.WriteFile(conf, []byte(texts[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("nginx", "-t", "-p", dir, "-c", conf, "-g", "pid "+dir+"/pid; error_log stderr;").CombinedOutput()
		if got := err == nil; got != recorded[name].OK {
			t.Errorf("%s: nginx takes it: %v, recorded: %v\n%s", name, got, recorded[name].OK, out)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range treeCases() {
		f.Add(c.text)
	}
	for _, c := range recoveryCases() {
		f.Add(c.text)
	}
	_, texts := grammarCases(f)
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("nginx.conf.j2", text)
		tree := Parse(file)
		inside := func(what string, outer, inner source.Span) {
			if inner.File != file || inner.Start < outer.Start || inner.End > outer.End || inner.Start > inner.End {
				t.Fatalf("%s %v lies outside of %v", what, inner, outer)
			}
		}
		whole := file.Span(0, len(text))
		for d := range tree.All() {
			outer := whole
			if d.Parent != nil {
				outer = d.Parent.Span
			}
			inside("directive", outer, d.Span)
			inside("opener", d.Span, d.Opener)
			inside("name", d.Opener, d.Name.Span)
			for _, a := range d.Args {
				inside("word", d.Opener, a.Span)
			}
		}
		for _, e := range tree.Errors {
			inside("error", whole, e.Span)
		}
		for _, c := range tree.Comments {
			inside("comment", whole, c)
		}
	})
}

// benchmarkText is a site as they are, times n.
func benchmarkText(n int) string {
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

func BenchmarkParse(b *testing.B) {
	file := source.NewFile("site.conf", benchmarkText(100))
	b.SetBytes(int64(len(file.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(file)
	}
}

// TestManyErrors holds the errors of one file to a number that somebody reads.
func TestManyErrors(t *testing.T) {
	tree := Parse(source.NewFile("nginx.conf", strings.Repeat(";}", 100_000)+"server { listen 80; }"))
	if len(tree.Errors) != maxErrors || len(tree.Directives) != 1 {
		t.Errorf("%d errors, %d directives", len(tree.Errors), len(tree.Directives))
	}
}
