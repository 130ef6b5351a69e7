package python

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oddSnippets are snippets whose bytes would not survive an editor.
func oddSnippets() []string {
	return []string{
		"x = 1\r\ny = 2\r\n",
		"x = 1\ry = 2\r",
		"if a:\r\n    x\r\n\r\n    y\r\nz\r\n",
		"'''a\r\nb\rc\nd'''\r\n",
		"'a\\\r\nb'\r\n",
		"f'''{a =\r\n}\r\n'''\r\n",
		"f'a\\\r\nb{c}'\r\n",
		"b'''a\r\nb'''\r\n",
		"x = \\\r\n1\r\n",
		"x = 'a\rb'",
		"\x0cx = 1\n",
		"  \x0cx = 1\n",
		"if a:\n  \x0c  x\n",
		"x = 1\x0c\n",
		"x\x0b = 1\n",
		"x = 1\t\n",
		"if a:\n\tx\n        y\n",
		"if a:\n\tx\n\ty\n",
		"if a:\n    if b:\n\tx\n",
		"if a:\n  if b:\n\tx\n",
		"\ufeffx = 1\n",
		"\ufeff# coding: utf-8\nx = 1\n",
		"x = '\ufeff'\n",
		"x\u00a0= 1\n",
		"x = 1\u2028y = 2\n",
		"x = '\u2028'\n",
		"",
		"\n",
		"   ",
		"#",
		"# a\n# b",
		"\\",
		"\\\n",
		"x = 1\\",
		"x = 1\\\n",
		"if a:\n  x\n ",
		"if a:\n  x\n \\\n",
		"if a:\n  x\n\\\n  y\n",
		"\\\n  x\n",
		"  \\\n  x\n",
		"'a' \\\n'b'",
		"x = (1,\n\n# c\n2)",
		"'\u00e9' b'a'",
		"\u212b = 1\n",
		"\U0001d4d0 = 1\n",
		"a\u0301 = 1\n",
		"\u0301a = 1\n",
		"\u0e33 = 1\n",
		"a\u0e33 = 1\n",
		"\u037a = 1\n",
		"\u2118 = \u212e\n",
		"a\u200d = 1\n",
		"f'\u00e9{\u00e9!r}\u00e9{a:\u00e9}'\n",
		"x = '" + strings.Repeat("a", 100) + "' + 'é' + y\n",
		strings.Repeat("(", 100) + "x" + strings.Repeat(")", 100),
		strings.Repeat("(", 201) + "x" + strings.Repeat(")", 201),
		strings.Repeat("9", 4300),
		strings.Repeat("9", 4301),
		strings.Repeat("9_", 4299) + "9",
		"0x" + strings.Repeat("f", 5000),
		strings.Repeat("- ", 50) + "x",
		strings.Repeat("x = ", 50) + "y",
		strings.Repeat("x.", 200) + "y",
		strings.Repeat("x + ", 200) + "y",
		"if a: pass\n" + strings.Repeat("elif b: pass\n", 60),
		strings.Repeat("not ", 60) + "x",
		nested(90),
		nested(99),
		nested(100),
	}
}

// nested returns n blocks in one another.
func nested(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	b.WriteString(strings.Repeat(" ", n) + "y\n")
	return b.String()
}

// snippets returns what stands in testdata/snippets.txt, and the odd ones.
func snippets(tb testing.TB) []string {
	tb.Helper()
	text, err := os.ReadFile("testdata/snippets.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return append(strings.Split(string(text), "----\n"), oddSnippets()...)
}

const recording = "testdata/snippets.json"

// recorded returns CPython 3.14's answers to the snippets.
func recorded(tb testing.TB) []answer {
	tb.Helper()
	data, err := os.ReadFile(recording)
	if err != nil {
		tb.Fatal(err)
	}
	var answers []answer
	if err := json.Unmarshal(data, &answers); err != nil {
		tb.Fatal(err)
	}
	return answers
}

// TestSnippets compares the trees of small pieces of Python, and of what only looks like Python, with those that CPython
// 3.14 gave.
func TestSnippets(t *testing.T) {
	answers := map[string]answer{}
	for _, a := range recorded(t) {
		answers[a.Source] = a
	}
	for _, s := range snippets(t) {
		a, ok := answers[s]
		if !ok {
			t.Errorf("no recorded answer, run go test in oracle314 with DEPLOYLINT_RECORD=1 in the environment: %q", s)
			continue
		}
		if diff := disagreement(a, 14); diff != "" {
			t.Errorf("%s\n--- in\n%s", diff, s)
		}
	}
}

// TestRecordedSnippets asks CPython itself, if it is one that knows the whole grammar, whether the recording is right. With
// DEPLOYLINT_RECORD in the environment it makes the recording.
func TestRecordedSnippets(t *testing.T) {
	o := findOracle(t)
	if o.older(14) {
		t.Skipf("CPython %s knows less than the grammar of 3.14", o.version)
	}
	answers := o.ask(t, snippets(t))
	if os.Getenv("DEPLOYLINT_RECORD") != "" {
		data, err := json.MarshalIndent(answers, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.FromSlash(recording), append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(recorded(t), answers); diff != "" {
		t.Errorf("the recording differs from CPython %s (-recorded +now):\n%s", o.version, diff)
	}
}
