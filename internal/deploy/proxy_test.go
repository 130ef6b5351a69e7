package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// web returns a web process that listens on the binds, as gunicorn does under supervisor.
func web(binds ...deploy.Bind) *deploy.Process {
	return &deploy.Process{
		Name: "supervisor program web", Key: "supervisor:program:web", Launcher: deploy.Supervisor, Kind: deploy.Web,
		Server: &deploy.Server{Program: "gunicorn", Binds: binds},
	}
}

// service returns a web process of a compose service.
func service(name string, binds ...deploy.Bind) *deploy.Process {
	p := web(binds...)
	p.Key, p.Launcher, p.Container = "compose:"+name, deploy.Compose, true
	return p
}

func tcp(host, port string) deploy.Bind { return deploy.Bind{Host: host, Port: port, Known: true} }

func unix(path string) deploy.Bind { return deploy.Bind{Unix: path, Known: true} }

// proxyOf returns a proxy with a configuration of one file.
func proxyOf(path, text string) *deploy.Proxy {
	return &deploy.Proxy{Path: path, Config: nginx.Load(nginx.Files{}, source.NewFile(path, text))}
}

// addressOf returns the address of a proxy_pass.
func addressOf(t *testing.T, to string) nginx.Address {
	t.Helper()
	targets := proxyOf("site.conf", "server { location / { proxy_pass http://"+to+"; } }").Config.Targets()
	if len(targets) != 1 {
		t.Fatalf("%d targets in a configuration with one", len(targets))
	}
	return targets[0].Address
}

func TestReached(t *testing.T) {
	activated := web(deploy.Bind{Host: "127.0.0.1", Port: "8000", Known: true, Default: true})
	activated.Launcher = deploy.Systemd
	inside := web(unix("run/web.sock"))
	inside.Directory = value.OfStr("/srv/shop")
	for _, test := range []struct {
		name    string
		process *deploy.Process
		to      string
		want    value.Tri
	}{
		{"same", web(tcp("127.0.0.1", "8000")), "127.0.0.1:8000", value.True},
		{"localhost", web(tcp("127.0.0.1", "8000")), "localhost:8000", value.True},
		{"zero address", web(tcp("127.0.0.1", "8000")), "0.0.0.0:8000", value.True},
		{"all interfaces", web(tcp("", "8000")), "10.0.0.5:8000", value.True},
		{"other port", web(tcp("127.0.0.1", "8000")), "127.0.0.1:8001", value.False},
		{"one of two", web(unix("/run/a.sock"), tcp("127.0.0.1", "8001")), "127.0.0.1:8001", value.True},
		{"another interface", web(tcp("10.0.0.5", "8000")), "127.0.0.1:8000", value.False},
		{"a name for the machine", web(tcp("shop.internal", "8000")), "127.0.0.1:8000", value.Undecided},
		{"another machine", web(tcp("127.0.0.1", "8000")), "10.0.0.5:8000", value.Undecided},
		{"variable", web(deploy.Bind{Host: "127.0.0.1", Port: "$PORT"}), "127.0.0.1:8000", value.Undecided},
		{"socket", web(unix("/run/shop.sock")), "unix:/run/shop.sock", value.True},
		{"old spelling of run", web(unix("/var/run/shop.sock")), "unix:/run/shop.sock", value.True},
		{"other socket", web(unix("/run/shop.sock")), "unix:/run/web.sock", value.False},
		{"socket against port", web(unix("/run/shop.sock")), "127.0.0.1:8000", value.False},
		{"relative socket", web(unix("run/web.sock")), "unix:/srv/shop/run/web.sock", value.True},
		{"relative socket, other name", web(unix("run/web.sock")), "unix:/srv/shop/web.sock", value.Undecided},
		{"relative socket in a known folder", inside, "unix:/srv/shop/run/web.sock", value.True},
		{"relative socket in another folder", inside, "unix:/srv/run/web.sock", value.False},
		{"service", service("web", tcp("0.0.0.0", "8000")), "web:8000", value.True},
		{"service, other port", service("web", tcp("0.0.0.0", "8000")), "web:8001", value.False},
		{"service, loopback only", service("web", tcp("127.0.0.1", "8000")), "web:8000", value.False},
		{"published port", service("web", tcp("0.0.0.0", "8000")), "127.0.0.1:8080", value.Undecided},
		{"socket in a volume", service("web", unix("/sockets/web.sock")), "unix:/run/shop/web.sock", value.Undecided},
		{"socket unit", activated, "unix:/run/shop.sock", value.Undecided},
		{"no server", &deploy.Process{Kind: deploy.Web}, "127.0.0.1:8000", value.Undecided},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, got := test.process.Reached(addressOf(t, test.to)); got != test.want {
				t.Errorf("%s reaches %v: %v, want %v", test.to, test.process.Server, got, test.want)
			}
		})
	}
}

func TestAppTargets(t *testing.T) {
	const shop = "server { location / { proxy_pass http://127.0.0.1:8000; } }"
	group := func(name string, p *deploy.Proxy) *deploy.Proxy {
		p.Group = name
		return p
	}
	sample := func(p *deploy.Proxy) *deploy.Proxy {
		p.Sample = true
		return p
	}
	for _, test := range []struct {
		name string
		site deploy.Site
		want []string
	}{
		{
			name: "matched", want: []string{"127.0.0.1:8000 in location /, known"},
			site: deploy.Site{Processes: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}, Proxies: []*deploy.Proxy{proxyOf("a", shop)}},
		},
		{
			name: "likely", want: []string{"app:80 in location /", "app:80 in location /api/"},
			site: deploy.Site{Proxies: []*deploy.Proxy{proxyOf("a", `server {
				location / { proxy_pass http://app; }
				location /api/ { proxy_pass http://app; }
				location /pictures/ { proxy_pass http://pictures; }
			}`)}},
		},
		{
			name: "where the admin is", want: []string{"backend:8000 in location /admin/", "backend:8000 in location /api/"},
			site: deploy.Site{Proxies: []*deploy.Proxy{proxyOf("a", `server {
				location / { proxy_pass http://pages:4000; }
				location /admin/ { proxy_pass http://backend:8000; }
				location /api/ { proxy_pass http://backend:8000; }
			}`)}},
		},
		{
			name: "not another program",
			site: deploy.Site{Proxies: []*deploy.Proxy{
				proxyOf("a", "server { location / { proxy_pass http://flower:8888; } }"),
				proxyOf("b", "server { location / { proxy_pass http://localhost:3000; } }"),
				proxyOf("c", "server { location / { fastcgi_pass unix:/run/php.sock; } }"),
				proxyOf("d", "server { location / { proxy_pass http://10.0.0.9; } }"),
			}},
		},
		{
			name: "one match is enough", want: []string{"127.0.0.1:8000 in location /, known"},
			site: deploy.Site{Processes: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}, Proxies: []*deploy.Proxy{
				proxyOf("a", shop), proxyOf("b", "server { location / { proxy_pass http://127.0.0.1:7000; } }"),
			}},
		},
		{
			name: "alternatives", want: []string{"127.0.0.1:8000 in location /, known", "unix:/run/shop.sock in location /"},
			site: deploy.Site{Processes: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}, Proxies: []*deploy.Proxy{
				group("shop", proxyOf("a", shop)), group("shop", proxyOf("b", "server { location / { proxy_pass http://unix:/run/shop.sock; } }")),
			}},
		},
		{
			name: "other containers on the port", want: []string{"web:8000 in location /, known"},
			site: deploy.Site{Processes: []*deploy.Process{service("web", tcp("0.0.0.0", "8000"))}, Proxies: []*deploy.Proxy{proxyOf("a", `server {
				location / { proxy_pass http://web:8000; }
				location /gate/ { proxy_pass http://gate:8000; }
			}`)}},
		},
		{
			name: "example beside the real one", want: []string{"127.0.0.1:8000 in location /, known"},
			site: deploy.Site{Processes: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}, Proxies: []*deploy.Proxy{
				proxyOf("a", shop), sample(proxyOf("b", shop)),
			}},
		},
		{
			name: "a neighbour's",
			site: deploy.Site{Neighbours: []*deploy.Process{web(tcp("127.0.0.1", "8000"))}, Proxies: []*deploy.Proxy{proxyOf("a", shop)}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, target := range test.site.AppTargets() {
				line := target.Address.String() + " in " + target.Where()
				if target.Process != nil {
					line += ", known"
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("targets (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentHost(t *testing.T) {
	site := deploy.Site{Proxies: []*deploy.Proxy{proxyOf("a", `
		upstream app_server { server 127.0.0.1:8000; }
		server {
			location / { proxy_pass http://app_server; }
			location = /a { proxy_pass http://app:8000; }
			location = /b { proxy_pass http://app; }
			location = /c { proxy_pass http://unix:/run/app.sock; }
			location = /d { proxy_pass http://$backend; }
		}`)}}
	var got []string
	for _, target := range site.Proxies[0].Config.Targets() {
		host, ok := deploy.AppTarget{Target: target}.SentHost()
		if !ok {
			host = "not known"
		}
		got = append(got, host)
	}
	if diff := cmp.Diff([]string{"app_server", "app:8000", "app", "localhost", "not known"}, got); diff != "" {
		t.Errorf("hosts (-want +got):\n%s", diff)
	}
}

func TestBehind(t *testing.T) {
	for text, want := range map[string]bool{
		"server { listen 80; }": false,
		"server { proxy_set_header X-Forwarded-For $http_x_forwarded_for; }":            false,
		"server { set_real_ip_from 10.0.0.0/8; }":                                       true,
		"server { listen 80 proxy_protocol; }":                                          true,
		"server { proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto; }":        true,
		"map $http_x_forwarded_proto $proto { default $http_x_forwarded_proto; '' 1; }": true,
	} {
		if got := proxyOf("a", text).Behind(); got != want {
			t.Errorf("%s: behind another proxy is %t, want %t", text, got, want)
		}
	}
}

func TestContained(t *testing.T) {
	logs := func(to string) *deploy.Process {
		p := web(tcp("0.0.0.0", "8000"))
		p.Program = &deploy.Program{Options: deploy.NewOptions(map[string]value.Value{"stdout_logfile": value.OfStr(to)})}
		return p
	}
	script := func(path string) *deploy.Process {
		p := web(tcp("0.0.0.0", "8000"))
		p.Launcher, p.Declared = deploy.ShellScript, source.NewFile(path, "gunicorn").LineSpan(1)
		return p
	}
	besideNginx := logs("/var/log/web.log")
	besideNginx.Program.Config = &deploy.SupervisorConfig{Programs: []*deploy.Process{besideNginx, {Kind: deploy.ProxyProcess}}}
	for _, test := range []struct {
		name    string
		process *deploy.Process
		want    bool
	}{
		{"compose", service("web"), true},
		{"supervisor", logs("/var/log/web.log"), false},
		{"logs to standard output", logs("/dev/stdout"), true},
		{"supervisor starts nginx", besideNginx, true},
		{"script", script("bin/start.sh"), false},
		{"entry point", script("deploy/entrypoint.sh"), true},
		{"script of an image", script("docker/run.sh"), true},
	} {
		if got := test.process.Contained(); got != test.want {
			t.Errorf("%s: in a container is %t, want %t", test.name, got, test.want)
		}
	}
}

// TestNotWeb is about addresses at which no web server listens.
func TestNotWeb(t *testing.T) {
	net := func(name string) deploy.Network {
		return deploy.Network{Stack: "compose.yml", Names: []deploy.Alias{{Name: name}}}
	}
	place := func(name, image string) *deploy.Place {
		return &deploy.Place{Kind: deploy.Container, Name: name, Image: image, Network: net(name)}
	}
	web, worker, mixed := place("web", ""), place("worker", ""), place("mixed", "")
	site := &deploy.Site{
		Places: []*deploy.Place{web, worker, mixed, place("db", "postgis/postgis:16-3.5"), place("broker", "rabbitmq:4-management")},
		Processes: []*deploy.Process{
			{Kind: deploy.Web, Place: web, Container: true, Server: &deploy.Server{Binds: []deploy.Bind{{Port: "8000", Known: true}}}},
			{Kind: deploy.Worker, Place: worker, Name: "the worker"},
			{Kind: deploy.Command, OneShot: true, Place: worker},
			{Kind: deploy.Worker, Place: mixed},
			{Kind: deploy.OtherProcess, Place: mixed},
		},
	}
	for _, c := range []struct {
		address nginx.Address
		want    string
	}{
		{nginx.Address{Host: "web", Port: 8000}, ""},
		{nginx.Address{Host: "db", Port: 5432}, "where PostgreSQL runs"},
		{nginx.Address{Host: "DB", Port: 80}, "where PostgreSQL runs"},
		{nginx.Address{Host: "db", Port: 8000}, "where PostgreSQL runs"},
		{nginx.Address{Host: "broker", Port: 5672}, "where RabbitMQ runs"},
		{nginx.Address{Host: "broker", Port: 15672}, ""},
		{nginx.Address{Host: "worker", Port: 80}, "where the worker runs, which answers no requests"},
		{nginx.Address{Host: "mixed", Port: 80}, ""},
		{nginx.Address{Host: "other", Port: 80}, ""},
		{nginx.Address{Host: "10.0.0.1", Port: 6379}, "the port of Redis"},
		{nginx.Address{Host: "127.0.0.1", Port: 27017}, "the port of MongoDB"},
		{nginx.Address{Host: "127.0.0.1", Port: 5432, Hole: true}, ""},
		{nginx.Address{Unix: "/run/postgresql"}, ""},
	} {
		if what, _ := site.NotWeb(c.address); what != c.want {
			t.Errorf("%s: got %q, want %q", c.address, what, c.want)
		}
	}
}
