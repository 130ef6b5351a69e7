package load_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/load"
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// TestProxies is about which nginx files are one configuration, and which are alternatives of each other.
func TestProxies(t *testing.T) {
	runCases(t, []projectCase{
		{name: "a main file with its parts; a developer's file is none, and what nginx refuses is for a rule", project: "proxies", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
nginx deploy/nginx/conf.d/other.conf.example sample
nginx deploy/nginx/nginx.conf deploy/nginx/conf.d/admin.conf deploy/nginx/conf.d/broken.conf deploy/nginx/conf.d/shop.conf
`},
		{name: "the files of a folder are one configuration, an example stands apart", project: "folder", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
nginx conf/sites/admin.conf conf/sites/pages.conf
nginx conf/sites/staff.example.conf sample
`},
		{name: "alternatives are not live together", project: "alternatives", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
nginx conf/other.conf
nginx conf/site-http.conf alternative conf/site/conf
nginx conf/site-https.conf alternative conf/site/conf
nginx no ssl/nginx.conf alternative nginx/conf
nginx ssl/nginx.conf alternative nginx/conf
`},
		{name: "an example where there is nothing else", project: "sample", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
nginx nginx.conf.example sample
`},
		{name: "what a compose file mounts is live, what tests mount is not", project: "livenginx", want: `
site bakery.settings
  runs bakery.settings in bakery/settings.py
  by default in manage.py
  process compose service web
nginx conf/https.conf
nginx elsewhere/site.conf
`},
		{name: "an include by the server's path", project: "mapped", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  process systemd unit web.service
nginx deploy/nginx.conf deploy/parts/locations.conf
`},
	})
}

// TestLiveProxies is about whom rules ask: not the examples beside a real configuration.
func TestLiveProxies(t *testing.T) {
	for project, want := range map[string][]string{
		"folder": {"conf/sites/admin.conf"},
		"sample": {"nginx.conf.example"},
	} {
		t.Run(project, func(t *testing.T) {
			d, err := load.Load(load.Options{Path: unpack(t, project), Assume: &repo.Assumption{}})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range d.Sites[0].LiveProxies() {
				got = append(got, p.Path)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// An envFile is what the model says of an env file, as the tests write it.
type envFile struct {
	Path             string
	Tracked, Ignored bool
	Role             string
	Keys             []string
}

// TestRepository is about the env files of the repository: that an untracked one is there is known, not what is in it.
func TestRepository(t *testing.T) {
	untracked := repo.Assumption{Untracked: []string{".env.local"}, Ignored: []string{".env"}}
	tests := []struct {
		name   string
		assume repo.Assumption
		git    bool
		want   []envFile
	}{
		{"with git", untracked, true, []envFile{
			{".env.dev", true, false, "dev", []string{"SECRET_KEY"}},
			{".env.example", true, false, "sample", []string{"SECRET_KEY"}},
			{".env.production", true, false, "production", []string{"SECRET_KEY", "EMPTY"}},
			{".envrc", true, false, "", []string{"SECRET_KEY"}},
			{".env", false, true, "", nil},
			{".env.local", false, false, "dev", nil},
		}},
		{"without git", repo.Assumption{NoGit: true}, false, []envFile{
			{".env", false, true, "", []string{"SECRET_KEY"}},
			{".env.dev", false, false, "dev", []string{"SECRET_KEY"}},
			{".env.example", false, false, "sample", []string{"SECRET_KEY"}},
			{".env.local", false, false, "dev", []string{"SECRET_KEY"}},
			{".env.production", false, false, "production", []string{"SECRET_KEY", "EMPTY"}},
			{".envrc", false, false, "", []string{"SECRET_KEY"}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := load.Load(load.Options{Path: unpack(t, "facts"), Assume: &tt.assume})
			if err != nil {
				t.Fatal(err)
			}
			r := d.Sites[0].Repository
			var got []envFile
			for _, f := range r.EnvFiles {
				one := envFile{Path: f.Path, Tracked: f.Tracked, Ignored: f.Ignored, Role: string(f.Role)}
				for _, e := range f.Entries {
					one.Keys = append(one.Keys, e.Key)
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if r.Git != tt.git || !r.Tracked("manage.py") || r.Tracked("no/such/file") || !r.IsDir("shop") || r.IsDir("shops") {
				t.Errorf("git %t, and what it tracks is wrong", r.Git)
			}
			if read := slices.ContainsFunc(d.Files, func(f *source.File) bool { return f.Path == ".env" }); read == tt.git {
				t.Errorf(".env was read: %t", read)
			}
		})
	}
}
