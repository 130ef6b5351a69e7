package nginx

import "testing"

// TestTargetOfVariable is about a pass directive whose address stands in a variable.
func TestTargetOfVariable(t *testing.T) {
	cases := []struct{ server, address, uri, at string }{
		{"set $up web:8000; location / { proxy_pass http://$up; }", "web:8000", "", "web:8000"},
		{"location / { set $up web; proxy_pass http://${up}:8000/x; }", "web:8000", "/x", "web"},
		{"set $up http://web:8000; location / { proxy_pass $up; }", "web:8000", "", "web:8000"},
		{"set $up app; location / { proxy_pass http://$up; }", "app:80", "", "app"},
		{"set $up web:8000; location / { proxy_pass http://$up$request_uri; }", "web:8000", "$request_uri", "web:8000"},
		{"location / { proxy_pass http://web:8000$uri; }", "web:8000", "$uri", "web:8000"},
		{"location / { proxy_pass http://web:8000${request_uri}; }", "web:8000", "${request_uri}", "web:8000"},
		{"set $up web:8000; if ($args) { set $up b:8000; } location / { uwsgi_pass $up; }", "?", "", "$up"},
		{"location / { if ($args) { set $up b:8000; } uwsgi_pass $up; }", "?", "", "$up"},
		{"set $up $host:8000; location / { uwsgi_pass $up; }", "?", "", "$up"},
		{"location /a/ { set $up web:8000; } location / { uwsgi_pass $up; }", "?", "", "$up"},
		{"location / { proxy_pass http://$host; }", "?", "", "$host"},
	}
	for _, c := range cases {
		t.Run(c.server, func(t *testing.T) {
			target := load(t, "upstream app { server web:1; } server { "+c.server+" }").Targets()[0]
			address := target.Address.String()
			if target.Address.Hole {
				address = "?"
			}
			if address != c.address || target.URI != c.uri || target.Source().Text() != c.at {
				t.Errorf("got %q and %q at %q, want %q and %q at %q", address, target.URI, target.Source().Text(), c.address, c.uri, c.at)
			}
			if (target.Upstream != nil) != (c.address == "app:80") {
				t.Errorf("upstream: %v", target.Upstream)
			}
		})
	}
}
