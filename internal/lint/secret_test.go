package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestSecretsAreHidden(t *testing.T) {
	f := source.NewFile("a.py", "KEY = \"0123456789abcdef\"\nOTHER = '0123456789abcdef'\nPIN = \"1234\"\n")
	rules := []Rule{ruleFor("DPL101", "x", Error,
		Fail(f.LineSpan(2), "the key 0123456789abcdef leaks").About("s").Fix("remove 0123456789abcdef").
			With(f.LineSpan(1), "0123456789abcdef is here").
			Via(value.OfBool(true).With(value.Step{Text: "KEY=0123456789abcdef", Span: f.LineSpan(1)})).
			Hiding(f.Span(6, 24), f.Span(58, 64), source.Span{}))}
	rep := Run(rules, []*deploy.Site{{}}, Options{})
	r := rep.Results[0]
	got := []string{r.Message, r.Hint, r.Related[0].Message, r.Trail[0].Text}
	want := []string{"the key 0123… (16 chars) leaks", "remove 0123… (16 chars)", "0123… (16 chars) is here", "KEY=0123… (16 chars)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	var hidden []string
	for n := range f.LineCount() {
		line := f.LineSpan(n + 1)
		for _, s := range rep.Secrets.Within(f, line.Start, line.End) {
			hidden = append(hidden, s.Text())
		}
	}
	if diff := cmp.Diff([]string{"0123456789abcdef", "0123456789abcdef", "1234"}, hidden); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
}

func TestVisible(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", "plain – ümlaut 漢字 •", "plain – ümlaut 漢字 •"},
		{"escape sequence", "\x1b[31mred", `\x1b[31mred`},
		{"line ends", "a\r\nb\tc", `a\r\nb\tc`},
		{"C1 control", "a\u009bm", `a\u009bm`},
		{"turned direction", "a\u202eb", `a\u202eb`},
		{"no UTF-8", "a\xffb", `a\xffb`},
		{"delete", "a\x7f", `a\x7f`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Visible(test.in); got != test.want {
				t.Errorf("Visible(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}
