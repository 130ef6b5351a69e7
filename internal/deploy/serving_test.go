package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/pathmap"
	"deploylint/internal/value"
)

func TestServing(t *testing.T) {
	for _, test := range []struct {
		name, locations string
		folder          string
		toApp           bool
	}{
		{name: "alias", locations: "location /static/ { alias /srv/shop/assets/; }", folder: "/srv/shop/assets"},
		{name: "root", locations: "location /static/ { root /srv/shop; }", folder: "/srv/shop/static"},
		{name: "application", toApp: true},
		{name: "storage", locations: "location /static/ { proxy_pass http://minio:9000; }"},
		{name: "frontend", locations: "location /s { root /srv/frontend; }"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := deploy.Site{Proxies: []*deploy.Proxy{proxyOf("a", "server { location / { proxy_pass http://127.0.0.1:8000; } "+test.locations+" }")}}
			answers := site.Serving("/static/")
			if len(answers) != 1 {
				t.Fatalf("%d answers of one server", len(answers))
			}
			folder, ok := answers[0].Served()
			if folder != test.folder || ok != (test.folder != "") || answers[0].ToApp != test.toApp {
				t.Errorf("folder %q, %t, to the application %t", folder, ok, answers[0].ToApp)
			}
		})
	}
}

func TestServedFallback(t *testing.T) {
	const text = "server { root /srv/shop/public; location / { try_files $uri @app; } location @app { proxy_pass http://127.0.0.1:8000; } }"
	site := deploy.Site{Proxies: []*deploy.Proxy{proxyOf("a", text)}}
	answers := site.Serving("/static/")
	if len(answers) != 1 {
		t.Fatalf("%d answers of one server", len(answers))
	}
	if folder, ok := answers[0].Served(); folder != "/srv/shop/public/static" || !ok {
		t.Errorf("folder %q, %t", folder, ok)
	}
}

func TestHandsOut(t *testing.T) {
	b := pathmap.NewBuilder([]string{"shop/wsgi.py"})
	b.Add(pathmap.Evidence{Server: "/srv/shop", Strength: pathmap.Declared})
	media := value.OfPath(value.RootMark + "/media")
	for _, test := range []struct {
		name, location string
		want           bool
	}{
		{"internal", "location /protected/ { internal; alias /srv/shop/media/; }", true},
		{"public", "location /media/ { alias /srv/shop/media/; }", false},
		{"another folder", "location /protected/ { internal; alias /srv/shop/invoices/; }", false},
		{"not known", "location /protected/ { internal; alias $folder; }", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := deploy.Site{Paths: b.Map(), Proxies: []*deploy.Proxy{proxyOf("a", "server { "+test.location+" location / { proxy_pass http://127.0.0.1:8000; } }")}}
			if got := site.HandsOut(media); got != test.want {
				t.Errorf("handed out is %t, want %t", got, test.want)
			}
		})
	}
}

func TestLocalURL(t *testing.T) {
	for text, want := range map[string]string{
		"/static/": "/static/", "static/": "/static/", "/static": "/static/", "/": "/",
		"": "", "https://cdn.example/": "", "//cdn.example/": "",
	} {
		if got, ok := deploy.LocalURL(value.OfStr(text)); got != want || ok != (want != "") {
			t.Errorf("LocalURL(%q) = %q, %t", text, got, ok)
		}
	}
}
