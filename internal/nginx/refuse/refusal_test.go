package refuse

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/nginxtest"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// refusalBases are configurations that nginx takes, to be broken.
func refusalBases() []string {
	return []string{
		`worker_processes 2;
worker_rlimit_nofile 4096;
events {
    worker_connections 512;
    multi_accept on;
    use epoll;
}
http {
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 65s;
    client_max_body_size 10m;
    gzip on;
    gzip_min_length 256;
    gzip_types text/css application/javascript;
    map $http_upgrade $connection_upgrade {
        default upgrade;
        ''      close;
        "~^x y" 'a"b';
    }
    upstream app {
        server 127.0.0.1:8001 fail_timeout=0;
        server unix:/tmp/none.sock backup;
        keepalive 16;
    }
    server {
        listen 127.0.0.1:18180 default_server;
        server_name shop.example *.shop.example;
        root /srv/shop;
        location /static/ {
            alias /srv/shop/static/;
            expires 30d;
            access_log off;
            add_header Cache-Control "public, immutable";
        }
        location / {
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_redirect off;
            proxy_read_timeout 90s;
            proxy_buffering off;
            proxy_pass http://app;
        }
        location ~ /\.(?!well-known) {
            deny all;
        }
        error_page 500 502 /50x.html;
    }
}
`,
		`events { worker_connections 64; }
http {
    log_format main '$remote_addr - "$request" '
                    '$status ${body_bytes_sent}';  # two lines
    server_tokens off;
    types {
        text/html html htm;
        image/png png;
    }
    default_type application/octet-stream;
    geo $inside {
        default 0;
        10.0.0.0/8 1;
    }
    server {
        listen 127.0.0.1:18181;
        server_name ~^(?<sub>[a-z]+)\.example$ "a.example";
        if ($host = 'old.example') {
            return 301 https://new.example$request_uri;
        }
        location = /health { access_log off; return 200 "ok\n"; }
        location ^~ /media/ {
            root /srv;
            autoindex off;
            try_files $uri =404;
        }
        location ~* \.(css|js)$ {
            expires max;
            if ($arg_x ~ "^a b$") { set $y 1; }
        }
        location @app {
            uwsgi_param HTTP_HOST $host;
            uwsgi_pass 127.0.0.1:3031;
            uwsgi_read_timeout 1m;
        }
        location /deep/ {
            satisfy any;
            allow 127.0.0.1;
            deny all;
            location /deep/er/ { internal; }
            limit_except GET POST { deny all; }
        }
    }
}
`,
		`pid logs/n.pid;
error_log logs/e.log warn;
events { }
http {
    limit_req_zone $binary_remote_addr zone=one:1m rate=5r/s;
    proxy_buffers 8 16k;
    proxy_buffer_size 16k;
    proxy_http_version 1.1;
    split_clients $remote_addr $variant { 50% a; * b; }
    server {
        listen [::1]:18182;
        rewrite ^/old/(.*)$ /new/$1 permanent;
        rewrite ^/x$ /y last;
        location / {
            limit_req zone=one burst=10 nodelay;
            proxy_next_upstream error timeout http_502;
            proxy_ignore_headers Expires Cache-Control;
            proxy_pass http://127.0.0.1:8000/;
            proxy_hide_header X-Powered-By;
            client_body_buffer_size 128k;
        }
        location /a { return 404; }
        location /b { proxy_pass http://unix:/tmp/a.sock; proxy_set_header Connection ""; }
        location ~ "^/[0-9]{4}/$" { proxy_pass http://127.0.0.1:8000; }
    }
    server { listen 127.0.0.1:18183; return 444; }
}
`,
	}
}

// A refusalCase is a configuration and what nginx says about it.
type refusalCase struct {
	Name string `json:"name"`
	Text string `json:"text,omitempty"`
	// Of, From, To and By spare the recording a text that is one of refusalBases with By in place of what is from From to To.
	Of      int    `json:"of,omitempty"` // counted from 1
	From    int    `json:"from,omitempty"`
	To      int    `json:"to,omitempty"`
	By      string `json:"by,omitempty"`
	OK      bool   `json:"ok"`
	Message string `json:"message,omitempty"`
	Line    int    `json:"line,omitempty"`
}

// packed returns the case as it is recorded, where its text was made of a base.
func (c refusalCase) packed(base int) refusalCase {
	of := refusalBases()[base]
	from, end := 0, 0
	for from < min(len(of), len(c.Text)) && of[from] == c.Text[from] {
		from++
	}
	for end < min(len(of), len(c.Text))-from && of[len(of)-1-end] == c.Text[len(c.Text)-1-end] {
		end++
	}
	c.Of, c.From, c.To, c.By, c.Text = base+1, from, len(of)-end, c.Text[from:len(c.Text)-end], ""
	return c
}

// unpacked is the reverse of packed.
func (c refusalCase) unpacked() refusalCase {
	if c.Of > 0 {
		of := refusalBases()[c.Of-1]
		c.Text = of[:c.From] + c.By + of[c.To:]
	}
	return c
}

// refusalCases draws the cases: those of grammar.txt, broken configurations, and single directives in blocks.
func refusalCases(tb testing.TB) []refusalCase {
	tb.Helper()
	var cases []refusalCase
	names, texts := nginxtest.GrammarCases(tb)
	for _, name := range names {
		cases = append(cases, refusalCase{Name: "grammar: " + name, Text: texts[name]})
	}
	for i, base := range refusalBases() {
		cases = append(cases, refusalCase{Name: fmt.Sprintf("base %d", i), Text: base})
	}
	r := rand.New(rand.NewPCG(1, 22))
	for i := range 420 {
		base := refusalBases()[i%3]
		cases = append(cases, refusalCase{Name: fmt.Sprintf("broken %d", i), Text: breakConfig(r, base)})
	}
	blocks := []string{
		"%s events {}", "events { %s }", "events {} http { %s }", "events {} http { upstream a { %s server 127.0.0.1; } }",
		"events {} http { server { %s } }", "events {} http { server { location / { %s } } }",
		"events {} http { server { if ($host) { %s } } }", "events {} http { server { location / { if ($host) { %s } } } }",
		"events {} http { server { location / { limit_except GET { %s } } } }",
	}
	var all []string
	for name := range syntax.Names {
		if !syntax.Definitions(name)[0].ThirdParty {
			all = append(all, name)
		}
	}
	for i := range 400 {
		words := []string{all[r.IntN(len(all))]}
		for range r.IntN(4) {
			words = append(words, pick(r, "on", "1", "10m", "x", "5s", "/a"))
		}
		end := ";"
		if r.IntN(8) == 0 {
			end = " { }"
		}
		text := fmt.Sprintf(blocks[r.IntN(len(blocks))], "\n"+strings.Join(words, " ")+end+"\n")
		cases = append(cases, refusalCase{Name: fmt.Sprintf("directive %d", i), Text: text})
	}
	return cases
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// breakConfig makes one or two mistakes in a configuration.
func breakConfig(r *rand.Rand, text string) string {
	for range 1 + r.IntN(2)*r.IntN(2) {
		lines := strings.SplitAfter(text, "\n")
		i := r.IntN(len(lines) - 1)
		line := lines[i]
		switch r.IntN(10) {
		case 0: // drop one of ; { } " '
			marks := regexp.MustCompile(`[;{}"']`).FindAllStringIndex(text, -1)
			at := marks[r.IntN(len(marks))]
			text = text[:at[0]] + text[at[1]:]
			continue
		case 1: // add one
			at := r.IntN(len(text))
			text = text[:at] + pick(r, ";", "{", "}", `"`, "'", "#", `\`) + text[at:]
			continue
		case 2: // move a line
			j := r.IntN(len(lines) - 1)
			lines[i] = ""
			lines[j] += line
		case 3: // have a line twice
			lines[i] += line
		case 4: // drop a line
			lines[i] = ""
		case 5: // misspell a word
			words := regexp.MustCompile(`[a-z_]{3,}`).FindAllStringIndex(line, -1)
			if len(words) > 0 {
				at := words[0]
				lines[i] = line[:at[1]-1] + line[at[1]:]
			}
		case 6: // one parameter more
			lines[i] = strings.Replace(line, ";", " more;", 1)
		case 7: // one parameter less
			lines[i] = regexp.MustCompile(` [^ ;{]+;`).ReplaceAllString(line, ";")
		case 8: // another value
			lines[i] = regexp.MustCompile(`(\w+) [^ ;{]+;`).ReplaceAllString(line, "$1 "+pick(r, "maybe", "-1", "10x", "on", "$host")+";")
		case 9: // cut the file
			text = text[:r.IntN(len(text))]
			continue
		}
		text = strings.Join(lines, "")
	}
	return text
}

const refusalRecord = "testdata/refusals.json"

// TestRefusalRecording asks the installed nginx, and records its answers with -update.
func TestRefusalRecording(t *testing.T) {
	dir := nginxtest.NewPrefix(t)
	var recorded []refusalCase
	if !nginxtest.Update() {
		if out, _ := exec.Command("nginx", "-v").CombinedOutput(); !strings.Contains(string(out), "nginx/"+syntax.DefaultVersion().String()) {
			t.Skipf("the recording is that of another version than %s", out)
		}
		nginxtest.ReadRecord(t, refusalRecord, &recorded)
		for i, c := range recorded {
			c = c.unpacked()
			if i%5 != 0 {
				continue // a sample: each costs a process
			}
			if ok, message, line := nginxtest.AskNginx(t, dir, c.Text); ok != c.OK || message != c.Message || line != c.Line {
				t.Errorf("%s: nginx says %v %q in line %d, recorded is %v %q in line %d", c.Name, ok, message, line, c.OK, c.Message, c.Line)
			}
		}
		return
	}
	for _, c := range refusalCases(t) {
		c.OK, c.Message, c.Line = nginxtest.AskNginx(t, dir, c.Text)
		name, _, _ := strings.Cut(c.Message, `" directive is not allowed`)
		known := syntax.Definitions(strings.TrimPrefix(name, `"`))
		if len(known) > 0 && !known[0].At(syntax.DefaultVersion()) || strings.HasSuffix(c.Message, `\`) {
			continue // Debian's has it from a later version; a name with a line end in it cannot be read off
		}
		if name, ok := strings.CutPrefix(c.Message, `unknown directive "`); ok {
			known := syntax.Definitions(strings.TrimSuffix(name, `"`))
			if slices.ContainsFunc(known, func(d syntax.Definition) bool { return d.At(syntax.DefaultVersion()) && !d.ThirdParty }) {
				continue // of a module that this nginx is built without
			}
		}
		var number int
		if _, err := fmt.Sscanf(c.Name, "broken %d", &number); err == nil {
			c = c.packed(number % len(refusalBases()))
		}
		recorded = append(recorded, c)
	}
	nginxtest.WriteRecord(t, refusalRecord, recorded)
}

// judged matches the messages that Tree.Refusal gives. What else nginx refuses (a certificate that is not there, a host that
// does not resolve, a pattern that PCRE does not take) is no question of the grammar.
func judged() *regexp.Regexp {
	return regexp.MustCompile(`^(unexpected|too long parameter|unknown directive|".*" directive is not allowed here|invalid number of arguments|` +
		`directive ".*" (is not terminated|has no opening)|".*" directive (is duplicate|invalid (value|number))|invalid value "|` +
		`invalid URL prefix|invalid return code|location ".*" (is outside|cannot be inside)|named location|no servers are inside|` +
		`"proxy_pass" cannot have URI|invalid condition|invalid location modifier|the "alias" directive)`)
}

// TestRefusal compares with what nginx -t said: the same first mistake, in the same words, in the same line.
func TestRefusal(t *testing.T) {
	var recorded []refusalCase
	nginxtest.ReadRecord(t, refusalRecord, &recorded)
	if len(recorded) < 700 {
		t.Fatalf("%d cases only", len(recorded))
	}
	judged := judged()
	refused, other := 0, 0
	for _, c := range recorded {
		c = c.unpacked()
		tree := syntax.Parse(source.NewFile("nginx.conf", c.Text))
		tree.Template = false // braces that a mistake doubled look like one
		r, found := First(tree, syntax.MainContext, syntax.DefaultVersion())
		switch {
		case c.OK && found:
			t.Errorf("%s: nginx takes it, here it is refused: %q in line %d\n%s", c.Name, r.Message, r.Line, c.Text)
		case c.OK:
		case !judged.MatchString(c.Message):
			other++
			if found && c.Line > 0 && r.Line < c.Line {
				t.Errorf("%s: got %q in line %d before nginx's %q in line %d\n%s", c.Name, r.Message, r.Line, c.Message, c.Line, c.Text)
			}
		default:
			refused++
			if !found || r.Message != c.Message || r.Line != c.Line {
				t.Errorf("%s: got %q in line %d, nginx says %q in line %d\n%s", c.Name, r.Message, r.Line, c.Message, c.Line, c.Text)
			}
		}
	}
	t.Logf("%d cases, %d refused as here, %d refused for other reasons", len(recorded), refused, other)
	if refused < 400 || other > len(recorded)/6 {
		t.Errorf("%d of %d are refused as here, %d for other reasons", refused, len(recorded), other)
	}
}

func TestRefusals(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "http { server { listen 80; } }", nil},
		{"unknown", "http { server {\n proxy_passs http://a; } }", []string{`2 unknown directive "proxy_passs"`}},
		{"not here", "http {\n location / { root /a; }\n server { alias /a; } }", []string{
			`2 "location" directive is not allowed here`, `3 "alias" directive is not allowed here`,
		}},
		{"a site file alone may be included anywhere", "server { listen 80; } user www-data;", nil},
		{"parameters", "http { server { root a b; listen; } }", []string{
			`1 invalid number of arguments in "root" directive`, `1 invalid number of arguments in "listen" directive`,
		}},
		{"values", "http { gzip yes; client_max_body_size 5x; proxy_http_version 2; keepalive_timeout 5; }", []string{
			`1 invalid value "yes" in "gzip" directive, it must be "on" or "off"`, `1 "client_max_body_size" directive invalid value`,
			`1 invalid value "2"`,
		}},
		{"twice", "http { server { root /a; root /b; location /c { alias /d; root /e; } } }", []string{
			`1 "root" directive is duplicate`, `1 "root" directive is duplicate, "alias" directive was specified earlier`,
		}},
		{"a template may drop one of two", "http { server { {% if a %}root /a;{% else %}root /b;{% endif %} } }", nil},
		{"third party", "http { brotli on; server { more_set_headers 'Server: x'; content_by_lua_block { x } } }", nil},
		{"newer", "http { server { http2 on; } }", []string{`1 unknown directive "http2"`}},
		{"blocks", "http { upstream a { }\n server; root /a { } }", []string{
			"1 no servers are inside upstream", `2 directive "server" has no opening "{"`, `2 directive "root" is not terminated by ";"`,
		}},
		{"locations", "http { server { location /a { location /b { } location @c { } } location = /x { location /x/y { } } location ! /z { } } }", []string{
			`1 location "/b" is outside location "/a"`, `1 named location "@c" can be on the server level only`,
			`1 location "/x/y" cannot be inside the exact location "/x"`, `1 invalid location modifier "!"`,
		}},
		{"targets", "http { server { location / { proxy_pass app; } location ~ a { proxy_pass http://a/b; } location @c { alias /a; } } }", []string{
			"1 invalid URL prefix",
			`1 "proxy_pass" cannot have URI part in location given by regular expression, or inside named location, ` +
				`or inside "if" statement, or inside "limit_except" block`,
			`1 the "alias" directive cannot be used inside the named location`,
		}},
		{"a placeholder that is not in capitals", "http { client_max_body_size ${Upload_Mib}m; }", nil},
		{"stream", "stream { server { listen 1; proxy_pass a:2; location / {} } }", []string{`1 "location" directive is not allowed here`}},
		{"conditions", "http { server { if (-z a) { } if ($a ~~ b) { } if a { } if ($b) { } } }", []string{
			`1 invalid condition "-z"`, `1 unexpected "~~" in condition`, `1 invalid condition "a"`,
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			config := nginx.Load(nginx.Files{}, source.NewFile("nginx/x.conf", c.text))
			var got []string
			for _, r := range All(config, syntax.DefaultVersion()) {
				got = append(got, fmt.Sprintf("%d %s", r.Line, r.Message))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
	newer := nginx.Load(nginx.Files{}, source.NewFile("nginx/x.conf", "http { server { http2 on; } }"))
	if v, ok := syntax.ParseVersion("1.26"); !ok || len(All(newer, v)) != 0 {
		t.Errorf("nginx 1.26 refuses http2: %v", All(newer, v))
	}
}

// TestRefusalOfLua skips what only the Lua module reads.
func TestRefusalOfLua(t *testing.T) {
	const text = "events {}\nhttp { server { location / {\ncontent_by_lua_block { local a = { '}' }\nif a then b() end }\n} }\nfoo bar;\n}"
	r, ok := First(syntax.Parse(source.NewFile("nginx.conf", text)), syntax.MainContext, syntax.DefaultVersion())
	if !ok || r.Line != 6 || r.Message != `unknown directive "foo"` {
		t.Errorf("got %v in line %d", r.Message, r.Line)
	}
}

// FuzzRefusal holds the reader that stops at the first mistake against the one that goes on: what is no configuration for
// the one is none for the other.
func FuzzRefusal(f *testing.F) {
	for _, text := range refusalBases() {
		f.Add(text)
	}
	for _, c := range nginxtest.RecoveryCases() {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree := syntax.Parse(source.NewFile("nginx.conf", text))
		r, ok := First(tree, syntax.HTTPContext, syntax.DefaultVersion())
		if ok && r.Kind == Unexpected && len(tree.Errors) == 0 {
			t.Errorf("%q in line %d is no error for Parse", r.Message, r.Line)
		}
		if ok && (r.Span.Start < 0 || r.Span.End > len(text) || r.Span.Start > r.Span.End || r.Line < 1) {
			t.Errorf("%v lies outside", r.Span)
		}
		All(nginx.Load(nginx.Files{}, tree.File), syntax.DefaultVersion())
	})
}

func BenchmarkRefusal(b *testing.B) {
	tree := syntax.Parse(source.NewFile("site.conf", nginxtest.BenchmarkText(100)))
	b.SetBytes(int64(len(tree.File.Text)))
	for b.Loop() {
		First(tree, syntax.HTTPContext, syntax.DefaultVersion())
	}
}
