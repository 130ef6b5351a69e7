package launch

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// TestBranches follows scripts that end in several ways, or whose command is held in a variable.
func TestBranches(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"a program that is looked up", "$(command -v uwsgi) --ini x.ini\n", "uwsgi --ini x.ini exec=false"},
		{"one of two that are looked up", "exec \"$(which gunicorn3 || which gunicorn)\" shop.wsgi\n", "gunicorn3 shop.wsgi exec=true"},
		{"a test of what is looked up decides nothing", "if [ -n \"$(command -v daphne)\" ]; then exec daphne a; fi\nexec gunicorn a\n", "gunicorn a exec=true"},
		{"server first", "if [ \"$WSGI\" = x ]; then\n gunicorn a\nelse\n gosu me $(command -v python) manage.py runserver_plus 0:8000\nfi\n", "gunicorn a exec=false"},
		{"server last", "if [ \"$WSGI\" = x ]; then\n python manage.py runserver\nelse\n exec gunicorn a\nfi\n", "gunicorn a exec=true"},
		{"a branch for debugging", "if [[ $DEBUG == True ]]; then exec gunicorn a -w 1; else exec gunicorn a -w 4; fi\n", "gunicorn a -w 4 exec=true"},
		{"a branch for debugging behind one for all else", "if [ \"$DEBUG\" != 1 ]; then exec gunicorn a -w 4; else exec gunicorn a -w 1; fi\n", "gunicorn a -w 4 exec=true"},
		{"a branch for production", "if [ \"$ENVIRONMENT\" = production ]; then exec gunicorn a -w 4; else exec gunicorn a -w 1; fi\n", "gunicorn a -w 4 exec=true"},
		{"a server that reloads", "if [ \"$X\" = y ]; then exec gunicorn a; else exec gunicorn a --reload; fi\n", "gunicorn a exec=true"},
		{"a case for development", "case \"$STAGE\" in\n live) exec gunicorn a -w 4;;\n dev) exec gunicorn a -w 1;;\nesac\n", "gunicorn a -w 4 exec=true"},
		{"a command in a variable", "cmd=\"gunicorn shop.wsgi \\\n  --workers 3\"\nexec $cmd\n", "gunicorn shop.wsgi --workers 3 exec=true"},
		{"a command with an unknown number", "cmd=\"gunicorn --workers $N --name shop_$STAGE shop.wsgi\"\nexec $cmd\n", "gunicorn --workers <$N> --name <shop_$STAGE> shop.wsgi exec=true"},
		{"a command that a condition adds to", "cmd=\"gunicorn --workers $N shop.wsgi\"\nif [ \"$CHECK\" ]; then\n cmd=\"$cmd --check-config\"\nfi\nexec $cmd\n", "gunicorn --workers <$N> shop.wsgi <$cmd> exec=true"},
		{"arguments that are appended", "a=\"-A shop worker\"\na+=\" -c $N\"\ncelery $a\n", "celery -A shop worker -c <$N> exec=false"},
		{"a condition before", "if [ \"$STAGE\" = x ]; then n=1; else n=8; fi\na=\"-A shop worker -c $n -E\"\nif [ $DEBUG ]; then\n python manage.py reloading \"$a\"\nelse\n celery $a\nfi\n", "celery -A shop worker -c <$n> -E exec=false"},
		{"two commands in one variable", "if [ \"$X\" ]; then c=\"gunicorn a --reload\"; else c=\"gunicorn a\"; fi\nexec $c\n", "gunicorn a <$c> exec=true"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := read(map[string]string{"gunicorn.service": "[Service]\nExecStart=/srv/shop/run\n", "run": "#!/bin/bash\n" + test.script})
			p := r.Processes[0]
			got := spell(p) + fmt.Sprintf(" exec=%s", p.Wrappers[0].Script.Exec)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// spell prints a process's command; words that are not known stand between angle brackets.
func spell(p *deploy.Process) string {
	var all []string
	for _, w := range p.Argv {
		if !w.Known {
			w.Text = "<" + w.Text + ">"
		}
		all = append(all, w.Text)
	}
	return strings.Join(all, " ")
}

// TestAbsentWrapper takes programs that stand behind a wrapper that cannot be read, and nothing else.
func TestAbsentWrapper(t *testing.T) {
	for command, want := range map[string]string{
		"/srv/x/env.sh celery -A shop worker":              "celery -A shop worker",
		"/srv/x/bin/in-env celery -A shop worker":          "celery -A shop worker",
		"bash /srv/x/env.sh gunicorn a":                    "gunicorn a",
		"bin/start-nginx gunicorn -c gunicorn.conf a":      "gunicorn -c gunicorn.conf a",
		"/srv/x/wrap -- gunicorn a":                        "gunicorn a",
		"/srv/x/wrap.sh python manage.py runworker":        "manage.py runworker",
		"/sbin/my_init -- gunicorn a":                      "gunicorn a",
		"supervisorctl restart gunicorn":                   "supervisorctl restart gunicorn",
		"/usr/bin/pkill -f gunicorn":                       "/usr/bin/pkill -f gunicorn",
		"/usr/bin/killall gunicorn celery":                 "/usr/bin/killall gunicorn celery",
		"/srv/x/bin/touch gunicorn":                        "/srv/x/bin/touch gunicorn",
		"/srv/x/env.sh other program":                      "/srv/x/env.sh other program",
		"/srv/venv/bin/python /srv/x/server.py gunicorn a": "/srv/venv/bin/python /srv/x/server.py gunicorn a",
	} {
		t.Run(command, func(t *testing.T) {
			p := read(map[string]string{"s.conf": "[program:x]\ncommand=" + command + "\n"}).Processes[0]
			if got := spell(p); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			for _, w := range p.Wrappers {
				if w.Script != nil && !w.Script.Inline {
					t.Errorf("%s has a script", w.Name.Text)
				}
			}
		})
	}
	r := read(map[string]string{
		"s.conf": "[program:x]\ncommand=/srv/x/odd.sh gunicorn a\n",
		"odd.sh": "#!/bin/sh\neval \"$@\"\n",
	})
	if got := spell(r.Processes[0]); got != "gunicorn a" {
		t.Errorf("behind a script that evals its arguments runs %q", got)
	}
}

func TestCeleryApp(t *testing.T) {
	for command, want := range map[string]string{
		"celery -A shop worker":                           "shop",
		"celery -Ashop worker":                            "shop",
		"celery --app shop worker":                        "shop",
		"celery --app=shop.celery:app worker":             "shop.celery:app",
		"celery worker -A shop":                           "shop",
		"celery worker --app=shop":                        "shop",
		"celery -l info -A shop beat":                     "shop",
		"celery multi start 2 -A shop":                    "shop",
		"python -m celery -A shop worker":                 "shop",
		"python manage.py celery worker -A shop":          "shop",
		"celeryd -A shop":                                 "shop",
		"env APP=shop celery worker":                      "shop",
		"env APP=other celery -A shop worker":             "shop",
		"watchmedo auto-restart -- celery -A shop worker": "shop",
		"celery worker":                                   "",
	} {
		t.Run(command, func(t *testing.T) {
			p := read(map[string]string{"s.conf": "[program:x]\ncommand=" + command + "\n"}).Processes[0]
			if p.Celery == nil || p.Celery.App.Text != want {
				t.Errorf("got %+v, want %q", p.Celery, want)
			}
		})
	}
}

// TestOneShot tells what does its work and ends from what keeps running.
func TestOneShot(t *testing.T) {
	r := read(map[string]string{
		"compose.yml": "services:\n  web:\n    command: gunicorn shop.wsgi\n  init:\n    command: bash -c 'python manage.py collectstatic && python manage.py migrate'\n" +
			"  bot:\n    command: python manage.py run_bot\n",
		"Procfile":   "release: bin/release\nweb: gunicorn shop.wsgi\n",
		"fly.toml":   "[deploy]\n  release_command = \"python manage.py migrate\"\n[processes]\n  app = \"gunicorn shop.wsgi\"\n",
		"app.json":   "{\"scripts\": {\"postdeploy\": \"python manage.py seed\"}}",
		"heroku.yml": "release:\n  image: web\n  command:\n    - python manage.py migrate\nrun:\n  web: gunicorn shop.wsgi\n",
	})
	var once []string
	for _, p := range r.Processes {
		if p.OneShot {
			once = append(once, p.Key)
		}
	}
	want := []string{"compose:init", "app.json:postdeploy", "fly:release_command", "heroku:release", "procfile:release"}
	if diff := cmp.Diff(want, once); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestServiceRoles reads what the names and profiles of compose's services say.
func TestServiceRoles(t *testing.T) {
	r := read(map[string]string{
		"compose.yml": "services:\n  web:\n    command: gunicorn a\n  test-production:\n    command: python manage.py check --deploy\n  latest:\n    command: gunicorn a\n" +
			"  web-dev:\n    command: gunicorn a\n  worker_local:\n    command: celery -A a worker\n  browser:\n    command: gunicorn a\n    profiles: [e2e, ci]\n  both:\n    command: gunicorn a\n    profiles: [dev, live]\n",
	})
	got := map[string]string{}
	for _, p := range r.Processes {
		got[strings.TrimPrefix(p.Key, "compose:")] = string(p.Role)
	}
	want := map[string]string{
		"web": "production", "test-production": "test", "latest": "production", "web-dev": "dev", "worker_local": "production",
		"browser": "test", "both": "production",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPublishedImage reads services of an image that was built elsewhere, out of the same repository.
func TestPublishedImage(t *testing.T) {
	compose := "services:\n  web:\n    image: acme/shop:1\n    environment:\n      DEBUG: 0\n      DJANGO_SETTINGS_MODULE: shop.prod\n  again:\n    image: acme/shop:1\n" +
		"  worker:\n    image: acme/shop:1\n    command: celery -A shop worker\n  cache:\n    image: redis\n    environment: {A: '1'}\n"
	for name, test := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"with its Dockerfile": {
			map[string]string{"compose.yml": compose, "docker/slim/Dockerfile": "FROM python\nENV B=1\nCMD [\"gunicorn\", \"shop.wsgi\"]\n"},
			[]string{"compose:worker worker celery -A shop worker", "compose:web web gunicorn shop.wsgi", "compose:again web gunicorn shop.wsgi"},
		},
		"without": {
			map[string]string{"compose.yml": compose},
			[]string{"compose:worker worker celery -A shop worker", "compose:web web ", "compose:again web "},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(test.files)
			var got []string
			for _, p := range r.Processes {
				got = append(got, p.Key+" "+kindName(p.Kind)+" "+spell(p))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSupervisorPlaces tells where supervisor's files are put, and which containers read them.
func TestSupervisorPlaces(t *testing.T) {
	conf := "[supervisord]\nloglevel=info\n[program:web]\ncommand=gunicorn shop.wsgi\n"
	for name, test := range map[string]struct {
		files                      map[string]string
		folder, started, container bool
	}{
		"nothing says": {files: map[string]string{"deploy/s.conf": conf}},
		"a script copies it into a folder": {
			files:  map[string]string{"deploy/s.conf": conf, "up.sh": "#!/bin/sh\ncp $HERE/deploy/s.conf /etc/supervisor/conf.d/\n"},
			folder: true,
		},
		"a script copies it elsewhere": {
			files: map[string]string{"deploy/s.conf": conf, "up.sh": "#!/bin/sh\ncp deploy/s.conf /etc/supervisord.conf\n"},
		},
		"a script copies all of a folder": {
			files:  map[string]string{"deploy/super/s.conf": conf, "up.sh": "#!/bin/sh\nsudo cp -v deploy/super/*.conf /etc/supervisor/conf.d/\n"},
			folder: true,
		},
		"a script copies another file": {
			files: map[string]string{"deploy/s.conf": conf, "up.sh": "#!/bin/sh\ncp /opt/other/x.conf /etc/supervisor/conf.d/\n"},
		},
		"it works where only an image does": {
			files:     map[string]string{"deploy/s.conf": conf + "directory=/app/\n", "Dockerfile": "FROM python\nWORKDIR /app\n"},
			container: true,
		},
		"it lies in such a folder": {files: map[string]string{"deploy/conf.d/s.conf": conf}, folder: true},
		"an image has it in a folder": {
			files:  map[string]string{"deploy/s.conf": conf, "Dockerfile": "FROM python\nCOPY deploy/s.conf /etc/supervisor/conf.d/s.conf\nCMD [\"/usr/bin/supervisord\"]\n"},
			folder: true, started: true, container: true,
		},
		"an image links it, and a script starts supervisord": {
			files: map[string]string{
				"deploy/s.conf": conf, "start.sh": "#!/bin/sh\nservice supervisor start\ntail -f /dev/null\n",
				"Dockerfile": "FROM python\nWORKDIR /app\nCOPY . .\nRUN rm -f x && ln -s /app/deploy/s.conf /etc/supervisor/conf.d/\nCMD [\"./start.sh\"]\n",
			},
			folder: true, started: true, container: true,
		},
		"an image copies the folder": {
			files:  map[string]string{"deploy/super/s.conf": conf, "Dockerfile": "FROM python\nCOPY deploy/super /etc/supervisor/conf.d\n"},
			folder: true, container: true,
		},
		"supervisord is told the file": {
			files:   map[string]string{"deploy/s.conf": conf, "Dockerfile": "FROM python\nCOPY deploy/s.conf /etc/supervisor/conf.d/s.conf\nCMD supervisord -n -c /etc/supervisor/conf.d/s.conf\n"},
			started: true, container: true,
		},
		"compose mounts it": {
			files:  map[string]string{"deploy/s.conf": conf, "compose.yml": "services:\n  web:\n    image: x\n    volumes:\n      - ./deploy/s.conf:/etc/supervisor/conf.d/s.conf:ro\n"},
			folder: true,
		},
		"the image has the whole checkout": {
			files: map[string]string{"deploy/s.conf": conf, "Dockerfile": "FROM python\nWORKDIR /app\nCOPY . .\nCMD gunicorn shop.wsgi\n"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(test.files)
			c := r.Supervisors[0]
			if c.InFolder != test.folder || (c.StartedBy != nil) != test.started || c.Programs[0].Container != test.container {
				t.Errorf("in a folder %t, started by %v, in a container %t", c.InFolder, c.StartedBy, c.Programs[0].Container)
			}
		})
	}
}

// TestImages lists what images give, whether anything is known to run in them or not.
func TestImages(t *testing.T) {
	r := read(map[string]string{
		"Dockerfile":      "FROM acme/base\nENV DJANGO_SETTINGS_MODULE=shop.live\nWORKDIR /app\n",
		"Dockerfile.dev":  "FROM python\nCMD [\"bash\"]\n",
		"compose.dev.yml": "services:\n  web:\n    build: {context: ., dockerfile: Odd}\n    command: python manage.py runserver\n",
		"Odd":             "FROM python\nENV DJANGO_SETTINGS_MODULE=shop.odd\n",
	})
	var got []string
	for _, i := range r.Images {
		module, _ := i.SettingsModule.Text()
		dir, _ := i.Directory.Text()
		got = append(got, fmt.Sprintf("%s role=%s module=%s dir=%s starts=%t", i.File.Path, i.Role, module, dir, i.Starts))
	}
	want := []string{"Dockerfile role= module=shop.live dir=/app starts=false", "Dockerfile.dev role=dev module= dir= starts=true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if module, _ := r.Processes[0].SettingsModule.Text(); module != "shop.odd" {
		t.Errorf("a Dockerfile by another name gives %q", module)
	}
}

func TestAbsentEnvFiles(t *testing.T) {
	r := read(map[string]string{
		"compose.yml":      "services:\n  web:\n    command: gunicorn a\n    env_file:\n      - live.env\n      - path: gone.env\n        required: false\n",
		"gunicorn.service": "[Service]\nEnvironmentFile=-/etc/default/shop\nExecStart=/srv/venv/bin/gunicorn a\n",
		"live.env":         "A=1\n",
	})
	var got []string
	for _, p := range r.Processes {
		for _, w := range p.AbsentEnvFiles {
			got = append(got, p.Key+" "+w.Text+" "+w.Span.Text())
		}
	}
	want := []string{"compose:web gone.env gone.env", "systemd:gunicorn.service /etc/default/shop -/etc/default/shop"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTellApart(t *testing.T) {
	r := read(map[string]string{
		"a/s.conf": "[program:web]\ncommand=gunicorn a\n[program:other]\ncommand=gunicorn a\n", "b/s.conf": "[program:web]\ncommand=gunicorn b\n",
	})
	TellApart(r.Processes)
	var got []string
	for _, p := range r.Processes {
		got = append(got, p.Name)
	}
	want := []string{"supervisor program web of a/s.conf", "supervisor program other", "supervisor program web of b/s.conf"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOutsideDecides keeps the reason of a word that a variable's text leaves unknown.
func TestOutsideDecides(t *testing.T) {
	r := read(map[string]string{"run.sh": "#!/bin/sh\ncmd=\"gunicorn --workers $N a\"\nexec $cmd\n", "s.conf": "[program:x]\ncommand=/srv/run.sh\n"})
	v := r.Processes[0].Server.Options.Get("workers")
	if v.Cause != value.External || !slices.Equal(v.Waits, []string{"N"}) {
		t.Errorf("the number of workers is %+v", v)
	}
}
