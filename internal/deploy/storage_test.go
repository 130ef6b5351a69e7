package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestSameFile(t *testing.T) {
	container := func(stack string, mounts ...deploy.Mount) *deploy.Place {
		return &deploy.Place{Kind: deploy.Container, Network: deploy.Network{Stack: stack}, Mounts: mounts}
	}
	volume := func(name, target string) deploy.Mount {
		return deploy.Mount{Kind: deploy.VolumeMount, Source: name, Target: target}
	}
	host := &deploy.Place{Kind: deploy.Host}
	web := container("a.yml", volume("static", "/app/static"), volume("media", "/app/static/up"), deploy.Mount{Kind: deploy.TmpfsMount, Target: "/tmp"})
	for _, c := range []struct {
		name string
		a    *deploy.Place
		x    string
		b    *deploy.Place
		y    string
		want value.Tri
	}{
		{"one volume under two paths", web, "/app/static/x.css", container("a.yml", volume("static", "/usr/share/static")), "/usr/share/static/x.css", value.True},
		{"another folder of the volume", web, "/app/static/x.css", container("a.yml", volume("static", "/usr/share")), "/usr/share/static/x.css", value.False},
		{"the mount inside a mount", web, "/app/static/up/a.png", container("a.yml", volume("media", "/m")), "/m/a.png", value.True},
		{"a volume of another stack", web, "/app/static/x.css", container("b.yml", volume("static", "/app/static")), "/app/static/x.css", value.False},
		{"the files of two containers", container("a.yml"), "/app/static", container("a.yml"), "/app/static", value.False},
		{"memory is not shared", web, "/tmp/app.sock", container("a.yml", deploy.Mount{Kind: deploy.TmpfsMount, Target: "/tmp"}), "/tmp/app.sock", value.False},
		{"a folder of the host", container("a.yml", deploy.Mount{Source: "/srv/media", Target: "/m"}), "/m/a.png", host, "/srv/media/a.png", value.True},
		{"the checkout, wherever it lies", container("a.yml", deploy.Mount{Source: "./media", Repo: "media", OfRepository: true, Target: "/m"}), "/m", host, "/srv/shop/media", value.Undecided},
		{"the checkout in two containers", container("a.yml", deploy.Mount{Source: ".", OfRepository: true, Target: "/app"}), "/app/media", container("b.yml", deploy.Mount{Source: "./media", Repo: "media", OfRepository: true, Target: "/m"}), "/m", value.True},
		{"nothing known", nil, "/m", host, "/m", value.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := deploy.SameFile(c.a, c.x, c.b, c.y); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if got := deploy.SameFile(c.b, c.y, c.a, c.x); got != c.want {
				t.Errorf("the other way round: got %v, want %v", got, c.want)
			}
		})
	}
}

func TestLasts(t *testing.T) {
	p := &deploy.Place{Kind: deploy.Container, Mounts: []deploy.Mount{
		{Kind: deploy.VolumeMount, Source: "data", Target: "/data"},
		{Kind: deploy.AnonymousMount, Target: "/cache"},
		{Kind: deploy.BindMount, Source: "./up", Target: "/up"},
	}}
	for name, want := range map[string]value.Tri{"/data/x": value.True, "/cache/x": value.False, "/up": value.True, "/app/db.sqlite3": value.False} {
		if got := p.Storage(name).Lasts(); got != want {
			t.Errorf("%s lasts: %v, want %v", name, got, want)
		}
	}
}
