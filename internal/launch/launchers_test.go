package launch

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMoreLaunchers reads the launchers that the first table leaves out.
func TestMoreLaunchers(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{
			"Kubernetes: a Deployment over the image, its ConfigMap, probes and a CronJob",
			map[string]string{
				"Dockerfile": "FROM python:3.12\nWORKDIR /app\nENV A=image B=image\nUSER app\nENTRYPOINT [\"tini\", \"--\"]\nCMD [\"gunicorn\", \"shop.wsgi\"]\n",
				"k8s/web.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop}\ndata: {B: map, DJANGO_SETTINGS_MODULE: shop.settings.production}\n---\n" +
					"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 2\n  template:\n    spec:\n      securityContext: {runAsUser: 1000}\n      containers:\n" +
					"      - name: web\n        image: registry.example/shop:1\n        args: [gunicorn, -b, ':8000', shop.wsgi]\n        envFrom: [{configMapRef: {name: shop}}, {secretRef: {name: keys}}]\n" +
					"        env: [{name: C, value: here}, {name: D, valueFrom: {secretKeyRef: {name: keys, key: d}}}, {name: E, valueFrom: {configMapKeyRef: {name: shop, key: B}}}]\n" +
					"      - name: cache\n        image: redis:7\n",
				"k8s/clean.yaml": "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: clean}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: shop, command: [python, manage.py, clearsessions], workingDir: /srv}]}}}}}\n",
			},
			`kubernetes:cronjob:clean [command] manage.py clearsessions
  in /srv
  as app
  A=image (image)
  B=image (image)
kubernetes:deployment:web/web [web] gunicorn -b :8000 shop.wsgi
  in /app
  as 1000
  through tini
  A=image (image)
  B=map (map)
  C=here (here)
  D=?the cluster holds it (D)
  DJANGO_SETTINGS_MODULE=shop.settings.production (shop.settings.production)
  E=map (map)
  settings shop.settings.production (shop.settings.production)
  serves shop.wsgi at :8000
`,
		},
		{
			"heroku.yml gets what app.json gives",
			map[string]string{
				"app.json":   `{"env": {"DJANGO_SETTINGS_MODULE": "shop.settings.heroku"}}`,
				"heroku.yml": "run:\n  web: gunicorn shop.wsgi\n",
			},
			`heroku:web [web] gunicorn shop.wsgi
  through sh exec=false stops=true
  DJANGO_SETTINGS_MODULE=shop.settings.heroku ("shop.settings.heroku")
  settings shop.settings.heroku ("shop.settings.heroku")
  serves shop.wsgi at 0.0.0.0:$PORT perhaps
`,
		},
		{
			"Kubernetes: a template of helm",
			map[string]string{"k8s/web.yaml": "apiVersion: apps/v1\nkind: Deployment\n{{- if .Values.x }}\nspec: {}\n{{ end }}\n"},
			`note: the file is a template, and was not read: what it starts is not known
`,
		},
		{
			"circus: environment, sockets, a shell",
			map[string]string{"circus.ini": "[circus]\n[watcher:web]\ncmd = gunicorn --bind fd://$(circus.sockets.web) $(circus.env.APP)\nuse_sockets = True\nworking_dir = /srv/shop\nuid = shop\n" +
				"numprocesses = 2\n[socket:web]\nhost = 127.0.0.1\nport = 8000\n[env:web,x*]\nAPP = shop.wsgi\n[env:other]\nB=1\n[watcher:worker]\ncmd = cd /srv && exec celery -A shop worker\nshell = True\n" +
				"[watcher:n]\ncmd = celery -A shop worker -n w$(circus.wid)\n"},
			`circus:web [web] gunicorn --bind fd://3 shop.wsgi
  in /srv/shop
  as shop
  APP=shop.wsgi (shop.wsgi)
  serves shop.wsgi at 127.0.0.1:8000
circus:worker [worker] celery -A shop worker
  in /srv
  through sh exec=true stops=true
  celery worker app=shop after=false beat= schedule=
circus:n [worker] celery -A shop worker -n <w$(circus.wid)>
  celery worker app=shop after=false beat= schedule=
`,
		},
		{
			"mod_wsgi: a daemon, and an application in Apache's own processes",
			map[string]string{"httpd.conf": "Define ROOT /srv/shop\nListen 8080\nWSGIDaemonProcess shop user=shop processes=2 \\\n  threads=4 home=${ROOT} python-home=/srv/venv\n<VirtualHost 10.0.0.1:81 *:80>\n" +
				"  SetEnv DJANGO_SETTINGS_MODULE shop.settings.production\n  WSGIProcessGroup shop\n  WSGIScriptAlias / \"${ROOT}/shop/wsgi.py\"\n</VirtualHost>\nWSGIScriptAlias /old /srv/old/wsgi.py\n# WSGIScriptAlias /no /no.py\n"},
			`apache:httpd.conf#/ [web] mod_wsgi /srv/shop/shop/wsgi.py
  in /srv/shop
  as shop
  venv /srv/venv
  serves /srv/shop/shop/wsgi.py at 10.0.0.1:81 at :80
apache:httpd.conf#/old [web] mod_wsgi /srv/old/wsgi.py
  serves /srv/old/wsgi.py at :8080
`,
		},
		{
			"uWSGI: placeholders, a loop, conditions, an included file",
			map[string]string{
				"vassal.ini": "[uwsgi]\nset-placeholder = app=shop\nhome = /srv/%(app)\nmodule = %(app).wsgi\nfor = 1 2\nsocket = 127.0.0.1:800%(_)\nendfor =\nif-env = NOWHERE\nsocket = :1\nendif =\nif-not-env = NOWHERE\nhttp-socket = :2\nendif =\nif-exists = /x\nhttp = :3\nendif =\n" +
					"env = A=%(app)\nuid = shop\nchdir = %(home)\nini = more.ini\nharakiri = $(SECONDS)\n",
				"more.ini": "[uwsgi]\nprocesses = 4\n",
			},
			`uwsgi:vassal.ini [web] uwsgi vassal.ini
  in /srv/shop
  venv /srv/shop
  A=shop (%(app))
  serves shop.wsgi at 127.0.0.1:8001 at 127.0.0.1:8002 at :2 at : perhaps
`,
		},
		{
			"uWSGI: YAML, and one that something starts already",
			map[string]string{
				"Procfile":    "web: uwsgi --yaml uwsgi.yaml\n",
				"uwsgi.yaml":  "uwsgi:\n  module: shop.wsgi\n  http-socket: [':8000', ':8001']\n  master: true\n",
				"vassal2.ini": "[uwsgi]\nmodule = other.wsgi\n",
			},
			`procfile:web [web] uwsgi --yaml uwsgi.yaml
  through sh exec=false stops=true
  serves shop.wsgi at :8000 at :8001
`,
		},
		{
			"compose: lists in scripts, include, .env, reset and override",
			map[string]string{
				"ops/deploy.sh":    "#!/bin/sh\ndocker compose -f base.compose.yml -f live.production.compose.yml up -d\n",
				"base.compose.yml": "include: [more/compose.yml]\nservices:\n  web:\n    image: shop\n    command: gunicorn shop.wsgi\n    environment: {A: base, B: base}\n    env_file: [none.env]\n",
				"live.production.compose.yml": "services:\n  web:\n    environment: {A: '${WHO}'}\n    env_file: !reset []\n" +
					"  worker:\n    extends: {service: web}\n    command: !override [celery, -A, shop, worker]\n",
				"more/compose.yml": "services:\n  beat:\n    image: shop\n    env_file: beat.env\n    command: celery -A shop beat\n",
				"more/beat.env":    "C=beat\n",
				".env":             "WHO=file\n",
			},
			`compose:beat [beat] celery -A shop beat
  C=beat (beat)
  celery beat app=shop after=false beat= schedule=
compose:web [web] gunicorn shop.wsgi
  A=file ('${WHO}')
  B=base (base)
  serves shop.wsgi at 127.0.0.1:8000 by default
compose:worker [worker] celery -A shop worker
  A=file ('${WHO}')
  celery worker app=shop after=false beat= schedule=
`,
		},
		{
			"systemd: specifiers, an unset variable, a user of its own, the prefix that keeps root",
			map[string]string{
				"shop.service": "[Service]\nDynamicUser=yes\nWorkingDirectory=%S/%p\nEnvironment=A=1 B=%n C=%i\nUnsetEnvironment=A\nExecStart=:/usr/bin/env gunicorn $X shop.wsgi\n",
				"root.service": "[Service]\nUser=shop\nExecStart=+gunicorn shop.wsgi\n",
			},
			`systemd:root.service [web] gunicorn shop.wsgi
  as root
  serves shop.wsgi at 127.0.0.1:8000 by default
systemd:shop.service [web] gunicorn $X shop.wsgi
  in /var/lib/shop
  as shop
  through /usr/bin/env
  A=unset (A)
  B=shop.service (%n)
  C=?something outside fills it in (%i)
  serves $X at 127.0.0.1:8000 by default
`,
		},
		{
			"platforms: ECS, Platform.sh, App Platform, a built image on Railway",
			map[string]string{
				"Dockerfile":           "FROM python:3.12\nCMD [\"gunicorn\", \"shop.wsgi\"]\n",
				"task-definition.json": `{"containerDefinitions": [{"name": "web", "image": "1.ecr/shop", "environment": [{"name": "A", "value": "1"}], "secrets": [{"name": "K", "valueFrom": "x"}], "user": "app:app"}]}`,
				".platform.app.yaml":   "web: {commands: {start: gunicorn -b unix:$SOCKET shop.wsgi}}\nworkers: {q: {commands: {start: celery -A shop worker}}}\nvariables: {env: {B: 2}}\n",
				"app.yaml":             "services: [{name: api, run_command: gunicorn shop.wsgi, envs: [{key: A, value: 1}, {key: S, value: 'EV[1:x]'}]}]\njobs: [{name: m, run_command: python manage.py migrate}]\n",
				"railway.toml":         "[build]\nbuilder = \"DOCKERFILE\"\n",
			},
			`platform.sh:web [web] gunicorn -b <unix:$SOCKET> shop.wsgi
  through sh exec=false stops=true
  B=2 (2)
  serves shop.wsgi at unix:$SOCKET perhaps
platform.sh:q [worker] celery -A shop worker
  through sh exec=false stops=true
  B=2 (2)
  celery worker app=shop after=false beat= schedule=
digitalocean:api [web] gunicorn shop.wsgi
  through sh exec=false stops=true
  A=1 (1)
  serves shop.wsgi at 0.0.0.0:$PORT perhaps
digitalocean:m [command] manage.py migrate
  through sh exec=false stops=true
railway:app [web] gunicorn shop.wsgi
  serves shop.wsgi at 0.0.0.0:$PORT perhaps
ecs:web [web] gunicorn shop.wsgi
  as app
  A=1 ("1")
  K=?Amazon's secrets hold it ("K")
  serves shop.wsgi at 127.0.0.1:8000 by default
`,
		},
		{
			"SHELL of an image",
			map[string]string{"Dockerfile": "FROM python:3.12\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nCMD gunicorn shop.wsgi\n"},
			`dockerfile:Dockerfile [web] gunicorn shop.wsgi
  through /bin/bash exec=true stops=true
  serves shop.wsgi at 127.0.0.1:8000 by default
`,
		},
		{
			"tools around a command",
			map[string]string{"web.conf": "[program:a]\ncommand=flock -n /tmp/l systemd-cat -t shop gunicorn shop.wsgi\n[program:b]\ncommand=mise exec -- busybox nice -n 5 celery -A shop worker\n" +
				"[program:c]\ncommand=systemd-run --uid=shop --unit x dotenvx run -f .env -- python manage.py procrastinate worker\n[program:d]\ncommand=pixi run periodiq shop.tasks\n[program:e]\ncommand=procrastinate --app=shop.app worker\n"},
			`supervisor:program:a [web] gunicorn shop.wsgi
  through flock
  through systemd-cat
  serves shop.wsgi at 127.0.0.1:8000 by default
supervisor:program:b [worker] celery -A shop worker
  through mise
  through busybox
  through nice
  celery worker app=shop after=false beat= schedule=
supervisor:program:c [worker] manage.py procrastinate worker
  as shop
  through systemd-run
  through dotenvx
supervisor:program:d [beat] periodiq shop.tasks
  through pixi
supervisor:program:e [worker] procrastinate --app=shop.app worker
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, describe(read(c.files))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestServerFiles reads the files that servers read by themselves.
func TestServerFiles(t *testing.T) {
	files := map[string]string{
		"web.conf": "[program:a]\ncommand=hypercorn -c hyper.toml shop.asgi:app\n[program:b]\ncommand=uvicorn --env-file live.env shop.asgi:app\nenvironment=A=\"own\"\n" +
			"[program:c]\ncommand=granian --env-files none.env --interface asgi shop.asgi:app\n",
		"hyper.toml": "bind = [\"127.0.0.1:81\", \"unix:/run/shop.sock\"]\nworkers = 3\n",
		"live.env":   "A=file\nB=file\n",
	}
	want := `supervisor:program:a [web] hypercorn -c hyper.toml shop.asgi:app
  serves shop.asgi:app at 127.0.0.1:81 at unix:/run/shop.sock
supervisor:program:b [web] uvicorn --env-file live.env shop.asgi:app
  A=own ("own")
  B=file (file)
  serves shop.asgi:app at 127.0.0.1:8000 by default
supervisor:program:c [web] granian --env-files none.env --interface asgi shop.asgi:app
  serves shop.asgi:app at 127.0.0.1:8000 by default
`
	result := read(files)
	if diff := cmp.Diff(want, describe(result)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n, _ := result.Processes[0].Server.Options.Get("workers").Int(); n != 3 {
		t.Errorf("%d workers, want 3", n)
	}
	if p := result.Processes[1]; len(p.EnvFiles) != 1 || p.EnvFiles[0].Path != "live.env" {
		t.Errorf("env files %v", p.EnvFiles)
	}
	if p := result.Processes[2]; len(p.AbsentEnvFiles) != 1 || p.AbsentEnvFiles[0].Text != "none.env" {
		t.Errorf("absent env files %v", p.AbsentEnvFiles)
	}
}
