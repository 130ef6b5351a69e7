package repo

import "testing"

func TestSniffLaunchers(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       serverKind
	}{
		{"circus", "; a comment\n[watcher:web]\ncmd = gunicorn\n", circusConfig},
		{"circus's own section", "[circus]\ncheck_delay = 5\n", circusConfig},
		{"Apache with a WSGI script", "<VirtualHost *:80>\n  WSGIScriptAlias / /srv/wsgi.py\n</VirtualHost>\n", apacheConfig},
		{"directives of mod_wsgi before a section", "WSGIPythonHome /srv/venv\n\n<VirtualHost *:80>\nWSGIScriptAlias / /srv/wsgi.py\n", apacheConfig},
		{"Apache as a proxy", "<VirtualHost *:80>\n  ProxyPass / http://127.0.0.1:8000/\n  # WSGIScriptAlias / /srv/wsgi.py\n", noServer},
		{"a drop-in of systemd", "[Service]\nRestart=always\n", systemdUnit},
		{"supervisor", "[fcgi-program:web]\ncommand=x\n", supervisorConfig},
		{"nginx", "server {\n  listen 80;\n}\n", nginxConfig},
	} {
		if got := sniffServer(c.head); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestManifests(t *testing.T) {
	for name, want := range map[string]bool{
		"k8s/web.yaml": true, "deploy/kubernetes/base/web.yml": true, "charts/shop/templates/web.yaml": true, "web-deployment.yaml": true,
		"shop/locale.yaml": false, "mkdocs.yml": false,
	} {
		if got := bucketOf(name) == yamlFile; got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
	if !sniffManifest("apiVersion: v1\nkind: Pod\n") || sniffManifest("services:\n  kind: x\n") || sniffManifest("kind: x\n") {
		t.Error("an object of Kubernetes has both at its top")
	}
	if bucketOf("deploy/task-definition.prod.json") != launcherFile {
		t.Error("a task definition of ECS is a platform's file")
	}
}

func TestLaunchersByName(t *testing.T) {
	for name, want := range map[string]string{
		"Procfile": "Procfile", "deploy/Procfile.prod": "Procfile", "fly.toml": "platform", "deploy/taskdef.json": "platform",
		"deploy/crontab": "cron", "crontab-www-data": "cron", "crontab.j2": "cron", "shop.cron": "cron", "etc/cron.d/shop": "cron",
		"cron.daily/shop": "", "crontabs.txt": "", "taskdefs.md": "",
	} {
		if got := launcherOf(name); got != want {
			t.Errorf("%s is a file of %q, want %q", name, got, want)
		}
		if got := bucketOf(name) == launcherFile; got != (want != "") {
			t.Errorf("%s is in the launchers' bucket: %t", name, got)
		}
	}
	if bucketOf("shop/crontab.py") == launcherFile {
		t.Error("a module is a crontab")
	}
}
