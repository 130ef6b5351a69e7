package rulelist

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// dataCheck is the type of check that is data, and no function.
const dataCheck = "OfSetting"

// parameters returns the parameters of the function that a type of check is made of, and the packages of ours that a file
// with such a function imports. The package lint lies in dir.
func parameters(dir, check string) (params string, imports []string, err error) {
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "check.go"), nil, 0)
	if err != nil {
		return "", nil, err
	}
	if check == dataCheck {
		return "", []string{"deploylint/internal/lint"}, nil
	}
	known := []string{dataCheck}
	for name, f := range checkTypes(file) {
		known = append(known, name)
		if name != check {
			continue
		}
		imports = []string{"deploylint/internal/lint"}
		var parts []string
		for _, field := range f.Params.List {
			part := types.ExprString(field.Type)
			parts = append(parts, field.Names[0].Name+" "+part)
			for _, spec := range file.Imports {
				pkg := strings.Trim(spec.Path.Value, `"`)
				if strings.HasPrefix(strings.TrimLeft(part, "*[]"), path.Base(pkg)+".") {
					imports = append(imports, pkg)
				}
			}
		}
		slices.Sort(imports)
		return strings.Join(parts, ", "), slices.Compact(imports), nil
	}
	slices.Sort(known)
	return "", nil, fmt.Errorf("no rule looks at %q: there are %s", check, strings.Join(known, ", "))
}

// checkTypes returns the function types of lint whose names begin with Of, by name.
func checkTypes(file *ast.File) map[string]*ast.FuncType {
	found := map[string]*ast.FuncType{}
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range decl.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok && strings.HasPrefix(t.Name.Name, "Of") {
				if f, ok := t.Type.(*ast.FuncType); ok {
					found[t.Name.Name] = f
				}
			}
		}
	}
	return found
}
