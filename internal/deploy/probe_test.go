package deploy

import (
	"fmt"
	"testing"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestProbeOf(t *testing.T) {
	for text, want := range map[string]string{
		"curl -f http://localhost:8000/health/":                                             "curl http localhost 8000 /health/ follows=false fails=400 tls=false",
		"curl --fail --location http://localhost:8000 || exit 1":                            "curl http localhost 8000 / follows=true fails=400 tls=true",
		"curl -fsSL -o /dev/null localhost:8000/hc":                                         "curl http localhost 8000 /hc follows=true fails=400 tls=true",
		"curl http://127.0.0.1/":                                                            "curl http 127.0.0.1 80 / follows=false fails=0 tls=false",
		"curl -fL http://localhost/ || true":                                                "curl http localhost 80 / follows=false fails=0 tls=false",
		"curl -s http://localhost:8000/ping | grep -q pong":                                 "curl http localhost 8000 /ping follows=false fails=300 tls=true",
		`test "$(curl -s -o /dev/null -w '%{http_code}' http://localhost:8000/)" = 200`:     "none",
		`curl -s -o /dev/null -w "%{http_code}" http://localhost:8000/ | grep -q 200`:       "curl http localhost 8000 / follows=false fails=201 tls=true",
		`["curl", "-fs", "-S", "-L", "--max-time", "2", "http://localhost:8000"]`:           "curl http localhost 8000 / follows=true fails=400 tls=true",
		`sh -c "curl -f http://localhost:8000/ > /dev/null 2>&1 || exit 1"`:                 "curl http localhost 8000 / follows=false fails=400 tls=false",
		"curl -L http://127.0.0.1:8000/api/health_check > /dev/null":                        "curl http 127.0.0.1 8000 /api/health_check follows=true fails=0 tls=true",
		"curl --unix-socket /run/app.sock -f http://localhost/":                             "none",
		"wget -qO- http://localhost:8000/ || exit 1":                                        "wget http localhost 8000 / follows=true fails=400 tls=true",
		"wget --no-verbose --tries=1 --spider http://0.0.0.0:${PORT:-8000}/up":              "wget http 0.0.0.0 8000 /up follows=true fails=400 tls=true",
		"wget -q --max-redirect=0 -O /dev/null http://localhost:8000/":                      "wget http localhost 8000 / follows=false fails=300 tls=true",
		"python -c import urllib.request; urllib.request.urlopen('http://localhost:3735/')": "urllib http localhost 3735 / follows=true fails=400 tls=true",
		`python3 -c "import requests; requests.get('http://localhost:8000/h', timeout=2)"`:  "requests http localhost 8000 /h follows=true fails=0 tls=true",
		`python -c "import httpx; httpx.get('http://localhost:8000/h').raise_for_status()"`: "httpx http localhost 8000 /h follows=false fails=300 tls=true",
		`python -c "import requests as r; r.get('http://localhost:8000/h')"`:                "none",
		`python -c "import http.client as h; c=h.HTTPConnection('localhost', 8000); c.request('GET', '/up'); exit(0 if c.getresponse().status == 200 else 1)"`: "http.client http localhost 8000 /up follows=false fails=201 tls=true",
		"pg_isready -U shop": "none",
		"":                   "none",
	} {
		p, ok := probeOf(text)
		got := "none"
		if ok {
			got = fmt.Sprintf("%s %s %s %s %s follows=%t fails=%d tls=%t", p.Client, p.Scheme, p.Host, p.Port, p.Path, p.Follows, p.FailsFrom, p.FailsOnTLS())
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestProbeHeaders(t *testing.T) {
	for text, want := range map[string][2]string{
		`curl -fL -H "X-Forwarded-Proto: https" http://localhost/`: {"localhost:80", "true"},
		`curl -fL -H 'Host: shop.example' http://localhost/`:       {"shop.example", "false"},
		"wget --header='Host: shop.example' http://localhost/":     {"shop.example", "false"},
		`python -c "from urllib.request import *; urlopen(Request('http://localhost/', headers={'Host': 'shop.example', 'X-Forwarded-Proto': 'https'}))"`: {"shop.example", "true"},
	} {
		p, ok := probeOf(text)
		if host, _ := p.HostHeader(); !ok || host != want[0] || fmt.Sprint(p.SaysHTTPS()) != want[1] {
			t.Errorf("%s: got %v %q %t, want %v", text, ok, host, p.SaysHTTPS(), want)
		}
	}
}

func TestProbed(t *testing.T) {
	place := &Place{Kind: Container, Name: "web"}
	other := &Place{Kind: Container, Name: "api"}
	web := &Process{Place: place, Server: &Server{Binds: []Bind{{Host: "0.0.0.0", Port: "8000", Known: true}}}}
	web.Health = LaunchOption{Value: value.Written("curl -f http://localhost:8000/", source.Span{}, "")}
	api := &Process{Place: other, Server: &Server{Binds: []Bind{{Port: "9000", Known: true}}}}
	site := &Site{Processes: []*Process{api, web}, Places: []*Place{place, other}}
	if got := web.Probes(); len(got) != 1 || site.Probed(web, got[0]) != web {
		t.Errorf("got %+v", got)
	}
	for _, elsewhere := range []Probe{{Host: "localhost", Port: "9000"}, {Host: "api", Port: "8000"}, {Host: "localhost", Port: "80"}} {
		if got := site.Probed(web, elsewhere); got != nil {
			t.Errorf("%+v arrives at %v", elsewhere, got)
		}
	}
	if site.Probed(web, Probe{}) != web {
		t.Error("a probe of an unknown port is one of the process itself")
	}
}
