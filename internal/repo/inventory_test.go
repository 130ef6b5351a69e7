package repo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func foundPaths(list []Found) []string {
	var paths []string
	for _, f := range list {
		paths = append(paths, f.Path)
	}
	return paths
}

// describe renders a list as "path role", with what else is known of it.
func describe(list []Found) []string {
	var lines []string
	for _, f := range list {
		line := f.Path + " " + f.Role.String()
		if f.Fragment {
			line += " fragment"
		}
		if f.Doubtful {
			line += " doubtful"
		}
		if f.Template != "" {
			line += " " + f.Template
		}
		lines = append(lines, line)
	}
	return lines
}

const (
	nginxSite       = "# site\n\nserver {\n  listen 80;\n}\n"
	supervisorText  = "; programs\n[program:web]\ncommand=/srv/run.sh\n"
	gunicornText    = "import os\nbind = '0.0.0.0:8000'\n"
	fragmentText    = "location /static/ {\n  alias /srv/static/;\n}\n"
	systemdText     = "[Unit]\nDescription=x\n[Service]\nExecStart=/x\n"
	terraformServer = "resource \"x\" {\n}\nserver {\n}\n"
)

func TestInventory(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"manage.py": "", "shop/wsgi.py": "", "shop/celery.py": "", "shop/models.py": "", "shop/migrations/0001_settings.py": "",
		"shop/settings/__init__.py": "", "shop/settings/base.py": "", "shop/settings/production.py": "", "shop/settings/dev.py": "",
		"local_settings.py.example": "", "tests/settings.py": "",

		"deploy/nginx/no ssl/default":         nginxSite,
		"deploy/www.shop.com":                 nginxSite,
		"deploy/nginx/locations":              fragmentText,
		"etc/nginx.secure":                    "upstream app {\n  server unix:/x;\n}\nserver\n{\n}\n",
		"conf/site.conf.j2":                   "{% if tls %}\nserver {\n{% endif %}\n",
		"docs/nginx.conf":                     nginxSite,
		"tests/data/nginx.conf":               nginxSite,
		"infra/main.tf":                       terraformServer,
		"conf/apache.conf":                    "<VirtualHost *:80>\nserver {\n</VirtualHost>\n",
		"conf/empty.conf":                     "",
		"conf/nginx.bin.conf":                 "server {\x00",
		"supervisor/gunicorn.conf":            supervisorText,
		"deploy/shop_supervisor":              supervisorText,
		"deploy/super_web.ini":                supervisorText,
		"setup.cfg":                           "[options]\n",
		"gunicorn.conf.py":                    gunicornText,
		"bin/gunicorn_start":                  "#!/bin/bash\nexec gunicorn\n",
		"scripts/tool.py":                     "",
		"gunicorn_helpers.py":                 "def f(): pass\n",
		"docker/uwsgi.ini":                    "[uwsgi]\nmodule=x\n",
		"deploy/shop.service":                 systemdText,
		"deploy/systemd/x.socket":             "not a unit",
		"Procfile":                            "web: gunicorn x\n",
		"Dockerfile":                          "",
		"Dockerfile.dev":                      "",
		"docker/DockerfileWorker":             "",
		"docker/Dockerfile_nginx":             "",
		"Dockerfile.dockerignore":             "",
		"docker-compose.yml":                  "services:\n",
		"docker-compose.override.yml":         "services:\n",
		"production/docker-compose.yml":       "services:\n",
		"production/docker-compose.prod.yml":  "services:\n",
		"swarm/stack.yml":                     "services:\n  x:\n",
		"deploy/production.yml":               "- hosts: all\n",
		".env":                                "",
		".env.example":                        "",
		".envs/.production/.django":           "",
		"config/web.env":                      "",
		"src/env.d.ts":                        "",
		"run.sh":                              "",
		"requirements.txt":                    "",
		"requirements/production.in":          "",
		"pyproject.toml":                      "",
		".gitignore":                          "",
		".dockerignore":                       "",
		"fly.toml":                            "",
		".github/workflows/ci.yml":            "",
		"Makefile":                            "",
		"web/node_modules/a/nginx.conf":       nginxSite,
		"web/node_modules/b/package.json":     "",
		"venv/lib/site-packages/x/manage.py":  "",
		"venv/lib/site-packages/x/wsgi.py":    "",
		"venv/lib/site-packages/x/.env":       "",
		"venv/lib/site-packages/x/Dockerfile": "",
	} {
		writeFile(t, root, name, text)
	}
	if err := os.Symlink("conf/site.conf.j2", filepath.Join(root, "site.conf")); err != nil {
		t.Fatal(err)
	}
	inv := open(t, root, Options{Assume: &Assumption{}}).Inventory()
	for _, test := range []struct {
		name string
		got  []Found
		want []string
	}{
		{"manage", inv.Manage, []string{"manage.py unknown"}},
		{"entry", inv.Entry, []string{"shop/celery.py unknown", "shop/wsgi.py unknown"}},
		{"settings", inv.Settings, []string{
			"local_settings.py.example sample", "shop/settings/__init__.py base", "shop/settings/base.py base",
			"shop/settings/dev.py development", "shop/settings/production.py production", "tests/settings.py test",
		}},
		{"nginx", inv.Nginx, []string{
			"conf/site.conf.j2 unknown .j2", "deploy/nginx/locations production fragment", "deploy/nginx/no ssl/default production",
			"deploy/www.shop.com production", "etc/nginx.secure unknown",
		}},
		{"supervisor", inv.Launchers["supervisor"], []string{
			"deploy/shop_supervisor production", "deploy/super_web.ini production", "supervisor/gunicorn.conf unknown",
		}},
		{"gunicorn", inv.Gunicorn, []string{"gunicorn.conf.py unknown"}},
		{"uwsgi", inv.Launchers["uWSGI"], []string{"docker/uwsgi.ini unknown"}},
		{"systemd", inv.Launchers["systemd"], []string{"deploy/shop.service production"}},
		{"procfiles", inv.Launchers["Procfile"], []string{"Procfile unknown"}},
		{"dockerfiles", inv.Dockerfiles, []string{"Dockerfile unknown", "Dockerfile.dev development", "docker/DockerfileWorker unknown", "docker/Dockerfile_nginx unknown"}},
		{"compose", inv.Compose, []string{
			"docker-compose.override.yml development", "docker-compose.yml production doubtful",
			"production/docker-compose.prod.yml production", "production/docker-compose.yml base", "swarm/stack.yml production",
		}},
		{"env", inv.Env, []string{
			".env unknown", ".env.example sample", ".envs/.production/.django production", "config/web.env unknown",
		}},
		{"shell", inv.Shell, []string{"bin/gunicorn_start unknown", "run.sh unknown"}},
		{"platform", inv.Launchers["platform"], []string{"fly.toml unknown"}},
		{"requirements", inv.Requirements, []string{
			"pyproject.toml unknown", "requirements.txt unknown", "requirements/production.in production", "setup.cfg unknown",
		}},
		{"ignores", inv.Ignores, []string{".dockerignore unknown", ".gitignore unknown", "Dockerfile.dockerignore unknown"}},
		{"ci", inv.CI, []string{".github/workflows/ci.yml test"}},
		{"build", inv.Build, []string{"Makefile unknown"}},
	} {
		if diff := cmp.Diff(test.want, describe(test.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	installed := []InstalledDir{
		{Path: "venv", Files: 4, First: "venv/lib/site-packages/x/.env"},
		{Path: "web/node_modules", Files: 2, First: "web/node_modules/a/nginx.conf"},
	}
	if diff := cmp.Diff(installed, inv.Installed); diff != "" {
		t.Error(diff)
	}
}

// TestInventoryOfFolder: names above the folder do not count, so that a deployment below tests/ can be looked at.
func TestInventoryOfFolder(t *testing.T) {
	root := t.TempDir()
	writeFile(t, root, "tests/project/nginx.conf", nginxSite)
	r := open(t, root, Options{Assume: &Assumption{}})
	if got := r.Inventory().Nginx; len(got) != 0 {
		t.Errorf("nginx files of tests are listed: %v", got)
	}
	if diff := cmp.Diff([]string{"tests/project/nginx.conf unknown"}, describe(r.InventoryOf("tests/project").Nginx)); diff != "" {
		t.Error(diff)
	}
}

func TestRoleOf(t *testing.T) {
	for _, test := range []struct {
		path string
		want Role
	}{
		{"shop/settings.py", UnknownRole},
		{"shop/settings/production.py", Production},
		{"shop/settings/prod-docker.py", Production},
		{"shop/settings/pro.py", Production},
		{"shop/settings/heroku.py", Production},
		{"shop/settings/staging.py", Staging},
		{"shop/settings/com.py", Base},
		{"shop/settings/__init__.py", Base},
		{"shop/settings/local.py", Local},
		{"shop/settings/dev_local.py", Development},
		{"shop/settings/test_production.py", Test},
		{"shop/settings/production.py.example", Sample},
		{"shop/settings.py.dist", Sample},
		{"shop/settings.py.template", Sample},
		{"deploy/nginx.conf.template", Production},
		{"nginx/default.conf", UnknownRole},
		{"nginx/example.com.conf", UnknownRole},
		{"nginx/nginx.conf.example", Sample},
		{"nginx/latest.conf", UnknownRole},
		{".env", UnknownRole},
		{".env.production", Production},
		{".env.production.sample", Sample},
		{".env.dist", Sample},
		{".env-dist.dev", Sample},
		{".env.local", Local},
		{"docker-compose.yml", UnknownRole},
		{"docker-compose.prod.yml", Production},
		{"docker-compose-dev.yml", Development},
		{"docker-compose.override.yml", Development},
		{"docker/nginx.override.yml", UnknownRole},
		{"compose/local/django/start", Local},
		{"compose/production/django/start", Production},
		{"deploy/dev/site.conf", Development},
		{"deploy-tools/shop/settings.py", UnknownRole},
		{"docker/root/usr/local/bin/start", UnknownRole},
		{"docs/production/nginx.conf", Documentation},
		{"README.md", Documentation},
		{"examples/production/site.conf", Sample},
		{"{{cookiecutter.slug}}/production.yml", Sample},
		{"tests/production/site.conf", Test},
		{".github/workflows/deploy.yml", Test},
		{".ci/settings.py", Test},
	} {
		if got := RoleOf(test.path); got != test.want {
			t.Errorf("RoleOf(%q) = %v, want %v", test.path, got, test.want)
		}
	}
}

func TestSniffServer(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       serverKind
	}{
		{"a site", nginxSite, nginxConfig},
		{"brace on the next line", "server\n{\n}", nginxConfig},
		{"without a blank", "server{listen 80;}", nginxConfig},
		{"only events", "events { }", nginxConfig},
		{"locations", fragmentText, nginxFragment},
		{"an upstream alone", "upstream app {\n server x;\n}", nginxFragment},
		{"a directive named like a block", "server 10.0.0.1:80;\n", noServer},
		{"supervisor", supervisorText, supervisorConfig},
		{"a blank in the header", "[ program:web ]\n", supervisorConfig},
		{"a fragment for conf.d", "[eventlistener:x]\n", supervisorConfig},
		{"another ini", "[options]\nx=1\n", noServer},
		{"systemd", systemdText, systemdUnit},
		{"uwsgi", "[uwsgi]\n", uwsgiConfig},
		{"apache", "<VirtualHost *:80>\nserver {\n", noServer},
		{"erb", "<% if x %>\nserver {\n", nginxConfig},
		{"prose", "The server is here.\nlocation: home\n", noServer},
		{"a comment", "# server {\n; [program:x]\n", noServer},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := sniffServer(test.text); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

func FuzzSniff(f *testing.F) {
	f.Add(nginxSite, "a.conf")
	f.Add(supervisorText, ".env")
	f.Add("server\n\n{", "dockerfile")
	f.Add("", "compose.yml")
	f.Fuzz(func(_ *testing.T, text, name string) {
		sniffServer(text)
		sniffGunicorn(text)
		sniffCompose(text)
		if name = strings.Trim(name, "/"); name != "" {
			bucketOf(name)
			RoleOf(name)
			limitOf(name)
		}
	})
}

// TestSkipped lists what is named as a server's configuration and cannot be looked into.
func TestSkipped(t *testing.T) {
	root := t.TempDir()
	writeFile(t, root, "manage.py", "x")
	writeFile(t, root, "deploy/nginx/big.conf", "server {\n}\n"+strings.Repeat("# x\n", 300_000))
	writeFile(t, root, "deploy/nginx/logo.bin", "\x00")
	writeFile(t, root, "deploy/binary.conf", "\x00server {\n}\n")
	writeFile(t, root, "deploy/empty.conf", "")
	writeFile(t, root, "deploy/plain.conf", "server {\n}\n")
	writeFile(t, root, "tests/big.conf", strings.Repeat("# x\n", 300_000))
	for link, target := range map[string]string{"out.conf": os.TempDir(), "in.conf": "plain.conf", "nowhere.conf": "nothing"} {
		if err := os.Symlink(target, filepath.Join(root, "deploy", link)); err != nil {
			t.Skip(err)
		}
	}
	var got []string
	for _, s := range open(t, root, Options{}).Inventory().Skipped {
		got = append(got, s.Err.Error())
	}
	want := []string{
		"deploy/out.conf: it lies outside the project",
		"deploy/binary.conf: the file is not text",
		"deploy/nginx/big.conf: the file is too big: 1200011 bytes, where 1048576 are read",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
