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
	if namespaceDir != "" && (parent != nil || !isStdlib(last) && !ev.libraries.isPackage(last)) {
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
		m.ns.open = &unknownObj{cause: value.Unread, reason: value.Why(value.FileUnread, m.path)}
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
