package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVocabulary(t *testing.T) {
	for name, want := range map[string]string{
		"proxy_pass": "location", "listen": "server", "server": "http upstream", "alias": "location", "gzip": "http server location",
		"user": "main", "try_files": "server location",
	} {
		var got []string
		for c := MainContext; c <= LocationContext; c++ {
			if c.Allows(name) {
				got = append(got, c.String())
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if Known("proxy_passs") || !Known("content_by_lua_block") || !Known("http2") {
		t.Error("the wrong names are known")
	}
	last := ""
	for name := range Names {
		if name <= last || !Known(name) {
			t.Errorf("%q follows %q", name, last)
		}
		last = name
	}
}

func TestVersions(t *testing.T) {
	cases := []struct {
		text, want string
		ok         bool
	}{
		{"1.22.1", "1.22.1", true},
		{"1.25", "1.25.0", true},
		{"1", "0.0.0", false},
		{"1.x", "0.0.0", false},
		{"1.2.3.4", "0.0.0", false},
	}
	for _, c := range cases {
		if v, ok := ParseVersion(c.text); v.String() != c.want || ok != c.ok {
			t.Errorf("ParseVersion(%q) = %v, %v", c.text, v, ok)
		}
	}
	http2 := Definitions("http2")[0]
	if http2.At(DefaultVersion()) || !http2.At(Version{1, 25, 1}) || !http2.In(ServerContext) || http2.In(LocationContext) {
		t.Errorf("http2 is %+v", http2)
	}
	if ssl := Definitions("ssl")[0]; !ssl.At(DefaultVersion()) || ssl.At(Version{1, 25, 1}) {
		t.Errorf("ssl is %+v", ssl)
	}
	if d := Definitions("location")[0]; !d.Block || !d.Takes(2) || d.Takes(3) {
		t.Errorf("location is %+v", d)
	}
}
