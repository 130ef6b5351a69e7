package docs_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestWalks checks that each step of walks.md names a file that is there and a function or method in it.
func TestWalks(t *testing.T) {
	text, err := os.ReadFile("walks.md")
	if err != nil {
		t.Fatal(err)
	}
	steps := regexp.MustCompile("`([a-z_/]+\\.go)`(?:\\s+`([A-Za-z.]+)`)?").FindAllStringSubmatch(string(text), -1)
	if len(steps) < 40 {
		t.Fatalf("only %d steps are found", len(steps))
	}
	for _, step := range steps {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", step[1]), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		there := step[2] == ""
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				there = there || nameOf(d) == step[2]
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						there = there || s.Name.Name == step[2]
					}
				}
			}
		}
		if !there {
			t.Errorf("%s has no %s", step[1], step[2])
		}
	}
}

// nameOf returns a function's name, a method's with its type in front.
func nameOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return d.Name.Name
	}
	of := d.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	if generic, ok := of.(*ast.IndexExpr); ok {
		of = generic.X
	}
	return of.(*ast.Ident).Name + "." + d.Name.Name
}
