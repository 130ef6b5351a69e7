package address_test

import (
	"testing"

	"deploylint/internal/address"
)

func TestSplit(t *testing.T) {
	for text, want := range map[string][2]string{
		"127.0.0.1:8000":           {"127.0.0.1", "8000"},
		"shop":                     {"shop", ""},
		":8000":                    {"", "8000"},
		"shop:":                    {"shop", ""},
		"":                         {"", ""},
		"[::]:8000":                {"[::]", "8000"},
		"[::1]":                    {"[::1]", ""},
		"[":                        {"[", ""},
		"]:1":                      {"]", "1"},
		"${HOST:-0.0.0.0}:8000":    {"${HOST:-0.0.0.0}", "8000"},
		"0.0.0.0:${PORT:-8000}":    {"0.0.0.0", "${PORT:-8000}"},
		"{{ h | d('a:b') }}:{{p}}": {"{{ h | d('a:b') }}", "{{p}}"},
		"${PORT:-8000}":            {"${PORT:-8000}", ""},
	} {
		if host, port := address.Split(text); host != want[0] || port != want[1] {
			t.Errorf("Split(%q) = %q, %q, want %q", text, host, port, want)
		}
	}
}

func TestJoin(t *testing.T) {
	for want, in := range map[string][2]string{
		"shop:80": {"shop", "80"}, "[::1]:80": {"::1", "80"}, "[::]:80": {"[::]", "80"}, ":80": {"", "80"},
	} {
		if got := address.Join(in[0], in[1]); got != want {
			t.Errorf("Join(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestUnix(t *testing.T) {
	for text, want := range map[string]string{
		"unix:/run/a.sock": "/run/a.sock", "unix:///run/a.sock": "/run/a.sock", "unix://a.sock": "a.sock", "unix:a.sock": "a.sock", "127.0.0.1": "", "/run/a": "",
	} {
		if got, ok := address.Unix(text); ok != (want != "") || ok && got != want {
			t.Errorf("Unix(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestSocket(t *testing.T) {
	for name, want := range map[string]string{
		"/var/run/a.sock": "/run/a.sock", "/run/a.sock": "/run/a.sock", "/run//b/../a.sock": "/run/a.sock", "a.sock": "/a.sock",
	} {
		if got := address.Socket(name); got != want {
			t.Errorf("Socket(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestHosts(t *testing.T) {
	loopback := []string{
		"localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "localhost6", "ip6-localhost", "127.0.0.1", "127.8.9.1", "127.1", "::1", "[::1]",
		"0:0:0:0:0:0:0:1", "::ffff:127.0.0.1",
	}
	wildcard := []string{"", "*", "0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0", "::ffff:0.0.0.0"}
	neither := []string{"10.0.0.1", "1.127.0.1", "127.example.com", "127.0.0.1.nip.io", "localhost.example.com", "my-localhost", "[::2]", "web", "$HOST", "0"}
	for _, test := range []struct {
		hosts              []string
		loopback, wildcard bool
	}{{loopback, true, false}, {wildcard, false, true}, {neither, false, false}} {
		for _, host := range test.hosts {
			if got := address.Loopback(host); got != test.loopback {
				t.Errorf("Loopback(%q) = %v", host, got)
			}
			if got := address.Wildcard(host); got != test.wildcard {
				t.Errorf("Wildcard(%q) = %v", host, got)
			}
		}
	}
}

func TestSame(t *testing.T) {
	if !address.Same("[::1]", "::1") || !address.Same("Web", "web") || address.Same("web", "web2") {
		t.Error("Same compares hosts up to case and brackets")
	}
}
