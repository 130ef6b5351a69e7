package inspect_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/inspect"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func str(s string) value.Value { return value.OfStr(s) }

func dict(pairs ...value.Value) value.Value {
	var keys, elems []value.Value
	for i := 0; i < len(pairs); i += 2 {
		keys, elems = append(keys, pairs[i]), append(elems, pairs[i+1])
	}
	return value.OfDict(keys, elems)
}

func siteOf(given map[string]value.Value) *deploy.Site {
	var names []string
	for name := range given {
		names = append(names, name)
	}
	settings := deploy.NewSettings(names, func(name string) (value.Value, bool) {
		v, ok := given[name]
		return v, ok
	}, func(name string) (value.Value, bool) { return value.OfBool(true), name == "APPEND_SLASH" })
	settings.Django = deploy.DjangoVersion{Major: 5, Minor: 2}
	return &deploy.Site{Name: "shop.settings", Settings: settings}
}

// one returns a value as the commands may show it.
func one(t *testing.T, given map[string]value.Value, name string) inspect.Setting {
	t.Helper()
	all, err := inspect.SettingsOf([]*deploy.Site{siteOf(given)}, inspect.Options{Names: []string{name}})
	if err != nil {
		t.Fatal(err)
	}
	return all[0].Settings[0]
}

func TestRedaction(t *testing.T) {
	const long = "x9Kq2-LmZ7pRt4wYc8"
	for _, c := range []struct {
		name, setting string
		value, want   value.Value
	}{
		{"a secret", "SECRET_KEY", str(long), str("x9Kq… (18 chars)")},
		{"a short one", "EMAIL_HOST_PASSWORD", str("shop"), str("•••• (4 chars)")},
		{"a number", "DB_PASSWORD", value.OfInt(123456), str("•••• (6 chars)")},
		{"no secret yet", "SECRET_KEY", str(""), str("")},
		{"a switch", "USE_TOKEN", value.OfBool(true), value.OfBool(true)},
		{"bytes", "FERNET_KEY", value.OfBytes(long), value.OfBytes("x9Kq… (18 chars)")},
		{"all elements of a list of secrets", "API_KEYS", value.OfSequence(value.List, str("abc"), str(long)), value.OfSequence(value.List, str("•••• (3 chars)"), str("x9Kq… (18 chars)"))},
		{"all of a dict of secrets", "SECRETS", dict(str("stripe"), str("abc")), dict(str("stripe"), str("•••• (3 chars)"))},
		{"deep inside", "DATABASES", dict(str("default"), dict(str("USER"), str("shop"), str("PASSWORD"), str("abc"))), dict(str("default"), dict(str("USER"), str("shop"), str("PASSWORD"), str("•••• (3 chars)")))},
		{"a name that only sounds secret", "AUTH_USER_MODEL", str("core.User"), str("core.User")},
		{"a word under such a name", "API_TITLE", str("ingredientinfo"), str("ingredientinfo")},
		{"a header under such a name", "AUTH_HEADER", str("HTTP_AUTHORIZATION"), str("HTTP_AUTHORIZATION")},
		{"an address under such a name", "API", str("localhost:8000"), str("localhost:8000")},
		{"a word for a secret in the middle", "PASSWORD_PROD", str("shopshop"), str("•••• (8 chars)")},
		{"a path under such a name", "TOKEN_ISSUER", str("https://shop.example/issuer"), str("https://shop.example/issuer")},
		{"a number under such a name", "TOKEN_EXPIRES_IN", value.OfInt(3600), value.OfInt(3600)},
		{"any key", "PARTNER_KEY", str("wAnGli"), str("•••• (6 chars)")},
		{"a numbered one", "DB_PASSWORD2", str("shop"), str("•••• (4 chars)")},
		{"a key that is looked up", "CACHE_KEY_PREFIX", str("shop"), str("shop")},
		{"a public key", "STRIPE_PUBLIC_KEY", str("pk"), str("pk")},
		{"a folder of the project", "SECRETS_ROOT", value.OfStr(value.RootMark + "/.secrets"), value.OfStr(value.RootMark + "/.secrets")},
		{"a reference in a URL", "DB", str("postgres://shop:${DB_PASSWORD}@db/shop"), str("postgres://shop:${DB_PASSWORD}@db/shop")},
		{"a key under such a name", "SIGNATURE", str(long), str("x9Kq… (18 chars)")},
		{"the form of a provider's key", "PAYMENT", str("sk_live_0123456789abcdefghij"), str("sk_l… (28 chars)")},
		{"a password in a URL", "CACHE", str("redis://:s3cr3t-pass-9@host:1/0"), str("redis://:s3cr… (13 chars)@host:1/0")},
		{"a password with an @ in a URL", "CACHE", str("redis://u:p@ss@host"), str("redis://u:•••• (4 chars)@host")},
		{"several URLs", "CACHE", str("redis://:a@h1,redis://:b@h2"), str("redis://:••••@h2")},
		{"a port is no password", "ORIGIN", str("https://shop.example:8443/x"), str("https://shop.example:8443/x")},
		{"a parameter", "DB", str("host=db password=abc user=shop"), str("host=db password=•••• (3 chars) user=shop")},
		{"a token in a query", "HOOK", str("https://h.example/?token=abc&x=1"), str("https://h.example/?token=•••• (3 chars)&x=1")},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := one(t, map[string]value.Value{c.setting: c.value}, c.setting).Value
			if !value.Equal(got, c.want) {
				t.Errorf("got %q %v, want %q", got.Payload(), got.Elems(), c.want.Payload())
			}
		})
	}
}

// TestSecretsElsewhere: what is hidden in one place is hidden wherever its text turns up.
func TestSecretsElsewhere(t *testing.T) {
	f := source.NewFile("s.py", "x")
	given := map[string]value.Value{
		"SECRET_KEY": str("x9Kq2-LmZ7pRt4"),
		"COPY":       str("prefix x9Kq2-LmZ7pRt4 suffix").With(value.Step{Span: f.Span(0, 1), Text: "made of x9Kq2-LmZ7pRt4"}),
		"WHY":        value.NotKnown(value.Unread, "x9Kq2-LmZ7pRt4 is odd"),
		"KEYS":       dict(str("x9Kq2-LmZ7pRt4"), value.OfInt(1)),
		"EITHER":     value.OneOf(str("a"), str("x9Kq2-LmZ7pRt4")),
		"PASSWORD":   str("shop"),
		"APPS":       value.OfSequence(value.List, str("shop.cart")),
	}
	all, err := inspect.SettingsOf([]*deploy.Site{siteOf(given)}, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all[0].Settings {
		check := func(v value.Value) {
			v.Walk(s.Name, func(_ string, v value.Value) {
				texts := []string{v.Payload(), v.Reason.String()}
				for _, step := range v.Trail {
					texts = append(texts, step.Text)
				}
				for _, k := range v.Keys() {
					texts = append(texts, k.Payload())
				}
				for _, text := range texts {
					if strings.Contains(text, "LmZ7") {
						t.Errorf("%s shows %q", s.Name, text)
					}
				}
			})
		}
		check(s.Value)
		for _, a := range s.Alternatives {
			check(a.Value)
		}
	}
	apps := one(t, given, "APPS").Value
	if text, _ := apps.Elems()[0].Text(); text != "shop.cart" {
		t.Errorf("a word that is a password elsewhere is hidden: %q", text)
	}
}

func TestPlacesInside(t *testing.T) {
	given := map[string]value.Value{
		"LOGGING": dict(str("loggers"), dict(str("django.request"), dict(str("level"), str("ERROR")), str("django"), dict(str("level"), str("INFO")))),
		"HOSTS":   value.OfSequence(value.List, str("a"), value.Value{Many: true}, str("b")),
		"DATABASES": value.OneOf(
			dict(str("default"), dict(str("HOST"), str("db"), str("PORT"), value.OfInt(1))),
			dict(str("default"), dict(str("HOST"), str("db"), str("PORT"), value.OfInt(2))),
		),
	}
	for name, want := range map[string]value.Value{
		"LOGGING.loggers.django.request.level": str("ERROR"), "LOGGING.loggers.django.level": str("INFO"), "HOSTS.0": str("a"), "HOSTS.2": {},
		"DATABASES.default.HOST": str("db"),
	} {
		if got := one(t, given, name).Value; got.Known() != want.Known() || got.Payload() != want.Payload() {
			t.Errorf("%s is %q (%s), want %q", name, got.Payload(), got.Reason, want.Payload())
		}
	}
	secrets := map[string]value.Value{"API_SECRETS": dict(str("stripe"), dict(str("live"), str("abc")))}
	if text, _ := one(t, secrets, "API_SECRETS.stripe.live").Value.Text(); text != "•••• (3 chars)" {
		t.Errorf("a place inside secrets shows %q", text)
	}
	if s := one(t, given, "DATABASES.default.PORT"); len(s.Alternatives) != 2 {
		t.Errorf("%d alternatives", len(s.Alternatives))
	}
}

func TestWrongNames(t *testing.T) {
	given := map[string]value.Value{"DEBUG": value.OfBool(true), "DATABASES": dict(str("default"), dict(str("HOST"), str("db")))}
	for name, want := range map[string]string{
		"DEBUG": "", "APPEND_SLASH": "", "ROOT_URLCONF": "", // Django's own, although it has no default
		"debug":                  "neither the project nor Django has a setting debug, did you mean DEBUG?",
		"NO_SUCH_THING_AT_ALL":   "neither the project nor Django has a setting NO_SUCH_THING_AT_ALL",
		"DATABASES.default.HOST": "",
		"DATABASES.defalt":       "DATABASES has no defalt, did you mean default?",
		"DATABASES.default.HOTS": "DATABASES has no default.HOTS",
		"DATABASES.0":            "DATABASES has no 0",
		".":                      `"." is no name of a setting; a project is given with --path`,
		"":                       `"" is no name of a setting; a project is given with --path`,
		"shop/settings.py":       `"shop/settings.py" is no name of a setting; a project is given with --path`,
	} {
		_, err := inspect.SettingsOf([]*deploy.Site{siteOf(given), {Name: "files alone"}}, inspect.Options{Names: []string{name}})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestEnv(t *testing.T) {
	f := source.NewFile("s.py", "ABCDEFGHI")
	at := func(n int) source.Span { return f.Span(n, n+1) }
	site := siteOf(nil)
	site.Settings.Reads = []deploy.EnvRead{
		{Name: "GIVEN", Span: at(0), Library: "os"},
		{Name: "NEEDED", Span: at(1), Library: "os", Required: true},
		{Name: "OPTIONAL", Span: at(2), Library: "os", Default: str("d"), HasDefault: true},
		{Name: "OPTIONAL", Span: at(3), Library: "os"},
		{Name: "TAKEN", Span: at(4), Library: "os", Required: true},
		{Name: "API_TOKEN", Span: at(5), Library: "os", Default: str("abc"), HasDefault: true},
	}
	site.Processes = []*deploy.Process{{Name: "web", Environment: env.New(false, env.Layer{Origin: "web", Vars: []env.Var{
		{Name: "GIVEN", Value: str("1")}, {Name: "TAKEN", Value: value.OfNone()}, {Name: "STRAY", Value: str("1")}, {Name: "LC_ALL", Value: str("C")},
	}})}}
	all, err := inspect.EnvOf([]*deploy.Site{site, {Name: "files alone"}}, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range all[0].Variables {
		v := &all[0].Variables[i]
		line := v.Name + " " + v.Status.String()
		if w, ok := v.Winner(); ok {
			line += " " + w.Value.Payload()
		} else if r, ok := v.Fallback(); ok {
			line += " " + r.Default.Payload()
		}
		got = append(got, line)
	}
	want := []string{"API_TOKEN default •••• (3 chars)", "GIVEN supplied 1", "LC_ALL supplied C", "NEEDED missing", "OPTIONAL default d", "STRAY unread 1", "TAKEN missing"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("variables (-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{
		"GIVN": "nothing reads or supplies a variable GIVN, did you mean GIVEN?",
		".":    `"." is no name of a variable; a project is given with --path`,
	} {
		if _, err := inspect.EnvOf([]*deploy.Site{site}, inspect.Options{Names: []string{name}}); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(all) != 1 {
		t.Errorf("%d sites", len(all))
	}
}
