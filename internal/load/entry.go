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

// readEntry looks for the settings module in an entry file. An assignment beats a default; of several defaults the first
// at the outermost level counts, since those inside "if" are for tests and the like.
func readEntry(f *source.File) (entry, bool) {
	if !strings.Contains(f.Text, settingsVariable) {
		return entry{}, false
	}
	m := python.Parse(f)
	var found []entry
	for _, s := range m.Body {
		found = entriesIn(m, s, found)
	}
	if len(found) == 0 {
		return entry{}, false
	}
	for _, e := range found {
		if e.assigned {
			return e, true
		}
	}
	return found[0], true
}

// entriesIn collects the settings modules that a statement names, those of nested "if"s behind those of the level itself.
func entriesIn(m *python.Module, s python.Stmt, found []entry) []entry {
	switch s := s.(type) {
	case *python.ExprStmt:
		if name, ok := setdefault(s.Value); ok {
			found = append(found, entryAt(m, name, false))
		}
	case *python.Assign:
		if name, ok := s.Value.(*python.Constant); ok && len(s.Targets) == 1 && isSettingsVariable(s.Targets[0]) && name.Kind == python.ConstStr {
			found = append(found, entryAt(m, name, true))
		}
	case *python.If:
		for _, inner := range append(s.Body[:len(s.Body):len(s.Body)], s.OrElse...) {
			found = entriesIn(m, inner, found)
		}
	case *python.FunctionDef:
		for _, inner := range s.Body {
			found = entriesIn(m, inner, found)
		}
	case *python.Try:
		for _, inner := range s.Body {
			found = entriesIn(m, inner, found)
		}
	}
	return found
}

func entryAt(m *python.Module, name *python.Constant, assigned bool) entry {
	return entry{path: m.File.Path, module: name.Text, span: m.Span(name), assigned: assigned}
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
