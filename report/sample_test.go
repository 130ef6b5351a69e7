package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// find returns the span of text in f.
func find(f *source.File, text string) source.Span {
	at := strings.Index(f.Text, text)
	if at < 0 {
		panic("no " + text + " in " + f.Path)
	}
	return f.Span(at, at+len(text))
}

func unset(string) (value.Value, bool) { return value.Value{}, false }

// sample is a report with something of everything.
func sample() *lint.Report {
	settings := source.NewFile("shop/settings/production.py", strings.Join([]string{
		"from .base import *",
		"",
		"SECRET_KEY = 'w3n+z!0k@q7r$1vd&8xj'",
		"STATIC_ROOT = BASE_DIR / \"staticfiles\"",
		"DEBUG = True",
		"ALLOWED_HOSTS = env.list(\"HOSTS\")",
		"CACHES = {",
		"\t\"default\": {\"名\": 'x'},",
		"}",
		"X = 1  # deploylint: ignore[DPL601] -- accepted",
		"",
	}, "\n"))
	base := source.NewFile("shop/settings/base.py", "DEBUG = env.bool(\"DEBUG\", False)\n")
	conf := source.NewFile("deploy/nginx/my shop#1.conf", "server {\n    location /static/ {\n        alias /srv/shop/static/;\n    }\n}\n")
	debug := value.OfBool(true).
		With(value.Step{How: value.Overridden, Span: find(base, "DEBUG"), Name: "DEBUG"}).
		With(value.Step{How: value.Assigned, Span: find(settings, "True"), Text: "set to True"})
	rule := func(id, name string, level lint.Level, tags []string, results ...lint.Result) lint.Rule {
		return lint.Rule{
			ID: id, Name: name, Level: level, Summary: "Summary of " + name, Help: "mend " + name, Since: "0.1", Tags: tags,
			Links: []string{"https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/"},
			Check: lint.OfSite(func(s *deploy.Site) lint.Answer {
				var now lint.Results
				for _, r := range results {
					if s.DebugOff != nil || r.Subject != "settings.DEBUG" && r.Subject != "only with DEBUG" {
						now = append(now, r)
					}
				}
				return now
			}),
		}
	}
	rules := []lint.Rule{
		rule("DPL501", "static-path-mismatch", lint.Error, []string{"availability"},
			lint.Fail(find(conf, "/srv/shop/static/"), "/static/ is served from /srv/shop/static/ but `STATIC_ROOT` is [srv]/shop/staticfiles").
				About("nginx:shop.example/location /static/#alias").With(find(settings, "BASE_DIR / \"staticfiles\""), "STATIC_ROOT is set here").
				Fix("point alias at /srv/shop/staticfiles/")),
		rule("DPL101", "debug-enabled", lint.Error, []string{"security", "cwe-489"},
			lint.Fail(debug, "DEBUG is on: every error page shows settings and source").About("settings.DEBUG").Via(value.Value{})),
		rule("DPL102", "secret-key-committed", lint.Error, []string{"security", "cwe-798"},
			lint.Fail(find(settings, "'w3n+z!0k@q7r$1vd&8xj'"), "SECRET_KEY w3n+z!0k@q7r$1vd&8xj is in the repository").
				About("settings.SECRET_KEY").Hiding(find(settings, "'w3n+z!0k@q7r$1vd&8xj'"))),
		rule("DPL103", "hosts", lint.Warning, nil,
			lint.Open(find(settings, "env.list(\"HOSTS\")"), "ALLOWED_HOSTS comes from HOSTS, which no file supplies").About("settings.ALLOWED_HOSTS").
				Fix("set it in the environment, or pass --env-file")),
		rule("DPL104", "wide", lint.Note, nil,
			lint.Fail(find(settings, "'x'"), "a wide character stands before this one").About("settings.CACHES"),
			lint.Fail(find(settings, "env.list"), "only with DEBUG on").About("only with DEBUG"),
			lint.Pass(find(settings, "STATIC_ROOT"), "STATIC_ROOT is set").About("settings.STATIC_ROOT")),
		rule("DPL601", "suppressed", lint.Warning, nil, lint.Fail(find(settings, "X"), "suppressed").About("settings.X")),
	}
	model := deploy.NewSettings(nil, unset, unset)
	model.Module, model.File, model.ChosenBy = "shop.settings.production", settings, "environment of supervisor program web"
	model.Django = deploy.DjangoVersion{Major: 5, Minor: 2, Text: "5.2.17", From: "requirements.txt:3"}
	model.EnvFiles = []deploy.EnvFile{{Path: ".env.production", Found: true, Read: true}, {Path: ".env.local"}}
	site := &deploy.Site{
		Name: "shop.settings.production", Settings: model, Proxies: []*deploy.Proxy{{Path: conf.Path}},
		Processes: []*deploy.Process{{Name: "supervisor program web"}, {Name: "supervisor program worker"}},
	}
	off := *site
	site.DebugOff = &off
	return lint.Run(rules, []*deploy.Site{site}, lint.Options{Notifications: []source.Notification{
		{Level: source.Error, Message: "the included module shop.settings.secrets is missing", Span: find(settings, "from .base import *")},
		{Level: source.Warning, Message: "it is larger than 8 MB", Path: "deploy/dump.conf"},
		{Level: source.Note, Message: "nothing to see"},
	}})
}

func sampleOptions() Options {
	return Options{Version: "1.2.3", Status: 1}
}

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // the testing package wants flags this way

// golden compares got with a file in testdata/golden.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// hostile is a report with one finding in a file of that text.
func hostile(text string, start, end int) *lint.Report {
	f := source.NewFile("a.py", text)
	check := func(*deploy.Site) lint.Answer {
		span := f.Span(start, end)
		return lint.Results{lint.Fail(span, "%s", text).About(text).With(span, "%s", text).Hiding(span)}
	}
	return lint.Run([]lint.Rule{{ID: "DPL101", Name: "x", Level: lint.Error, Check: lint.OfSite(check)}}, []*deploy.Site{{Name: text}}, lint.Options{})
}
