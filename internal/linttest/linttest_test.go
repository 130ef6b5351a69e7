package linttest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

func TestParseWants(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
		err        string
	}{
		{name: "none", text: "x = 1  # I want a pony\n"},
		{name: "finding", text: "\nx;  # want DPL501 \"a.b\"\n", want: []string{`f:2: want DPL501 fail "a.b"`}},
		{name: "supervisor", text: "a=b ; want DPL403 note `x`", want: []string{`f:1: want DPL403 note "x"`}},
		{name: "open and pass", text: `x # want DPL101 open "a" DPL101 pass "b"`, want: []string{`f:1: want DPL101 open "a"`, `f:1: want DPL101 pass "b"`}},
		{name: "moved", text: "# want +2 DPL201 \"a\"\r\n", want: []string{`f:3: want DPL201 fail "a"`}},
		{name: "behind a suppression", text: `x # deploylint: ignore[DPL101]  # want DPL001 "reason"`, want: []string{`f:1: want DPL001 fail "reason"`}},
		{name: "unknown word", text: `x # want DPL101 maybe "a"`, err: `f:1: a want has open, pass, a level or a quoted pattern here, not "maybe"`},
		{name: "no pattern", text: `x # want DPL101 open`, err: `f:1: a want has a quoted pattern here: ""`},
	} {
		t.Run(test.name, func(t *testing.T) {
			wants, err := parseWants("f", test.text)
			var got []string
			for _, w := range wants {
				got = append(got, place(w.path, w.line)+": "+w.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("wants (-want +got):\n%s", diff)
			}
			message := ""
			if err != nil {
				message = err.Error()
			}
			if message != test.err {
				t.Errorf("error %q, want %q", message, test.err)
			}
		})
	}
}

func place(path string, line int) string { return fmt.Sprintf("%s:%d", path, line) }

func TestStrip(t *testing.T) {
	text := "# want +1 DPL201 \"a\"\nKEY=x\nalias /srv/;  # want DPL501 \"b\"\n# kept\n"
	if diff := cmp.Diff("KEY=x\nalias /srv/;\n# kept\n", Strip(text)); diff != "" {
		t.Errorf("stripped (-want +got):\n%s", diff)
	}
}

func TestCompare(t *testing.T) {
	file := source.NewFile("a.py", "one\ntwo\nthree\n")
	rule := lint.Rule{ID: "DPL101", Name: "one", Level: lint.Error}
	run := func(results ...lint.Result) []lint.Reported {
		rule := rule
		rule.Check = lint.OfSite(func(*deploy.Site) lint.Answer { return lint.Results(results) })
		return lint.Run([]lint.Rule{rule}, []*deploy.Site{{Name: "site"}}, lint.Options{Strict: true}).Results
	}
	first := lint.Fail(file.LineSpan(1), "one is bad").About("one")
	for _, test := range []struct {
		name    string
		wants   string
		results []lint.Result
		want    []string
	}{
		{name: "met", wants: `# want DPL101 "bad"`, results: []lint.Result{first}},
		{name: "unexpected finding", results: []lint.Result{first}, want: []string{"a.py:1: unexpected DPL101 error (one): one is bad"}},
		{
			name: "unexpected open result", results: []lint.Result{lint.Open(file.LineSpan(2), "who knows").About("two")},
			want: []string{"a.py:2: unexpected DPL101 open (two): who knows"},
		},
		{name: "a pass needs no want", results: []lint.Result{lint.Pass(file.LineSpan(2), "fine").About("two")}},
		{name: "unmet", wants: `# want DPL101 "bad"`, want: []string{`a.py:1: nothing meets want DPL101 fail "bad"`}},
		{
			name: "another line", wants: `# want +1 DPL101 "bad"`, results: []lint.Result{first},
			want: []string{"a.py:1: unexpected DPL101 error (one): one is bad", `a.py:2: nothing meets want DPL101 fail "bad"`},
		},
		{
			name: "another level", wants: `# want DPL101 "bad"`, results: []lint.Result{first.At(lint.Note)},
			want: []string{"a.py:1: unexpected DPL101 note (one): one is bad", `a.py:1: nothing meets want DPL101 fail "bad"`},
		},
		{
			name: "a want is met once", wants: `# want DPL101 "bad"`, results: []lint.Result{first, first.About("other")},
			want: []string{"a.py:1: unexpected DPL101 error (other): one is bad"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			wants, err := parseWants("a.py", test.wants)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, compare(rule, run(test.results...), wants, place)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}
