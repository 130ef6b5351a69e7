package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

func TestSoftware(t *testing.T) {
	for image, want := range map[string]string{
		"postgres":                             "postgres",
		"postgres:17-alpine":                   "postgres",
		"registry.example:5000/base/Redis:7":   "redis",
		"postgis/postgis@sha256:0123456789abc": "postgis",
		"":                                     "",
	} {
		if got := (&deploy.Place{Image: image}).Software(); got != want {
			t.Errorf("Software of %q = %q, want %q", image, got, want)
		}
	}
}

func TestLiveServices(t *testing.T) {
	at := func(name string) source.Span { return source.NewFile(name, "services:\n").Span(0, 8) }
	served := at("compose.yml")
	site := func(p *deploy.Process) *deploy.Site {
		return &deploy.Site{
			Processes: []*deploy.Process{p},
			Places: []*deploy.Place{
				{Key: "compose:here", Name: "here", Declared: served, Role: "production"},
				{Key: "compose:named", Name: "named", Declared: at("compose.prod.yml"), Role: "production"},
				{Key: "compose:developers", Name: "developers", Declared: at("compose.dev.yml"), Role: "dev"},
				{Key: "compose:elsewhere", Name: "elsewhere", Declared: at("tools/compose.yml"), Role: "production"},
			},
		}
	}
	for _, c := range []struct {
		name    string
		process *deploy.Process
		want    []string
	}{
		{
			"an application server", &deploy.Process{
				Launcher: deploy.Compose, Kind: deploy.Web, Declared: served, Server: &deploy.Server{Program: "gunicorn"},
			},
			[]string{"here", "named"},
		},
		{
			"a development server", &deploy.Process{
				Launcher: deploy.Compose, Kind: deploy.Web, Declared: served, Server: &deploy.Server{Program: "runserver", Traits: deploy.Traits{Development: true}},
			},
			[]string{"named"},
		},
		{
			"the source mounted", &deploy.Process{
				Launcher: deploy.Compose, Kind: deploy.Web, Declared: served, Server: &deploy.Server{Program: "gunicorn"},
				Mounts: []deploy.Mount{{Source: ".", Repo: "", OfRepository: true, Target: "/app"}},
			},
			[]string{"named"},
		},
		{"another launcher", &deploy.Process{Launcher: deploy.Systemd, Kind: deploy.Web, Declared: served, Server: &deploy.Server{Program: "gunicorn"}}, []string{"named"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range site(c.process).LiveServices() {
				got = append(got, s.Name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("live services (-want +got):\n%s", diff)
			}
		})
	}
}
