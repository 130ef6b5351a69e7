package toml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/toml"
)

func TestRead(t *testing.T) {
	f := source.NewFile("fly.toml", "app = \"shop\" # name\n[env]\nPORT = 8000\non = true\n[[services.ports]]\nhandlers = [\"http\", 'tls']\n"+
		"a.b = \"c\"\nwhen = 1979-05-27\n[broken\nlost = 1\n")
	var got []string
	for _, e := range toml.Read(f) {
		got = append(got, fmt.Sprintf("%s/%s=%s %s", e.Table, e.Key, e.Text, e.Span.Text()))
	}
	want := []string{
		`/app=shop "shop"`, "env/PORT=8000 8000", "env/on=true true", `services.ports/handlers=http "http"`, "services.ports/handlers=tls 'tls'",
		`services.ports/a.b=c "c"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := toml.Read(source.NewFile("big.toml", strings.Repeat("#\n", 200<<10))); got != nil {
		t.Errorf("a file that is too big: %v", got)
	}
}
