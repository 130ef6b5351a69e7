package deploy

import (
	"testing"

	"deploylint/internal/dockerfile"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestHasFolder(t *testing.T) {
	tree := dockerfile.Parse(source.NewFile("Dockerfile", `FROM python:3.13-slim
WORKDIR /app
COPY . .
COPY --from=node /dist /app/dist
RUN pip install -r requirements.txt && mkdir -p /srv/made
WORKDIR var/lib
`))
	image := &Image{Tree: tree, Final: tree.Final().Image(tree.Escape), PlainBase: true, Copies: []ImageCopy{{To: "/app/"}}}
	tracked := func(repo string) bool { return repo == "shop/logs" }
	for name, want := range map[string]value.Tri{
		"/app":           value.True,
		"/app/shop/logs": value.True,
		"/app/logs":      value.False,
		"/app/var/lib":   value.True,
		"/app/var":       value.True,
		"/app/var/log":   value.False,
		"/app/dist/x":    value.Undecided,
		"/srv/made":      value.Undecided,
		"/srv/static":    value.False,
		"/tmp":           value.Undecided,
	} {
		if got := image.HasFolder(name, tracked); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	image.PlainBase = false
	if image.HasFolder("/app/logs", tracked) != value.Undecided {
		t.Error("a base of others may have any folder")
	}
	if at, ok := image.PathOf("shop/logs"); !ok || at != "/app/shop/logs" {
		t.Errorf("PathOf: %q %v", at, ok)
	}
}
