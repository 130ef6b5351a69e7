package load

import (
	"path"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

const settingsVariable = "DJANGO_SETTINGS_MODULE"

// An entry is what a file such as wsgi.py or manage.py says about the settings module.
type entry struct {
	// path is the file.
	path string
	// module is the settings module it names.
	module string
	// span is the module's name in the file.
	span source.Span
	// assigned is set for os.environ["DJANGO_SETTINGS_MODULE"] = "…", which beats the environment; setdefault does not.
	assigned bool
}

// readEntry looks for the settings module in an entry file. An assignment beats a default; what stands under a condition
// counts only where nothing else is there, since that is for tests and the like.
func readEntry(f *source.File) (entry, bool) {
	if !strings.Contains(f.Text, settingsVariable) {
		return entry{}, false
	}
	r := entryReader{module: python.Parse(f)}
	for _, s := range r.module.Body {
		r.statement(s, false)
	}
	for _, e := range r.always {
		if e.assigned {
			return e, true
		}
	}
	if found := append(r.always, r.sometimes...); len(found) > 0 {
		return found[0], true
	}
	return entry{}, false
}

// An entryReader collects the settings modules that a file names.
type entryReader struct {
	module *python.Module
	// always are those that every run of the file comes to, sometimes those under a condition.
	always, sometimes []entry
}

func (r *entryReader) statement(s python.Stmt, conditional bool) {
	switch s := s.(type) {
	case *python.ExprStmt:
		if name, ok := setdefault(s.Value); ok {
			r.add(name, false, conditional)
		}
	case *python.Assign:
		if name, ok := s.Value.(*python.Constant); ok && len(s.Targets) == 1 && isSettingsVariable(s.Targets[0]) && name.Kind == python.ConstStr {
			r.add(name, true, conditional)
		}
	case *python.If:
		r.block(s.Body, conditional || !isMainTest(s.Test))
		r.block(s.OrElse, true)
	case *python.FunctionDef:
		r.block(s.Body, conditional)
	case *python.Try:
		r.block(s.Body, conditional)
	}
}

func (r *entryReader) block(body []python.Stmt, conditional bool) {
	for _, s := range body {
		r.statement(s, conditional)
	}
}

func (r *entryReader) add(name *python.Constant, assigned, conditional bool) {
	e := entry{path: r.module.File.Path, module: name.Text, span: r.module.Span(name), assigned: assigned && !conditional}
	if conditional {
		r.sometimes = append(r.sometimes, e)
	} else {
		r.always = append(r.always, e)
	}
}

// isMainTest reports whether e is __name__ == "__main__".
func isMainTest(e python.Expr) bool {
	c, ok := e.(*python.Compare)
	if !ok {
		return false
	}
	name, ok := c.Left.(*python.Name)
	return ok && name.ID == "__name__"
}

// setdefault returns the module of os.environ.setdefault("DJANGO_SETTINGS_MODULE", "module").
func setdefault(e python.Expr) (*python.Constant, bool) {
	call, ok := e.(*python.Call)
	if !ok || len(call.Args) != 2 {
		return nil, false
	}
	method, ok := call.Func.(*python.Attribute)
	if !ok || method.Attr != "setdefault" {
		return nil, false
	}
	name, ok := call.Args[0].(*python.Constant)
	if !ok || name.Kind != python.ConstStr || name.Text != settingsVariable {
		return nil, false
	}
	module, ok := call.Args[1].(*python.Constant)
	return module, ok && module.Kind == python.ConstStr
}

// isSettingsVariable reports whether e is os.environ["DJANGO_SETTINGS_MODULE"].
func isSettingsVariable(e python.Expr) bool {
	sub, ok := e.(*python.Subscript)
	if !ok {
		return false
	}
	name, ok := sub.Index.(*python.Constant)
	if !ok || name.Kind != python.ConstStr || name.Text != settingsVariable {
		return false
	}
	switch base := sub.Value.(type) {
	case *python.Attribute:
		return base.Attr == "environ"
	case *python.Name:
		return base.ID == "environ"
	}
	return false
}

// kindOfEntry tells entry files apart by name.
func kindOfEntry(name string) string {
	base := path.Base(name)
	switch {
	case strings.HasSuffix(base, "wsgi.py"):
		return "wsgi"
	case strings.HasSuffix(base, "asgi.py"):
		return "asgi"
	case base == "manage.py":
		return "manage"
	default:
		return "other"
	}
}
