package pyeval

import (
	"path"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// importState says what came of looking for a module.
type importState uint8

const (
	importFound importState = iota
	// importOutside: no folder of the repository can hold it, so it is a package or part of the standard library.
	importOutside
	// importMissing: its package is in the repository and it is not.
	importMissing
	// importFailed: it raised; the exception is in ev.exc.
	importFailed
)

// moduleName guesses the dotted name of a file from the folders that modules are looked up in.
func (ev *evaluator) moduleName(file string) string {
	best := ""
	for _, root := range ev.opt.Path {
		rel, ok := strings.CutPrefix(file, path.Clean(root)+"/")
		if path.Clean(root) == "." {
			rel, ok = file, true
		}
		if ok && (best == "" || len(rel) < len(best)) {
			best = rel
		}
	}
	if best == "" {
		best = path.Base(file)
	}
	best = strings.TrimSuffix(strings.TrimSuffix(best, ".py"), "/__init__")
	return strings.ReplaceAll(best, "/", ".")
}

// fileModule runs one file as a module of the given name.
func (ev *evaluator) fileModule(file, name string) *moduleObj {
	m := &moduleObj{name: name, path: file, ns: ev.namespace(), running: true}
	m.pkg = name
	if path.Base(file) == "__init__.py" {
		m.dir = path.Dir(file)
	} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
		m.pkg = name[:i]
		ev.importDotted(m.pkg, source.Span{})
	} else {
		m.pkg = ""
	}
	if ev.exc != nil {
		ev.exc = nil // a parent package that raises is not what is asked about here
	}
	ev.modules[name] = m
	ev.runModule(m)
	return m
}

// roots are the folders that modules are looked up in: what the code put on sys.path, then the given ones.
func (ev *evaluator) roots() []string {
	var out []string
	for _, v := range ev.sysPath.alts[0] {
		p, ok := textOf(v.o)
		if !ok {
			continue
		}
		if rel, ok := relative(p); ok {
			out = append(out, rel)
		}
	}
	return append(out, ev.opt.Path...)
}

// importDotted imports a.b.c, parents first, and returns the last module.
func (ev *evaluator) importDotted(name string, at source.Span) (*moduleObj, importState) {
	parts := strings.Split(name, ".")
	var m *moduleObj
	for i := range parts {
		full := strings.Join(parts[:i+1], ".")
		if known := ev.modules[full]; known != nil {
			m = known
			continue
		}
		next := ev.findModule(full, parts[i], m)
		if next == nil {
			if m == nil || m.dir == "" && len(parts) > 1 && isStdlib(parts[0]) {
				return nil, importOutside
			}
			return m, importMissing
		}
		if len(ev.modules) >= maxModules || ev.importAt >= maxImports {
			ev.note(source.Warning, at, "", "too many modules are imported; "+full+" is left out")
			return nil, importOutside
		}
		ev.modules[full] = next
		parent := m
		m = next
		ev.importAt++
		ev.runModule(m)
		ev.importAt--
		if ev.exc != nil {
			delete(ev.modules, full)
			return m, importFailed
		}
		if parent != nil {
			ev.touch(parent.ns)
			parent.ns.set(parts[i], binding{v: of(m)})
		}
	}
	return m, importFound
}

// findModule looks for a module below its parent, or in all roots where it has none.
func (ev *evaluator) findModule(full, last string, parent *moduleObj) *moduleObj {
	var dirs []string
	if parent != nil {
		if parent.dir == "" {
			return nil
		}
		dirs = []string{parent.dir}
	} else {
		dirs = ev.roots()
	}
	namespaceDir := ""
	for _, d := range dirs {
		base := path.Join(d, last)
		if file, _ := ev.exists(base + "/__init__.py"); file {
			return &moduleObj{name: full, pkg: full, path: base + "/__init__.py", dir: base, ns: ev.namespace()}
		}
		if file, _ := ev.exists(base + ".py"); file {
			return &moduleObj{name: full, pkg: parentName(full), path: base + ".py", ns: ev.namespace()}
		}
		if _, dir := ev.exists(base); dir && namespaceDir == "" && base != "." {
			namespaceDir = base
		}
	}
	if namespaceDir != "" && (parent != nil || !isStdlib(last) && !ev.isLibrary(last)) {
		return &moduleObj{name: full, pkg: full, dir: namespaceDir, ns: ev.namespace()}
	}
	return nil
}

func parentName(full string) string {
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		return full[:i]
	}
	return ""
}

func (ev *evaluator) exists(p string) (file, dir bool) {
	if ev.opt.Exists == nil || p == ".." || strings.HasPrefix(p, "../") {
		return false, false
	}
	return ev.opt.Exists(p)
}

// open returns a file of the repository; every file is read once.
func (ev *evaluator) open(p string) *source.File {
	if f, ok := ev.opened[p]; ok {
		return f
	}
	if ev.opt.Open == nil || p == ".." || strings.HasPrefix(p, "../") || strings.HasPrefix(p, "/") {
		return nil
	}
	f, err := ev.opt.Open(p)
	if err != nil {
		f = nil
	}
	ev.opened[p] = f
	if f != nil {
		ev.sources[f.Text] = f
		ev.read = append(ev.read, f)
	}
	return f
}

// parse parses a file of the repository.
func (ev *evaluator) parse(f *source.File) *python.Module {
	if ev.opt.Parse != nil {
		return ev.opt.Parse(f)
	}
	return python.Parse(f)
}

// runModule executes m's file in its namespace.
func (ev *evaluator) runModule(m *moduleObj) {
	ev.setModuleNames(m)
	if m.path == "" {
		return
	}
	f := ev.open(m.path)
	if f == nil {
		m.ns.open = &unknownObj{cause: value.Unread, reason: m.path + " cannot be read"}
		return
	}
	m.tree = ev.parse(f)
	ev.syntaxNotes(m.tree)
	sc := ev.sc
	ev.sc = &scope{ns: m.ns, mod: m}
	m.running = true
	ev.block(m.tree.Body)
	m.running = false
	ev.sc = sc
}

func (ev *evaluator) setModuleNames(m *moduleObj) {
	m.ns.set("__name__", binding{v: ofStr(m.name)})
	m.ns.set("__package__", binding{v: ofStr(m.pkg)})
	m.ns.set("__doc__", binding{v: ofNone()})
	if m.path != "" {
		m.ns.set("__file__", binding{v: ofStr(value.RootMark + "/" + m.path)})
	}
	if m.dir != "" {
		m.ns.set("__path__", binding{v: ev.list([]val{ofStr(value.RootMark + "/" + m.dir)})})
	}
}

// syntaxNotes says that a file does not parse: the verdict cannot be complete.
func (ev *evaluator) syntaxNotes(t *python.Module) {
	if len(t.Errors) == 0 {
		return
	}
	e := t.Errors[0]
	msg := "it does not parse: " + e.Message
	switch {
	case e.Template:
		msg = "it is a template, not Python: what its holes will hold is not known"
	case e.Python2:
		msg = "it is Python 2: " + e.Message
	}
	ev.note(source.Error, t.File.Span(int(e.Pos.From), int(e.Pos.To)).FirstLine(), "", msg)
}

// importStmt executes: import a.b as c, d.
func (ev *evaluator) importStmt(s *python.Import) {
	for _, a := range s.Names {
		at := ev.span(a)
		m, state := ev.importDotted(a.Name, at)
		top, _, dotted := strings.Cut(a.Name, ".")
		switch state {
		case importFailed:
			return
		case importFound:
			if a.AsName != "" || !dotted {
				ev.bindImport(bound(a, a.Name), of(m), a)
				continue
			}
			ev.bindImport(top, of(ev.modules[top]), a)
		case importMissing:
			if !ev.missingModule(a.Name, at, false) {
				return
			}
			ev.bindImport(bound(a, top), unread("the module "+a.Name+" is not in the repository"), a)
		case importOutside:
			ev.outside(a.Name)
			if a.AsName != "" {
				ev.bindImport(a.AsName, of(&libObj{name: a.Name}), a)
				continue
			}
			ev.bindImport(top, of(&libObj{name: top}), a)
		}
	}
}

func bound(a *python.Alias, name string) string {
	if a.AsName != "" {
		return a.AsName
	}
	return name
}

func (ev *evaluator) bindImport(name string, v val, n python.Node) {
	ev.bind(ev.sc.target(name), name, v, ev.span(n))
}

// absolute returns the full name of the module that a from-import names.
func (ev *evaluator) absolute(level int, module string) (string, bool) {
	if level == 0 {
		return module, true
	}
	pkg := ev.sc.mod.pkg
	for range level - 1 {
		if pkg == "" {
			return "", false
		}
		pkg = parentName(pkg)
	}
	switch {
	case pkg == "" && module == "":
		return "", false
	case pkg == "":
		return module, true
	case module == "":
		return pkg, true
	}
	return pkg + "." + module, true
}

// importFrom executes: from ..a import b as c.
func (ev *evaluator) importFrom(s *python.ImportFrom) {
	name, ok := ev.absolute(s.Level, s.Module)
	star := len(s.Names) == 1 && s.Names[0].Name == "*"
	at := ev.span(s)
	if !ok {
		ev.importUnknown(s, star, &unknownObj{reason: "its relative import leaves the package", at: at})
		return
	}
	m, state := ev.importDotted(name, at)
	if state == importOutside && s.Level > 0 {
		state = importMissing
	}
	switch state {
	case importFailed:
		return
	case importFound:
		if star {
			ev.starImport(m, s)
			return
		}
		for _, a := range s.Names {
			v, ok := ev.fromModule(m, a.Name, ev.span(a))
			if ev.exc != nil {
				return
			}
			if ok {
				ev.bindCopy(bound(a, a.Name), v)
			}
		}
	case importMissing:
		if ev.missingModule(name, at, star) {
			ev.importUnknown(s, star, &unknownObj{reason: "the module " + name + ", which may set it, is not in the repository", at: at})
		}
	case importOutside:
		ev.importOutside(s, name, star)
	}
}

func (ev *evaluator) importOutside(s *python.ImportFrom, name string, star bool) {
	if star {
		ev.starOutside(s, name)
		return
	}
	ev.outside(name)
	for _, a := range s.Names {
		v, ok := ev.libraryAttr(name, a.Name)
		if !ok {
			v = ev.foreign(name, a.Name)
		}
		ev.bindImport(bound(a, a.Name), v, a)
	}
}

// starOutside executes: from package import *, for a package outside the repository.
func (ev *evaluator) starOutside(s *python.ImportFrom, name string) {
	if name == "os.path" || name == "pathlib" || name == "datetime" || name == "typing" || name == "os" {
		for _, n := range libraryNames(name) {
			if v, ok := ev.libraryAttr(name, n); ok {
				ev.bindImport(n, v, s)
			}
		}
		return
	}
	if isStdlib(name) || namesOnlyItsOwn(name) {
		ev.openUp(ev.sc.ns, &unknownObj{reason: "it may come from " + name + ", whose code is not read", at: ev.span(s)})
		return
	}
	if ev.catchesImport() && !strings.Contains(name, ".") || ev.catchesImport() && looksLocal(name) {
		ev.raiseImport(name, ev.span(s), true)
		return
	}
	if top, _, dotted := strings.Cut(name, "."); ev.isInstalled(top) && top != "django" || dotted && ev.isInstalled(top) {
		// A package that the project requires brings settings of its own; what it may replace is judged as it stands.
		ev.markOverridable(&exception{namespace: ev.sc.ns, overrides: replacing(name, ev.span(s))})
		ev.openUp(ev.sc.ns, &unknownObj{reason: "it may come from " + name + ", whose code is not read", at: ev.span(s)})
		return
	}
	level := source.Warning
	if looksLocal(name) || !strings.Contains(name, ".") {
		level = source.Error
	}
	ev.note(level, ev.span(s), "", "the names that "+name+" gives are not known: it is not in the repository")
	ev.importUnknown(s, true, &unknownObj{
		reason: "from " + name + " import * may set it, and " + name + " is not in the repository", at: ev.span(s),
	})
}

// namesOnlyItsOwn reports whether a package's star import is known not to replace settings of Django.
func namesOnlyItsOwn(name string) bool {
	return name == "oscar.defaults" || strings.HasPrefix(name, "django.conf.urls") || name == "mimetypes"
}

// looksLocal reports whether a module's name is one that projects give to settings of one machine.
func looksLocal(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	for _, w := range []string{"local", "settings", "secret", "private", "production", "override", "custom", "config"} {
		if strings.Contains(last, w) {
			return true
		}
	}
	return false
}

// importUnknown binds what an import that cannot be followed would bind.
func (ev *evaluator) importUnknown(s *python.ImportFrom, star bool, why *unknownObj) {
	if star {
		ev.havocNamespace(ev.sc.ns, why)
		ev.setModuleNames(ev.sc.mod)
		return
	}
	for _, a := range s.Names {
		ev.bindImport(bound(a, a.Name), derive(why), a)
	}
}

// missingModule handles a module that should be in the repository and is not. It reports whether to go on with unknown
// names; else an ImportError is on its way to the handler that waits for it.
func (ev *evaluator) missingModule(name string, at source.Span, star bool) bool {
	if ev.catchesImport() {
		ev.raiseImport(name, at, star)
		return false
	}
	if star && ev.guarded() {
		ev.markOverridable(&exception{namespace: ev.sc.ns, overrides: replacing(name, at)})
		return false
	}
	ev.note(source.Error, at, "", "the module "+name+" is not in the repository, so what it sets is not known")
	return true
}

// raiseImport raises the ModuleNotFoundError of a module that is not in the repository but may be where it runs.
func (ev *evaluator) raiseImport(name string, at source.Span, star bool) {
	e := &exception{class: "ModuleNotFoundError", message: "No module named '" + name + "'", span: at}
	if star {
		e.overrides = replacing(name, at)
		e.namespace = ev.sc.ns
	} else {
		e.tolerated = true
	}
	ev.raise(e)
}

func replacing(name string, at source.Span) *value.Step {
	return &value.Step{How: value.Assumed, Span: at, Name: name, Text: name + " may replace it where it exists"}
}

// outside notes that importing a package may fail where it is not installed.
func (ev *evaluator) outside(name string) {
	top, _, _ := strings.Cut(name, ".")
	if !isStdlib(top) && !ev.isInstalled(top) {
		ev.risk("ImportError")
	}
}

// isInstalled reports whether the project certainly needs a package: Django itself, or one that it pins.
func (ev *evaluator) isInstalled(top string) bool {
	if top == "django" {
		return true
	}
	if ev.opt.Version == nil {
		return false
	}
	for _, name := range distributions(top) {
		if _, ok := ev.opt.Version(name); ok {
			return true
		}
	}
	return false
}

// fromModule returns a name of a module for from m import name, importing a submodule where it has none.
func (ev *evaluator) fromModule(m *moduleObj, name string, at source.Span) (binding, bool) {
	b, ok := m.ns.get(name)
	if ok {
		if v, some := withoutAbsent(b.v); some {
			b.v = v
			return b, true
		}
	}
	if m.dir != "" {
		sub, state := ev.importDotted(m.name+"."+name, at)
		switch state {
		case importFound:
			return binding{v: of(sub)}, true
		case importFailed:
			return binding{}, false
		default:
		}
	}
	if m.ns.open != nil {
		return binding{v: derive(m.ns.open)}, true
	}
	if m.dir != "" && m.path == "" {
		if !ev.missingModule(m.name+"."+name, at, false) {
			return binding{}, false
		}
		return binding{v: unread("the module " + m.name + "." + name + " is not in the repository")}, true
	}
	if m.tree != nil && len(m.tree.Errors) > 0 {
		return binding{v: unread(m.path + " does not parse")}, true
	}
	ev.raise(&exception{class: "ImportError", message: "cannot import name '" + name + "' from '" + m.name + "'", span: at})
	return binding{}, false
}

// bindCopy binds a name to another module's binding, with its history.
func (ev *evaluator) bindCopy(name string, b binding) {
	ev.bindIn(ev.sc.target(name), name, b)
}

func (ev *evaluator) bindIn(ns *namespace, name string, b binding) {
	ev.touch(ns)
	old, had := ns.get(name)
	if had && !same(old.v.o, b.v.o) {
		b.history = ev.history(old, b.history)
	}
	ns.set(name, b)
}

// starImport copies m's public names, as CPython does: __all__, or all without an underscore in front.
func (ev *evaluator) starImport(m *moduleObj, s *python.ImportFrom) {
	ns := ev.sc.ns
	ev.touch(ns)
	names := sortedNames(m.ns.bindings)
	if all, ok := m.ns.get("__all__"); ok {
		listed, complete := strElems(all.v)
		if complete {
			names = listed
		} else if _, gone := all.v.o.(absentObj); !gone {
			ev.importUnknown(s, true, &unknownObj{reason: "the __all__ of " + m.name + " is not known"})
		}
	} else {
		public := names[:0:0]
		for _, n := range names {
			if !strings.HasPrefix(n, "_") {
				public = append(public, n)
			}
		}
		names = public
	}
	for _, n := range names {
		b, ok := m.ns.get(n)
		if !ok {
			if got, found := ev.fromModule(m, n, ev.span(s)); found {
				b = got
			} else if ev.exc != nil {
				ev.exc.class = "AttributeError"
				return
			}
		}
		if u, isUnion := b.v.o.(*unionObj); isUnion && hasAbsent(u) {
			if old, had := ns.get(n); had {
				b.v = ev.withAbsentAs(b.v, old.v)
			}
		}
		if _, gone := b.v.o.(absentObj); gone {
			continue
		}
		ev.bindCopy(n, b)
	}
	if m.ns.open != nil && (ns.open == nil || ns.open.text != "" || m.ns.open.text != "") {
		// What m may set beyond its known names, it may set here too.
		for n, b := range ns.all() { // each name on its own
			if _, set := m.ns.get(n); !set && !strings.HasPrefix(n, "_") && m.ns.open.maySet(n) {
				b.v = derive(m.ns.open)
				ns.set(n, b)
			}
		}
		ev.openUp(ns, m.ns.open)
	}
}

// withAbsentAs puts old where the alternatives of v say that the name is not bound.
func (ev *evaluator) withAbsentAs(v, old val) val {
	u := v.o.(*unionObj)
	rest, ok := withoutAbsent(v)
	if !ok {
		return old
	}
	return ev.join(rest, old, &fork{reason: u.reason, waits: u.waits, serial: ev.serial, step: v.trail.first()})
}

func (t *trail) first() value.Step {
	if t == nil {
		return value.Step{How: value.Joined}
	}
	for t.prev != nil {
		t = t.prev
	}
	return t.step
}

// strElems returns the elements of a list or tuple of str; false where not all of them are known.
func strElems(v val) ([]string, bool) {
	var elems []val
	switch o := v.o.(type) {
	case *listObj:
		if len(o.alts) != 1 {
			return nil, false
		}
		elems = o.alts[0]
	case *tupleObj:
		elems = o.elems
	default:
		return nil, false
	}
	out := make([]string, 0, len(elems))
	for _, e := range elems {
		s, ok := e.o.(strObj)
		if !ok {
			return nil, false
		}
		out = append(out, string(s))
	}
	return out, true
}
