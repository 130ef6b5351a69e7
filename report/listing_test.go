package report

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// listingSite is a site with a setting and a variable of every kind.
func listingSite() *deploy.Site {
	base := source.NewFile("shop/settings/base.py", "DEBUG = env.bool(\"DEBUG\", default=False)\nDATABASES = {}\nSECRET_KEY = env(\"SECRET_KEY\")\n")
	file := source.NewFile("shop/settings/production.py", "from .base import *\nDEBUG = True\nCI = os.environ.get(\"CI\")\n")
	dotenv := source.NewFile(".env", "DB_PASSWORD=h0rse-Battery-9\nOLD=1\n")
	str := value.OfStr
	with := func(v value.Value, steps ...value.Step) value.Value {
		for _, s := range steps {
			v = v.With(s)
		}
		return v
	}
	assigned := func(f *source.File, text string) value.Step {
		return value.Step{How: value.Assigned, Span: find(f, text), Text: "set here"}
	}
	password := with(str("h0rse-Battery-9"), value.Step{How: value.Env, Span: find(dotenv, "h0rse-Battery-9"), Name: "DB_PASSWORD", Text: "DB_PASSWORD is given in .env"})
	apps := []value.Value{str("django.contrib.admin"), str("django.contrib.auth"), str("django.contrib.staticfiles"), str("shop"), str("shop.cart")}
	ci := value.Step{How: value.Joined, Span: find(file, `os.environ.get("CI")`), Text: "this condition is not decided here"}
	given := map[string]value.Value{
		"ADMINS":      value.OfSequence(value.Tuple, value.OfSequence(value.Tuple, str("Ann"), str("ann@shop.example"))),
		"BASE_DIR":    with(value.OfPath(value.RootMark), assigned(base, "DATABASES")),
		"STATIC_ROOT": value.OfStr(value.RootMark + "/shop/staticfiles"),
		"DEBUG": with(value.OfBool(true), value.Step{How: value.Overridden, Span: find(base, "DEBUG"), Text: "set here before"},
			assigned(file, "True")),
		"DATABASES": with(value.OfDict([]value.Value{str("default")}, []value.Value{value.OfDict(
			[]value.Value{str("ENGINE"), str("PASSWORD"), str("HOST"), value.OfInt(1)},
			[]value.Value{str("django.db.backends.postgresql"), password, value.NotKnown(value.External, "it comes from DB_HOST, which no file in the repository supplies"), value.OfFloat(0.5)},
		)}), assigned(base, "{}")),
		"CACHE_URL":      str("redis://:s3cr3t-Pass@cache:6379/0"),
		"INSTALLED_APPS": with(value.OneOf(with(value.OfSequence(value.List, apps...), ci), with(value.OfSequence(value.List, append(apps, str("debug_toolbar"))...), ci)), ci),
		"LANGUAGES":      value.OfSequence(value.Set, str("de"), str("it's"), str("\x1b[31m")),
		"SECRET_KEY":     with(value.NotKnown(value.External, "it comes from SECRET_KEY, which no file in the repository supplies"), assigned(base, `env("SECRET_KEY")`)),
		"SESSION_AGE":    value.OfObject("timedelta"),
		"SIZES":          value.OfSequence(value.List, value.OfFloat(1e300), value.OfFloat(math.Inf(1)), value.OfInt(-5), value.OfNone(), value.OfBytes("a\xff")),
	}
	names := slices.Sorted(maps.Keys(given))
	settings := deploy.NewSettings(names, func(name string) (value.Value, bool) {
		v, ok := given[name]
		return v, ok
	}, func(name string) (value.Value, bool) {
		return value.OfBool(false).With(value.Step{How: value.Default, Text: "Django 5.2 default"}), name == "USE_X_FORWARDED_HOST"
	})
	settings.Module, settings.File, settings.ChosenBy = "shop.settings.production", file, "environment of supervisor program web"
	settings.Django = deploy.DjangoVersion{Major: 5, Minor: 2, Text: "5.2.17", From: "requirements.txt:3"}
	settings.Reads = []deploy.EnvRead{
		{Name: "DEBUG", Span: find(base, "env.bool"), Library: "django-environ", Cast: "bool", Default: value.OfBool(false), HasDefault: true},
		{Name: "SECRET_KEY", Span: find(base, `env("SECRET_KEY")`), Library: "django-environ", Required: true},
		{Name: "CI", Span: find(file, `os.environ.get("CI")`), Library: "os"},
		{Name: "DB_PASSWORD", Span: find(base, "DATABASES"), Library: "django-environ", Required: true},
	}
	settings.EnvFiles = []deploy.EnvFile{{Path: ".env", Found: true, Read: true, Entries: []deploy.EnvEntry{
		{Key: "DB_PASSWORD", Value: str("h0rse-Battery-9"), Span: find(dotenv, "h0rse-Battery-9")},
		{Key: "OLD", Value: str("1"), Span: find(dotenv, "1")},
	}}}
	return &deploy.Site{
		Name: "shop.settings.production", Settings: settings,
		Given: []env.Layer{{Origin: "--set", Vars: []env.Var{{Name: "DB_PASSWORD", Value: str("given-By-Hand-1")}}}},
		Processes: []*deploy.Process{{
			Name:           "supervisor program web",
			AbsentEnvFiles: []deploy.Word{{Text: "/etc/shop.env", Known: true}},
			Environment:    env.New(false, env.Layer{Origin: "supervisor program web", Vars: []env.Var{{Name: "PYTHONUNBUFFERED", Value: str("1")}}}),
		}},
	}
}

func settingsListing(t *testing.T, o inspect.Options) []inspect.Settings {
	t.Helper()
	doc, err := inspect.SettingsOf([]*deploy.Site{listingSite()}, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func envListing(t *testing.T, o inspect.Options) []inspect.Env {
	t.Helper()
	doc, err := inspect.EnvOf([]*deploy.Site{listingSite()}, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func listed[D any](t *testing.T, to func(io.Writer, D, Options) error, doc D) string {
	t.Helper()
	var b bytes.Buffer
	if err := to(&b, doc, sampleOptions()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestListingGolden(t *testing.T) {
	for name, text := range map[string]string{
		"settings.txt": listed(t, SettingsText, settingsListing(t, inspect.Options{})), "settings.json": listed(t, SettingsJSON, settingsListing(t, inspect.Options{})),
		"env.txt": listed(t, EnvText, envListing(t, inspect.Options{})), "env.json": listed(t, EnvJSON, envListing(t, inspect.Options{})),
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, text)
			for _, secret := range []string{"Battery", "s3cr3t", "By-Hand"} {
				if strings.Contains(text, secret) {
					t.Errorf("it shows a secret: %s", secret)
				}
			}
			for _, r := range text {
				if r != '\n' && lint.Hostile(r) {
					t.Errorf("it prints %U", r)
				}
			}
		})
	}
	shown := listed(t, SettingsJSON, settingsListing(t, inspect.Options{ShowSecrets: true}))
	if !strings.Contains(shown, `"PASSWORD": "h0rse-Battery-9"`) || !strings.Contains(shown, "redis://:s3cr3t-Pass@cache") {
		t.Errorf("secrets that are asked for are not shown:\n%s", shown)
	}
}

func TestListingSchemas(t *testing.T) {
	for name, text := range map[string]string{
		"check":    write(t, JSON, sample(), Options{Status: 1, ShowPassed: true}),
		"settings": listed(t, SettingsJSON, settingsListing(t, inspect.Options{})),
		"env":      listed(t, EnvJSON, envListing(t, inspect.Options{})),
	} {
		validate(t, "../docs/schema/"+name+".schema.json", text)
	}
	validate(t, "../docs/schema/settings.schema.json", listed(t, SettingsJSON, nil))
	validate(t, "../docs/schema/env.schema.json", listed(t, EnvJSON, nil))
	validate(t, "../docs/schema/check.schema.json", write(t, JSON, &lint.Report{}, Options{}))
}

// TestSchemasRefuse holds that the schemas say something.
func TestSchemasRefuse(t *testing.T) {
	for name, text := range map[string]string{
		"check":    `{"schema_version":1}`,
		"settings": `{"schema_version":1,"sites":[{"name":"s","settings":[{"name":"A","known":false,"type":"unknown","value":1,"reason":"r","trail":[],"alternatives":[]}]}]}`,
		"env":      `{"schema_version":1,"sites":[{"name":"s","variables":[{"name":"A","status":"there","reads":[],"supplied":[]}]}]}`,
	} {
		if err := schemaError(t, "../docs/schema/"+name+".schema.json", text); err == nil {
			t.Errorf("%s takes %s", name, text)
		}
	}
}

// TestPythonSpelling holds what CPython's repr prints for the same values.
func TestPythonSpelling(t *testing.T) {
	str := value.OfStr
	for _, c := range []struct {
		name string
		v    value.Value
		want string
	}{
		{"plain", str("shop"), `'shop'`},
		{"a single quote", str("it's"), `"it's"`},
		{"both quotes", str(`it's "x"`), `'it\'s "x"'`},
		{"escapes", str("a\\b\n\r\t\x07\x7f"), `'a\\b\n\r\t\x07\x7f'`},
		{"accents", str("é名"), `'é名'`},
		{"not printable", str("\u00ad\u2028\U000e0001"), `'\xad\u2028\U000e0001'`},
		{"bytes", value.OfBytes("a\xff'"), `b"a\xff'"`},
		{"floats", value.OfSequence(value.List, value.OfFloat(1), value.OfFloat(0.1), value.OfFloat(1e16), value.OfFloat(1e15), value.OfFloat(1e-5), value.OfFloat(1e-4), value.OfFloat(math.Inf(-1)), value.OfFloat(math.NaN())), "[1.0, 0.1, 1e+16, 1000000000000000.0, 1e-05, 0.0001, -inf, nan]"},
		{"durations", value.OfSequence(value.List, value.OfDuration(0), value.OfDuration(900e6), value.OfDuration(-1), value.OfDuration(2*86400e6+5)), "[datetime.timedelta(0), datetime.timedelta(seconds=900), datetime.timedelta(days=-1, seconds=86399, microseconds=999999), datetime.timedelta(days=2, microseconds=5)]"},
		{"a tuple of one", value.OfSequence(value.Tuple, value.OfInt(1)), "(1,)"},
		{"empty ones", value.OfSequence(value.List, value.OfSequence(value.Tuple), value.OfSequence(value.Set), value.OfDict(nil, nil)), "[(), set(), {}]"},
		{"a dict", value.OfDict([]value.Value{value.OfInt(1), value.OfNone()}, []value.Value{value.OfBool(true), value.OfBool(false)}), "{1: True, None: False}"},
		{"below the root", value.OfPath(value.RootMark + "/a/b"), "Path('a/b')"},
		{"the root", value.OfPath(value.RootMark), "Path('.')"},
		{"beside the root", str(value.RootMark + "/../x"), "'../x'"},
		{"a URL with the root", str("sqlite:///" + value.RootMark + "/db.sqlite3"), "'sqlite:///db.sqlite3'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, python(c.v)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestJSONValues holds how Python's values are written for programs.
func TestJSONValues(t *testing.T) {
	str := value.OfStr
	for _, c := range []struct {
		name string
		v    value.Value
		want string
	}{
		{"keys that are no text", value.OfDict([]value.Value{value.OfInt(1), value.OfBool(true), value.OfNone(), value.OfSequence(value.Tuple, str("a"))},
			[]value.Value{str("i"), str("b"), str("n"), str("t")}), `{"1":"i","true":"b","null":"n","('a',)":"t"}`},
		{"a key twice, one of them unknown", value.OfDict([]value.Value{str("a"), value.NotKnown(value.Unread, "r"), value.NotKnown(value.Unread, "r")},
			[]value.Value{str("1"), str("2"), str("3")}), `{"a":"1","*":"2"}`},
		{"no number", value.OfSequence(value.List, value.OfFloat(math.NaN()), value.OfFloat(math.Inf(-1)), value.OfFloat(2)), `["nan","-inf",2]`},
		{"markup", str("<a & b>"), `"<a & b>"`},
		{"no UTF-8", value.OfBytes("a\xff"), `"a\\xff"`},
		{"durations", value.OfSequence(value.List, value.OfDuration(900e6), value.OfDuration(-1500e3)), `[900,-1.5]`},
		{"an object", value.OfObject("date"), `{"unknown":"it is an object of type date, whose content is not followed"}`},
		{"unknown without a reason", value.Value{}, `{"unknown":"it could not be read"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw, err := jsonValue{c.v}.MarshalJSON()
			if err != nil || !json.Valid(raw) {
				t.Fatalf("%v: %s", err, raw)
			}
			if diff := cmp.Diff(c.want, string(raw)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestManyElementsAreCut(t *testing.T) {
	elems := make([]value.Value, mostElements+20)
	for i := range elems {
		elems[i] = value.OfStr("an element that is long enough")
	}
	site := listingSite()
	doc := []inspect.Settings{{Site: site, Settings: []inspect.Setting{{Name: "X", Value: value.OfSequence(value.List, elems...)}}}}
	if text := listed(t, SettingsText, doc); !strings.Contains(text, "# … and 20 more") {
		t.Errorf("the text is not cut:\n%.300s", text)
	}
	if text := listed(t, SettingsJSON, doc); strings.Count(text, "an element") != len(elems) {
		t.Error("JSON lacks elements")
	}
}

func TestLongTextsHaveLines(t *testing.T) {
	doc := []inspect.Settings{{Site: listingSite(), Settings: []inspect.Setting{{Name: "X", Value: value.OfStr(strings.Repeat("word ", 20) + "\nit's\nend")}}}}
	want := "X = (\n    '" + strings.Repeat("word ", 20) + "\\n'\n    \"it's\\n\"\n    'end'\n)\n"
	if text := listed(t, SettingsText, doc); !strings.HasSuffix(text, want) {
		t.Errorf("got %s", text)
	}
}
