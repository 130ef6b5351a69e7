package python

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"deploylint/internal/cputime"
	"deploylint/internal/source"
)

func FuzzParse(f *testing.F) {
	for _, s := range snippets(f) {
		f.Add(s)
	}
	paths, err := filepath.Glob("testdata/errors/*.py")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) { checkModule(t, text) })
}

// checkModule checks what must hold of every input.
func checkModule(t *testing.T, text string) {
	t.Helper()
	began := cputime.Spent()
	m := Parse(source.NewFile("fuzz.py", text))
	if took := cputime.Spent() - began; took > 2*time.Second {
		t.Errorf("took %v of processor time for %d bytes", took, len(text))
	}
	if len(text) <= maxFileSize {
		at, latin1, _ := decode(text)
		checkTokens(t, scan(text, at, latin1).toks, len(text))
	}
	whole := Pos{0, uint32(len(text))}
	for _, s := range m.Body {
		checkSpans(t, whole, s)
	}
	for _, e := range m.Errors {
		if !within(e.Pos, whole) || e.Message == "" {
			t.Errorf("error at %v: %q", e.Pos, e.Message)
		}
	}
	if !slices.IsSortedFunc(m.Errors, func(a, b SyntaxError) int { return int(a.Pos.From) - int(b.Pos.From) }) {
		t.Error("the errors are not in order")
	}
	bad := false
	for _, s := range m.Body {
		Walk(s, func(n Node) bool {
			_, is := n.(*BadStmt)
			bad = bad || is
			return true
		})
	}
	if bad && len(m.Errors) == 0 {
		t.Error("a BadStmt, but no error")
	}
	var one, two Printer
	if one.Module(m) != two.Module(Parse(source.NewFile("fuzz.py", text))) {
		t.Error("two trees of one text")
	}
}

func within(p, outer Pos) bool { return outer.From <= p.From && p.From <= p.To && p.To <= outer.To }

func checkTokens(t *testing.T, toks []token, size int) {
	t.Helper()
	last := uint32(0)
	for _, tok := range toks {
		if tok.from < last || tok.to < tok.from || int(tok.to) > size {
			t.Fatalf("token %+v behind %d", tok, last)
		}
		last = tok.to
	}
}

// checkSpans checks that each node lies in the one around it. Decorators, as in CPython, stand before theirs.
func checkSpans(t *testing.T, outer Pos, n Node) {
	t.Helper()
	here := n.Place()
	if !within(here, outer) {
		t.Fatalf("%T at %v is not within %v", n, here, outer)
	}
	inner := here
	switch n := n.(type) {
	case *FunctionDef:
		inner = withDecorators(here, n.Decorators)
	case *ClassDef:
		inner = withDecorators(here, n.Decorators)
	}
	visit := func(child Node) bool {
		checkSpans(t, inner, child)
		return false
	}
	if last := walkChildren(n, visit); last != nil {
		visit(last)
	}
}

func withDecorators(p Pos, decorators []Expr) Pos {
	if len(decorators) > 0 {
		p.From = min(p.From, decorators[0].Place().From)
	}
	return p
}
