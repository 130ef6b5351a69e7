package launch

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// read reads the launchers among files, which are told apart by their names.
func read(files map[string]string) *Result {
	var paths []string
	sources := map[string]*source.File{}
	for name, text := range files {
		paths = append(paths, name)
		sources[name] = source.NewFile(name, text)
	}
	slices.Sort(paths)
	open := func(name string) (*source.File, error) {
		if f, ok := sources[name]; ok {
			return f, nil
		}
		return nil, errors.New("no such file")
	}
	in := Files{}
	for _, name := range paths {
		f := File{File: sources[name], Executable: true}
		for _, r := range []role.Role{role.Development, role.Test, role.Production} {
			if strings.Contains(name, string(r)) {
				f.Role = r
			}
		}
		base := path.Base(name)
		switch {
		case strings.HasSuffix(base, ".socket") || strings.HasSuffix(path.Dir(name), ".service.d"):
			in[deploy.Systemd] = append(in[deploy.Systemd], f)
		case strings.HasPrefix(base, "httpd"):
			in[deploy.Apache] = append(in[deploy.Apache], f)
		case strings.HasPrefix(base, "circus"):
			in[deploy.Circus] = append(in[deploy.Circus], f)
		case strings.HasPrefix(base, "vassal"):
			in[deploy.UWSGI] = append(in[deploy.UWSGI], f)
		case strings.HasPrefix(name, "k8s/"):
			in[deploy.Kubernetes] = append(in[deploy.Kubernetes], f)
		case strings.HasSuffix(base, ".conf"):
			in[deploy.Supervisor] = append(in[deploy.Supervisor], f)
		case strings.HasSuffix(base, ".service"):
			in[deploy.Systemd] = append(in[deploy.Systemd], f)
		case strings.HasPrefix(base, "Dockerfile"):
			in[deploy.Dockerfile] = append(in[deploy.Dockerfile], f)
		case strings.Contains(base, "compose"):
			if base == "compose.yml" && files["compose.production.yml"] != "" {
				f.Role = "base"
			}
			in[deploy.Compose] = append(in[deploy.Compose], f)
		case base == "Procfile":
			in[deploy.Procfile] = append(in[deploy.Procfile], f)
		case strings.HasSuffix(base, ".sh"):
			in[deploy.ShellScript] = append(in[deploy.ShellScript], f)
		case slices.Contains([]string{
			"fly.toml", "render.yaml", "app.yaml", "app.json", "heroku.yml", "railway.json", "railway.toml", "nixpacks.toml",
			"task-definition.json", ".platform.app.yaml",
		}, base):
			in[deploy.Platform] = append(in[deploy.Platform], f)
		}
	}
	return Read(in, Options{
		Open: open,
		Glob: func(pattern string) []string {
			var found []string
			for _, p := range paths {
				if ok, err := path.Match(pattern, p); ok && err == nil {
					found = append(found, p)
				}
			}
			return found
		},
		Exists: func(name string) (file, dir bool) {
			_, file = sources[name]
			return file, slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(p, name+"/") })
		},
		Find: NewFinder(paths, open, func(string) bool { return true }),
	})
}

// describe prints a process on one line, and its notable parts on lines below.
func describe(r *Result) string {
	var b strings.Builder
	for _, p := range r.Processes {
		fmt.Fprintf(&b, "%s [%s]", p.Key, kindName(p.Kind))
		for _, w := range p.Argv {
			if w.Known {
				b.WriteString(" " + w.Text)
			} else {
				b.WriteString(" <" + w.Text + ">")
			}
		}
		if p.Role != "production" {
			b.WriteString(" role=" + string(p.Role))
		}
		b.WriteString("\n")
		if dir, ok := p.Directory.Text(); ok {
			b.WriteString("  in " + dir + "\n")
		}
		if user, ok := p.User.Text(); ok {
			b.WriteString("  as " + user + "\n")
		}
		if p.Virtualenv.Text != "" {
			b.WriteString("  venv " + p.Virtualenv.Text + "\n")
		}
		for _, w := range p.Wrappers {
			b.WriteString("  through " + w.Name.Text)
			if s := w.Script; s != nil {
				fmt.Fprintf(&b, " exec=%s stops=%t", s.Exec, s.StopsOnError)
			}
			b.WriteString("\n")
		}
		for _, name := range p.Environment.Names() {
			a := p.Environment.Lookup(name)
			text, ok := a.Value.Text()
			switch {
			case a.State == env.Unset:
				text = "unset"
			case !ok:
				text = "?" + a.Value.Reason.String()
			}
			fmt.Fprintf(&b, "  %s=%s (%s)\n", name, text, a.Span.Text())
		}
		if text, ok := p.SettingsModule.Text(); ok {
			fmt.Fprintf(&b, "  settings %s (%s)\n", text, p.SettingsModule.Span().Text())
		}
		if p.Server != nil {
			fmt.Fprintf(&b, "  serves %s", p.Server.App.Text)
			for _, bind := range p.Server.Binds {
				fmt.Fprintf(&b, " at %s", bind)
				if bind.Default {
					b.WriteString(" by default")
				}
				if !bind.Known {
					b.WriteString(" perhaps")
				}
			}
			b.WriteString("\n")
		}
		if c := p.Celery; c != nil {
			fmt.Fprintf(&b, "  celery %s app=%s after=%t beat=%s schedule=%s\n", c.Command.Text, c.App.Text, c.AppAfterCommand, c.Beat.Text, c.Schedule.Text)
		}
	}
	for _, n := range r.Notifications {
		b.WriteString("note: " + n.Message + "\n")
	}
	return b.String()
}

func kindName(k deploy.ProcessKind) string {
	return [...]string{"other", "web", "worker", "beat", "command", "proxy"}[k]
}

type deployment struct {
	name  string
	files map[string]string
	want  string
}

func deployments() []deployment {
	return []deployment{
		{
			name: "supervisor with a wrapper script",
			files: map[string]string{
				"supervisord.conf": "[supervisord]\nenvironment=A=\"1\"\n[program:web]\ncommand=/home/me/shop/runinenv.sh gunicorn --bind=0.0.0.0:8000 --workers 3 shop.wsgi\n" +
					"user=me\ndirectory=/home/me/shop\nenvironment=DJANGO_SETTINGS_MODULE=\"shop.prod\",B=\"%(ENV_A)s-%(program_name)s\"\n",
				"runinenv.sh": "#!/bin/bash\nD=/home/me/shop\ncd ${D}\nsource .server.envrc\nsource ENV/bin/activate\nexec $@\n",
			},
			want: "supervisor:program:web [web] gunicorn --bind=0.0.0.0:8000 --workers 3 shop.wsgi\n  in /home/me/shop\n  as me\n  venv ENV\n" +
				"  through /home/me/shop/runinenv.sh exec=true stops=false\n  A=1 (\"1\")\n  B=1-web (\"%(ENV_A)s-%(program_name)s\")\n" +
				"  DJANGO_SETTINGS_MODULE=shop.prod (\"shop.prod\")\n  VIRTUAL_ENV=ENV (ENV/bin/activate)\n  settings shop.prod (\"shop.prod\")\n  serves shop.wsgi at 0.0.0.0:8000\n",
		},
		{
			name: "supervisor fragments and includes",
			files: map[string]string{
				"etc/supervisord.conf": "[supervisord]\n[include]\nfiles = /etc/supervisor/conf.d/*.conf\n",
				"etc/conf.d/celery.conf": "[program:celery]\ncommand=/srv/venv/bin/celery worker --app=shop -l info -B\nnumprocs=2\n" +
					"[program:beat]\ncommand=/srv/venv/bin/python -m celery -A shop beat -s /var/x\n[eventlistener:x]\ncommand=crashmail\n",
				"web.conf": "[program:{{ name }}]\ncommand={{ home }}/bin/gunicorn -w %(ENV_W)s {{ name }}.wsgi\n[program:old]\ncommand=gunicorn_django shop/settings\n",
			},
			want: "supervisor:program:celery [worker] /srv/venv/bin/celery worker --app=shop -l info -B\n  venv /srv/venv\n  celery worker app=shop after=true beat=-B schedule=\n" +
				"supervisor:program:beat [beat] celery -A shop beat -s /var/x\n  celery beat app=shop after=false beat= schedule=/var/x\n" +
				"supervisor:eventlistener:x [other] crashmail\n" +
				"supervisor:program:{{ name }} [web] <{{ home }}/bin/gunicorn> -w <%(ENV_W)s> <{{ name }}.wsgi>\n  venv {{ home }}\n  serves {{ name }}.wsgi at 127.0.0.1:8000 by default\n" +
				"supervisor:program:old [web] gunicorn_django shop/settings\n  serves shop/settings at 127.0.0.1:8000 by default\n",
		},
		{
			name: "systemd",
			files: map[string]string{
				"gunicorn.service": "[Service]\nUser=shop\nWorkingDirectory=/srv/shop\nEnvironment=\"A=1 2\" W=4\nEnvironmentFile=-/srv/shop/env\n" +
					"ExecStart=-/srv/venv/bin/gunicorn --workers $W --bind unix:${SOCK} \\\n  shop.wsgi\n",
				"env": "SOCK=/run/s.sock\nexport X=1\nDJANGO_SETTINGS_MODULE=shop.prod\n",
			},
			want: "systemd:gunicorn.service [web] /srv/venv/bin/gunicorn --workers 4 --bind unix:/run/s.sock shop.wsgi\n  in /srv/shop\n  as shop\n  venv /srv/venv\n" +
				"  A=1 2 (\"A=1 2\")\n  DJANGO_SETTINGS_MODULE=shop.prod (shop.prod)\n  SOCK=/run/s.sock (/run/s.sock)\n  W=4 (4)\n  settings shop.prod (shop.prod)\n  serves shop.wsgi at unix:/run/s.sock\n",
		},
		{
			name: "Dockerfile with an entry point that is copied",
			files: map[string]string{
				"docker/Dockerfile":    "FROM python:3 AS base\nENV DJANGO_SETTINGS_MODULE=shop.prod PORT=8080\nWORKDIR /app\nFROM base\nCOPY docker/prod/start.sh /start\nCOPY . .\nUSER app\nENTRYPOINT [\"/start\"]\nCMD [\"web\"]\n",
				"docker/prod/start.sh": "#!/bin/sh\nset -e\ncase \"$1\" in\n  web) python manage.py migrate; exec gunicorn shop.wsgi;;\n  *) exec \"$@\";;\nesac\n",
				"docker/local/start":   "#!/bin/sh\npython manage.py runserver\n",
			},
			want: "dockerfile:docker/Dockerfile [web] gunicorn shop.wsgi\n  in /app\n  as app\n  through /start exec=true stops=true\n" +
				"  DJANGO_SETTINGS_MODULE=shop.prod (shop.prod)\n  PORT=8080 (8080)\n  settings shop.prod (shop.prod)\n  serves shop.wsgi at 0.0.0.0:8080\n",
		},
		{
			name: "Dockerfile in shell form",
			files: map[string]string{
				"Dockerfile": "FROM python:3\nCMD python manage.py migrate && \\\n    gunicorn -b 0.0.0.0:$PORT shop.wsgi\n",
			},
			want: "dockerfile:Dockerfile [web] gunicorn -b <0.0.0.0:$PORT> shop.wsgi\n  through /bin/sh exec=false stops=true\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n",
		},
		{
			name: "compose over a Dockerfile",
			files: map[string]string{
				"compose.yml": "x-env: &env\n  A: ${A:-1}\n  B: ${B}\nservices:\n  web: &web\n    build: .\n    environment:\n      <<: *env\n      DJANGO_SETTINGS_MODULE: shop.prod\n" +
					"    env_file: [web.env]\n    command: gunicorn shop.wsgi -w ${W:-3} --bind \":${P}\"\n  worker:\n    <<: *web\n    command: [\"celery\", \"-A\", \"shop\", \"worker\"]\n    environment:\n      - C=$$x\n      - D\n" +
					"  db:\n    image: postgres\n  nginx:\n    image: nginx:1\n",
				"Dockerfile": "FROM python\nENV A=0 Z=9\nENTRYPOINT [\"/entry.sh\"]\nCMD [\"x\"]\n",
				"entry.sh":   "#!/bin/sh\nexec \"$@\"\n",
				"web.env":    "A=2\nE='3'\n",
			},
			want: "compose:web [web] gunicorn shop.wsgi -w 3 --bind <:${P}>\n  through /entry.sh exec=true stops=true\n  A=1 (${A:-1})\n" +
				"  B=?it comes from B, which whoever starts it must give (${B})\n  DJANGO_SETTINGS_MODULE=shop.prod (shop.prod)\n  E=3 ('3')\n  Z=9 (9)\n  settings shop.prod (shop.prod)\n  serves shop.wsgi at :${P} perhaps\n" +
				"compose:worker [worker] celery -A shop worker\n  through /entry.sh exec=true stops=true\n  A=2 (2)\n  C=$x ($$x)\n  E=3 ('3')\n  Z=9 (9)\n  celery worker app=shop after=false beat= schedule=\n" +
				"compose:nginx [proxy]\n",
		},
		{
			name: "compose base and production",
			files: map[string]string{
				"compose.yml":            "services:\n  web:\n    command: python manage.py runserver 0.0.0.0:8000\n    environment: {A: '1', B: '1'}\n",
				"compose.production.yml": "services:\n  web:\n    command: bash -c \"python manage.py migrate && gunicorn shop.wsgi\"\n    environment: [B=2]\n",
				"compose.dev.yml":        "services:\n  web:\n    command: python manage.py runserver\n",
			},
			want: "compose:web [web] manage.py runserver role=dev\n  serves  at 127.0.0.1:8000 by default\n" +
				"compose:web [web] gunicorn shop.wsgi\n  through bash exec=undecided stops=true\n  A=1 ('1')\n  B=2 (2)\n  serves shop.wsgi at 127.0.0.1:8000 by default\n",
		},
		{
			name: "Procfile and app.json",
			files: map[string]string{
				"Procfile": "release: python manage.py migrate\nweb: DJANGO_SETTINGS_MODULE=shop.heroku gunicorn shop.wsgi --log-file -\nworker: celery -A shop worker -c ${N:-2}\n",
				"app.json": "{\"env\": {\"A\": {\"value\": \"1\"}, \"B\": \"2\", \"C\": {\"required\": true}}}",
			},
			want: "procfile:release [command] manage.py migrate\n  through sh exec=false stops=true\n  A=1 (\"1\")\n  B=2 (\"2\")\n" +
				"procfile:web [web] gunicorn shop.wsgi --log-file -\n  through sh exec=false stops=true\n  A=1 (\"1\")\n  B=2 (\"2\")\n  DJANGO_SETTINGS_MODULE=shop.heroku (shop.heroku)\n  settings shop.heroku (shop.heroku)\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n" +
				"procfile:worker [worker] celery -A shop worker -c 2\n  through sh exec=false stops=true\n  A=1 (\"1\")\n  B=2 (\"2\")\n  celery worker app=shop after=false beat= schedule=\n",
		},
		{
			name: "platforms",
			files: map[string]string{
				"fly.toml":    "[env]\n  DJANGO_SETTINGS_MODULE = \"shop.fly\"\n[processes]\n  app = \"gunicorn shop.wsgi\"\n",
				"render.yaml": "services:\n  - type: web\n    name: shop\n    startCommand: gunicorn shop.wsgi\n    envVars:\n      - key: A\n        value: 1\n      - key: B\n        sync: false\n",
				"app.yaml":    "runtime: python312\nentrypoint: gunicorn -b :$PORT shop.wsgi\nenv_variables:\n  A: 'x'\n",
				"heroku.yml":  "run:\n  web: gunicorn shop.wsgi\n",
			},
			want: "appengine:app [web] gunicorn -b <:$PORT> shop.wsgi\n  through sh exec=false stops=true\n  A=x ('x')\n  serves shop.wsgi at :$PORT perhaps\n" +
				"fly:app [web] gunicorn shop.wsgi\n  DJANGO_SETTINGS_MODULE=shop.fly (\"shop.fly\")\n  settings shop.fly (\"shop.fly\")\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n" +
				"heroku:web [web] gunicorn shop.wsgi\n  through sh exec=false stops=true\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n" +
				"render:shop [web] gunicorn shop.wsgi\n  through sh exec=false stops=true\n  A=1 (1)\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n",
		},
		{
			name: "scripts that nothing starts",
			files: map[string]string{
				"deploy/gunicorn_start.sh": "#!/bin/bash\nNAME=shop\nDJANGO_SETTINGS_MODULE=shop.prod\nexport DJANGO_SETTINGS_MODULE=$DJANGO_SETTINGS_MODULE\nexec ../bin/gunicorn ${DJANGO_WSGI_MODULE:-shop.wsgi}:application \\\n  --name $NAME --bind=unix:/run/x.sock\n",
				"quickstart.sh":            "#!/bin/bash\npython manage.py runserver\n",
				"start.sh":                 "#!/bin/sh\npython manage.py migrate\n",
				"backup.sh":                "#!/bin/sh\ngunicorn shop.wsgi\n",
			},
			want: "script:deploy/gunicorn_start.sh [web] ../bin/gunicorn shop.wsgi:application --name shop --bind=unix:/run/x.sock\n  venv ..\n  through ./gunicorn_start.sh exec=true stops=true\n" +
				"  DJANGO_SETTINGS_MODULE=shop.prod ($DJANGO_SETTINGS_MODULE)\n  settings shop.prod ($DJANGO_SETTINGS_MODULE)\n  serves shop.wsgi:application at unix:/run/x.sock\n",
		},
		{
			name: "supervisord in a container",
			files: map[string]string{
				"Dockerfile":        "FROM python\nENV A=1\nWORKDIR /app\nCOPY docker/s.conf /etc/supervisor/conf.d/s.conf\nCMD [\"supervisord\", \"-n\", \"-c\", \"/etc/supervisor/conf.d/s.conf\"]\n",
				"docker/s.conf":     "[supervisord]\n[program:web]\ncommand=gunicorn shop.wsgi\n[program:nginx]\ncommand=nginx -g 'daemon off;'\n",
				"docker/other.conf": "[program:x]\ncommand=uwsgi --ini uwsgi.ini\n",
				"docker/uwsgi.ini":  "[uwsgi]\nmodule = shop.wsgi\nhttp-socket = :8000\nmaster = true\nprocesses = 4\nenv = B=2\n",
			},
			want: "dockerfile:Dockerfile [other] supervisord -n -c /etc/supervisor/conf.d/s.conf\n  in /app\n  A=1 (1)\n" +
				"supervisor:program:web [web] gunicorn shop.wsgi\n  in /app\n  A=1 (1)\n  serves shop.wsgi at 127.0.0.1:8000 by default\n" +
				"supervisor:program:nginx [proxy] nginx -g daemon off;\n  in /app\n  A=1 (1)\n" +
				"supervisor:program:x [web] uwsgi --ini uwsgi.ini\n  B=2 (2)\n  serves shop.wsgi at :8000\n",
		},
		{
			name: "programs in the background",
			files: map[string]string{
				"Procfile": "web: celery -A shop worker & gunicorn shop.wsgi\n",
			},
			want: "procfile:web [web] gunicorn shop.wsgi\n  through sh exec=false stops=true\n  serves shop.wsgi at 0.0.0.0:$PORT perhaps\n" +
				"procfile:web&celery [worker] celery -A shop worker\n  through sh exec=false stops=true\n  celery worker app=shop after=false beat= schedule=\n",
		},
	}
}

func TestRead(t *testing.T) {
	for _, test := range deployments() {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, describe(read(test.files))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestForcedHTTPS is about App Engine's handlers: one that takes every request decides.
func TestForcedHTTPS(t *testing.T) {
	for handlers, want := range map[string]bool{
		"[{url: /.*, secure: always, script: auto}]":                                 true,
		"[{url: .*, secure: always, script: auto}]":                                  true,
		"[{url: /static, static_dir: s}, {url: /.*, secure: always, script: auto}]":  true,
		"[{url: /.*, secure: optional, script: auto}]":                               false,
		"[{url: /admin/.*, secure: always, script: auto}, {url: /.*, script: auto}]": false,
	} {
		r := read(map[string]string{"app.yaml": "runtime: python312\nentrypoint: gunicorn shop.wsgi\nhandlers: " + handlers + "\n"})
		if len(r.Processes) != 1 || !r.Processes[0].ForcesHTTPS.IsZero() != want {
			t.Errorf("%s: %d processes, want forced %t", handlers, len(r.Processes), want)
		}
	}
}

// TestFollow unwraps commands that supervisor starts.
func TestFollow(t *testing.T) {
	for command, want := range map[string]string{
		"env -u X A=1 B=2 gunicorn a":                           "gunicorn a",
		"nice -n 10 nohup gunicorn a":                           "gunicorn a",
		"sudo -u www-data -E PATH=/x gunicorn a":                "gunicorn a",
		"/usr/bin/python3.11 -u -m gunicorn a":                  "gunicorn a",
		"python -W ignore -m uvicorn a:app":                     "uvicorn a:app",
		"/venv/bin/python /venv/bin/celery -A a worker":         "/venv/bin/celery -A a worker",
		"python manage.py runworker":                            "manage.py runworker",
		"python -m django qcluster --settings=a.b":              "django-admin qcluster --settings=a.b",
		"python server.py":                                      "python server.py",
		"poetry run python -m gunicorn a":                       "gunicorn a",
		"pipenv run gunicorn a":                                 "gunicorn a",
		"uv run --env-file .env --no-dev gunicorn a":            "gunicorn a",
		"dumb-init -- gunicorn a":                               "gunicorn a",
		"tini -g -- su-exec app:app gunicorn a":                 "gunicorn a",
		"newrelic-admin run-program gunicorn a":                 "gunicorn a",
		"doppler run --project x -- gunicorn a":                 "gunicorn a",
		"wait-for-it.sh db:5432 -t 30 -- gunicorn a":            "gunicorn a",
		"dockerize -wait tcp://db:5432 -timeout 60s gunicorn a": "gunicorn a",
		"timeout -k 5 60 gunicorn a":                            "gunicorn a",
		"chpst -u shop -e ./env gunicorn a":                     "gunicorn a",
		"bash -c \"cd /x && exec gunicorn a\"":                  "gunicorn a",
		"bash -lc 'gunicorn a'":                                 "gunicorn a",
		"/bin/sh -e -c 'exec \"$0\" \"$@\"' gunicorn a":         "gunicorn a",
		"su app -g web -s /bin/sh -c 'gunicorn a'":              "gunicorn a",
		"su - app -c 'gunicorn a'":                              "gunicorn a",
		"sh -c 'sh -c \"exec gunicorn a\"'":                     "gunicorn a",
		"direnv exec . gunicorn a":                              "gunicorn a",
		"dotenv -f .env run -- gunicorn a":                      "gunicorn a",
		"conda run -n shop --no-capture-output gunicorn a":      "gunicorn a",
		"env sh -c 'exec env sh -c \"exec env gunicorn a\"'":    "gunicorn a",
		"/srv/env.sh /srv/venv/bin/python manage.py runworker":  "manage.py runworker",

		"honcho start": "honcho start",
		"env":          "env",
		"sh":           "sh",
		"poetry run":   "poetry run",

		"/bin/bash -c '[ $DEBUG ] && ./manage.py runserver || gunicorn a'": "gunicorn a",
	} {
		t.Run(command, func(t *testing.T) {
			r := read(map[string]string{"s.conf": "[program:x]\ncommand=" + strings.ReplaceAll(command, "%", "%%") + "\n"})
			var got []string
			for _, w := range r.Processes[0].Argv {
				got = append(got, w.Text)
			}
			if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestServers reads the command lines of the servers other than gunicorn.
func TestServers(t *testing.T) {
	for _, test := range []struct {
		command, bind string
		options       map[string]string
	}{
		{"uvicorn shop.asgi:application --host 0.0.0.0 --port=80 --workers 4 --reload", "0.0.0.0:80", map[string]string{"workers": "4", "reload": "true"}},
		{"uvicorn --uds /run/x.sock shop.asgi:application", "unix:/run/x.sock", map[string]string{"workers": "1", "reload": "false"}},
		{"daphne -b 0.0.0.0 -p 8001 shop.asgi:application", "0.0.0.0:8001", nil},
		{"daphne -u /run/d.sock shop.asgi:application", "unix:/run/d.sock", nil},
		{"daphne shop.asgi:application", "127.0.0.1:8000", nil},
		{"hypercorn -b 0.0.0.0:8000 -w 3 shop.asgi:application", "0.0.0.0:8000", map[string]string{"workers": "3"}},
		{"hypercorn --bind unix:/run/h.sock shop.asgi:application", "unix:/run/h.sock", map[string]string{"workers": "1"}},
		{"granian --interface wsgi --host 0.0.0.0 shop.wsgi:application", "0.0.0.0:8000", map[string]string{"interface": "wsgi"}},
		{"waitress-serve --port=80 shop.wsgi:application", "0.0.0.0:80", map[string]string{"threads": "4"}},
		{"waitress-serve --listen=127.0.0.1:8000 --threads=8 shop.wsgi:application", "127.0.0.1:8000", map[string]string{"threads": "8"}},
		{"uwsgi --http :8000 --module shop.wsgi --master -p 4", ":8000", map[string]string{"processes": "4", "master": "true"}},
		{"uwsgi -s /run/u.sock -w shop.wsgi", "unix:/run/u.sock", nil},
		{"python manage.py runserver", "127.0.0.1:8000", map[string]string{"reload": "true"}},
		{"python manage.py runserver 0:80 --noreload", "0.0.0.0:80", map[string]string{"reload": "false"}},
		{"python manage.py runserver 9000", "127.0.0.1:9000", nil},
		{"python manage.py run_gunicorn -w 2 -b 0.0.0.0:8000", "0.0.0.0:8000", map[string]string{"workers": "2"}},
		{"gunicorn $GUNICORN_OPTS shop.wsgi", ":", map[string]string{"workers": "?"}},
	} {
		t.Run(test.command, func(t *testing.T) {
			p := read(map[string]string{"Dockerfile": "FROM x\nCMD " + test.command + "\n"}).Processes[0]
			if p.Kind != deploy.Web || p.Server == nil {
				t.Fatalf("kind %d, server %v", p.Kind, p.Server)
			}
			if got := p.Server.Binds[0].String(); got != test.bind {
				t.Errorf("it listens at %q, want %q", got, test.bind)
			}
			for name, want := range test.options {
				if got := show(p.Server.Options.Get(name)); got != want {
					t.Errorf("%s is %s, want %s", name, got, want)
				}
			}
		})
	}
}

func show(v value.Value) string {
	if text, ok := v.Text(); ok {
		return text
	}
	if n, ok := v.Int(); ok {
		return fmt.Sprint(n)
	}
	if b, ok := v.Bool(); ok {
		return fmt.Sprint(b)
	}
	return "?"
}

func TestGivenEnvironment(t *testing.T) {
	f := source.NewFile("Procfile", "web: gunicorn -w $W shop.wsgi\n")
	r := Read(Files{deploy.Procfile: []File{{File: f}}}, Options{Given: []env.Layer{{
		Origin: "--set", Vars: []env.Var{{Name: "W", Value: value.OfStr("5")}},
	}}})
	p := r.Processes[0]
	if n, _ := p.Server.Options.Get("workers").Int(); n != 5 {
		t.Errorf("workers is %d", n)
	}
	if len(p.Environment.Names()) != 0 {
		t.Error("what the user gave is no part of the process's environment")
	}
}

func TestMatch(t *testing.T) {
	paths := []string{"a/entry.sh", "b/start.sh", "c/start.sh", "deploy/run.sh", "run.sh"}
	for _, test := range []struct{ server, cwd, want string }{
		{"/srv/shop/deploy/run.sh", "", "deploy/run.sh"},
		{"/srv/shop/run.sh", "", "run.sh"},
		{"./run.sh", "/srv/deploy", "deploy/run.sh"},
		{"/entry.sh", "", "a/entry.sh"},
		{"/start.sh", "", ""},
		{"/x/c/start.sh", "", "c/start.sh"},
		{"/usr/bin/run.sh", "", ""},
		{"/opt/venv/bin/run.sh", "", ""},
		{"", "", ""},
	} {
		if got, _ := match(paths, test.server, test.cwd); got != test.want {
			t.Errorf("match(%q, %q) = %q, want %q", test.server, test.cwd, got, test.want)
		}
	}
}

func TestConfiguredAddress(t *testing.T) {
	for text, want := range map[string]string{
		"0.0.0.0:8000": "0.0.0.0:8000", ":8000": ":8000", "[::]:80": "::8000", "localhost": "localhost:8000",
		"unix:/a": "unix:/a", "unix://a/b": "unix:a/b", "8000": "8000:8000", "tcp://1.2.3.4:5": "1.2.3.4:5",
	} {
		if text == "[::]:80" {
			want = "[::]:80"
		}
		if got := program.ParseBind(value.OfStr(text), "", "8000").String(); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, test := range deployments() {
		for _, name := range []string{"supervisord.conf", "Dockerfile", "compose.yml", "Procfile", "start.sh", "gunicorn.service", "fly.toml"} {
			if text, ok := test.files[name]; ok {
				f.Add(name, text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		r := read(map[string]string{name: text, "env.sh": "export A=1\n"})
		for _, p := range r.Processes {
			for _, w := range p.Argv {
				if w.Span.File != nil && (w.Span.Start < 0 || w.Span.Start > w.Span.End || w.Span.End > len(w.Span.File.Text)) {
					t.Errorf("%s: a word stands outside its file", p.Key)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	files := deployments()[0].files
	for b.Loop() {
		read(files)
	}
}
