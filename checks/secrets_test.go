package checks_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"deploylint/checks"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
	"deploylint/report"
)

// planted are the secrets in the fixtures of the rules about secrets, without their first four characters, which a report
// may show.
func planted() []string {
	return []string{
		"z!0k@q7r$1vd&8xj5tfa%6ch2",        // keys
		"jango-insecure-w3n",               // …
		"for-production-9f3k2",             // defaults of keys
		"mz9x4tn8rb3cw6v5kd1ps0gyfl7",      // in a launcher and an env file
		"z0k-q7r1vd-8xj5tfa-6ch2",          // in an env file
		"Battery9",                         // passwords, in URLs too
		"eCorrect7",                        // …
		"J4Q7Z2M5X8N1B6C3",                 // cloud keys
		"Lq8Zt5Vb1Nc7Md4Pf6Rh3Sj0",         // …
		"f8E7d6C5b4A3z2Y1x0W",              // …
		"7c6d5e4f30212f3e4d5c6b7a8990",     // the secret part of a DSN
		"0e9d8b6a5c4d3e2f1a0b9c8d7e6f5a4b", // of an OAuth application
	}
}

// TestNoSecretIsPrinted judges the fixtures of the rules about secrets, by all rules together and by each alone, because a
// rule must not print what another one hides.
func TestNoSecretIsPrinted(t *testing.T) {
	writers := []struct {
		name  string
		write func(io.Writer, *lint.Report, report.Options) error
	}{{"text", report.Text}, {"json", report.JSON}, {"sarif", report.SARIF}, {"concise", report.Concise}}
	found := map[string]bool{}
	for _, id := range []string{"DPL104", "DPL105", "DPL107", "DPL108", "DPL201", "DPL202"} {
		cases, err := linttest.Cases(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			for _, secret := range planted() {
				found[secret] = found[secret] || holds(c, secret)
			}
			d, err := c.Load(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			runs := [][]lint.Rule{checks.All()}
			for _, rule := range checks.All() {
				if !rule.Meta() {
					runs = append(runs, []lint.Rule{rule})
				}
			}
			for _, rules := range runs {
				rep := lint.Run(rules, d.Sites, lint.Options{Files: d.Files, Notifications: d.Notifications})
				for _, w := range writers {
					var b bytes.Buffer
					if err := w.write(&b, rep, report.Options{ShowPassed: true, Statistics: true}); err != nil {
						t.Fatal(err)
					}
					for _, secret := range planted() {
						if strings.Contains(b.String(), secret) {
							t.Errorf("%s/%s, %s in %s: a secret is printed: …%s", id, c.Name, names(rules), w.name, around(b.String(), secret))
						}
					}
				}
			}
		}
	}
	for _, secret := range planted() {
		if !found[secret] {
			t.Errorf("no fixture holds …%s: the test looks for nothing", secret)
		}
	}
}

func names(rules []lint.Rule) string {
	if len(rules) == 1 {
		return rules[0].ID
	}
	return "all rules"
}

// around is the line of text that holds part.
func around(text, part string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, part) {
			return strings.TrimSpace(line)
		}
	}
	return part
}

func holds(c linttest.Case, text string) bool {
	return slices.ContainsFunc(c.Files, func(f linttest.File) bool { return strings.Contains(f.Text, text) })
}
