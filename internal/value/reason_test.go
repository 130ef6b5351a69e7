package value

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

func TestReason(t *testing.T) {
	for _, c := range []struct {
		reason         Reason
		text, deciding string
	}{
		{Reason{}, "", ""},
		{Because(""), "", ""},
		{Because("the script is too deep or too long"), "the script is too deep or too long", ""},
		{Because("it depends on nothing that is asked"), "it depends on nothing that is asked", ""},
		{DependsOn("where the repository lies"), "it depends on where the repository lies", "where the repository lies"},
		{Why(DependsOnFile, ".env"), "it depends on whether .env is on the server", "whether .env is on the server"},
		{Why(DependsOnRaised, "KeyError", "OSError"), "it depends on whether KeyError or OSError is raised", "whether KeyError or OSError is raised"},
		{Why(VariablesGiven, "A", "B", "C"), "it comes from A, B, C, which whoever starts it must give", ""},
		{Why(StarMaySet, "local", "local"), "from local import * may set it, and local is not in the repository", ""},
		{Why(MethodNotFollowed, "pop", "a {}"), "the method pop of a {} is not followed", ""},
	} {
		if got := c.reason.String(); got != c.text {
			t.Errorf("got %q, want %q", got, c.text)
		}
		if got, depends := c.reason.Deciding(); got != c.deciding || depends != (c.deciding != "") {
			t.Errorf("%q: decided by %q", c.text, got)
		}
	}
	a, b := Why(VariableUnsupplied, "A"), Why(VariableUnsupplied, "B")
	if a.Equal(b) || a.Equal(Why(VariableOutside, "A")) || !a.Equal(b.Map(func(string) string { return "A" })) || b.Names[0] != "B" {
		t.Error("reasons are equal when kind and names are, and a mapped one is another")
	}
}

// TestReasonsNames checks where reasons are made: each kind gets as many names as its sentence has, is used somewhere, and a
// clause is a constant.
func TestReasonsNames(t *testing.T) {
	kinds := map[string]ReasonKind{}
	file, err := parser.ParseFile(token.NewFileSet(), "reasonkind.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for i, s := range g.Specs {
				kinds[s.(*ast.ValueSpec).Names[0].Name] = ReasonKind(i)
			}
		}
	}
	used := map[string]bool{"NoReason": true, "InWords": true, "Dependent": true}
	for _, root := range []string{"../../internal", "../../checks", "../../report"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "reason.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				switch name := last(call.Fun); name {
				case "Clause":
					t.Errorf("%s: a clause is made of something that is no constant", path)
				case "Why":
					if len(call.Args) == 0 {
						break
					}
					kind := last(call.Args[0])
					k, known := kinds[kind]
					if !known {
						break
					}
					used[kind] = true
					if text := k.sentence().text; !call.Ellipsis.IsValid() && strings.Count(text, "{") != len(call.Args)-1 {
						t.Errorf("%s: %s has %d names, and its sentence is %q", path, kind, len(call.Args)-1, text)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for kind, k := range kinds {
		if !used[kind] {
			t.Errorf("nothing makes a reason of kind %s", kind)
		}
		if k != NoReason && k.sentence().text == "" {
			t.Errorf("%s has no sentence", kind)
		}
	}
}

func last(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
