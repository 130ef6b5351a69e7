package load

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/launch"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// TestIntoImages gives scripts what the image that has them gives: nothing that the script says itself, or leaves to
// whoever starts it.
func TestIntoImages(t *testing.T) {
	image := func(file, module string) launch.Image {
		return launch.Image{
			File: source.NewFile(file, "FROM python\n"), Placements: []launch.Placement{{Server: "/app", Folder: true}},
			SettingsModule: value.OfStr(module), Directory: value.OfPath("/app"),
		}
	}
	absent := value.NotKnown(value.Absent, "nothing names it")
	for _, c := range []struct {
		name      string
		images    []launch.Image
		launcher  deploy.Launcher
		module    value.Value
		want      string
		container bool
	}{
		{"the script says nothing", []launch.Image{image("Dockerfile", "shop.image")}, deploy.ShellScript, absent, "shop.image", true},
		{"the script says it", []launch.Image{image("Dockerfile", "shop.image")}, deploy.ShellScript, value.OfStr("shop.own"), "shop.own", true},
		{"somebody else says it", []launch.Image{image("Dockerfile", "shop.image")}, deploy.ShellScript, value.NotKnown(value.External, "it comes from X"), "", true},
		{"the nearest of two", []launch.Image{image("Dockerfile", "shop.image"), image("ops/web/Dockerfile", "shop.near")}, deploy.ShellScript, absent, "shop.near", true},
		{"two that are as near", []launch.Image{image("a/Dockerfile", "shop.a"), image("b/Dockerfile", "shop.b")}, deploy.ShellScript, absent, "", false},
		{"no script", []launch.Image{image("Dockerfile", "shop.image")}, deploy.Supervisor, absent, "", false},
	} {
		p := &deploy.Process{
			Launcher: c.launcher, SettingsModule: c.module, Environment: env.New(false), Directory: value.OfNone(),
			Declared: source.NewFile("ops/web/start.sh", "gunicorn shop.wsgi\n").Span(0, 8),
		}
		intoImages([]*deploy.Process{p}, c.images)
		if got, _ := p.SettingsModule.Text(); got != c.want || p.Container != c.container {
			t.Errorf("%s: settings %q, in a container %t, want %q", c.name, got, p.Container, c.want)
		}
	}
}
