package secret_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/secret"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestRedact(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"empty", "", "•••• (0 chars)"},
		{"short", "hunter22", "•••• (8 chars)"},
		{"just too short", "abcdefghijk", "•••• (11 chars)"},
		{"long enough", "abcdefghijkl", "abcd… (12 chars)"},
		{"characters, not bytes", "äöüäöüäöüäöü", "äöüä… (12 chars)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := secret.Redact(test.in); got != test.want {
				t.Errorf("Redact(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

// TestRedactor: what is secret in one place of a site is hidden in all.
func TestRedactor(t *testing.T) {
	file := source.NewFile("prod.env", "SECRET_KEY=k9Xw2Lq8$OUTER\nMODE=$OUTER\n")
	compose := source.NewFile("compose.yml", "command: celery -b redis://:h0rse-B@cache\ncommand: run --password Str0ng-pw --token=t0ken-of-mine shop-worker\n")
	words := func(texts ...string) (argv []deploy.Word) {
		for _, text := range texts {
			argv = append(argv, deploy.Word{Text: text, Known: true})
		}
		return argv
	}
	open := value.NotKnown(value.External, "it refers to OUTER, which nothing supplies")
	site := &deploy.Site{Processes: []*deploy.Process{
		{
			Argv: words("celery", "-b", "redis://:h0rse-B@cache"),
			Environment: env.New(false, env.Layer{Vars: []env.Var{
				{Name: "SECRET_KEY", Value: open, Span: file.Span(11, 25)},
				{Name: "MODE", Value: open, Span: file.Span(31, 37)},
				{Name: "DB_PASSWORD2", Value: value.OfStr("p4ssw0rd-of-db")},
				{Name: "PROJECT_PASSWORD", Value: value.OfStr("shopping")},
			}}),
		},
		{Argv: words("run", "--password", "Str0ng-pw", "--token=t0ken-of-mine", "shop-worker")},
	}}
	r := secret.NewRedactor([]*deploy.Site{site}, compose.Span(0, 7))
	for text, want := range map[string]string{
		"it is h0rse-B":         "it is •••• (7 chars)",
		"mongo://u:x1@h":        "mongo://u:•••• (2 chars)@h",
		"mongo://u:${PW}@h":     "mongo://u:${PW}@h",
		"?token=abc":            "?token=•••• (3 chars)",
		"?token=•••• (3 chars)": "?token=•••• (3 chars)",
		"p4ssw0rd-of-db fails":  "p4ss… (14 chars) fails",
		"Str0ng-pw":             "•••• (9 chars)",
		"shopping.cart":         "shopping.cart",
		"nothing to hide":       "nothing to hide",
	} {
		if got := r.Text(text); got != want {
			t.Errorf("Text(%q) = %q, want %q", text, got, want)
		}
	}
	for f, want := range map[*source.File][]string{
		file:    {"k9Xw2Lq8$OUTER"},
		compose: {"command", "h0rse-B", "Str0ng-pw", "t0ken-of-mine"},
	} {
		var got []string
		for _, s := range r.Within(f, 0, len(f.Text)) {
			got = append(got, s.Text())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Path, diff)
		}
	}
	got := strings.Join(r.Words(site.Processes[1].Argv), " ")
	if want := "run --password •••• (9 chars) --token=t0ke… (13 chars) shop-worker"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var none *secret.Redactor
	if text := none.Text("?token=abc"); text != "?token=abc" {
		t.Errorf("a nil redactor hides: %q", text)
	}
	if text := new(secret.Redactor).Text("redis://:abc@h"); strings.Contains(text, "abc") {
		t.Errorf("a zero redactor shows %q", text)
	}
}
