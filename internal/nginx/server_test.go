package nginx

import (
	"fmt"
	"testing"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"

	"github.com/google/go-cmp/cmp"
)

func TestListens(t *testing.T) {
	cases := []struct{ listen, want string }{
		{"listen 80;", "*:80"},
		{"listen *:80;", "*:80"},
		{"listen 0.0.0.0:81;", "*:81"},
		{"listen 127.0.0.1;", "127.0.0.1:80"},
		{"listen 127.0.0.1:8000 default_server;", "127.0.0.1:8000 default"},
		{"listen [::]:443 ssl http2 ipv6only=on;", "[::]:443 ssl http2 ipv6"},
		{"listen [::1];", "[::1]:80 ipv6"},
		{"listen localhost:8080 proxy_protocol;", "localhost:8080 proxy_protocol"},
		{"listen unix:/run/n.sock;", "unix:/run/n.sock"},
		{"listen 443 quic reuseport;", "*:443 quic"},
		{"listen 8000-8010;", "*:8000"},
		{"listen ${PORT};", "?"},
		{"listen *:{{ port }} ssl;", "? ssl"},
		{"", "*:80"},
		{"include x;", "?"},
	}
	for _, c := range cases {
		t.Run(c.listen, func(t *testing.T) {
			l := load(t, "server { "+c.listen+" }").Servers[0].Listens[0]
			got := l.Socket()
			if l.Hole {
				got = "?"
			}
			for _, flag := range []struct {
				on   bool
				name string
			}{
				{l.SSL, "ssl"},
				{l.HTTP2, "http2"},
				{l.QUIC, "quic"},
				{l.DefaultServer, "default"},
				{l.ProxyProtocol, "proxy_protocol"},
				{l.IPv6(), "ipv6"},
			} {
				if flag.on {
					got += " " + flag.name
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTLS(t *testing.T) {
	cases := []struct{ server, tls, plain string }{
		{"listen 80;", "false", "true"},
		{"", "false", "true"},
		{"listen 443 ssl;", "true", "false"},
		{"listen 80; listen 443 ssl;", "true", "true"},
		{"listen 443; ssl on;", "true", "false"},
		{"listen {{ port }};", "undecided", "undecided"},
		{"listen 80; include tls.conf;", "undecided", "true"},
		{"listen 80; {% if tls %}listen 443 ssl;{% endif %}", "true", "true"},
	}
	for _, c := range cases {
		t.Run(c.server, func(t *testing.T) {
			s := load(t, "server { "+c.server+" }").Servers[0]
			if got := []string{s.TLS().String(), s.Plain().String()}; !cmp.Equal(got, []string{c.tls, c.plain}) {
				t.Errorf("got %q, want %q", got, []string{c.tls, c.plain})
			}
		})
	}
}

func TestNames(t *testing.T) {
	cases := []struct {
		name string
		kind NameKind
		host string
		want value.Tri
	}{
		{"shop.example", ExactName, "shop.example", value.True},
		{"Shop.Example", ExactName, "shop.example", value.True},
		{"shop.example", ExactName, "www.shop.example", value.False},
		{"*.shop.example", WildcardName, "www.shop.example", value.True},
		{"*.shop.example", WildcardName, "shop.example", value.False},
		{".shop.example", WildcardName, "shop.example", value.True},
		{".shop.example", WildcardName, "www.shop.example", value.True},
		{".shop.example", WildcardName, "wwwshop.example", value.False},
		{"shop.*", WildcardName, "shop.example", value.True},
		{"~^www\\d\\.shop", RegexName, "www1.shop.example", value.True},
		{"_", NoName, "shop.example", value.False},
		{"\"\"", EmptyName, "shop.example", value.False},
		{"{{ domain }}", ExactName, "shop.example", value.Undecided},
		{"$hostname", ExactName, "shop.example", value.Undecided},
	}
	for _, c := range cases {
		t.Run(c.name+" "+c.host, func(t *testing.T) {
			s := load(t, "server { server_name "+c.name+"; }").Servers[0]
			if n := s.Names[0]; n.Kind != c.kind && !n.Hole || n.Matches(c.host) != c.want || s.Answers(c.host) != c.want {
				t.Errorf("kind %d, matches %v, answers %v, want %d and %v", n.Kind, n.Matches(c.host), s.Answers(c.host), c.kind, c.want)
			}
		})
	}
}

func TestSockets(t *testing.T) {
	c := load(t, `server { listen 80; server_name a; }
server { listen 0.0.0.0:80 default_server; listen [::]:80 default_server; server_name b; }
server { listen *:80 default_server; server_name c; } server { listen ${PORT}; server_name d; }`)
	var got []string
	for _, s := range c.Sockets() {
		names := ""
		for _, server := range s.Servers {
			names += server.Names[0].Text
		}
		got = append(got, fmt.Sprintf("%s %s default %s marked %d", s.Listen.Socket(), names, s.Default.Names[0].Text, len(s.Marked)))
	}
	if diff := cmp.Diff([]string{"*:80 abc default b marked 2", "[::]:80 b default b marked 1"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTargets(t *testing.T) {
	cases := []struct{ text, want, span string }{
		{"proxy_pass http://127.0.0.1:8000;", "http 127.0.0.1:8000", "127.0.0.1:8000"},
		{"proxy_pass http://127.0.0.1:8000/;", "http 127.0.0.1:8000 uri /", "127.0.0.1:8000"},
		{"proxy_pass http://web;", "http web:80", "web"},
		{"proxy_pass https://web/api/;", "https web:443 uri /api/", "web"},
		{"proxy_pass http://app;", "http app:80 -> unix:/run/a.sock 127.0.0.1:8001", "app"},
		{"proxy_pass http://unix:/run/a.sock;", "http unix:/run/a.sock", "unix:/run/a.sock"},
		{"proxy_pass http://unix:/run/a.sock:/x;", "http unix:/run/a.sock uri /x", "unix:/run/a.sock"},
		{"proxy_pass http://unix:///run/a.sock;", "http unix:/run/a.sock", "unix:///run/a.sock"},
		{"proxy_pass http://[::1]:8000;", "http [::1]:8000", "[::1]:8000"},
		{"proxy_pass 127.0.0.1:8000;", " 127.0.0.1:8000", "127.0.0.1:8000"},
		{"proxy_pass http://$backend;", "http ?", "$backend"},
		{"proxy_pass http://{{ host }}:{{ port }};", "http ?", "{{ host }}:{{ port }}"},
		{"proxy_pass {{ url }};", " ?", "{{ url }}"},
		{"uwsgi_pass 127.0.0.1:4242;", "uwsgi 127.0.0.1:4242", "127.0.0.1:4242"},
		{"uwsgi_pass unix:///run/u.sock;", "uwsgi unix:/run/u.sock", "unix:///run/u.sock"},
		{"uwsgi_pass app;", "uwsgi app -> unix:/run/a.sock 127.0.0.1:8001", "app"},
		{"fastcgi_pass php:9000;", "fastcgi php:9000", "php:9000"},
		{"grpc_pass grpc://g:50051;", "grpc g:50051", "g:50051"},
		{"if ($a) { proxy_pass http://web; }", "http web:80", "web"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			config := load(t, "upstream app { server unix:/run/a.sock fail_timeout=0; server 127.0.0.1:8001 backup; }\n"+
				"server { location /x { "+c.text+" } }")
			targets := config.Targets()
			if len(targets) != 1 {
				t.Fatalf("%d targets", len(targets))
			}
			target := targets[0]
			got := target.Protocol + " " + target.Address.String()
			if target.Address.Hole {
				got = target.Protocol + " ?"
			}
			if target.URI != "" {
				got += " uri " + target.URI
			}
			if target.Upstream != nil {
				addresses, _ := target.Addresses()
				got += " ->"
				for _, a := range addresses {
					got += " " + a.String()
				}
			}
			if got != c.want || target.Source().Text() != c.span || target.Location == nil || target.Location.Path != "/x" {
				t.Errorf("got %q at %q, want %q at %q", got, target.Source().Text(), c.want, c.span)
			}
		})
	}
}

func TestRedirectsToHTTPS(t *testing.T) {
	cases := []struct{ name, server, want string }{
		{"return", "return 301 https://$host$request_uri;", "true"},
		{"return without a status", "return https://$host$request_uri;", "true"},
		{"return to http", "return 301 http://$host$request_uri;", "false"},
		{"return to the same scheme", "return 301 $scheme://$host/x;", "false"},
		{"return a page", "return 200 https://a;", "false"},
		{"rewrite", "rewrite ^ https://$host$request_uri? permanent;", "true"},
		{"rewrite with a capture", "rewrite ^/(.*)$ https://a/$1 redirect;", "true"},
		{"rewrite of some", "rewrite ^/a https://a permanent; location / { proxy_pass http://a; }", "false"},
		{"location", "location / { return 308 https://$host$request_uri; }", "true"},
		{"location of a pattern", "location ~ ^/(.*)$ { return 301 https://$host$request_uri; }", "true"},
		{
			"challenge beside it",
			"location /.well-known/acme-challenge/ { root /a; } location / { return 301 https://$host$request_uri; }", "true",
		},
		{"only one location", "location /a { return 301 https://$host$request_uri; }", "false"},
		{
			"another location is proxied",
			"location / { return 301 https://$host$request_uri; } location /api/ { proxy_pass http://a; }", "false",
		},
		{"another is refused", "location / { return 301 https://$host$request_uri; } location /x { return 404; }", "true"},
		{"proxied", "location / { proxy_pass http://a; }", "false"},
		{
			"certbot",
			"if ($host = www.a.example) { return 301 https://$host$request_uri; } if ($host = a.example) { return 301 https://$host$request_uri; }\n" +
				"listen 80; server_name a.example www.a.example; return 404;", "true",
		},
		{
			"certbot for one of two names",
			"if ($host = a.example) { return 301 https://$host$request_uri; } server_name a.example b.example; return 404;", "false",
		},
		{"if by scheme", "if ($scheme = http) { return 301 https://$host$request_uri; } location / { proxy_pass http://a; }", "true"},
		{"if by scheme, negated", `if ($scheme != "https") { rewrite ^ https://$host$uri permanent; } location / { proxy_pass http://a; }`, "true"},
		{"if by another proxy", `location / { if ($http_x_forwarded_proto != "https") { return 301 https://$host$request_uri; } proxy_pass http://a; }`, "true"},
		{"if by something else", "if ($host = a) { return 301 https://$host$request_uri; } location / { proxy_pass http://a; }", "false"},
		{"include", "include redirect.conf;", "undecided"},
		{"include beside a proxied location", "include x.conf; location / { proxy_pass http://a; }", "undecided"},
		{"template value", "return 301 {{ url }};", "undecided"},
		{"template value in the host", "return 301 https://{{ domain }}$request_uri;", "true"},
		{"nothing", "", "false"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := load(t, "server { "+c.server+" }").Servers[0].RedirectsToHTTPS(); got.String() != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCondition(t *testing.T) {
	cases := []struct{ text, want string }{
		{"if ($host) {}", "host  "},
		{"if ( $host ) {}", "host  "},
		{"if ($host = a.b) {}", "host = a.b"},
		{`if ($host ~* "^www\.") {}`, `host ~* ^www\.`},
		{`if ($https = "") {}`, "https = "},
		{"if (!-f $request_filename) {}", " !-f $request_filename"},
		{"if ($host != a ) {}", "host != a"},
		{"if $host {}", "no"},
		{"if () {}", "no"},
		{"if {}", "no"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			cond, ok := Condition(syntax.Parse(source.NewFile("a", c.text)).Directives[0])
			got := cond.Variable + " " + cond.Operator + " " + cond.Value.Text
			if !ok {
				got = "no"
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMeasures(t *testing.T) {
	sizes := map[string]int64{"0": 0, "10": 10, "8k": 8 << 10, "10M": 10 << 20, "4G": 4 << 30, "": -1, "m": -1, "1t": -1, "-1": -1, "99999999999g": -1}
	for text, want := range sizes {
		if got, ok := ParseSize(text); ok != (want >= 0) || ok && got != want {
			t.Errorf("ParseSize(%q) = %d, %v, want %d", text, got, ok, want)
		}
	}
	times := map[string]float64{"60": 60, "90s": 90, "5m": 300, "1h30m": 5400, "500ms": 0.5, "1d": 86400, "": -1, "s": -1, "5x": -1}
	for text, want := range times {
		if got, ok := ParseTime(text); ok != (want >= 0) || ok && got != want {
			t.Errorf("ParseTime(%q) = %v, %v, want %v", text, got, ok, want)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	cases := []struct{ text, want string }{
		{"server { }", "1048576 true"},
		{"http { client_max_body_size 2m; server { } }", "2097152 true"},
		{"server { client_max_body_size ${MAX}; }", "0 false"},
		{"server { include x; }", "1048576 false"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			n, _, known := load(t, c.text).Servers[0].BodyLimit()
			if got := fmt.Sprint(n, known); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
