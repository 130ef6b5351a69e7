package checks_test

import (
	"bytes"
	"html"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deploylint/checks"
	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
	"deploylint/internal/rulelist"
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

// TestNoSecretIsPrinted judges the cases of the rules that hide something: by each of them alone, by all together, and by all
// others, because a rule must not print what another one hides. No format may show what a rule hides, and no format and no
// listing what is planted.
func TestNoSecretIsPrinted(t *testing.T) {
	found := map[string]bool{}
	for _, rule := range hiding(t) {
		cases, err := linttest.Cases(rule.ID)
		if err != nil {
			t.Fatal(err)
		}
		hides := false
		for _, c := range cases {
			holdsPlanted := false
			for _, secret := range planted() {
				if holds(c, secret) {
					found[secret], holdsPlanted = true, true
				}
			}
			d, err := c.Load(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			hidden, some := hiddenBy(rule, d)
			hides = hides || some
			if !some && !holdsPlanted {
				continue
			}
			check := func(what, output string, secrets []string) {
				for _, secret := range secrets {
					for _, form := range []string{secret, html.EscapeString(secret), strings.Trim(strconv.Quote(secret), `"`)} {
						if strings.Contains(output, form) {
							t.Errorf("%s/%s, %s: a secret is printed: …%s", rule.ID, c.Name, what, around(output, form))
						}
					}
				}
			}
			others := slices.DeleteFunc(checks.All(), func(r lint.Rule) bool { return r.ID == rule.ID })
			for name, rules := range map[string][]lint.Rule{"alone": {rule}, "all rules": checks.All(), "all others": others} {
				rep := lint.Run(rules, d.Sites, lint.Options{Files: d.Files, Notifications: d.Notifications})
				secrets := planted()
				if name != "all others" {
					secrets = append(secrets, hidden...)
				}
				for _, format := range report.Formats() {
					var b bytes.Buffer
					if err := format.Write(&b, rep, report.Options{ShowPassed: true, Statistics: true}); err != nil {
						t.Fatal(err)
					}
					check(name+" in "+format.Name, b.String(), secrets)
				}
				check(name+" of processes", strings.Join(report.Processes(rep, report.Options{}), "\n"), secrets)
			}
			for name, output := range listings(t, d.Sites) {
				check(name, output, planted())
			}
		}
		if !hides {
			t.Errorf("no case of %s lets it hide something: the test looks for nothing", rule.ID)
		}
	}
	for _, secret := range planted() {
		if !found[secret] {
			t.Errorf("no fixture holds …%s: the test looks for nothing", secret)
		}
	}
}

// hiding returns the rules whose file calls Hiding.
func hiding(t *testing.T) []lint.Rule {
	t.Helper()
	declared, err := rulelist.Scan(".")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var rules []lint.Rule
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "Hiding(") || strings.HasSuffix(file, "_test.go") {
			continue
		}
		at := slices.IndexFunc(declared, func(d rulelist.Declaration) bool { return d.Family+"/"+path.Base(d.File) == filepath.ToSlash(file) })
		if at < 0 {
			t.Errorf("%s calls Hiding and declares no rule: which rules hide something can be told no longer", file)
			continue
		}
		rules = append(rules, checks.All()[slices.IndexFunc(checks.All(), func(r lint.Rule) bool { return r.ID == declared[at].ID })])
	}
	if len(rules) < 10 {
		t.Fatalf("only %d rules call Hiding", len(rules))
	}
	return rules
}

// hiddenBy returns what a rule hides of a deployment, without what may be shown of it, and whether it hides anything. Short
// words are left out, which may stand elsewhere for something else.
func hiddenBy(rule lint.Rule, d *linttest.Deployment) (parts []string, some bool) {
	const long = 12
	rep := lint.Run([]lint.Rule{rule}, d.Sites, lint.Options{Files: d.Files})
	for i := range rep.Results {
		for _, span := range rep.Results[i].Secrets {
			some = true
			for line := range strings.Lines(span.Text()) {
				if text := []rune(strings.Trim(line, "\"'\n")); len(text) >= long {
					parts = append(parts, string(text[4:]))
				}
			}
		}
	}
	return parts, some
}

// listings returns what the commands that list settings and variables print.
func listings(t *testing.T, sites []*deploy.Site) map[string]string {
	t.Helper()
	settings, err := inspect.SettingsOf(sites, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	variables, err := inspect.EnvOf(sites, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outputs := map[string]string{}
	for name, write := range map[string]func(io.Writer) error{
		"settings":         func(w io.Writer) error { return report.SettingsText(w, settings, report.Options{}) },
		"settings as JSON": func(w io.Writer) error { return report.SettingsJSON(w, settings, report.Options{}) },
		"env":              func(w io.Writer) error { return report.EnvText(w, variables, report.Options{}) },
		"env as JSON":      func(w io.Writer) error { return report.EnvJSON(w, variables, report.Options{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		outputs[name] = b.String()
	}
	return outputs
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
