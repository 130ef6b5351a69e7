package program_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// TestReadsForwardedProto is about what servers answered for a request with X-Forwarded-Proto: https from 127.0.0.1 and from
// another address: whether the scheme that they told Django was https.
func TestReadsForwardedProto(t *testing.T) {
	near := nginx.Address{Host: "127.0.0.1", Port: 8000}
	far := nginx.Address{Host: "172.18.0.2", Port: 8000}
	for _, c := range []struct {
		line      string
		near, far value.Tri
	}{
		{"gunicorn shop.wsgi", value.True, value.False},
		{"gunicorn --forwarded-allow-ips * shop.wsgi", value.True, value.True},
		{"gunicorn --forwarded-allow-ips 10.0.0.1 shop.wsgi", value.False, value.Undecided},
		{"gunicorn --forwarded-allow-ips 10.0.0.1,127.0.0.1 shop.wsgi", value.True, value.Undecided},
		{"gunicorn --forwarded-allow-ips 172.16.0.0/12 shop.wsgi", value.Undecided, value.Undecided},
		{"gunicorn --forwarded-allow-ips ::1 shop.wsgi", value.True, value.False},
		{"uvicorn shop.asgi:application", value.True, value.False},
		{"uvicorn --no-proxy-headers shop.asgi:application", value.False, value.False},
		{"daphne shop.asgi:application", value.False, value.False},
		{"daphne --proxy-headers shop.asgi:application", value.True, value.True},
		{"hypercorn shop.asgi:application", value.False, value.False},
		{"waitress-serve shop.wsgi:application", value.False, value.False},
		{"waitress-serve --trusted-proxy 127.0.0.1 shop.wsgi:application", value.True, value.False},
		{"waitress-serve --trusted-proxy * shop.wsgi:application", value.True, value.True},
		{"waitress-serve --url-scheme https shop.wsgi:application", value.True, value.True},
		{"uwsgi --http-socket :8000 --module shop.wsgi", value.True, value.True},
	} {
		p := read(c.line)
		target := func(a nginx.Address) deploy.AppTarget {
			return deploy.AppTarget{Target: nginx.Target{Address: a}, Process: p, Bind: p.Server.Binds[0]}
		}
		if got := target(near).ReadsForwardedProto(); got != c.near {
			t.Errorf("%s, nginx on the same machine: %s, want %s", c.line, got, c.near)
		}
		if got := target(far).ReadsForwardedProto(); got != c.far {
			t.Errorf("%s, nginx elsewhere: %s, want %s", c.line, got, c.far)
		}
	}
}

// TestDropsForwardedProto is about servers of which Django does not even see the header.
func TestDropsForwardedProto(t *testing.T) {
	for line, want := range map[string]value.Tri{
		"gunicorn shop.wsgi":                                                     value.False,
		"daphne shop.asgi:application":                                           value.False,
		"waitress-serve shop.wsgi:application":                                   value.True,
		"waitress-serve --no-clear-untrusted-proxy-headers shop.wsgi":            value.False,
		"waitress-serve --trusted-proxy 127.0.0.1 shop.wsgi:application":         value.False,
		"waitress-serve --trusted-proxy 10.0.0.1 shop.wsgi:application":          value.True,
		"waitress-serve --trusted-proxy proxy.internal shop.wsgi:application":    value.Undecided,
		"waitress-serve --trusted-proxy * --trusted-proxy-headers forwarded a:b": value.False,
	} {
		p := read(line)
		near := deploy.AppTarget{Target: nginx.Target{Address: nginx.Address{Host: "127.0.0.1", Port: 8080}}, Process: p, Bind: p.Server.Binds[0]}
		if got := near.DropsForwardedProto(&deploy.Site{}); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
