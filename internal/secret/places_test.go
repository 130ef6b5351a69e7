package secret_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/secret"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestPlaces(t *testing.T) {
	code := source.NewFile("settings.py", `SECRET_KEY = "k9Xw2Lq8Zt5Vb1Nc"
NAME = "shop"
URL = env("URL", default="redis://:h0rseBattery9@cache")
PIECES_TOKEN = "k9Xw2" "Lq8Zt5"
`)
	file := source.NewFile(".env", "DB_PASSWORD=h0rseBattery9\nDEBUG=0\n")
	at := func(f *source.File, start, end int) source.Span { return f.Span(start, end) }
	assigned := func(text string, span source.Span) value.Value {
		return value.OfStr(text).With(value.Step{How: value.Assigned, Span: span})
	}
	given := map[string]value.Value{
		"SECRET_KEY":   assigned("k9Xw2Lq8Zt5Vb1Nc", at(code, 13, 31)),
		"NAME":         assigned("shop", at(code, 39, 45)),
		"URL":          value.OfSequence(value.List, assigned("redis://:h0rseBattery9@cache", code.LineSpan(3))),
		"PIECES_TOKEN": assigned("k9Xw2Lq8Zt5", at(code, 118, 134)),
	}
	settings := deploy.NewSettings([]string{"NAME", "PIECES_TOKEN", "SECRET_KEY", "URL"}, func(name string) (value.Value, bool) {
		v, ok := given[name]
		return v, ok
	}, func(string) (value.Value, bool) { return value.Value{}, false })
	site := &deploy.Site{
		Settings: settings,
		Repository: &deploy.Repository{EnvFiles: []deploy.RepoEnvFile{{Path: ".env", File: file, Entries: []deploy.EnvEntry{
			{Key: "DB_PASSWORD", Value: value.OfStr("h0rseBattery9"), Span: at(file, 12, 25)},
			{Key: "DEBUG", Value: value.OfStr("0"), Span: at(file, 32, 33)},
		}}}},
	}
	var got []string
	for _, s := range secret.Places(site) {
		got = append(got, s.Path()+" "+s.Text())
	}
	want := []string{`settings.py "k9Xw2" "Lq8Zt5"`, "settings.py k9Xw2Lq8Zt5Vb1Nc", "settings.py h0rseBattery9", ".env h0rseBattery9"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}
