package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// siteBehind returns a site whose process listens on port 8000, behind a proxy of one file.
func siteBehind(config string) *deploy.Site {
	s := &deploy.Site{Processes: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}}
	if config != "" {
		s.Proxies = []*deploy.Proxy{proxyOf("site.conf", config)}
	}
	return s
}

func TestAddsHeader(t *testing.T) {
	const app = "location / { proxy_pass http://127.0.0.1:8000; }"
	for _, test := range []struct {
		name, config string
		want         value.Tri
	}{
		{"no proxy", "", value.False},
		{"in the server", "server { listen 443 ssl; add_header X-Test 1 always; " + app + " }", value.True},
		{"nowhere", "server { listen 443 ssl; " + app + " }", value.False},
		{"lost in the location", "server { listen 443 ssl; add_header X-Test 1; location / { add_header A b; proxy_pass http://127.0.0.1:8000; } }", value.False},
		{"plain server without it", "server { listen 80; " + app + " } server { listen 443 ssl; add_header x-test 1; " + app + " }", value.True},
		{"one of two", "server { listen 443 ssl; add_header X-Test 1; " + app + " location /api/ { add_header A b; proxy_pass http://127.0.0.1:8000; } }", value.False},
		{"an include that is not there", "server { listen 443 ssl; include headers.conf; " + app + " }", value.Undecided},
	} {
		t.Run(test.name, func(t *testing.T) {
			header, got := siteBehind(test.config).AddsHeader("X-Test")
			if got != test.want || got == value.True && header.Source().IsZero() {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestSiteRedirectsToHTTPS(t *testing.T) {
	const tls = "server { listen 443 ssl; location / { proxy_pass http://127.0.0.1:8000; } }"
	for _, test := range []struct {
		name, config string
		want         value.Tri
	}{
		{"no proxy", "", value.False},
		{"no TLS", "server { listen 80; location / { proxy_pass http://127.0.0.1:8000; } }", value.False},
		{"TLS alone", tls, value.True},
		{"a redirect beside it", "server { listen 80; return 301 https://$host$request_uri; } " + tls, value.True},
		{"both in one", "server { listen 80; listen 443 ssl; location / { proxy_pass http://127.0.0.1:8000; } }", value.False},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, got := siteBehind(test.config).RedirectsToHTTPS(); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestPlatformForcesHTTPS(t *testing.T) {
	told := source.NewFile("fly.toml", "force_https = true\n").LineSpan(1)
	forced, open := web(tcp("0.0.0.0", "8000")), web(tcp("0.0.0.0", "8000"))
	forced.ForcesHTTPS = told
	for _, test := range []struct {
		name      string
		processes []*deploy.Process
		want      bool
	}{
		{"no process", nil, false},
		{"one", []*deploy.Process{forced}, true},
		{"one of two", []*deploy.Process{forced, open}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			at, got := (&deploy.Site{Processes: test.processes}).PlatformForcesHTTPS()
			if got != test.want || got && at != told {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestMentionsHTTPSRedirect(t *testing.T) {
	for _, test := range []struct {
		name, config string
		want         bool
	}{
		{"no proxy", "", false},
		{"no redirect", "server { listen 80; location / { proxy_pass http://10.0.0.7; } }", false},
		{"a redirect", "server { listen 80; return 301 https://$host$request_uri; }", true},
		{"of location / alone", "server { listen 80; location / { return 301 https://$host$request_uri; } location /api { proxy_pass http://10.0.0.7; } }", true},
		{"a refusal", "server { listen 80; return 444; }", false},
		{"between names over TLS", "server { listen 443 ssl; return 301 https://shop.example$request_uri; }", false},
		{"in a file that is not there", "server { listen 80; include locations.conf; }", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := siteBehind(test.config).MentionsHTTPSRedirect(); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
