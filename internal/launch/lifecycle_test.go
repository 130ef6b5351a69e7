package launch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// lives prints what the launchers do with each process, one line per aspect that a file or a default decides.
func lives(r *Result) string {
	var b strings.Builder
	for _, p := range r.Processes {
		fmt.Fprintf(&b, "%s [%s]", p.Key, kindName(p.Kind))
		if p.OneShot {
			b.WriteString(" once")
		}
		b.WriteString("\n")
		if p.Restart.Policy != deploy.RestartUnknown {
			fmt.Fprintf(&b, "  restarts %s (%s), at boot %s (%s)\n", p.Restart.Policy, said(p.Restart.Option), p.Restart.AtBoot, said(p.Restart.Boot))
		}
		fmt.Fprintf(&b, "  stops by %s, %s, group %s, kills group %s\n", said(p.Stop.Signal), said(p.Stop.Seconds), p.Stop.Group, p.Stop.KillGroup)
		if p.Replicas.Value.Known() {
			fmt.Fprintf(&b, "  replicas %s\n", said(p.Replicas))
		}
		for _, port := range p.Ports {
			fmt.Fprintf(&b, "  port %s known %t public %t\n", port, port.Known, port.Public())
		}
		for _, log := range p.Logs {
			fmt.Fprintf(&b, "  %s to %s\n", log.Stream, said(log.Option))
		}
		for _, one := range []deploy.LaunchOption{p.Health, p.Ready} {
			if one.Name != "" {
				fmt.Fprintf(&b, "  %s\n", said(one))
			}
		}
		if p.Server != nil {
			for _, bind := range p.Server.Binds {
				fmt.Fprintf(&b, "  at %s known %t\n", bind, bind.Known)
			}
		}
	}
	return b.String()
}

// said prints an option: "name=value", with "default" where no file gives it.
func said(o deploy.LaunchOption) string {
	text, ok := o.Value.Text()
	if n, isInt := o.Value.Int(); isInt {
		text, ok = fmt.Sprint(n), true
	}
	if on, isBool := o.Value.Bool(); isBool {
		text, ok = fmt.Sprint(on), true
	}
	switch {
	case o.Value.Kind() == value.None:
		text = "none"
	case !ok:
		text = "?"
	}
	if !o.Given() {
		text += " default"
	}
	return o.Name + "=" + text
}

func TestLifecycle(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{
			"supervisor's defaults",
			map[string]string{"web.conf": "[program:web]\ncommand=gunicorn shop.wsgi\n"},
			`supervisor:program:web [web]
  restarts on failure (autorestart=unexpected default), at boot true (autostart=true default)
  stops by stopsignal=TERM default, stopwaitsecs=10 default, group false, kills group false
  replicas numprocs=1 default
  stdout to stdout_logfile=AUTO default
  stderr to stderr_logfile=AUTO default
  at 127.0.0.1:8000 known true
`,
		},
		{
			"supervisor's options, and an address for each process",
			map[string]string{"web.conf": "[program:web]\ncommand=gunicorn -b 127.0.0.1:800%(process_num)d --access-logfile /var/log/a.log shop.wsgi\nprocess_name=%(program_name)s_%(process_num)d\n" +
				"numprocs=3\nnumprocs_start=1\nautorestart=true\nautostart=no\nstopsignal=SIGQUIT\nstopwaitsecs=60\nstopasgroup=true\nredirect_stderr=true\nstdout_logfile=/var/log/web.log\n"},
			`supervisor:program:web [web]
  restarts always (autorestart=true), at boot false (autostart=no)
  stops by stopsignal=QUIT, stopwaitsecs=60, group true, kills group true
  replicas numprocs=3
  stdout to stdout_logfile=/var/log/web.log
  access to accesslog=/var/log/a.log
  at 127.0.0.1:8001 known true
  at 127.0.0.1:8002 known true
  at 127.0.0.1:8003 known true
`,
		},
		{
			"a socket that supervisor opens",
			map[string]string{"web.conf": "[fcgi-program:asgi]\nsocket=tcp://localhost:8001\ncommand=daphne --fd 0 shop.asgi:application\nautorestart=no\n"},
			`supervisor:fcgi-program:asgi [web]
  restarts never (autorestart=no), at boot true (autostart=true default)
  stops by stopsignal=TERM default, stopwaitsecs=10 default, group false, kills group false
  replicas numprocs=1 default
  stdout to stdout_logfile=AUTO default
  stderr to stderr_logfile=AUTO default
  at localhost:8001 known true
`,
		},
		{
			"a unit's defaults",
			map[string]string{"shop.service": "[Service]\nExecStart=/srv/venv/bin/gunicorn shop.wsgi\n"},
			`systemd:shop.service [web]
  restarts never (Restart=no default), at boot false (WantedBy=none default)
  stops by KillSignal=TERM default, TimeoutStopSec=90 default, group true, kills group true
  replicas =1 default
  stdout to StandardOutput=journal default
  stderr to StandardError=inherit default
  at 127.0.0.1:8000 known true
`,
		},
		{
			"a unit with a drop-in and a socket",
			map[string]string{
				"units/shop.service": "[Unit]\nRequires=shop.socket\n[Service]\nType=notify\nRestart=always\nKillSignal=SIGQUIT\nKillMode=mixed\nTimeoutStopSec=1min 30s\n" +
					"StandardOutput=append:/var/log/%p.log\nExecStart=/srv/venv/bin/gunicorn --bind unix:/run/old.sock shop.wsgi\n",
				"units/shop.socket":                   "[Socket]\nListenStream=/run/shop.sock\nListenStream=8000\n",
				"units/shop.service.d/override.conf":  "[Service]\nRestart=on-failure\nTimeoutSec=infinity\nWatchdogSec=30\n",
				"units/other.service.d/override.conf": "[Service]\nRestart=on-failure\n",
			},
			`systemd:shop.service [web]
  restarts on failure (Restart=on-failure), at boot true (WantedBy=none default)
  stops by KillSignal=QUIT, TimeoutSec=none, group false, kills group true
  replicas =1 default
  stdout to StandardOutput=append:/var/log/shop.log
  stderr to StandardError=inherit default
  WatchdogSec=30
  at unix:/run/shop.sock known true
  at :8000 known true
`,
		},
		{
			"a socket that nothing asks for, and a template with instances",
			map[string]string{
				"shop@.service": "[Service]\nType=oneshot\nExecStart=gunicorn --bind 127.0.0.1:80%i shop.wsgi\nExecStart=celery -A shop worker\nKillMode=process\n[Install]\nWantedBy=multi-user.target\n",
				"web.service":   "[Service]\nExecStart=gunicorn shop.wsgi\nRestart=on-success\n",
				"web.socket":    "[Socket]\nListenStream=127.0.0.1:9000\n",
			},
			`systemd:shop@.service [web] once
  restarts never (Restart=no default), at boot true (WantedBy=multi-user.target)
  stops by KillSignal=TERM default, TimeoutStopSec=90 default, group false, kills group false
  stdout to StandardOutput=journal default
  stderr to StandardError=inherit default
  at 127.0.0.1:80%i known false
systemd:shop@.service [worker] once
  restarts never (Restart=no default), at boot true (WantedBy=multi-user.target)
  stops by KillSignal=TERM default, TimeoutStopSec=90 default, group false, kills group false
  stdout to StandardOutput=journal default
  stderr to StandardError=inherit default
systemd:web.service [web]
  stops by KillSignal=TERM default, TimeoutStopSec=90 default, group true, kills group true
  replicas =1 default
  stdout to StandardOutput=journal default
  stderr to StandardError=inherit default
  at 127.0.0.1:8000 known true
  at 127.0.0.1:9000 known true
`,
		},
		{
			"an image",
			map[string]string{"Dockerfile": "FROM python:3.12\nEXPOSE 8000/tcp 9000\nSTOPSIGNAL SIGINT\nHEALTHCHECK --interval=5s CMD curl -f http://localhost:8000/\nCMD [\"gunicorn\", \"shop.wsgi\"]\n"},
			`dockerfile:Dockerfile [web]
  stops by STOPSIGNAL=INT, =? default, group false, kills group true
  port 8000 known true public false
  port 9000 known true public false
  HEALTHCHECK=curl -f http://localhost:8000/
  at 127.0.0.1:8000 known true
`,
		},
		{
			"a service, and the image below it",
			map[string]string{
				"Dockerfile": "FROM python:3.12\nHEALTHCHECK NONE\nCMD [\"gunicorn\", \"-b\", \":8000\", \"shop.wsgi\"]\n",
				"compose.yml": "services:\n  web:\n    build: .\n    restart: unless-stopped\n    stop_grace_period: 1m30s\n    stop_signal: SIGQUIT\n    deploy: {replicas: 2}\n" +
					"    ports: ['80:8000', '127.0.0.1:81:8000', '${PORT}:8000', {target: 9000, published: 82, host_ip: '::1'}]\n    expose: [7000]\n    healthcheck: {test: [CMD, curl, localhost]}\n" +
					"  worker:\n    image: shop\n    command: celery -A shop worker\n    healthcheck: {disable: true}\n    restart: \"no\"\n    scale: 3\n" +
					"  beat:\n    build: .\n    command: celery -A shop beat\n    deploy: {restart_policy: {condition: on-failure}}\n",
			},
			`compose:web [web]
  restarts always (restart=unless-stopped), at boot true (restart=unless-stopped)
  stops by stop_signal=QUIT, stop_grace_period=90, group false, kills group true
  replicas deploy.replicas=2
  port 80:8000 known true public true
  port 127.0.0.1:81:8000 known true public false
  port $PORT:8000 known false public false
  port ::1:82:9000 known true public false
  port 7000 known true public false
  healthcheck=curl localhost
  at :8000 known true
compose:worker [worker]
  restarts never (restart=no), at boot false (restart=no)
  stops by stop_signal=? default, stop_grace_period=10 default, group false, kills group true
  replicas scale=3
  healthcheck=none
compose:beat [beat]
  restarts on failure (deploy.restart_policy.condition=on-failure), at boot false (deploy.restart_policy.condition=on-failure)
  stops by STOPSIGNAL=TERM default, stop_grace_period=10 default, group false, kills group true
  replicas scale=1 default
  HEALTHCHECK=none
`,
		},
		{
			"platforms",
			map[string]string{
				"fly.toml":      "kill_timeout = \"30s\"\n[processes]\nweb = \"gunicorn shop.wsgi\"\n[http_service]\ninternal_port = 8000\n[[restart]]\npolicy = \"always\"\n",
				"render.yaml":   "services:\n- type: web\n  name: shop\n  startCommand: gunicorn shop.wsgi\n  preDeployCommand: python manage.py migrate\n  numInstances: 2\n  healthCheckPath: /up\n- type: cron\n  name: clean\n  startCommand: python manage.py clean\n",
				"railway.json":  `{"deploy": {"startCommand": "celery -A shop worker", "restartPolicyType": "ON_FAILURE", "numReplicas": 2, "healthcheckPath": "/up"}}`,
				"Procfile":      "web: uvicorn shop.asgi:application\n",
				"nixpacks.toml": "[variables]\nA = \"1\"\n[start]\ncmd = \"granian shop.asgi:application\"\n",
			},
			`fly:web [web]
  restarts always (restart.policy=always), at boot true (=? default)
  stops by kill_signal=INT default, kill_timeout=30, group false, kills group true
  port 8000 known true public false
  at 0.0.0.0:$PORT known false
nixpacks:app [web]
  restarts always (=always default), at boot true (=? default)
  stops by =TERM default, =? default, group false, kills group true
  at 127.0.0.1:8000 known true
railway:app [worker]
  restarts on failure (restartPolicyType=ON_FAILURE), at boot true (=? default)
  stops by =TERM default, =? default, group false, kills group true
  replicas numReplicas=2
  healthcheckPath=/up
render:shop preDeployCommand [command] once
  restarts always (=always default), at boot true (=? default)
  stops by =TERM default, maxShutdownDelaySeconds=30 default, group false, kills group true
  replicas numInstances=2
  healthCheckPath=/up
render:shop [web]
  restarts always (=always default), at boot true (=? default)
  stops by =TERM default, maxShutdownDelaySeconds=30 default, group false, kills group true
  replicas numInstances=2
  healthCheckPath=/up
  at 0.0.0.0:$PORT known false
render:clean [command] once
  restarts always (=always default), at boot true (=? default)
  stops by =TERM default, maxShutdownDelaySeconds=30 default, group false, kills group true
  replicas numInstances=1 default
procfile:web [web]
  stops by =TERM default, =? default, group undecided, kills group undecided
  at 127.0.0.1:8000 known true
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, lives(read(c.files))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTimeSpan(t *testing.T) {
	for text, want := range map[string]string{
		"90": "90", "5min 20s": "320", "1h": "3600", "infinity": "none", "0": "none", "500ms": "0", "2d": "172800", "1.5min": "90", "soon": "?", "": "0",
	} {
		got := strings.TrimSuffix(strings.TrimPrefix(said(deploy.LaunchOption{Value: timeSpan(text)}), "="), " default")
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestParsePort(t *testing.T) {
	for text, want := range map[string]string{
		"8000": "||8000", "80:8000": "|80|8000", "127.0.0.1:80:8000/tcp": "127.0.0.1|80|8000", "127.0.0.1::8000": "127.0.0.1||8000",
		"[::1]:80:8000": "::1|80|8000", "8000-8010:8000-8010": "|8000-8010|8000-8010",
	} {
		host, outside, inside := parsePort(text)
		if got := host + "|" + outside + "|" + inside; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestUnitNames(t *testing.T) {
	for name, want := range map[string]string{
		"deploy/shop.service": "shop.service", "shop.service.j2": "shop.service", "shop@.service.tmpl.erb": "shop@.service", "ucr.systemd": "ucr.systemd",
	} {
		if got := unitName(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if unit, ok := dropInOf("x/shop.service.d/a.conf"); !ok || unit != "shop.service" {
		t.Errorf("got %q, %t", unit, ok)
	}
	if _, ok := dropInOf("nginx/conf.d/a.conf"); ok {
		t.Error("conf.d holds no drop-ins")
	}
}

// FuzzLaunchers reads any text as a file of each launcher.
func FuzzLaunchers(f *testing.F) {
	for _, seed := range []string{
		"[watcher:web]\ncmd = gunicorn shop.wsgi --bind fd://$(circus.sockets.web)\nuse_sockets = True\n[socket:web]\nport=80\n",
		"<VirtualHost *:80>\nWSGIScriptAlias / /srv/shop/wsgi.py\n</VirtualHost>\n",
		"kind: Deployment\nspec: {template: {spec: {containers: [{name: web, command: [gunicorn, shop.wsgi]}]}}}\n",
		"[uwsgi]\nfor = 1 2\nsocket = :%(_)\nendfor =\nif-env = X\nmaster = true\nendif =\nini = vassal.ini\n",
		"A = 'x'\n*/5 * * * * root cd /srv && python manage.py x\n@daily www-data date +\\%F %in\n",
		"[Service]\nExecStart=gunicorn %i ${X}\nTimeoutStopSec=5min\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		one := File{File: source.NewFile("vassal.ini", text)}
		list := []File{one}
		Read(Files{deploy.Kubernetes: list, deploy.Circus: list, deploy.Apache: list, deploy.UWSGI: list, deploy.Systemd: list, deploy.Cron: list}, Options{
			Open: func(string) (*source.File, error) { return one.File, nil },
			Find: func(string, string) (*source.File, bool, bool) { return one.File, false, true },
		})
	})
}
