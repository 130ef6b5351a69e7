package program_test

import (
	"strings"
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// read reads a command line where nothing is set and no file is there.
func read(line string) *deploy.Process {
	f := source.NewFile("line", line)
	p := &deploy.Process{}
	w := &program.World{
		Lookup: func(name string) value.Value { return value.NotKnownFor(value.Absent, value.Why(value.NotSet, name)) },
		File:   func(string) *source.File { return nil },
		Beside: func(string) *source.File { return nil },
		Notify: func(source.NotificationLevel, source.Span, string) {},
		Give:   func(string, ...env.Var) {},
	}
	program.Read(w, program.Split(line, f.Span(0, len(line))), p)
	return p
}

func TestProtocols(t *testing.T) {
	for line, want := range map[string]string{
		"gunicorn shop.wsgi":                                                     "http",
		"gunicorn --protocol uwsgi shop.wsgi":                                    "uwsgi",
		"gunicorn --protocol UWSGI --certfile a.pem shop.wsgi":                   "uwsgi",
		"gunicorn --certfile a.pem shop.wsgi":                                    "https",
		"uvicorn --ssl-certfile a.pem shop.asgi:application":                     "https",
		"uvicorn shop.asgi:application":                                          "http",
		"waitress-serve shop.wsgi:application":                                   "http",
		"uwsgi --socket :8000 --module shop.wsgi":                                "uwsgi",
		"uwsgi -s :8000 --module shop.wsgi":                                      "uwsgi",
		"uwsgi --uwsgi-socket :8000 --protocol http":                             "uwsgi",
		"uwsgi --socket :8000 --protocol http":                                   "http",
		"uwsgi --socket-protocol http --socket :8000":                            "http",
		"uwsgi --http :8000":                                                     "http",
		"uwsgi --http-socket :8000":                                              "http",
		"uwsgi --https :8000,a.pem,a.key":                                        "https",
		"uwsgi --fastcgi-socket :8000":                                           "fastcgi",
		"uwsgi --scgi-socket :8000":                                              "scgi",
		"uwsgi --socket :8000 --ini other.ini":                                   "", // which is not there, and may say
		"manage.py runserver 8000":                                               "http",
		"manage.py runsslserver 8000":                                            "https",
		"hypercorn --certfile a.pem --keyfile a.key shop.asgi:application":       "https",
		"granian --interface asgi --ssl-certificate a.pem shop.asgi:application": "https",
	} {
		p := read(line)
		if p.Server == nil || len(p.Server.Binds) == 0 {
			t.Errorf("%s: no server", line)
			continue
		}
		if got := p.Server.ProtocolOf(p.Server.Binds[0]); got != want {
			t.Errorf("%s: speaks %q, want %q", line, got, want)
		}
	}
}

func TestInterfaces(t *testing.T) {
	for line, want := range map[string]deploy.Interface{
		"gunicorn shop.wsgi":                                    deploy.WSGI,
		"gunicorn -k gthread shop.wsgi":                         deploy.WSGI,
		"gunicorn -k uvicorn.workers.UvicornWorker shop.asgi":   deploy.ASGI,
		"gunicorn -k uvicorn_worker.UvicornH11Worker shop.asgi": deploy.ASGI,
		"gunicorn -k shop.workers.MyUvicornWorker shop.asgi":    deploy.ASGI,
		"gunicorn -k asgi shop.asgi":                            deploy.ASGI,
		"gunicorn -k shop.workers.Own shop.asgi":                "",
		"manage.py run_gunicorn -k gevent":                      deploy.WSGI,
		"uvicorn shop.asgi:application":                         deploy.ASGI,
		"uvicorn --interface auto shop.asgi:application":        deploy.ASGI,
		"uvicorn --interface asgi3 shop.asgi:application":       deploy.ASGI,
		"uvicorn --interface=wsgi shop.wsgi:application":        deploy.WSGI,
		"hypercorn shop.asgi:application":                       deploy.ASGI,
		"hypercorn shop.wsgi:application":                       deploy.WSGI,
		"hypercorn wsgi:shop.web:application":                   deploy.WSGI,
		"hypercorn asgi:shop.wsgi:application":                  deploy.ASGI,
		"daphne shop.asgi:application":                          deploy.ASGI,
		"granian shop.asgi:application":                         deploy.RSGI,
		"granian --interface asginl shop.asgi:application":      deploy.ASGI,
		"granian --interface wsgi shop.wsgi:application":        deploy.WSGI,
		"waitress-serve shop.wsgi:application":                  deploy.WSGI,
		"uwsgi --module shop.wsgi":                              deploy.WSGI,
		"mod_wsgi-express start-server shop/wsgi.py":            deploy.WSGI,
		"chaussette --fd 3 shop.wsgi.application":               deploy.WSGI,
		"manage.py runserver":                                   "", // Channels and daphne make it speak ASGI
	} {
		p := read(line)
		if p.Server == nil {
			t.Errorf("%s: no server", line)
			continue
		}
		if p.Server.Interface != want {
			t.Errorf("%s: speaks %q, want %q", line, p.Server.Interface, want)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"gunicorn": "gunicorn", "gunicorn3": "gunicorn", "uwsgi_python3": "uwsgi", "waitress-serve.exe": "waitress-serve",
		"celerybeat": "celery", "huey_consumer.py": "huey_consumer", "manage": "manage.py", "ls": "",
	} {
		if p, _ := program.Find(name); p.Name != want {
			t.Errorf("%s is %q, want %q", name, p.Name, want)
		}
	}
	for module, want := range map[string]string{
		"gunicorn.app.wsgiapp": "gunicorn", "waitress": "waitress-serve", "django": "django-admin", "celery.__main__": "celery",
		"uvicorn": "uvicorn", "daphne.cli": "daphne", "uvicorn.__main__": "uvicorn", "huey.bin.huey_consumer": "huey_consumer",
	} {
		if got, ok := program.OfModule(module); !ok || got != want {
			t.Errorf("python -m %s is %q (%t), want %q", module, got, ok, want)
		}
	}
	if _, ok := program.OfModule("http.server"); ok {
		t.Error("http.server is a program that is known")
	}
}

func TestKinds(t *testing.T) {
	for line, want := range map[string]deploy.ProcessKind{
		"celery -A shop worker": deploy.Worker, "celery -A shop beat": deploy.Beat, "celery -A shop flower": deploy.OtherProcess,
		"celery": deploy.OtherProcess, "rq worker high": deploy.Worker, "rq info": deploy.OtherProcess, "rqscheduler": deploy.Beat,
		"procrastinate schema": deploy.OtherProcess, "procrastinate worker": deploy.Worker, "dramatiq shop.tasks": deploy.Worker,
		"manage.py runworker": deploy.Worker, "manage.py qcluster": deploy.Worker, "manage.py procrastinate schema": deploy.Command,
		"manage.py celery worker": deploy.Worker, "manage.py celerybeat": deploy.Beat, "manage.py migrate": deploy.Command,
		"manage.py": deploy.Command, "nginx": deploy.ProxyProcess, "flask run": deploy.Web, "bash": deploy.OtherProcess,
	} {
		if got, _ := program.KindOf(program.Split(line, source.Span{})); got != want {
			t.Errorf("%s: kind %d, want %d", line, got, want)
		}
	}
	for line, want := range map[string]bool{
		"manage.py runserver": true, "manage.py runserver_plus": true, "flask run": true, "gunicorn shop.wsgi": false, "manage.py qcluster": false,
	} {
		if _, got := program.KindOf(program.Split(line, source.Span{})); got != want {
			t.Errorf("%s: for development %t, want %t", line, got, want)
		}
	}
	if kind, _ := program.KindOf([]shell.Word{}); kind != deploy.OtherProcess {
		t.Error("a command of no words is of a kind")
	}
}

func TestAddresses(t *testing.T) {
	for line, want := range map[string]string{
		"gunicorn shop.wsgi":                                         "127.0.0.1:8000",
		"uvicorn --host 0.0.0.0 shop.asgi:application":               "0.0.0.0:8000",
		"uvicorn --uds /run/shop.sock shop.asgi:application":         "unix:/run/shop.sock",
		"hypercorn -b :80 -b unix:/run/x shop.asgi:application":      ":80 unix:/run/x",
		"daphne shop.asgi:application":                               "127.0.0.1:8000",
		"granian --port 9000 shop.asgi:application":                  "127.0.0.1:9000",
		"waitress-serve shop.wsgi:application":                       "0.0.0.0:8080",
		"waitress-serve --listen=127.0.0.1:80 shop.wsgi:application": "127.0.0.1:80",
		"uwsgi --http-socket :8000 --socket /run/x.sock":             ":8000 unix:/run/x.sock",
		"mod_wsgi-express start-server shop/wsgi.py --port 80":       "0.0.0.0:80",
		"chaussette --port 9000 shop.wsgi.application":               "localhost:9000",
		"manage.py runserver 0:9000":                                 "0.0.0.0:9000",
		"manage.py runserver 9000":                                   "127.0.0.1:9000",
	} {
		var got []string
		for _, b := range read(line).Server.Binds {
			got = append(got, b.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s listens on %v, want %s", line, got, want)
		}
	}
}

func TestTraits(t *testing.T) {
	for line, want := range map[string]deploy.Peers{
		"gunicorn x": deploy.SameMachine, "uvicorn x:y": deploy.SameMachine, "uwsgi --module x": deploy.Everybody, "daphne x:y": deploy.Nobody,
		"manage.py runserver": deploy.Nobody,
	} {
		if got := read(line).Server.Traits.Trust.Peers; got != want {
			t.Errorf("%s believes %d, want %d", line, got, want)
		}
	}
	for line, want := range map[string]string{"gunicorn x": "TERM", "manage.py run_gunicorn": "TERM", "waitress-serve x:y": "INT", "uwsgi --module x": ""} {
		if got := strings.Join(read(line).Server.Traits.Stop.Gentle, " "); got != want {
			t.Errorf("%s ends gently on %q, want %q", line, got, want)
		}
	}
	if !read("manage.py runserver").Server.Traits.Development || read("uvicorn x:y").Server.Traits.Development {
		t.Error("which servers are for development")
	}
	if read("mod_wsgi-express module-config").Server != nil {
		t.Error("module-config serves")
	}
}
