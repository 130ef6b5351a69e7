package python

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

func parse(text string) *Module { return Parse(source.NewFile("settings.py", text)) }

// dump returns the tree of text, one statement per line.
func dump(text string) string {
	var p Printer
	return strings.TrimSuffix(p.Module(parse(text)), "\n")
}

func TestTrees(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"assignment", "DEBUG = True", `(Assign [(Name "DEBUG")] (Constant True))`},
		{"two targets", "a = b, c = 1", `(Assign [(Name "a") (Tuple [(Name "b") (Name "c")])] (Constant 1))`},
		{"negative number", "-1", `(Expr (UnaryOp USub (Constant 1)))`},
		{"power binds tighter than minus", "-a ** -b", `(Expr (UnaryOp USub (BinOp (Name "a") Pow (UnaryOp USub (Name "b")))))`},
		{"not in", "a not in b", `(Expr (Compare (Name "a") [NotIn] [(Name "b")]))`},
		{"chain of or", "a or b or c and d", `(Expr (BoolOp Or [(Name "a") (Name "b") (BoolOp And [(Name "c") (Name "d")])]))`},
		{"concatenation", `"a" 'b' r"\c"`, `(Expr (Constant "ab\\c"))`},
		{"f-string", `f"{a!r:>{w}}b"`, `(Expr (JoinedStr [(FormattedValue (Name "a") 114 (JoinedStr [(Constant ">") ` +
			`(FormattedValue (Name "w") -1 -)])) (Constant "b")]))`},
		{"named character", `"\N{DIGIT ONE}"`, `(Expr (Constant opaque))`},
		{"surrogate", `"\ud800"`, `(Expr (Constant "\ud800"))`},
		{"big number", "0xffffffffffffffff", `(Expr (Constant 0xffffffffffffffff))`},
		{"folded name", "ﬁ = 1", `(Assign [(Name "fi")] (Constant 1))`},
		{"Latin-1", "# coding: latin-1\nx = '\xe9'", `(Assign [(Name "x")] (Constant "\u00e9"))`},
		{"carriage returns", "'''a\r\nb\rc'''\r\n", `(Expr (Constant "a\u000ab\u000ac"))`},
		{"elif", "if a: b\nelif c: d\nelse: e", `(If (Name "a") [(Expr (Name "b"))] [(If (Name "c") [(Expr (Name "d"))] [(Expr (Name "e"))])])`},
		{"two exceptions", "try: a\nexcept A, e: b", `(Try [(Expr (Name "a"))] [(ExceptHandler (Tuple [(Name "A") (Name "e")]) - ` +
			`[(Expr (Name "b"))])] [] [])`},
		{"soft keywords", "match = case\ntype(match)", `(Assign [(Name "match")] (Name "case"))` + "\n" +
			`(Expr (Call (Name "type") [(Name "match")] []))`},
		{"braces of a template", "x = {{ y }}", `(Assign [(Name "x")] (Set [(Set [(Name "y")])]))`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if m := parse(test.text); len(m.Errors) > 0 {
				t.Errorf("refused: %+v", m.Errors)
			}
			if diff := cmp.Diff(test.want, dump(test.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDocAndComments(t *testing.T) {
	m := parse("#!/usr/bin/python\n'doc' # one\nx = '#' # two\n")
	if m.Doc == nil || m.Doc.Text != "doc" {
		t.Errorf("Doc is %+v", m.Doc)
	}
	var comments []string
	for _, c := range m.Comments {
		comments = append(comments, m.File.Text[c.From:c.To])
	}
	if diff := cmp.Diff([]string{"#!/usr/bin/python", "# one", "# two"}, comments); diff != "" {
		t.Errorf("comments (-want +got):\n%s", diff)
	}
	if m := parse("b'doc'"); m.Doc != nil {
		t.Error("bytes are no docstring")
	}
}

func TestPlaces(t *testing.T) {
	text := "@d\nasync def f(a, b=1):\n    return (a)\n\nclass C: pass;\nx = (1,) + (y)\n"
	m := parse(text)
	var got []string
	for _, s := range m.Body {
		Walk(s, func(n Node) bool {
			p := n.Place()
			got = append(got, text[p.From:p.To])
			return true
		})
	}
	want := []string{
		"async def f(a, b=1):\n    return (a)", "d", "a", "b", "1", "return (a)", "a",
		"class C: pass;", "pass",
		"x = (1,) + (y)", "x", "(1,) + (y)", "(1,)", "1", "y",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWalkStops(t *testing.T) {
	m := parse("f(a, g(b))")
	var calls int
	Walk(m.Body[0], func(n Node) bool {
		if _, ok := n.(*Call); ok {
			calls++
			return false
		}
		return true
	})
	if calls != 1 {
		t.Errorf("visited %d calls, want the outer one only", calls)
	}
}
