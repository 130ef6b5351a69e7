package load_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/load"
	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/support"
	"deploylint/internal/value"
)

// loadProject loads a project of testdata, all of it tracked.
func loadProject(t *testing.T, project string, opt load.Options) *load.Deployment {
	t.Helper()
	opt.Path, opt.Assume = unpack(t, project), &repo.Assumption{}
	d, err := load.Load(opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestJoined is about what a site is put together from.
func TestJoined(t *testing.T) {
	runCases(t, []projectCase{
		{name: "a command joins the site of its settings and makes none", project: "joined", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  process supervisor program web
  process supervisor program listen
`},
		{name: "a compose file of developers makes no site", project: "script", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  process systemd unit web.service
`},
	})

	d := loadProject(t, "joined", load.Options{})
	site := d.Sites[0]
	if site.Settings.URLs == nil {
		t.Error("the URLs are not found")
	}
	web := site.Web()[0]
	if workers := web.Server.Options.Get("workers"); !value.Equal(workers, value.OfInt(5)) {
		t.Errorf("gunicorn's configuration is not read in the environment of its process: %v", workers.Reason)
	}
	var sourced []string
	for _, w := range web.Wrappers {
		for _, s := range w.Script.Sources {
			sourced = append(sourced, s.Path)
		}
	}
	if diff := cmp.Diff([]string{"deploy/secrets.env"}, sourced); diff != "" {
		t.Errorf("the sourced file (-want +got):\n%s", diff)
	}
	if name, _, ok := site.Paths.ToRepo("/srv/shop/shop/static"); !ok || name != "shop/static" {
		t.Errorf("the server's path leads to %q", name)
	}
}

// TestNeighbours is about the processes that are another site's.
func TestNeighbours(t *testing.T) {
	d := loadProject(t, "launchers", load.Options{})
	for _, s := range d.Sites {
		if len(s.Neighbours) != len(d.Sites)-1 {
			t.Errorf("%s has %d neighbours", s.Name, len(s.Neighbours))
		}
		for _, p := range s.Neighbours {
			if p == s.Processes[0] {
				t.Errorf("%s is its own neighbour", p.Name)
			}
		}
	}
}

// TestFailure is about settings that stop with an error once the world is closed, and may not before.
func TestFailure(t *testing.T) {
	if f := loadProject(t, "failing", load.Options{}).Sites[0].Settings.Failure; f != nil {
		t.Errorf("fails with %s, although the environment may supply the variable", f.Message)
	}
	f := loadProject(t, "failing", load.Options{EnvComplete: true}).Sites[0].Settings.Failure
	if f == nil || f.Span.From().Line != 4 {
		t.Errorf("got %+v", f)
	}
}

// TestUnreadModule is about a module of the settings that is there and cannot be read: the verdict lacks it.
func TestUnreadModule(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "manage.py"), "")
	write(t, filepath.Join(dir, "shop", "__init__.py"), "")
	write(t, filepath.Join(dir, "shop", "settings.py"), "from .base import *\nINSTALLED_APPS = []\n")
	write(t, filepath.Join(dir, "shop", "base.py"), "\x00\x01\x02")
	d, err := load.Load(load.Options{Path: dir, Assume: &repo.Assumption{}})
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, n := range d.Notifications {
		if n.Level == source.Error {
			paths = append(paths, n.Path)
		}
	}
	if diff := cmp.Diff([]string{"shop/base.py"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOptions is about what the user tells of production.
func TestOptions(t *testing.T) {
	got := loadProject(t, "root", load.Options{Cores: 4, NginxVersion: "1.25", EnvComplete: true}).Sites[0].Options
	if diff := cmp.Diff(deploy.SiteOptions{Cores: 4, NginxMajor: 1, NginxMinor: 25, NginxGiven: true, EnvComplete: true, AsOf: support.TableDate()}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got = loadProject(t, "root", load.Options{}).Sites[0].Options
	if diff := cmp.Diff(deploy.SiteOptions{NginxMajor: 1, NginxMinor: 22, AsOf: support.TableDate()}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestVolumes compares paths of nginx's container with those of the settings, which are seen in the application's.
func TestVolumes(t *testing.T) {
	d, err := load.Load(load.Options{Path: unpack(t, "volumes"), Assume: &repo.Assumption{}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		server, setting string
		want            value.Tri
	}{
		{"/srv/static/", "/staticfiles", value.True},
		{"/srv/static", "/static", value.False},
		{"/srv/static/uploads", "/media", value.True},
		{"/srv/assets", "/assets", value.True},
		{"/app/staticfiles", "/staticfiles", value.Undecided}, // nothing puts it into nginx's container
	} {
		if got := d.Sites[0].Paths.Compare(tt.server, value.RootMark+tt.setting).Same; got != tt.want {
			t.Errorf("%s and %s: %s, want %s", tt.server, tt.setting, got, tt.want)
		}
	}
}
