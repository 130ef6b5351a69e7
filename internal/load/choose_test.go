package load_test

import (
	"os"
	"path/filepath"
	"testing"

	"deploylint/internal/load"
	"deploylint/internal/repo"
)

// TestChoice goes through the ways in which a settings module is chosen, the strongest first.
func TestChoice(t *testing.T) {
	runCases(t, []projectCase{
		{name: "1: --settings beats the launchers", project: "supervisor", opt: load.Options{Settings: "shop.settings.dev"}, show: []string{"NAME"}, want: `
site shop.settings.dev
  runs shop.settings.dev in shop/settings/dev.py
  by --settings
  NAME = dev (assigned)
  NAME with DEBUG off = dev (assigned)
  process supervisor program web
  process supervisor program worker
`},
		{name: "1: --settings names a file", project: "supervisor", opt: load.Options{Settings: "shop/settings/production.py"}, want: `
site shop.settings.production
  runs shop.settings.production in shop/settings/production.py
  by --settings
  process supervisor program web
  process supervisor program worker
`},
		{name: "1: --settings beats an assignment", project: "assigned", opt: load.Options{Settings: "shop.dev_settings"}, want: `
site shop.dev_settings
  runs shop.dev_settings in shop/dev_settings.py
  by --settings
  process supervisor program web
  process supervisor program channels
`},
		{name: "2: an assignment in the entry file beats the environment, in its own processes", project: "assigned", want: `
site shop.base_settings
  runs shop.base_settings in shop/base_settings.py
  by assignment in shop/wsgi.py
  process supervisor program web
site shop.production_settings
  runs shop.production_settings in shop/production_settings.py
  by environment of supervisor program channels
  process supervisor program channels
`},
		{name: "2: an assignment leaves no doubt about the production module beside it", project: "unlaunched", want: `
site shop.settings.base
  runs shop.settings.base in shop/settings/base.py
  by assignment in shop/wsgi.py
`},
		{name: "2: an assignment beats --set", project: "unlaunched", opt: load.Options{Set: []string{"DJANGO_SETTINGS_MODULE=shop.settings.production"}}, want: `
site shop.settings.base
  runs shop.settings.base in shop/settings/base.py
  by assignment in shop/wsgi.py
`},
		{name: "2: an assignment under a condition is none", project: "condition", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
`},
		{name: "3: the launcher's environment", project: "supervisor", show: []string{"NAME"}, want: `
site shop.settings.live
  runs shop.settings.live in shop/settings/live.py
  by environment of supervisor program web
  NAME = live (assigned)
  process supervisor program web
  process supervisor program worker
`},
		{name: "3: each launcher for its own process", project: "launchers", want: `
site shop.four
  runs shop.four in shop/four.py
  by environment of compose service web
  process compose service web
site shop.six
  runs shop.six in shop/six.py
  by environment of render.yaml
  process render process shop
site shop.three
  runs shop.three in shop/three.py
  by environment of the image of Dockerfile
  process the image of Dockerfile
site shop.two
  runs shop.two in shop/two.py
  by environment of deploy/start.sh
  process supervisor program wrapped
site shop.one
  runs shop.one in shop/one.py
  by environment of systemd unit shop.service
  process systemd unit shop.service
site shop.five
  runs shop.five in shop/five.py
  by environment of Procfile process web
  process Procfile process web
`},
		{name: "3: --set is stronger than the launcher", project: "supervisor", opt: load.Options{Set: []string{"DJANGO_SETTINGS_MODULE=shop.settings.production"}}, want: `
site shop.settings.production
  runs shop.settings.production in shop/settings/production.py
  by environment of --set
  process supervisor program web
  process supervisor program worker
`},
		{name: "3: --set without a launcher", project: "sibling", opt: load.Options{Set: []string{"DJANGO_SETTINGS_MODULE=shop.settings.heroku"}}, want: `
site shop.settings.heroku
  runs shop.settings.heroku in shop/settings/heroku.py
  by environment of --set
`},
		{name: "3: the option of the command itself", project: "manageoption", want: `
site shop.live
  runs shop.live in shop/live.py
  by --settings of supervisor program tasks
  process supervisor program tasks
`},
		{name: "3: a module that is not in the repository", project: "outside", want: `
site shop.private
  runs shop.private in elsewhere
  by environment of supervisor program web
  process supervisor program web
error supervisor.conf:3: the settings module shop.private is not in the repository
`},
		{name: "3: a developer's compose file chooses nothing", project: "developer", show: []string{"SECRET_KEY", "HOSTS", "PORT"}, want: `
site shop.settings.production
  runs shop.settings.production in shop/settings/production.py
  by it is named for production, and shop/wsgi.py defaults to shop.settings.development, assumed
  SECRET_KEY = waits for SECRET_KEY
  HOSTS = none (fallback)
  PORT = 8000 (env)
  process supervisor program gunicorn
`},
		{name: "3: unless there is no production beside it", project: "developeronly", want: `
site shop.settings.development
  runs shop.settings.development in shop/settings/development.py
  by environment of compose service django
  process supervisor program gunicorn
`},
		{name: "4: production beside a base module is assumed", project: "sibling", want: `
site shop.settings.production
  runs shop.settings.production in shop/settings/production.py
  by it is named for production, and shop/wsgi.py defaults to shop.settings.base, assumed
`},
		{name: "4: a class named for production beside a class for developers is assumed", project: "classes", show: []string{"NAME"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in bakery/wsgi.py; its class Production is named for production, and bakery/wsgi.py defaults to Development, assumed
  NAME = production (assigned)
`},
		{name: "1: --set names a class", project: "classes", opt: load.Options{Set: []string{"DJANGO_CONFIGURATION=Staging"}}, show: []string{"NAME"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in bakery/wsgi.py, class Staging
  NAME = staging (assigned)
`},
		{name: "2: an assigned class beats the launcher's", project: "classesassigned", show: []string{"NAME"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in bakery/wsgi.py, class Development
  NAME = development (assigned)
  process Procfile process web
`},
		{name: "3: each launcher's class for its own process", project: "classeslaunched", show: []string{"NAME"}, want: `
site bakery.config (supervisor program web)
  runs bakery.config in bakery/config/__init__.py
  by default in bakery/wsgi.py, class Staging
  NAME = staging (assigned)
  process supervisor program web
site bakery.config (supervisor program admin)
  runs bakery.config in bakery/config/__init__.py
  by default in bakery/wsgi.py, class Production
  NAME = production (assigned)
  process supervisor program admin
`},
		{name: "3: what an image has of the repository, and gives its scripts", project: "images", show: []string{"NAME", "EXTRA", "REGION"}, want: `
site bakery.live
  runs bakery.live in docker/live_example.py
  by environment of the image of docker/Dockerfile
  NAME = live (assigned)
  EXTRA = extra (assigned)
  REGION = eu (env)
  process the image of docker/Dockerfile
  process script docker/worker.sh
`},
		{name: "3: an image that nothing starts", project: "imageonly", show: []string{"NAME", "REGION"}, want: `
site bakery.prod
  runs bakery.prod in bakery/prod.py
  by environment of Dockerfile
  NAME = prod (assigned)
  REGION = eu (env)
`},
		{name: "one site for what comes to the same", project: "openimage", show: []string{"ALLOWED_HOSTS", "RELEASE"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in manage.py
  ALLOWED_HOSTS = [bakery.example]
  RELEASE = 7 (env)
  process compose service web
  process compose service live
  process the image of Dockerfile
`},
		{name: "what the entry file does to the environment", project: "entryenv", show: []string{"NAME", "PORT", "STAGE"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in bakery/wsgi.py
  NAME = file (env)
  PORT = 9000 (env)
  STAGE = live (assigned)
  loads "web.env" found read
  process Procfile process web
`},
		{name: "--set beats an env file of the entry file", project: "entryenv", opt: load.Options{Set: []string{"NAME=given"}}, show: []string{"NAME"}, want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in bakery/wsgi.py
  NAME = given (env)
  loads "web.env" found read
  process Procfile process web
`},
		{name: "5: asgi.py where wsgi.py leads nowhere", project: "asgi", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/asgi.py
`},
		{name: "6: manage.py", project: "manage", want: `
site shop.configuration
  runs shop.configuration in shop/configuration.py
  by default in manage.py
`},
		{name: "7: the only one", project: "only", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
`},
		{name: "7: the nearest to production is assumed", project: "several", want: `
site shop.settings.production
  runs shop.settings.production in shop/settings/production.py
  by no entry file names a settings module, and this one is nearest to production, assumed
`},
	})
}

// TestSettingsFile names a settings file as a shell completes it, from the working directory.
func TestSettingsFile(t *testing.T) {
	dir := unpack(t, "projects")
	t.Chdir(filepath.Join(dir, "api", "core"))
	compare(t, load.Options{Path: dir, Settings: "settings_special.py", Assume: &repo.Assumption{}}, nil, `
site core.settings_special
  runs core.settings_special in api/core/settings_special.py
  by --settings
`)
}

// TestSites is about which processes make one site.
func TestSites(t *testing.T) {
	runCases(t, []projectCase{
		{name: "a site for each environment, none for development and tests", project: "roles", show: []string{"REGION", "DEBUG"}, want: `
site shop.settings (supervisor program eu)
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  REGION = eu (env)
  DEBUG = waits for DEBUG
  process supervisor program eu
site shop.settings (supervisor program us)
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  REGION = us (env)
  DEBUG = waits for DEBUG
  process supervisor program us
  process supervisor program us-second
  process supervisor program us-worker
`},
		{name: "--set that makes the environments alike makes one site", project: "roles", opt: load.Options{Set: []string{"REGION=de"}}, show: []string{"REGION"}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  REGION = de (env)
  process supervisor program eu
  process supervisor program us
  process supervisor program us-second
  process supervisor program us-worker
`},
		{name: "a site for each project, none for samples and tests", project: "projects", want: `
site pages.settings
  runs pages.settings in web/pages/settings.py
  by default in web/pages/wsgi.py
  process systemd unit web.service
site core.settings
  runs core.settings in api/core/settings.py
  by default in api/core/wsgi.py
`},
		{name: "only the project that the path names", project: "projects", below: "web", want: `
site pages.settings
  runs pages.settings in pages/settings.py
  by default in pages/wsgi.py
`},
		{name: "--settings judges the projects that have the module", project: "projects", opt: load.Options{Settings: "core.settings_special"}, want: `
site core.settings_special
  runs core.settings_special in api/core/settings_special.py
  by --settings
`},
		{name: "a sample is judged where the path names it", project: "projects", below: "examples/demo", want: `
site demo.settings
  runs demo.settings in demo/settings.py
  by default in manage.py
`},
	})
}

// TestSingle loads single files, each on its own facts.
func TestSingle(t *testing.T) {
	dir := unpack(t, "single")
	git(t, dir, "add .")
	tests := []struct{ name, file, want string }{
		{"settings", "shop/settings/production.py", `
site shop/settings/production.py
  runs shop.settings.production in shop/settings/production.py
  by the file that was given
  DEBUG = false
`},
		{"a supervisor configuration", "deploy/supervisor.conf", `
site deploy/supervisor.conf
  process supervisor program web
  process supervisor program worker
`},
		{"an nginx configuration", "deploy/nginx/shop.conf", `
site deploy/nginx/shop.conf
nginx deploy/nginx/shop.conf
`},
		{"a compose file", "docker-compose.yml", `
site docker-compose.yml
  process compose service web
`},
		{"a Dockerfile of development", "Dockerfile.dev", `
site Dockerfile.dev
  process the image of Dockerfile.dev
`},
		{"an env file", "deploy/shop.env", `
site deploy/shop.env
`},
		{"nginx's configuration under any name", "deploy/nginx/mime.types", `
site deploy/nginx/mime.types
nginx deploy/nginx/mime.types
`},
		{"requirements", "requirements.txt", `
error: a file of this kind says nothing on its own: give the project's folder
`},
		{"a name that cannot be imported", "shop/settings/my-production.py", `
error: the file's name cannot be imported as a module
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(dir, tt.file)); err != nil {
				t.Fatal(err)
			}
			compare(t, load.Options{Path: filepath.Join(dir, tt.file)}, []string{"DEBUG"}, tt.want)
		})
	}
}
