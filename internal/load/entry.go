package load

import (
	"path"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

const (
	settingsVariable      = "DJANGO_SETTINGS_MODULE"
	configurationVariable = "DJANGO_CONFIGURATION"
)

// An entry is what a file such as wsgi.py or manage.py says about the settings.
type entry struct {
	// path is the file.
	path string
	named
	// configuration is the class of django-configurations that it names.
	configuration named
	// loads is set where the file does more to the environment: it loads an env file, or sets other variables.
	loads bool
}

// A named is a settings module, or a class of django-configurations, as code names it.
type named struct {
	// module is its name, "" for none.
	module string
	// span is the name's place.
	span source.Span
	// assigned is set for os.environ["DJANGO_SETTINGS_MODULE"] = "…", which beats the environment; setdefault does not.
	assigned bool
}

// readEntry looks for the settings module in an entry file. An assignment beats a default; what stands under a condition
// counts only where nothing else is there, since that is for tests and the like. It is not ok where the file says nothing
// about settings or the environment.
func readEntry(f *source.File, parse func(*source.File) *python.Module) (entry, bool) {
	if !strings.Contains(f.Text, "environ") && !loadsEnvFile(f) {
		return entry{}, false
	}
	r := entryReader{module: parse(f), loads: loadsEnvFile(f)}
	for _, s := range r.module.Body {
		r.statement(s, false)
	}
	e := entry{path: f.Path, named: r.settings.decide(), configuration: r.configuration.decide(), loads: r.loads}
	return e, e.module != "" || e.configuration.module != "" || e.loads
}

// loadsEnvFile reports whether a file may call one of the libraries that load env files: load_dotenv, read_dotenv, and
// read_env of django-environ and environs.
func loadsEnvFile(f *source.File) bool {
	return strings.Contains(f.Text, "dotenv") || strings.Contains(f.Text, "read_env")
}

// An entryReader collects what a file says about the environment.
type entryReader struct {
	module                  *python.Module
	settings, configuration spoken
	loads                   bool
}

// A spoken is what a file says about one variable: always, on every run, and sometimes, under a condition.
type spoken struct {
	always, sometimes []named
}

// decide returns what counts.
func (s spoken) decide() named {
	for _, n := range s.always {
		if n.assigned {
			return n
		}
	}
	for _, n := range append(s.always, s.sometimes...) {
		return n
	}
	return named{}
}

func (r *entryReader) statement(s python.Stmt, conditional bool) {
	switch s := s.(type) {
	case *python.ExprStmt:
		if variable, text, ok := setdefault(s.Value); ok {
			r.add(variable, text, false, conditional)
		}
	case *python.Assign:
		if len(s.Targets) == 1 {
			if variable, ok := environItem(s.Targets[0]); ok {
				_, isText := s.Value.(*python.Constant)
				r.add(variable, s.Value, isText, conditional)
			}
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

// add takes down that a variable is given a text.
func (r *entryReader) add(variable string, text python.Expr, assigned, conditional bool) {
	said := &r.settings
	switch variable {
	case settingsVariable:
	case configurationVariable:
		said = &r.configuration
	default:
		r.loads = true
		return
	}
	name, ok := textOrDefault(text, variable)
	if !ok {
		return
	}
	n := named{module: name.Text, span: r.module.Span(name), assigned: assigned && !conditional}
	if conditional {
		said.sometimes = append(said.sometimes, n)
	} else {
		said.always = append(said.always, n)
	}
}

// textOrDefault returns the text of a constant, or the default of os.environ.get("X", "text") where X is the variable
// itself.
func textOrDefault(e python.Expr, variable string) (*python.Constant, bool) {
	if call, ok := e.(*python.Call); ok {
		if len(call.Args) != 2 || !isText(call.Args[0], variable) {
			return nil, false
		}
		switch f := call.Func.(type) {
		case *python.Attribute:
			ok = f.Attr == "get" || f.Attr == "getenv"
		case *python.Name:
			ok = f.ID == "getenv"
		default:
			ok = false
		}
		if !ok {
			return nil, false
		}
		e = call.Args[1]
	}
	c, ok := e.(*python.Constant)
	return c, ok && c.Kind == python.ConstStr
}

// isText reports whether e is the text.
func isText(e python.Expr, text string) bool {
	c, ok := e.(*python.Constant)
	return ok && c.Kind == python.ConstStr && c.Text == text
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

// setdefault returns the two arguments of os.environ.setdefault("VARIABLE", text).
func setdefault(e python.Expr) (variable string, text python.Expr, ok bool) {
	call, ok := e.(*python.Call)
	if !ok || len(call.Args) != 2 {
		return "", nil, false
	}
	method, ok := call.Func.(*python.Attribute)
	if !ok || method.Attr != "setdefault" {
		return "", nil, false
	}
	name, ok := call.Args[0].(*python.Constant)
	if !ok || name.Kind != python.ConstStr {
		return "", nil, false
	}
	ofDjango := name.Text == settingsVariable || name.Text == configurationVariable // whatever os.environ is called there
	return name.Text, call.Args[1], ofDjango || isEnviron(method.Value)
}

// environItem returns the variable of os.environ["VARIABLE"].
func environItem(e python.Expr) (variable string, ok bool) {
	sub, ok := e.(*python.Subscript)
	if !ok {
		return "", false
	}
	name, ok := sub.Index.(*python.Constant)
	if !ok || name.Kind != python.ConstStr {
		return "", false
	}
	return name.Text, isEnviron(sub.Value)
}

// isEnviron reports whether e is os.environ.
func isEnviron(e python.Expr) bool {
	switch e := e.(type) {
	case *python.Attribute:
		return e.Attr == "environ"
	case *python.Name:
		return e.ID == "environ"
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
